"""Nouns that report at the head of a sentence; all people are invented."""

import pytest

from tests.annotate.attributions import attributions


@pytest.mark.parametrize(
    ("text", "speaker", "content"),
    [
        ("Her request to see the ledger was turned down within an hour.", "Her", "to see the ledger"),
        (
            "A plea by the Dunholt Rowing Club for dry matches has reached the warden.",
            "the Dunholt Rowing Club",
            "dry matches",
        ),
        ("A promise to repair the sluice came from Varnell, which owns it.", "Varnell", "to repair the sluice"),
    ],
)
def test_a_noun_reports_up_to_the_verb_of_its_sentence(text, speaker, content):
    assert [(who, what) for who, _, what in attributions(text)] == [(speaker, content)]
