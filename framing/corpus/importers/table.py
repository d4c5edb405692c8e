"""Tables of texts (CSV, JSON, JSONL, Parquet), newspaper scrapers' JSON and Media Cloud lists: one row, one text."""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Iterator
from typing import Any

from framing.checks import did_you_mean
from framing.corpus.importers.base import Draft, Log, Refused, importer
from framing.corpus.importers.fields import language_code, squeeze
from framing.corpus.importers.plain import paragraphs_of
from framing.corpus.importers.source import Source, needs
from framing.errors import OptionError

#: Names under which the fields of a document are found without a column map, best first.
NAMES: dict[str, tuple[str, ...]] = {
    "text": (
        "text",
        "fulltext",
        "body",
        "maintext",
        "articletext",
        "storytext",
        "content",
        "articlebody",
        "bodytext",
        "texte",
        "texto",
        "volltext",
        "artikeltext",
        "testo",
        "tekst",
        "cleanedtext",
        "正文",
    ),
    "title": ("title", "headline", "titre", "titel", "titulo", "título", "titolo", "标题"),
    "date": (
        "date",
        "publishdate",
        "datepublish",
        "pubdate",
        "publicationdate",
        "published",
        "publishedat",
        "publisheddate",
        "datepublished",
        "datum",
        "fecha",
        "data",
        "日期",
    ),
    "outlet": (
        "outlet",
        "medianame",
        "publication",
        "newspaper",
        "source",
        "sourcename",
        "metasitename",
        "sitename",
        "publisher",
        "journal",
        "media",
        "zeitung",
        "periodico",
        "sourcedomain",
        "domain",
        "mediaurl",
    ),
    "author": ("author", "authors", "byline", "auteur", "autor", "creator"),
    "section": ("section", "rubric", "category", "desk"),
    "lang": ("lang", "language", "metalang", "langue", "sprache"),
    "url": ("url", "link", "canonicallink", "documenturl", "guid"),
    "rights": ("rights", "copyright", "license", "licence"),
    "side": ("side",),
    "event": ("event",),
    "id": ("id", "docid", "documentid", "articleid", "storiesid"),
}


def _recognise(head: str) -> float:
    return 0.5 if head is not None else 0.0


@importer("table", reads=("csv", "json", "jsonl", "parquet"), recognise=_recognise)
def parse(source: Source, log: Log, *, column_map: dict[str, str] | None = None) -> Iterator[Draft]:
    """
    One draft per row.

    Rows without text that have an address (Media Cloud's lists of stories) wait for a text with the same address.
    """
    columns: dict[str, str] | None = None
    for n, row in enumerate(_rows(source, log), start=1):
        if columns is None or any(name not in row for name in columns.values()):
            columns = _columns(row, column_map)
        text = _value(row, columns.get("text"))
        is_list = not columns.get("text") and "url" in columns and ("title" in columns or "date" in columns)
        if not columns.get("text") and not is_list:
            raise Refused(
                f"no column of texts among {', '.join(map(str, row))[:200]}; say which it is with column_map={{'text': 'NAME'}}"
            )
        if is_list and _is_comment(row, columns):
            log.problem("feed item", f"row {n} is a reader's comment, not a story: {_value(row, columns.get('title'))[:80]}")
        yield _draft(row, columns, text, stub=is_list, number=n)


def _columns(row: dict[str, Any], column_map: dict[str, str] | None) -> dict[str, str]:
    if column_map:
        for field, name in column_map.items():
            if field not in NAMES:
                raise OptionError(f"`column_map`: no field {field!r}{did_you_mean(field, NAMES)} Known: {', '.join(NAMES)}.")
            if name not in row:
                raise Refused(
                    f"no column {name!r}{did_you_mean(name, map(str, row))} The columns are: {', '.join(map(str, row))[:300]}."
                )
        return dict(column_map)
    squeezed = {squeeze(str(name)): str(name) for name in reversed(list(row))}
    found = {field: squeezed[name] for field, names in NAMES.items() for name in reversed(names) if name in squeezed}
    return {field: name for field, name in found.items() if not isinstance(row.get(name), dict)}


def _value(row: dict[str, Any], name: str | None) -> str:
    value = row.get(name) if name else None
    if value is None or value != value:
        return ""
    if isinstance(value, (list, tuple)):
        return "; ".join(str(part) for part in value if part)
    return str(value).strip()


def _is_comment(row: dict[str, Any], columns: dict[str, str]) -> bool:
    return bool(re.match(r"^(?:Comment on|Comentario en|Kommentar zu|Commentaire sur) ", _value(row, columns.get("title"))))


def _draft(row: dict[str, Any], columns: dict[str, str], text: str, *, stub: bool, number: int) -> Draft:
    draft = Draft(database="table", stub=stub, key=str(number), expected=("title", "outlet", "date"))
    for field in ("title", "date", "outlet", "author", "section", "url", "rights", "side", "event"):
        setattr(draft, field, _value(row, columns.get(field)) or None)
    if draft.outlet and re.search(r"\.(?:txt|docx?|rtf|html?|json|csv|eml|xml|pdf|warc|gz)$", draft.outlet, re.IGNORECASE):
        # A "source" that is a file is no outlet.
        draft.outlet = None
    draft.lang = language_code(_value(row, columns.get("lang")))
    number_given = _value(row, columns.get("id"))
    if number_given and {"text", "id"} <= set(columns) and squeeze(columns["id"]) == "id" and not stub:
        draft.id = number_given
    elif number_given:
        draft.accession = number_given
    draft.paragraphs = paragraphs_of(iter(text.replace("\r\n", "\n").replace("\r", "\n").split("\n"))) if text else []
    return draft


def _rows(source: Source, log: Log) -> Iterator[dict[str, Any]]:
    if source.container == "csv":
        yield from _csv(source, log)
    elif source.container == "parquet":
        yield from _parquet(source)
    elif source.container == "jsonl":
        yield from _jsonl(source, log)
    else:
        yield from _json(source)


def _csv(source: Source, log: Log) -> Iterator[dict[str, Any]]:
    csv.field_size_limit(1 << 27)
    first = next(source.lines())
    delimiter = max("\t;,|", key=lambda mark: len(next(csv.reader([first], delimiter=mark), [])))
    lines = (line + "\n" for line in source.lines())
    reader = csv.DictReader(lines, delimiter=delimiter)
    for number, row in enumerate(reader, start=1):
        if None in row or None in row.values():
            log.problem("row", f"row {number} has another number of cells than the head; check the quotation marks")
        yield {str(name).strip(): value for name, value in row.items() if name is not None}


def _parquet(source: Source) -> Iterator[dict[str, Any]]:
    try:
        import pyarrow.parquet as parquet
    except ImportError as error:
        raise needs("pyarrow") from error
    with source.open() as stream:
        for batch in parquet.ParquetFile(stream).iter_batches(batch_size=1024):
            yield from batch.to_pylist()


def _jsonl(source: Source, log: Log) -> Iterator[dict[str, Any]]:
    for number, line in enumerate(source.lines(), start=1):
        if not line.strip():
            continue
        try:
            row = json.loads(line)
        except (ValueError, RecursionError) as error:
            log.problem("row", f"line {number} is no JSON ({error}); it was left out")
            continue
        if isinstance(row, dict):
            yield row


def _json(source: Source) -> Iterator[dict[str, Any]]:
    """A list is read element by element, so that a large one needs no memory; an object is one row or holds the list."""
    blocks = source.blocks()
    buffer = next(blocks, "").lstrip()
    if not buffer.startswith("["):
        yield from _object(buffer + "".join(blocks))
        return
    decoder = json.JSONDecoder()
    buffer = buffer[1:]
    while True:
        buffer = buffer.lstrip(" \t\r\n,")
        if buffer.startswith("]"):
            return
        try:
            row, end = decoder.raw_decode(buffer)
        except (ValueError, RecursionError) as error:
            block = next(blocks, None)
            if block is None:
                raise Refused(f"the JSON is damaged or cut off ({error})") from error
            buffer += block
            continue
        buffer = buffer[end:]
        if isinstance(row, dict):
            yield row


def _object(text: str) -> Iterator[dict[str, Any]]:
    try:
        content = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise Refused(f"the JSON is damaged or cut off ({error})") from error
    lists = [value for value in content.values() if isinstance(value, list) and value and isinstance(value[0], dict)]
    if any(squeeze(str(name)) in NAMES["text"] and isinstance(value, str) for name, value in content.items()):
        yield content
    elif lists and "sentence" in lists[0][0]:
        yield from (_from_sentences(rows) for rows in lists)
    elif lists:
        for rows in lists:
            yield from (row for row in rows if isinstance(row, dict))
    else:
        yield content


def _from_sentences(rows: list[dict[str, Any]]) -> dict[str, Any]:
    """Media Cloud's sentences of one story, in their order, as one text."""
    rows = sorted(rows, key=lambda row: int(row.get("sentence_number", 0)))
    sentences: dict[Any, str] = {}
    for row in rows:
        sentences.setdefault(row.get("sentence_number"), str(row.get("sentence") or ""))
    first = rows[0]
    return {
        "text": " ".join(sentences.values()), "publish_date": first.get("publish_date"), "language": first.get("language"),
        "stories_id": first.get("stories_id"), "media_name": first.get("media_name"),
    }  # fmt: skip
