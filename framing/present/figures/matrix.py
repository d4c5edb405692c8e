"""Who speaks where: named speakers by outlet, as a matrix of quoted words."""

from __future__ import annotations

from typing import Any

import pandas as pd
from matplotlib.patches import Rectangle

from framing.present import style
from framing.present.figures import base
from framing.present.inert import plain
from framing.present.numbers import count
from framing.results import Result


def rows(result: Result, *, sides: Any = None, top: int = 15, **_: Any) -> pd.DataFrame:
    """Speaker, side, outlet, quotes and words of the `top` speakers; speakers by words, outlets by side."""
    data = result.data[result.data["speaker_resolved"].notna() & result.data["side"].notna()]
    if data.empty:
        return pd.DataFrame(columns=["speaker", "side", "outlet", "n_quotes", "n_words"])
    data = data.assign(outlet=data["outlet"].fillna("(no outlet)").astype(str), speaker=data["speaker_resolved"].astype(str))
    total = data.groupby("speaker")["n_words"].sum().reset_index().sort_values(["n_words", "speaker"], ascending=[False, True])
    keep = total["speaker"].head(top).tolist()
    cells = (
        data[data["speaker"].isin(keep)].groupby(["speaker", "side", "outlet"])["n_words"].agg(["size", "sum"]).reset_index()
    )
    order = {side: i for i, side in enumerate(base.sides_of(result, sides))}
    cells = cells.assign(_a=cells["speaker"].map(keep.index), _b=cells["side"].astype(str).map(order).fillna(99))
    cells = cells.sort_values(["_a", "_b", "outlet"]).drop(columns=["_a", "_b"])
    return cells.rename(columns={"size": "n_quotes", "sum": "n_words"}).reset_index(drop=True)


def draw(rows: pd.DataFrame, _result: Result, *, ax: Any, looks: dict[str, style.Look], **_: Any) -> Any:
    """A tile a cell, darker for more quoted words, in the colour of the outlet's side."""
    speakers = list(dict.fromkeys(rows["speaker"]))
    order = {side: i for i, side in enumerate(looks)}
    outlets = sorted({(order.get(str(s), 99), str(s), o) for s, o in zip(rows["side"], rows["outlet"], strict=True)})
    places = {(side, outlet): x for x, (_, side, outlet) in enumerate(outlets)}
    base.row_axis(ax, [style.tick_text(s, 120) for s in speakers])
    most = float(rows["n_words"].max()) or 1.0
    for row in rows.to_dict("records"):
        x, y = places[(str(row["side"]), row["outlet"])], speakers.index(row["speaker"])
        look = looks[str(row["side"])]
        strength = 0.08 + 0.8 * (row["n_words"] / most) ** 0.5
        tile = Rectangle(
            (x - 0.47, y - 0.44), 0.94, 0.88, facecolor=style.tint(look.colour, strength), edgecolor="white", linewidth=0.5
        )
        ax.add_patch(tile)
        ink = "white" if strength > 0.62 else style.INK
        ax.annotate(count(row["n_words"]), (x, y), ha="center", va="center_baseline", size=6.5, color=ink)
    ax.set_xlim(-0.6, len(outlets) - 0.4)
    ax.set_xticks(
        range(len(outlets)), [style.tick_text(o, 70, 7) for _, _, o in outlets], rotation=35, ha="right", rotation_mode="anchor"
    )
    for label, (_rank, side, _name) in zip(ax.get_xticklabels(), outlets, strict=True):
        label.set_color(looks[side].colour)
    ax.tick_params(axis="x", length=0)
    ax.spines["bottom"].set_visible(False)
    ax.grid(color="#f3f3f3", lw=0.5)
    base.side_key(
        ax,
        {s: looks[s] for s in looks if s in {side for _, side, _ in outlets}},
        y=5,
        markers=False,
        extra="words quoted; darker is more",
    )
    return ax


def note(rows: pd.DataFrame, result: Result, **_: Any) -> str:
    """How much of the quotations is named."""
    named, n = int(result.data["speaker_resolved"].notna().sum()), len(result.data)
    return (
        f"{count(named)} of {count(n)} quotations have a resolved speaker; the "
        f"{rows['speaker'].nunique()} with most words are drawn. {base.validation(result)}"
    ).strip()


def alt(rows: pd.DataFrame, _result: Result, **_: Any) -> str:
    """Speakers with their outlets in words."""
    said = [
        f"{plain(speaker)}: " + ", ".join(f"{plain(r['outlet'])} {count(r['n_words'])} words" for r in part.to_dict("records"))
        for speaker, part in list(rows.groupby("speaker", sort=False))[:8]
    ]
    return f"Matrix of speakers by outlet. {'; '.join(said)}."


base.register(base.Figure("speaker_matrix", rows, draw, alt, note, lambda rows: 42 + 5.6 * max(rows["speaker"].nunique(), 2)))
