"""Readability formulas; their published values are in the oracles."""

import numpy as np
import pytest

from framing.stats import readability as r


def test_the_cat_sat_on_the_mat():
    assert float(r.flesch_reading_ease(6, 1, 6)) == pytest.approx(116.145)
    assert float(r.flesch_kincaid_grade(6, 1, 6)) == pytest.approx(-1.45)


@pytest.mark.parametrize(
    "value",
    [
        r.flesch_reading_ease(0, 0, 0), r.flesch_kincaid_grade(0, 1, 0), r.gunning_fog(0, 0, 0), r.smog_index(0, 0),
        r.coleman_liau_index(0, 0, 0), r.automated_readability_index(0, 0, 0), r.lix(0, 0, 0), r.dale_chall(0, 0, 0),
    ],
)  # fmt: skip
def test_a_text_without_words_has_no_score(value):
    assert np.isnan(value)


def test_dale_chall_adds_its_constant_above_five_per_cent():
    below, above = float(r.dale_chall(100, 10, 5)), float(r.dale_chall(100, 10, 6))

    assert above - below == pytest.approx(0.1579 + 3.6365)
