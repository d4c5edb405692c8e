"""Dumbbells: one row a category, one mark a side, joined by a line."""

from __future__ import annotations

from typing import Any

import pandas as pd

from framing.present import style
from framing.present.figures import base
from framing.present.numbers import count


def dumbbells(
    ax: Any, rows: pd.DataFrame, looks: dict[str, style.Look], *, label: str, value: str, width: float = 150.0, key: bool = True
) -> None:
    """
    Draw rows of a long frame with the columns `label`, "side" and `value`, labels in the order of the frame.

    Intervals are drawn where the frame has `ci_low` and `ci_high`; marks are hollow where it is `thin`.
    """
    categories = list(dict.fromkeys(rows[label]))
    base.row_axis(ax, [style.tick_text(c, width) for c in categories])
    sides = [side for side in looks if side in set(rows["side"].astype(str))]
    drawn_ci = {"ci_low", "ci_high"} <= set(rows.columns)
    for y, category in enumerate(categories):
        part = rows[rows[label] == category]
        ax.plot([part[value].min(), part[value].max()], [y, y], color="#bdbdbd", lw=1.6, zorder=1, solid_capstyle="butt")
        # Intervals, and marks that would hide each other, lie a little above and below the row.
        split = _together(part[value], rows[value]) or (drawn_ci and bool(part["ci_low"].notna().any()))
        for row in part[part[value].notna()].to_dict("records"):
            side, at = str(row["side"]), row[value]
            look = looks[side]
            dy = (sides.index(side) - (len(sides) - 1) / 2) * 0.26 if split and len(sides) > 1 else 0.0
            if drawn_ci and pd.notna(row["ci_low"]) and pd.notna(row["ci_high"]):
                ax.plot([row["ci_low"], row["ci_high"]], [y + dy] * 2, color=look.colour, lw=1.0, zorder=2)
            face = "white" if row.get("thin") is True else look.colour
            size = 4.6 if split else 5.4
            ax.plot(at, y + dy, look.marker, mec=look.colour, mfc=face, mew=1.0, color=look.colour, ms=size, zorder=3)
    ax.grid(axis="y", color="#efefef", lw=0.5)
    if key:
        base.side_key(ax, {side: looks[side] for side in sides}, y=6)


def numbers(
    ax: Any, rows: pd.DataFrame, looks: dict[str, style.Look], *, label: str, value: str, title: str = "quotes"
) -> None:
    """A column of counts a side to the right of the axes, thin ones in brackets; a dash where a side has none."""
    for i, side in enumerate(side for side in looks if side in set(rows["side"].astype(str))):
        dx = 34 + 40 * i
        base.margin_text(ax, -0.8, title, dx, ha="right", colour=looks[side].colour)
        own = rows[rows["side"] == side].drop_duplicates(label).set_index(label)
        thin = set(own.index[own["thin"].astype(bool)]) if "thin" in own else ()
        for y, category in enumerate(dict.fromkeys(rows[label])):
            n = count(own[value].get(category))
            base.margin_text(ax, y, f"({n})" if category in thin else n, dx, ha="right", colour=looks[side].colour)


def _together(values: pd.Series, everything: pd.Series) -> bool:
    """True if two marks of a row would lie on each other: nearer than 2 % of what the axis shows."""
    gaps = values.sort_values().diff().dropna()
    reach = max(float(everything.max() - everything.min()), 1e-12)
    return bool(len(gaps)) and float(gaps.min()) < 0.02 * reach + 1e-12
