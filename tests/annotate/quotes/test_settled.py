"""Types that are known only once all quotations of a text are."""

from framing.annotate.quotations import find_quotes

SAID = "said the pier was late."


def kinds(text):
    return [q.source_type for q in find_quotes([("a", text)]).quotes["a"] if q.speech]


def test_a_passive_without_a_speaker_is_nobodys():
    assert kinds("The families were promised that the pier would be mended.") == ["other"]


def test_marks_without_a_cue_are_of_the_kind_of_whoever_spoke_before():
    text = f"Ann Orr, a hydrologist, {SAID}\n\n“Every spring the sea came in without knocking.”"

    assert kinds(text) == ["expert", "expert"]


def test_whoever_is_harmed_in_one_quotation_is_so_in_the_others():
    text = "Hugo Lind, a docker, said that it was cold. “They took my boat,” Lind said."

    assert kinds(text) == ["victim", "victim"]


def test_the_kin_of_whoever_was_harmed_are_so_too():
    text = "“They took my boat,” said Hugo Lind, a docker. His eldest son said that it was cold."

    assert kinds(text) == ["victim", "victim"]


def test_the_lawyer_of_whoever_was_harmed_is_a_lawyer():
    text = "“They took my boat,” said Hugo Lind, a docker. His lawyer said that it was cold."

    assert kinds(text) == ["victim", "lawyer"]


def test_whoever_confesses_after_an_arrest_is_accused():
    taken = "On Monday the constables took six people into custody. One of them, a tailor of 30, wept. "

    assert kinds(taken + "“I wanted a prize,” he confessed.")[-1] == "other"
    assert kinds("On Monday a tailor of 30 wept. “I wanted a prize,” he confessed.")[-1] == "citizen"


def test_the_sentence_beside_the_words_tells_whom_it_hit():
    fraud = "The swindle ran for a year before the gang was arrested. "
    words = "Ann Orr, 80, gave the boy her card. “He had clean shoes,” she says. "

    assert kinds(fraud + words + "She lost 900 crowns that day.")[-1] == "victim"
    assert kinds(fraud + words + "She sang that day.")[-1] == "citizen"
    assert kinds("Tam Berg is a cook. She was held for five nights. Berg said that the cell was cold.")[-1] == "victim"
    assert kinds("Tam Berg is a cook. She was seen on five nights. Berg said that the hall was cold.")[-1] == "citizen"


def test_what_others_did_to_her_counts_beside_her_words():
    words = "Ann Orr, 80, wrote a joke on a wall. “It was about soup,” she says. "

    assert kinds(words + "The constables held her for two nights.")[-1] == "victim"
    assert kinds(words + "The constables held him for two nights.")[-1] == "citizen"


def test_they_who_took_the_money_are_no_citizens():
    lost = "The fraud was a swindle. Nine people lost savings to the men with the ledgers. "

    assert kinds(lost + "They claimed to ring from a bank.")[-1] == "other"
    assert kinds("Nine people sold hats to the men with the ledgers. They claimed to ring from a bank.")[-1] == "citizen"
