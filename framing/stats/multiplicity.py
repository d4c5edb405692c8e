"""Corrections for many tests; a p value that is NaN was no test and is left out of their number."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]


def _on_present(p: Floats, rule: Callable[[Floats], Floats]) -> Floats:
    """Apply a rule for ascending p to those that are not NaN, and put the rest back."""
    p = np.asarray(p, dtype=np.float64)
    present = ~np.isnan(p)
    if ((p[present] < 0) | (p[present] > 1)).any():
        raise ValueError("p values must lie between 0 and 1")
    adjusted = np.full(p.shape, np.nan)
    order = np.argsort(p[present], kind="stable")
    back = np.empty_like(order)
    back[order] = np.arange(len(order))
    adjusted[present] = np.minimum(rule(p[present][order]), 1.0)[back]
    return adjusted


def holm(p: Floats) -> Floats:
    """
    Holm's step-down adjustment: controls the chance of any false positive.

    Parameters
    ----------
    p : (m,) float array
        In [0, 1]; NaN is left out of m and stays NaN.

    Returns
    -------
    (m,) float array
        Adjusted p, at most 1.

    References
    ----------
    Holm (1979), Scand. J. Statist. 6, 65-70.

    Examples
    --------
    >>> holm(np.array([0.01, 0.04, np.nan, 0.03]))
    array([0.03, 0.06,  nan, 0.06])
    """
    return _on_present(p, lambda q: np.maximum.accumulate(q * np.arange(len(q), 0, -1)))


def benjamini_hochberg(p: Floats) -> Floats:
    """
    Benjamini-Hochberg step-up adjustment: controls the expected share of false positives.

    Parameters
    ----------
    p : (m,) float array
        In [0, 1]; NaN is left out of m and stays NaN.

    Returns
    -------
    (m,) float array
        Adjusted p ("q values"), at most 1.

    References
    ----------
    Benjamini & Hochberg (1995), J. R. Statist. Soc. B 57, 289-300.

    Examples
    --------
    >>> benjamini_hochberg(np.array([0.01, 0.04, np.nan, 0.03]))
    array([0.03, 0.04,  nan, 0.04])
    """
    return _on_present(p, lambda q: _step_up(q, 1.0))


def benjamini_yekutieli(p: Floats) -> Floats:
    """
    Benjamini-Yekutieli adjustment: as Benjamini-Hochberg, under any dependence of the tests.

    Parameters
    ----------
    p : (m,) float array
        In [0, 1]; NaN is left out of m and stays NaN.

    Returns
    -------
    (m,) float array

    References
    ----------
    Benjamini & Yekutieli (2001), Ann. Statist. 29, 1165-1188.

    Examples
    --------
    >>> benjamini_yekutieli(np.array([0.01, 0.5])).round(3)
    array([0.03, 0.75])
    """
    return _on_present(p, lambda q: _step_up(q, float((1 / np.arange(1, len(q) + 1)).sum())))


def _step_up(q: Floats, factor: float) -> Floats:
    """Ascending p times m by rank, made monotone from the largest down."""
    scaled = factor * len(q) * q / np.arange(1, len(q) + 1)
    return np.minimum.accumulate(scaled[::-1])[::-1]


def bonferroni(p: Floats) -> Floats:
    """
    Bonferroni adjustment.

    Parameters
    ----------
    p : (m,) float array
        In [0, 1]; NaN is left out of m and stays NaN.

    Returns
    -------
    (m,) float array

    References
    ----------
    Dunn (1961), J. Amer. Statist. Assoc. 56, 52-64.

    Examples
    --------
    >>> bonferroni(np.array([0.01, np.nan, 0.6]))
    array([0.02,  nan, 1.  ])
    """
    return _on_present(p, lambda q: q * len(q))


def adjust(p: Floats, method: str = "holm") -> Floats:
    """
    Adjusted p values of one family of tests.

    Parameters
    ----------
    p : (m,) float array
        In [0, 1]; NaN is left out of m and stays NaN.
    method : {"holm", "bh", "by", "bonferroni", "none"}
        "none" gives NaN everywhere when there is more than one test: uncorrected p values have no adjusted value.

    Returns
    -------
    (m,) float array

    Raises
    ------
    ValueError
        For an unknown method, or p outside [0, 1].

    Examples
    --------
    >>> adjust(np.array([0.02, 0.03]), "holm")
    array([0.04, 0.04])
    """
    rules = {"holm": holm, "bh": benjamini_hochberg, "by": benjamini_yekutieli, "bonferroni": bonferroni}
    if method == "none":
        p = np.asarray(p, dtype=np.float64)
        return p.copy() if (~np.isnan(p)).sum() <= 1 else np.full(p.shape, np.nan)
    if method not in rules:
        raise ValueError(f"no correction {method!r}; known: {', '.join(rules)}, none")
    return rules[method](p)
