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
    """Topic, label, side, mean share and, where the result has them, intervals; the largest difference first."""
    names = topic_labels(result)
    means = _means(result, voice)
    order = [side for side in base.sides_of(result, sides) if side in set(means["side"])]
    gap = means.groupby("topic")["share"].agg(lambda s: s.max() - s.min()).reset_index()
    ranked = gap.sort_values(["share", "topic"], ascending=[False, True])["topic"].tolist()[:top]
    means = means[means["topic"].isin(ranked) & means["side"].isin(order)]
    means = means.assign(_t=means["topic"].map(ranked.index), _s=means["side"].map(order.index)).sort_values(["_t", "_s"])
    return (
        means.assign(label=[names.get(t, f"topic {t}") for t in means["topic"]])
        .drop(columns=["_t", "_s"])
        .reset_index(drop=True)
    )


def _means(result: Result, voice: str | None) -> pd.DataFrame:
    """One row a topic and side: from the table of prevalence, else the mean over documents."""
    table = result.tables.get("prevalence")
    if table is not None and {"topic", "side", "share"} <= set(table.columns):
        data = table if voice is None or "voice" not in table else table[table["voice"] == voice]
        keep = [c for c in ("topic", "side", "share", "ci_low", "ci_high", "n_documents", "reason") if c in data]
        return data.loc[data["share"].notna(), keep].assign(side=lambda d: d["side"].astype(str))
    data = result.data[result.data["side"].notna() & result.data["share"].notna()]
    data = data if voice is None else data[data["voice"] == voice]
    data = data.assign(side=data["side"].astype(str))
    return data.groupby(["topic", "side"], sort=True).agg(share=("share", "mean"), n_documents=("share", "size")).reset_index()


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
    intervals = f" {base.interval_note(rows, result)}" if base.has_interval(rows) else ""
    return (
        f"n: {n}.{intervals} Topics are word groups, not frames; names by top "
        f"terms unless a human named them. {base.validation(result)}"
    ).strip()


def alt(rows: pd.DataFrame, _result: Result, **_: Any) -> str:
    """Shares by topic in words."""
    said = [
        f"{plain(label)}: " + ", ".join(f"{plain(r.side)} {percent(r.share)}" for r in part.itertuples())
        for label, part in rows.groupby("label", sort=False)
    ]
    return f"Dumbbell chart of mean topic shares by side. {'; '.join(said)}."


base.register(base.Figure("topic_prevalence", rows, draw, alt, note, lambda rows: 20 + 6.2 * max(rows["topic"].nunique(), 2)))
