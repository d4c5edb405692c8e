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
