"""Two-sided scatter of term rates, with labels that lie beside their points and never on each other."""

from __future__ import annotations

from typing import Any

import numpy as np
import pandas as pd
from matplotlib.ticker import FuncFormatter, NullFormatter

from framing.present import style
from framing.present.figures import base
from framing.present.inert import plain
from framing.present.numbers import count, listing, number
from framing.results import Result

LABEL = 6.5


def rows(result: Result, *, pair: Any = None, voice: str | None = None, top: int = 22, **_: Any) -> pd.DataFrame:
    """Every term of one pair with both rates; `labelled` marks the `top` terms of each side by |z|, strongest first."""
    data = base.of_pair(result.data, pair, voice)
    data = data[data["rate_a"].notna() & data["rate_b"].notna() & ((data["rate_a"] > 0) | (data["rate_b"] > 0))]
    strength = data["z"].abs().where(data["z"].notna(), data["estimate"].abs())
    data = data.assign(strength=strength).sort_values(["strength", "term"], ascending=[False, True], ignore_index=True)
    rank = data.groupby(data["estimate"] > 0).cumcount()
    columns = ["term", "voice", "side_a", "side_b", "rate_a", "rate_b", "n_a", "n_b", "estimate", "p_adjusted"]
    return data[columns].assign(labelled=(rank < top).to_numpy(dtype=bool))


def floor(rows: pd.DataFrame) -> float:
    """Where a term is drawn that a side never uses: half of the least rate there is."""
    rates = rows[["rate_a", "rate_b"]].to_numpy(float)
    return float(rates[rates > 0].min() / 2)


def draw(rows: pd.DataFrame, _result: Result, *, ax: Any, looks: dict[str, style.Look], **_: Any) -> Any:
    """Log axes; the diagonal is an equal rate; terms a side never uses stand on the edge."""
    side_a, side_b = base.first_pair(rows)
    least = floor(rows)
    x, y = rows["rate_b"].clip(lower=least), rows["rate_a"].clip(lower=least)
    top = float(max(x.max(), y.max()) * 1.6)
    for side, mask in ((side_a, rows["estimate"] > 0), (side_b, rows["estimate"] <= 0)):
        look = looks[side]
        strong = mask & rows["labelled"]
        weak = mask & ~rows["labelled"]
        ax.plot(
            x[weak],
            y[weak],
            look.marker,
            ms=2.2,
            color=style.tint(look.colour, 0.35),
            ls="none",
            rasterized=int(weak.sum()) > 4000,
        )
        ax.plot(x[strong], y[strong], look.marker, ms=3.4, color=look.colour, ls="none")
    ax.set_xscale("log")
    ax.set_yscale("log")
    ax.set_xlim(least * 0.8, top)
    ax.set_ylim(least * 0.8, top)
    ax.plot([least, top], [least, top], color=style.RULE, lw=0.8, zorder=0)
    for axis, side in ((ax.xaxis, side_b), (ax.yaxis, side_a)):
        axis.set_major_formatter(FuncFormatter(lambda v, _: "0" if v <= least * 1.01 else f"{v:g}"))
        axis.set_minor_formatter(NullFormatter())
        axis.set_label_text(f"per 1,000 words, {style.tick_text(side, 140, 7.5, 1)}", color=looks[side].colour)
    ax.spines["left"].set_visible(True)
    ax.tick_params(axis="y", length=2.5)
    ax.set_box_aspect(0.62)
    _label(ax, rows, np.column_stack([x, y]), looks, (side_a, side_b))
    return ax


def _label(ax: Any, rows: pd.DataFrame, points: np.ndarray, looks: dict[str, style.Look], pair: tuple[str, str]) -> None:
    """Strongest terms first; a label that finds no free place is left out."""
    figure = ax.figure
    figure.draw_without_rendering()
    # The layout may still move the axes by a hair when the picture is saved, so places are kept a little apart.
    scale = figure.dpi / 72
    at = ax.transData.transform(points) / scale
    frame = ax.get_window_extent().bounds
    frame = tuple(v / scale for v in frame)
    taken = [(px - 2.4, py - 2.4, px + 2.4, py + 2.4) for px, py in at[rows["labelled"].to_numpy()]]
    for i in np.flatnonzero(rows["labelled"].to_numpy()):
        text = style.tick_text(rows["term"].iloc[i], 95, LABEL, 1)
        place = free_place(at[i], style.text_width(text, LABEL) + 3.0, LABEL * 1.45, taken, frame)
        if place is None:
            continue
        dx, dy, box = place
        taken.append(box)
        side = pair[0] if rows["estimate"].iloc[i] > 0 else pair[1]
        ax.annotate(
            text,
            points[i],
            xytext=(dx, dy),
            textcoords="offset points",
            size=LABEL,
            color=looks[side].colour,
            va="bottom",
            gid=f"label-{i}",
        )


def free_place(
    at: Any, width: float, height: float, taken: list[tuple[float, float, float, float]], frame: Any
) -> tuple[float, float, tuple[float, float, float, float]] | None:
    """
    Offset of a label from its point, in points, so that its box is free and inside the frame; None if there is no such place.

    Examples
    --------
    >>> free_place((50, 50), 20, 8, [], (0, 0, 100, 100))[:2]
    (3.5, -4.0)
    """
    middle, above, below = -height / 2, 2.0, -height - 2.0
    choices = [
        (3.5, middle),
        (-width - 3.5, middle),
        (2.0, above),
        (2.0, below),
        (-width - 2, above),
        (-width - 2, below),
        (-width / 2, above + 2),
        (-width / 2, below - 2),
        (3.5, above + 4),
        (3.5, below - 4),
    ]
    for dx, dy in choices:
        x0, y0 = at[0] + dx, at[1] + dy
        box = (x0, y0, x0 + width, y0 + height)
        inside = box[0] > frame[0] and box[1] > frame[1] and box[2] < frame[0] + frame[2] and box[3] < frame[1] + frame[3]
        if inside and not any(box[0] < t[2] and t[0] < box[2] and box[1] < t[3] and t[1] < box[3] for t in taken):
            return dx, dy, box
    return None


def note(rows: pd.DataFrame, result: Result, **_: Any) -> str:
    """Number of terms, what is labelled and what the edge means."""
    n = int(rows["labelled"].sum())
    never = int(((rows["rate_a"] == 0) | (rows["rate_b"] == 0)).sum())
    edge = f" {count(never)} terms that one side never uses stand at 0 on its axis." if never else ""
    return (
        f"n = {count(len(rows))} terms, log axes, no intervals; the {count(n)} strongest by |z| "
        f"are labelled where there is room.{edge} {base.validation(result)}"
    ).strip()


def alt(rows: pd.DataFrame, _result: Result, **_: Any) -> str:
    """The terms far from the diagonal in words."""
    side_a, side_b = base.first_pair(rows)
    said = []
    for side, part in ((side_a, rows[rows["estimate"] > 0]), (side_b, rows[rows["estimate"] < 0])):
        terms = [f"{plain(r.term)} ({number(r.rate_a, 2)} against {number(r.rate_b, 2)})" for r in part.head(5).itertuples()]
        said.append(f"far on the side of {plain(side)}: {listing(terms) or 'none'}")
    return (
        f"Scatter plot of {count(len(rows))} terms by their rates per 1,000 words in "
        f"{plain(side_b)} (across) and {plain(side_a)} (up). {'; '.join(said)}."
    )


base.register(base.Figure("term_scatter", rows, draw, alt, note, lambda _rows: 105.0))
