"""Topics: prevalence by side."""

from __future__ import annotations

from typing import Any

import pandas as pd

from framing.present import style
from framing.present.figures import base
from framing.present.figures.dumbbells import dumbbells
from framing.present.inert import plain
from framing.present.numbers import percent
from framing.results import Result


def topic_labels(result: Result, n_terms: int = 4) -> dict[Any, str]:
    """What each topic is called: the name a human gave, else its top terms."""
    found: dict[Any, str] = {}
    terms = result.tables.get("terms")
    if terms is not None and {"topic", "term"} <= set(terms.columns):
        ranked = terms.sort_values(["topic", "rank"]) if "rank" in terms else terms
        found = {topic: ", ".join(map(plain, part["term"].head(n_terms))) for topic, part in ranked.groupby("topic", sort=True)}
    for name in ("names", "labels", "topics"):
        table = result.tables.get(name)
        column = next((c for c in ("name", "label") if table is not None and c in table), None)
        if table is not None and column and "topic" in table:
            found |= {t: plain(v) for t, v in zip(table["topic"], table[column], strict=True) if plain(v)}
    return found


def rows(result: Result, *, sides: Any = None, voice: str | None = None, top: int = 20, **_: Any) -> pd.DataFrame:
    """Topic, label, side, mean share over documents; the topic with the largest difference first."""
    data = result.data[result.data["side"].notna() & result.data["share"].notna()]
    if voice is not None:
        data = data[data["voice"] == voice]
    names = topic_labels(result)
    means = data.groupby([data["topic"], data["side"].astype(str)])["share"].agg(["mean", "size"])
    order = [side for side in base.sides_of(result, sides) if side in means.index.get_level_values(1)]
    wide = means["mean"].unstack().reindex(columns=order)
    gap = (wide.max(axis=1) - wide.min(axis=1)).sort_values(ascending=False, kind="stable").index[:top] if len(wide) else []
    grid = [
        (t, names.get(t, f"topic {t}"), s, means["mean"].get((t, s)), means["size"].get((t, s))) for t in gap for s in order
    ]
    return (
        pd.DataFrame(grid, columns=["topic", "label", "side", "share", "n_documents"])
        .dropna(subset="share")
        .reset_index(drop=True)
    )


def draw(rows: pd.DataFrame, _result: Result, *, ax: Any, looks: dict[str, style.Look], **_: Any) -> Any:
    """A dumbbell a topic."""
    shown = rows.assign(label=[f"{t} · {label}" for t, label in zip(rows["topic"], rows["label"], strict=True)])
    dumbbells(ax, shown, looks, label="label", value="share")
    ax.set_xlim(left=0)
    ax.xaxis.set_major_formatter(lambda x, _: percent(x))
    ax.set_xlabel("mean share of a document")
    return ax


def note(rows: pd.DataFrame, result: Result, **_: Any) -> str:
    """What a topic is not."""
    n = "; ".join(f"{plain(s)} {int(p['n_documents'].max())} documents" for s, p in rows.groupby("side", sort=False))
    return f"n: {n}. Topics are word groups, not frames; names by top terms unless a human named them. {base.validation(result)}".strip()


def alt(rows: pd.DataFrame, _result: Result, **_: Any) -> str:
    """Shares by topic in words."""
    said = [
        f"{plain(label)}: " + ", ".join(f"{plain(r.side)} {percent(r.share)}" for r in part.itertuples())
        for label, part in rows.groupby("label", sort=False)
    ]
    return f"Dumbbell chart of mean topic shares by side. {'; '.join(said)}."


base.register(base.Figure("topic_prevalence", rows, draw, alt, note, lambda rows: 20 + 6.2 * max(rows["topic"].nunique(), 2)))
