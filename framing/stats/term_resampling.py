"""How sure a log-odds ratio is when whole clusters, never tokens, are drawn again or change sides."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations
from math import comb
from typing import Any

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
# Words worked on at once: a block of 1,000 draws stays near the size of a processor's cache.
_BLOCK = 512


def _odds(with_a: Floats, with_b: Floats, n_a: Floats, n_b: Floats) -> Floats:
    """Log-odds ratios of a block, draws x words, from counts and totals that include the prior."""
    with np.errstate(divide="ignore", invalid="ignore"):
        return np.log(with_a * (n_b[:, None] - with_b) / ((n_a[:, None] - with_a) * with_b))


def _dense(block: Any) -> Floats:
    return np.asarray(block.toarray() if hasattr(block, "toarray") else block, dtype=float)


def _blocks(n_words: int) -> Iterator[slice]:
    for start in range(0, n_words, _BLOCK):
        yield slice(start, min(start + _BLOCK, n_words))


def bootstrap_log_odds(
    clusters_a: Any, clusters_b: Any, prior: Floats, weights_a: Floats, weights_b: Floats,
    *, totals_a: Floats, totals_b: Floats, prior_total: float, level: float = 0.95,
) -> tuple[Floats, Floats]:  # fmt: skip
    """
    Percentile interval of the log-odds ratio of every word from clusters drawn with replacement within each side.

    Parameters
    ----------
    clusters_a, clusters_b : (K_a, V), (K_b, V) arrays or CSC matrices of counts
        Tokens of each word in each cluster of a side.
    prior : (V,) array
        Pseudo-counts, the same in every draw.
    weights_a, weights_b : (B, K_a), (B, K_b) arrays
        How often each cluster stands in each draw.
    totals_a, totals_b : (K_a,), (K_b,) arrays
        All tokens of each cluster, words that are not in the table included.
    prior_total : float
        Sum of the prior over the whole vocabulary.
    level : float
        Coverage in (0, 1).

    Returns
    -------
    low, high : (V,) float arrays

    References
    ----------
    Davison & Hinkley (1997), Bootstrap Methods and their Application, section 3.8.

    Examples
    --------
    >>> a, b = np.array([[4.0, 1], [6, 1]]), np.array([[1.0, 5], [2, 7]])
    >>> w = np.array([[1.0, 1], [2, 0], [0, 2]])
    >>> low, high = bootstrap_log_odds(a, b, np.ones(2), w, w, totals_a=a.sum(1), totals_b=b.sum(1), prior_total=2)
    >>> low.shape, bool((low <= high).all())
    ((2,), True)
    """
    n_a, n_b = weights_a @ totals_a + prior_total, weights_b @ totals_b + prior_total
    low, high = np.empty(len(prior)), np.empty(len(prior))
    tails = [(1 - level) / 2, (1 + level) / 2]
    for words in _blocks(len(prior)):
        with_a = weights_a @ _dense(clusters_a[:, words]) + prior[words]
        with_b = weights_b @ _dense(clusters_b[:, words]) + prior[words]
        draws = _odds(with_a, with_b, n_a, n_b)
        low[words], high[words] = quantiles(draws, tails)
    return low, high


def quantiles(draws: Floats, at: list[float]) -> Floats:
    """
    Linear quantiles of every column, as NumPy's default, in one sort of contiguous rows.

    Examples
    --------
    >>> quantiles(np.array([[0.0, 5], [2, 1], [1, 3]]), [0.5, 1.0])
    array([[1., 3.],
           [2., 5.]])
    """
    rows = np.sort(draws.T, axis=1)
    place = np.asarray(at) * (rows.shape[1] - 1)
    below = np.floor(place).astype(int)
    above = np.minimum(below + 1, rows.shape[1] - 1)
    return (rows[:, below] + (rows[:, above] - rows[:, below]) * (place - below)).T


def splits(n_clusters: int, n_first: int, *, n_draws: int, rng: np.random.Generator) -> tuple[Floats, bool]:
    """
    Ways to choose the clusters of the first side: all of them if there are at most `n_draws`, else a random sample.

    Returns
    -------
    chosen : (B, K) float array of 0 and 1
        The observed split is among them when all are listed, and is left out of a sample.
    exact : bool
        True when all are listed.

    Examples
    --------
    >>> chosen, exact = splits(4, 2, n_draws=100, rng=np.random.default_rng(1))
    >>> chosen.shape, exact
    ((6, 4), True)
    """
    n_splits = comb(n_clusters, n_first)
    if n_splits <= n_draws:
        chosen = np.zeros((n_splits, n_clusters))
        for row, columns in enumerate(combinations(range(n_clusters), n_first)):
            chosen[row, list(columns)] = 1
        return chosen, True
    order = np.argsort(rng.random((n_draws, n_clusters)), axis=1)
    return (order < n_first).astype(float), False


def permute_log_odds(
    clusters: Any, totals: Floats, prior: Floats, observed: Floats, chosen: Floats, *, exact: bool, prior_total: float
) -> Floats:
    """
    Two-sided p of every word when the clusters change sides: share of splits with an estimate at least as far from 0.

    Parameters
    ----------
    clusters : (K, V) array or CSC matrix of counts
        Tokens of each word in each cluster of both sides together.
    totals : (K,) array
        All tokens of each cluster.
    prior : (V,) array
    observed : (V,) array
        The estimates of the real split.
    chosen : (B, K) array of 0 and 1
        Clusters of the first side in each split.
    exact : bool
        True if `chosen` holds every split; otherwise the real one is added: p = (b + 1) / (B + 1).
    prior_total : float

    Returns
    -------
    (V,) float array
        In (0, 1]; NaN where the estimate is.

    References
    ----------
    Ernst (2004), Statistical Science 19(4), 676-685; Phipson & Smyth (2010), Stat. Appl. Genet. Mol. Biol. 9(1), 39.

    Examples
    --------
    >>> clusters = np.array([[9.0, 1], [8, 2], [1, 9], [2, 8]])
    >>> chosen, exact = splits(4, 2, n_draws=100, rng=np.random.default_rng(1))
    >>> first = np.log(18 * 18 / (4 * 4))
    >>> observed = np.array([first, -first])
    >>> permute_log_odds(clusters, clusters.sum(1), np.ones(2), observed, chosen, exact=exact, prior_total=2)
    array([0.33333333, 0.33333333])
    """
    n_a = chosen @ totals + prior_total
    n_b = totals.sum() + 2 * prior_total - n_a
    p = np.empty(len(prior))
    for words in _blocks(len(prior)):
        block = _dense(clusters[:, words])
        sums = chosen @ block
        rest = block.sum(axis=0) - sums
        draws = np.abs(_odds(sums + prior[words], rest + prior[words], n_a, n_b))
        # Rounding must not make the real split look less extreme than itself.
        as_far = (draws >= np.abs(observed[words]) * (1 - 1e-12) - 1e-12).sum(axis=0)
        p[words] = as_far / len(chosen) if exact else (as_far + 1) / (len(chosen) + 1)
    return np.where(np.isnan(observed), np.nan, p)


def smallest_p(n_a: int, n_b: int, *, n_draws: int) -> float:
    """
    The smallest p that a two-sided permutation of clusters can reach; NaN without clusters on a side.

    Examples
    --------
    >>> smallest_p(3, 3, n_draws=2000)
    0.1
    >>> smallest_p(1, 1, n_draws=2000)
    1.0
    """
    if not n_a or not n_b:
        return float("nan")
    n_splits = comb(n_a + n_b, n_a)
    # With equal numbers every split has a mirror image that is as extreme.
    mirrored = 2 if n_a == n_b else 1
    return mirrored / n_splits if n_splits <= n_draws else 1 / (n_draws + 1)


def adjusted(p: Floats, method: str = "bh") -> Floats:
    """
    p values corrected for the number of tests; missing ones stay missing and do not count.

    Parameters
    ----------
    p : (M,) array
    method : {"bh", "holm"}

    References
    ----------
    Benjamini & Hochberg (1995), J. R. Stat. Soc. B 57(1), 289-300; Holm (1979), Scand. J. Statist. 6(2), 65-70.

    Examples
    --------
    >>> adjusted(np.array([0.01, np.nan, 0.04]), "holm")
    array([0.02,  nan, 0.04])
    """
    known = np.flatnonzero(~np.isnan(p))
    order = known[np.argsort(p[known], kind="stable")]
    m = len(order)
    result = np.full(len(p), np.nan)
    if method == "holm":
        result[order] = np.maximum.accumulate(p[order] * (m - np.arange(m)))
    else:
        result[order] = np.minimum.accumulate((p[order] * m / (np.arange(m) + 1))[::-1])[::-1]
    return np.minimum(result, 1.0)
