"""Shares and other statistics of one side's totals, with intervals that resample its clusters."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray

from framing.stats.intervals import small_sample_factor, stretched
from framing.stats.resample import cluster_weights

Floats = NDArray[np.float64]
INTERVAL = "percentile interval of the cluster bootstrap, stretched for few clusters"
MIN_CLUSTERS = 2


@dataclass(frozen=True, slots=True)
class Pooled:
    """K statistics with their intervals; NaN with fewer than two clusters, and where no draw differs from another."""

    estimate: Floats
    low: Floats
    high: Floats
    n_clusters: int

    def reasons(self, noun: str = "cluster", enough: int = 5) -> list[str]:
        """Why an interval is missing or rough, for each statistic; '' where nothing is to be said."""
        if self.n_clusters == 0:
            return ["nothing to count"] * len(self.estimate)
        if self.n_clusters < MIN_CLUSTERS:
            return [f"one {noun}: no interval can be computed"] * len(self.estimate)
        few = f"few {noun}s ({self.n_clusters}): the interval is rough" if self.n_clusters < enough else ""
        return [f"no spread between {noun}s: no interval can be computed" if np.isnan(x) else few for x in self.low]


def pooled(
    totals: ArrayLike, statistic: Callable[[Floats], Floats], rng: np.random.Generator, *,
    n_draws: int = 2000, level: float = 0.95, centred: bool = False,
) -> Pooled:  # fmt: skip
    """
    Statistics in [0, 1] of the sum of a side's clusters, with cluster bootstrap intervals.

    Parameters
    ----------
    totals : (G, S) array
        What is counted in each cluster.
    statistic : callable
        Gives (B, K) statistics of (B, S) sums; NaN where they mean nothing.
    rng : Generator
    n_draws : int
    level : float
    centred : bool
        Shift the draws so that their mean is the estimate. For statistics of how evenly something is shared: a draw
        repeats some clusters and lacks others, so it always finds fewer kinds than there are.

    Returns
    -------
    Pooled
        Percentile intervals, stretched by `small_sample_factor` and cut at 0 and 1.

    References
    ----------
    Davison & Hinkley (1997), section 3.8 (whole clusters); Marcon, Hérault, Baraloto & Lang (2012), Oikos 121, 516-522
    (centred draws of an entropy).

    Examples
    --------
    >>> fit = pooled([[1, 4], [3, 4]], lambda s: s[:, :1] / s[:, 1:], np.random.default_rng(0))
    >>> float(fit.estimate[0]), bool(fit.low[0] < 0.5 < fit.high[0])
    (0.5, True)
    """
    counts = np.asarray(totals, dtype=np.float64)
    with np.errstate(invalid="ignore", divide="ignore"):
        estimate = statistic(counts.sum(axis=0, keepdims=True))[0]
        low, high = np.full(len(estimate), np.nan), np.full(len(estimate), np.nan)
        if len(counts) < MIN_CLUSTERS:
            return Pooled(estimate, low, high, len(counts))
        draws = statistic(cluster_weights(len(counts), n_draws, rng) @ counts)
    for k in np.flatnonzero(~np.isnan(estimate)):
        # A draw in which the statistic means nothing says nothing of it.
        there = draws[~np.isnan(draws[:, k]), k]
        if not len(there) or np.ptp(there) <= 1e-12 * np.abs(there).max():
            continue
        there = there + (estimate[k] - there.mean() if centred else 0.0)
        bounds = np.quantile(there, [(1 - level) / 2, (1 + level) / 2])
        factor = small_sample_factor([len(counts)], [there.var()], level)
        low[k], high[k] = np.clip(stretched(estimate[k], bounds[0], bounds[1], factor), 0.0, 1.0)
    return Pooled(estimate, low, high, len(counts))


def pooled_shares(parts: ArrayLike, whole: ArrayLike, rng: np.random.Generator, **settings: float) -> Pooled:
    """
    Shares of a whole, pooled over a side; clusters without any of the whole count nowhere.

    Parameters
    ----------
    parts : (G, K) array
        Of each cluster.
    whole : (G,) array
    rng : Generator
    **settings
        `n_draws` and `level` of `pooled`.

    Examples
    --------
    >>> fit = pooled_shares([[1, 3], [3, 1], [0, 0]], [4, 4, 0], np.random.default_rng(0))
    >>> fit.estimate.tolist(), fit.n_clusters
    ([0.5, 0.5], 2)
    """
    inside = np.asarray(whole) > 0
    both = np.column_stack([np.asarray(parts), np.asarray(whole)])[inside]
    return pooled(both, lambda sums: sums[:, :-1] / sums[:, -1:], rng, **settings)  # type: ignore[arg-type]


def evenness(sums: ArrayLike) -> Floats:
    """
    Pielou's evenness of each row: Shannon entropy by its largest value for as many kinds.

    Parameters
    ----------
    sums : (B, S) array
        What each of S speakers has; zeros are ignored.

    Returns
    -------
    (B,) float array
        In [0, 1]; NaN with fewer than two speakers.

    References
    ----------
    Pielou (1966), J. Theor. Biol. 13, 131-144.

    Examples
    --------
    >>> evenness([[4, 4, 0], [5, 0, 0]])
    array([ 1., nan])
    """
    counts = np.asarray(sums, dtype=np.float64)
    with np.errstate(invalid="ignore", divide="ignore"):
        share = counts / counts.sum(axis=1, keepdims=True)
        entropy = -np.where(share > 0, share * np.log(np.where(share > 0, share, 1.0)), 0.0).sum(axis=1)
        kinds = (counts > 0).sum(axis=1)
        return np.asarray(np.where(kinds > 1, entropy / np.log(np.maximum(kinds, 2)), np.nan))


def top_share(sums: ArrayLike, top: int) -> Floats:
    """
    Share of the `top` largest of each row.

    Examples
    --------
    >>> top_share([[6, 1, 3], [0, 0, 0]], 1)
    array([0.6, nan])
    """
    counts = np.asarray(sums, dtype=np.float64)
    with np.errstate(invalid="ignore", divide="ignore"):
        return np.asarray(np.sort(counts, axis=1)[:, ::-1][:, :top].sum(axis=1) / counts.sum(axis=1))
