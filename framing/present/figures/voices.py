"""Whose words: share of words by voice and side, as bars from zero with their intervals."""

from __future__ import annotations

from typing import Any

import pandas as pd

from framing.annotate.voice_tables import SIDES, voice_shares
from framing.present import style
from framing.present.figures import base
from framing.present.inert import plain
from framing.present.numbers import count, percent
from framing.results import Result

ORDER = ("own", "direct", "indirect", "block")
NAMES = {"own": "own words", "direct": "direct quotes", "indirect": "reported", "block": "taken over"}
_BAND = 0.76


def rows(result: Result, *, sides: Any = None, **_: Any) -> pd.DataFrame:
    """Side, voice, words, share and interval; words are pooled over the documents of a side."""
    order = base.sides_of(result, sides)
    table = result.tables["sides"] if "sides" in result.tables else voice_shares(result.data, order, result.provenance.seed)
    table = table[table["side"].isin(order) & table["share"].notna()]
    rank = table.assign(_s=table["side"].map(order.index), _v=table["voice"].map(ORDER.index))
    return rank.sort_values(["_s", "_v"])[list(SIDES)].reset_index(drop=True)


def draw(rows: pd.DataFrame, _result: Result, *, ax: Any, looks: dict[str, style.Look], **_: Any) -> Any:
    """A group of bars a voice, in it a bar a side with its interval and its share."""
    sides = list(dict.fromkeys(rows["side"]))
    base.row_axis(ax, [NAMES[voice] for voice in ORDER])
    height = _BAND / len(sides)
    for row in rows.to_dict("records"):
        look = looks[str(row["side"])]
        y = ORDER.index(row["voice"]) + (sides.index(row["side"]) - (len(sides) - 1) / 2) * height
        face = style.tint(look.colour, 0.35) if look.hatch else look.colour
        ax.barh(y, row["share"], height=height * 0.9, color=face, edgecolor=look.colour, linewidth=0.6, hatch=look.hatch)
        end = row["share"]
        if pd.notna(row["ci_low"]) and pd.notna(row["ci_high"]):
            # White below the line keeps it apart from a dark bar.
            for colour, width in (("white", 2.4), (style.INK, 1.0)):
                ax.plot([row["ci_low"], row["ci_high"]], [y, y], color=colour, lw=width, solid_capstyle="butt")
            end = row["ci_high"]
        ax.annotate(
            percent(row["share"]), (end, y), xytext=(4, 0), textcoords="offset points", va="center_baseline", size=7,
            color=look.colour,
        )  # fmt: skip
    ax.set_xlim(0, min(1.0, 1.1 * float(pd.concat([rows["share"], rows["ci_high"]]).max())))
    ax.xaxis.set_major_formatter(lambda x, _: percent(x))
    ax.set_xlabel("share of the side's words")
    base.side_key(ax, {side: looks[side] for side in sides}, hatch=True, markers=False, y=5)
    return ax


def note(rows: pd.DataFrame, result: Result, **_: Any) -> str:
    """n, what is pooled, and the interval."""
    n = "; ".join(
        f"{plain(s)} {count(p['n_words'].sum())} words of {count(p['n_documents'].iloc[0])} documents"
        for s, p in rows.groupby("side", sort=False)
    )
    pooled = f"n: {n}, pooled; the bars of a side add up to 100 %."
    return f"{pooled} {base.interval_note(rows, result)} {base.validation(result)}".strip()


def alt(rows: pd.DataFrame, _result: Result, **_: Any) -> str:
    """The shares in words."""
    said = []
    for side, part in rows.groupby("side", sort=False):
        shares = ", ".join(f"{NAMES[str(r['voice'])]} {percent(r['share'])}{_sure(r)}" for r in part.to_dict("records"))
        said.append(f"{plain(side)}: {shares} of {count(part['n_words'].sum())} words")
    return f"Bars of whose words each side prints. {'. '.join(said)}."


def _sure(row: dict[Any, Any]) -> str:
    return f" (interval {percent(row['ci_low'])} to {percent(row['ci_high'])})" if pd.notna(row["ci_low"]) else ""


base.register(base.Figure("voices_bar", rows, draw, alt, note, lambda rows: 21 + 4 * 4.3 * max(rows["side"].nunique(), 1.5)))
