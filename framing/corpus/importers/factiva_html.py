"""Factiva HTML: "full article plus indexing" (field codes) and "full article" (unlabelled lines)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from framing.corpus.importers.base import Draft, Log, importer
from framing.corpus.importers.factiva_lines import NUMBER, n_words, read_head
from framing.corpus.importers.fields import language_code
from framing.corpus.importers.html import fragment, paragraphs, plain, segments
from framing.corpus.importers.source import Source

# The outer DIV has the class "article", too; only the inner one names the language.
_ARTICLE = re.compile(r"""<div[^<>]*class\s*=\s*["']article\s+(\w{2})\w*Article\b[^<>]*>""", re.IGNORECASE)
_CODES = frozenset(
    [
        "SE",
        "HD",
        "BY",
        "CR",
        "WC",
        "PD",
        "ET",
        "SN",
        "SC",
        "NGC",
        "GC",
        "ED",
        "PG",
        "VOL",
        "LA",
        "CY",
        "LP",
        "TD",
        "RF",
        "CO",
        "IN",
        "NS",
        "RE",
        "IPC",
        "IPD",
        "PUB",
        "AN",
        "ART",
        "CT",
        "CX",
        "DE",
        "DS",
        "CLM",
        "TI",
        "RST",
        "SU",
        "RN",
    ]
)


def _recognise(head: str) -> float:
    if _ARTICLE.search(head):
        return 0.95
    return (
        0.8
        if re.search(r"fcpNavContainer|class=[\"']factivalogo|Factiva, Inc\.|PageBaseForm.{0,200}factiva", head, re.IGNORECASE)
        else 0.0
    )


@importer("factiva", reads=("html",), recognise=_recognise)
def parse(source: Source, log: Log) -> Iterator[Draft]:
    """One draft per article; the file states no number."""
    pieces = segments(source.blocks(), _ARTICLE)
    next(pieces)
    for piece in pieces:
        root = fragment(piece)
        article = root.xpath('//div[contains(concat(" ", @class, " "), "Article ") or contains(@class, "Article")]')
        if not article:
            continue
        opened = _ARTICLE.match(piece)
        draft = Draft(database="factiva", lang=language_code(opened[1]) if opened else None)
        rows = _rows(article[0])
        if rows:
            _indexed(rows, draft)
        else:
            _unlabelled(article[0], draft)
        yield draft
    log.announced = None


def _rows(article: Any) -> dict[str, Any]:
    """Code to cell, in order; empty for the plain layout."""
    rows: dict[str, Any] = {}
    for row in article.xpath(".//tr[td]"):
        cells = row.xpath("./td")
        code = plain(cells[0]).strip(" \u00a0:")
        if len(cells) >= 2 and re.fullmatch(r"[A-Z]{2,4}", code) and code in _CODES:
            rows.setdefault(code, cells[1])
    return rows if {"HD", "AN", "SN"} & set(rows) and len(rows) >= 3 else {}


def _indexed(rows: dict[str, Any], draft: Draft) -> None:
    value = {code: plain(cell) for code, cell in rows.items()}
    draft.title = value.get("HD") or value.get("TI")
    draft.section, draft.author = value.get("SE") or value.get("CLM"), value.get("BY")
    draft.date, draft.outlet = value.get("PD"), value.get("SN")
    draft.rights = value.get("CY")
    draft.lang = language_code(value.get("LA")) or draft.lang
    draft.words = n_words(value.get("WC", ""))
    draft.facts = {name: value[code] for name, code in (("page", "PG"), ("edition", "ED")) if value.get(code)}
    draft.accession = value.get("AN", "").split(" ")[-1] or None
    for code in ("LP", "TD"):
        if code in rows:
            draft.paragraphs += _body(rows[code])
    for code, reason in (
        ("CR", "credit"),
        ("ART", "caption"),
        ("CT", "contact"),
        ("NS", "subject"),
        ("RE", "region"),
        ("CO", "company"),
        ("RF", "reference"),
    ):
        draft.drop(reason, value.get(code, ""))


def _body(element: Any) -> list[str]:
    return [paragraph.replace("\n", " ") if not paragraph.startswith("> ") else paragraph for paragraph in paragraphs(element)]


def _unlabelled(article: Any, draft: Draft) -> None:
    headline = article.xpath('.//*[self::span or self::b][contains(@class, "Headline")]')
    title = plain(headline[0]) if headline else None
    body = article.xpath('.//p[contains(@class, "articleParagraph")]|.//pre[contains(@class, "articleParagraph")]')
    head: list[str] = []
    tail: list[str] = []
    inside = {id(element) for element in body}
    seen_body = False
    for element in article.iter("div", "p", "pre"):
        if id(element) in inside:
            seen_body = True
        elif element is not article and not element.xpath(".//div|.//p|.//pre") and (text := plain(element)):
            (tail if seen_body or NUMBER.match(text) else head).append(text)
    read_head(head, draft, headline=title)
    draft.title = draft.title or title
    for element in body:
        draft.paragraphs += _body(element)
    _number(tail, draft)


def _number(lines: list[str], draft: Draft) -> None:
    for line in lines:
        if found := NUMBER.match(line):
            draft.accession = found[1]
        else:
            draft.drop("after the body", line)
    while draft.paragraphs and (found := NUMBER.match(draft.paragraphs[-1])):
        draft.accession = draft.accession or found[1]
        draft.paragraphs.pop()
