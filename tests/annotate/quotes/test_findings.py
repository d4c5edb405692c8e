"""What somebody has found and tells of; all people are invented."""

import pytest

from tests.annotate.attributions import attributions


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The harbour court found that the ferryman had sold the bell twice.",
            [("The harbour court", "find", "that the ferryman had sold the bell twice")],
        ),
        ("The lid was loose, Ida Merrow found.", [("Ida Merrow", "find", "The lid was loose")]),
        ("The clerk compared the hall to “a wet sock”.", [("The clerk", "compare", "the hall to “a wet sock”")]),
    ],
)
def test_who_finds_something_or_compares_it_in_marks_has_spoken(text, expected):
    assert attributions(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "A poll found that most tenants want a lift.",
        "She found the gate locked.",
        "The clerk compared the two keys.",
    ],
)
def test_polls_and_mere_seeing_are_no_speech(text):
    assert attributions(text) == []
