"""Power: what difference this design could have seen."""

from __future__ import annotations

from typing import Any

import pandas as pd

from framing.present import labels, style
from framing.present.figures import base
from framing.present.inert import plain
from framing.present.numbers import number, percent
from framing.present.settings import setting
from framing.results import Result


def rows(result: Result, **_: Any) -> pd.DataFrame:
    """Group, effect and power, by effect."""
    data = result.data
    effect = base.pick(data, "effect", "difference", "d", "hedges_g")
    power = base.pick(data, "power", "share_rejected", "rejected")
    if effect is None or power is None:
        return pd.DataFrame(columns=["group", "effect", "power"])
    found = data.rename(columns={effect: "effect", power: "power"})
    found = found.assign(group=found["name"].map(labels.score) if "name" in found else "")
    clusters = ["n_clusters_a", "n_clusters_b"]
    if set(clusters) <= set(found.columns) and len(found[clusters].drop_duplicates()) > 1:
        pairs = zip(found["group"], found["n_clusters_a"], found["n_clusters_b"], strict=True)
        found = found.assign(group=[f"{name}, {plain(a)} + {plain(b)} clusters".lstrip(", ") for name, a, b in pairs])
    return found[found["power"].notna()].sort_values(["group", "effect"]).reset_index(drop=True)


def draw(rows: pd.DataFrame, result: Result, *, ax: Any, **_: Any) -> Any:
    """A line a group; the usual bar of 80 % as a thin line."""
    names: list[tuple[float, float, str, str]] = []
    for i, (group, part) in enumerate(list(rows.groupby("group", sort=False))[:6]):
        look = list(style.looks(map(str, range(6))).values())[i]
        if base.pick(part, "power_low") and base.pick(part, "power_high"):
            ax.fill_between(part["effect"], part["power_low"], part["power_high"], color=style.tint("#4d5a66", 0.15), lw=0)
        ax.plot(part["effect"], part["power"], color=style.INK, ls=look.line, marker=look.marker, ms=3.6)
        if str(group):
            names.append((part["effect"].iloc[-1], part["power"].iloc[-1], style.tick_text(plain(group), 110, 7, 1), style.INK))
    ax.axhline(0.8, color=style.FAINT, lw=0.7, ls=(0, (3, 2)))
    ax.set_ylim(0, 1.02)
    base.ends(ax, names, size=7, weight="normal")
    ax.yaxis.set_major_formatter(lambda v, _: percent(v))
    ax.tick_params(axis="y", length=2.5)
    ax.set_ylabel("share of draws that find it")
    unit = plain(setting(result, "unit", ""))
    ax.set_xlabel(f"true difference{f', {unit}' if unit else ''}")
    return ax


def note(_rows: pd.DataFrame, result: Result, **_: Any) -> str:
    """What was simulated."""
    draws = setting(result, "n_draws", None)
    how = f" ({plain(draws)} draws a point)" if draws else ""
    return f"Simulated from this corpus: its clusters and lengths{how}. Dashed: 80 %."


def alt(rows: pd.DataFrame, _result: Result, **_: Any) -> str:
    """Where each group passes 80 %."""
    said = []
    for group, part in rows.groupby("group", sort=False):
        enough = part.loc[part["power"] >= 0.8, "effect"]
        reach = f"80 % from a difference of {number(float(enough.min()))} on" if len(enough) else "80 % is not reached"
        said.append(f"{plain(group)}: {reach}" if str(group) else reach)
    return f"Power curve. {'; '.join(said)}."


base.register(base.Figure("power", rows, draw, alt, note, lambda _rows: 62.0))
