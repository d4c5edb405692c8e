"""Quotations of a stream of records: one record in, one out, in bounded memory."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from framing.annotate.documents import attribute_all
from framing.annotate.quotations import INDIRECT_FROM, Quote
from framing.checks import between
from framing.errors import CorpusError

FIELDS = (
    "start", "end", "parts", "kind", "cue", "cue_lemma", "cue_class", "speaker", "speaker_text", "speaker_resolved",
    "source_type", "type_confidence", "stance", "confidence", "speech", "block",
)  # fmt: skip


def quote_records(
    records: Iterable[dict[str, Any]], *, clausal_only: bool = False, indirect_from: float = INDIRECT_FROM
) -> Iterator[dict[str, Any]]:
    """
    Quotations of each record, in the order they come.

    Parameters
    ----------
    records : iterable of dict
        Each with "id" and "text", and "lang" where it is not English.
    clausal_only, indirect_from
        See `find_quotes`.

    Yields
    ------
    dict
        {"id", "quotes", "notes"}; spans are `[start, end]` character offsets into the text; "notes" says what was not
        done for this text or for all of them. Source types are those of each text by itself, where `find_quotes` weighs a
        named speaker over the whole corpus.

    Raises
    ------
    CorpusError
        For a record without "id" or "text", naming its number.

    Examples
    --------
    >>> found = next(quote_records([{"id": "a", "text": '"We stay," Ann Orr said.'}]))
    >>> found["id"], found["quotes"][0]["speaker_text"]
    ('a', 'Ann Orr')
    """
    between("indirect_from", indirect_from, 0, 1)
    models: dict[str, str] = {}
    notes: list[str] = []
    texts = _checked(records)
    stream = attribute_all(
        texts, nlp=None, clausal_only=clausal_only, indirect_from=indirect_from, coref=None, models=models, notes=notes
    )
    general: list[str] = []
    for id, quotes, _ in stream:
        # Notes that name a text belong to it; the rest holds for all.
        own = [note for note in notes if note.startswith(f"{id}: ")]
        general.extend(n for n in notes if n not in general and ": a sentence could not" not in n and ": could not be" not in n
                       and ": quotations could not" not in n)  # fmt: skip
        notes[:] = [note for note in notes if note not in own and note not in general]
        yield {"id": id, "quotes": [record_of(quote) for quote in quotes], "notes": [*general, *own]}


def _checked(records: Iterable[dict[str, Any]]) -> Iterator[tuple[str, str, str | None]]:
    for number, record in enumerate(records, start=1):
        for key in ("id", "text"):
            if not isinstance(record, dict) or not isinstance(record.get(key), str):
                raise CorpusError(f'record {number}: needs "{key}" as a string; each line is {{"id": ..., "text": ...}}')
        yield record["id"], record["text"], record.get("lang")


def record_of(quote: Quote) -> dict[str, Any]:
    """One quotation as plain values."""
    found = {name: getattr(quote, name) for name in FIELDS}
    for name in ("cue", "speaker"):
        found[name] = list(found[name]) if found[name] is not None else None
    return found | {"parts": [list(part) for part in quote.parts]}
