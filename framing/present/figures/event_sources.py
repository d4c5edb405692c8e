"""The same event's sources side by side: who is quoted on each side, event by event."""

from __future__ import annotations

from typing import Any

import pandas as pd
from matplotlib.patches import Rectangle

from framing.present import style
from framing.present.figures import base
from framing.present.inert import plain
from framing.present.numbers import count, percent
from framing.results import Result

_COLUMNS = ["event", "side", "source_type", "n_words", "n_quotes", "share", "of_words", "of_quotes"]
_MOST, _THIN, _REST, _GAP = 20, 10, "further", 0.45


def rows(result: Result, *, sides: Any = None, top: int = 7, **_: Any) -> pd.DataFrame:
    """Event, side, source type and its share of the quoted words; events told by two sides, most quoted types first."""
    table = result.tables.get("events", pd.DataFrame())
    order = base.sides_of(result, sides)
    table = table[table["side"].isin(order)] if len(table) else table
    both = _both(table)
    if not both:
        return pd.DataFrame(columns=_COLUMNS)
    table = table[table["event"].isin(both)]
    ranked = table.groupby("source_type")["n_words"].sum().reset_index().sort_values(
        ["n_words", "source_type"], ascending=[False, True]
    )["source_type"].tolist()  # fmt: skip
    kept = ranked if len(ranked) <= top + 1 else ranked[:top]
    table = table.assign(source_type=table["source_type"].where(table["source_type"].isin(kept), _REST))
    found = table.groupby(["event", "side", "source_type"], as_index=False)[["n_words", "n_quotes"]].sum()
    cell = found.groupby(["event", "side"])[["n_words", "n_quotes"]].transform("sum")
    found = found.assign(of_words=cell["n_words"], of_quotes=cell["n_quotes"], share=found["n_words"] / cell["n_words"])
    kinds = [*kept, _REST]
    found = found.assign(
        _e=found["event"].map(both.index), _s=found["side"].map(order.index), _k=found["source_type"].map(kinds.index)
    )
    return found.sort_values(["_e", "_s", "_k"])[_COLUMNS].reset_index(drop=True)


def _both(table: pd.DataFrame) -> list[Any]:
    """Events with quotations on two sides or more, in the order of the table; of many, those with most quoted words."""
    if not len(table):
        return []
    told = table.groupby("event")["side"].nunique()
    words = table.groupby("event")["n_words"].sum()
    ranked = words[told > 1].reset_index().sort_values(["n_words", "event"], ascending=[False, True])["event"].head(_MOST)
    return [event for event in dict.fromkeys(table["event"]) if event in set(ranked)]


def draw(rows: pd.DataFrame, _result: Result, *, ax: Any, looks: dict[str, style.Look], **_: Any) -> Any:
    """A row a side inside each event, a tile a source type, darker for a larger share; at the right the quoted words."""
    events = list(dict.fromkeys(rows["event"]))
    ranked = rows.groupby("source_type")["n_words"].sum().sort_values(ascending=False, kind="stable").index
    kinds = [k for k in ranked if k != _REST] + [_REST] * (_REST in set(rows["source_type"]))
    sides = [side for side in looks if side in set(rows["side"])]
    pitch = len(sides) + _GAP
    middle = [g * pitch + (len(sides) - 1) / 2 for g in range(len(events))]
    ax.set_yticks(middle, [style.tick_text(e, 120, 7.5, 2) for e in events])
    ax.tick_params(axis="y", length=0)
    most = float(rows["share"].max())
    for (event, side), part in rows.groupby(["event", "side"], sort=False):
        y = events.index(event) * pitch + sides.index(str(side))
        _row(ax, part, y, kinds, looks[str(side)], most)
    ax.set_xlim(-0.95, len(kinds) - 0.45)
    ax.set_ylim(len(events) * pitch - _GAP - 0.45, -0.6)
    ax.set_xticks(range(len(kinds)), [style.tick_text(k, 52, 7) for k in kinds])
    ax.xaxis.tick_top()
    ax.tick_params(axis="x", length=0, pad=1)
    for spine in ("top", "bottom", "left"):
        ax.spines[spine].set_visible(False)
    base.margin_text(ax, -0.95, "words", 34, ha="right")
    base.margin_text(ax, -0.95, "quotes", 68, ha="right")
    base.side_key(ax, {side: looks[side] for side in sides}, y=17, extra="share of quoted words; darker is more")
    return ax


def _row(ax: Any, part: pd.DataFrame, y: float, kinds: list[Any], look: style.Look, most: float) -> None:
    """One side of one event."""
    thin = part["of_quotes"].iloc[0] < _THIN
    ax.plot(-0.75, y, look.marker, color=look.colour, ms=4.4, mfc="white" if thin else look.colour, mew=1.0)
    own = part.set_index("source_type")["share"]
    for x, kind in enumerate(kinds):
        share = float(own.get(kind, 0.0))
        strength = 0.06 + 0.8 * (share / most) ** 0.75 if share else 0.0
        face = style.tint(look.colour, strength)
        ax.add_patch(Rectangle((x - 0.48, y - 0.46), 0.96, 0.92, facecolor=face, edgecolor="#e3e3e3", lw=0.4))
        ink = "white" if strength > 0.62 else style.INK if share else style.MUTED
        ax.annotate(percent(share) if share else "–", (x, y), ha="center", va="center_baseline", size=6.5, color=ink)
    base.margin_text(ax, y, count(part["of_words"].iloc[0]), 34, ha="right", colour=look.colour)
    base.margin_text(ax, y, count(part["of_quotes"].iloc[0]), 68, ha="right", colour=look.colour)


def note(rows: pd.DataFrame, result: Result, **_: Any) -> str:
    """How many events, what is left out, and where the intervals are."""
    table = result.tables["events"]
    told = table.groupby("event")["side"].nunique()
    drawn, alone = rows["event"].nunique(), int((told < 2).sum())
    left = f"; {count(alone)} with quotations on one side only are left out" if alone else ""
    more = f", the {count(drawn)} with most quoted words are drawn" if drawn < int((told > 1).sum()) else ""
    thin = " Hollow: fewer than 10 quotes." if (rows["of_quotes"] < _THIN).any() else ""
    sure = table[table["event"].isin(rows["event"])]
    where = "Intervals are in the table of events." if base.has_interval(sure) else f"No intervals: {base.first_reason(sure)}."
    both = f"{count(int((told > 1).sum()))} events quoted on both sides{more}{left}."
    return f"{both}{thin} {where} {base.validation(result)}".strip()


def alt(rows: pd.DataFrame, _result: Result, **_: Any) -> str:
    """The two largest kinds of source of every event and side in words."""
    said = []
    for (event, side), part in list(rows.groupby(["event", "side"], sort=False))[:24]:
        best = part.sort_values("share", ascending=False, kind="stable").head(2)
        shares = ", ".join(f"{plain(k)} {percent(v)}" for k, v in zip(best["source_type"], best["share"], strict=True))
        said.append(f"{plain(event)}, {plain(side)}: {shares}")
    return f"Matrix of source types by event and side, in shares of quoted words. {'; '.join(said)}."


def _height(rows: pd.DataFrame) -> float:
    """mm: a line a side, a little space between events."""
    return 22 + 4.7 * max(rows["event"].nunique(), 1) * (max(rows["side"].nunique(), 1) + _GAP)


base.register(base.Figure("event_sources", rows, draw, alt, note, _height))
