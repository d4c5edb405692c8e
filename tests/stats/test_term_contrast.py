"""The two-sided term table from arrays: sums by cluster, and what few clusters allow."""

import numpy as np
import pytest
from scipy import sparse

from framing.stats.association import log_odds
from framing.stats.term_contrast import Resampling, SideCounts, contrast_terms, sums_of


def side(seed, n_documents=6, n_clusters=3, shift=0):
    rng = np.random.default_rng(seed)
    matrix = rng.poisson(3, (n_documents, 4))
    clusters = np.arange(n_documents) % n_clusters + shift
    return SideCounts(sparse.csr_matrix(matrix), matrix.sum(1) + 10, clusters, clusters)


def contrast(a, b, **how):
    prior = np.full(4, 0.5)
    return contrast_terms(a, b, prior, prior_total=9.0, resampling=Resampling(**how), rng=np.random.default_rng(1))


def test_documents_without_tokens_make_no_cluster():
    sums, sizes = sums_of(np.eye(3, dtype=int), np.array([4, 0, 6]), np.array([0, 1, 2]))

    assert sums.shape == (2, 3)
    assert sizes.tolist() == [4, 6]


def test_estimates_are_those_of_the_summed_counts():
    a, b = side(1), side(2, shift=3)
    found = contrast(a, b)
    by_hand = log_odds(
        a.matrix.toarray().sum(0), b.matrix.toarray().sum(0), 0.5, n_a=a.n_tokens, n_b=b.n_tokens, prior_total=9.0
    )

    assert found["estimate"] == pytest.approx(by_hand.estimate)
    assert found["p_min"] == pytest.approx(2 / 20)
    assert (found["p"] >= found["p_min"] - 1e-12).all()
    assert ((found["ci_low"] <= found["estimate"]) & (found["estimate"] <= found["ci_high"])).mean() > 0.7


def test_one_cluster_gives_neither_interval_nor_p():
    found = contrast(side(1, n_clusters=1), side(2, shift=3))

    assert np.isnan(found["ci_low"]).all()
    assert np.isnan(found["p"]).all()
    assert np.isnan(found["p_min"])
    assert not np.isnan(found["estimate"]).any()


def test_no_draws_mean_no_interval():
    found = contrast(side(1), side(2, shift=3), n_bootstrap=0, n_permutations=0)

    assert np.isnan(found["ci_low"]).all()
    assert np.isnan(found["p"]).all()


def test_clusters_that_stand_on_both_sides_are_two_units():
    found = contrast(side(1), side(2))

    assert (found["n_clusters_a"], found["n_clusters_b"]) == (3, 3)
