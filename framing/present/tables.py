"""Tables for print, and what they become: a page, a notebook, Markdown, LaTeX."""

from __future__ import annotations

from typing import Any

import pandas as pd
from markupsafe import Markup, escape

from framing.present import labels
from framing.present.cells import general as general
from framing.present.inert import plain
from framing.present.numbers import count
from framing.present.table_kinds import MAKERS
from framing.results import Result, TermContrast


def printed(result: Result, *, top: int | None = None, pair: Any = None) -> pd.DataFrame:
    """
    A frame for print.

    Parameters
    ----------
    result : Result
    top : int, optional
        At most so many rows (for keywords: so many of each side); all unless said.
    pair : (str, str), optional
        One pair of sides only.

    Returns
    -------
    DataFrame
        Text cells. `attrs["caption"]`, `attrs["notes"]` and `attrs["numeric"]` (columns to set flush right) come with it;
        `attrs["index"]` holds the positions of the rows in `result.data`.
    """
    for kind, maker in MAKERS:
        if isinstance(result, kind):
            return maker(result, top, pair)
    return general(result.data, top=top, caption=labels.measure(result.provenance.measure), notes=result.provenance.notes)


def html(frame: pd.DataFrame, *, links: dict[int, str] | None = None, css: str = "") -> Markup:
    """
    A printed frame as an accessible table: caption, column and row scopes, notes; every text escaped.

    Parameters
    ----------
    frame : DataFrame
        From `printed`.
    links : dict of int to str, optional
        Row number to the anchor (an id in the same page) that the first cell leads to.
    css : str
        Class of the table.
    """
    numeric = set(frame.attrs.get("numeric", ()))
    head = Markup("").join(
        Markup('<th scope="col"{}>{}</th>').format(Markup(' class="num"') if c in numeric else "", plain(c))
        for c in frame.columns
    )
    rows = []
    for i, values in enumerate(frame.itertuples(index=False)):
        first = escape(plain(values[0])) if len(values) else Markup("")
        if links and i in links:
            first = Markup('<a href="#{}">{}</a>').format(links[i], first)
        cells = [
            Markup("<td{}>{}</td>").format(Markup(' class="num"') if c in numeric else "", plain(v))
            for c, v in zip(frame.columns[1:], values[1:], strict=True)
        ]
        rows.append(Markup('<tr><th scope="row">{}</th>{}</tr>').format(first, Markup("").join(cells)))
    caption = Markup("<caption>{}</caption>").format(frame.attrs.get("caption", "")) if frame.attrs.get("caption") else ""
    notes = Markup("").join(Markup("<p class='note'>{}</p>").format(n) for n in frame.attrs.get("notes", ()))
    table = Markup('<table class="{}">{}<thead><tr>{}</tr></thead><tbody>{}</tbody></table>').format(
        css, caption, head, Markup("\n").join(rows)
    )
    return table + notes


def notebook_html(result: Result, *, rows: int = 20) -> str:
    """What a notebook shows of a result: the printed table, cut after `rows` rows; works in light and dark."""
    frame = printed(result, top=rows)
    if len(frame) > rows and not isinstance(result, TermContrast):
        attrs = frame.attrs | {"notes": [*frame.attrs["notes"], f"The first {rows} of {count(len(frame))} rows."]}
        frame = frame.head(rows)
        frame.attrs = attrs
    look = (
        "<style>.framing td.num,.framing th.num{text-align:right;font-variant-numeric:tabular-nums}.framing "
        "caption{font-weight:bold;text-align:left}</style>"
    )
    provenance = result.provenance
    foot = Markup("<p class='note'>{} · voice {} · seed {} · corpus {}</p>").format(
        plain(provenance.measure), plain(provenance.voice), provenance.seed, plain(provenance.corpus)[:12] or "–"
    )
    return str(Markup('<div class="framing">{}{}{}</div>').format(Markup(look), html(frame), foot))


def markdown(result: Result | pd.DataFrame, **options: Any) -> str:
    """The printed table in Markdown; pipes, backslashes and angle brackets stand for themselves."""
    frame = result if isinstance(result, pd.DataFrame) else printed(result, **options)
    numeric = set(frame.attrs.get("numeric", ()))

    def cell(value: Any) -> str:
        text = plain(value)
        for mark in "\\`*_{}[]<>|#":
            text = text.replace(mark, "\\" + mark if mark not in "<>" else {"<": "&lt;", ">": "&gt;"}[mark])
        return text

    lines = [
        "| " + " | ".join(map(cell, frame.columns)) + " |",
        "|" + "|".join("---:" if c in numeric else ":---" for c in frame.columns) + "|",
    ]
    lines += ["| " + " | ".join(map(cell, values)) + " |" for values in frame.itertuples(index=False)]
    return "\n".join([*lines, *(f"\n{cell(n)}" for n in frame.attrs.get("notes", ()))]) + "\n"


def latex(result: Result, **options: Any) -> str:
    """The printed table as a LaTeX `tabular` with booktabs rules (see `framing.present.latex`)."""
    from framing.present.latex import tabular

    return tabular(printed(result, **options))
