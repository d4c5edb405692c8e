"""Import flow: what each file announced, what was found in it, what is new, and what was left out."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

import pandas as pd

from framing.present import style
from framing.present.figures import base
from framing.present.inert import plain
from framing.present.numbers import count, listing
from framing.results import Result

_COLUMNS = ["file", "found", "imported", "duplicates", "n_dropped", "announced", "refused"]
_NEEDED = {"file", "found", "imported"}
_MOST = 30
_NEW, _TWICE, _REST, _REFUSED = "#3d5a73", "#b9c4ce", "#e3e3e3", "#a3294a"


def rows(result: Result, **_: Any) -> pd.DataFrame:
    """File, documents found, imported, found twice, stretches dropped, announced and refused; largest file first."""
    data = next((d for d in (result.data, result.tables.get("files")) if d is not None and set(d.columns) >= _NEEDED), None)
    if data is None:
        return pd.DataFrame(columns=_COLUMNS)
    made = pd.DataFrame({"file": data["file"].astype(str)})
    for column in ("found", "imported", "duplicates", "announced"):
        made[column] = pd.to_numeric(data[column], errors="coerce").astype(float) if column in data else float("nan")
    made["n_dropped"] = [_stretches(v) for v in data["dropped"]] if "dropped" in data else 0
    made["refused"] = ["" if v is None or v is pd.NA or v != v else plain(v) for v in data.get("refused", [None] * len(data))]
    made = made.assign(_no=made["refused"] != "").sort_values(["_no", "found", "file"], ascending=[True, False, True])
    return made[_COLUMNS].reset_index(drop=True)


def _stretches(value: Any) -> int:
    """How many stretches of text were dropped: "copyright 12, notes 3" are 15."""
    return sum(map(int, re.findall(r" (\d+)(?:,|$)", value))) if isinstance(value, str) else 0


def _shown(rows: pd.DataFrame) -> pd.DataFrame:
    """The rows that are drawn: refused files always, then the largest."""
    if len(rows) <= _MOST:
        return rows
    refused = rows[rows["refused"] != ""].head(_MOST // 2)
    return pd.concat([rows[rows["refused"] == ""].head(_MOST - len(refused)), refused], ignore_index=True)


def draw(rows: pd.DataFrame, _result: Result, *, ax: Any, **_: Any) -> Any:
    """A bar a file, imported first, then what was found twice and the rest; a tick where the file announced its number."""
    shown = _shown(rows)
    paper = ax.figure.get_figwidth() * 72
    base.row_axis(ax, [style.tick_text(f, min(170.0, 0.32 * paper)) for f in shown["file"]])
    for y, row in enumerate(shown.to_dict("records")):
        at = 0.0
        rest = row["found"] - row["imported"] - (row["duplicates"] if row["duplicates"] > 0 else 0)
        parts = ((row["imported"], _NEW, ""), (row["duplicates"], _TWICE, "////"), (rest, _REST, "...."))
        for width, colour, hatch in parts:
            if width > 0:
                ax.barh(y, width, left=at, height=0.62, color=colour, hatch=hatch, edgecolor="white", linewidth=0.4)
                at += width
        if pd.notna(row["announced"]):
            ax.plot([row["announced"]] * 2, [y - 0.42, y + 0.42], color=style.INK, lw=1.2, zorder=4)
        _words(ax, y, row, max(at, row["announced"] if pd.notna(row["announced"]) else 0))
    ax.set_xlim(0, float(max(shown["found"].max(), shown["announced"].fillna(0).max(), 1)) * 1.16)
    ax.set_xlabel("documents")
    ax.xaxis.get_major_locator().set_params(integer=True)
    base.margin_text(ax, -0.85, "dropped", 36, ha="right")
    for y, n in enumerate(shown["n_dropped"]):
        base.margin_text(ax, y, count(n), 36, ha="right")
    return ax


def _words(ax: Any, y: int, row: Mapping[Any, Any], end: float) -> None:
    """The numbers at the end of a bar, or why the file was refused."""
    refused = bool(row["refused"])
    text = f"{count(row['imported'])} of {count(row['found'])}" if not refused else f"refused: {row['refused']}"
    ax.annotate(
        style.tick_text(text, min(190.0, 0.3 * ax.figure.get_figwidth() * 72) if refused else 80, 7, 1),
        (end, y), xytext=(4, 0), textcoords="offset points", va="center", size=7,
        color=_REFUSED if refused else style.MUTED,
    )  # fmt: skip


def note(rows: pd.DataFrame, _result: Result, **_: Any) -> str:
    """Totals, and what the marks mean."""
    n = {c: rows[c].fillna(0).sum() for c in ("found", "imported", "duplicates", "n_dropped")}
    refused, shown = int((rows["refused"] != "").sum()), len(_shown(rows))
    drawn = f", {count(shown)} drawn" if shown < len(rows) else ""
    return (
        f"{count(len(rows))} files{drawn}: {count(n['found'])} documents found, {count(n['imported'])} imported, "
        f"{count(n['duplicates'])} found twice; refused: {count(refused)}. Dropped: {count(n['n_dropped'])} stretches of "
        "text that belong to no body. Dark: imported; hatched: found twice; dotted: found and not imported; upright line: "
        "the number that the file announces. Beside the bar: imported of found."
    )


def alt(rows: pd.DataFrame, _result: Result, **_: Any) -> str:
    """The largest files and the refused ones in words."""
    kept = rows[rows["refused"] == ""].head(8)
    said = [f"{plain(r.file)} {count(r.imported)} of {count(r.found)}" for r in kept.itertuples()]
    no = [f"{plain(r.file)} ({plain(r.refused).rstrip('.')})" for r in rows[rows["refused"] != ""].head(8).itertuples()]
    return (
        "Bars of documents imported by file. "
        + (f"{listing(said)}. " if said else "")
        + (f"Refused: {listing(no)}." if no else "")
    )


base.register(base.Figure("import_flow", rows, draw, alt, note, lambda rows: 20 + 5.0 * max(len(_shown(rows)), 2)))
