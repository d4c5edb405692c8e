"""Word shifts: what adds up to what."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from framing.errors import OptionError
from framing.stats import shift as s
from framing.stats.permute import label_splits
from framing.stats.resample import cluster_weights
from framing.stats.shift_resampling import KINDS, ShiftWords, bootstrap_shift, observed_terms, permute_shift

COUNTS = st.lists(st.tuples(st.integers(0, 50), st.integers(0, 50), st.floats(1, 9)), min_size=2, max_size=9)


@given(COUNTS)
def test_weighted_contributions_add_up_to_the_difference_of_the_means(rows):
    a, b, scores = np.array(rows).T
    a[0], b[0] = a[0] + 1, b[0] + 1
    shift = s.weighted_shift(a, b, scores, reference=5)

    assert np.nansum(shift.contribution) == pytest.approx((b @ scores) / b.sum() - (a @ scores) / a.sum())


@given(COUNTS)
def test_entropy_contributions_add_up_and_divergence_stays_in_bounds(rows):
    a, b, _ = np.array(rows).T
    a[0], b[0] = a[0] + 1, b[0] + 1

    assert s.entropy_shift(a, b).contribution.sum() == pytest.approx(s.entropy_shift(a, b).difference)
    assert -1e-12 <= s.jensen_shannon_shift(a, b).difference <= 1 + 1e-12


def test_a_lens_takes_neutral_words_out_and_two_score_lists_are_told_apart():
    shift = s.weighted_shift([1, 1, 1], [1, 1, 1], [1, 5, 9], lens=(4, 6))
    assert np.isnan(shift.contribution[1])
    other = s.weighted_shift([1, 1], [1, 1], [1.0, 2.0], scores_b=[1.0, 4.0])
    assert other.contribution == pytest.approx([0, 1])
    assert other.difference == pytest.approx(1)


def test_refuses_an_unknown_reference():
    with pytest.raises(OptionError, match="`reference` must be a number or one of a, b, pooled"):
        s.weighted_shift([1], [1], [1.0], reference="c")


@pytest.mark.parametrize("kind", KINDS)
def test_terms_by_cluster_equal_the_plain_shift(kind):
    rng = np.random.default_rng(4)
    clusters, scores = rng.poisson(3, (5, 8)).astype(float), rng.uniform(1, 9, 8)
    is_a = np.array([True, True, False, False, False])
    terms, difference = observed_terms(ShiftWords(kind, clusters, is_a, scores, "b"))
    a, b = clusters[is_a].sum(0), clusters[~is_a].sum(0)

    plain = {
        "proportion": lambda: s.proportion_shift(b, a),
        "entropy": lambda: s.entropy_shift(b, a),
        "weighted": lambda: s.weighted_shift(b, a, scores, reference="a"),
        "jsd": lambda: s.jensen_shannon_shift(a, b),
    }[kind]()
    assert np.abs(terms) == pytest.approx(np.abs(plain.contribution))
    assert difference == pytest.approx(plain.difference, abs=1e-12)
    if kind != "jsd":
        assert terms == pytest.approx(plain.contribution)


def test_a_planted_shift_is_found_and_a_null_one_is_not():
    rng = np.random.default_rng(6)
    scores, is_a = np.linspace(1, 9, 20), np.arange(12) < 6
    null = rng.poisson(5, (12, 20)).astype(float)
    planted = null.copy()
    planted[:6, 15:] += 6
    splits = label_splits(6, 6, rng)

    p = [permute_shift(ShiftWords("weighted", x, is_a, scores, "b"), splits) for x in (planted, null)]
    assert p[0] == pytest.approx(splits.p_min)
    assert p[1] > 0.05
    weights = [cluster_weights(6, 500, rng) for _ in range(2)]
    found = bootstrap_shift(ShiftWords("weighted", planted, is_a, scores, "b"), *weights, listed=np.arange(20))
    assert found.total_low > 0
