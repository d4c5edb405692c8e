"""RIS and the Web of Science flavour of it, through rispy."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from framing.corpus.importers.base import Draft, Log, importer
from framing.corpus.importers.fields import language_code
from framing.corpus.importers.source import Source, needs

_TY = re.compile(r"^(?:\d+\.\s*)?TY\s{1,2}- ?\s*\S", re.MULTILINE)
_WOS = re.compile(r"^(?:FN (?:Clarivate|Thomson|ISI)|PT [A-Z]$)", re.MULTILINE)


def _recognise(head: str) -> float:
    if _TY.search(head):
        return 0.95
    return 0.9 if _WOS.search(head) and re.search(r"^(?:ER|EF|VR )", head, re.MULTILINE) else 0.0


@importer("ris", reads=("txt",), recognise=_recognise)
def parse(source: Source, log: Log) -> Iterator[Draft]:
    """One draft per record; the body is the full text of the notes, else the abstract, and the report says so."""
    try:
        import rispy
    except ImportError as error:
        raise needs("rispy") from error
    wos = _TY.search(source.text_head) is None
    record: list[str] = []
    n = 0
    for line in source.lines():
        record.append(line)
        # The tag alone on its line; "ER then" begins a wrapped sentence.
        if re.match(r"^ER\s*(?:-\s*)?$", line):
            n += 1
            yield from _records("\n".join(record) + "\n", rispy, wos=wos, log=log)
            record = []
    if any(re.match(r"^(?:TY\s+-|PT )", line) for line in record):
        n += 1
        log.problem("cut off", "the last record has no end mark (ER); the file may be cut off")
        yield from _records("\n".join(record) + ("\nER\n" if wos else "\nER  - \n"), rispy, wos=wos, log=log)
    log.announced = n or None


def _records(text: str, rispy: Any, *, wos: bool, log: Log) -> Iterator[Draft]:
    if not wos:
        start = re.search(r"^TY\s+-", text, re.MULTILINE)
        if start is None:
            log.drop("not a record", text)
            return
        log.drop("between records", text[: start.start()])
        text = text[start.start() :]
    try:
        settings: dict[str, Any] = {"implementation": rispy.WokParser} if wos else {}
        entries = rispy.loads(text, skip_unknown_tags=False, **settings)
    except Exception as error:
        log.problem("record", f"a record could not be read ({type(error).__name__}: {error}): {text[:80]!r}")
        return
    for entry in entries:
        yield _draft(entry, text)


def _draft(entry: dict[str, Any], raw: str) -> Draft:
    def first(*names: str) -> str | None:
        for name in names:
            value = entry.get(name)
            if value:
                return "; ".join(value) if isinstance(value, list) else str(value)
        return None

    draft = Draft(database="ris", key=raw, expected=("title", "outlet", "date", "text"))
    draft.title = first("title", "primary_title", "short_title", "document_title")
    draft.outlet = first(
        "journal_name", "secondary_title", "alternate_title1", "alternate_title3", "publication_name", "alternate_title2"
    )
    draft.date = _date(
        (first("date", "publication_date") or "").strip("/ "), (first("year", "publication_year") or "").strip("/ ")
    )
    draft.author = first("authors", "first_authors")
    draft.section = first("section")
    draft.lang = language_code(first("language"))
    urls = entry.get("urls") or entry.get("url") or []
    draft.url = (urls if isinstance(urls, str) else (urls[0] if urls else "")) or None
    draft.accession = first("doi", "accession_number", "id") if not entry.get("doi") else str(entry["doi"])
    draft.paragraphs = _text(first("research_notes", "notes_full") or "")
    if not draft.paragraphs and (abstract := first("abstract", "notes_abstract")):
        draft.paragraphs = _lines(abstract)
        draft.problems.append(("abstract only", "the record holds no full text; the body is the abstract"))
    if page := first("start_page"):
        draft.facts["page"] = page
    return draft


def _date(date: str, year: str) -> str | None:
    """Some sources split a date into day and year."""
    if date and year and not re.search(r"\d{4}", date):
        return f"{date} {year}"
    return date or year or None


def _lines(text: str) -> list[str]:
    return [line for line in re.split(r"\n\s*\n|\n", text) if line.strip()]


def _text(notes: str) -> list[str]:
    found = re.match(r"^\s*(?:Full text|Texte intégral|Volltext|Texto completo)\s*:\s*(.+)$", notes, re.DOTALL | re.IGNORECASE)
    return _lines(found[1]) if found else []
