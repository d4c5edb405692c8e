"""Shares over time and shares on covariates."""

from __future__ import annotations

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from framing.measures.topics.options import Options
from framing.measures.topics.sides import prevalence
from framing.stats.covariates import pooled_regression
from framing.stats.multiplicity import adjust

Floats = NDArray[np.float64]


def period(date: object, unit: str) -> str | None:
    """
    The period of an ISO date; None where the date is not exact enough.

    Examples
    --------
    >>> period("2016-05-07", "quarter"), period("2016-05-07", "month"), period("2016", "month")
    ('2016-Q2', '2016-05', None)
    """
    text = str(date or "")
    if not text[:4].isdigit() or len(text) < 4:
        return None
    if unit == "year":
        return text[:4]
    month = text[5:7]
    if len(text) < 7 or not month.isdigit():
        return None
    return text[:7] if unit == "month" else f"{text[:4]}-Q{(int(month) + 2) // 3}"


def timeline(
    shares: Floats, rows: pd.DataFrame, sides: tuple[str, ...], voice: str, options: Options, seed: int
) -> tuple[pd.DataFrame, list[str]]:
    """Mean share of each topic by period and side, with intervals by cluster: `prevalence` within each period; and notes."""
    periods = np.array([period(date, options.time) for date in rows["date"]], dtype=object)
    frames = []
    for number, name in enumerate(sorted({p for p in periods if p is not None})):
        inside = periods == name
        frames.append(prevalence(shares[inside], rows[inside], sides, voice, options, seed + 1000 + number).assign(period=name))
    table = pd.concat(frames, ignore_index=True) if frames else pd.DataFrame(columns=["topic", "period", "side", "share"])
    undated = rows["document"][np.array([p is None for p in periods], dtype=bool)].astype(str).tolist()
    return table[table["n_documents"] > 0] if len(table) else table, _undated(undated, len(rows), options.time)


def _undated(undated: list[str], n: int, unit: str) -> list[str]:
    """Which documents are in no period, the first few by name."""
    if not undated:
        return []
    named = ", ".join(undated[:5]) + (f" and {len(undated) - 5} more" if len(undated) > 5 else "")
    left = "there is no timeline" if len(undated) == n else "they are left out of the timeline"
    return [f"{len(undated)} of {n} documents have no date that names a {unit} ({named}): {left}; give them dates"]


def regression(
    shares: Floats, of_seeds: Floats, rows: pd.DataFrame, lengths: Floats, sides: tuple[str, ...], options: Options
) -> tuple[pd.DataFrame, list[str]]:
    """
    Least squares of each topic's share on the covariates; errors by cluster, pooled over the topics of every seed.

    Returns
    -------
    (table, notes)
        topic, term, estimate, std_error, ci_low, ci_high, p, p_adjusted, seed_share, n_documents, n_clusters. Categories are
        against the first; "date" is in years, "length" in doublings of the known words, both from their mean.
    """
    used = ~np.isnan(shares).any(axis=1) & np.array([s in sides for s in rows["side"]], dtype=bool)
    stacks = of_seeds if len(of_seeds) > 1 else shares[None]
    used &= ~np.isnan(stacks).any(axis=(0, 2))
    part, notes = rows[used], []
    columns: list[Floats] = [np.ones(int(used.sum()))]
    terms = ["(intercept)"]
    for name in options.covariates:
        added = _columns(name, part, lengths[used], sides)
        for term, column in added:
            trial = np.column_stack([*columns, column])
            if np.isnan(column).any() or np.linalg.matrix_rank(trial) < trial.shape[1]:
                notes.append(f"the covariate {term} was left out: it is missing somewhere or follows from the others")
                continue
            columns.append(column)
            terms.append(term)
    clusters = pd.factorize(part["cluster"].astype(object))[0]
    fit = pooled_regression(stacks[:, used], np.column_stack(columns), clusters)
    low, high = fit.interval(options.level)
    k = shares.shape[1]
    table = pd.DataFrame(
        {
            "topic": np.tile(np.arange(1, k + 1), len(terms)), "term": np.repeat(terms, k), "estimate": fit.estimate.ravel(),
            "std_error": fit.std_error.ravel(), "ci_low": low.ravel(), "ci_high": high.ravel(), "p": fit.p().ravel(),
            "seed_share": fit.between.ravel(), "n_documents": int(used.sum()), "n_clusters": int(fit.df) + 1,
        }
    )  # fmt: skip
    tested = (table["term"] != "(intercept)").to_numpy()
    p = np.where(tested, table["p"], np.nan)
    table["p_adjusted"] = p if options.correction == "none" else adjust(p, options.correction)
    return table.sort_values("topic", kind="stable", ignore_index=True), notes


def _columns(name: str, rows: pd.DataFrame, lengths: Floats, sides: tuple[str, ...]) -> list[tuple[str, Floats]]:
    """Columns of one covariate."""
    if name == "length":
        doublings = np.log2(np.maximum(lengths, 1))
        return [("length", doublings - doublings.mean())]
    if name == "date":
        parsed = pd.to_datetime(rows["date"], errors="coerce", format="ISO8601")
        years = (parsed - parsed.min()).dt.days.to_numpy(dtype=np.float64) / 365.25
        return [("date", years - np.nanmean(years) if np.isfinite(years).any() else years)]
    values = rows[name].astype(object).where(rows[name].notna(), "missing")
    known = [s for s in sides if (values == s).any()] if name == "side" else sorted(map(str, values.unique()))
    return [(f"{name}: {level}", np.asarray(values == level, dtype=np.float64)) for level in known[1:]]
