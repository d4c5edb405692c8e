"""Sentences whose verb the parser takes for a participle; all people are invented."""

import pytest

from tests.annotate.attributions import attributions


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Pavel Ostrow, 41, recalled walking home behind the brass band.",
            [("Pavel Ostrow, 41", "recall", "walking home behind the brass band")],
        ),
        (
            "A baker recalled selling the captain nine stale loaves.",
            [("A baker", "recall", "selling the captain nine stale loaves")],
        ),
    ],
)
def test_the_only_verb_of_a_sentence_reports(text, expected):
    assert attributions(text) == expected


@pytest.mark.parametrize("text", ["A boy named Orr, accused of theft.", "A plan praised by nobody."])
def test_a_participle_in_a_sentence_without_a_verb_remains_one(text):
    assert attributions(text) == []
