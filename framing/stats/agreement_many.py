"""Chance-corrected agreement of many coders with missing codings, with standard errors over units."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray

from framing.errors import OptionError
from framing.stats.agreement import table_of_units

Floats = NDArray[np.float64]
COEFFICIENTS = ("gwet_ac1", "fleiss", "krippendorff", "conger", "brennan_prediger")


@dataclass(frozen=True, slots=True)
class Agreement:
    """
    One coefficient with its uncertainty over units.

    Attributes
    ----------
    value : float
        At most 1; NaN with a `reason` where chance agreement is 1 or no unit was coded twice.
    observed, expected : float
        Agreement seen, and agreement by chance as this coefficient models it; in [0, 1].
    std_error : float
        NaN with fewer than two units.
    ci_low, ci_high : float
        95 per cent, from t with one degree of freedom less than units; the upper end is cut at 1.
    p : float
        Two-sided, against 0.
    reason : str or None
    """

    value: float
    observed: float
    expected: float
    std_error: float = float("nan")
    ci_low: float = float("nan")
    ci_high: float = float("nan")
    p: float = float("nan")
    reason: str | None = None


def agreement(codings: ArrayLike, coefficient: str = "gwet_ac1", *, categories: ArrayLike | None = None) -> Agreement:
    """
    A chance-corrected coefficient for nominal categories.

    Parameters
    ----------
    codings : (C, U) array
        One row per coder; NaN or None where a coder did not code the unit.
    coefficient : {"gwet_ac1", "fleiss", "krippendorff", "conger", "brennan_prediger"}
        AC1 stays sensible where one category is nearly always right, the kappas do not ("kappa paradox").
    categories : array, optional
        All categories of the codebook, also those nobody used.

    Returns
    -------
    Agreement

    References
    ----------
    Gwet (2014), Handbook of Inter-Rater Reliability, 4th ed., chapters 2, 5 and 6; Fleiss (1971), Psychological
    Bulletin 76(5), 378-382; Conger (1980), ibid. 88(2), 322-328.

    Examples
    --------
    >>> coders = [[1, 1, 2, 2, 1], [1, 1, 2, 1, 1]]
    >>> agreement(coders).value.__round__(3), agreement(coders, "fleiss").value.__round__(3)
    (0.655, 0.524)
    """
    if coefficient not in COEFFICIENTS:
        raise OptionError(f"`coefficient` must be one of {', '.join(COEFFICIENTS)}, got {coefficient!r}")
    matrix = np.array(codings, dtype=float)
    table, values = table_of_units(matrix)
    if categories is not None:
        table, values = _widen(table, values, np.unique(np.asarray(categories, dtype=float)))
    coded = table.sum(axis=1) >= 1
    table, matrix = table[coded], matrix[:, coded]
    if not (table.sum(axis=1) >= 2).any():
        return Agreement(float("nan"), float("nan"), float("nan"), reason="no unit was coded twice")
    if coefficient == "krippendorff":
        return _finish(*_krippendorff(table[table.sum(axis=1) >= 2]))
    pe, linear = {
        "gwet_ac1": _gwet, "fleiss": _fleiss, "brennan_prediger": _brennan_prediger,
        "conger": lambda _: _conger(matrix.T, values),
    }[coefficient](table)  # fmt: skip
    return _finish(*_kappa(table, pe, linear))


def fleiss_kappa(table: ArrayLike) -> float:
    """
    Fleiss' kappa from a table of units by categories with the same number of coders for every unit.

    NaN where every coding is the same category.

    References
    ----------
    Fleiss (1971), Psychological Bulletin 76(5), 378-382.

    Examples
    --------
    >>> round(fleiss_kappa([[2, 0], [0, 2], [1, 1]]), 3)
    0.333
    """
    counts = np.asarray(table, dtype=float)
    expected, _ = _fleiss(counts)
    observed = _observed(counts).mean()
    return float((observed - expected) / (1 - expected)) if expected < 1 else float("nan")


def _widen(table: Floats, values: Floats, every: Floats) -> tuple[Floats, Floats]:
    wide = np.zeros((len(table), len(every)))
    wide[:, np.searchsorted(every, values)] = table
    return wide, every


def _observed(table: Floats) -> Floats:
    """Share of agreeing pairs of coders of each unit; 0 for a unit with one coder."""
    n = table.sum(axis=1)
    pairs = np.where(n >= 2, n * (n - 1), 1)
    return np.asarray((table * (table - 1)).sum(axis=1) / pairs)


def _gwet(table: Floats) -> tuple[float, Floats]:
    n, q = table.sum(axis=1, keepdims=True), table.shape[1]
    share = (table / n).mean(axis=0)
    scale = 1 / (q - 1) if q > 1 else 0.0
    return float(scale * (share * (1 - share)).sum()), np.asarray(scale * (table / n) @ (1 - share))


def _fleiss(table: Floats) -> tuple[float, Floats]:
    n = table.sum(axis=1, keepdims=True)
    share = (table / n).mean(axis=0)
    return float((share**2).sum()), np.asarray((table / n) @ share)


def _brennan_prediger(table: Floats) -> tuple[float, Floats]:
    expected = 1 / table.shape[1]
    return expected, np.full(len(table), expected)


def _conger(codings: Floats, values: Floats) -> tuple[float, Floats]:
    """Chance agreement from each coder's own distribution, and its value for each unit (linearised)."""
    n_units, n_coders = codings.shape
    there = ~np.isnan(codings)
    n_coded = there.sum(axis=0)
    gave = np.array([codings == value for value in values], dtype=float)
    p = gave.sum(axis=1) / n_coded
    mean = p.mean(axis=1)
    spread = (p @ p.T - n_coders * np.outer(mean, mean)) / (n_coders - 1)
    expected = float((mean**2).sum() - np.trace(spread) / n_coders)
    linear = np.zeros(n_units)
    missing = there - n_coded / n_units
    for k in range(len(values)):
        influence = (gave[k] - missing * p[k]) * (n_units / n_coded)
        linear += (influence * (n_coders * mean[k] - p[k])).sum(axis=1)
    return expected, linear / (n_coders * (n_coders - 1))


def _kappa(table: Floats, expected: float, linear: Floats) -> tuple[float, float, float, Floats]:
    n, paired = len(table), table.sum(axis=1) >= 2
    per_unit = _observed(table)
    observed = float(per_unit[paired].mean())
    if expected >= 1:
        return float("nan"), observed, expected, np.zeros(0)
    value = (observed - expected) / (1 - expected)
    own = n / paired.sum() * (per_unit - expected * paired) / (1 - expected)
    return value, observed, expected, own - 2 * (1 - value) * (linear - expected) / (1 - expected) - value


def _krippendorff(table: Floats) -> tuple[float, float, float, Floats]:
    n_coders = table.sum(axis=1)
    mean = n_coders.mean()
    epsilon = 1 / n_coders.sum()
    per_unit = (table * (table - 1)).sum(axis=1) / (mean * (n_coders - 1))
    raw = per_unit.mean()
    observed = float((1 - epsilon) * raw + epsilon)
    share = (table / mean).mean(axis=0)
    expected = float((share**2).sum())
    if expected >= 1:
        return float("nan"), observed, expected, np.zeros(0)
    value = (observed - expected) / (1 - expected)
    # The standard error is that of alpha without its correction for small samples, as Gwet derives it.
    plain = (raw - expected) / (1 - expected)
    excess = (n_coders - mean) / mean
    own = (per_unit - observed * excess - expected) / (1 - expected)
    linear = table @ share / mean - expected * excess
    return value, observed, expected, own - 2 * (1 - plain) * (linear - expected) / (1 - expected) - plain


def _finish(value: float, observed: float, expected: float, residual: Floats) -> Agreement:
    from scipy.stats import t

    if np.isnan(value):
        return Agreement(value, observed, expected, reason="all codings are equal")
    n = len(residual)
    if n < 2:
        return Agreement(value, observed, expected, reason="one unit only: no standard error")
    error = float(np.sqrt((residual**2).sum() / (n * (n - 1))))
    reach = float(t.ppf(0.975, n - 1)) * error
    p = float(2 * t.sf(abs(value) / error, n - 1)) if error > 0 else 0.0
    return Agreement(value, observed, expected, error, max(-1.0, value - reach), min(1.0, value + reach), p)
