from itertools import product

import numpy as np
import pytest
from scipy import stats

from framing.stats.paired import paired_interval, sign_flip_test

D = np.array([0.4, 1.2, -0.3, 0.9, 0.7])


def test_sign_flips_are_enumerated():
    null = [np.mean(np.array(s) * D) for s in product((1, -1), repeat=5)]
    greater, less = (np.mean([n >= D.mean() - 1e-12 for n in null]), np.mean([n <= D.mean() + 1e-12 for n in null]))

    assert sign_flip_test(D, np.random.default_rng(0)).two_sided[0] == pytest.approx(min(1, 2 * min(greater, less)))


def test_many_pairs_are_flipped_at_random_and_p_is_never_zero():
    test = sign_flip_test(np.ones(40), np.random.default_rng(0), n_draws=99)

    assert not test.exact
    assert test.two_sided[0] == pytest.approx(0.02)


def test_the_interval_is_close_to_that_of_a_t_test():
    d = np.random.default_rng(3).normal(size=12) + 0.5
    low, high = paired_interval(d, np.random.default_rng(0), n_draws=20_000)
    t_low, t_high = stats.t.interval(0.95, 11, d.mean(), stats.sem(d))

    assert (low, high) == pytest.approx((t_low, t_high), rel=0.15)


def test_one_pair_has_no_interval():
    assert np.isnan(paired_interval(np.array([1.0]), np.random.default_rng(0))).all()
