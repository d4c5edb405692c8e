"""Places are neither she nor it."""

import pytest

from framing.annotate.people.people import People
from framing.annotate.people.places import is_place
from framing.annotate.quotations import find_quotes


def resolved(text):
    return [q.speaker_resolved for q in find_quotes([("a", text)]).quotes["a"] if q.speech]


def test_a_name_behind_in_and_of_only_is_a_place():
    people = People("In Merrow it rained. The road to Merrow is shut. Orrix sells boats.")

    assert [is_place(people, p) for p in people.people] == [True, False]


@pytest.mark.parametrize("place", ["Lake Orla", "Upper Orla", "the town of Vilna Orla"])
def test_she_goes_back_to_no_place(place):
    text = f"Mara Voss keeps the ferry by {place}. Near {place} it rained. She said the pier was late."

    assert resolved(text) == ["Mara Voss"]


def test_what_he_said_is_not_about_himself():
    text = "Bram Orr read the letter. Hugo Lind had used the pier, he alleged."

    assert resolved(text) == ["Bram Orr"]
