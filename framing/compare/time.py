"""How a score moves over time, and whether it changes around a dated event more on one side than on the other."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, ClassVar

import numpy as np
import pandas as pd

from framing.checks import between, integer, one_of
from framing.compare.around import change_around
from framing.compare.design import Design, lay_out
from framing.compare.periods import PERIODS, all_between, checked_day, day_of, period_of, start_of
from framing.errors import CorpusError
from framing.results import DocumentScores, Provenance, Result
from framing.stats.intervals import percentile_interval, small_sample_factor, stretched
from framing.stats.resample import cluster_weights

INTERVAL = "percentile interval of the cluster bootstrap, stretched for few clusters (t)"


@dataclass(frozen=True)
class TimeContrast(Result):
    """
    One row per score, voice, side and period, periods without documents included (NaN).

    `start` is the first day of the period, `mean` the mean over documents (or words), with the interval of a bootstrap of
    outlets (cut at 0 where no score is negative). `tables["change"]` (with an event): change from before to after on each side
    and the difference of the changes, with interval, `p` (moving outlets between the sides) and `p_placebo` (the same
    difference at other dates).
    `tables["placebo"]`: the difference of changes at every other date that could be tried.
    """

    columns: ClassVar[tuple[str, ...]] = (
        "name", "voice", "side", "period", "start", "mean", "ci_low", "ci_high", "n_documents", "n_clusters",
        "interval", "reason",
    )  # fmt: skip
    figure: ClassVar[str] = "timeline"


def over_time(
    scores: DocumentScores, *, period: str = "month", event: str | None = None, window: int | None = None,
    weight: str = "document", n_draws: int = 2000, level: float = 0.95, seed: int | None = None,
    sides: Sequence[str] | None = None,
) -> TimeContrast:  # fmt: skip
    """
    Means by side and period, and the change around an event.

    Parameters
    ----------
    scores : DocumentScores
    period : {"day", "week", "month", "quarter", "year"}
    event : str, optional
        Day of an event, YYYY-MM-DD; documents of that day count as after.
    window : int, optional
        Days before and after the event that are compared; everything unless given.
    weight : {"document", "word"}
    n_draws : int
    level : float
    seed : int, optional
    sides : sequence of str, optional

    Returns
    -------
    TimeContrast

    Raises
    ------
    CorpusError
        If no document has a date that is exact enough.
    OptionError
        For impossible options.

    Notes
    -----
    The difference of the changes says what the event did to one side only if both sides would have moved alike without
    it; the placebo dates show how often they do not.

    References
    ----------
    Angrist & Pischke (2009), Mostly Harmless Econometrics, chapter 5 (difference in differences); Abadie, Diamond &
    Hainmueller (2010), J. Amer. Statist. Assoc. 105, 493-505 (placebo dates).
    """
    one_of("period", period, PERIODS)
    integer("n_draws", n_draws, low=100)
    between("level", level, 0.5, 0.999)
    day = None if event is None else checked_day(event)
    if window is not None:
        integer("window", window, low=1)
    design = lay_out(scores, weight=weight, sides=sides)
    dates = scores.data.drop_duplicates("document").set_index("document")["date"].reindex(list(design.documents))
    texts = [None if pd.isna(value) else str(value) for value in dates]
    periods = [period_of(text, period) for text in texts]
    if not any(periods):
        raise CorpusError(f"{scores.provenance.measure}: no document has a date exact enough for {period}s")
    seed = scores.provenance.seed if seed is None else seed
    data = pd.concat([_side(design, s, periods, period, n_draws, level, seed) for s in range(len(design.sides))])
    tables = {}
    if day is not None:
        tables["change"], tables["placebo"] = _changes(design, [day_of(t) for t in texts], day, window, n_draws, level, seed)
    old = scores.provenance
    settings = {"period": period, "event": event, "window": window, "weight": weight, "n_draws": n_draws, "level": level}
    lost = sum(p is None for p in periods)
    note = (f"{lost} of {len(periods)} documents have no date exact enough for {period}s and are left out.",) if lost else ()
    provenance = Provenance(
        f"{old.measure} over time", old.options | {"time": settings, "event": event}, old.corpus, old.voice, seed, old.lexicons,
        old.models,
        old.notes + design.notes + note,
    )  # fmt: skip
    data = data.sort_values("_column", kind="stable", ignore_index=True).drop(columns="_column")
    return TimeContrast(data[list(TimeContrast.columns)], provenance, tables)


def _side(
    design: Design, side: int, periods: list[str | None], period: str, n_draws: int, level: float, seed: int
) -> pd.DataFrame:
    """All scores of one side in all periods; the same outlets are drawn for every period of a draw."""
    known = sorted({p for p in periods if p is not None})
    names = all_between(known[0], known[-1], period)
    units = np.flatnonzero(design.unit_side == side)
    rng = np.random.default_rng(np.random.SeedSequence([seed, side, 11]))
    drawn = cluster_weights(len(units), n_draws, rng)
    place = {name: index for index, name in enumerate(names)}
    rows = np.array([i for i, p in enumerate(periods) if p is not None and design.side[i] == side], dtype=np.int64)
    cell = np.searchsorted(units, design.unit[rows]) * len(names) + np.array(
        [place[str(periods[i])] for i in rows], dtype=np.int64
    )
    parts = []
    for k in range(len(design.keys)):
        shape = (len(units), len(names))
        weights = design.weights[rows, k]
        values = np.nan_to_num(design.values[rows, k]) * weights
        sums, sizes = (np.bincount(cell, weights=x, minlength=shape[0] * shape[1]).reshape(shape) for x in (values, weights))
        numbers = np.bincount(cell, weights=weights > 0, minlength=shape[0] * shape[1]).reshape(shape)
        table = _periods(sums, sizes, numbers, drawn, level)
        parts.append(table.assign(
            name=design.keys["name"].iloc[k], voice=design.keys["voice"].iloc[k], side=design.sides[side], period=names,
            start=[start_of(name, period).isoformat() for name in names], interval=INTERVAL, _column=k,
        ))  # fmt: skip
    return pd.concat(parts, ignore_index=True)


def _periods(sums: Any, sizes: Any, numbers: Any, drawn: Any, level: float) -> pd.DataFrame:
    """Mean and interval of each period of one side."""
    n_clusters = (sizes > 0).sum(axis=0)
    with np.errstate(invalid="ignore", divide="ignore"):
        mean = sums.sum(axis=0) / sizes.sum(axis=0)
        draws = (drawn @ sums) / (drawn @ sizes)
    low, high = np.full(len(mean), np.nan), np.full(len(mean), np.nan)
    for index in np.flatnonzero(n_clusters >= 2):
        # A draw without any outlet that wrote in this period says nothing of it.
        there = draws[~np.isnan(draws[:, index]), index]
        if np.ptp(there) <= 1e-12 * np.abs(there).max():
            continue
        bounds = percentile_interval(there, level)
        factor = small_sample_factor([int(n_clusters[index])], [there.var()], level)
        low[index], high[index] = stretched(mean[index], bounds[0], bounds[1], factor)
    if (sums >= 0).all():
        # A rate or a share is not below zero, whatever the stretched interval says.
        low = np.maximum(low, 0.0)
    flat = (n_clusters >= 2) & np.isnan(low)
    reason = np.select(
        [n_clusters == 0, n_clusters == 1, flat],
        [
            "no documents",
            "one outlet: no interval can be computed",
            "all outlets have the same mean: no interval can be computed",
        ],
        "",
    )
    return pd.DataFrame({
        "mean": mean, "ci_low": low, "ci_high": high, "n_documents": numbers.sum(axis=0).astype(np.int64),
        "n_clusters": n_clusters, "reason": reason,
    })  # fmt: skip


def _changes(
    design: Design, days: list[date | None], event: date, window: int | None, n_draws: int, level: float, seed: int
) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Change around the event in every score and pair of sides."""
    number = np.array([np.nan if d is None else float((d - event).days) for d in days])
    changes, placebos = [], []
    for k in range(len(design.keys)):
        for pair in design.pairs():
            rng = np.random.default_rng(np.random.SeedSequence([seed, *pair, 13]))
            change, placebo = change_around(design, k, pair, number, window, n_draws=n_draws, level=level, rng=rng)
            placebo["date"] = [date.fromordinal(event.toordinal() + int(n)).isoformat() for n in placebo["day"]]
            changes.append(change)
            placebos.append(placebo)
    return pd.concat(changes, ignore_index=True), pd.concat(placebos, ignore_index=True)
