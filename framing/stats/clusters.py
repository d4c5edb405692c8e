"""Cluster bootstrap and cluster permutation of values given cluster by cluster."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import ArrayLike, NDArray

from framing.stats.permute import Permutation, label_splits, permute_difference
from framing.stats.resample import Difference, all_weights, bootstrap_difference, cluster_weights

Floats = NDArray[np.float64]


def sums_and_sizes(clusters: Sequence[ArrayLike], *, unit: str = "document") -> tuple[Floats, Floats]:
    """
    Sum and size of each cluster.

    Parameters
    ----------
    clusters : sequence of (n_g,) arrays
        The values of the documents of each cluster.
    unit : {"document", "cluster"}
        With "cluster" every cluster counts once, by its mean.

    Returns
    -------
    (sums, sizes) : (G, 1) float arrays

    Examples
    --------
    >>> sums, sizes = sums_and_sizes([[1.0, 3.0], [5.0]])
    >>> sums.ravel().tolist(), sizes.ravel().tolist()
    ([4.0, 5.0], [2.0, 1.0])
    """
    values = [np.asarray(c, dtype=np.float64).ravel() for c in clusters]
    if unit == "cluster":
        return np.array([[v.mean()] for v in values]), np.ones((len(values), 1))
    return np.array([[v.sum()] for v in values]), np.array([[float(len(v))] for v in values])


def bootstrap_clusters(
    a: Sequence[ArrayLike], b: Sequence[ArrayLike], *, n_draws: int | None = 2000, seed: int = 0, unit: str = "document"
) -> Difference:
    """
    Cluster bootstrap of the difference in means of two sides.

    Parameters
    ----------
    a, b : sequence of arrays
        The values of each cluster of a side.
    n_draws : int or None
        None lists all resamples of both sides and crosses them (up to 5 clusters a side).
    seed : int
    unit : {"document", "cluster"}

    Returns
    -------
    Difference
        `.interval(level, "plain")` is the textbook percentile interval; see there for the others.

    References
    ----------
    Davison & Hinkley (1997), section 3.8.

    Examples
    --------
    >>> fit = bootstrap_clusters([[1.0, 3.0], [5.0]], [[0.0], [1.0]], n_draws=None)
    >>> float(fit.estimate[0]), len(fit.draws)
    (2.5, 16)
    """
    if n_draws is None:
        full = [all_weights(len(side)) for side in (a, b)]
        weights = [np.repeat(full[0], len(full[1]), axis=0), np.tile(full[1], (len(full[0]), 1))]
    else:
        streams = [np.random.default_rng(s) for s in np.random.SeedSequence(seed).spawn(2)]
        weights = [cluster_weights(len(side), n_draws, rng) for side, rng in zip((a, b), streams, strict=True)]
    return bootstrap_difference(*sums_and_sizes(a, unit=unit), *sums_and_sizes(b, unit=unit), *weights)


def permute_clusters(
    a: Sequence[ArrayLike], b: Sequence[ArrayLike], *, n_draws: int = 9_999, seed: int = 0, unit: str = "document"
) -> Permutation:
    """
    Permutation test of the difference in means, moving whole clusters between the sides.

    Parameters
    ----------
    a, b : sequence of arrays
        The values of each cluster of a side.
    n_draws : int
        Random splits if there are more than 100,000.
    seed : int
    unit : {"document", "cluster"}

    Returns
    -------
    Permutation
        Exact where all splits can be listed.

    Examples
    --------
    >>> test = permute_clusters([[1.0, 3.0], [5.0]], [[0.0], [1.0]])
    >>> round(float(test.two_sided[0]), 4), test.n_splits
    (0.3333, 6)
    """
    parts = [sums_and_sizes(side, unit=unit) for side in (a, b)]
    sums, sizes = (np.concatenate([p[i] for p in parts]) for i in (0, 1))
    splits = label_splits(len(a), len(b), np.random.default_rng(seed), n_draws=n_draws)
    return permute_difference(sums, sizes, np.arange(len(sums)) < len(a), splits)
