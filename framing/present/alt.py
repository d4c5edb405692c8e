"""Alt text: what a figure shows, said in words that come from the drawn numbers."""

from __future__ import annotations

from typing import Any

from framing.present.inert import plain
from framing.results import Result


def alt_text(name: str, result: Result, /, **options: Any) -> str:
    """
    The alternative text of a figure.

    Parameters
    ----------
    name : str
        A figure of `framing.present.figures.names()`.
    result : Result
    **options
        As for the figure.

    Returns
    -------
    str
        One paragraph without control characters; the note of the figure is its last part.
    """
    from framing.present import figures

    figure = figures.find(name)
    options = {key: value for key, value in options.items() if key not in ("journal", "columns", "height", "note")}
    rows = figure.rows(result, **options)
    if rows.empty:
        return "Nothing to draw."
    return plain(f"{figure.alt(rows, result, **options)} {figure.note(rows, result, **options)}")
