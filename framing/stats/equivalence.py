"""Is a difference small enough to be called none? Two one-sided tests against a smallest effect of interest."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from framing.stats.permute import Splits, permute_difference

Floats = NDArray[np.float64]


def tost_permutation(
    sums: Floats, sizes: Floats, is_a: NDArray[np.bool_], splits: Splits, bound: Floats | float
) -> tuple[Floats, float]:
    """
    Two one-sided permutation tests that the difference of two ratios lies inside (-bound, bound).

    Side a is moved by the bound, up and then down, and each time whole clusters change sides.

    Parameters
    ----------
    sums, sizes : (G, K) float array
        Cluster sums, as in `framing.stats.permute.permute_difference`.
    is_a : (G,) bool array
    splits : Splits
    bound : float or (K,) float array
        Smallest effect of interest, above 0, in the unit of the ratio.

    Returns
    -------
    (p, p_min) : (K,) float array and float
        `p` is the larger of the two one-sided p values: small means the difference is smaller than the bound.
        `p_min` is the least these splits can give.

    References
    ----------
    Schuirmann (1987), J. Pharmacokin. Biopharm. 15, 657-680; Lakens (2017), Soc. Psychol. Pers. Sci. 8, 355-362.

    Examples
    --------
    >>> from framing.stats.permute import label_splits
    >>> sums, sizes = np.array([[1.0], [2], [3], [1], [2], [3]]), np.ones((6, 1))
    >>> is_a = np.arange(6) < 3
    >>> p, p_min = tost_permutation(sums, sizes, is_a, label_splits(3, 3, np.random.default_rng(0)), bound=5.0)
    >>> float(p[0]), p_min
    (0.05, 0.05)
    """
    shift = np.where(is_a[:, None], sizes, 0.0) * np.asarray(bound)
    not_below = permute_difference(sums + shift, sizes, is_a, splits).greater
    not_above = permute_difference(sums - shift, sizes, is_a, splits).less
    n = len(splits.member) + (not splits.exact)
    return np.maximum(not_below, not_above), (1.0 / n if n > 1 else float("nan"))


def tost_bootstrap(draws: Floats, bound: Floats | float) -> Floats:
    """
    Two one-sided bootstrap tests: the larger share of draws at or beyond one of the two bounds.

    Parameters
    ----------
    draws : (B, K) float array
        Bootstrap draws of the difference.
    bound : float or (K,) float array

    Returns
    -------
    (K,) float array
        (b + 1) / (B + 1); NaN where a draw is NaN.

    References
    ----------
    Efron & Tibshirani (1993), section 16.5; Schuirmann (1987).

    Examples
    --------
    >>> float(tost_bootstrap(np.array([[-0.1], [0.0], [0.3]]), 0.2)[0])
    0.5
    """
    b = len(draws)
    above, below = (draws >= bound).sum(axis=0), (draws <= -np.asarray(bound)).sum(axis=0)
    p = (np.maximum(above, below) + 1) / (b + 1)
    return np.where(np.isnan(draws).any(axis=0), np.nan, p)


def verdict(low: float, high: float, bound: float) -> str:
    """
    What an interval says about a difference and a smallest effect of interest.

    Parameters
    ----------
    low, high : float
        Interval at level 1 - 2 alpha.
    bound : float

    Returns
    -------
    str
        "smaller than the bound", "larger than the bound" or "undecided"; "" if there is no interval.

    Examples
    --------
    >>> verdict(-0.1, 0.2, 0.5), verdict(0.6, 0.9, 0.5), verdict(0.1, 0.9, 0.5)
    ('smaller than the bound', 'larger than the bound', 'undecided')
    """
    if np.isnan(low) or np.isnan(high):
        return ""
    if -bound < low and high < bound:
        return "smaller than the bound"
    return "larger than the bound" if low >= bound or high <= -bound else "undecided"
