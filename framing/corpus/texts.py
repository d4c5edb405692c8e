"""From a record to a document: metadata checked, text tidied or cleaned."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from framing.corpus.dates import parse_date
from framing.corpus.documents import Document
from framing.corpus.lines import tidy, visible
from framing.corpus.notes import Notes
from framing.corpus.page import same
from framing.corpus.records import Record
from framing.corpus.webtext import page_document

_READ_OFF = ("title", "outlet", "date", "author", "section")


def document_of(record: Record, *, rules: bool | tuple[str, ...], notes: Notes) -> Document:
    """
    The document of a record.

    Parameters
    ----------
    record : Record
    rules : bool or tuple of str
        Cleaning rules; False to cut nothing.
    notes : Notes
        What was odd is added here.

    Returns
    -------
    Document
        Metadata of the table wins over what the page says; a disagreement is noted.
    """
    values: dict[str, Any] = {key: visible(value) for key, value in record.values.items() if visible(value)}
    id = values.pop("id")
    expected = values.pop("sha256", None)
    values = _dated(id, values, notes)
    if rules is False:
        document = Document(id=id, text=tidy(record.text), source=record.source, **(values | record.given))
    else:
        page = page_document(
            record.text, id=id, source=record.source, rules=rules, title=values.get("title"), outlet=values.get("outlet")
        )
        notes.extend(_disagreements(page, values))
        earlier = record.given.get("cuts", ())
        document = replace(page, **(values | record.given | {"cuts": earlier + page.cuts}))
    if expected and document.sha256 != expected.lower():
        notes.add(
            f"{id}: the text is not the one the table was made for (sha256 {document.sha256[:12]}..., "
            f"expected {expected[:12]}...); compare the file and the cleaning rules, results will differ"
        )
    return document


def _dated(id: str, values: dict[str, Any], notes: Notes) -> dict[str, Any]:
    """Values with the date in ISO form, or without it and with a note."""
    given = values.pop("date", None)
    if given is None:
        return values
    date = parse_date(given)
    if date is None:
        notes.add(
            f"{id}: the date {given!r} is no date that can be read in one way only; write YYYY-MM-DD (kept without a date)"
        )
        return values
    return values | {"date": date}


def _disagreements(page: Document, values: dict[str, Any]) -> list[str]:
    """Where the table and the page say different things."""
    notes: list[str] = []
    for key in _READ_OFF:
        said, given = getattr(page, key), values.get(key)
        if said and given and not same(said, given) and key not in ("title", "outlet"):
            notes.append(f"{page.id}: the table says {key} {given!r}, the page says {said!r}; the table is used")
    return notes
