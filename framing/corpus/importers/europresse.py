"""Europresse and Eureka HTML: articles of 2014 and later, tables before."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from framing.corpus.dates import printed_date
from framing.corpus.importers.base import Draft, Log, importer
from framing.corpus.importers.html import fragment, paragraphs, plain, segments
from framing.corpus.importers.source import Source

_NEW = re.compile(r"<article\b[^<>]*>", re.IGNORECASE)
_OLD = re.compile(r"""<span\s+class=["']?DocPublicationName["']?[^<>]*>""", re.IGNORECASE)
_NUMBER = re.compile(r"\b([a-z]+[·.]\d{8}[·.][\w-]+[·.][\w-]+)")
_RIGHTS = re.compile(r"^(?:©|\(c\)|Copyright)", re.IGNORECASE)
_NUMBER_LINE = re.compile(
    r"^(?:Numéro de document|Document number|Número de documento|Numero (?:di )?documento|Dokumentnummer|Documentnummer)\s*:",
    re.IGNORECASE,
)


def _recognise(head: str) -> float:
    if re.search(r"DocPublicationName|docOcurrContainer|cedrom-sni\.com|titreArticleVisu", head, re.IGNORECASE):
        return 0.95
    return 0.7 if re.search(r"nouveau\.(?:eureka|europresse)|bpe\.europresse", head) else 0.0


@importer("europresse", reads=("html",), recognise=_recognise)
def parse(source: Source, log: Log) -> Iterator[Draft]:
    """One draft per article; the file states no number."""
    is_new = _NEW.search(source.text_head) is not None
    pieces = segments(source.blocks(), _NEW if is_new else _OLD)
    next(pieces)
    for piece in pieces:
        draft = Draft(database="europresse")
        if is_new:
            _article(fragment(piece), draft)
        else:
            _table(piece, draft)
        if found := _NUMBER.search(re.sub(r"<[^>]*>", "", piece)):
            draft.accession = found[1].replace(".", "·")
        yield draft
    log.announced = None


def _named(element: Any, name: str) -> list[Any]:
    low = "translate(@class, 'ABCDEFGHIJKLMNOPQRSTUVWXYZ', 'abcdefghijklmnopqrstuvwxyz')"
    return element.xpath(f".//*[contains({low}, '{name.casefold()}')]")


def _article(root: Any, draft: Draft) -> None:
    header = (root.xpath("//header") or [root])[0]
    names = _named(header, "DocPublicationName")
    draft.outlet = _outlet(plain(names[0])) if names else None
    _header(" ".join(plain(part) for part in _named(header, "DocHeader")), draft)
    titles = [
        part
        for part in _named(header, "titreArticleVisu")
        if not part.xpath("./ancestor::*[contains(@class, 'titreArticleVisu')]")
    ]
    draft.title = plain(titles[0]) if titles else None
    author = _named(header, "docAuthors") or root.xpath(
        "//header//div[contains(concat(' ', @class, ' '), ' titreArticle ')]"
        "/following-sibling::div[not(@class)][normalize-space()]"
    )
    draft.author = plain(author[0]) if author else None
    body = _named(root, "docOcurrContainer") or _named(root, "DocText")
    for part in body:
        draft.paragraphs += paragraphs(part, skip=lambda element: element.tag in ("aside", "footer"))
    for part in root.xpath("//aside"):
        draft.drop("illustration or note", plain(part))
    rights = root.xpath("//footer//small")
    draft.rights = plain(rights[0]) if rights else None


def _outlet(name: str) -> str:
    """The number of the issue is not part of the name."""
    return re.sub(r",?\s*n[o°]\.?\s*\S+$", "", name, flags=re.IGNORECASE).strip()


def _header(text: str, draft: Draft) -> None:
    """ "Communication, mardi 14 mars 2006, p. 16": section, date, page."""
    text = " ".join(text.split())
    if page := re.search(r",?\s*\b(?:p|pp|pag|pág|S)\.\s*(\S+)\s*$", text):
        draft.facts["page"] = page[1]
        text = text[: page.start()]
    parts = [part.strip() for part in text.split(",") if part.strip()]
    at = next((i for i, part in enumerate(parts) if printed_date(part)), None)
    if at is None:
        at = next((i for i, part in enumerate(parts) if re.search(r"\d{4}", part)), None)
    if at is None:
        draft.date = text or None
        return
    draft.date = parts[at]
    before = parts[:at]
    # English and Spanish dates have a comma after the weekday.
    while before and re.fullmatch(
        r"\w+(?:day|di|tag|dimanche|domingo|lunes|martes|miércoles|jueves|viernes|sábado|oche|och)", before[-1], re.IGNORECASE
    ):
        draft.date = f"{before.pop()} {draft.date}"
    if at + 1 < len(parts) and re.fullmatch(r"\d{4}", parts[at + 1]):
        draft.date += f" {parts[at + 1]}"
    draft.section = ", ".join(before) or None


def _table(piece: str, draft: Draft) -> None:
    """The old layout is a run of lines; the author stands between the title and the first paragraph mark."""
    marked = re.sub(
        r"""<span[^<>]*class=["']?TitreArticleVisu["']?[^<>]*>""", "<span class='T'>\ue000", piece, flags=re.IGNORECASE
    )
    root = fragment(marked)
    names = _named(root, "DocPublicationName")
    draft.outlet = _outlet(plain(names[0])) if names else None
    _header("".join(part.text_content() for part in _named(root, "DocHeader")), draft)
    title = root.xpath("//span[@class='T']")
    draft.title = plain(title[0]).replace("\ue000", "") if title else None
    after = re.split(r"\ue000", marked, maxsplit=1)[-1]
    after = _past_title(after)
    lead, mark, rest = re.match(r"(.*?)(<p\b[^<>]*>|\Z)(.*)\Z", after, re.DOTALL | re.IGNORECASE).groups()  # type: ignore[union-attr]
    # A line break before the first paragraph mark ends the author's line; body text runs right up to the mark.
    if mark and re.search(r"<br\s*/?>\s*$", lead, re.IGNORECASE):
        draft.author = re.sub(r"\s+", " ", re.sub(r"<[^>]*>", " ", lead)).strip() or None
        after = rest
    for paragraph in paragraphs(fragment(after.replace("</p>", "<p>"))):
        if _NUMBER_LINE.match(paragraph):
            break
        if _RIGHTS.match(paragraph):
            draft.rights = paragraph
        else:
            draft.paragraphs.append(paragraph)


def _past_title(after: str) -> str:
    """Skip to behind the end of the title's span, which may hold spans of highlights."""
    depth, position = 1, 0
    for found in re.finditer(r"<(/?)span\b[^<>]*>", after, re.IGNORECASE):
        depth += -1 if found[1] else 1
        position = found.end()
        if depth == 0:
            break
    return re.sub(r"^(?:\s*<br\s*/?>)+", "", after[position:], flags=re.IGNORECASE)
