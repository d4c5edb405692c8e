"""Matched events: both sides of one event, joined; the mean difference with its interval below."""

from __future__ import annotations

from typing import Any

import pandas as pd

from framing.present import labels, settings, style
from framing.present.figures import base
from framing.present.figures.dumbbells import dumbbells
from framing.present.inert import plain
from framing.present.numbers import count, decimals, interval, number, p_value
from framing.results import Result

_COLUMNS = ["event", "side", "value", "difference", "n_documents"]
_MOST = 24


def rows(result: Result, *, pair: Any = None, name: Any = None, voice: Any = None, **_: Any) -> pd.DataFrame:
    """Event, side, value and difference of one score, largest difference towards the first side on top; both sides present."""
    data = result.tables.get("events")
    if data is None or data.empty or result.data.empty:
        return pd.DataFrame(columns=_COLUMNS)
    found = _summary(result, pair, name, voice)
    for column in ("name", "voice", "side_a", "side_b"):
        data = data[data[column].astype(str) == str(found[column])]
    data = data[data["difference"].notna()].sort_values(["difference", "event"], ascending=[False, True])
    if len(data) > _MOST:  # the ends say most
        data = pd.concat([data.head(_MOST // 2), data.tail(_MOST // 2)])
    long = [
        data.assign(side=str(found[f"side_{end}"]), value=data[f"mean_{end}"], n_documents=data[f"n_documents_{end}"])
        for end in "ab"
    ]
    drawn = pd.concat(long).sort_index(kind="stable")
    order = {event: i for i, event in enumerate(data["event"])}
    drawn = drawn.assign(_at=drawn["event"].map(order)).sort_values("_at", kind="stable")
    return drawn[_COLUMNS].reset_index(drop=True)


def _summary(result: Result, pair: Any, name: Any, voice: Any) -> dict[Any, Any]:
    """The row of `result.data` for the score, voice and pair that are drawn; the first unless said."""
    data = base.of_pair(result.data, pair)
    for column, value in (("name", name), ("voice", voice)):
        data = data[data[column].astype(str) == str(value)] if value is not None else data
    return (data if len(data) else result.data).iloc[0].to_dict()


def draw(
    rows: pd.DataFrame,
    result: Result,
    *,
    ax: Any,
    looks: dict[str, style.Look],
    pair: Any = None,
    name: Any = None,
    voice: Any = None,
    **_: Any,
) -> Any:
    """A dumbbell an event, the difference beside it."""
    found = _summary(result, pair, name, voice)
    dumbbells(ax, rows, looks, label="event", value="value")
    places = decimals(found["estimate"], found["ci_high"] - found["ci_low"] if pd.notna(found["ci_low"]) else None)
    base.margin_text(ax, -0.85, "difference", 52, ha="right")
    for y, difference in enumerate(rows.drop_duplicates("event")["difference"].tolist()):
        look = looks[str(found["side_a" if difference >= 0 else "side_b"])]
        base.margin_text(ax, y, number(difference, places, sign=True), 52, ha="right", colour=look.colour)
    ax.set_xlabel(style.tick_text(_axis(found, result), 300, 7.5))
    return ax


def _axis(found: dict[Any, Any], result: Result) -> str:
    unit = settings.unit(result) or labels.UNITS.get(result.provenance.measure.split(" ")[0], "")
    return labels.score(found["name"]) + (f", {unit}" if unit else "")


def note(rows: pd.DataFrame, result: Result, *, pair: Any = None, name: Any = None, voice: Any = None, **_: Any) -> str:
    """Mean difference, interval, p, events drawn and left out."""
    found = _summary(result, pair, name, voice)
    drawn = rows["event"].nunique()
    what = "event" if found["n_events"] == 1 else "events"
    n = f"{count(found['n_events'])} {what} told by both sides" + (
        f", {count(drawn)} drawn" if drawn < found["n_events"] else ""
    )
    left = f"; {count(found['n_unmatched'])} told by one side only are left out" if found["n_unmatched"] else ""
    return f"{n}{left}. {_sure(found, result)} Voice: {labels.voice(found['voice'])}. {base.validation(result)}".strip()


def _sure(found: dict[Any, Any], result: Result) -> str:
    mean = f"Mean difference, {plain(found['side_a'])} less {plain(found['side_b'])}: "
    if pd.isna(found["ci_low"]):
        return f"{mean}{number(found['estimate'], sign=True)}. No interval: {plain(found['reason']).rstrip('.')}."
    places = decimals(found["estimate"], found["ci_high"] - found["ci_low"])
    sure = f"{interval(found['ci_low'], found['ci_high'], places)} ({settings.level(result)}, events resampled)"
    p = f", p {p_value(found['p'])} (sides flipped within events)" if pd.notna(found["p"]) else ""
    return f"{mean}{number(found['estimate'], places, sign=True)} {sure}{p}."


def alt(rows: pd.DataFrame, result: Result, *, pair: Any = None, name: Any = None, voice: Any = None, **_: Any) -> str:
    """Every event's two means in words."""
    found = _summary(result, pair, name, voice)
    wide = [
        f"{plain(event)}: " + ", ".join(f"{plain(r.side)} {number(r.value)}" for r in part.itertuples())
        for event, part in rows.groupby("event", sort=False)
    ]
    return f"Paired dumbbells of {labels.score(found['name'])} by event. {'; '.join(wide)}."


base.register(base.Figure("matched", rows, draw, alt, note, lambda rows: 22 + 5.2 * max(rows["event"].nunique(), 2)))
