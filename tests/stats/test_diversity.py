"""Lexical diversity: moving windows against plain loops, and short texts."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import hypergeom

from framing.stats.diversity import hdd, mattr, msttr, mtld, simple_measures, yule_k, yule_k_of_frequencies

TOKENS = st.lists(st.integers(0, 12), min_size=1, max_size=80)


@given(TOKENS, st.integers(1, 20))
def test_mattr_equals_the_mean_over_all_windows(tokens, window):
    windows = [tokens[i : i + window] for i in range(len(tokens) - window + 1)]
    by_hand = np.mean([len(set(w)) / window for w in windows]) if windows else np.nan

    assert mattr(tokens, window=window) == pytest.approx(by_hand, nan_ok=True)


@given(TOKENS, st.integers(2, 42))
def test_hdd_equals_the_sum_of_hypergeometric_chances(tokens, sample):
    counts = np.unique(tokens, return_counts=True)[1]
    n = len(tokens)
    by_hand = sum(1 - hypergeom.pmf(0, n, c, sample) for c in counts) / sample if n >= sample else np.nan

    assert hdd(tokens, sample=sample) == pytest.approx(by_hand, nan_ok=True, abs=1e-9)


def test_mtld_counts_factors_by_hand():
    # a b a falls to 2/3 < .72: a factor of 3 tokens; twice, then two fresh words: 8 / 2 both ways.
    assert mtld([0, 1, 0, 1, 0, 1, 0, 1]) == 4
    assert np.isnan(mtld([0, 1, 2, 3]))
    assert mtld([0, 1, 0, 1, 0, 1, 0, 1], min_tokens=10) == pytest.approx(8 / (0.75 / 0.28))


def test_yule_k_of_tokens_and_of_a_spectrum_agree():
    assert yule_k([0, 0, 0, 1, 1, 2]) == pytest.approx(yule_k_of_frequencies([3, 2, 1]))
    assert yule_k_of_frequencies([3, 2, 1]) == pytest.approx(1e4 * (9 + 4 + 1 - 6) / 36)


def test_short_and_empty_texts_have_no_score():
    assert np.isnan(mattr([0, 1], window=3))
    assert np.isnan(msttr([0, 1], window=3))
    assert np.isnan(hdd([0] * 41))
    assert np.isnan(yule_k([]))
    assert np.isnan(simple_measures(0, 0)["ttr"])
