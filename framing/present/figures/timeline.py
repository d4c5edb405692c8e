"""Timeline: a score by period and side, with intervals and dated events."""

from __future__ import annotations

from typing import Any

import numpy as np
import pandas as pd

from framing.present import labels, style
from framing.present.figures import base
from framing.present.inert import plain
from framing.present.numbers import count, number
from framing.present.settings import setting
from framing.results import Result

_VALUE = ("rate", "mean", "estimate", "value", "share")


def rows(result: Result, *, name: Any = None, **_: Any) -> pd.DataFrame:
    """Period, side, value, interval and n of one score."""
    data = next(
        (
            d
            for d in (result.tables.get("periods"), result.tables.get("timeline"), result.data)
            if d is not None and "period" in d
        ),
        None,
    )
    value = base.pick(data, *_VALUE)
    if data is None or value is None or "side" not in data:
        return pd.DataFrame(columns=["period", "side", "value"])
    if "name" in data and len(data):
        data = data[data["name"] == (name if name is not None else data["name"].iloc[0])]
    data = data[data[value].notna()].rename(columns={value: "value"})
    return data.assign(period=data["period"].astype(str)).sort_values(["period", "side"]).reset_index(drop=True)


def draw(rows: pd.DataFrame, result: Result, *, ax: Any, looks: dict[str, style.Look], **_: Any) -> Any:
    """One line a side with its own dash and mark; the side's name at the end of its line."""
    periods = sorted(set(rows["period"]))
    place = {p: i for i, p in enumerate(periods)}
    names: list[tuple[float, float, str, str]] = []
    for side, part in rows.groupby("side", sort=False):
        look, x = looks[str(side)], part["period"].map(place).to_numpy()
        if base.has_interval(part):
            low, high = part["ci_low"].to_numpy(float), part["ci_high"].to_numpy(float)
            ax.fill_between(x, low, high, color=style.tint(look.colour, 0.18), lw=0)
        ax.plot(x, part["value"], color=look.colour, ls=look.line, marker=look.marker, ms=4)
        names.append((x[-1], float(part["value"].iloc[-1]), style.tick_text(side, 90, 7.5, 1), look.colour))
    step = max(1, len(periods) // 10)
    ax.set_xticks(range(0, len(periods), step), [style.tick_text(p, 60, 7, 1) for p in periods[::step]])
    ax.tick_params(axis="y", length=2.5)
    score = labels.score(rows["name"].iloc[0]) if "name" in rows else labels.measure(result.provenance.measure)
    ax.set_ylabel(style.tick_text(score, 150, 7.5, 1))
    least = rows["ci_low"].fillna(rows["value"]) if "ci_low" in rows else rows["value"]
    ax.set_ylim(bottom=min(0.0, float(np.nanmin(least))))
    base.ends(ax, names)
    _events(ax, result, periods)
    return ax


def _events(ax: Any, result: Result, periods: list[str]) -> None:
    """A thin line between the periods around each dated event."""
    events = setting(result, "event", None) or setting(result, "events", None)
    for event in [events] if isinstance(events, str) else events or ():
        x = float(np.searchsorted(np.array(periods), str(event), side="right")) - 0.5
        if -1 < x < len(periods):
            ax.axvline(x, color=style.INK, lw=0.8, ls=(0, (3, 2)))
            place = {"xycoords": ("data", "axes fraction"), "xytext": (3, -2), "textcoords": "offset points"}
            ax.annotate(style.tick_text(event, 80, 7, 1), (x, 1), va="top", size=7, **place)


def note(rows: pd.DataFrame, result: Result, **_: Any) -> str:
    """n and interval type."""
    column = base.pick(rows, "n_documents", "n")
    n = f" n = {count(rows[column].sum())} documents." if column else ""
    return f"{base.interval_note(rows, result, 'Bands')}{n} {base.validation(result)}".strip()


def alt(rows: pd.DataFrame, _result: Result, **_: Any) -> str:
    """First and last value of each side in words."""
    said = [
        f"{plain(side)} from {number(p['value'].iloc[0], 2)} in {plain(p['period'].iloc[0])} "
        f"to {number(p['value'].iloc[-1], 2)} in {plain(p['period'].iloc[-1])}"
        for side, p in rows.groupby("side", sort=False)
    ]
    return f"Line chart by period and side. {'; '.join(said)}."


base.register(base.Figure("timeline", rows, draw, alt, note, lambda _rows: 68.0))
