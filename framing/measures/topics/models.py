"""One fit of a topic model, and its topics as probabilities of words."""

from __future__ import annotations

import warnings
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy import sparse

Floats = NDArray[np.float64]
LDA_BATCH = 128
BLOCK = 200_000


def unit_rows(table: Floats) -> Floats:
    """Rows divided by their sums; a row of zeros becomes even, because every word is equally likely in it."""
    total = table.sum(axis=1, keepdims=True)
    even = np.full_like(table, 1 / max(1, table.shape[1]))
    return np.divide(table, total, out=even, where=total > 0)


def fit_nmf(
    weighed: Any, k: int, seed: int, *, max_iter: int = 200, start: Floats | None = None, tolerance: float = 1e-3
) -> Floats:
    """
    Topics by non-negative matrix factorisation.

    Parameters
    ----------
    weighed : (D, V) sparse matrix
        tf-idf.
    k : int
    seed : int
        Of the random start.
    max_iter : int
    start : (K, V) array, optional
        Topics to start from instead.
    tolerance : float
        Stop when a step changes less than this share of the first.

    Returns
    -------
    (K, V) float array
        Rows sum to 1.

    References
    ----------
    Lee & Seung (1999), Nature 401, 788-791; coordinate descent after Cichocki & Phan (2009), IEICE Trans. E92-A, 708-721.
    """
    from sklearn.decomposition import non_negative_factorization
    from sklearn.exceptions import ConvergenceWarning

    given: dict[str, Any] = {"init": "random", "random_state": seed}
    if start is not None:
        # Small positive numbers instead of zeros: coordinate descent could leave zeros, but a custom start is scaled to X.
        given = {"init": "custom", "W": nmf_loads(weighed, start) + 1e-6, "H": start + 1e-9}
    with warnings.catch_warnings():
        # Where steps run out the topics are those of the last step, and agreement over seeds shows what that is worth.
        warnings.simplefilter("ignore", ConvergenceWarning)
        _, components, _ = non_negative_factorization(weighed, n_components=k, tol=tolerance, max_iter=max_iter, **given)
    return unit_rows(components)


def nmf_loads(weighed: Any, components: Floats, *, tolerance: float = 1e-6) -> Floats:
    """
    How much of each topic the rows hold: non-negative least squares under fixed topics.

    Parameters
    ----------
    weighed : (D, V) sparse matrix
        tf-idf.
    components : (K, V) array
    tolerance : float
        Stop when a step changes less than this share of the first.

    Returns
    -------
    (D, K) float array
        Not normalised; a row without known words is zero.
    """
    from sklearn.decomposition import non_negative_factorization
    from sklearn.exceptions import ConvergenceWarning

    if not weighed.shape[0]:
        return np.zeros((0, len(components)))
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", ConvergenceWarning)
        loads, _, _ = non_negative_factorization(
            sparse.csr_matrix(weighed), H=np.ascontiguousarray(components), n_components=len(components), init="custom",
            update_H=False, tol=tolerance, max_iter=1000,
        )  # fmt: skip
    return np.asarray(loads)


def fit_lda(counts: Any, k: int, seed: int, *, max_iter: int = 10) -> Floats:
    """
    Topics by online variational latent Dirichlet allocation.

    Parameters
    ----------
    counts : (D, V) sparse matrix
    k, seed : int
    max_iter : int
        Passes over the documents.

    Returns
    -------
    (K, V) float array
        Probability of each word in each topic.

    References
    ----------
    Blei, Ng & Jordan (2003), JMLR 3, 993-1022; Hoffman, Blei & Bach (2010), NIPS 23.
    """
    from sklearn.decomposition import LatentDirichletAllocation

    # With few documents a pass is one step; the number of steps is what matters.
    passes = max(max_iter, round(max_iter * 10 * LDA_BATCH / max(counts.shape[0], 1))) if counts.shape[0] < 1280 else max_iter
    model = LatentDirichletAllocation(
        k, learning_method="online", learning_offset=10.0, batch_size=LDA_BATCH, max_iter=passes, random_state=seed, n_jobs=1
    )
    return unit_rows(model.fit(sparse.csr_matrix(counts, dtype=np.float64)).components_)


def expected_counts(table: sparse.csr_matrix, shares: Floats, words: Floats) -> Floats:
    """
    Probability of every stored word of every row under a mixture of topics.

    Parameters
    ----------
    table : (D, V) sparse matrix
        Only its stored entries are looked at.
    shares : (D, K) array
    words : (K, V) array

    Returns
    -------
    (nnz,) float array
        In the order of `table.data`.

    Examples
    --------
    >>> table, shares, words = sparse.csr_matrix([[1, 1]]), np.array([[0.5, 0.5]]), np.array([[0.2, 0.8], [0.4, 0.6]])
    >>> expected_counts(table, shares, words).round(3).tolist()
    [0.3, 0.7]
    """
    by_word = np.ascontiguousarray(words.T)
    row = np.repeat(np.arange(table.shape[0]), np.diff(table.indptr))
    out = np.empty(len(table.data))
    # In blocks, so that memory follows the block and not the corpus.
    for low in range(0, len(out), BLOCK):
        block = slice(low, low + BLOCK)
        out[block] = np.einsum("nk,nk->n", shares[row[block]], by_word[table.indices[block]])
    return out


def word_probabilities(counts: Any, shares: Floats, start: Floats, *, n_steps: int = 30) -> Floats:
    """
    Probability of each word in each topic, given the shares of the documents: the words of a topic as counts, not as tf-idf.

    Parameters
    ----------
    counts : (D, V) sparse matrix
    shares : (D, K) array
        Rows sum to 1.
    start : (K, V) array
    n_steps : int
        Steps of expectation maximisation with the shares held fixed.

    Returns
    -------
    (K, V) float array
        Rows sum to 1.

    References
    ----------
    Hofmann (1999), UAI, 289-296.

    Examples
    --------
    >>> counts = sparse.csr_matrix([[8, 2], [0, 10]])
    >>> word_probabilities(counts, np.eye(2), np.full((2, 2), 0.5)).tolist()
    [[0.8, 0.2], [0.0, 1.0]]
    """
    table = sparse.csr_matrix(counts, dtype=np.float64)
    words = unit_rows(start + 1e-9)
    for _ in range(n_steps):
        expected = expected_counts(table, shares, words)
        ratio = np.divide(table.data, expected, out=np.zeros_like(table.data), where=expected > 0)
        share = sparse.csr_matrix((ratio, table.indices, table.indptr), shape=table.shape)
        words = unit_rows(words * np.asarray(share.T @ shares).T)
    return words
