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


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("A constable who trembles for his pension let slip that the lists had been sold.", "that the lists had been sold"),
        ("The councillor let it be understood that the lamp will not be lit again.", "that the lamp will not be lit again"),
    ],
)
def test_what_somebody_lets_slip_or_be_understood_is_said(text, said):
    assert [content for _, _, content in attributions(text)] == [said]
