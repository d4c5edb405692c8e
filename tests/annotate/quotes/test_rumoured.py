"""What is said by nobody in particular; all people are invented."""

import pytest

from tests.annotate.attributions import attributions


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It is rumoured in the barracks that the term will soon be two years.",
         (None, "rumour", "that the term will soon be two years")),
        ("It was widely rumoured that the line would stop short.", (None, "rumour", "that the line would stop short")),
        ("Rumour has it that the price was two thousand pesos.", (None, "rumour", "that the price was two thousand pesos")),
        ("Word has it that others have signed.", (None, "word", "that others have signed")),
    ],
)  # fmt: skip
def test_a_rumour_is_a_quotation_without_a_speaker(text, expected):
    assert attributions(text) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "The people rumoured that it was late.",
        "The rumoured sale fell through.",
        "The word had no meaning that he knew.",
        "The hall has it that way.",
    ],
)
def test_rumours_without_a_clause_report_nothing(text):
    assert attributions(text) == []
