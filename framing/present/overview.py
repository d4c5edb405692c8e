"""A corpus at a glance, for a notebook."""

from __future__ import annotations

from html import escape
from typing import Any

import pandas as pd

from framing.corpus.documents import Corpus
from framing.present.inert import plain


def corpus_html(corpus: Corpus) -> str:
    """
    One row per side and outlet: documents and dates; every name is escaped.

    Examples
    --------
    >>> from framing.corpus.documents import Document
    >>> page = corpus_html(Corpus((Document("a", "Text.", side="x", outlet="<b>Post</b>"),), ("x",), "demo"))
    >>> "<b>Post" in page, "&lt;b&gt;Post" in page
    (False, True)
    """
    frame = corpus.frame()
    rows = []
    for side in [*corpus.sides, *(s for s in frame["side"].dropna().unique() if s not in corpus.sides)]:
        for outlet, group in frame[frame["side"] == side].groupby("outlet", sort=True, dropna=False):
            rows.append([side, outlet, len(group), _span(group["date"])])
    head = "".join(f'<th scope="col">{title}</th>' for title in ("side", "outlet", "documents", "dates"))
    body = "".join("<tr>" + "".join(f"<td>{_cell(value)}</td>" for value in row) + "</tr>" for row in rows)
    caption = f"{_cell(corpus.name)}: {len(corpus)} documents"
    return f"<table><caption>{caption}</caption><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"


def _cell(value: Any) -> str:
    return "" if value is None or (isinstance(value, float) and pd.isna(value)) else escape(plain(str(value)))


def _span(dates: pd.Series) -> str:
    known = sorted(str(date) for date in dates.dropna())
    return f"{known[0]} to {known[-1]}" if known else "no dates"
