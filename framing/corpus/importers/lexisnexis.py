"""LexisNexis Academic: TXT and HTML (until about 2019); the anatomy is the order of blocks in a document."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from framing.corpus.dates import is_date_line
from framing.corpus.importers.base import Draft, Log, importer
from framing.corpus.importers.fields import LEXIS, LEXIS_HEAD, language_code, squeeze
from framing.corpus.importers.html import fragment, paragraphs, segments
from framing.corpus.importers.plain import join_wrapped
from framing.corpus.importers.source import Source

_NOUN = r"(?:DOCUMENTS?|DOKUMENTEN?|DOCUMENTOS?|DOCUMENTI|DOCUMENTEN)"
_COUNTER = re.compile(
    rf"^\s*(?:(?P<i>\d+)\s+(?:of|von|de|di|van|sur|su)\s+(?P<n>\d+)\s+{_NOUN}|(?:Dokument|Document|Documento)\s+(?P<j>\d+)\s+"
    r"(?:of|von|de|di|van|sur|su)\s+(?P<m>\d+))\s*$",
    re.IGNORECASE,
)
_ITEMS = re.compile(
    r"(?:Selected Items|Ausgewählte Dokumente|Éléments sélectionnés|Documents sélectionnés)\s*:\s*([\d\s,;-]+)", re.IGNORECASE
)
_ANCHOR = re.compile(r"""<A\s+NAME\s*=\s*["']?DOC_ID_[^<>]*>""", re.IGNORECASE)
_RIGHTS = re.compile(
    r"^\s*(?:Copyright|Copr\.|©|\(c\)|Copy\s+\d{4}|All Rights Reserved|Alle Rechte|Tous droits|Todos los derechos|"
    r"Tutti i diritti|Todos os direitos|Alle rechten)",
    re.IGNORECASE,
)
_KEY = re.compile(r"^\s*([^\W\d_][^:\n]{0,38}?)\s*:(?:\s+(.*)|\s*)$", re.DOTALL)
_ERROR = re.compile(r"^(?:We are sorry but there is an error in this document|Wir bedauern|Nous sommes désolés)", re.IGNORECASE)


@dataclass(slots=True)
class Block:
    """Lines without a blank one between them, and whether they are centred on the page."""

    lines: list[str]
    centred: bool = False

    @property
    def text(self) -> str:
        """As one line."""
        return join_wrapped(self.lines)

    @property
    def field(self) -> tuple[str, str] | None:
        """Field and value of a block that begins with a name in capitals and a colon."""
        found = _KEY.match(self.text)
        if not found or found[1] != found[1].upper() or self.centred:
            return None
        field = LEXIS.get(squeeze(found[1]))
        return (field, (found[2] or "").strip()) if field else None


def _recognise(head: str) -> float:
    if _ANCHOR.search(head) and re.search(r"Hide XML section|<DOC NUMBER|DOCFULL", head):
        return 0.95
    if "<" in head[:200] and re.search(r"<META\s+TOPIC=|LXNComment", head):
        return 0.8
    if any(_COUNTER.match(line) and (line.startswith("   ") or line.strip().isupper()) for line in head.splitlines()):
        return 0.9
    return 0.8 if re.search(r"^\s*No Documents Found|^Download Request:.*\n+Time Of Request:", head, re.MULTILINE) else 0.0


@importer("lexisnexis", reads=("txt", "rtf", "docx", "html"), recognise=_recognise)
def parse(source: Source, log: Log) -> Iterator[Draft]:
    """One draft per counter line or anchor; selected items, or the range of counters, are the announced number."""
    positions: list[tuple[int, int]] = []
    for blocks in _html_documents(source, log) if source.container == "html" else _text_documents(source, log):
        if blocks and (found := _COUNTER.match(blocks[0].text)):
            positions.append((int(found["i"] or found["j"]), int(found["n"] or found["m"])))
            blocks = blocks[1:]
        yield document(blocks)
    totals = {total for _, total in positions}
    if len(totals) > 1:
        listing = ", ".join(map(str, sorted(totals)))
        log.problem("counter", f"the counters name different totals ({listing}): the file is put together from several exports")
    elif log.announced is None and positions:
        log.announced = max(i for i, _ in positions) - min(i for i, _ in positions) + 1


def _announce(cover: str, log: Log) -> None:
    if found := _ITEMS.search(cover):
        ranges = re.findall(r"(\d+)(?:\s*-\s*(\d+))?", found[1])
        log.announced = sum(int(last or first) - int(first) + 1 for first, last in ranges) or None


def _text_documents(source: Source, log: Log) -> Iterator[list[Block]]:
    lines: list[str] = []
    inside = False
    for line in source.lines():
        line = line.replace("\u00a0", " ").replace("\f", "")
        if _COUNTER.match(line) and (line.startswith("   ") or line.strip().isupper() or source.container != "txt"):
            if inside:
                yield _blocks(lines)
            else:
                _announce("\n".join(lines), log)
                log.drop("cover", "\n".join(lines))
            lines, inside = [], True
        lines.append(line)
    if inside:
        yield _blocks(lines)
    else:
        _announce("\n".join(lines), log)
        log.drop("cover", "\n".join(lines))


def _blocks(lines: list[str]) -> list[Block]:
    blocks: list[Block] = []
    fresh = True
    for line in lines:
        if not line.strip():
            fresh = True
            continue
        centred = len(line) - len(line.lstrip()) >= 10
        if fresh or centred != blocks[-1].centred:
            blocks.append(Block([], centred))
        blocks[-1].lines.append(line.strip())
        fresh = False
    return blocks


def _html_documents(source: Source, log: Log) -> Iterator[list[Block]]:
    pieces = segments(source.blocks(), _ANCHOR)
    cover = next(pieces)
    centred = {name.casefold() for name in re.findall(r"\.(\w+)\s*\{[^}]*text-align:\s*center", cover)}
    _announce(re.sub(r"<[^>]*>", " ", cover), log)
    if log.announced is None and (found := re.search(r"""<META[^>]*DOCUMENTS\s*=\s*["'](\d+)""", cover, re.IGNORECASE)):
        log.announced = int(found[1])
    for piece in pieces:
        # Everything but the anatomy is hidden in comments; blocks are the outer DIVs.
        root = fragment(re.sub(r"<DIV\s+CLASS=[\"']\w+[\"']\s*/>", "", piece))
        yield list(_html_blocks(root, centred))


def _html_blocks(root: Any, centred: set[str]) -> Iterator[Block]:
    """Each DIV that holds no other DIV, and whatever stands between DIVs (tables that end up outside)."""
    for element in _leaves(root):
        is_centred = (element.get("class") or "").casefold() in centred
        for paragraph in paragraphs(element):
            yield Block(paragraph.split("\n"), is_centred)


def _leaves(element: Any) -> Iterator[Any]:
    """Elements that hold no further block; text that stands loose between blocks comes as an element of its own."""
    inner = element.xpath("./*[descendant-or-self::div or self::table or self::p]")
    if element.tag in ("table", "p") or not inner or (element.tag == "div" and not element.xpath(".//div")):
        yield element
        return
    yield from _loose(element, element.text)
    for child in element:
        yield from _leaves(child) if child in inner else [child]
        yield from _loose(element, child.tail)


def _loose(element: Any, text: str | None) -> Iterator[Any]:
    if text and text.strip():
        span = element.makeelement("span")
        span.text = text
        yield span


def document(blocks: list[Block]) -> Draft:
    """
    The draft of one document: outlet, date, title and named fields up to the length, then the body.

    The body begins after the length line; fields right behind it (highlight, dateline) are not part of it. It ends at
    the first field that never stands before a body, or at the centred copyright notice.
    """
    draft = Draft(database="lexisnexis")
    blocks = [block for block in blocks if any(line.strip() for line in block.lines)]
    start = _start_of_body(blocks)
    _head(blocks[:start], draft)
    end = _end_of_body(blocks, start)
    for block in blocks[start:end]:
        draft.paragraphs.append(
            "\n".join(block.lines) if any(line.startswith("> ") for line in block.lines) else _joined(block)
        )
    _tail(blocks[end:], draft)
    if len(draft.paragraphs) == 1 and _ERROR.match(draft.paragraphs[0]):
        draft.problems.append(("error page", draft.paragraphs[0]))
        draft.drop("error page", draft.paragraphs[0])
        draft.paragraphs = []
    return draft


def _joined(block: Block) -> str:
    """Hard-wrapped lines are joined; table rows keep their lines."""
    return "\n".join(block.lines) if any(" | " in line for line in block.lines) else block.text


def _start_of_body(blocks: list[Block]) -> int:
    fields = [block.field for block in blocks]
    length = next((i for i, field in enumerate(fields) if field and field[0] == "length"), None)
    if length is None:
        heads = [i for i, field in enumerate(fields[:12]) if field and field[0] in LEXIS_HEAD]
        if heads:
            length = heads[-1]
        else:
            date = next((i for i, block in enumerate(blocks[:4]) if is_date_line(block.lines[0])), None)
            if date is None:
                return 0
            # Without any field the line after the date is the title.
            return min(date + 2, len(blocks))
    start = length + 1
    while start < len(blocks) and fields[start] and fields[start][0] in LEXIS_HEAD:  # type: ignore[index]
        start += 1
    return start


def _end_of_body(blocks: list[Block], start: int) -> int:
    for i in range(start, len(blocks)):
        field = blocks[i].field
        if field and field[0] not in LEXIS_HEAD:
            return i
        if _RIGHTS.match(blocks[i].lines[0]) and (blocks[i].centred or i >= len(blocks) - 2):
            return i
    return len(blocks)


def _head(blocks: list[Block], draft: Draft) -> None:
    rest = []
    for block in blocks:
        if field := block.field:
            _set(draft, *field)
        elif _RIGHTS.match(block.lines[0]) and draft.rights is None:
            draft.rights = block.text
        else:
            rest.append(block)
    date = next((i for i, block in enumerate(rest) if any(is_date_line(line) for line in block.lines[:3])), None)
    if date is None:
        date = next((i for i, block in enumerate(rest[:3]) if i and block.centred and re.search(r"\d{4}", block.text)), None)
    above = rest[:date] if date is not None else rest[:1]
    below = rest[date + 1 :] if date is not None else rest[1:]
    draft.outlet = above[0].text if above else None
    if date is not None:
        _dates(rest[date], draft)
    titles = [block for block in below if not (block.centred and not block.lines[0].strip())]
    while len(titles) > 1 and titles[0].centred and not titles[1].centred:
        draft.facts["edition"] = " ".join([*filter(None, [draft.facts.get("edition")]), titles.pop(0).text])
    draft.title = " ".join(block.text for block in titles) or None


def _dates(block: Block, draft: Draft) -> None:
    lines = list(block.lines)
    at = next((i for i, line in enumerate(lines) if is_date_line(line)), 0)
    draft.date = lines.pop(at)
    edition = " ".join(lines) or re.sub(r"^.*?\d{4}\W*(?:\w+day|\w+tag|\w+woch|\w+di|dimanche|samedi)?\W*", "", draft.date)
    if edition.strip():
        draft.facts["edition"] = edition.strip()


def _set(draft: Draft, field: str, value: str) -> None:
    if field == "author":
        draft.author = value or None
    elif field == "section":
        draft.section = value or None
    elif field == "length":
        number = re.search(r"\d[\d.,\s]*", value)
        draft.words = int(re.sub(r"\D", "", number[0])) if number else None
    elif field == "language":
        draft.lang = language_code(value)
    elif field == "load-date":
        draft.facts["load_date"] = value
    elif field in ("highlight", "dateline"):
        draft.drop(field, value)


def _tail(blocks: list[Block], draft: Draft) -> None:
    reason = ""
    for block in blocks:
        if field := block.field:
            reason = field[0]
            _set(draft, *field)
        elif _RIGHTS.match(block.lines[0]):
            reason = "copyright"
            draft.rights = draft.rights or block.text
        if reason not in ("language", "load-date"):
            draft.drop(reason or "after the body", block.text)
