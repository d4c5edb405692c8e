"""Specification curve: a claim under every declared choice, with the choices below it."""

from __future__ import annotations

from typing import Any

import numpy as np
import pandas as pd

from framing.present import labels, style
from framing.present.figures import base
from framing.present.inert import plain
from framing.present.numbers import count, number, p_value, percent
from framing.results import Result

_NOT_CHOICES = {
    "claim",
    "agrees",
    "estimate",
    "ci_low",
    "ci_high",
    "p",
    "p_adjusted",
    "z",
    "reason",
    "side_a",
    "side_b",
    "specification",
    "reference",
    "rank",
    "n_a",
    "n_b",
    "mean_a",
    "mean_b",
    "standardised",
    "std_error",
    "hedges_g",
    "sign",
    "index",
    "n_documents_a",
    "n_documents_b",
    "n_clusters_a",
    "n_clusters_b",
}


def rows(result: Result, *, claim: Any = None, **_: Any) -> pd.DataFrame:
    """Every specification of one claim, by its estimate."""
    data = result.data
    if "estimate" not in data:
        return pd.DataFrame(columns=["estimate"])
    if "claim" in data and len(data):
        data = data[data["claim"] == (claim if claim is not None else data["claim"].iloc[0])]
    return data[data["estimate"].notna()].sort_values("estimate", kind="stable").reset_index(drop=True)


def choices(rows: pd.DataFrame) -> dict[str, list[str]]:
    """Choice to its options, those that vary."""
    found = {}
    for name in rows.columns:
        if name in _NOT_CHOICES or name.startswith(("n_", "p_", "_")):
            continue
        options = list(dict.fromkeys(rows[name].map(plain)))
        if 2 <= len(options) <= 12:
            found[name] = sorted(
                options, key=lambda o: (not o.replace(".", "").isdigit(), float(o) if o.replace(".", "", 1).isdigit() else 0, o)
            )
    return found


def draw(rows: pd.DataFrame, _result: Result, *, ax: Any, looks: dict[str, style.Look], **_: Any) -> Any:
    """The curve above; below it, a mark where an option was taken."""
    pair = base.first_pair(rows) if {"side_a", "side_b"} <= set(rows.columns) else tuple([*looks, "", ""][:2])
    table = choices(rows)
    n_options = sum(len(v) + 0.6 for v in table.values())
    share = 0.92 if not table else 44 / (44 + 3.3 * n_options)
    ax.set_axis_off()
    curve = ax.inset_axes((0.0, 1 - share + 0.02, 1.0, share - 0.02))
    x = np.arange(1, len(rows) + 1)
    if base.has_interval(rows):
        curve.vlines(x, rows["ci_low"], rows["ci_high"], color=style.RULE, lw=max(0.3, min(1.4, 200 / len(rows))))
    size = float(np.clip(300 / len(rows), 1.2, 4))
    colours = [looks[s].colour if s in looks else style.INK for s in pair]
    for side, mask in enumerate((rows["estimate"] > 0, rows["estimate"] <= 0)):
        curve.plot(x[mask], rows.loc[mask, "estimate"], "os"[side], color=colours[side], ms=size, ls="none")
    _reference(curve, rows, x)
    curve.axhline(0, color=style.FAINT, lw=0.7)
    curve.set_ylabel("estimate")
    curve.tick_params(axis="y", length=2.5)
    curve.set_xticks([])
    curve.spines["bottom"].set_visible(False)
    curve.set_xlim(0, len(rows) + 1)
    if table:
        _choices(ax.inset_axes((0.0, 0.0, 1.0, 1 - share)), rows, table, x, size)
    base.side_key(ax, {s: looks[s] for s in pair if s in looks}, y=5, markers=True, extra="the claim leans to")
    return ax


def reported(rows: pd.DataFrame) -> np.ndarray:
    """True for the specification that the study reports: the first that was declared."""
    if "reference" in rows:
        return rows["reference"].fillna(value=False).to_numpy(dtype=bool)
    return (rows["specification"] == 0).to_numpy(dtype=bool) if "specification" in rows else np.zeros(len(rows), dtype=bool)


def _reference(curve: Any, rows: pd.DataFrame, x: np.ndarray) -> None:
    """A ring around the specification that the study reports."""
    mask = reported(rows)
    curve.plot(x[mask], rows.loc[mask, "estimate"], "o", mfc="none", mec=style.INK, ms=8, mew=1.1)


def _choices(ax: Any, rows: pd.DataFrame, table: dict[str, list[str]], x: np.ndarray, _size: float) -> None:
    y, ticks, names = 0.0, [], []
    for name, options in table.items():
        for i, option in enumerate(options):
            mask = (rows[name].map(plain) == option).to_numpy()
            ax.vlines(x[mask], y - 0.32, y + 0.32, color="#4d5a66", lw=float(np.clip(320 / len(rows), 0.25, 2.2)))
            ticks.append(y)
            names.append(style.tick_text(f"{labels.spaced(name)}: {option}" if i == 0 else option or "none", 120, 6.5, 1))
            y += 1
        y += 0.6
    ax.set_yticks(ticks, names, size=6.5)
    ax.set_ylim(y - 0.4, -0.8)
    ax.set_xlim(0, len(rows) + 1)
    ax.spines["left"].set_visible(False)
    ax.set_xlabel("specifications, by estimate")
    ax.xaxis.get_major_locator().set_params(integer=True)


def _inference(result: Result, rows: pd.DataFrame) -> str:
    """Share with the claim's sign and the resampled p, as far as the result has them."""
    table = next((result.tables[n] for n in ("claims", "summary", "inference") if n in result.tables), None)
    if table is None or "claim" not in table or "claim" not in rows:
        return ""
    own = table[table["claim"] == rows["claim"].iloc[0]]
    column = base.pick(own, "p", "p_median", "p_resampled", "p_null")
    verdict = f" Verdict: {plain(own['verdict'].iloc[0])}." if "verdict" in own and len(own) else ""
    return f" Outlets shuffled, joint p {p_value(own[column].iloc[0])}.{verdict}" if column and len(own) else verdict


def note(rows: pd.DataFrame, result: Result, **_: Any) -> str:
    """n of specifications, share by sign, inference."""
    positive = float((rows["estimate"] > 0).mean())
    ring = " Ring: the reported specification." if reported(rows).any() else ""
    claim = f"Claim {plain(rows['claim'].iloc[0])}: " if "claim" in rows else ""
    return (
        f"{claim}{count(len(rows))} specifications, {percent(positive)} above "
        f"zero, median {number(float(rows['estimate'].median()), 2)}."
        f"{_inference(result, rows)}{ring} {base.validation(result)}"
    ).strip()


def alt(rows: pd.DataFrame, _result: Result, **_: Any) -> str:
    """The range of the curve in words."""
    e = rows["estimate"]
    return (
        f"Specification curve of {count(len(rows))} estimates from {number(float(e.min()), 2)} to {number(float(e.max()), 2)}; "
        f"{percent(float((e > 0).mean()))} are above zero. Choices that vary: "
        f"{', '.join(labels.spaced(c) for c in choices(rows)) or 'none'}."
    )


base.register(
    base.Figure(
        "specification_curve", rows, draw, alt, note, lambda rows: 62 + 3.3 * sum(len(v) + 0.6 for v in choices(rows).values())
    )
)
