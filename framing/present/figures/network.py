"""Topic network: topics that go together in documents, in communities."""

from __future__ import annotations

from typing import Any

import numpy as np
import pandas as pd

from framing.present import style
from framing.present.figures import base
from framing.present.figures.topics import topic_labels
from framing.present.inert import plain
from framing.present.numbers import count, listing, number
from framing.results import Result

_GREYS = ("#37474f", "#8a6d3b", "#4a6b57", "#7a4b6b", "#5b5f97", "#946c00")
_MARKS = ("o", "s", "^", "D", "v", "P")


def rows(result: Result, **_: Any) -> pd.DataFrame:
    """Edges: two topics and the weight between them, strongest first."""
    data = next((result.tables[n] for n in ("network", "edges", "topic_network") if n in result.tables), None)
    first, second = base.pick(data, "topic_a", "source", "from"), base.pick(data, "topic_b", "target", "to")
    weight = base.pick(data, "weight", "cosine", "similarity")
    if data is None or first is None or second is None or weight is None:
        return pd.DataFrame(columns=["topic_a", "topic_b", "weight"])
    edges = data.rename(columns={first: "topic_a", second: "topic_b", weight: "weight"})
    edges = edges[(edges["weight"] > 0) & (edges["topic_a"] != edges["topic_b"])]
    return edges.sort_values(["weight", "topic_a", "topic_b"], ascending=[False, True, True])[
        ["topic_a", "topic_b", "weight"]
    ].reset_index(drop=True)


def communities(result: Result) -> dict[Any, int]:
    """Topic to the number of its community, where the result has them."""
    for name in ("communities", "nodes", "topics"):
        table = result.tables.get(name)
        column = base.pick(table, "community", "package")
        if table is not None and column and "topic" in table:
            codes = pd.factorize(table[column], sort=True)[0]
            return dict(zip(table["topic"], (int(c) for c in codes), strict=True))
    return {}


def draw(rows: pd.DataFrame, result: Result, *, ax: Any, **_: Any) -> Any:
    """Topics on a ring, neighbours by community, edges as thick as their weight; labels outside the ring."""
    groups = communities(result)
    names = topic_labels(result, 3)
    topics = sorted({*rows["topic_a"], *rows["topic_b"]}, key=lambda t: (groups.get(t, 0), t))
    angle = {t: np.pi / 2 - 2 * np.pi * i / len(topics) for i, t in enumerate(topics)}
    at = {t: (np.cos(a), np.sin(a)) for t, a in angle.items()}
    most = float(rows["weight"].max())
    for row in rows.to_dict("records"):
        (x0, y0), (x1, y1) = at[row["topic_a"]], at[row["topic_b"]]
        share = row["weight"] / most
        ax.plot([x0, x1], [y0, y1], color=style.tint("#37474f", 0.1 + 0.5 * share), lw=0.3 + 2.4 * share, zorder=1 + share)
    for t, (x, y) in at.items():
        group = groups.get(t, 0)
        ax.plot(x, y, _MARKS[group % 6], color=_GREYS[group % 6], ms=8, zorder=5)
        ax.annotate(plain(t), (x, y), ha="center", va="center", size=6, color="white", zorder=6)
        side = "left" if x > 0.05 else "right" if x < -0.05 else "center"
        ax.annotate(
            style.tick_text(names.get(t, f"topic {t}"), 95, 7, 2),
            (x, y),
            xytext=(8 * np.sign(round(x, 2)), 9 * y),
            textcoords="offset points",
            ha=side,
            va="center" if side != "center" else ("bottom" if y > 0 else "top"),
            size=7,
        )
    ax.set_aspect("equal")
    ax.set_xlim(-2.3, 2.3)
    ax.set_ylim(-1.3, 1.3)
    ax.set_axis_off()
    return ax


def note(rows: pd.DataFrame, result: Result, **_: Any) -> str:
    """What edges and marks are."""
    n = len(set(communities(result).values()))
    group = f" Marks: {count(n)} communities of topics; a community is not yet a frame." if n else ""
    return (
        "Thicker: the two topics share more documents (weight up to "
        f"{number(float(rows['weight'].max()), 2)}).{group} {base.validation(result)}"
    ).strip()


def alt(rows: pd.DataFrame, result: Result, **_: Any) -> str:
    """The strongest edges in words."""
    names = topic_labels(result, 3)
    said = [
        f"{names.get(r['topic_a'], r['topic_a'])} with {names.get(r['topic_b'], r['topic_b'])} ({number(r['weight'], 2)})"
        for r in rows.head(6).to_dict("records")
    ]
    return f"Network of topics. The strongest ties: {listing(said)}."


base.register(base.Figure("topic_network", rows, draw, alt, note, lambda _rows: 98.0))
