"""Specification curves: does a finding survive other reasonable choices, judged against shuffled data?"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy import stats

Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class CurveStatistics:
    """
    Three numbers that sum up one specification curve (arrays where there are many curves).

    Attributes
    ----------
    median : float or (B,) array
        Median estimate over specifications.
    share : float or (B,) array
        Share of specifications with p < alpha and the sign of the median, in [0, 1].
    stouffer : float or (B,) array
        Sum of signed z values by the root of their number.
    """

    median: Floats
    share: Floats
    stouffer: Floats


@dataclass(frozen=True, slots=True)
class CurveInference:
    """
    A specification curve against curves under the null; see `curve_inference`.

    `p_*` are b / B as in the paper; `p_plus_one_*` are (b + 1) / (B + 1), which is never 0.
    """

    observed: CurveStatistics
    p_median: float
    p_share: float
    p_stouffer: float
    p_plus_one_median: float
    p_plus_one_share: float
    p_plus_one_stouffer: float
    n_null: int


def curve_statistics(estimates: Floats, p: Floats, *, alpha: float = 0.05) -> CurveStatistics:
    """
    Median, share significant in the dominant direction, and Stouffer's Z.

    Parameters
    ----------
    estimates : (S,) or (B, S) float array
        One estimate for each specification (and resample). NaN is left out.
    p : (S,) or (B, S) float array
        Two-sided p values; NaN counts as not significant and as z = 0 left out.
    alpha : float

    Returns
    -------
    CurveStatistics
        NaN where no specification has an estimate.

    References
    ----------
    Simonsohn, Simmons & Nelson (2020), Nature Human Behaviour 4, 1208-1214; Stouffer et al. (1949).

    Examples
    --------
    >>> curve = curve_statistics(np.array([0.1, 0.3, -0.2]), np.array([0.04, 0.2, 0.01]))
    >>> float(curve.median), round(float(curve.share), 3)
    (0.1, 0.333)
    """
    estimates, p = np.asarray(estimates, dtype=np.float64), np.asarray(p, dtype=np.float64)
    there = ~np.isnan(estimates)
    n = there.sum(axis=-1)
    some = n > 0
    median = np.full(n.shape, np.nan)
    median[some] = np.nanmedian(np.where(some[..., None], estimates, 0.0), axis=-1)[some]
    with np.errstate(invalid="ignore", divide="ignore"):
        hit = there & (p < alpha) & (np.sign(estimates) == np.sign(median)[..., None])
        share = np.where(some, hit.sum(axis=-1) / n, np.nan)
        tested = there & ~np.isnan(p)
        z = np.where(tested, np.sign(estimates) * stats.norm.isf(np.where(tested, p, 1.0) / 2), 0.0)
        stouffer = np.where(tested.any(axis=-1), z.sum(axis=-1) / np.sqrt(tested.sum(axis=-1)), np.nan)
    return CurveStatistics(median[()], share[()], stouffer[()])


def curve_inference(
    estimates: Floats, p: Floats, null_estimates: Floats, null_p: Floats, *, alpha: float = 0.05
) -> CurveInference:
    """
    Joint inference over all specifications: how often does shuffled data give a curve at least as extreme?

    Specifications share their data, so their p values must not be combined as if they were independent; the same
    correlation is in every shuffled curve, and the comparison takes care of it.

    Parameters
    ----------
    estimates, p : (S,) float array
        The observed curve.
    null_estimates, null_p : (B, S) float array
        The same specifications on B resamples under the null.
    alpha : float

    Returns
    -------
    CurveInference
        Extreme means a larger |median|, a larger share (each resample in its own dominant direction), a larger
        |Stouffer Z|. NaN if a statistic is NaN.

    References
    ----------
    Simonsohn, Simmons & Nelson (2020), Nature Human Behaviour 4, 1208-1214.

    Examples
    --------
    >>> null = np.array([[0.1, -0.1], [0.0, 0.2], [0.3, 0.1], [-0.5, -0.6]])
    >>> fit = curve_inference(np.array([0.4, 0.5]), np.array([0.01, 0.02]), null, np.full((4, 2), 0.5))
    >>> fit.p_median, fit.p_plus_one_median
    (0.25, 0.4)
    """
    observed = curve_statistics(estimates, p, alpha=alpha)
    null = curve_statistics(null_estimates, null_p, alpha=alpha)
    b = len(null_estimates)
    counts = [
        _at_least(np.abs(observed.median), np.abs(null.median)),
        _at_least(observed.share, null.share),
        _at_least(np.abs(observed.stouffer), np.abs(null.stouffer)),
    ]
    plain, plus_one = [c / b for c in counts], [(c + 1) / (b + 1) for c in counts]
    return CurveInference(observed, plain[0], plain[1], plain[2], plus_one[0], plus_one[1], plus_one[2], b)


def _at_least(observed: Any, null: Any) -> float:
    """Resamples at least as large, rounding aside; NaN if the observed value is."""
    if np.isnan(observed):
        return float("nan")
    return float((null >= observed - 1e-10 * abs(observed)).sum())


def null_p_values(null: Floats) -> Floats:
    """
    Two-sided p of every resample within its own null distribution, column by column.

    Parameters
    ----------
    null : (B, S) float array
        Statistic of each specification in each resample.

    Returns
    -------
    (B, S) float array
        Twice the smaller tail share, ties included, at most 1; resamples that are NaN are left out of their column.

    Examples
    --------
    >>> null_p_values(np.array([[-2.0], [-1.0], [1.0], [2.0]])).ravel().tolist()
    [0.5, 1.0, 1.0, 0.5]
    """
    there = ~np.isnan(null)
    n = np.maximum(there.sum(axis=0), 1)
    # Rounding must not part statistics that are equal by symmetry.
    scale = np.abs(np.where(there, null, 0.0)).max(axis=0, initial=0.0)
    rounded = np.where(there, np.round(null / np.where(scale > 0, scale, 1.0), 10), np.inf)
    at_most = stats.rankdata(rounded, method="max", axis=0) / n
    at_least = (n + 1 - stats.rankdata(rounded, method="min", axis=0)) / n
    return np.where(there, np.minimum(1.0, 2 * np.minimum(at_most, at_least)), np.nan)


def variance_shares(estimates: Floats, levels: NDArray[np.int64]) -> tuple[Floats, Floats]:
    """
    Which choice matters most: shares of the variance over specifications.

    Parameters
    ----------
    estimates : (S,) float array
        NaN is left out.
    levels : (S, C) int array
        The option taken for each of C choices; every combination once.

    Returns
    -------
    (main, total) : (C,) float arrays
        `main`: variance of the option means (the choice alone). `total`: what the choice can move when the others are
        held, alone or together with them. Both by the variance over all specifications, in [0, 1]; NaN if all
        estimates are equal.

    References
    ----------
    Sobol' (2001), Math. Comput. Simul. 55, 271-280; Saltelli et al. (2010), Comput. Phys. Commun. 181, 259-270.

    Examples
    --------
    >>> levels = np.array([[0, 0], [0, 1], [1, 0], [1, 1]])
    >>> main, total = variance_shares(np.array([1.0, 1.0, 3.0, 5.0]), levels)
    >>> main.round(3).tolist(), total.round(3).tolist()
    ([0.818, 0.091], [0.909, 0.182])
    """
    there = ~np.isnan(estimates)
    y, x = estimates[there], levels[there]
    n_choices = levels.shape[1]
    total_variance = y.var() if len(y) else 0.0
    if total_variance <= 1e-20 * max(1.0, float(np.abs(y).max(initial=0.0)) ** 2):
        return np.full(n_choices, np.nan), np.full(n_choices, np.nan)
    main, total = np.empty(n_choices), np.empty(n_choices)
    for c in range(n_choices):
        others = np.delete(x, c, axis=1)
        group = np.unique(others, axis=0, return_inverse=True)[1].ravel() if others.shape[1] else np.zeros(len(y), np.int64)
        main[c] = _between(y, x[:, c]) / total_variance
        total[c] = 1 - _between(y, group) / total_variance
    # Nine decimals: sums differ behind them from processor to processor, and choices that do nothing leave traces.
    return tuple(np.clip(x, 0.0, 1.0).round(9) for x in (main, total))  # type: ignore[return-value]


def _between(y: Floats, group: NDArray[np.int64]) -> float:
    """Variance of group means, each weighted by its size."""
    codes = np.unique(group, return_inverse=True)[1].ravel()
    n = np.bincount(codes)
    means = np.bincount(codes, weights=y) / n
    return float((n * (means - y.mean()) ** 2).sum() / len(y))
