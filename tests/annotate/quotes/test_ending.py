"""Reporting clauses that end their sentence and that parsers lose; all people are invented."""

import pytest

from tests.annotate.attributions import attributions


@pytest.mark.parametrize(
    ("text", "speaker", "content"),
    [
        (
            "The ferries “carried between two storms what no cart would carry”, the harbour inspector argued.",
            "the harbour inspector",
            "The ferries “carried between two storms what no cart would carry”",
        ),
        (
            "Whoever leaves a bicycle on the bridge may be fined up to ninety crowns, the notice states.",
            "the notice",
            "Whoever leaves a bicycle on the bridge may be fined up to ninety crowns",
        ),
        (
            "When the ice sings, leave the sledge, my grandmother used to say.",
            "my grandmother",
            "When the ice sings, leave the sledge",
        ),
        (
            "The lock must open “as early as the milk”, Odo Brandt, member of the guild and head of the "
            "Office for Weirs and Mills, told a conference on Monday.",
            "Odo Brandt, member of the guild and head of the Office for Weirs and Mills",
            "The lock must open “as early as the milk”",
        ),
        (
            "One more whistle and the gallery would be cleared, warned the presiding judge.",
            "the presiding judge",
            "One more whistle and the gallery would be cleared",
        ),
        (
            "None of the four had been anywhere near the locked mill, admitted the guild’s head, Mara Voss.",
            "the guild’s head, Mara Voss",
            "None of the four had been anywhere near the locked mill",
        ),
        (
            "No letter ever arrived, say the twenty-one owners we could reach.",
            "the twenty-one owners",
            "No letter ever arrived",
        ),
        (
            "Part of the toll should go to those who were flooded, demanded its president, Mara Voss.",
            "its president, Mara Voss",
            "Part of the toll should go to those who were flooded",
        ),
    ],
)
def test_all_that_stands_before_a_closing_clause_is_what_was_said(text, speaker, content):
    assert [(who, what) for who, _, what in attributions(text)] == [(speaker, content)]


@pytest.mark.parametrize(
    "text",
    [
        "The fair opened late after a row over a word, a word Odo Brandt then repeated.",
        "Mara Voss came in from the rain, warned the guard.",
        "The mill, a former brewery, was sold by Odo Brandt.",
    ],
)
def test_what_somebody_does_next_is_no_closing_clause(text):
    assert not attributions(text)


def test_mocked_behind_marks_ends_its_sentence_though_somebody_acts_before():
    text = "The mayor had “discovered the weir on a Sunday”, mocked Councillor Mara Voss of the Canal Party."

    assert [said for _, _, said in attributions(text)] == ["The mayor had “discovered the weir on a Sunday”"]
