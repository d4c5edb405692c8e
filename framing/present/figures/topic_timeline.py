"""Topics over time: one small panel a topic, one line a side, on one scale."""

from __future__ import annotations

from typing import Any

import pandas as pd

from framing.present import style
from framing.present.figures import base
from framing.present.figures.topics import topic_labels
from framing.present.inert import plain
from framing.present.numbers import count, percent
from framing.results import Result

PANELS_A_ROW = 2  # so that titles and periods can be read in one column of a journal
TOP_MM, PANEL_MM, FOOT_MM = 8.0, 27.0, 9.0
_COLUMNS = ["topic", "label", "period", "side", "share", "ci_low", "ci_high", "n_documents", "reason"]


def rows(result: Result, *, sides: Any = None, most: int = 12, **_: Any) -> pd.DataFrame:
    """Topic, label, period, side, share and interval of the first `most` topics; the sides in their order."""
    data = result.tables.get("timeline")
    if data is None or not {"topic", "period", "side", "share"} <= set(data.columns):
        return pd.DataFrame(columns=_COLUMNS)
    names, order = topic_labels(result, 3), base.sides_of(result, sides)
    data = data[data["share"].notna() & data["side"].astype(str).isin(order)]
    data = data[data["topic"].isin(sorted(data["topic"].unique())[:most])]
    data = data.assign(
        label=[names.get(topic, "") for topic in data["topic"]],
        period=data["period"].astype(str),
        _side=data["side"].astype(str).map(order.index),
    ).sort_values(["topic", "_side", "period"])
    return data[[column for column in _COLUMNS if column in data]].reset_index(drop=True)


def draw(rows: pd.DataFrame, _result: Result, *, ax: Any, looks: dict[str, style.Look], **_: Any) -> Any:
    """Panels in rows of two; shares and periods have the same place in all of them."""
    ax.set_axis_off()
    shown = [side for side in looks if side in set(rows["side"].astype(str))]
    base.side_key(ax, {side: looks[side] for side in shown}, y=6)
    periods = sorted(set(rows["period"]))
    highest = float(rows[[c for c in ("share", "ci_high") if c in rows]].max().max())
    paper = height(rows) - TOP_MM - FOOT_MM
    width_pt = float(ax.figure.get_figwidth()) * 72 / PANELS_A_ROW - 36
    topics = list(dict.fromkeys(rows["topic"]))
    for i, topic in enumerate(topics):
        across, down = i % PANELS_A_ROW, i // PANELS_A_ROW
        foot = 1 - (down + 0.86) * PANEL_MM / paper
        panel = ax.inset_axes((0.1 + across / PANELS_A_ROW, foot, 0.38, 0.64 * PANEL_MM / paper))
        part = rows[rows["topic"] == topic]
        _panel(panel, part, periods, {side: looks[side] for side in shown})
        panel.set_ylim(0, 1.05 * highest)
        _period_ticks(panel, periods, width_pt, named=i + PANELS_A_ROW >= len(topics))
        name = part["label"].iloc[0]
        panel.set_title(style.tick_text(f"{topic} · {name}" if name else f"Topic {topic}", width_pt, 7, 1), pad=3, size=7)
    return ax


def _panel(panel: Any, part: pd.DataFrame, periods: list[str], looks: dict[str, style.Look]) -> None:
    """The lines of one topic; intervals as thin lines, a little apart, so that those of two sides can be told apart."""
    at = {period: i for i, period in enumerate(periods)}
    for i, (side, look) in enumerate(looks.items()):
        of_side = part[part["side"].astype(str) == side]
        x = of_side["period"].map(at).to_numpy(float) + 0.12 * (i - (len(looks) - 1) / 2)
        if base.has_interval(of_side):
            panel.vlines(x, of_side["ci_low"], of_side["ci_high"], color=style.tint(look.colour, 0.5), lw=1)
        panel.plot(x, of_side["share"], color=look.colour, ls=look.line, lw=1, marker=look.marker, ms=3)
    panel.set_xlim(-0.5, len(periods) - 0.5)
    panel.yaxis.set_major_formatter(lambda value, _: percent(value))
    panel.locator_params(axis="y", nbins=3)
    panel.tick_params(axis="both", length=2, labelsize=6.5, pad=2)


def _period_ticks(panel: Any, periods: list[str], width_pt: float, *, named: bool) -> None:
    """As many periods as have room; named in the lowest panel of each column."""
    each = max(style.text_width(period, 6.5) for period in periods) + 8
    step = max(1, -(-len(periods) // max(1, int(width_pt // each))))
    shown = range(0, len(periods), step)
    panel.set_xticks(list(shown), [style.tick_text(periods[i], each, 6.5, 1) if named else "" for i in shown])


def note(rows: pd.DataFrame, result: Result, **_: Any) -> str:
    """How many topics of how many, what the lines are, and what a topic is not."""
    shown, known = rows["topic"].nunique(), result.data["topic"].nunique()
    some = "" if shown == known else f"{count(shown)} of {count(known)} topics. "
    return (
        f"Mean share of a document by period, one scale for all panels. {some}{base.interval_note(rows, result, 'Thin lines')} "
        f"Topics are word groups, not frames. {base.validation(result)}"
    ).strip()


def alt(rows: pd.DataFrame, _result: Result, **_: Any) -> str:
    """First and last share of each topic and side in words."""
    said = []
    for topic, part in rows.groupby("topic", sort=False):
        lines = [
            f"{plain(side)} {percent(p['share'].iloc[0])} in {plain(p['period'].iloc[0])}, "
            f"{percent(p['share'].iloc[-1])} in {plain(p['period'].iloc[-1])}"
            for side, p in part.groupby("side", sort=False)
        ]
        said.append(f"topic {plain(topic)} ({plain(part['label'].iloc[0])}): {'; '.join(lines)}")
    return f"Small line charts of topic shares by period and side. {'. '.join(said)}."


def height(rows: pd.DataFrame) -> float:
    """Millimetres without the note."""
    return TOP_MM + FOOT_MM + PANEL_MM * -(-max(rows["topic"].nunique(), 1) // PANELS_A_ROW)


base.register(base.Figure("topic_timeline", rows, draw, alt, note, height))
