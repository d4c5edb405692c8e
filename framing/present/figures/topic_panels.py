"""Topics, looked at closely: top terms, the choice of K, the same topic worded differently."""

from __future__ import annotations

from typing import Any

import pandas as pd

from framing.present import labels, style
from framing.present.figures import base
from framing.present.figures.topics import topic_labels
from framing.present.inert import plain
from framing.present.numbers import count, listing, number
from framing.results import Result

_WEIGHT = ("weight", "probability", "score", "frex", "share")


def terms_rows(result: Result, *, top: int = 8, most: int = 12, **_: Any) -> pd.DataFrame:
    """Topic, rank, term and weight: the `top` terms of at most `most` topics."""
    data = result.tables.get("terms")
    weight = base.pick(data, *_WEIGHT)
    if data is None or weight is None or "term" not in data or "topic" not in data:
        return pd.DataFrame(columns=["topic", "rank", "term", "weight"])
    data = data.assign(_at=range(len(data)))
    order = ["topic", "rank"] if "rank" in data else ["topic", "_at"]
    data = data.sort_values(order).assign(rank=lambda d: d.groupby("topic").cumcount() + 1)
    data = data[data["rank"] <= top]
    keep = sorted(data["topic"].unique())[:most]
    return (
        data[data["topic"].isin(keep)]
        .rename(columns={weight: "weight"})[["topic", "rank", "term", "weight"]]
        .reset_index(drop=True)
    )


def terms_draw(rows: pd.DataFrame, result: Result, *, ax: Any, **_: Any) -> Any:
    """Three panels a row, one a topic, bars by weight on one axis."""
    ax.set_axis_off()
    names = topic_labels(result, 0)
    topics = list(dict.fromkeys(rows["topic"]))
    n_rows = (len(topics) + 2) // 3
    for i, topic in enumerate(topics):
        part = rows[rows["topic"] == topic]
        slot = 1 / n_rows
        panel = ax.inset_axes((0.36 * (i % 3) + 0.08, 1 - (i // 3 + 1) * slot + 0.06 * slot, 0.2, 0.8 * slot))
        panel.barh(range(len(part)), part["weight"], height=0.62, color="#8b97a3")
        base.row_axis(panel, [style.tick_text(t, 64, 7, 1) for t in part["term"]])
        panel.tick_params(axis="y", labelsize=7)
        panel.set_xlim(0, float(rows["weight"].max()))
        panel.set_xticks([])
        panel.spines["bottom"].set_visible(False)
        name = names.get(topic, "")
        panel.set_title(style.tick_text(f"Topic {topic}" + (f": {name}" if name else ""), 120, 8, 1), pad=2)
    return ax


def terms_note(rows: pd.DataFrame, result: Result, **_: Any) -> str:
    """What is drawn."""
    n = result.data["topic"].nunique()
    about = result.tables.get("topics", pd.DataFrame(columns=["topic", "flags"]))
    flagged = [(t, f) for t, f in zip(about["topic"], about["flags"], strict=True) if isinstance(f, str) and f]
    said = f" Likely artefacts: {listing([f'topic {t} ({f})' for t, f in flagged])}." if flagged else ""
    return (
        f"Leading terms in the model's order in {count(rows['topic'].nunique())} of {count(n)} topics; bars: share of the "
        f"topic's words, one axis for all.{said} {base.validation(result)}"
    ).strip()


def terms_alt(rows: pd.DataFrame, _result: Result, **_: Any) -> str:
    """Top terms in words."""
    said = [f"topic {plain(t)}: {', '.join(plain(x) for x in part['term'])}" for t, part in rows.groupby("topic", sort=False)]
    return f"Small bar charts of the top terms of each topic. {'; '.join(said)}."


def k_rows(result: Result, **_: Any) -> pd.DataFrame:
    """K, diagnostic and value, and whether K was chosen; long form."""
    data = next((result.tables[n] for n in ("diagnostics", "grid", "k") if n in result.tables), None)
    if data is None or "k" not in data:
        return pd.DataFrame(columns=["k", "diagnostic", "value"])
    if {"diagnostic", "value"} <= set(data.columns):
        return data[["k", "diagnostic", "value"]].dropna().reset_index(drop=True)
    values = [
        c
        for c in data.columns
        if c != "k" and pd.api.types.is_float_dtype(data[c]) and not c.endswith(("_low", "_high", "_sd"))
    ]
    long = data.melt(id_vars="k", value_vars=values, var_name="diagnostic", value_name="value").dropna()
    return long.groupby(["diagnostic", "k"], sort=False)["value"].mean().reset_index()[["k", "diagnostic", "value"]]


def k_draw(rows: pd.DataFrame, result: Result, *, ax: Any, **_: Any) -> Any:
    """One small panel a diagnostic; the K that was used is filled."""
    ax.set_axis_off()
    kinds = list(dict.fromkeys(rows["diagnostic"]))[:6]
    chosen = result.data["topic"].nunique()
    columns = min(3, len(kinds))
    n_rows = -(-len(kinds) // columns)
    for i, kind in enumerate(kinds):
        part = rows[rows["diagnostic"] == kind].sort_values("k")
        width, slot = 1 / columns, 1 / n_rows
        panel = ax.inset_axes(
            (width * (i % columns) + 0.05, 1 - (i // columns + 1) * slot + 0.22 * slot, width - 0.07, 0.6 * slot)
        )
        panel.plot(part["k"], part["value"], "-", color="#8b97a3", lw=1.2)
        panel.plot(part["k"], part["value"], "o", mfc="white", mec=style.INK, ms=4)
        panel.plot(part.loc[part["k"] == chosen, "k"], part.loc[part["k"] == chosen, "value"], "o", color=style.INK, ms=5)
        panel.set_xticks(sorted(set(part["k"])))
        panel.set_title(style.tick_text(labels.spaced(kind), 130, 8, 1), pad=3)
        panel.tick_params(axis="y", length=2.5, labelsize=7)
        panel.margins(0.08, 0.18)
        if i // columns == n_rows - 1:
            panel.set_xlabel("number of topics, K")
    return ax


def k_note(_rows: pd.DataFrame, result: Result, **_: Any) -> str:
    """What the filled mark is."""
    return (
        f"Filled: the K that was used ({count(result.data['topic'].nunique())}). Higher is better "
        f"for coherence, stability and diversity. {base.validation(result)}"
    ).strip()


def k_alt(rows: pd.DataFrame, _result: Result, **_: Any) -> str:
    """Diagnostics by K in words."""
    said = [
        f"{labels.spaced(kind)}: "
        + ", ".join(f"K {plain(r['k'])} {number(r['value'], 2)}" for r in part.sort_values("k").to_dict("records"))
        for kind, part in rows.groupby("diagnostic", sort=False)
    ]
    return f"Diagnostics of the number of topics. {'; '.join(said)}."


def within_rows(result: Result, *, top: int = 5, most: int = 8, **_: Any) -> pd.DataFrame:
    """Topic, term, sides and estimate: the terms that each side prefers inside one topic."""
    data = next((result.tables[n] for n in ("within", "within_topic", "wording") if n in result.tables), None)
    if data is None or not {"topic", "term", "estimate", "side_a", "side_b"} <= set(data.columns):
        return pd.DataFrame(columns=["topic", "term", "estimate"])
    data = data[data["estimate"].notna()]
    data = data[data[["side_a", "side_b"]].astype(str).agg("|".join, axis=1) == "|".join(base.first_pair(data))]
    parts = []
    for topic in sorted(data["topic"].unique())[:most]:
        part = data[data["topic"] == topic].sort_values(["estimate", "term"], ascending=[False, True])
        parts.append(pd.concat([part[part["estimate"] > 0].head(top), part[part["estimate"] < 0].tail(top)]))
    return pd.concat(parts, ignore_index=True) if parts else data


def within_draw(rows: pd.DataFrame, result: Result, *, ax: Any, looks: dict[str, style.Look], **_: Any) -> Any:
    """Two panels a row, one a topic, a mark a term."""
    pair = base.first_pair(rows)
    names = topic_labels(result, 3)
    ax.set_axis_off()
    base.side_key(ax, {s: looks[s] for s in pair}, y=8)
    topics = list(dict.fromkeys(rows["topic"]))
    n_rows = -(-len(topics) // 2)
    reach = float(rows["estimate"].abs().max()) * 1.1
    for i, topic in enumerate(topics):
        part = rows[rows["topic"] == topic].reset_index(drop=True)
        slot = 1 / n_rows
        panel = ax.inset_axes((0.53 * (i % 2) + 0.12, 1 - (i // 2 + 1) * slot + 0.2 * slot, 0.35, 0.7 * slot))
        base.row_axis(panel, [style.tick_text(t, 80, 7, 1) for t in part["term"]])
        for y, row in enumerate(part.to_dict("records")):
            look = looks[pair[0] if row["estimate"] > 0 else pair[1]]
            panel.plot([0, row["estimate"]], [y, y], color=style.tint(look.colour, 0.45), lw=1)
            panel.plot(row["estimate"], y, look.marker, color=look.colour, ms=4)
        panel.axvline(0, color=style.FAINT, lw=0.7)
        panel.set_xlim(-reach, reach)
        panel.set_title(style.tick_text(f"{topic} · {names.get(topic, '')}", 170, 8, 1), pad=3)
        if i >= len(topics) - 2:
            panel.set_xlabel("log-odds within the topic")
    return ax


def within_note(_rows: pd.DataFrame, result: Result, **_: Any) -> str:
    """What is drawn."""
    return f"The terms that lean most to each side inside one topic; no intervals are drawn. {base.validation(result)}".strip()


def within_alt(rows: pd.DataFrame, _result: Result, **_: Any) -> str:
    """Terms by topic and side in words."""
    a, b = base.first_pair(rows)
    said = [
        f"topic {plain(t)}: {plain(a)} {listing([plain(x) for x in p.loc[p['estimate'] > 0, 'term']]) or 'none'}; "
        f"{plain(b)} {listing([plain(x) for x in p.loc[p['estimate'] < 0, 'term']]) or 'none'}"
        for t, p in rows.groupby("topic", sort=False)
    ]
    return f"Terms that each side prefers inside the same topic. {'. '.join(said)}."


base.register(
    base.Figure(
        "topic_terms",
        terms_rows,
        terms_draw,
        terms_alt,
        terms_note,
        lambda rows: (
            6 + (9 + 3.6 * min(8, max(rows["rank"].max() if len(rows) else 3, 3))) * -(-max(rows["topic"].nunique(), 1) // 3)
        ),
    )
)
base.register(
    base.Figure(
        "k_diagnostics",
        k_rows,
        k_draw,
        k_alt,
        k_note,
        lambda rows: 8 + 40 * -(-max(min(rows["diagnostic"].nunique(), 6), 1) // 3),
    )
)
base.register(
    base.Figure(
        "within_topic",
        within_rows,
        within_draw,
        within_alt,
        within_note,
        lambda rows: 12 + (16 + 3.4 * 10) * -(-max(rows["topic"].nunique(), 1) // 2),
    )
)
