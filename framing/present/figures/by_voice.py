"""Small multiples: the same contrasts, one panel a voice, on one axis."""

from __future__ import annotations

from typing import Any

import pandas as pd

from framing.present import labels, style
from framing.present.figures import base, forest
from framing.results import Result

_MOST = 24


def rows(result: Result, *, pair: Any = None, names: Any = None, **_: Any) -> pd.DataFrame:
    """One row per score and voice; at most 24 scores."""
    data = forest.rows(result, pair=pair, names=names)
    return data[data["name"].isin(list(dict.fromkeys(data["name"]))[:_MOST])].reset_index(drop=True)


def draw(rows: pd.DataFrame, result: Result, *, ax: Any, looks: dict[str, style.Look], **_: Any) -> Any:
    """Panels from left to right share their scores and their axis."""
    side_a, side_b = base.first_pair(rows)
    voices, names = list(dict.fromkeys(rows["voice"])), list(dict.fromkeys(rows["name"]))
    ax.set_axis_off()
    base.side_key(ax, {s: looks[s] for s in (side_a, side_b)}, y=15)
    gap = 0.025
    width = (1 - gap * (len(voices) - 1)) / len(voices)
    spread = pd.concat([rows["estimate"], rows["ci_low"], rows["ci_high"]]).dropna()
    low, high = min(spread.min(), 0.0), max(spread.max(), 0.0)
    pad = (high - low) * 0.06 or 1.0
    for i, voice in enumerate(voices):
        panel = ax.inset_axes((i * (width + gap), 0, width, 1))
        _panel(panel, rows[rows["voice"] == voice], names, looks, (side_a, side_b), first=i == 0)
        panel.set_xlim(low - pad, high + pad)
        panel.set_title(style.tick_text(labels.voice(voice), 130, 8, 1), pad=3)
        if i == 0:
            panel.set_xlabel(style.tick_text(f"difference, {forest.unit(result)} (right: more {side_a})", 260, 7.5), loc="left")
    return ax


def _panel(
    ax: Any, rows: pd.DataFrame, names: list[Any], looks: dict[str, style.Look], pair: tuple[str, str], *, first: bool
) -> None:
    base.row_axis(ax, [style.tick_text(labels.score(n), 110, 7.5, 1) if first else "" for n in names])
    for row in rows.to_dict("records"):
        y, look = names.index(row["name"]), looks[pair[0] if row["estimate"] >= 0 else pair[1]]
        if pd.notna(row["ci_low"]) and pd.notna(row["ci_high"]):
            ax.plot([row["ci_low"], row["ci_high"]], [y, y], color=look.colour, lw=1.4, solid_capstyle="butt")
        sure = pd.notna(row["p_adjusted"]) and row["p_adjusted"] < 0.05
        ax.plot(row["estimate"], y, look.marker, ms=4.6, mec=look.colour, mfc=look.colour if sure else "white", mew=1.0)
    ax.axvline(0, color=style.FAINT, lw=0.7, zorder=0)
    ax.grid(axis="y", color="#efefef", lw=0.5)


base.register(
    base.Figure("forest_by_voice", rows, draw, forest.alt, forest.note, lambda rows: 25 + 5.0 * max(rows["name"].nunique(), 2))
)
