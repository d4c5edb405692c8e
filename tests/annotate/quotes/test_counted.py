"""Figures that somebody has counted; all people are invented."""

import pytest

from tests.annotate.attributions import attributions


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The Garrick Tenants' Union has counted 88 such letters.", ("The Garrick Tenants' Union", "count", "88 such letters")),
        ("The League of Rights counted six deaths in custody this year.",
         ("The League of Rights", "count", "six deaths in custody this year")),
        ("Police counted at least forty cars.", ("Police", "count", "at least forty cars")),
    ],
)  # fmt: skip
def test_a_number_of_things_is_what_a_body_has_found(text, expected):
    assert attributions(text) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "He counted three coins on the table.",
        "The union counts nine hundred members.",
        "The guard counts the oars every night.",
        "The police did not count nine boats.",
        "The guard who counted nine boats went home.",
    ],
)
def test_counting_that_tells_the_reader_no_finding_is_not_reported(text):
    assert attributions(text) == []
