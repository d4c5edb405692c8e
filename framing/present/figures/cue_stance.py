"""How quotations are introduced: the stance of their cues, by side."""

from __future__ import annotations

from typing import Any

import pandas as pd

from framing.present import style
from framing.present.figures import base
from framing.present.figures.dumbbells import dumbbells
from framing.present.inert import plain
from framing.present.numbers import count, percent
from framing.results import Result

_ORDER = ("hostile", "distancing", "neutral", "endorsing", "warm")


def rows(result: Result, *, sides: Any = None, by: str = "stance", top: int = 12, **_: Any) -> pd.DataFrame:
    """Stance (or cue class), side, quotes, share of the side's quotes that have a cue."""
    data = result.data[result.data[by].notna() & result.data["side"].notna()]
    if data.empty:
        return pd.DataFrame(columns=["stance", "side", "n_quotes", "share"])
    n = data.groupby([data[by].astype(str), data["side"].astype(str)]).size()
    order = [s for s in base.sides_of(result, sides) if s in n.index.get_level_values(1)]
    total = n.groupby(level=1).sum()
    common = n.groupby(level=0).sum().reset_index(name="n").sort_values(["n", by], ascending=[False, True])[by].tolist()
    kinds = [s for s in _ORDER if s in common] + [s for s in common if s not in _ORDER] if by == "stance" else common[:top]
    grid = [(k, s, int(n.get((k, s), 0)), float(n.get((k, s), 0) / total[s])) for k in kinds for s in order]
    return pd.DataFrame(grid, columns=["stance", "side", "n_quotes", "share"])


def draw(rows: pd.DataFrame, _result: Result, *, ax: Any, looks: dict[str, style.Look], **_: Any) -> Any:
    """A dumbbell a stance."""
    dumbbells(ax, rows, looks, label="stance", value="share")
    for i, side in enumerate(s for s in looks if s in set(rows["side"])):
        dx = 34 + 40 * i
        base.margin_text(ax, -0.8, "quotes", dx, ha="right", colour=looks[side].colour)
        for y, part in enumerate(dict(list(rows[rows["side"] == side].groupby("stance", sort=False))).values()):
            base.margin_text(ax, y, count(part["n_quotes"].iloc[0]), dx, ha="right", colour=looks[side].colour)
    ax.set_xlim(left=-0.01)
    ax.xaxis.set_major_formatter(lambda x, _: percent(x))
    ax.set_xlabel("share of the side's quotes that have a cue")
    return ax


def note(rows: pd.DataFrame, result: Result, **_: Any) -> str:
    """n and what a stance is."""
    n = "; ".join(f"{plain(s)} {count(p['n_quotes'].sum())} quotes" for s, p in rows.groupby("side", sort=False))
    return (
        f"n: {n}. The stance is that of the cue word, not of the speaker; no interval is drawn. {base.validation(result)}"
    ).strip()


def alt(rows: pd.DataFrame, _result: Result, **_: Any) -> str:
    """Shares by stance in words."""
    said = [
        f"{plain(k)}: "
        + ", ".join(f"{plain(r['side'])} {percent(r['share'])} ({count(r['n_quotes'])})" for r in part.to_dict("records"))
        for k, part in rows.groupby("stance", sort=False)
    ]
    return f"Dumbbell chart of the stance of cues by side. {'; '.join(said)}."


base.register(base.Figure("cue_stance", rows, draw, alt, note, lambda rows: 21 + 5.0 * max(rows["stance"].nunique(), 2)))
