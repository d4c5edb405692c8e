"""Who is given the word: source types by side."""

from __future__ import annotations

from typing import Any

import pandas as pd

from framing.annotate.quote_tables import QuoteTables
from framing.present import style
from framing.present.figures import base
from framing.present.figures.dumbbells import dumbbells, numbers
from framing.present.inert import plain
from framing.present.numbers import count, percent
from framing.results import Result

_COLUMNS = ["source_type", "side", "n_words", "n_quotes", "share", "ci_low", "ci_high", "reason"]


def pooled_tables(result: Result, sides: Any = None) -> QuoteTables:
    """The tables of quotations that were kept without them, as in bundles of an older version."""
    data = result.data[result.data["speech"].fillna(value=True).astype(bool)]
    return QuoteTables(data, base.sides_of(result, sides), result.provenance.seed)


def rows(result: Result, *, sides: Any = None, top: int = 12, **_: Any) -> pd.DataFrame:
    """Source type, side, quoted words, quotes and share of the side's quoted words; most quoted type first."""
    table = result.tables["types"] if "types" in result.tables else pooled_tables(result, sides).types()
    if table.empty:
        return pd.DataFrame(columns=_COLUMNS)
    table = table.rename(columns={"share_words": "share"}).set_index(["source_type", "side"])[_COLUMNS[2:]]
    order = [side for side in base.sides_of(result, sides) if side in table.index.get_level_values("side")]
    most = table["share"].groupby(level=0).max().reset_index().sort_values(["share", "source_type"], ascending=[False, True])
    grid = pd.MultiIndex.from_product([most["source_type"].head(top), order], names=["source_type", "side"])
    found = table.reindex(grid).reset_index()
    found[["n_words", "n_quotes", "share"]] = found[["n_words", "n_quotes", "share"]].fillna(0)
    found["reason"] = found["reason"].fillna("none on this side")
    return found.astype({"n_words": int, "n_quotes": int})[_COLUMNS]


def draw(rows: pd.DataFrame, _result: Result, *, ax: Any, looks: dict[str, style.Look], **_: Any) -> Any:
    """A dumbbell with intervals a source type, and the number of quotes of each side at the right."""
    dumbbells(ax, rows, looks, label="source_type", value="share")
    numbers(ax, rows, looks, label="source_type", value="n_quotes")
    ax.set_xlim(left=-0.01)
    ax.xaxis.set_major_formatter(lambda x, _: percent(x))
    ax.set_xlabel("share of the side's quoted words")
    return ax


def note(rows: pd.DataFrame, result: Result, **_: Any) -> str:
    """n of quotes and words, the interval, and what is unknown."""
    n = "; ".join(
        f"{plain(s)} {count(p['n_quotes'].sum())} quotes, {count(p['n_words'].sum())} words"
        for s, p in rows.groupby("side", sort=False)
    )
    unknown = " Unknown: the text names no speaker." if "unknown" in set(rows["source_type"]) else ""
    return f"n: {n}. Pooled over documents. {base.interval_note(rows, result)}{unknown} {base.validation(result)}".strip()


def alt(rows: pd.DataFrame, _result: Result, **_: Any) -> str:
    """Shares by source type in words."""
    said = [
        f"{plain(kind)}: " + ", ".join(f"{plain(r['side'])} {percent(r['share'])}{_sure(r)}" for r in part.to_dict("records"))
        for kind, part in rows.groupby("source_type", sort=False)
    ]
    return f"Dumbbell chart of who is given the word, by source type and side. {'; '.join(said)}."


def _sure(row: dict[Any, Any]) -> str:
    """Interval and number of quotes of one mark."""
    between = f"interval {percent(row['ci_low'])} to {percent(row['ci_high'])}, " if pd.notna(row["ci_low"]) else ""
    return f" ({between}{count(row['n_quotes'])} quotes)"


base.register(base.Figure("who_speaks", rows, draw, alt, note, lambda rows: 21 + 5.6 * max(rows["source_type"].nunique(), 2)))
