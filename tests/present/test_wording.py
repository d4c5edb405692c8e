"""Warnings in the summary are sentences for a reader, and lose no number on the way."""

from __future__ import annotations

import re

import pytest

from framing.present.wording import in_words

RAISED = (
    "keyness, voices 'own', 'quoted', 'all': 'official' against 'critical': 4 and 4 clusters; with fewer than 5 a side the "
    "intervals are rough and no p falls below 0.0286",
    "topics: No K is stable here: none of the 4 tried reaches a stability of 0.6; K = 6 has 0.54. Read its topics as one "
    "possible grouping among others.",
    "readability, voice 'quoted': 3 of 32 documents have no score (the column `reason` says why)",
    "collocations, voice 'all': no pair meets 5 times in 'critical'; lower `min_count` or add documents",
)


@pytest.mark.parametrize("warning", RAISED)
def test_no_code_is_left_and_every_number_stays(warning: str):
    text = in_words(warning)

    assert not re.search(r"`|voices? '|\bcolumn\b|_|\bK\b", text)
    assert set(re.findall(r"\d+(?:\.\d+)?", text)) == set(re.findall(r"\d+(?:\.\d+)?", warning))
    assert text[0].isupper()
    assert text.endswith(".")


def test_the_sides_are_named_with_their_clusters():
    assert in_words(RAISED[0]) == (
        "Keywords (outlet's own words, quoted words and all words): “official” has 4 clusters and “critical” has 4; with fewer "
        "than 5 on a side the intervals are rough and no p value can be smaller than 0.0286."
    )


def test_a_warning_of_unknown_form_stays_as_it_is():
    assert in_words("Something else: 'x' & <y>.") == "Something else: 'x' & <y>."
