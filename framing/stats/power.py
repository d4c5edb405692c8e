"""What difference could a design see? Simulated with the clusters a corpus really has."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from framing.stats.permute import ROUNDING, label_splits

Floats = NDArray[np.float64]


def simulate_power(
    sums: Floats, sizes: Floats, effects: Floats, n_clusters: tuple[int, int], rng: np.random.Generator, *,
    n_simulations: int = 500, n_permutations: int = 999, alpha: float = 0.05,
) -> tuple[Floats, float]:  # fmt: skip
    """
    Share of simulated studies in which the permutation test of clusters finds an effect.

    Every simulation draws clusters with their documents, deals them to two sides, adds the effect to every document of
    side a, and tests.

    Parameters
    ----------
    sums, sizes : (G,) float array
        Sum of scores (with the real side means taken out) and number of documents of each cluster there is.
    effects : (E,) float array
        Differences to look for, in the unit of the score.
    n_clusters : pair of int
        Clusters on each side of the design. If they add up to G the clusters are shuffled, else drawn with replacement.
    rng : Generator
    n_simulations : int
    n_permutations : int
        Random splits of each test, where not all are listed.
    alpha : float

    Returns
    -------
    (power, p_min) : (E,) float array in [0, 1], and the least p the design can give

    References
    ----------
    Manly (2006), Randomization, Bootstrap and Monte Carlo Methods in Biology, section 5 (power by simulation).

    Examples
    --------
    >>> rng = np.random.default_rng(0)
    >>> power, p_min = simulate_power(rng.normal(size=12), np.ones(12), np.array([0.0, 9.0]), (6, 6), rng, n_simulations=99)
    >>> bool(power[0] < 0.2), float(power[1])
    (True, 1.0)
    """
    n_a, n_b = n_clusters
    splits = label_splits(n_a, n_b, rng, n_draws=n_permutations, most=n_permutations)
    if not splits.p_min <= alpha:
        return np.zeros(len(effects)), splits.p_min
    is_a = (np.arange(n_a + n_b) < n_a).astype(np.float64)
    plus = 0 if splits.exact else 1
    found = np.zeros(len(effects))
    for _ in range(n_simulations):
        same = n_a + n_b == len(sums)
        drawn = rng.permutation(len(sums)) if same else rng.integers(len(sums), size=n_a + n_b)
        size = sizes[drawn]
        top = sums[drawn][:, None] + np.outer(is_a * size, effects)
        null = _differences(splits.member, top, size)
        observed = _differences(is_a[None, :], top, size)[0]
        slack = ROUNDING * np.maximum(np.abs(observed), 1e-300)
        above, below = (null >= observed - slack).sum(axis=0), (null <= observed + slack).sum(axis=0)
        p = 2 * (np.minimum(above, below) + plus) / (len(null) + plus)
        found += p <= alpha
    return found / n_simulations, splits.p_min


def _differences(member: Floats, top: Floats, size: Floats) -> Floats:
    """Difference in means under each split, one column for each effect."""
    top_a, size_a = member @ top, (member @ size)[:, None]
    return top_a / size_a - (top.sum(axis=0) - top_a) / (size.sum() - size_a)


def wilson_interval(share: Floats, n: int, *, z: float = 1.959963984540054) -> tuple[Floats, Floats]:
    """
    Interval of a share of n simulations.

    References
    ----------
    Wilson (1927), J. Amer. Statist. Assoc. 22, 209-212.

    Examples
    --------
    >>> low, high = wilson_interval(np.array([0.5]), 100)
    >>> low.round(3), high.round(3)
    (array([0.404]), array([0.596]))
    """
    centre = (share + z**2 / (2 * n)) / (1 + z**2 / n)
    half = z * np.sqrt(share * (1 - share) / n + z**2 / (4 * n**2)) / (1 + z**2 / n)
    return centre - half, centre + half


def smallest_detectable(effects: Floats, power: Floats, wanted: float = 0.8) -> float:
    """
    The effect at which the power first reaches a wanted value, by linear interpolation.

    Returns
    -------
    float
        NaN if no effect of the grid reaches it.

    Examples
    --------
    >>> smallest_detectable(np.array([0.0, 1.0, 2.0]), np.array([0.05, 0.6, 1.0]))
    1.5
    """
    reached = np.flatnonzero(power >= wanted)
    if not len(reached):
        return float("nan")
    i = int(reached[0])
    if i == 0:
        return float(effects[0])
    step = (wanted - power[i - 1]) / (power[i] - power[i - 1])
    return float(effects[i - 1] + step * (effects[i] - effects[i - 1]))


def intraclass_correlation(values: Floats, cluster: NDArray[np.int64]) -> float:
    """
    How alike documents of one cluster are: one-way analysis of variance estimate.

    Parameters
    ----------
    values : (D,) float array
        NaN is left out.
    cluster : (D,) int array

    Returns
    -------
    float
        At most 1; below 0 is possible and means no likeness. NaN without two clusters and a cluster of two documents,
        or without variance.

    References
    ----------
    Donner (1986), Int. Statist. Rev. 54, 67-82.

    Examples
    --------
    >>> intraclass_correlation(np.array([1.0, 1.0, 3.0, 3.0]), np.array([0, 0, 1, 1]))
    1.0
    """
    there = ~np.isnan(values)
    y, codes = values[there], np.unique(cluster[there], return_inverse=True)[1]
    n = np.bincount(codes)
    if len(n) < 2 or len(y) == len(n):
        return float("nan")
    means = np.bincount(codes, weights=y) / n
    between = (n * (means - y.mean()) ** 2).sum() / (len(n) - 1)
    within = ((y - means[codes]) ** 2).sum() / (len(y) - len(n))
    typical = (len(y) - (n**2).sum() / len(y)) / (len(n) - 1)
    total = between + (typical - 1) * within
    return float((between - within) / total) if total > 0 else float("nan")
