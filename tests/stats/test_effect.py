import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats

from framing.stats.effect import cliffs_delta, cohens_d, hedges_g, mann_whitney_u, small_sample_correction


@pytest.mark.parametrize(("a", "b", "expected"), [([1, 2], [3, 4], -1.0), ([3, 4], [1, 2], 1.0), ([1, 1], [1, 1], 0.0)])
def test_cliffs_delta_at_its_extremes(a, b, expected):
    assert cliffs_delta(np.array(a), np.array(b)) == expected


@given(st.lists(st.integers(0, 9), min_size=1, max_size=12), st.lists(st.integers(0, 9), min_size=1, max_size=12))
def test_cliffs_delta_counts_pairs(a, b):
    pairs = np.sign(np.subtract.outer(a, b))

    assert cliffs_delta(np.array(a), np.array(b)) == pytest.approx(pairs.mean())


def test_u_agrees_with_scipy():
    a, b = np.array([1.0, 2, 2, 7, 9]), np.array([2.0, 3, 3])

    assert mann_whitney_u(a, b) == stats.mannwhitneyu(a, b).statistic


def test_hedges_g_by_hand():
    # d = -1 with 4 degrees of freedom; J(4) = gamma(2) / (sqrt(2) gamma(1.5)) = 0.7978845608
    assert hedges_g(np.array([1.0, 2, 3]), np.array([2.0, 3, 4])) == pytest.approx(-0.7978845608)


def test_the_approximate_correction_is_the_one_other_tools_use():
    assert small_sample_correction(10, exact=False) == pytest.approx(1 - 3 / 39)


def test_no_variance_means_no_standardised_effect():
    assert np.isnan(hedges_g(np.array([0.1, 0.1, 0.1]), np.array([0.1, 0.1])))
    assert np.isnan(hedges_g(np.full(3, 0.1 + 0.2), np.full(4, 0.3)))
    assert np.isnan(cohens_d(np.array([1.0]), np.array([2.0])))


def test_columns_with_missing_values_equal_columns_without_them():
    rng = np.random.default_rng(0)
    a, b = rng.normal(size=(9, 3)), rng.normal(size=(7, 3))
    a[[0, 4], 1] = np.nan
    b[2, 2] = np.nan

    for k in range(3):
        x, y = a[~np.isnan(a[:, k]), k], b[~np.isnan(b[:, k]), k]
        assert hedges_g(a, b)[k] == pytest.approx(hedges_g(x, y))
        assert cliffs_delta(a, b)[k] == pytest.approx(cliffs_delta(x, y))


def test_a_group_without_values_has_no_effect_size():
    assert np.isnan(cliffs_delta(np.array([np.nan]), np.array([1.0])))
    assert np.isnan(hedges_g(np.array([]), np.array([1.0, 2.0])))


def test_swapping_the_groups_flips_the_sign():
    a, b = np.array([1.0, 4, 6]), np.array([2.0, 3, 9, 9])

    assert hedges_g(a, b) == pytest.approx(-hedges_g(b, a))
    assert cliffs_delta(a, b) == pytest.approx(-cliffs_delta(b, a))
