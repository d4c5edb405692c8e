"""Change around a date on two sides, and the difference of the two changes."""

from __future__ import annotations

import numpy as np
import pandas as pd

from framing.compare.design import Design, Floats
from framing.stats.intervals import percentile_interval, small_sample_factor, stretched
from framing.stats.permute import label_splits, p_values
from framing.stats.resample import cluster_weights

# Fewer documents than this on any side before or after make a placebo date that says nothing.
LEAST_DOCUMENTS = 2

COLUMNS = (
    "side", "before", "after", "change", "ci_low", "ci_high", "p", "p_min", "p_placebo", "n_before", "n_after", "reason",
)  # fmt: skip


def change_around(
    design: Design, k: int, pair: tuple[int, int], day: Floats, window: int | None, *, n_draws: int, level: float,
    rng: np.random.Generator,
) -> tuple[pd.DataFrame, pd.DataFrame]:  # fmt: skip
    """
    One score: mean after less mean before on each side, and the difference of the two.

    Parameters
    ----------
    design : Design
    k : int
        Column of the design.
    pair : pair of int
        The two sides.
    day : (D,) float array
        Days from the event; NaN without an exact date.
    window : int or None
    n_draws : int
    level : float
    rng : Generator

    Returns
    -------
    (change, placebo) : DataFrames
        `change` has a row for each side and one for "difference": before, after, change, ci_low, ci_high, p, p_min,
        p_placebo, n_before, n_after, reason. `placebo` has a row for each date tried: day, difference.
    """
    use = np.isin(design.side, pair) & (design.weights[:, k] > 0) & ~np.isnan(day)
    units, unit = np.unique(design.unit[use], return_inverse=True)
    is_a = design.unit_side[units] == pair[0]
    values, weights = design.values[use, k], design.weights[use, k]
    sums, sizes = _before_after(values, weights, unit, len(units), day[use], 0.0, window)
    numbers = _before_after(np.ones(len(values)), np.ones(len(values)), unit, len(units), day[use], 0.0, window)[1]
    rows = []
    drawn = [cluster_weights(int(s.sum()), n_draws, rng) if s.sum() >= 2 else None for s in (is_a, ~is_a)]
    draws, estimates, variances, clusters = [], [], [], []
    for index, side in enumerate((is_a, ~is_a)):
        change = _change(sums[side].sum(axis=0), sizes[side].sum(axis=0))
        weight = drawn[index]
        made = np.full(1, np.nan) if weight is None else _change_draws(weight, sums[side], sizes[side])
        kept = made[~np.isnan(made)]
        estimates.append(change)
        draws.append(kept)
        variances.append(kept.var() if len(kept) else np.nan)
        clusters.append(int(side.sum()))
        rows.append(_row(design.sides[pair[index]], sums[side], sizes[side], numbers[side]))
        rows[-1] |= _interval(change, kept, [clusters[-1]], [variances[-1]], level)
    rows.append({"side": "difference", "change": estimates[0] - estimates[1]})
    n = min(len(draws[0]), len(draws[1]))
    rows[-1] |= _interval(estimates[0] - estimates[1], draws[0][:n] - draws[1][:n], clusters, variances, level)
    rows[-1] |= _permuted(sums, sizes, is_a, estimates[0] - estimates[1], rng)
    placebo = _placebo(values, weights, unit, is_a, day[use], window)
    others = placebo["difference"].to_numpy()
    if len(others) >= 9 and not np.isnan(estimates[0] - estimates[1]):
        beyond = (np.abs(others) >= abs(estimates[0] - estimates[1]) - 1e-12).sum()
        rows[-1]["p_placebo"] = (beyond + 1) / (len(others) + 1)
    label = {
        "name": design.keys["name"].iloc[k], "voice": design.keys["voice"].iloc[k], "side_a": design.sides[pair[0]],
        "side_b": design.sides[pair[1]],
    }  # fmt: skip
    table = pd.DataFrame([label | row for row in rows]).reindex(columns=[*label, *COLUMNS])
    table["reason"] = table["reason"].fillna("")
    return table, placebo.assign(**label)


def _before_after(
    values: Floats, weights: Floats, unit: np.ndarray, n_units: int, day: Floats, at: float, window: int | None
) -> tuple[Floats, Floats]:
    """Sums and sizes of each unit before and after a day, (G, 2)."""
    near = np.ones(len(day), dtype=bool) if window is None else (day - at >= -window) & (day - at < window)
    cell = unit * 2 + (day >= at)
    kept = [np.where(near, x, 0.0) for x in (values * weights, weights)]
    sums, sizes = (np.bincount(cell, weights=x, minlength=2 * n_units).astype(np.float64).reshape(-1, 2) for x in kept)
    return sums, sizes


def _change(sums: Floats, sizes: Floats) -> float:
    """After less before; NaN where one is empty."""
    return float(sums[1] / sizes[1] - sums[0] / sizes[0]) if (sizes > 0).all() else float("nan")


def _change_draws(weights: Floats, sums: Floats, sizes: Floats) -> Floats:
    """The change in every bootstrap draw; NaN where a draw has nothing before or after."""
    with np.errstate(invalid="ignore", divide="ignore"):
        mean = (weights @ sums) / (weights @ sizes)
    return mean[:, 1] - mean[:, 0]


def _row(side: str, sums: Floats, sizes: Floats, numbers: Floats) -> dict[str, object]:
    """Means and numbers of one side."""
    with np.errstate(invalid="ignore", divide="ignore"):
        before, after = sums.sum(axis=0) / sizes.sum(axis=0)
    n = numbers.sum(axis=0).astype(int)
    reason = "" if n.all() else f"no documents {'before' if not n[0] else 'after'} the event"
    return {
        "side": side, "before": before, "after": after, "change": after - before, "n_before": int(n[0]), "n_after": int(n[1]),
        "reason": reason,
    }  # fmt: skip


def _interval(estimate: float, draws: Floats, n_clusters: list[int], variances: list[float], level: float) -> dict[str, object]:
    """Stretched percentile interval, or the reason why there is none."""
    if min(n_clusters) < 2:
        return {"reason": "one outlet on a side: no interval can be computed"}
    if np.isnan(estimate) or len(draws) < 100:
        return {"reason": "too few documents before or after the event"}
    if np.ptp(draws) <= 1e-12 * max(float(np.abs(draws).max()), 1e-300):
        return {"reason": "all outlets change alike: there is no spread to compute an interval from"}
    low, high = percentile_interval(draws, level)
    bounds = stretched(estimate, low, high, small_sample_factor(n_clusters, variances, level))
    return {"ci_low": float(bounds[0]), "ci_high": float(bounds[1])}


def _permuted(sums: Floats, sizes: Floats, is_a: np.ndarray, observed: float, rng: np.random.Generator) -> dict[str, float]:
    """Permutation p of the difference of changes, moving outlets between the sides."""
    n_a, n_b = int(is_a.sum()), int((~is_a).sum())
    if not n_a or not n_b or np.isnan(observed):
        return {}
    splits = label_splits(n_a, n_b, rng)
    if not splits.p_min < 1:
        return {"p_min": splits.p_min}
    with np.errstate(invalid="ignore", divide="ignore"):
        a = (splits.member @ sums) / (splits.member @ sizes)
        b = ((1 - splits.member) @ sums) / ((1 - splits.member) @ sizes)
    null = (a[:, 1] - a[:, 0]) - (b[:, 1] - b[:, 0])
    return {"p": float(p_values(observed, null[~np.isnan(null)], exact=splits.exact).two_sided[0]), "p_min": splits.p_min}


def _placebo(
    values: Floats, weights: Floats, unit: np.ndarray, is_a: np.ndarray, day: Floats, window: int | None
) -> pd.DataFrame:
    """The difference of changes at every other day on which something was published and enough stands on both ends."""
    rows = []
    for at in np.unique(day):
        if at == 0:
            continue
        sums, sizes = _before_after(values, weights, unit, len(is_a), day, at, window)
        counts = _before_after(np.ones(len(day)), np.ones(len(day)), unit, len(is_a), day, at, window)[1]
        if min(counts[s].sum(axis=0).min() for s in (is_a, ~is_a)) < LEAST_DOCUMENTS:
            continue
        change = [_change(sums[s].sum(axis=0), sizes[s].sum(axis=0)) for s in (is_a, ~is_a)]
        rows.append((at, change[0] - change[1]))
    return pd.DataFrame(rows, columns=["day", "difference"])
