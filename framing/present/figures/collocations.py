"""Collocations: how strongly a word draws each neighbour on each side, with how often they meet."""

from __future__ import annotations

from typing import Any

import pandas as pd

from framing.present import labels, style
from framing.present.figures import base
from framing.present.inert import plain
from framing.present.numbers import count, listing, number
from framing.results import Result

_COLUMNS = ["pair", "node", "collocate", "side", "log_dice", "n_joint", "n_documents"]


def rows(result: Result, *, sides: Any = None, node: Any = None, top: int = 10, **_: Any) -> pd.DataFrame:
    """The `top` strongest pairs of each side by logDice, with the numbers of every side that lists the pair."""
    data = result.data[result.data["log_dice"].notna()]
    if node is not None:
        data = data[data["node"].astype(str) == str(node)]
    if data.empty:
        return pd.DataFrame(columns=_COLUMNS)
    one = len(set(data["node"])) == 1
    data = data.assign(
        side=data["side"].fillna("all documents").astype(str),
        pair=data["collocate"].astype(str) if one else data["node"].astype(str) + " · " + data["collocate"].astype(str),
    ).sort_values(["log_dice", "n_joint", "pair"], ascending=[False, False, True])
    order = [s for s in base.sides_of(result, sides) if s in set(data["side"])] or list(dict.fromkeys(data["side"]))
    wanted = list(dict.fromkeys(p for s in order for p in data.loc[data["side"] == s, "pair"].head(top)))
    wide = data.pivot_table(index="pair", columns="side", values="log_dice", aggfunc="max").reindex(wanted)
    # Pairs that the first side draws more strongly stand on top; what a side does not list counts as weakest there.
    lead = wide[order[0]].fillna(0.0) - wide[order[1:]].max(axis=1).fillna(0.0) if len(order) > 1 else wide[order[0]]
    at = {p: i for i, p in enumerate(lead.sort_values(ascending=False, kind="stable").index)}
    ranks = {s: i for i, s in enumerate(order)}
    data = data[data["pair"].isin(wanted)].assign(_at=lambda d: d["pair"].map(at), _side=lambda d: d["side"].map(ranks))
    return data.sort_values(["_at", "_side"])[_COLUMNS].reset_index(drop=True)


def draw(rows: pd.DataFrame, _result: Result, *, ax: Any, looks: dict[str, style.Look], **_: Any) -> Any:
    """A stem and a mark for each side that lists the pair; the number of meetings at the right."""
    sides = list(dict.fromkeys(rows["side"]))
    looks = {**style.looks(sides), **looks}
    sides = [s for s in looks if s in sides]
    pairs = list(dict.fromkeys(rows["pair"]))
    base.row_axis(ax, [style.tick_text(p, 130) for p in pairs])
    start = min(0.0, float(rows["log_dice"].min()) - 0.5)
    for row in rows.to_dict("records"):
        look = looks[row["side"]]
        y = pairs.index(row["pair"]) + (sides.index(row["side"]) - (len(sides) - 1) / 2) * 0.26
        ax.plot([start, row["log_dice"]], [y, y], color=style.tint(look.colour, 0.45), lw=1.0, zorder=1)
        ax.plot(row["log_dice"], y, look.marker, color=look.colour, ms=4.6, zorder=3)
    joint = rows.pivot_table(index="pair", columns="side", values="n_joint", aggfunc="sum")
    for i, side in enumerate(sides):
        dx = 30 + 34 * i
        base.margin_text(ax, -0.85, "count", dx, ha="right", colour=looks[side].colour)
        for y, pair in enumerate(pairs):
            base.margin_text(ax, y, count(joint[side].get(pair)), dx, ha="right", colour=looks[side].colour)
    ax.set_xlim(start, 14.0)
    node = list(dict.fromkeys(rows["node"]))
    ax.set_xlabel("logDice (at most 14)" + (f", with {style.tick_text(node[0], 160, 7.5, 1)}" if len(node) == 1 else ""))
    ax.grid(axis="y", color="#efefef", lw=0.5)
    base.side_key(ax, {s: looks[s] for s in sides}, y=12)
    return ax


def note(_rows: pd.DataFrame, result: Result, **_: Any) -> str:
    """Span, least count, and what a dash means."""
    options = result.provenance.options
    span = f"{options.get('left', 5)} words to the left and {options.get('right', 5)} to the right"
    least = options.get("min_count")
    rare = f"met fewer than {count(least)} times" if least else "not listed"
    return (
        f"Pairs within a sentence, {span}; the strongest of each side. Count: how often they meet; "
        f"a dash: {rare} on that side. One more logDice: twice as strong. No intervals are drawn. "
        f"Voice: {labels.voice(result.provenance.voice)}."
    )


def alt(rows: pd.DataFrame, _result: Result, **_: Any) -> str:
    """The strongest pairs of each side in words."""
    said = []
    for side, part in rows.groupby("side", sort=False):
        best = part.sort_values(["log_dice", "pair"], ascending=[False, True]).head(5)
        pairs = [f"{plain(r.pair)} ({number(r.log_dice, 1)}, {count(r.n_joint)} times)" for r in best.itertuples()]
        said.append(f"{plain(side)}: {listing(pairs)}")
    return f"Lollipop chart of neighbouring words by logDice. {'; '.join(said)}."


base.register(base.Figure("collocations", rows, draw, alt, note, lambda rows: 22 + 5.0 * max(rows["pair"].nunique(), 2)))
