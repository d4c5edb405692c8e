"""Strips: every document one mark, by side, with the mean; one panel a score."""

from __future__ import annotations

from typing import Any

import numpy as np
import pandas as pd

from framing.present import labels, style
from framing.present.figures import base
from framing.present.inert import plain
from framing.present.numbers import count, number
from framing.results import Result


def rows(result: Result, *, voice: str | None = None, names: Any = None, top: int = 6, **_: Any) -> pd.DataFrame:
    """One row per document and score; at most `top` scores, in the order of the result."""
    data = result.data[result.data["value"].notna() & result.data["side"].notna()]
    if voice is not None:
        data = data[data["voice"] == voice]
    chosen = list(names) if names is not None else list(dict.fromkeys(data["name"]))[:top]
    columns = [c for c in ("document", "side", "outlet", "voice", "name", "value") if c in data]
    return data[data["name"].isin(chosen)][columns].reset_index(drop=True)


def spread(values: np.ndarray, width: float) -> np.ndarray:
    """Vertical offsets in [-1, 1] that keep near values apart: a deterministic swarm."""
    offsets = np.zeros(len(values))
    placed: list[tuple[float, float]] = []
    steps = [0.0] + [sign * k / 8 for k in range(1, 9) for sign in (1, -1)]
    for i in np.argsort(values, kind="stable"):
        near = [o for v, o in placed if abs(v - values[i]) < width]
        offsets[i] = next((s for s in steps if all(abs(s - o) > 0.11 for o in near)), steps[i % len(steps)])
        placed.append((values[i], offsets[i]))
    return offsets


def draw(rows: pd.DataFrame, _result: Result, *, ax: Any, looks: dict[str, style.Look], **_: Any) -> Any:
    """Panels one below the other, each with its own axis, because scores have different units."""
    names = list(dict.fromkeys(rows["name"]))
    ax.set_axis_off()
    base.side_key(
        ax, {s: looks[s] for s in looks if s in set(rows["side"].astype(str))}, y=10, extra="one mark a document, line: mean"
    )
    slot = 1 / len(names)
    for i, name in enumerate(names):
        panel = ax.inset_axes((0.0, 1 - (i + 1) * slot + 0.34 * slot, 1.0, 0.52 * slot))
        _panel(panel, rows[rows["name"] == name], labels.score(name), looks)
    return ax


def _panel(ax: Any, rows: pd.DataFrame, label: str, looks: dict[str, style.Look]) -> None:
    sides = [side for side in looks if side in set(rows["side"].astype(str))]
    span = float(rows["value"].max() - rows["value"].min()) or 1.0
    for y, side in enumerate(sides):
        values = rows.loc[rows["side"].astype(str) == side, "value"].to_numpy(float)
        ax.plot(
            values,
            y + 0.34 * spread(values, span / 60),
            looks[side].marker,
            ms=3.2,
            mfc=style.tint(looks[side].colour, 0.35),
            mec=looks[side].colour,
            mew=0.6,
            ls="none",
        )
        ax.plot([values.mean()] * 2, [y - 0.42, y + 0.42], color=style.INK, lw=1.4)
        base.margin_text(ax, y, f"{number(values.mean())}  (n = {count(len(values))})", 6, colour=looks[side].colour)
    ax.set_yticks(range(len(sides)), [style.tick_text(side, 80, 7.5) for side in sides])
    ax.set_ylim(len(sides) - 0.45, -0.55)
    ax.spines["left"].set_visible(False)
    ax.set_title(style.tick_text(label, 300, 8, 1), pad=3)


def note(rows: pd.DataFrame, result: Result, **_: Any) -> str:
    """n by side and how many have no score."""
    without = int(result.data["value"].isna().sum())
    missing = (
        f" {count(without)} scores are missing: {base.first_reason(result.data[result.data['value'].isna()])}."
        if without
        else ""
    )
    voice = f" Voice: {plain(rows['voice'].iloc[0])}." if "voice" in rows and len(set(rows["voice"])) == 1 else ""
    drawn, n = len(set(rows["name"])), len(set(result.data["name"]))
    some = f"{count(drawn)} of {count(n)} scores are drawn; the table has all. " if drawn < n else ""
    return f"{some}No interval is drawn here; see the contrast.{missing}{voice} {base.validation(result)}".strip()


def alt(rows: pd.DataFrame, _result: Result, **_: Any) -> str:
    """Means and ranges by side in words."""
    said = []
    for name, part in rows.groupby("name", sort=False):
        sides = [
            f"{plain(side)} mean {number(v.mean())}, from {number(v.min())} to {number(v.max())}, {len(v)} documents"
            for side, v in part.groupby("side", sort=False)["value"]
        ]
        said.append(f"{labels.score(name)}: {'; '.join(sides)}")
    return f"Strip plot with one mark a document. {'. '.join(said)}."


base.register(
    base.Figure(
        "score_strips", rows, draw, alt, note, lambda rows: 10 + 20 * max(rows["name"].nunique(), 1) if len(rows) else 20
    )
)
