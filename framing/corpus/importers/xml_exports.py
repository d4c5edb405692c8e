"""XML exports, read element by element with entities forbidden: Factiva's PPSResponse and ProQuest TDM Studio."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from framing.corpus.importers.base import Draft, Log, Refused, importer
from framing.corpus.importers.fields import language_code
from framing.corpus.importers.source import Source, needs


def _recognise_factiva(head: str) -> float:
    if re.search(r"<(?:\w+:)?(?:PPSResponse|ppsArticleResponse|ppsarticle)\b|global\.factiva\.com", head):
        return 0.95
    return 0.0


def _recognise_proquest(head: str) -> float:
    return 0.95 if re.search(r"<RECORD\b", head) and re.search(r"<GOID\b", head) else 0.0


@importer("factiva_xml", reads=("xml",), recognise=_recognise_factiva)
def parse(source: Source, log: Log) -> Iterator[Draft]:
    """One draft per `article`; the `count` of the result set is the announced number."""
    for element in _elements(source, log, "article", count="ppsarticleResultSet"):
        yield _article(element)


@importer("proquest_xml", reads=("xml",), recognise=_recognise_proquest)
def parse_tdm(source: Source, log: Log) -> Iterator[Draft]:
    """One draft per `RECORD` of ProQuest TDM Studio."""
    for element in _elements(source, log, "RECORD", count=""):
        yield _tdm(element)


def _elements(source: Source, log: Log, name: str, *, count: str) -> Iterator[Any]:
    """Complete elements of one name, freed after use, so that memory holds one of them."""
    try:
        from defusedxml.common import DefusedXmlException
        from defusedxml.ElementTree import ParseError, iterparse
    except ImportError as error:
        raise needs("defusedxml") from error
    with source.open() as stream:
        try:
            root = None
            for event, element in iterparse(
                stream, events=("start", "end"), forbid_dtd=True, forbid_entities=True, forbid_external=True
            ):
                root = element if root is None else root
                tag = _local(element)
                if event == "start" and count and tag == count and (element.get("count") or "").isdigit():
                    log.announced = (log.announced or 0) + int(element.get("count"))
                elif event == "end" and tag == name:
                    yield element
                    element.clear()
        except DefusedXmlException as error:
            raise Refused(
                f"the XML declares a document type or entities ({type(error).__name__}), which no export needs; it was not read"
            ) from error
        except ParseError as error:
            raise Refused(f"the XML is damaged or cut off ({error}); download it again") from error


def _local(element: Any) -> str:
    return str(element.tag).rpartition("}")[2]


def _all(element: Any, name: str) -> list[Any]:
    return [child for child in element.iter() if _local(child) == name]


def _text(element: Any | None) -> str:
    return " ".join("".join(element.itertext()).split()) if element is not None else ""


def _first(element: Any, *path: str) -> str | None:
    for name in path:
        found = _all(element, name)
        if not found:
            return None
        element = found[0]
    return _text(element) or None


def _paragraphs(element: Any, name: str) -> list[str]:
    parts = []
    for part in _all(element, name):
        inner = _all(part, "paragraph")
        parts += [text for one in (inner or [part]) if (text := _text(one))]
    return parts


def _article(element: Any) -> Draft:
    draft = Draft(database="factiva", accession=_first(element, "accessionNo"))
    draft.title = " ".join(_paragraphs(element, "headline")) or None
    draft.paragraphs = _paragraphs(element, "leadParagraph") + _paragraphs(element, "tailParagraphs")
    draft.outlet = _first(element, "sourceName")
    draft.date = (
        _first(element, "publicationDate", "dateTime")
        or _first(element, "publicationDate", "date")
        or _first(element, "publicationDate")
    )
    draft.author = _first(element, "byline")
    draft.section = _first(element, "sectionName") or _first(element, "columnName")
    draft.lang = language_code(_first(element, "baseLanguage"))
    draft.rights = _first(element, "copyright")
    number = _first(element, "wordCount")
    draft.words = int(number) if number and number.isdigit() else None
    if page := _first(element, "pages"):
        draft.facts["page"] = page
    for name, reason in (
        ("notes", "notes"),
        ("contact", "contact"),
        ("credit", "credit"),
        ("artWork", "caption"),
        ("corrections", "correction"),
    ):
        draft.drop(reason, " ".join(_paragraphs(element, name)))
    return draft


def _tdm(element: Any) -> Draft:
    from framing.corpus.importers.html import fragment, paragraphs

    draft = Draft(database="proquest", accession=_first(element, "GOID"))
    draft.title = _first(element, "Obj", "Title") or _first(element, "Title")
    draft.date = _first(element, "NumericDate") or _first(element, "AlphaDate")
    draft.outlet = _first(element, "PubFrosting", "Title")
    draft.author = "; ".join(text for one in _all(element, "OriginalForm") if (text := _text(one))) or None
    draft.lang = language_code(_first(element, "RawLang") or _first(element, "Language"))
    raw = _first(element, "TextInfo", "Text") or _first(element, "FullText") or ""
    draft.paragraphs = paragraphs(fragment(raw)) if "<" in raw else [line for line in raw.split("\n") if line.strip()]
    return draft
