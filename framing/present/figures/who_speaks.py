"""Who is given the word: source types by side."""

from __future__ import annotations

from typing import Any

import pandas as pd

from framing.present import style
from framing.present.figures import base
from framing.present.figures.dumbbells import dumbbells
from framing.present.inert import plain
from framing.present.numbers import count, percent
from framing.results import Result


def rows(result: Result, *, sides: Any = None, top: int = 12, **_: Any) -> pd.DataFrame:
    """Source type, side, quoted words, quotes and share of the side's quoted words; most quoted type first."""
    data = result.data
    if "speech" in data:
        data = data[data["speech"].fillna(value=True).astype(bool)]
    data = data[data["side"].notna()].assign(source_type=data["source_type"].fillna("unknown").astype(str))
    if data.empty:
        return pd.DataFrame(columns=["source_type", "side", "n_words", "n_quotes", "share"])
    pooled = data.groupby([data["source_type"], data["side"].astype(str)])["n_words"].agg(["sum", "size"])
    order = [side for side in base.sides_of(result, sides) if side in pooled.index.get_level_values(1)]
    total = pooled["sum"].groupby(level=1).sum()
    share = pooled["sum"] / total.reindex(pooled.index.get_level_values(1)).to_numpy()
    strongest = (
        share.groupby(level=0).max().reset_index().sort_values(["sum", "source_type"], ascending=[False, True])["source_type"]
    )
    grid = [(kind, side) for kind in strongest[:top] for side in order]
    return pd.DataFrame(
        [
            (k, s, int(pooled["sum"].get((k, s), 0)), int(pooled["size"].get((k, s), 0)), float(share.get((k, s), 0.0)))
            for k, s in grid
        ],
        columns=["source_type", "side", "n_words", "n_quotes", "share"],
    )


def draw(rows: pd.DataFrame, _result: Result, *, ax: Any, looks: dict[str, style.Look], **_: Any) -> Any:
    """A dumbbell a source type, and the number of quotes of each side at the right."""
    dumbbells(ax, rows, looks, label="source_type", value="share")
    sides = [side for side in looks if side in set(rows["side"])]
    for i, side in enumerate(sides):
        dx = 34 + 40 * i
        base.margin_text(ax, -0.8, "quotes", dx, ha="right", colour=looks[side].colour)
        for y, kind in enumerate(dict.fromkeys(rows["source_type"])):
            n = rows.loc[(rows["source_type"] == kind) & (rows["side"] == side), "n_quotes"]
            base.margin_text(ax, y, count(n.iloc[0]), dx, ha="right", colour=looks[side].colour)
    ax.set_xlim(left=-0.01)
    ax.xaxis.set_major_formatter(lambda x, _: percent(x))
    ax.set_xlabel("share of the side's quoted words")
    return ax


def note(rows: pd.DataFrame, result: Result, **_: Any) -> str:
    """n of quotes and what is pooled."""
    n = "; ".join(
        f"{plain(s)} {count(p['n_quotes'].sum())} quotes, {count(p['n_words'].sum())} words"
        for s, p in rows.groupby("side", sort=False)
    )
    return f"n: {n}. Pooled over documents; no interval is drawn. {base.validation(result)}".strip()


def alt(rows: pd.DataFrame, _result: Result, **_: Any) -> str:
    """Shares by source type in words."""
    said = [
        f"{plain(kind)}: "
        + ", ".join(f"{plain(r.side)} {percent(r.share)} ({count(r.n_quotes)} quotes)" for r in part.itertuples())
        for kind, part in rows.groupby("source_type", sort=False)
    ]
    return f"Dumbbell chart of who is given the word, by source type and side. {'; '.join(said)}."


base.register(base.Figure("who_speaks", rows, draw, alt, note, lambda rows: 21 + 4.8 * max(rows["source_type"].nunique(), 2)))
