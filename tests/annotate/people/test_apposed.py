"""Names behind a description; all people and bodies are invented."""

import pytest

from framing.annotate.people.speakers import Cast


def _name(phrase, text=None):
    text = text or f"It rained. {phrase} said that it was late."
    start = text.index(phrase)
    return Cast(text).resolve((start, start + len(phrase))).name


@pytest.mark.parametrize(
    ("phrase", "expected"),
    [
        ("Its first signer, a certain Mirko Lauten", "Mirko Lauten"),
        ("The suspected leader, Mirko Lauten, a failed tenor of 30", "Mirko Lauten"),
        ("The drummer, a former cook by the name of Mirko Lauten", "Mirko Lauten"),
        ("The abbot, the Venerable Lauten", "Lauten"),
        ("A weekly by the name of The Drifter, which is set by hand,", "Drifter"),
        ("The operator, Lauten Ferries", "Lauten Ferries"),
        ("The owners of the mill, Lauten & Orr", "Lauten & Orr"),
        ("Lauten Messages, a firm with a permit", "Lauten Messages"),
        ("The laboratory of the Merrow Hospital", "Merrow Hospital"),
        ("Its founder, who signs as reed_leaf", "reed_leaf"),
    ],
)
def test_a_name_behind_a_description_is_who_speaks(phrase, expected):
    assert _name(phrase) == expected


@pytest.mark.parametrize(
    "phrase",
    [
        "Supporters of Mirko Lauten",
        "Vendors in Merrow and Lindport",
        "Crews in nearby Merrow",
        "The regulars of the Merrow Bank",
        "Voices at the quay",
        "Owners",
    ],
)
def test_who_belongs_to_somebody_or_stands_somewhere_has_no_name(phrase):
    assert _name(phrase) is None


def test_a_leader_in_a_paper_is_a_document():
    assert _name("A leader in the Merrow Tide") == "Merrow Tide"


@pytest.mark.parametrize(
    ("phrase", "expected"),
    [
        ("The country's minister for river affairs Mirko Lauten", "Mirko Lauten"),
        ("The spokesman for candidate Mirko Lauten", None),
    ],
)
def test_the_field_of_an_office_stands_before_the_name_of_who_holds_it(phrase, expected):
    assert _name(phrase) == expected
