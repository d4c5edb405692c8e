"""Whose words: share of words by voice and side, as one bar a side."""

from __future__ import annotations

from typing import Any

import pandas as pd
from matplotlib.patches import Rectangle

from framing.present import style
from framing.present.figures import base
from framing.present.inert import plain
from framing.present.numbers import count, percent
from framing.results import Result

ORDER = ("own", "direct", "indirect", "block")
NAMES = {"own": "own words", "direct": "direct quotes", "indirect": "reported", "block": "taken over"}
_STRENGTH = {"own": 1.0, "direct": 0.55, "indirect": 0.28, "block": 0.0}


def rows(result: Result, *, sides: Any = None, **_: Any) -> pd.DataFrame:
    """Side, voice, words and share; words are pooled over the documents of a side."""
    data = result.data
    name = "name" if "name" in data and data["name"].isin(ORDER).any() else "voice"
    data = data[data[name].isin(ORDER) & data["side"].notna()]
    amount = "n" if "n" in data and data["n"].notna().any() else "n_words" if "n_words" in data else "value"
    pooled = data.groupby([data["side"].astype(str), data[name]], sort=False)[amount].sum()
    order = [side for side in base.sides_of(result, sides) if side in pooled.index.get_level_values(0)]
    table = pd.DataFrame(
        [(side, voice, float(pooled.get((side, voice), 0.0))) for side in order for voice in ORDER],
        columns=["side", "voice", "n_words"],
    )
    return table.assign(share=table["n_words"] / table.groupby("side")["n_words"].transform("sum")).dropna()


def draw(rows: pd.DataFrame, _result: Result, *, ax: Any, looks: dict[str, style.Look], **_: Any) -> Any:
    """A bar of full width a side; darker is more the outlet's own."""
    sides = list(dict.fromkeys(rows["side"]))
    base.row_axis(ax, [style.tick_text(side, 100) for side in sides])
    for y, side in enumerate(sides):
        left = 0.0
        for _, row in rows[rows["side"] == side].iterrows():
            _segment(ax, y, left, row, looks[side].colour)
            left += row["share"]
        base.margin_text(ax, y, f"{count(rows.loc[rows['side'] == side, 'n_words'].sum())} words", 5)
    ax.set_xlim(0, 1)
    ax.set_xticks([0, 0.25, 0.5, 0.75, 1], ["0", "25", "50", "75", "100 %"])
    ax.set_xlabel("share of words")
    _key(ax)
    return ax


def _segment(ax: Any, y: int, left: float, row: Any, colour: str) -> None:
    """One voice of one bar, with its share inside where there is room."""
    strength = _STRENGTH[row["voice"]]
    face = style.tint(colour, strength)
    ax.barh(
        y,
        row["share"],
        left=left,
        height=0.62,
        color=face,
        edgecolor=colour,
        linewidth=0.7,
        hatch="////" if row["voice"] == "block" else "",
    )
    if row["share"] > 0.055:
        box = {"facecolor": "white", "edgecolor": "none", "pad": 0.8} if row["voice"] == "block" else None
        ax.text(
            left + row["share"] / 2,
            y,
            percent(row["share"]),
            ha="center",
            va="center",
            size=7,
            color="white" if strength == 1.0 else style.INK,
            bbox=box,
        )


def _key(ax: Any) -> None:
    """The voices in grey, in the order of the bars."""
    x = 0.0
    for voice in ORDER:
        face = style.tint("#404040", _STRENGTH[voice])
        ax.add_artist(
            Rectangle(
                (0, 0),
                8,
                5.5,
                facecolor=face,
                edgecolor="#404040",
                lw=0.6,
                hatch="////" if voice == "block" else "",
                clip_on=False,
                transform=base.points(ax, x, 6),
            )
        )
        ax.annotate(
            NAMES[voice], (0, 1), xycoords="axes fraction", xytext=(x + 11, 5), textcoords="offset points", size=7, va="bottom"
        )
        x += 11 + style.text_width(NAMES[voice], 7) + 12


def note(_rows: pd.DataFrame, result: Result, **_: Any) -> str:
    """What is pooled, and that intervals stand elsewhere."""
    return (
        f"Words pooled over the documents of each side; intervals by cluster are in the contrast. {base.validation(result)}"
    ).strip()


def alt(rows: pd.DataFrame, _result: Result, **_: Any) -> str:
    """The shares in words."""
    said = []
    for side, part in rows.groupby("side", sort=False):
        shares = ", ".join(f"{NAMES[str(r.voice)]} {percent(r.share)}" for r in part.itertuples())
        said.append(f"{plain(side)}: {shares} of {count(part['n_words'].sum())} words")
    return f"Stacked bars of whose words each side prints. {'. '.join(said)}."


base.register(
    base.Figure(
        "voices_bar", rows, draw, alt, note, lambda rows: 19 + 8.5 * max(rows["side"].nunique(), 1) if len(rows) else 20
    )
)
