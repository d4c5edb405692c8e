import numpy as np
import pytest

from framing.stats.intervals import basic_interval, bca_interval, percentile_interval, small_sample_factor
from framing.stats.resample import all_weights, bootstrap_difference, cluster_sums, cluster_weights

# Efron & Tibshirani (1993), chapter 14: all 3,125 resamples of five numbers, so no chance is left.
FIVE = np.array([1.0, 2, 4, 8, 16])


def five_means():
    return all_weights(5) @ FIVE / 5


def test_bca_of_all_resamples_gives_the_enumerated_interval():
    fit = bca_interval(6.2, five_means(), (FIVE.sum() - FIVE) / 4)

    assert fit.z0[0] == pytest.approx(0.09277791071763442, abs=1e-9)
    assert fit.acceleration[0] == pytest.approx(0.06626573549067027, abs=1e-9)
    assert (fit.alpha_low[0], fit.alpha_high[0]) == pytest.approx((0.05834516204667586, 0.9932199341419817), abs=1e-9)
    assert (fit.low[0], fit.high[0]) == pytest.approx((2.6, 12.8), abs=1e-9)


def test_plain_and_basic_intervals_of_all_resamples():
    assert percentile_interval(five_means()) == pytest.approx((2.0, 11.4), abs=1e-9)
    assert basic_interval(6.2, five_means()) == pytest.approx((1.0, 10.4), abs=1e-9)


def test_bca_with_random_draws_agrees_with_scipy():
    draws = cluster_weights(5, 200_000, np.random.default_rng(1)) @ FIVE / 5

    fit = bca_interval(6.2, draws, (FIVE.sum() - FIVE) / 4)

    assert (fit.low[0], fit.high[0]) == pytest.approx((2.6, 13.0), abs=0.21)


def test_a_bca_interval_without_spread_has_no_width():
    fit = bca_interval(1.0, np.ones(50), np.ones(4))

    assert fit.low[0] == fit.high[0] == 1.0


def test_whole_clusters_are_resampled_so_equal_clusters_leave_no_spread():
    # Every cluster has mean 2 while its documents differ: only a document bootstrap would see spread.
    values, cluster = np.array([[1.0], [3], [1], [3]]), np.array([0, 0, 1, 1])
    sums, sizes = cluster_sums(values, cluster, 2), cluster_sums(np.ones((4, 1)), cluster, 2)

    fit = bootstrap_difference(sums, sizes, sums, sizes, all_weights(2), all_weights(2))

    assert fit.draws.std() == 0


def test_the_difference_of_two_enumerated_sides_matches_a_loop():
    a, b = [np.array([1.0, 2]), np.array([6.0])], [np.array([0.0]), np.array([1.0, 1, 4])]
    sums = [np.array([[c.sum()] for c in side]) for side in (a, b)]
    sizes = [np.array([[float(len(c))] for c in side]) for side in (a, b)]
    pairs = [(0, 0), (0, 1), (1, 0), (1, 1)]
    by_hand = [
        np.concatenate([a[i] for i in p]).mean() - np.concatenate([b[i] for i in q]).mean()
        for p, q in zip(pairs, pairs, strict=True)
    ]

    fit = bootstrap_difference(sums[0], sizes[0], sums[1], sizes[1], all_weights(2), all_weights(2))

    assert fit.estimate[0] == pytest.approx(3.0 - 1.5)
    assert fit.draws[:, 0] == pytest.approx(by_hand)


def test_fewer_than_two_clusters_on_a_side_give_no_interval():
    one, two = np.ones((1, 1)), np.ones((2, 1))
    fit = bootstrap_difference(one, one, two, two, all_weights(1).repeat(4, 0), all_weights(2))

    assert np.isnan(fit.interval()).all()


def test_the_stretch_for_equal_sides_is_that_of_a_two_sample_t_interval():
    # t(14, .975) / z(.975) * sqrt(8 / 7)
    assert small_sample_factor([8, 8], [2.0, 2.0]) == pytest.approx(2.1447867 / 1.9599640 * np.sqrt(8 / 7), rel=1e-6)


def test_one_side_with_all_the_variance_sets_the_degrees_of_freedom():
    # t(3, .975) / z(.975) * sqrt(4 / 3)
    assert small_sample_factor([4, 50], [1.0, 0.0]) == pytest.approx(3.1824463 / 1.9599640 * np.sqrt(4 / 3), rel=1e-6)


def test_the_same_seed_gives_the_same_weights():
    first, again = (cluster_weights(6, 50, np.random.default_rng(3)) for _ in range(2))

    assert (first == again).all()


def test_too_many_clusters_to_enumerate_are_refused():
    with pytest.raises(ValueError, match="too many"):
        all_weights(8)


def test_documents_of_no_cluster_count_nowhere():
    assert cluster_sums(np.array([1.0, 2, 4]), np.array([0, -1, 1]), 2).tolist() == [1.0, 4.0]
