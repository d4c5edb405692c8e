"""Deeds in verbs that can report; all of them are invented."""

import pytest

from tests.annotate.attributions import attributions


@pytest.mark.parametrize(
    "text",
    [
        "While the savings bank also offers online services, few farmers use them.",
        "Shopkeepers near the pier had offered dry blankets.",
        "She asked who owned the boat, and the warden pointed to the coats.",
        "Bela Orth, who is challenging Senator Mira Vance in the north, raised nine million crowns.",
        "The party lost the coast, instead claiming some victories in the hills.",
        "Ada Sabnis, who argued the case, went home.",
        "Mira Vance, who reported a man to the police in March, keeps a shop.",
        "The advocate Abdou Séni defends one of the drivers.",
    ],
)
def test_what_is_done_with_a_reporting_verb_is_not_said(text):
    assert not [a for a in attributions(text) if a[1] in ("offer", "point", "challenge", "claim", "argue", "report", "defend")]


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("The ferry company is offering a free ticket to all who lost a boat.", "a free ticket to all who lost a boat"),
        ("The lawyers pointed to a letter that the mayor had signed.", "a letter that the mayor had signed"),
        ("The farmers challenged the governor to open the sluice.", "the governor to open the sluice"),
        ("The minister defended the fees of the port.", "the fees of the port"),
        ("The bank reported eleven attempts at fraud.", "eleven attempts at fraud"),
    ],
)
def test_terms_and_reasons_are_said(text, content):
    assert content in [a[2] for a in attributions(text)]
