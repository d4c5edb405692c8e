"""Which words speak for a topic: frequent in it, exclusive to it, or both."""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike, NDArray

Floats = NDArray[np.float64]


def exclusivity(beta: ArrayLike) -> Floats:
    """
    How much of a word belongs to each topic.

    Parameters
    ----------
    beta : (K, V) array
        Weight of each word in each topic, not negative.

    Returns
    -------
    (K, V) float array
        Columns sum to 1; NaN for a word without weight anywhere.

    Examples
    --------
    >>> exclusivity([[0.5, 0.3], [0.5, 0.1]]).round(2).tolist()
    [[0.5, 0.75], [0.5, 0.25]]
    """
    table = np.asarray(beta, dtype=np.float64)
    total = table.sum(axis=0)
    return np.divide(table, total, out=np.full_like(table, np.nan), where=total > 0)


def frex(beta: ArrayLike, w: float = 0.5) -> Floats:
    """
    Frequent and exclusive: the harmonic mean of both, each as its rank among the words of the topic.

    Parameters
    ----------
    beta : (K, V) array
        Probability of each word in each topic.
    w : float
        Weight of exclusivity, in [0, 1].

    Returns
    -------
    (K, V) float array
        In (0, 1]; NaN for a word without weight anywhere.

    References
    ----------
    Bischof & Airoldi (2012), ICML, 201-208; as `calcfrex` in the R package stm.

    Examples
    --------
    >>> frex([[0.5, 0.3, 0.2], [0.1, 0.3, 0.6]]).round(3).tolist()
    [[1.0, 0.667, 0.333], [0.333, 0.667, 1.0]]
    """
    if not 0 <= w <= 1:
        raise ValueError(f"frex: `w` must lie between 0 and 1, got {w}")
    table = np.asarray(beta, dtype=np.float64)
    special = exclusivity(table)
    out = np.full_like(table, np.nan)
    known = ~np.isnan(special[0]) if len(table) else np.zeros(table.shape[1:], dtype=bool)
    for k in range(len(table)):
        out[k, known] = 1 / (w / _ecdf(special[k, known]) + (1 - w) / _ecdf(table[k, known]))
    return out


def _ecdf(values: Floats) -> Floats:
    """Share of values that are not larger; equal but for rounding counts as equal."""
    rounded = values.round(12)
    return np.searchsorted(np.sort(rounded), rounded, side="right") / max(1, len(values))


def lift(beta: ArrayLike, marginal: ArrayLike) -> Floats:
    """
    How many times more frequent a word is in a topic than in all texts.

    Parameters
    ----------
    beta : (K, V) array
        Rows sum to 1.
    marginal : (V,) array
        Share of each word in all texts.

    Returns
    -------
    (K, V) float array
        NaN for a word that does not occur.

    References
    ----------
    Taddy (2012), AISTATS, 1184-1193.

    Examples
    --------
    >>> lift([[0.5, 0.5], [0.25, 0.75]], [0.25, 0.75]).round(2).tolist()
    [[2.0, 0.67], [1.0, 1.0]]
    """
    table, base = np.asarray(beta, dtype=np.float64), np.asarray(marginal, dtype=np.float64)
    return np.divide(table, base, out=np.full_like(table, np.nan), where=np.broadcast_to(base > 0, table.shape))
