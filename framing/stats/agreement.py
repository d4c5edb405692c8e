"""Agreement of coders: Krippendorff's alpha, the kappas, and how sure they are."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import ArrayLike, NDArray

from framing.errors import OptionError

Floats = NDArray[np.float64]
LEVELS = ("nominal", "ordinal", "interval", "ratio")


@dataclass(frozen=True, slots=True)
class Alpha:
    """
    Krippendorff's alpha.

    Attributes
    ----------
    value : float
        At most 1; 0 is what chance gives. NaN with a `reason` where it is undefined.
    ci_low, ci_high : float
        Percentile interval over resampled units; NaN unless asked for.
    n_units, n_values : int
        Units with at least two codings, and codings in them.
    reason : str or None
    """

    value: float
    n_units: int
    n_values: int
    reason: str | None = None
    ci_low: float = float("nan")
    ci_high: float = float("nan")


def table_of_units(codings: ArrayLike) -> tuple[Floats, Floats]:
    """
    How many coders gave each value to each unit.

    Parameters
    ----------
    codings : (C, U) array
        One row per coder; NaN or None where a coder did not code the unit.

    Returns
    -------
    table : (U, Q) float array
    values : (Q,) float array
        In ascending order.

    Examples
    --------
    >>> table_of_units([[1, 2], [1, None]])[0]
    array([[2., 0.],
           [0., 1.]])
    """
    matrix = np.array(codings, dtype=float)
    values = np.unique(matrix[~np.isnan(matrix)])
    table = np.array([(matrix == value).sum(axis=0) for value in values], dtype=float).reshape(len(values), -1).T
    return table, values


def distances_of_values(values: Floats, totals: Floats, level: str) -> Floats:
    """
    Squared distance of every two values at a level of measurement; (Q, Q).

    Parameters
    ----------
    values : (Q,) array
        Ascending.
    totals : (Q,) array
        How often each value was given, for the ordinal distance.
    level : {"nominal", "ordinal", "interval", "ratio"}

    Examples
    --------
    >>> distances_of_values(np.array([1.0, 3.0]), np.array([5.0, 5.0]), "interval")
    array([[0., 4.],
           [4., 0.]])
    """
    if level not in LEVELS:
        raise OptionError(f"`level` must be one of {', '.join(LEVELS)}, got {level!r}")
    row, column = values[:, None], values[None, :]
    if level == "nominal":
        return (row != column).astype(float)
    if level == "interval":
        return (row - column) ** 2
    if level == "ratio":
        with np.errstate(divide="ignore", invalid="ignore"):
            return np.nan_to_num(((row - column) / (row + column)) ** 2)
    place = np.cumsum(totals) - totals / 2
    return (place[:, None] - place[None, :]) ** 2


def krippendorff_alpha(
    codings: ArrayLike, level: str = "nominal", *, n_bootstrap: int = 0, confidence: float = 0.95,
    rng: np.random.Generator | None = None,
) -> Alpha:  # fmt: skip
    """
    Krippendorff's alpha for any number of coders, with missing codings.

    Parameters
    ----------
    codings : (C, U) array
        One row per coder; NaN or None where a coder did not code the unit. Numbers, also for nominal categories.
    level : {"nominal", "ordinal", "interval", "ratio"}
    n_bootstrap : int
        Resamples of units for the interval; 0 for none. (Hayes' macro resamples disagreements instead.)
    confidence : float
    rng : Generator, optional
        Needed for the interval.

    Returns
    -------
    Alpha
        NaN without a unit that two coders coded, and where all codings are equal: without variation there is nothing
        to agree about.

    References
    ----------
    Krippendorff (2018), Content Analysis, 4th ed., chapter 12; Zapf et al. (2016), BMC Medical Research Methodology
    16, 93 (bootstrap of units).

    Examples
    --------
    >>> krippendorff_alpha([[1, 2, 3, 1], [1, 2, 3, 2]]).value.__round__(3)
    0.667
    >>> krippendorff_alpha([[1, 1], [1, 1]]).reason
    'all codings are equal'
    """
    table, values = table_of_units(codings)
    paired = table[table.sum(axis=1) >= 2]
    if not len(paired):
        return Alpha(float("nan"), 0, 0, "no unit was coded twice")
    n_values = int(paired.sum())
    estimate = _alphas(paired, values, np.ones((1, len(paired))), level)[0]
    if np.isnan(estimate):
        return Alpha(float("nan"), len(paired), n_values, "all codings are equal")
    if not n_bootstrap:
        return Alpha(float(estimate), len(paired), n_values)
    if rng is None:
        raise OptionError("`rng` must be given for an interval, got None")
    n = len(paired)
    draws = _alphas(paired, values, rng.multinomial(n, np.full(n, 1 / n), size=n_bootstrap).astype(float), level)
    # A resample without variation has no alpha; leaving it out would hide how little varies.
    draws = np.where(np.isnan(draws), 1.0, draws)
    low, high = np.quantile(draws, [(1 - confidence) / 2, (1 + confidence) / 2])
    return Alpha(float(estimate), n, n_values, None, float(low), float(high))


def _alphas(table: Floats, values: Floats, weights: Floats, level: str) -> Floats:
    """Alpha of each row of unit weights (B, U)."""
    n_coders = table.sum(axis=1)
    pairs = table[:, :, None] * table[:, None, :] - table[:, :, None] * np.eye(len(values))
    pairs /= (n_coders - 1)[:, None, None]
    found = []
    for weight in weights:
        coincidence = np.tensordot(weight, pairs, axes=1)
        totals = coincidence.sum(axis=1)
        n = totals.sum()
        far = distances_of_values(values, totals, level)
        expected = (totals[:, None] * totals[None, :] * far).sum() / (n - 1)
        found.append(1 - (coincidence * far).sum() / expected if expected > 0 else np.nan)
    return np.array(found)


def confusion(first: Sequence[Any], second: Sequence[Any]) -> tuple[Floats, list[Any]]:
    """
    How often each pair of categories was given; units that one of the two left out do not count.

    Examples
    --------
    >>> confusion(["a", "b", "b"], ["a", "b", "a"])
    (array([[1., 0.],
           [1., 1.]]), ['a', 'b'])
    """
    pairs = [(x, y) for x, y in zip(first, second, strict=True) if not (_absent(x) or _absent(y))]
    categories = sorted({value for pair in pairs for value in pair})
    place = {category: i for i, category in enumerate(categories)}
    table = np.zeros((len(categories), len(categories)))
    for x, y in pairs:
        table[place[x], place[y]] += 1
    return table, categories


def _absent(value: Any) -> bool:
    return value is None or (isinstance(value, float) and np.isnan(value))


def cohen_kappa(table: ArrayLike, weights: str | None = None) -> tuple[float, float, float]:
    """
    Cohen's kappa of two coders, with or without weights for near misses.

    Parameters
    ----------
    table : (Q, Q) array
        From `confusion`; categories in their order where weights are used.
    weights : {None, "linear", "quadratic"}

    Returns
    -------
    kappa, observed, expected : float
        At most 1; kappa is NaN where the expected agreement is 1.

    References
    ----------
    Cohen (1960), Educational and Psychological Measurement 20(1), 37-46; Cohen (1968), Psychological Bulletin 70(4),
    213-220.

    Examples
    --------
    >>> [round(x, 3) for x in cohen_kappa([[20, 5], [10, 15]])]
    [0.4, 0.7, 0.5]
    """
    counts = np.asarray(table, dtype=float)
    q = len(counts)
    far = np.abs(np.subtract.outer(np.arange(q), np.arange(q))) / max(q - 1, 1)
    kinds = {None: (far > 0).astype(float), "linear": far, "quadratic": far**2}
    if weights not in kinds:
        raise OptionError(f"`weights` must be None, 'linear' or 'quadratic', got {weights!r}")
    n = counts.sum()
    if not n:
        return float("nan"), float("nan"), float("nan")
    observed = 1 - float((counts * kinds[weights]).sum() / n)
    model = np.outer(counts.sum(axis=1), counts.sum(axis=0)) / n
    expected = 1 - float((model * kinds[weights]).sum() / n)
    return (observed - expected) / (1 - expected) if expected < 1 else float("nan"), observed, expected
