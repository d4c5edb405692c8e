"""Intervals and p values of words by clusters: against plain loops, and fast."""

import numpy as np
import pytest
from scipy import sparse

from framing.stats.association import log_odds
from framing.stats.permute import label_splits
from framing.stats.resample import cluster_weights, small_sample_factor
from framing.stats.term_resampling import bootstrap_log_odds, permute_log_odds


def drawn(seed, n_clusters=(5, 4), n_words=6):
    rng = np.random.default_rng(seed)
    return rng.poisson(4, (n_clusters[0], n_words)).astype(float), rng.poisson(4, (n_clusters[1], n_words)).astype(float)


def test_intervals_equal_those_of_a_loop_over_draws():
    a, b = drawn(1)
    prior = 0.1 * (a.sum(0) + b.sum(0))
    rng = np.random.default_rng(2)
    w_a, w_b = cluster_weights(5, 60, rng), cluster_weights(4, 60, rng)
    low, high = bootstrap_log_odds(
        a, b, prior, w_a, w_b, totals_a=a.sum(1), totals_b=b.sum(1), prior_total=prior.sum(), level=0.9
    )

    draws = np.array([log_odds(x @ a, y @ b, prior).estimate for x, y in zip(w_a, w_b, strict=True)])
    parts = [np.log((x + prior) / (x.sum(1, keepdims=True) + prior.sum() - x - prior)).var(0) for x in (w_a @ a, w_b @ b)]
    factor = small_sample_factor((5, 4), parts, 0.9)
    estimate = log_odds(a.sum(0), b.sum(0), prior).estimate
    plain = np.quantile(draws, [0.05, 0.95], axis=0)
    assert low == pytest.approx(estimate + (plain[0] - estimate) * factor)
    assert high == pytest.approx(estimate + (plain[1] - estimate) * factor)


def test_sparse_and_dense_clusters_give_the_same():
    a, b = drawn(3)
    prior, w = np.full(6, 0.5), cluster_weights(4, 40, np.random.default_rng(1))
    given = {"totals_a": a[:4].sum(1), "totals_b": b.sum(1), "prior_total": 3.0}
    dense = bootstrap_log_odds(a[:4], b, prior, w, w, **given)
    thin = bootstrap_log_odds(sparse.csc_matrix(a[:4]), sparse.csc_matrix(b), prior, w, w, **given)

    assert np.allclose(dense, thin)


def test_exact_p_counts_the_splits_by_hand():
    clusters = np.array([[9.0, 1], [8, 2], [1, 9], [2, 8]])
    observed = log_odds([17, 3], [3, 17], 1.0).estimate
    splits = label_splits(2, 2, np.random.default_rng(0))
    p = permute_log_odds(clusters, clusters.sum(1), np.ones(2), observed, splits, prior_total=2)

    # Of six splits only the real one is so far up, and twice 1/6 is 1/3.
    assert p == pytest.approx([1 / 3, 1 / 3])
    assert splits.p_min == pytest.approx(1 / 3)


def test_a_sampled_p_is_never_zero():
    a, b = drawn(5, (12, 12))
    a[:, 0] += 50
    both, prior = np.vstack([a, b]), np.ones(6)
    observed = log_odds(a.sum(0), b.sum(0), prior).estimate
    splits = label_splits(12, 12, np.random.default_rng(0), n_draws=99, most=99)
    p = permute_log_odds(both, both.sum(1), prior, observed, splits, prior_total=6)

    assert p[0] == pytest.approx(2 / 100)


def test_swapping_the_sides_leaves_p_as_it_is():
    a, b = drawn(7, (4, 4))
    prior, results = np.ones(6), []
    for first, second in ((a, b), (b, a)):
        both = np.vstack([first, second])
        observed = log_odds(first.sum(0), second.sum(0), prior).estimate
        splits = label_splits(4, 4, np.random.default_rng(0))
        results.append(permute_log_odds(both, both.sum(1), prior, observed, splits, prior_total=6))

    assert results[0] == pytest.approx(results[1])
