from itertools import combinations

import numpy as np
import pytest

from framing.stats.equivalence import tost_bootstrap, tost_permutation, verdict
from framing.stats.permute import label_splits

VALUES = np.array([1.0, 2.5, 1.7, 2.1, 1.2, 2.0, 1.9, 1.4])
IS_A = np.arange(8) < 4
SPLITS = label_splits(4, 4, np.random.default_rng(0))


def one_sided(values, direction):
    observed = values[:4].mean() - values[4:].mean()
    null = [
        np.mean([values[i] for i in c]) - np.mean([values[i] for i in range(8) if i not in c])
        for c in combinations(range(8), 4)
    ]
    return np.mean([direction * n >= direction * observed - 1e-9 for n in null])


def test_both_one_sided_tests_by_enumeration():
    p, p_min = tost_permutation(VALUES[:, None], np.ones((8, 1)), IS_A, SPLITS, bound=0.9)
    up, down = VALUES + 0.9 * IS_A, VALUES - 0.9 * IS_A

    assert p[0] == pytest.approx(max(one_sided(up, 1), one_sided(down, -1)))
    assert p_min == pytest.approx(1 / 70)


def test_a_wider_bound_never_makes_equivalence_harder():
    p = [tost_permutation(VALUES[:, None], np.ones((8, 1)), IS_A, SPLITS, bound=b)[0][0] for b in (0.1, 0.5, 1, 3)]

    assert p == sorted(p, reverse=True)


def test_bootstrap_equivalence_counts_draws_outside():
    draws = np.linspace(-1, 1, 201)[:, None]

    assert tost_bootstrap(draws, 0.9)[0] == pytest.approx((11 + 1) / 202, abs=0.006)
    assert np.isnan(tost_bootstrap(np.array([[np.nan], [0.0]]), 1.0)[0])


@pytest.mark.parametrize(
    ("interval", "expected"),
    [
        ((-0.2, 0.3), "smaller than the bound"),
        ((0.2, 0.7), "undecided"),
        ((-0.9, -0.6), "larger than the bound"),
        ((np.nan, 1), ""),
    ],
)
def test_the_verdict_reads_the_interval(interval, expected):
    assert verdict(*interval, 0.5) == expected
