"""Keywords: a lollipop for each term with its interval and the counts of both sides."""

from __future__ import annotations

from typing import Any

import pandas as pd

from framing.present import settings, style
from framing.present.figures import base
from framing.present.inert import plain
from framing.present.numbers import count, listing, number
from framing.results import Result


def rows(result: Result, *, pair: Any = None, voice: str | None = None, top: int = 12, **_: Any) -> pd.DataFrame:
    """The `top` terms of each side by |z| (by estimate where z is missing), leaning to the first side on top."""
    data = base.of_pair(result.data, pair, voice)
    data = data[data["estimate"].notna()]
    strength = data["z"].abs().where(data["z"].notna(), data["estimate"].abs()) if len(data) else data.get("z")
    data = data.assign(_strength=strength).sort_values(["_strength", "term"], ascending=[False, True])
    ends = [data[data["estimate"] > 0].head(top), data[data["estimate"] < 0].head(top)]
    return (
        pd.concat(ends).sort_values(["estimate", "term"], ascending=[False, True], ignore_index=True).drop(columns="_strength")
    )


def draw(rows: pd.DataFrame, _result: Result, *, ax: Any, looks: dict[str, style.Look], **_: Any) -> Any:
    """Stem, interval and marker for each term; hollow where the corrected p is not below 0.05."""
    side_a, side_b = base.first_pair(rows)
    base.row_axis(ax, [style.tick_text(term) for term in rows["term"]])
    for y, row in enumerate(rows.to_dict("records")):
        look = looks[side_a if row["estimate"] > 0 else side_b]
        ax.plot([0, row["estimate"]], [y, y], color=style.tint(look.colour, 0.45), lw=1.0, zorder=1)
        if pd.notna(row["ci_low"]) and pd.notna(row["ci_high"]):
            ax.plot([row["ci_low"], row["ci_high"]], [y, y], color=look.colour, lw=1.6, solid_capstyle="butt", zorder=2)
        sure = pd.notna(row["p_adjusted"]) and row["p_adjusted"] < 0.05
        ax.plot(row["estimate"], y, look.marker, ms=5, mec=look.colour, mfc=look.colour if sure else "white", mew=1.1, zorder=3)
        for dx, side, n in ((34, side_a, row["n_a"]), (72, side_b, row["n_b"])):
            base.margin_text(ax, y, count(n), dx, ha="right", colour=looks[side].colour)
    base.margin_text(ax, -0.85, "count", 34, ha="right", colour=looks[side_a].colour)
    base.margin_text(ax, -0.85, "count", 72, ha="right", colour=looks[side_b].colour)
    ax.axvline(0, color=style.FAINT, lw=0.7, zorder=0)
    ax.set_xlabel(
        f"log-odds ratio  (← more {style.tick_text(side_b, 150, 7.5, 1)} · more {style.tick_text(side_a, 150, 7.5, 1)} →)"
    )
    base.side_key(ax, {side: looks[side] for side in (side_a, side_b)}, y=12)
    return ax


def note(rows: pd.DataFrame, result: Result, **_: Any) -> str:
    """Interval type, correction, number of terms tested."""
    if rows.empty:
        return ""
    n = len(base.of_pair(result.data, base.first_pair(rows)))
    adjust = settings.correction(result)
    tested = rows["p_adjusted"].notna().any()
    filled = f" Filled: p < 0.05 after correction ({adjust}) over {count(n)} terms." if tested else " No term was tested."
    return (
        f"{base.interval_note(rows, result)}{filled} Voice: {plain(rows['voice'].iloc[0])}. {base.validation(result)}".strip()
    )


def alt(rows: pd.DataFrame, _result: Result, **_: Any) -> str:
    """The strongest terms of both sides in words."""
    if rows.empty:
        return "Keywords: nothing to draw."
    side_a, side_b = base.first_pair(rows)
    said = []
    for side, part in ((side_a, rows[rows["estimate"] > 0]), (side_b, rows[rows["estimate"] < 0].iloc[::-1])):
        terms = [
            f"{plain(r.term)} ({number(r.estimate, 2)}; {count(r.n_a)} against {count(r.n_b)})"
            for r in part.head(5).itertuples()
        ]
        said.append(f"{len(part)} terms lean to {plain(side)}" + (f", most of all {listing(terms)}" if terms else ""))
    return f"Lollipop chart of log-odds ratios by term, {plain(side_a)} against {plain(side_b)}. {said[0]}. {said[1]}."


base.register(base.Figure("keyness_lollipop", rows, draw, alt, note, lambda rows: 20 + 4.4 * max(len(rows), 2)))
