"""Forest plot of side contrasts: estimate, interval, means and n."""

from __future__ import annotations

from typing import Any

import pandas as pd

from framing.present import labels, settings, style
from framing.present.figures import base
from framing.present.inert import plain
from framing.present.numbers import count, decimals, interval, number
from framing.results import Result


def rows(result: Result, *, pair: Any = None, voice: str | None = None, names: Any = None, **_: Any) -> pd.DataFrame:
    """One row per score and voice, in the order of the result."""
    data = base.of_pair(result.data, pair, voice)
    if names is not None:
        data = data[data["name"].isin(list(names))]
    return data[data["estimate"].notna()].reset_index(drop=True)


def unit(result: Result) -> str:
    """The unit of the scores as the axis names it."""
    return style.drawable(settings.unit(result) or "unit of the score")


def places(row: Any) -> int:
    """Decimals of a row, from the width of its interval."""
    width = row["ci_high"] - row["ci_low"]
    return decimals(row["estimate"], width if pd.notna(width) else None)


def draw(rows: pd.DataFrame, result: Result, *, ax: Any, looks: dict[str, style.Look], **_: Any) -> Any:
    """Marker and interval for each score; the marker's side is the one that has more."""
    side_a, side_b = base.first_pair(rows)
    base.row_axis(ax, [_label(row, rows) for _, row in rows.iterrows()])
    for y, row in enumerate(rows.to_dict("records")):
        look = looks[side_a if row["estimate"] >= 0 else side_b]
        if pd.notna(row["ci_low"]) and pd.notna(row["ci_high"]):
            ax.plot([row["ci_low"], row["ci_high"]], [y, y], color=look.colour, lw=1.5, solid_capstyle="butt")
        sure = pd.notna(row["p_adjusted"]) and row["p_adjusted"] < 0.05
        ax.plot(row["estimate"], y, look.marker, ms=5.2, mec=look.colour, mfc=look.colour if sure else "white", mew=1.1)
        _numbers(ax, y, row, looks[side_a], looks[side_b])
    for dx, text, colour in zip(
        _COLUMNS, (side_a, side_b, "difference", ""), (looks[side_a].colour, looks[side_b].colour, style.MUTED, ""), strict=True
    ):
        if text:
            base.margin_text(ax, -0.9, style.tick_text(text, 46, 7, 1), dx, ha="right", colour=colour, weight="bold")
    ax.axvline(0, color=style.FAINT, lw=0.7, zorder=0)
    ax.set_xlabel(f"difference of means, {unit(result)}  (right: more {style.tick_text(side_a, 120, 7.5, 1)})")
    base.side_key(ax, {side: looks[side] for side in (side_a, side_b)}, y=10)
    return ax


_COLUMNS = (52.0, 104.0, 150.0, 156.0)


def _numbers(ax: Any, y: int, row: Any, look_a: style.Look, look_b: style.Look) -> None:
    """Means, difference and interval to the right of a row."""
    n = places(row)
    base.margin_text(ax, y, number(row["mean_a"], n), _COLUMNS[0], ha="right", colour=look_a.colour)
    base.margin_text(ax, y, number(row["mean_b"], n), _COLUMNS[1], ha="right", colour=look_b.colour)
    base.margin_text(ax, y, number(row["estimate"], n, sign=True), _COLUMNS[2], ha="right", colour=style.INK)
    base.margin_text(ax, y, interval(row["ci_low"], row["ci_high"], n), _COLUMNS[3])


def _label(row: Any, rows: pd.DataFrame) -> str:
    """Score, and voice where several are drawn."""
    text = labels.score(row["name"])
    return style.tick_text(f"{text} · {row['voice']}" if len(set(rows["voice"])) > 1 else text, 120)


def note(rows: pd.DataFrame, result: Result, **_: Any) -> str:
    """n of documents and clusters, interval type, correction."""
    if rows.empty:
        return ""
    r = rows.iloc[0]
    n = (
        f"n = {count(r['n_documents_a'])} documents of {count(r['n_clusters_a'])} clusters ({plain(r['side_a'])}), "
        f"{count(r['n_documents_b'])} of {count(r['n_clusters_b'])} ({plain(r['side_b'])})."
    )
    adjust = settings.correction(result)
    tested = f" Filled: p < 0.05 after correction ({adjust})." if rows["p_adjusted"].notna().any() else " No test was possible."
    return f"{n} {base.interval_note(rows, result)}{tested} {base.validation(result)}".strip()


def alt(rows: pd.DataFrame, _result: Result, **_: Any) -> str:
    """Each row in words."""
    if rows.empty:
        return "Side contrasts: nothing to draw."
    side_a, side_b = base.first_pair(rows)
    said = [
        f"{labels.score(r['name'])} in {labels.voice(r['voice'])}: {number(r['mean_a'], places(r))} "
        f"against {number(r['mean_b'], places(r))}, "
        f"difference {number(r['estimate'], places(r), sign=True)} "
        f"{interval(r['ci_low'], r['ci_high'], places(r)).replace('–', 'without interval')}"
        for _, r in rows.head(12).iterrows()
    ]
    more = f" {len(rows) - 12} further rows are in the table." if len(rows) > 12 else ""
    return f"Forest plot of differences between {plain(side_a)} and {plain(side_b)}. {'; '.join(said)}.{more}"


base.register(base.Figure("forest", rows, draw, alt, note, lambda rows: 21 + 5.0 * max(len(rows), 2)))
