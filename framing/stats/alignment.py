"""Which topic of one model is which topic of another."""

from __future__ import annotations

from collections.abc import Hashable, Sequence

import numpy as np
from numpy.typing import ArrayLike, NDArray

Floats = NDArray[np.float64]


def cosines(a: ArrayLike, b: ArrayLike) -> Floats:
    """
    Cosine of every row of one matrix with every row of another.

    Parameters
    ----------
    a, b : (K, V) and (L, V) arrays

    Returns
    -------
    (K, L) float array
        0 where a row is all zero.

    Examples
    --------
    >>> cosines([[1, 0], [1, 1]], [[2, 0]]).round(3).ravel().tolist()
    [1.0, 0.707]
    """
    first, second = (np.asarray(x, dtype=np.float64) for x in (a, b))
    norms = [np.linalg.norm(x, axis=1, keepdims=True) for x in (first, second)]
    scaled = [np.divide(x, n, out=np.zeros_like(x), where=n > 0) for x, n in zip((first, second), norms, strict=True)]
    return scaled[0] @ scaled[1].T


def jaccard_matrix(a: Sequence[Sequence[Hashable]], b: Sequence[Sequence[Hashable]]) -> Floats:
    """
    Jaccard similarity of every list of words of one model with every list of another.

    Returns
    -------
    (K, L) float array
        0 for two empty lists.

    Examples
    --------
    >>> jaccard_matrix([["win", "sport"]], [["win", "money"], ["sport", "win"]]).round(2).tolist()
    [[0.33, 1.0]]
    """
    sets = [[set(words) for words in topics] for topics in (a, b)]
    return np.array([[len(x & y) / max(1, len(x | y)) for y in sets[1]] for x in sets[0]], dtype=np.float64)


def match_topics(similarity: ArrayLike) -> tuple[NDArray[np.int64], Floats]:
    """
    The one-to-one matching with the largest total similarity.

    Parameters
    ----------
    similarity : (K, L) array
        K at most L.

    Returns
    -------
    partner : (K,) int array
        The column of each row.
    value : (K,) float array
        Their similarity.

    References
    ----------
    Kuhn (1955), Naval Research Logistics Quarterly 2, 83-97.

    Examples
    --------
    >>> partner, value = match_topics([[0.9, 0.8], [0.9, 0.1]])
    >>> partner.tolist(), value.tolist()
    ([1, 0], [0.8, 0.9])
    """
    from scipy.optimize import linear_sum_assignment

    table = np.asarray(similarity, dtype=np.float64)
    if table.shape[0] > table.shape[1]:
        raise ValueError(f"match_topics: {table.shape[0]} topics cannot all find one of {table.shape[1]}; swap the two models")
    rows, columns = linear_sum_assignment(table, maximize=True)
    return columns.astype(np.int64), table[rows, columns]


def medoid(runs: Sequence[Floats]) -> int:
    """
    The run whose topics are matched best by all others.

    Parameters
    ----------
    runs : sequence of (K, V) arrays
        Topics x words.

    Returns
    -------
    int
        The first of equals.

    Examples
    --------
    >>> runs = [np.array([[1.0, 0.2], [0.2, 1]]), np.eye(2), np.array([[1.0, 0.4], [0.4, 1]])]
    >>> medoid(runs)
    0
    """
    n = len(runs)
    fit = np.zeros((n, n))
    for i in range(n):
        for j in range(i + 1, n):
            fit[i, j] = fit[j, i] = match_topics(cosines(runs[i], runs[j]))[1].mean()
    # Rounded, so that the last bits of a sum do not choose among equals.
    return int(np.argmax(fit.sum(axis=1).round(9)))


def align(runs: Sequence[Floats], reference: Floats) -> tuple[NDArray[np.int64], Floats]:
    """
    The order of topics in which each run matches the reference.

    Parameters
    ----------
    runs : sequence of S (K, V) arrays
    reference : (K, V) array

    Returns
    -------
    order : (S, K) int array
        `runs[s][order[s]]` stands in the order of the reference.
    similarity : (S, K) float array
        Cosine of each topic with its partner.

    Examples
    --------
    >>> order, similarity = align([np.eye(2)[::-1]], np.eye(2))
    >>> order.tolist(), similarity.tolist()
    ([[1, 0]], [[1.0, 1.0]])
    """
    found = [match_topics(cosines(reference, run)) for run in runs]
    return np.array([f[0] for f in found], dtype=np.int64), np.array([f[1] for f in found], dtype=np.float64)
