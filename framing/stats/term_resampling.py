"""How sure a log-odds ratio is when whole clusters, never tokens, are drawn again or change sides."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import numpy as np
from numpy.typing import NDArray

from framing.stats.permute import ROUNDING, Splits
from framing.stats.resample import small_sample_factor, stretched

Floats = NDArray[np.float64]
# Words worked on at once: a block of 1,000 draws stays near the size of a processor's cache.
_BLOCK = 512


def _dense(block: Any) -> Floats:
    return np.asarray(block.toarray() if hasattr(block, "toarray") else block, dtype=float)


def _blocks(n_words: int) -> Iterator[slice]:
    for start in range(0, n_words, _BLOCK):
        yield slice(start, min(start + _BLOCK, n_words))


def _log_odds_of(with_word: Floats, total: Floats) -> Floats:
    """Log-odds of the words of a block, draws x words, in one corpus; the prior is in both arguments."""
    with np.errstate(divide="ignore", invalid="ignore"):
        return np.log(with_word / (total[:, None] - with_word))


def bootstrap_log_odds(
    clusters_a: Any, clusters_b: Any, prior: Floats, weights_a: Floats, weights_b: Floats,
    *, totals_a: Floats, totals_b: Floats, prior_total: float, level: float = 0.95,
) -> tuple[Floats, Floats]:  # fmt: skip
    """
    Interval of the log-odds ratio of every word from clusters drawn with replacement within each side.

    Percentiles of the draws, stretched by `small_sample_factor`, because few clusters make them too narrow.

    Parameters
    ----------
    clusters_a, clusters_b : (K_a, V), (K_b, V) arrays or CSC matrices of counts
        Tokens of each word in each cluster of a side; at least two clusters each.
    prior : (V,) array
        Pseudo-counts, the same in every draw.
    weights_a, weights_b : (B, K_a), (B, K_b) arrays
        From `framing.stats.resample.cluster_weights`.
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
    Davison & Hinkley (1997), Bootstrap Methods and their Application, section 3.8; Hesterberg (2015), The American
    Statistician 69, 371-386.

    Examples
    --------
    >>> a, b = np.array([[4.0, 1], [6, 1]]), np.array([[1.0, 5], [2, 7]])
    >>> w = np.array([[1.0, 1], [2, 0], [0, 2]])
    >>> low, high = bootstrap_log_odds(a, b, np.ones(2), w, w, totals_a=a.sum(1), totals_b=b.sum(1), prior_total=2)
    >>> low.shape, bool((low <= high).all())
    ((2,), True)
    """
    n_a, n_b = weights_a @ totals_a + prior_total, weights_b @ totals_b + prior_total
    n_clusters = (clusters_a.shape[0], clusters_b.shape[0])
    low, high = np.empty(len(prior)), np.empty(len(prior))
    tails = [(1 - level) / 2, (1 + level) / 2]
    for words in _blocks(len(prior)):
        block_a, block_b = _dense(clusters_a[:, words]), _dense(clusters_b[:, words])
        odds_a = _log_odds_of(weights_a @ block_a + prior[words], n_a)
        odds_b = _log_odds_of(weights_b @ block_b + prior[words], n_b)
        low[words], high[words] = quantiles(odds_a - odds_b, tails)
        factor = small_sample_factor(n_clusters, (odds_a.var(axis=0), odds_b.var(axis=0)), level)
        estimate = _estimate(block_a, prior[words], totals_a, prior_total) - _estimate(
            block_b, prior[words], totals_b, prior_total
        )
        low[words], high[words] = stretched(estimate, low[words], high[words], factor)
    return low, high


def _estimate(block: Floats, prior: Floats, totals: Floats, prior_total: float) -> Floats:
    """Log-odds of the words of a block in the corpus as it is."""
    return _log_odds_of(block.sum(axis=0)[None, :] + prior, np.array([totals.sum() + prior_total]))[0]


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


def permute_log_odds(
    clusters: Any, totals: Floats, prior: Floats, observed: Floats, splits: Splits, *, prior_total: float
) -> Floats:
    """
    Two-sided p of every word when the clusters change sides: twice the smaller one-sided share of splits, at most 1.

    Parameters
    ----------
    clusters : (K, V) array or CSC matrix of counts
        Tokens of each word in each cluster of both sides together.
    totals : (K,) array
        All tokens of each cluster.
    prior : (V,) array
    observed : (V,) array
        The estimates of the real split.
    splits : Splits
        From `framing.stats.permute.label_splits`; where they are a sample, p = (b + 1) / (B + 1).
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
    >>> from framing.stats.permute import label_splits
    >>> clusters = np.array([[9.0, 1], [8, 2], [1, 9], [2, 8]])
    >>> observed = np.log(18 * 18 / (4 * 4)) * np.array([1, -1])
    >>> ways = label_splits(2, 2, np.random.default_rng(1))
    >>> permute_log_odds(clusters, clusters.sum(1), np.ones(2), observed, ways, prior_total=2).round(3)
    array([0.333, 0.333])
    """
    n_a = splits.member @ totals + prior_total
    n_b = totals.sum() + 2 * prior_total - n_a
    p, one = np.empty(len(prior)), 0 if splits.exact else 1
    for words in _blocks(len(prior)):
        block = _dense(clusters[:, words])
        sums = splits.member @ block
        rest = block.sum(axis=0) - sums
        draws = _log_odds_of(sums + prior[words], n_a) - _log_odds_of(rest + prior[words], n_b)
        slack = ROUNDING * np.maximum(np.abs(observed[words]), 1)
        tail = np.minimum((draws >= observed[words] - slack).sum(axis=0), (draws <= observed[words] + slack).sum(axis=0))
        p[words] = np.minimum(1.0, 2 * (tail + one) / (len(splits.member) + one))
    return np.where(np.isnan(observed), np.nan, p)
