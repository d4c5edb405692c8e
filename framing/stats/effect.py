"""Standardised differences between two groups of documents."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from scipy import special, stats

Floats = NDArray[np.float64]


def small_sample_correction(df: Floats | float, *, exact: bool = True) -> Floats:
    """
    Hedges' J, which takes the bias out of Cohen's d.

    Parameters
    ----------
    df : float or array
        Degrees of freedom, n_a + n_b - 2.
    exact : bool
        True for the gamma function; False for the approximation 1 - 3 / (4 df - 1).

    Returns
    -------
    float or array
        In (0, 1); NaN for df < 1 (exact form: df <= 1, where d has no expectation).

    References
    ----------
    Hedges (1981), J. Educ. Statist. 6, 107-128.

    Examples
    --------
    >>> round(float(small_sample_correction(10)), 6)
    0.922746
    """
    df = np.asarray(df, dtype=np.float64)
    with np.errstate(invalid="ignore", divide="ignore"):
        if not exact:
            return np.where(df >= 1, 1 - 3 / (4 * df - 1), np.nan)
        safe = np.where(df > 1, df, np.nan)
        return np.exp(special.gammaln(safe / 2) - special.gammaln((safe - 1) / 2)) / np.sqrt(safe / 2)


def cohens_d(a: Floats, b: Floats) -> Floats:
    """
    Difference of means in units of the pooled standard deviation, column by column.

    Parameters
    ----------
    a : (n_a,) or (n_a, K) float array
    b : (n_b,) or (n_b, K) float array
        NaN values are left out.

    Returns
    -------
    float or (K,) array
        Positive where `a` is larger. NaN with fewer than two values in all degrees of freedom, or no variance.

    References
    ----------
    Cohen (1988), Statistical Power Analysis for the Behavioral Sciences.

    Examples
    --------
    >>> float(cohens_d(np.array([1.0, 2, 3]), np.array([2.0, 3, 4])))
    -1.0
    """
    n_a, mean_a, square_a = _moments(a)
    n_b, mean_b, square_b = _moments(b)
    with np.errstate(invalid="ignore", divide="ignore"):
        pooled = (square_a + square_b) / (n_a + n_b - 2)
        # Equal values can leave a rounding residue where there is no variance at all.
        floor = 1e-24 * np.maximum(mean_a**2, mean_b**2)
        usable = (n_a > 0) & (n_b > 0) & (n_a + n_b > 2) & (pooled > floor)
        return np.where(usable, (mean_a - mean_b) / np.sqrt(pooled), np.nan)[()]


def hedges_g(a: Floats, b: Floats, *, exact: bool = True) -> Floats:
    """
    Cohen's d without its small-sample bias.

    Parameters
    ----------
    a : (n_a,) or (n_a, K) float array
    b : (n_b,) or (n_b, K) float array
        NaN values are left out.
    exact : bool
        Gamma-function correction (as R's `effectsize`); False for 1 - 3 / (4 df - 1).

    Returns
    -------
    float or (K,) array
        Positive where `a` is larger. NaN without variance, or with fewer than two degrees of freedom.

    References
    ----------
    Hedges (1981), J. Educ. Statist. 6, 107-128.

    Examples
    --------
    >>> round(float(hedges_g(np.array([1.0, 2, 3]), np.array([2.0, 3, 4]))), 4)
    -0.7979
    """
    df = _moments(a)[0] + _moments(b)[0] - 2
    return (small_sample_correction(df, exact=exact) * cohens_d(a, b))[()]


def _moments(x: Floats) -> tuple[Floats, Floats, Floats]:
    """Number, mean and sum of squared deviations of each column, NaN left out."""
    x = np.asarray(x, dtype=np.float64)
    there = ~np.isnan(x)
    n = there.sum(axis=0).astype(np.float64)
    with np.errstate(invalid="ignore", divide="ignore"):
        mean = np.where(there, x, 0.0).sum(axis=0) / n
        return n, mean, np.where(there, (x - mean) ** 2, 0.0).sum(axis=0)


def cliffs_delta(a: Floats, b: Floats) -> Floats:
    """
    How much more often a value of `a` exceeds one of `b` than the reverse, column by column.

    Parameters
    ----------
    a : (n_a,) or (n_a, K) float array
    b : (n_b,) or (n_b, K) float array
        NaN values are left out.

    Returns
    -------
    float or (K,) array
        2 U / (n_a n_b) - 1, in [-1, 1]; ties count half; 0 when all values are equal. NaN if a group is empty.

    References
    ----------
    Cliff (1993), Psychol. Bull. 114, 494-509.

    Examples
    --------
    >>> float(cliffs_delta(np.array([1.0, 2]), np.array([2.0, 4])))
    -0.75
    """
    u, n_a, n_b = _u(a, b)
    with np.errstate(invalid="ignore", divide="ignore"):
        return np.where((n_a > 0) & (n_b > 0), 2 * u / (n_a * n_b) - 1, np.nan)[()]


def mann_whitney_u(a: Floats, b: Floats) -> Floats:
    """
    Mann-Whitney U of `a`: pairs in which the value of `a` is larger, ties half.

    Parameters
    ----------
    a : (n_a,) or (n_a, K) float array
    b : (n_b,) or (n_b, K) float array
        NaN values are left out.

    Returns
    -------
    float or (K,) array
        In [0, n_a n_b].

    References
    ----------
    Mann & Whitney (1947), Ann. Math. Statist. 18, 50-60.

    Examples
    --------
    >>> float(mann_whitney_u(np.array([1.0, 2]), np.array([2.0, 4])))
    0.5
    """
    return _u(a, b)[0][()]


def _u(a: Floats, b: Floats) -> tuple[Floats, Floats, Floats]:
    """U of `a` from midranks, with both numbers of values."""
    a, b = np.asarray(a, dtype=np.float64), np.asarray(b, dtype=np.float64)
    both = np.concatenate([a, b])
    there = ~np.isnan(both)
    # Missing values rank last, so they do not move the ranks of the others.
    ranks = stats.rankdata(np.where(there, both, np.inf), axis=0) if len(both) else both
    n_a, n_b = there[: len(a)].sum(axis=0), there[len(a) :].sum(axis=0)
    u = np.where(there, ranks, 0.0)[: len(a)].sum(axis=0) - n_a * (n_a + 1) / 2
    return np.asarray(u), np.asarray(n_a, dtype=np.float64), np.asarray(n_b, dtype=np.float64)
