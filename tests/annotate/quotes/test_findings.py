"""Comparing and finding as speech; all people are invented."""

import pytest

from tests.annotate.attributions import attributions


def _spoken(text):
    return [said for _, _, said in attributions(text)]


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("Mara Voss compared the hall to “a drawer full of spoons”.", "the hall to “a drawer full of spoons”"),
        ("The court found that the ferryman had “rowed in order to annoy”.", "the ferryman had “rowed in order to annoy”"),
        ("The tribunal found that the fine was just.", "the fine was just"),
    ],
)
def test_what_is_pronounced_is_speech(text, content):
    assert any(content in said for said in _spoken(text))


@pytest.mark.parametrize(
    "text",
    [
        "Mara Voss compared the two maps for an hour.",
        "A poll found that most people like the bridge.",
        "He had found the way through a club, “Last Oar”.",
        "She found herself before “a green door” in the rain.",
    ],
)
def test_polls_and_surprises_are_none(text):
    assert _spoken(text) == []
