"""Error rates on outlets that differ, on sides that do not; the full tables are in benchmarks/calibration.py."""

import numpy as np
import pytest
from scipy import stats

from framing.stats.clusters import bootstrap_clusters, permute_clusters


def outlets(rng, n):
    """Outlets with their own level and skewed scores, unequal in size."""
    return [rng.gamma(2.0, 0.5) + rng.gamma(1.0, 1.0, size=rng.integers(2, 12)) for _ in range(n)]


@pytest.fixture(scope="module")
def draws():
    rng = np.random.default_rng(20141009)
    found = {"permutation": [], "documents": [], "covered": [], "plain": []}
    for draw in range(600):
        a, b = outlets(rng, 6), outlets(rng, 6)
        found["permutation"].append(permute_clusters(a, b).two_sided[0] <= 0.05)
        found["documents"].append(stats.ttest_ind(np.concatenate(a), np.concatenate(b), equal_var=False).pvalue <= 0.05)
        fit = bootstrap_clusters(a, b, n_draws=500, seed=draw)
        for name, kind in (("covered", "percentile"), ("plain", "plain")):
            low, high = fit.interval(0.95, kind)
            found[name].append(low[0] <= 0 <= high[0])
    return {name: float(np.mean(values)) for name, values in found.items()}


def test_the_permutation_test_rejects_as_often_as_it_says(draws):
    assert 0.03 <= draws["permutation"] <= 0.07


def test_a_test_over_documents_rejects_far_too_often(draws):
    assert draws["documents"] > 0.10


def test_stretched_intervals_cover_and_plain_ones_do_not(draws):
    assert 0.92 <= draws["covered"] <= 0.98
    assert draws["plain"] < 0.92
