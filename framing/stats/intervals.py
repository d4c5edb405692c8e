"""Bootstrap intervals: percentile, basic, BCa, and the stretch that few clusters need."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy import stats

Floats = NDArray[np.float64]


def percentile_interval(draws: Floats, level: float = 0.95) -> tuple[Floats, Floats]:
    """
    Plain percentile interval of bootstrap draws (linear quantiles).

    Parameters
    ----------
    draws : (B,) or (B, K) float array
    level : float
        In (0, 1).

    Returns
    -------
    (low, high) : K floats each
        NaN where a draw is NaN: a statistic that cannot be computed in some draws has no interval.

    References
    ----------
    Efron & Tibshirani (1993), An Introduction to the Bootstrap, chapter 13.

    Examples
    --------
    >>> low, high = percentile_interval(np.arange(101.0), level=0.9)
    >>> round(float(low), 9), float(high)
    (5.0, 95.0)
    """
    tail = (1 - level) / 2
    low, high = np.quantile(draws, [tail, 1 - tail], axis=0)
    return low, high


def basic_interval(estimate: Floats | float, draws: Floats, level: float = 0.95) -> tuple[Floats, Floats]:
    """
    Basic (reverse percentile) interval: twice the estimate less the percentile bounds.

    Parameters
    ----------
    estimate : float or (K,) float array
    draws : (B,) or (B, K) float array
    level : float

    Returns
    -------
    (low, high) : K floats each

    References
    ----------
    Davison & Hinkley (1997), section 5.2.

    Examples
    --------
    >>> low, high = basic_interval(50.0, np.arange(101.0), level=0.9)
    >>> float(low), float(high)
    (5.0, 95.0)
    """
    low, high = percentile_interval(draws, level)
    return 2 * np.asarray(estimate) - high, 2 * np.asarray(estimate) - low


@dataclass(frozen=True, slots=True)
class BCa:
    """A bias-corrected and accelerated interval with its two corrections; NaN where there is no spread."""

    low: Floats
    high: Floats
    z0: Floats
    acceleration: Floats
    alpha_low: Floats
    alpha_high: Floats


def acceleration(jackknife: Sequence[Floats]) -> Floats:
    """
    Acceleration of BCa from the leave-one-cluster-out values of one or more samples.

    Parameters
    ----------
    jackknife : sequence of (G_s, K) float array
        For each sample (side), the statistic with each of its clusters left out.

    Returns
    -------
    (K,) float array
        0 where leaving out changes nothing.

    References
    ----------
    Efron & Tibshirani (1993), equation 14.15; several samples: Davison & Hinkley (1997), equation 5.24.

    Examples
    --------
    >>> x = np.array([1.0, 2, 4, 8, 16])
    >>> float(acceleration([(x.sum() - x[:, None]) / 4])[0])
    0.06626573549067...
    """
    cubes, squares = 0.0, 0.0
    for values in jackknife:
        n = len(values)
        influence = (n - 1) * (values.mean(axis=0) - values)
        cubes = cubes + (influence**3).sum(axis=0) / n**3
        squares = squares + (influence**2).sum(axis=0) / n**2
    with np.errstate(invalid="ignore", divide="ignore"):
        return np.asarray(np.where(squares > 0, cubes / (6 * np.asarray(squares) ** 1.5), 0.0))


def bca_interval(estimate: Floats | float, draws: Floats, jackknife: Floats | Sequence[Floats], level: float = 0.95) -> BCa:
    """
    Bias-corrected and accelerated bootstrap interval.

    Parameters
    ----------
    estimate : float or (K,) float array
    draws : (B,) or (B, K) float array
    jackknife : array or sequence of arrays, each (G_s,) or (G_s, K)
        Leave-one-cluster-out values; one array for each side.
    level : float

    Returns
    -------
    BCa
        Draws equal to the estimate count half in z0 (midrank, as SciPy does).
        NaN where all draws lie on one side of the estimate, or have no spread.

    References
    ----------
    Efron (1987), J. Amer. Statist. Assoc. 82, 171-185; Efron & Tibshirani (1993), chapter 14.

    Examples
    --------
    >>> x = np.array([1.0, 2, 4, 8, 16])
    >>> from framing.stats.resample import all_weights
    >>> fit = bca_interval(x.mean(), all_weights(5) @ x / 5, (x.sum() - x) / 4)
    >>> float(fit.low[0]), float(fit.high[0])
    (2.6, 12.8)
    """
    draws = draws[:, None] if draws.ndim == 1 else draws
    theta = np.atleast_1d(np.asarray(estimate, dtype=np.float64))
    samples = [jackknife] if isinstance(jackknife, np.ndarray) else list(jackknife)
    a = np.atleast_1d(acceleration([s[:, None] if s.ndim == 1 else s for s in samples]))
    below = ((draws < theta).mean(axis=0) + (draws <= theta).mean(axis=0)) / 2
    z0 = stats.norm.ppf(below)
    z0 = np.where(np.isfinite(z0) & np.isfinite(draws).all(axis=0), z0, np.nan)
    alphas = []
    for tail in ((1 - level) / 2, (1 + level) / 2):
        z = z0 + stats.norm.ppf(tail)
        alphas.append(stats.norm.cdf(z0 + z / (1 - a * z)))
    bounds = [_column_quantiles(draws, alpha) for alpha in alphas]
    return BCa(bounds[0], bounds[1], z0, a, alphas[0], alphas[1])


def _column_quantiles(draws: Floats, share: Floats) -> Floats:
    """The quantile `share[k]` of column k, linear; NaN where the share is."""
    ordered = np.sort(draws, axis=0)
    place = np.nan_to_num(share) * (len(draws) - 1)
    under = np.floor(place).astype(np.int64)
    over = np.minimum(under + 1, len(draws) - 1)
    columns = np.arange(draws.shape[1])
    low, high = ordered[under, columns], ordered[over, columns]
    return np.where(np.isnan(share), np.nan, low + (high - low) * (place - under))


def small_sample_factor(n_clusters: Sequence[float], variances: Sequence[Floats | float], level: float = 0.95) -> Floats:
    """
    By how much a cluster bootstrap interval must be stretched around its estimate when clusters are few.

    The bootstrap variance of a mean of G clusters is too small by (G - 1) / G, and normal-like quantiles take that
    variance as known. Both are mended as in a t interval: side s counts G_s / (G_s - 1) times its variance, and the
    quantile is that of t with Welch-Satterthwaite degrees of freedom.

    Parameters
    ----------
    n_clusters : sequence of float
        Clusters of each side, all at least 2.
    variances : sequence of (K,) float array
        Bootstrap variance of each side's own part of the estimate; equal numbers where it is not known.
    level : float

    Returns
    -------
    (K,) float array
        At least 1; it goes to 1 as clusters grow.

    References
    ----------
    Hesterberg (2015), The American Statistician 69, 371-386, section 4.3 (narrowness bias; there the quantiles are
    moved, here the interval is stretched, which does not run out of draws); Welch (1947), Biometrika 34, 28-35.

    Examples
    --------
    >>> [round(float(small_sample_factor([g, g], [1.0, 1.0])), 2) for g in (2, 3, 5, 8, 30)]
    [3.1, 1.73, 1.32, 1.17, 1.04]
    """
    parts = [np.asarray(v, dtype=np.float64) for v in variances]
    mended = [v * g / (g - 1) for v, g in zip(parts, n_clusters, strict=True)]
    total, plain = sum(mended), sum(parts)
    with np.errstate(invalid="ignore", divide="ignore"):
        df = total**2 / sum(m**2 / (g - 1) for m, g in zip(mended, n_clusters, strict=True))
        stretch = np.sqrt(total / plain)
    df = np.where(np.isfinite(df), df, min(n_clusters) - 1)
    stretch = np.where(np.isfinite(stretch), stretch, 1.0)
    tail = (1 + level) / 2
    return np.asarray(stretch * stats.t.ppf(tail, df) / stats.norm.ppf(tail))


def stretched(estimate: Floats | float, low: Floats, high: Floats, factor: Floats | float) -> tuple[Floats, Floats]:
    """
    An interval pulled away from its estimate by a factor, each bound by its own distance.

    Examples
    --------
    >>> low, high = stretched(1.0, np.array(0.5), np.array(2.0), 2.0)
    >>> float(low), float(high)
    (0.0, 3.0)
    """
    return estimate + (low - estimate) * factor, estimate + (high - estimate) * factor
