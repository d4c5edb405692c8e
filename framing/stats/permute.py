"""Permutation of cluster labels: exact where all splits can be listed, else Monte Carlo."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations
from math import comb

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
MOST_SPLITS = 100_000
MOST_CELLS = 40_000_000
# Statistics that differ only by rounding count as equal, so that p does not hang on the order of a sum.
ROUNDING = 1e-10


@dataclass(frozen=True, slots=True)
class Splits:
    """
    Ways to call some clusters "side a".

    Attributes
    ----------
    member : (S, G) float array
        1 where a cluster is on side a in that split, else 0; for exact splits the first row is not special.
    exact : bool
        True if these are all splits; False if they are drawn at random (the observed one not among them).
    """

    member: Floats
    exact: bool

    @property
    def p_min(self) -> float:
        """
        Smallest two-sided p these splits can give: 2 by their number, or 2 / (B + 1) for B random ones.

        NaN if there is only one split.
        """
        n = len(self.member) + (not self.exact)
        return min(1.0, 2.0 / n) if n > 1 else float("nan")


def minimum_p(n_a: int, n_b: int, *, two_sided: bool = True) -> float:
    """
    Smallest p an exact permutation of cluster labels can give.

    Parameters
    ----------
    n_a, n_b : int
        Clusters on each side.
    two_sided : bool
        Two-sided p is twice the smaller one-sided p.

    Returns
    -------
    float
        NaN if a side has no cluster.

    References
    ----------
    Ernst (2004), Statist. Sci. 19, 676-685.

    Examples
    --------
    >>> minimum_p(3, 3)
    0.1
    >>> minimum_p(1, 1)
    1.0
    """
    if n_a < 1 or n_b < 1:
        return float("nan")
    return min(1.0, (2 if two_sided else 1) / comb(n_a + n_b, n_a))


def label_splits(n_a: int, n_b: int, rng: np.random.Generator, *, n_draws: int = 9_999, most: int = MOST_SPLITS) -> Splits:
    """
    All splits of the clusters into the two sides, or random ones if there are more than `most`.

    Parameters
    ----------
    n_a, n_b : int
        Clusters on each side.
    rng : Generator
        Not used where all splits are listed.
    n_draws : int
        Random splits B, where they are drawn; fewer, but not below 999, with more than 4,000 clusters.
    most : int
        List all splits up to this number.

    Returns
    -------
    Splits

    Examples
    --------
    >>> splits = label_splits(2, 2, np.random.default_rng(0))
    >>> len(splits.member), splits.exact
    (6, True)
    """
    n = n_a + n_b
    if comb(n, n_a) <= most:
        rows = np.array(list(combinations(range(n), n_a)), dtype=np.int64).reshape(-1, n_a)
        member = np.zeros((len(rows), n))
        np.put_along_axis(member, rows, 1.0, axis=1)
        return Splits(member, exact=True)
    # Thousands of clusters do not need as many splits as tens, and their table would fill the memory.
    n_draws = max(min(n_draws, 999), min(n_draws, MOST_CELLS // n))
    member = np.empty((n_draws, n))
    for start in range(0, n_draws, 256):
        part = member[start : start + 256]
        part[:] = rng.random(part.shape).argsort(axis=1) < n_a
    return Splits(member, exact=False)


@dataclass(frozen=True, slots=True)
class Permutation:
    """One p value for each column and alternative; see `p_values`."""

    two_sided: Floats
    greater: Floats
    less: Floats
    absolute: Floats
    n_splits: int
    exact: bool


def p_values(observed: Floats | float, null: Floats | Iterator[Floats], *, exact: bool) -> Permutation:
    """
    Permutation p of each column.

    Parameters
    ----------
    observed : float or (K,) float array
    null : (S,) or (S, K) float array, or an iterator over chunks (s, K) of it
        The statistic under each split.
    exact : bool
        True if `null` holds all splits: p = b / S. Otherwise p = (b + 1) / (S + 1), which is never 0.

    Returns
    -------
    Permutation
        `two_sided` is twice the smaller of `greater` and `less`, at most 1 (as SciPy);
        `absolute` is the share of splits with |statistic| at least the observed one. NaN where a statistic is NaN.

    References
    ----------
    Phipson & Smyth (2010), Statist. Appl. Genet. Mol. Biol. 9, 39 (why + 1); Ernst (2004).

    Examples
    --------
    >>> test = p_values(2.0, np.array([-2.0, -1, 1, 2]), exact=True)
    >>> float(test.greater[0]), float(test.two_sided[0])
    (0.25, 0.5)
    """
    theta = np.atleast_1d(np.asarray(observed, dtype=np.float64))
    slack = ROUNDING * np.maximum(np.abs(theta), 1e-300)
    n, above, below, beyond, missing = 0, 0, 0, 0, np.isnan(theta)
    for chunk in [null] if isinstance(null, np.ndarray) else null:
        chunk = chunk[:, None] if chunk.ndim == 1 else chunk
        n += len(chunk)
        above = above + (chunk >= theta - slack).sum(axis=0)
        below = below + (chunk <= theta + slack).sum(axis=0)
        beyond = beyond + (np.abs(chunk) >= np.abs(theta) - slack).sum(axis=0)
        missing = missing | np.isnan(chunk).any(axis=0)
    one = 0 if exact else 1
    shares = [np.where(missing, np.nan, (count + one) / (n + one)) for count in (above, below, beyond)]
    two_sided = np.minimum(1.0, 2 * np.minimum(shares[0], shares[1]))
    return Permutation(two_sided, shares[0], shares[1], shares[2], n, exact)


def permute_difference(sums: Floats, sizes: Floats, is_a: NDArray[np.bool_], splits: Splits) -> Permutation:
    """
    Permutation test of the difference of two ratios, moving whole clusters between the sides.

    Parameters
    ----------
    sums, sizes : (G, K) float array
        Sum of scores and number of documents (or hits and words) of each cluster, both sides together.
    is_a : (G,) bool array
        The clusters observed on side a.
    splits : Splits
        From `label_splits(is_a.sum(), (~is_a).sum(), ...)`.

    Returns
    -------
    Permutation

    Examples
    --------
    >>> sums, sizes = np.array([[3.0], [4.0], [1.0], [2.0]]), np.ones((4, 1))
    >>> is_a = np.array([True, True, False, False])
    >>> test = permute_difference(sums, sizes, is_a, label_splits(2, 2, np.random.default_rng(0)))
    >>> float(test.two_sided[0]).__round__(4)
    0.3333
    """
    observed = next(_differences(sums, sizes, is_a[None, :].astype(np.float64)))
    return p_values(observed[0], _differences(sums, sizes, splits.member), exact=splits.exact)


def _differences(sums: Floats, sizes: Floats, member: Floats) -> Iterator[Floats]:
    """Difference of ratios under each split, in chunks that stay in the cache."""
    rows = max(1, 2_000_000 // max(1, sums.shape[1]))
    all_sums, all_sizes = sums.sum(axis=0), sizes.sum(axis=0)
    for start in range(0, len(member), rows):
        chunk = member[start : start + rows]
        top, bottom = chunk @ sums, chunk @ sizes
        with np.errstate(invalid="ignore", divide="ignore"):
            yield top / bottom - (all_sums - top) / (all_sizes - bottom)


def permutation_test(a: Floats, b: Floats, *, rng: np.random.Generator | None = None, n_draws: int = 9_999) -> Permutation:
    """
    Permutation test of the difference in means of two independent samples.

    Parameters
    ----------
    a, b : (n_a,) and (n_b,) float array
        One value for each unit that is permuted (a document, or a cluster's mean).
    rng : Generator, optional
        Needed only if there are more than 100,000 splits.
    n_draws : int

    Returns
    -------
    Permutation

    References
    ----------
    Fisher (1935), The Design of Experiments; Ernst (2004), Statist. Sci. 19, 676-685.

    Examples
    --------
    >>> test = permutation_test(np.array([2.1, 3.4, 1.9, 5.0, 4.2]), np.array([1.0, 2.2, 1.7, 2.9]))
    >>> round(float(test.two_sided[0]), 4), test.n_splits
    (0.1111, 126)
    """
    values = np.concatenate([a, b]).astype(np.float64)[:, None]
    is_a = np.arange(len(values)) < len(a)
    splits = label_splits(len(a), len(b), rng or np.random.default_rng(0), n_draws=n_draws)
    return permute_difference(values, np.ones_like(values), is_a, splits)


def permute_labels(labels: NDArray[np.int64], n_draws: int, rng: np.random.Generator) -> NDArray[np.int64]:
    """
    Random reassignments of the clusters to two or more sides; each side keeps its number of clusters.

    Parameters
    ----------
    labels : (G,) int array
        Side of each cluster.
    n_draws : int
    rng : Generator

    Returns
    -------
    (n_draws, G) int array

    Examples
    --------
    >>> permute_labels(np.array([0, 0, 1]), 2, np.random.default_rng(0)).sum(axis=1).tolist()
    [1, 1]
    """
    return np.asarray(labels)[rng.random((n_draws, len(labels))).argsort(axis=1)]


def omnibus(sums: Floats, sizes: Floats, labels: NDArray[np.int64], shuffled: NDArray[np.int64]) -> tuple[Floats, Floats]:
    """
    Do three or more sides differ at all? Spread of the sides' means, tested by moving clusters between sides.

    Parameters
    ----------
    sums, sizes : (G, K) float array
        As in `permute_difference`.
    labels : (G,) int array
        Side of each cluster, in [0, S).
    shuffled : (B, G) int array
        From `permute_labels`.

    Returns
    -------
    (statistic, p) : (K,) float arrays
        The statistic is the sum over sides of size x (mean - grand mean)**2; p = (b + 1) / (B + 1).
        NaN where a side has no document.

    References
    ----------
    Anderson (2001), Austral Ecology 26, 32-46 (permutation of the between-group sum of squares).

    Examples
    --------
    >>> labels = np.array([0, 0, 1, 1, 2, 2])
    >>> sums, sizes = np.array([[1.0], [1], [5], [5], [9], [9]]), np.ones((6, 1))
    >>> statistic, p = omnibus(sums, sizes, labels, permute_labels(labels, 999, np.random.default_rng(0)))
    >>> float(statistic[0]), bool(p[0] < 0.15)
    (64.0, True)
    """
    observed = _between(sums, sizes, labels[None, :])[0]
    null = (_between(sums, sizes, shuffled[start : start + 256]) for start in range(0, len(shuffled), 256))
    return observed, p_values(observed, null, exact=False).greater


def _between(sums: Floats, sizes: Floats, labels: NDArray[np.int64]) -> Floats:
    """Between-side sum of squares for each row of labels."""
    with np.errstate(invalid="ignore", divide="ignore"):
        grand = sums.sum(axis=0) / sizes.sum(axis=0)
        total = np.zeros((len(labels), sums.shape[1]))
        for side in range(int(labels.max()) + 1):
            member = (labels == side).astype(np.float64)
            top, bottom = member @ sums, member @ sizes
            total += bottom * (top / bottom - grand) ** 2
    return total
