"""Word shift: which words make the difference between two texts, and in which direction."""

from __future__ import annotations

from typing import Any

import pandas as pd

from framing.present import style
from framing.present.figures import base
from framing.present.inert import plain
from framing.present.numbers import count, listing, number, percent
from framing.results import Result

_VALUE = ("contribution", "shift", "score", "estimate")


def rows(result: Result, *, pair: Any = None, voice: str | None = None, top: int = 20, **_: Any) -> pd.DataFrame:
    """The `top` words by the size of their contribution, largest first."""
    data = result.data
    if {"side_a", "side_b"} <= set(data.columns):
        data = base.of_pair(data, pair, voice if "voice" in data else None)
    value = next((c for c in _VALUE if c in data), None)
    if value is None or "term" not in data:
        return pd.DataFrame(columns=["term", "contribution"])
    data = data[data[value].notna()]
    order = data[value].abs().sort_values(ascending=False, kind="stable").index[:top]
    return data.loc[order].rename(columns={value: "contribution"}).reset_index(drop=True)


def draw(rows: pd.DataFrame, result: Result, *, ax: Any, looks: dict[str, style.Look], **_: Any) -> Any:
    """A bar a word, to the side that it stands for; the word beside its bar."""
    pair = base.first_pair(rows) if {"side_a", "side_b"} <= set(rows.columns) else tuple(list(looks)[:2])
    for y, row in enumerate(rows.to_dict("records")):
        side = str(row["side"]) if str(row.get("side")) in looks else pair[0] if row["contribution"] > 0 else pair[1]
        look = looks[side]
        face = style.tint(look.colour, 0.35) if look.hatch else look.colour
        ax.barh(y, row["contribution"], height=0.72, color=face, edgecolor=look.colour, hatch=look.hatch, linewidth=0.5)
        right = row["contribution"] > 0
        ax.annotate(
            style.tick_text(row["term"], min(120.0, 0.27 * ax.figure.get_figwidth() * 72), 7, 1),
            (row["contribution"], y),
            xytext=(3 if right else -3, 0),
            textcoords="offset points",
            va="center",
            ha="left" if right else "right",
            size=7,
        )
    ax.set_yticks([])
    ax.set_ylim(len(rows) - 0.4, -0.6)
    ax.spines["left"].set_visible(False)
    reach = float(rows["contribution"].abs().max()) * 1.35
    ax.set_xlim(
        -reach if (rows["contribution"] < 0).any() else -reach * 0.05,
        reach if (rows["contribution"] > 0).any() else reach * 0.05,
    )
    ax.axvline(0, color=style.FAINT, lw=0.7)
    kind = plain(result.provenance.options.get("kind", result.provenance.options.get("method", "")))
    ax.set_xlabel(f"contribution to the difference{f' ({kind})' if kind else ''}")
    base.side_key(ax, {s: looks[s] for s in pair if s in looks}, markers=False, hatch=True, y=4)
    return ax


def note(rows: pd.DataFrame, result: Result, **_: Any) -> str:
    """How much of the whole is drawn."""
    value = next((c for c in _VALUE if c in result.data), "")
    whole = float(result.data[value].abs().sum()) if value else 0.0
    part = float(rows["contribution"].abs().sum())
    share = f" They make up {percent(part / whole)} of the sum of absolute contributions." if whole else ""
    return (
        f"The {count(len(rows))} words with the largest contributions of "
        f"{count(len(result.data))}.{share} No intervals. {base.validation(result)}"
    ).strip()


def alt(rows: pd.DataFrame, _result: Result, **_: Any) -> str:
    """The largest contributions in words."""
    said = [f"{plain(r['term'])} {number(r['contribution'], sign=True)}" for r in rows.head(10).to_dict("records")]
    return f"Word shift: words by their contribution to the difference, the largest first: {listing(said)}."


base.register(base.Figure("word_shift", rows, draw, alt, note, lambda rows: 18 + 4.2 * max(len(rows), 3), columns=1))
