"""Shares under fixed topics: the most likely mixture, row by row."""

from __future__ import annotations

import numpy as np
import pytest
from scipy import sparse
from scipy.optimize import minimize

from framing.measures.topics.folding import fold_in
from tests.measures.test_topics import QUICK, matched, planted, topics, wide


def drawn(seed, k=5, n_words=120, n_rows=30, length=80):
    """Topics, shares and counts drawn from them."""
    rng = np.random.default_rng(seed)
    words = rng.dirichlet(np.full(n_words, 0.1), k)
    theta = rng.dirichlet(np.full(k, 0.3), n_rows)
    return words, theta, np.array([rng.multinomial(length, p) for p in theta @ words])


def likelihood(shares, counts, words):
    chance = np.maximum(shares @ words, 1e-300)
    return (counts * np.log(chance)).sum(axis=-1) / counts.sum(axis=-1)


@pytest.mark.parametrize("seed", range(3))
def test_no_mixture_found_by_a_general_optimiser_is_more_likely(seed):
    words, _, counts = drawn(seed)
    found = likelihood(fold_in(counts, words), counts, words)
    for row in range(10):
        other = minimize(
            lambda z, row=row: -likelihood(np.exp(z) / np.exp(z).sum(), counts[row], words), np.zeros(5), method="L-BFGS-B"
        )
        assert found[row] >= -other.fun - 1e-6


def test_a_long_document_has_the_shares_it_was_drawn_from():
    words, theta, counts = drawn(0, length=200_000)

    assert fold_in(counts, words) == pytest.approx(theta, abs=0.01)


def test_a_row_does_not_depend_on_the_others():
    words, _, counts = drawn(1, n_rows=400)
    whole = fold_in(counts, words)
    rows = [3, 77, 399]

    assert np.abs(fold_in(counts[rows], words) - whole[rows]).max() < 1e-12


def test_twice_the_words_give_the_same_shares():
    words, _, counts = drawn(2)

    assert np.abs(fold_in(2 * counts, words) - fold_in(counts, words)).max() < 1e-9


def test_words_of_no_topic_do_not_count_and_alone_give_nan():
    words = np.array([[0.5, 0.5, 0.0], [0.0, 1.0, 0.0]])
    shares = fold_in(sparse.csr_matrix([[4, 4, 9], [0, 0, 9], [0, 0, 0]]), words)

    assert shares[0] == pytest.approx([1, 0], abs=1e-3)
    assert np.isnan(shares[1:]).all()


def test_no_rows_give_no_shares():
    assert fold_in(sparse.csr_matrix((0, 3)), np.eye(2, 3)).shape == (0, 2)


@pytest.mark.parametrize("seed", range(4, 7))
def test_a_planted_difference_between_sides_is_not_shrunk(seed):
    annotated, phi, theta = planted(seed, lean=0.3)
    result = topics(annotated, k=6, **QUICK)
    leaning = int(np.flatnonzero(matched(result, annotated, phi)[0] == 0)[0])
    true = theta[0::2, 0].mean() - theta[1::2, 0].mean()
    shares = wide(result)[:, leaning]

    assert shares[0::2].mean() - shares[1::2].mean() == pytest.approx(true, rel=0.05)
