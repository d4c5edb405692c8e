"""Hearsay between commas; all people are invented."""

import pytest

from tests.annotate.attributions import attributions


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The keys, we are told, were found in a boot.", [(None, "tell", "The keys … were found in a boot")]),
        ("The lamp, it is said, burned for a year.", [(None, "say", "The lamp … burned for a year")]),
        (
            "The bell, I am assured by those who ring it, has a crack.",
            [("those who ring it", "assure", "The bell … has a crack")],
        ),
    ],
)
def test_the_clause_around_what_one_is_told_is_hearsay(text, expected):
    assert attributions(text) == expected


def test_a_hearer_in_a_relative_clause_reports_nothing():
    assert attributions("The guard, who was told, went home.") == []
