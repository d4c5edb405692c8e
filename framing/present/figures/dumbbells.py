"""Dumbbells: one row a category, one mark a side, joined by a line."""

from __future__ import annotations

from typing import Any

import pandas as pd

from framing.present import style
from framing.present.figures import base


def dumbbells(
    ax: Any, rows: pd.DataFrame, looks: dict[str, style.Look], *, label: str, value: str, width: float = 150.0
) -> None:
    """
    Draw rows of a long frame with the columns `label`, "side" and `value`, labels in the order of the frame.

    Intervals are drawn where the frame has `ci_low` and `ci_high`.
    """
    categories = list(dict.fromkeys(rows[label]))
    base.row_axis(ax, [style.tick_text(c, width) for c in categories])
    sides = [side for side in looks if side in set(rows["side"].astype(str))]
    drawn_ci = {"ci_low", "ci_high"} <= set(rows.columns)
    for y, category in enumerate(categories):
        part = rows[rows[label] == category]
        ax.plot([part[value].min(), part[value].max()], [y, y], color="#bdbdbd", lw=1.6, zorder=1, solid_capstyle="butt")
        together = _together(part[value], rows[value])
        for row in part.to_dict("records"):
            side, at = str(row["side"]), row[value]
            sure = drawn_ci and pd.notna(row["ci_low"]) and pd.notna(row["ci_high"])
            # Intervals, and marks that would hide each other, lie a little above and below the row.
            apart = 0.0 if len(sides) < 2 else (sides.index(side) - (len(sides) - 1) / 2) * 0.26
            dy = apart if sure or together else 0.0
            if sure:
                ax.plot([row["ci_low"], row["ci_high"]], [y + dy] * 2, color=looks[side].colour, lw=1.0, zorder=2)
            ax.plot(at, y + dy, looks[side].marker, color=looks[side].colour, ms=4.6 if sure or together else 5.4, zorder=3)
    ax.grid(axis="y", color="#efefef", lw=0.5)
    base.side_key(ax, {side: looks[side] for side in sides}, y=6)


def _together(values: pd.Series, everything: pd.Series) -> bool:
    """True if two marks of a row would lie on each other: nearer than 2 % of what the axis shows."""
    gaps = values.sort_values().diff().dropna()
    reach = max(float(everything.max() - everything.min()), 1e-12)
    return bool(len(gaps)) and float(gaps.min()) < 0.02 * reach + 1e-12
