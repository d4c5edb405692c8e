import numpy as np
import pytest

from framing.stats.power import intraclass_correlation, simulate_power, smallest_detectable, wilson_interval


def test_without_an_effect_the_power_is_the_error_rate():
    rng = np.random.default_rng(0)
    sums = rng.normal(size=16)
    power, _ = simulate_power(sums, np.ones(16), np.array([0.0]), (8, 8), rng, n_simulations=2000, n_permutations=199)

    assert power[0] == pytest.approx(0.05, abs=0.015)


def test_power_grows_with_the_effect_and_with_clusters():
    rng = np.random.default_rng(1)
    sums, effects = rng.normal(size=20), np.array([0.0, 0.5, 1.0, 2.0])
    few, _ = simulate_power(sums, np.ones(20), effects, (5, 5), rng, n_simulations=300, n_permutations=251)
    many, _ = simulate_power(sums, np.ones(20), effects, (20, 20), rng, n_simulations=300, n_permutations=251)

    assert (np.diff(few) >= 0).all()
    assert (many[1:] >= few[1:]).all()


def test_a_design_that_cannot_reach_alpha_has_no_power():
    power, p_min = simulate_power(np.arange(6.0), np.ones(6), np.array([99.0]), (3, 3), np.random.default_rng(0))

    assert power[0] == 0
    assert p_min == pytest.approx(0.1)


def test_the_power_for_normal_clusters_is_that_of_the_t_test():
    # Two-sample t test, 12 a side, difference of one standard deviation: power 0.650 (R: power.t.test(12, 1)).
    rng = np.random.default_rng(5)
    population = rng.normal(size=4000)
    population = (population - population.mean()) / population.std()
    power, _ = simulate_power(population, np.ones(4000), np.array([1.0]), (12, 12), rng, n_simulations=1500, n_permutations=499)

    assert power[0] == pytest.approx(0.650, abs=0.04)


def test_the_smallest_detectable_effect_is_interpolated():
    assert smallest_detectable(np.array([0.0, 1, 2]), np.array([0.05, 0.7, 0.9])) == pytest.approx(1.5)
    assert np.isnan(smallest_detectable(np.array([0.0, 1]), np.array([0.05, 0.7])))


def test_wilson_interval_by_hand():
    # 8 of 10, z = 1.96: Brown, Cai & DasGupta (2001) give (0.490, 0.943).
    low, high = wilson_interval(np.array([0.8]), 10)

    assert (low[0], high[0]) == pytest.approx((0.490, 0.943), abs=0.001)


def test_documents_unlike_their_clusters_have_no_intraclass_correlation():
    values, cluster = np.array([1.0, 3, 1, 3]), np.array([0, 0, 1, 1])

    assert intraclass_correlation(values, cluster) == pytest.approx(-1.0)
    assert np.isnan(intraclass_correlation(values, np.arange(4)))
