"""KWIC panel: lines in which a term stands, aligned on the term, with side, outlet and voice."""

from __future__ import annotations

from typing import Any

import pandas as pd

from framing.present import style
from framing.present.figures import base
from framing.present.inert import plain
from framing.present.numbers import count
from framing.results import Result

SIZE = 6.5
_BEFORE, _AFTER = 165.0, 128.0  # points of text on each side of the term


def rows(result: Result, *, top: int = 16, **_: Any) -> pd.DataFrame:
    """The first `top` lines, spread evenly over all."""
    data = result.data
    if not {"left", "keyword", "right"} <= set(data.columns):
        return pd.DataFrame(columns=["left", "keyword", "right"])
    if len(data) > top:
        data = data.iloc[[round(i * (len(data) - 1) / (top - 1)) for i in range(top)]]
    return data.reset_index(drop=True)


def _cut(text: str, width: float, *, end: bool) -> str:
    """As many whole words of a text as fit, from its end or its beginning; of a single word, as many letters."""
    text = style.drawable(text)
    words = text.split(" ")
    while len(words) > 1 and style.text_width(" ".join(words), SIZE) > width:
        words = words[1:] if end else words[:-1]
    text = " ".join(words)
    while text and style.text_width(text, SIZE) > width:
        text = text[1:] if end else text[:-1]
    return text


def draw(rows: pd.DataFrame, _result: Result, *, ax: Any, looks: dict[str, style.Look], **_: Any) -> Any:
    """A row a line; the side's mark and outlet at the left, the voice at the right."""
    ax.set_axis_off()
    ax.set_xlim(0, 1)
    ax.set_ylim(len(rows) - 0.4, -0.6)
    base.side_key(ax, {s: looks[s] for s in looks if s in set(rows["side"].astype(str))}, y=5)
    for y, row in enumerate(rows.to_dict("records")):
        look = looks.get(str(row.get("side")), style.Look(style.MUTED, "o", "", "-"))
        node = _cut(plain(row["keyword"]), 70, end=False)
        half = style.text_width(node, SIZE, "bold") / 2 + 2
        ax.plot(0.005, y, look.marker, color=look.colour, ms=3.4, clip_on=False)
        _text(ax, 0, y, 7, _cut(plain(row.get("outlet")), 68, end=False), "left", look.colour)
        _text(ax, 0.54, y, -half, _cut(plain(row["left"]), _BEFORE, end=True), "right")
        _text(ax, 0.54, y, 0, node, "center", weight="bold")
        _text(ax, 0.54, y, half, _cut(plain(row["right"]), _AFTER, end=False), "left")
        speaker = plain(row.get("speaker"))
        _text(
            ax,
            1,
            y,
            0,
            _cut(f"{plain(row.get('voice'))}{f', {speaker}' if speaker else ''}", 78, end=False),
            "right",
            style.MUTED,
        )
    return ax


def _text(ax: Any, x: float, y: float, dx: float, text: str, ha: str, colour: str = style.INK, weight: str = "normal") -> None:
    ax.annotate(
        text, (x, y), xytext=(dx, 0), textcoords="offset points", ha=ha, va="center", size=SIZE, color=colour, weight=weight
    )


def note(rows: pd.DataFrame, result: Result, **_: Any) -> str:
    """How many lines there are."""
    return f"{count(len(rows))} of {count(len(result.data))} lines. {base.validation(result)}".strip()


def alt(rows: pd.DataFrame, _result: Result, **_: Any) -> str:
    """The first lines as text."""
    said = [
        f"{plain(r.get('outlet'))} ({plain(r.get('voice'))}): … {plain(r['left'])} {plain(r['keyword'])} {plain(r['right'])} …"
        for r in rows.head(5).to_dict("records")
    ]
    return f"Concordance. {' '.join(said)}"


base.register(base.Figure("kwic", rows, draw, alt, note, lambda rows: 12 + 4.0 * max(len(rows), 3)))
