import pytest

from framing.annotate.people.families import family_name
from framing.annotate.people.names import names
from framing.annotate.quotations import find_quotes


def resolved(text):
    return [q.speaker_resolved for q in find_quotes([("a", text)]).quotes["a"] if q.speech]


@pytest.mark.parametrize(
    ("words", "family"),
    [
        ("Mao Ning", "Mao"), ("Xi Jinping", "Xi"), ("Leung Chun-ying", "Leung"), ("Liwei Chen", "Chen"),
        ("Ouyang Mei", "Ouyang"),
        ("Ann Orr", "Orr"), ("Carrie Lam", "Lam"), ("Martin Luther Voss Jr.", "Voss"), ("Hu Shaoming", "Hu"),
    ],
)  # fmt: skip
def test_a_family_name_is_found(words, family):
    assert family_name(tuple(words.split())) == family


def test_a_ministry_keeps_its_whole_name():
    (name,) = names("the Ministry of Public Works")

    assert (" ".join(name.words), name.person) == ("Ministry of Public Works", False)


SAID = "said the pier was late."


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"Mayor Ann Orr left. Orr {SAID}", ["Ann Orr"]),
        (f"Ms. Orr {SAID} Ann Orr left.", ["Ann Orr"]),
        (f"Ann Orr {SAID} She added that it was cold.", ["Ann Orr", "Ann Orr"]),
        (f"Ann Orr {SAID} Hugo Lind {SAID} She added that it was cold.", ["Ann Orr", "Hugo Lind", "Ann Orr"]),
        (f"Foreign Ministry spokesperson Chen Liwei {SAID} Chen noted that it was cold.", ["Chen Liwei", "Chen Liwei"]),
        (f"The Ministry of Works {SAID} The ministry added that it was cold.", ["Ministry of Works", "Ministry of Works"]),
        (f"The spokesman, Hugo Lind, {SAID} The spokesman added that it was cold.", ["Hugo Lind", "Hugo Lind"]),
        (f"A senior official {SAID}", [None]),
        (f"A spokesman for the council {SAID}", [None]),
        (f"Residents {SAID}", [None]),
        (f"It rained. Reporters {SAID}", [None]),
        (f"Hugo Lind, who runs the shop, {SAID}", ["Hugo Lind"]),
        (f"Captain Hugo Lind left. The captain {SAID}", ["Hugo Lind"]),
        (f"Lind Tramways is old. The company {SAID}", ["Lind Tramways"]),
        (f"Hugo Lind saw the water rise. The fisherman {SAID}", ["Hugo Lind"]),
        (f"Hugo Lind saw the water rise. A fisherman wept. The fisherman {SAID}", [None]),
        (f"Hugo Lind saw the water rise. Nobody else did. The fisherman {SAID}", [None]),
        (f"Hugo Lind left. His aunt {SAID}", [None]),
        (f"The doctor who set the bone, Ann Orr, {SAID}", ["Ann Orr"]),
        (f"One of them, the retired teacher Ann Orr, {SAID}", ["Ann Orr"]),
        (f"A user called NightHeron {SAID}", ["NightHeron"]),
        (f"Deputy Minister Shen left. Shen Yulan is old. Shen {SAID}", ["Shen Yulan"]),
        (f"A banner over Gate Four {SAID}", [None]),
        (f"The Merrow Daily is old. Merrow {SAID}", ["Merrow"]),
        (f"Tarek el-Lind {SAID}", ["Tarek el-Lind"]),
    ],
)
def test_a_mention_is_resolved_in_its_document(text, expected):
    assert resolved(text) == expected


def test_a_full_name_is_not_lost_to_a_namesake():
    text = f"Ann Orr met Hugo Orr. In Orr country it rained. Ann Orr {SAID}"

    assert resolved(text) == ["Ann Orr"]


def test_who_stands_for_the_name_before_it():
    text = "The crowd met Hugo Lind, who said the pier was late."

    (quote,) = find_quotes([("a", text)]).quotes["a"]

    assert (quote.speaker_text, quote.speaker_resolved) == ("who", "Hugo Lind")


def test_the_rules_rank_a_resolved_pronoun_below_a_name(monkeypatch):
    monkeypatch.setattr("framing.annotate.quotes.assemble.certain", lambda _, quotes: quotes)
    first, second = find_quotes([("a", f"Ann Orr {SAID} She said that it was cold.")]).quotes["a"]

    assert second.confidence < first.confidence


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"The lawyer Mo Shan {SAID}", ("The lawyer Mo Shan", "Mo Shan")),
        (f"A resident surnamed Li {SAID}", ("A resident surnamed Li", "Li")),
        (f"The clerk, who gave only his surname, Chen, {SAID}", ("The clerk, who gave only his surname, Chen", "Chen")),
        (f"> Police {SAID}", ("Police", None)),
        (f"The rule was made by the Ministry of Justice. The ministry {SAID}", ("The ministry", "Ministry of Justice")),
    ],
)
def test_a_mention_has_its_name_and_no_mark_of_the_layout(text, expected):
    quote = [q for q in find_quotes([("a", text)]).quotes["a"] if q.speech][-1]

    assert (quote.speaker_text, quote.speaker_resolved) == expected


def test_a_dateline_is_nobody():
    assert resolved(f"Ann Orr left New Delhi. She {SAID}") == ["Ann Orr"]
    assert resolved(f"New Delhi was hot. Ann Orr wept. In New Delhi he {SAID}") == [None]
