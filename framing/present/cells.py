"""Cells for print: any frame with labels instead of names, rounded numbers, and its notes."""

from __future__ import annotations

from typing import Any

import pandas as pd

from framing.present import labels
from framing.present.inert import plain
from framing.present.numbers import count, number, p_value, percent

_COUNTS = (
    "n",
    "n_a",
    "n_b",
    "n_words",
    "n_tokens",
    "n_documents",
    "n_quotes",
    "n_below_half",
    "n_documents_a",
    "n_documents_b",
    "n_clusters_a",
    "n_clusters_b",
)
_SHARES = ("share", "top_document_share", "coverage")


MOST_NOTES = 9


def general(data: pd.DataFrame, *, top: int | None = None, caption: str = "", notes: Any = (), most: int = 12) -> pd.DataFrame:
    """Any frame for print: columns labelled, numbers rounded, empty columns and those after the first `most` left out."""
    shown = data if top is None else data.head(top)
    columns: dict[str, list[str]] = {}
    numeric: list[str] = []
    # The bounds of a share are printed as the share is.
    of_shares = any(_is_share(str(name)) for name in shown.columns) and "estimate" not in shown
    filled = [name for name in shown.columns if not len(shown) or not shown[name].isna().all()]
    for name in filled[:most]:
        values = shown[name]
        label = labels.column(name)
        columns[label] = [cell("share" if of_shares and str(name).startswith("ci_") else str(name), value) for value in values]
        if pd.api.types.is_numeric_dtype(values.dtype):
            numeric.append(label)
    notes = list(notes) + (
        [f"The first {len(shown)} of {count(len(data))} rows; the CSV file has all."] if len(shown) < len(data) else []
    )
    if len(filled) > most:
        notes.append(
            f"{len(filled) - most} further columns are in the CSV file: {', '.join(map(labels.spaced, filled[most:]))}."
        )
    return finish(pd.DataFrame(columns), caption, notes, numeric, list(range(len(shown))))


def cell(name: str, value: Any) -> str:
    """
    One value as its column is printed.

    Examples
    --------
    >>> cell("share", 0.256), cell("p", 0.0001), cell("n_words", 1200.0)
    ('25.6 %', '< 0.001', '1,200')
    """
    if isinstance(value, bool):
        return "yes" if value else "no"
    if not isinstance(value, (int, float)) or pd.api.types.is_integer(value):
        return count(value) if pd.api.types.is_integer(value) else plain(value)
    if name.startswith("p") and name in ("p", "p_adjusted", "p_min", "p_value"):
        return p_value(value)
    if _is_share(name):
        return percent(value, 1)
    return count(value) if name in _COUNTS or float(value).is_integer() else number(value)


def _is_share(name: str) -> bool:
    return name in _SHARES or name.startswith("share")


def finish(frame: pd.DataFrame, caption: str, notes: Any, numeric: list[str], index: list[int]) -> pd.DataFrame:
    """A frame of text cells with its caption, its notes once each, its columns of numbers and its rows in the result."""
    said = list(dict.fromkeys(plain(n) for n in notes if plain(n)))
    if len(said) > MOST_NOTES:
        said = [*said[:MOST_NOTES], f"{len(said) - MOST_NOTES} further notes are in manifest.json."]
    frame.attrs = {
        "caption": plain(caption),
        "notes": said,
        "numeric": numeric,
        "index": index,
    }
    return frame
