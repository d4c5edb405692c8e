"""How quotations are introduced: the stance of their cues, by kind of source and side."""

from __future__ import annotations

from typing import Any

import pandas as pd

from framing.annotate.quote_tables import THIN
from framing.present import style
from framing.present.figures import base
from framing.present.figures.dumbbells import dumbbells, numbers
from framing.present.figures.who_speaks import pooled_tables
from framing.present.inert import plain
from framing.present.numbers import count, percent
from framing.results import Result

_ORDER = ("hostile", "distancing", "neutral", "endorsing", "warm")
_COLUMNS = ["source_type", "stance", "side", "n_quotes", "n_cued", "share", "ci_low", "ci_high", "thin", "reason"]


def rows(result: Result, *, sides: Any = None, top: int = 9, **_: Any) -> pd.DataFrame:
    """Source type ("all" first, then by quotes), stance, side, quotes, and share of the quotes with a cue in that cell."""
    table = result.tables["stance"] if "stance" in result.tables else pooled_tables(result, sides).stances()
    if table.empty:
        return pd.DataFrame(columns=_COLUMNS)
    cells = table.drop_duplicates(["source_type", "side"]).groupby("source_type")["n_cued"].sum().reset_index()
    ranked = cells.sort_values(["n_cued", "source_type"], ascending=[False, True])["source_type"].tolist()
    kinds = ["all", *[kind for kind in ranked if kind != "all"][:top]]
    order = base.sides_of(result, sides)
    found = table[table["source_type"].isin(kinds) & table["side"].isin(order)]
    # A share of a few sentences is no point to look at: a kind is drawn where one side has enough of it.
    enough = set(found.loc[~found["thin"].astype(bool), "source_type"]) | {"all"}
    found = found[found["source_type"].isin(enough)]
    found = found.assign(
        _k=found["source_type"].map(kinds.index), _t=found["stance"].map(_ORDER.index), _s=found["side"].map(order.index)
    )
    return found.sort_values(["_k", "_t", "_s"])[_COLUMNS].reset_index(drop=True)


def _panels(rows: pd.DataFrame) -> list[str]:
    """The stances that are drawn: neutral is what remains, so it has a panel only where it is alone."""
    used = [s for s in _ORDER if rows.loc[rows["stance"] == s, "n_quotes"].sum() > 0]
    return [s for s in used if s != "neutral"] or used


def draw(rows: pd.DataFrame, _result: Result, *, ax: Any, looks: dict[str, style.Look], **_: Any) -> Any:
    """A panel a stance, in it a dumbbell with intervals a source type; at the right the quotes with a cue."""
    panels, gap = _panels(rows), 0.055
    width = (1 - gap * (len(panels) - 1)) / len(panels)
    ax.set_axis_off()
    present = {s: looks[s] for s in looks if s in set(rows["side"])}
    base.side_key(ax, present, y=15)
    seen = rows.assign(share=rows["share"].where(~rows["thin"].astype(bool) | (rows["source_type"] == "all")))
    reach = seen.loc[seen["stance"].isin(panels), ["share", "ci_high"]]
    end = float(reach.max().max()) or 1.0
    for i, stance in enumerate(panels):
        panel, part = ax.inset_axes((i * (width + gap), 0, width, 1)), seen[seen["stance"] == stance]
        dumbbells(panel, part, looks, label="source_type", value="share", width=110, key=False)
        if i:
            panel.set_yticklabels([])
        panel.get_yticklabels()[0].set_weight("bold")
        panel.axhline(0.5, color=style.FAINT, lw=0.6)
        panel.set_xlim(-0.04 * end, 1.06 * end)
        panel.xaxis.set_major_locator(_few_ticks())
        panel.xaxis.set_major_formatter(lambda x, _: percent(x))
        panel.set_title(stance, pad=3)
        if i == 0:
            panel.set_xlabel("share of the quotes with a cue", loc="left")
        if i == len(panels) - 1:
            numbers(panel, part, looks, label="source_type", value="n_cued", title="n")
    return ax


def _few_ticks() -> Any:
    from matplotlib.ticker import MaxNLocator

    return MaxNLocator(3, steps=[1, 2, 5, 10])


def note(rows: pd.DataFrame, result: Result, **_: Any) -> str:
    """What is counted, what is left out, which cells are thin."""
    every = rows[rows["source_type"] == "all"].drop_duplicates("side")
    n = "; ".join(f"{plain(s)} {count(k)}" for s, k in zip(every["side"], every["n_cued"], strict=True))
    rest = " The rest is neutral." if "neutral" not in _panels(rows) else ""
    few = f"fewer than {THIN} quotes"
    thin = f" In brackets: {few}, not drawn; kinds of source with {few} on every side are in the table."
    thin = thin if rows["thin"].any() else f" Kinds of source with {few} on every side are in the table."
    return (
        f"n of quotes with a cue: {n}. The stance is that of the cue word, not of the speaker.{rest}{thin} "
        f"{base.interval_note(rows, result)} {base.validation(result)}"
    ).strip()


def alt(rows: pd.DataFrame, _result: Result, **_: Any) -> str:
    """Shares by stance in words: all sources, then each kind."""
    said = [
        f"{plain(stance)}, {'all sources' if kind == 'all' else plain(kind)}: "
        + ", ".join(f"{plain(r['side'])} {percent(r['share'])} of {count(r['n_cued'])}" for r in part.to_dict("records"))
        for (kind, stance), part in rows[rows["stance"].isin(_panels(rows))].groupby(["source_type", "stance"], sort=False)
    ]
    more = f"; {len(said) - 16} further cells are in the table" if len(said) > 16 else ""
    return f"Dumbbell charts of the stance of cues by source type and side. {'; '.join(said[:16])}{more}."


base.register(base.Figure("cue_stance", rows, draw, alt, note, lambda rows: 26 + 5.6 * max(rows["source_type"].nunique(), 2)))
