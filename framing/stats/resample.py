"""Cluster bootstrap: outlets are drawn again with their documents."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import product
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy import sparse

from framing.stats.intervals import basic_interval as basic_interval  # all kinds of intervals are found here too
from framing.stats.intervals import bca_interval, percentile_interval, small_sample_factor, stretched

Floats = NDArray[np.float64]


def cluster_weights(n_clusters: int, n_draws: int, rng: np.random.Generator) -> Floats:
    """
    How often each cluster stands in each bootstrap draw.

    One matrix serves every statistic that is a function of sums over clusters: `weights @ sums` gives the sums of
    all draws at once. Sides are resampled apart, so draw one matrix for each side.

    Parameters
    ----------
    n_clusters : int
        Clusters G of one side.
    n_draws : int
        Draws B.
    rng : Generator

    Returns
    -------
    (B, G) float array
        Whole numbers; every row sums to G.

    References
    ----------
    Davison & Hinkley (1997), Bootstrap Methods and their Application, section 3.8 (resampling whole clusters).

    Examples
    --------
    >>> weights = cluster_weights(3, 100, np.random.default_rng(0))
    >>> weights.shape, bool((weights.sum(1) == 3).all())
    ((100, 3), True)
    """
    return rng.multinomial(n_clusters, np.full(n_clusters, 1 / n_clusters), size=n_draws).astype(np.float64)


def all_weights(n_clusters: int) -> Floats:
    """
    Weights of all G**G ordered resamples, for a bootstrap without chance.

    Parameters
    ----------
    n_clusters : int
        At most 7 (823,543 resamples).

    Returns
    -------
    (G**G, G) float array

    Raises
    ------
    ValueError
        With more than 7 clusters.

    Examples
    --------
    >>> all_weights(2)
    array([[2., 0.],
           [1., 1.],
           [1., 1.],
           [0., 2.]])
    """
    if n_clusters > 7:
        raise ValueError(f"all ordered resamples of {n_clusters} clusters are too many to list; draw some instead")
    drawn = np.array(list(product(range(n_clusters), repeat=n_clusters)), dtype=np.int64).reshape(-1, n_clusters)
    return (drawn[:, :, None] == np.arange(n_clusters)).sum(axis=1).astype(np.float64)


def cluster_sums(values: Floats, cluster: NDArray[np.int64], n_clusters: int) -> Floats:
    """
    Sum of each column within each cluster; NaN counts as nothing.

    Parameters
    ----------
    values : (D,) or (D, K) float array
    cluster : (D,) int array
        Codes in [0, n_clusters); rows with a code below 0 count nowhere.
    n_clusters : int

    Returns
    -------
    (G, K) float array, or (G,) for one column

    Examples
    --------
    >>> cluster_sums(np.array([1.0, 2.0, np.nan]), np.array([0, 0, 1]), 2)
    array([3., 0.])
    """
    cluster = np.asarray(cluster)
    rows = np.flatnonzero(cluster >= 0)
    shape = (n_clusters, len(cluster))
    # Sparse, because a corpus without outlets has as many clusters as documents.
    member: Any = sparse.csr_matrix((np.ones(len(rows)), (cluster[rows], rows)), shape=shape)
    return np.asarray(member @ np.nan_to_num(np.asarray(values, dtype=np.float64)))


def ratio(sums: Floats, sizes: Floats, weights: Floats | None = None) -> Floats:
    """
    Mean over documents (or words) of one side: sum of scores by sum of sizes, for each draw.

    Parameters
    ----------
    sums, sizes : (G, K) float array
        Sum of scores and number of documents (or hits and words) of each cluster.
    weights : (B, G) float array, optional
        From `cluster_weights`; without it the side as it is.

    Returns
    -------
    (B, K) float array, or (K,) without weights
        NaN where a draw holds no document.

    Examples
    --------
    >>> ratio(np.array([[6.0], [2.0]]), np.array([[3.0], [1.0]]))
    array([2.])
    """
    top, bottom = (sums.sum(axis=0), sizes.sum(axis=0)) if weights is None else (weights @ sums, weights @ sizes)
    with np.errstate(invalid="ignore", divide="ignore"):
        return np.where(bottom > 0, top / bottom, np.nan)


def jackknife_ratio(sums: Floats, sizes: Floats) -> Floats:
    """
    The mean of one side with each cluster left out in turn.

    Parameters
    ----------
    sums, sizes : (G, K) float array
        As in `ratio`.

    Returns
    -------
    (G, K) float array
        NaN where nothing is left.

    Examples
    --------
    >>> jackknife_ratio(np.array([[6.0], [2.0]]), np.array([[3.0], [1.0]]))
    array([[2.],
           [2.]])
    """
    bottom = sizes.sum(axis=0) - sizes
    with np.errstate(invalid="ignore", divide="ignore"):
        return np.where(bottom > 0, (sums.sum(axis=0) - sums) / bottom, np.nan)


@dataclass(frozen=True, slots=True)
class Difference:
    """Difference of two sides with its bootstrap draws; see `bootstrap_difference`."""

    estimate: Floats
    draws: Floats
    jackknife: tuple[Floats, Floats]
    variances: tuple[Floats, Floats]
    n_clusters: tuple[int, int]

    def interval(self, level: float = 0.95, kind: str = "percentile") -> tuple[Floats, Floats]:
        """
        Interval of each column.

        Parameters
        ----------
        level : float
        kind : str
            "percentile" and "bca" are stretched by `small_sample_factor`; "plain" and "plain-bca" are not.

        Returns
        -------
        (low, high) : (K,) float arrays
            NaN with fewer than two clusters on a side.
        """
        if min(self.n_clusters) < 2:
            nothing = np.full(self.draws.shape[1], np.nan)
            return nothing, nothing.copy()
        if kind.endswith("bca"):
            fit = bca_interval(self.estimate, self.draws, self.jackknife, level)
            low, high = fit.low, fit.high
        else:
            low, high = percentile_interval(self.draws, level)
        if kind.startswith("plain"):
            return low, high
        return stretched(self.estimate, low, high, small_sample_factor(self.n_clusters, self.variances, level))


def bootstrap_difference(
    sums_a: Floats, sizes_a: Floats, sums_b: Floats, sizes_b: Floats, weights_a: Floats, weights_b: Floats
) -> Difference:
    """
    Cluster bootstrap of the difference of two ratios, all columns at once.

    Parameters
    ----------
    sums_a, sizes_a : (G_a, K) float array
        Cluster sums of side a, as in `ratio`.
    sums_b, sizes_b : (G_b, K) float array
    weights_a, weights_b : (B, G_a) and (B, G_b) float array
        From `cluster_weights` (or `all_weights`), one for each side.

    Returns
    -------
    Difference
        `estimate` (K,) is side a less side b; `draws` (B, K).

    Examples
    --------
    >>> sums, sizes = np.array([[1.0], [3.0]]), np.ones((2, 1))
    >>> fit = bootstrap_difference(sums, sizes, sums * 2, sizes, all_weights(2), all_weights(2))
    >>> float(fit.estimate[0]), fit.draws.ravel().tolist()
    (-2.0, [-1.0, -2.0, -2.0, -3.0])
    """
    mean_a, mean_b = ratio(sums_a, sizes_a), ratio(sums_b, sizes_b)
    draws_a, draws_b = ratio(sums_a, sizes_a, weights_a), ratio(sums_b, sizes_b, weights_b)
    return Difference(
        estimate=mean_a - mean_b,
        draws=draws_a - draws_b,
        jackknife=(jackknife_ratio(sums_a, sizes_a) - mean_b, mean_a - jackknife_ratio(sums_b, sizes_b)),
        variances=(draws_a.var(axis=0), draws_b.var(axis=0)),
        n_clusters=(len(sums_a), len(sums_b)),
    )
