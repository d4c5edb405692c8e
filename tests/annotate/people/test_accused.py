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
