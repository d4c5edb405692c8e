from itertools import combinations

import numpy as np
import pytest
from scipy import stats

from framing.stats.permute import (
    label_splits,
    minimum_p,
    omnibus,
    p_values,
    permutation_test,
    permute_difference,
    permute_labels,
)

A, B = np.array([2.1, 3.4, 1.9, 5.0, 4.2]), np.array([1.0, 2.2, 1.7, 2.9])


def test_exact_p_of_nine_values_by_enumeration():
    test = permutation_test(A, B)

    assert test.n_splits == 126
    assert test.two_sided[0] == pytest.approx(0.1111111111111111)
    assert test.greater[0] == pytest.approx(0.05555555555555555)
    assert test.less[0] == pytest.approx(0.9523809523809523)
    assert test.absolute[0] == pytest.approx(0.11904761904761904)


def test_exact_p_agrees_with_scipy():
    rng = np.random.default_rng(5)
    a, b = rng.normal(size=6), rng.normal(size=5)
    peer = stats.permutation_test((a, b), lambda x, y, axis: x.mean(axis) - y.mean(axis), vectorized=True, n_resamples=np.inf)

    assert permutation_test(a, b).two_sided[0] == pytest.approx(peer.pvalue)


def test_clusters_move_whole_between_the_sides():
    clusters = [[1.0, 2, 3], [4.0], [0.0, 0], [1.0, 5]]
    sums = np.array([[sum(c)] for c in clusters])
    sizes = np.array([[float(len(c))] for c in clusters])
    observed = 10 / 4 - 6 / 4
    count = 0
    for pair in combinations(range(4), 2):
        a = np.concatenate([clusters[i] for i in pair])
        b = np.concatenate([clusters[i] for i in range(4) if i not in pair])
        count += np.mean(a) - np.mean(b) >= observed - 1e-12

    test = permute_difference(sums, sizes, np.array([True, True, False, False]), label_splits(2, 2, np.random.default_rng(0)))

    assert test.greater[0] == pytest.approx(count / 6)


def test_minimum_p_of_three_against_three_clusters_is_one_tenth():
    assert minimum_p(3, 3) == pytest.approx(0.10)
    assert label_splits(3, 3, np.random.default_rng(0)).p_min == pytest.approx(0.10)


@pytest.mark.parametrize(("sides", "expected"), [((1, 1), 1.0), ((1, 5), 2 / 6), ((8, 8), 2 / 12870)])
def test_minimum_p_counts_the_splits(sides, expected):
    assert minimum_p(*sides) == pytest.approx(expected)


def test_random_splits_never_give_p_zero():
    splits = label_splits(20, 20, np.random.default_rng(0), n_draws=99)
    values = np.r_[np.ones(20), np.zeros(20)][:, None]

    test = permute_difference(values, np.ones_like(values), np.arange(40) < 20, splits)

    assert not splits.exact
    assert test.two_sided[0] == pytest.approx(2 / 100)


def test_random_splits_keep_the_number_of_clusters():
    splits = label_splits(12, 25, np.random.default_rng(0), n_draws=200)

    assert set(splits.member.sum(axis=1)) == {12.0}


def test_equal_values_give_p_one():
    assert permutation_test(np.ones(3), np.ones(4)).two_sided[0] == 1.0


def test_chunks_of_the_null_give_the_same_p_as_the_whole():
    null = np.random.default_rng(2).normal(size=(1000, 3))
    whole = p_values(np.array([0.5, -1, 2]), null, exact=False)

    parts = p_values(np.array([0.5, -1, 2]), iter(np.array_split(null, 7)), exact=False)

    assert (whole.two_sided == parts.two_sided).all()


def test_a_statistic_that_is_nan_has_no_p():
    assert np.isnan(p_values(np.nan, np.zeros(9), exact=False).two_sided[0])


def test_the_omnibus_of_two_sides_equals_the_absolute_difference_test():
    values = np.random.default_rng(1).normal(size=(10, 1))
    labels = np.repeat([0, 1], 5)
    splits = label_splits(5, 5, np.random.default_rng(0))
    everything = (1 - splits.member).astype(np.int64)

    _, p = omnibus(values, np.ones_like(values), labels, everything)
    exact = permute_difference(values, np.ones_like(values), labels == 0, splits).absolute

    assert p[0] == pytest.approx((exact[0] * 252 + 1) / 253)


def test_shuffled_labels_keep_the_sizes_of_the_sides():
    shuffled = permute_labels(np.array([0, 0, 1, 1, 1, 2]), 50, np.random.default_rng(0))

    assert {tuple(np.bincount(row)) for row in shuffled} == {(2, 3, 1)}


def test_thousands_of_clusters_fit_into_memory():
    splits = label_splits(10_000, 10_000, np.random.default_rng(0))

    assert 999 <= len(splits.member) < 9_999
    assert set(splits.member.sum(axis=1)) == {10_000.0}
