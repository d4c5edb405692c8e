"""Who is held, charged or on trial speaks as the accused, whatever else they are."""

import pytest

from framing.annotate.quotations import find_quotes

SAID = "said the pier was late."


def kind(text):
    return [q.source_type for q in find_quotes([("a", text)]).quotes["a"] if q.speech][-1]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"Hugo Lind, a cook, is being held in Keel Lane jail. Lind {SAID}", "other"),
        (f"The captain, Hugo Lind, who has been in a cell since Monday, {SAID}", "other"),
        (f"Police detained nine people, among them Hugo Lind, a boatman. Lind {SAID}", "other"),
        (f"Among those arrested was Hugo Lind, a boatman. Lind {SAID}", "other"),
        (f"Hugo Lind, the second defendant, {SAID}", "other"),
        (f"Ann Orr, a blogger who received a suspended sentence, {SAID}", "other"),
        (f"One of the accused {SAID}", "other"),
        (f"The suspects {SAID}", "other"),
        (f"The police accuse three cooks of theft. One of the three, Ann Orr, {SAID}", "other"),
        (f"From the cells the talk was low. Two of the cooks {SAID}", "other"),
        (f"Ann Orr, a cook, told the crowd that a neighbour was charged with theft. Orr {SAID}", "citizen"),
        (f"The lawyer Ann Orr was at the trial of a cook. Orr {SAID}", "lawyer"),
        (f"Ann Orr, a reporter, wrote that a man had been arrested. Orr {SAID}", "media"),
        (f"Hugo Lind was arrested and released without charge. Lind {SAID}", "victim"),
        (f"A lawyer for the accused {SAID}", "lawyer"),
    ],
)
def test_a_charge_makes_the_accused_and_nobody_else(text, expected):
    assert kind(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"Three suspects were taken from a barge on Monday. One of them {SAID}", "other"),
        (f"Three suspects were taken from a barge and released. One of them {SAID}", "citizen"),
        (f"Three cooks came from a barge on Monday. One of them {SAID}", "citizen"),
        (f"Five people were taken from their beds. Among them was Ann Orr, a cook. Orr {SAID}", "other"),
        (f"Five people came from the hall. Among them was Ann Orr, a cook. Orr {SAID}", "citizen"),
        (f"Hugo Lind, a cook, was caught with nine seals. Lind {SAID}", "other"),
        (f"Hugo Lind, a cook, was caught in the rain. Lind {SAID}", "citizen"),
        (f"Hugo Lind, a cook, came in handcuffs. Lind {SAID}", "other"),
        (f"One of those arrested, a man of about thirty, {SAID}", "other"),
        ("“I only held the lamp,” Hugo Lind pleaded before the examining magistrate.", "other"),
        ("“I only held the lamp,” the lawyer Hugo Lind pleaded before the examining magistrate.", "lawyer"),
        (f"A cousin of one of the detained {SAID}", "citizen"),
    ],
)
def test_one_of_those_arrested_is_accused_unless_let_go(text, expected):
    assert kind(text) == expected
