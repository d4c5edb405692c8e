"""Readability ridges: the distribution of a score over documents, one ridge a side."""

from __future__ import annotations

from typing import Any

import numpy as np
import pandas as pd

from framing.present import labels, style
from framing.present.figures import base, strips
from framing.results import Result

_GRID = 200
_ENOUGH = 5  # documents on a side; a curve through fewer would invent a shape

HELP = {
    "flesch_reading_ease": "higher is easier",
    "flesch_kincaid_grade": "school grade, higher is harder",
    "gunning_fog": "grade, higher is harder",
    "smog_index": "grade, higher is harder",
    "coleman_liau_index": "grade, higher is harder",
    "automated_readability_index": "grade, higher is harder",
}


def rows(result: Result, *, voice: str | None = None, names: Any = None, top: int = 8, **_: Any) -> pd.DataFrame:
    """One row per document and score, as in the strips."""
    return strips.rows(result, voice=voice, names=names, top=top)


def density(values: np.ndarray, grid: np.ndarray) -> np.ndarray:
    """Gaussian kernel density with Silverman's bandwidth, scaled to a peak of 1."""
    spread = min(values.std(ddof=1), (np.percentile(values, 75) - np.percentile(values, 25)) / 1.349 or np.inf)
    width = 0.9 * (spread or 1.0) * len(values) ** -0.2
    curve = np.exp(-0.5 * ((grid[:, None] - values[None, :]) / width) ** 2).sum(axis=1)
    return np.asarray(curve / curve.max())


def draw(rows: pd.DataFrame, _result: Result, *, ax: Any, looks: dict[str, style.Look], **_: Any) -> Any:
    """Two panels a row; a ridge where a side has enough documents, marks for every document, a line at the mean."""
    names = list(dict.fromkeys(rows["name"]))
    ax.set_axis_off()
    sides = [s for s in looks if s in set(rows["side"].astype(str))]
    base.side_key(ax, {s: looks[s] for s in sides}, y=6, extra="one mark a document, line: mean")
    n_rows = (len(names) + 1) // 2
    for i, name in enumerate(names):
        slot = 1 / n_rows
        place = (0.53 * (i % 2), 1 - (i // 2 + 1) * slot + 0.27 * slot, 0.47, 0.55 * slot)
        _panel(ax.inset_axes(place), rows[rows["name"] == name], name, looks, sides)
    return ax


def _panel(ax: Any, rows: pd.DataFrame, name: Any, looks: dict[str, style.Look], sides: list[str]) -> None:
    low, high = float(rows["value"].min()), float(rows["value"].max())
    pad = (high - low) * 0.12 or 1.0
    grid = np.linspace(low - pad, high + pad, _GRID)
    for y, side in enumerate(sides):
        values, look = rows.loc[rows["side"].astype(str) == side, "value"].to_numpy(float), looks[side]
        if not len(values):
            continue
        if len(values) >= _ENOUGH and values.std() > 0:
            top = y + 0.3 - 0.75 * density(values, grid)
            ax.fill_between(
                grid,
                y + 0.3,
                top,
                facecolor=style.tint(look.colour, 0.25),
                edgecolor=look.colour,
                linewidth=0.8,
                linestyle=look.line,
            )
        ax.plot(values, np.full(len(values), y + 0.3), look.marker, ms=2.4, color=look.colour, ls="none", alpha=0.8)
        ax.plot([values.mean()] * 2, [y - 0.4, y + 0.42], color=style.INK, lw=1.2)
    ax.set_yticks(range(len(sides)), [""] * len(sides))
    ax.set_ylim(len(sides) - 0.4, -0.65)
    ax.set_xlim(grid[0], grid[-1])
    ax.spines["left"].set_visible(False)
    ax.set_title(style.tick_text(labels.score(name), 160, 8, 1), pad=3)
    if str(name) in HELP:
        ax.set_xlabel(HELP[str(name)], size=6.5, color=style.MUTED, labelpad=1.5)


def note(rows: pd.DataFrame, result: Result, **options: Any) -> str:
    """As for the strips, and when there is a ridge."""
    return f"A ridge is drawn from {_ENOUGH} documents on. {strips.note(rows, result, **options)}"


base.register(
    base.Figure("readability", rows, draw, strips.alt, note, lambda rows: 12 + 27 * ((max(rows["name"].nunique(), 1) + 1) // 2))
)
