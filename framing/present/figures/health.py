"""Corpus health: how many documents and words each outlet gives each side."""

from __future__ import annotations

from typing import Any

import pandas as pd

from framing.present import style
from framing.present.figures import base
from framing.present.inert import plain
from framing.present.numbers import count, listing
from framing.results import Result

_N = ("n_documents", "documents", "n")


def rows(result: Result, *, sides: Any = None, **_: Any) -> pd.DataFrame:
    """Side, outlet and documents, largest outlet of a side first; from the balance table or from one row a document."""
    for data in (result.tables.get("documents"), result.data, result.tables.get("balance")):
        if data is None or "side" not in data:
            continue
        if "document" in data and "outlet" in data:
            return _ordered(
                data.groupby(["side", "outlet"], sort=False).size().rename("n_documents").reset_index(), result, sides
            )
        n = next((c for c in _N if c in data), None)
        if n is not None:
            outlet = data["outlet"] if "outlet" in data else data["side"]
            return _ordered(pd.DataFrame({"side": data["side"], "outlet": outlet, "n_documents": data[n]}), result, sides)
    return pd.DataFrame(columns=["side", "outlet", "n_documents"])


def _ordered(data: pd.DataFrame, _result: Result, sides: Any) -> pd.DataFrame:
    order = list(sides or []) + [s for s in dict.fromkeys(data["side"]) if s not in (sides or [])]
    ranks = {str(side): i for i, side in enumerate(order)}
    data = data.assign(side=data["side"].astype(str), outlet=data["outlet"].fillna("(no outlet)").astype(str))
    data = data.assign(_rank=data["side"].map(ranks)).sort_values(
        ["_rank", "n_documents", "outlet"], ascending=[True, False, True]
    )
    return data.drop(columns="_rank").reset_index(drop=True)


def draw(rows: pd.DataFrame, _result: Result, *, ax: Any, looks: dict[str, style.Look], **_: Any) -> Any:
    """A bar an outlet, in the colour and hatch of its side."""
    looks = looks or style.looks(rows["side"])
    base.row_axis(ax, [style.tick_text(outlet, 130) for outlet in rows["outlet"]])
    for y, row in rows.iterrows():
        look = looks.get(row["side"], style.looks([row["side"]])[row["side"]])
        ax.barh(
            y,
            row["n_documents"],
            height=0.64,
            color=style.tint(look.colour, 0.35) if look.hatch else look.colour,
            edgecolor=look.colour,
            hatch=look.hatch,
            linewidth=0.6,
        )
        base_text = count(row["n_documents"])
        ax.annotate(
            base_text,
            (row["n_documents"], y),
            xytext=(3, 0),
            textcoords="offset points",
            va="center",
            size=7,
            color=look.colour,
        )
    ax.set_xlabel("documents")
    ax.xaxis.get_major_locator().set_params(integer=True)
    base.side_key(ax, {s: looks[s] for s in looks if s in set(rows["side"])}, markers=False, hatch=True, y=5)
    return ax


def note(rows: pd.DataFrame, result: Result, **_: Any) -> str:
    """Totals by side and the number of warnings."""
    said = []
    for side, part in rows.groupby("side", sort=False):
        outlets = "outlet" if len(part) == 1 else "outlets"
        said.append(f"{plain(side)}: {count(part['n_documents'].sum())} documents of {count(len(part))} {outlets}")
    warned = len(result.tables.get("warnings", ()))
    return f"{'; '.join(said)}." + (f" {warned} {'warning' if warned == 1 else 'warnings'} in the table." if warned else "")


def alt(rows: pd.DataFrame, _result: Result, **_: Any) -> str:
    """Documents by outlet in words."""
    said = [
        f"{plain(side)}: {listing([f'{plain(r.outlet)} {count(r.n_documents)}' for r in part.head(15).itertuples()])}"
        for side, part in rows.groupby("side", sort=False)
    ]
    return f"Bar chart of documents by outlet and side. {'; '.join(said)}."


base.register(base.Figure("health", rows, draw, alt, note, lambda rows: 20 + 4.8 * max(len(rows), 2)))
