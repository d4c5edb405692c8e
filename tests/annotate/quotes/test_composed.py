"""Reporting expressions of several verbs; all people are invented."""

import pytest

from tests.annotate.attributions import attributions


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The harbour office has let it be known that the pier will open in May.",
            [("The harbour office", "let known", "that the pier will open in May")],
        ),
        (
            "A porter let it be known that the key had lain in the drawer.",
            [("A porter", "let known", "that the key had lain in the drawer")],
        ),
        (
            "Several guests wanted to know why the hall was locked.",
            [("Several guests", "want to know", "why the hall was locked")],
        ),
    ],
)
def test_the_whole_expression_is_the_cue(text, expected):
    assert attributions(text) == expected


@pytest.mark.parametrize("text", ["The porter let it go.", "It was known that the pier was shut."])
def test_other_uses_of_its_verbs_report_nothing(text):
    assert attributions(text) == []
