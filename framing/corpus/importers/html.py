"""From HTML to paragraphs: block elements end a paragraph, highlights inside a word or sentence do not."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain
from typing import Any

BLOCK_TAGS = frozenset(
    [
        "address",
        "article",
        "aside",
        "blockquote",
        "body",
        "caption",
        "center",
        "dd",
        "div",
        "dl",
        "dt",
        "fieldset",
        "figure",
        "footer",
        "form",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "header",
        "hr",
        "html",
        "li",
        "main",
        "nav",
        "ol",
        "p",
        "pre",
        "section",
        "table",
        "tbody",
        "td",
        "tfoot",
        "th",
        "thead",
        "title",
        "tr",
        "ul",
    ]
)
SKIP_TAGS = frozenset(
    [
        "script",
        "style",
        "noscript",
        "head",
        "template",
        "iframe",
        "object",
        "select",
        "button",
        "input",
        "svg",
        "img",
        "picture",
        "video",
        "audio",
    ]
)
_BLANK = r"\t\r\n\f\v\u00a0\u2002-\u200a\u202f\u205f\u3000"
# Single spaces are most matches of a simpler pattern and need no change.
_SPACE = re.compile(f"[{_BLANK}][ {_BLANK}]*| [ {_BLANK}]+")


def segments(blocks: Iterable[str], mark: re.Pattern[str], *, reach: int = 4096) -> Iterator[str]:
    """
    A long text cut before each match of a pattern; the first piece is what stands before the first match.

    Parameters
    ----------
    blocks : iterable of str
        The text in pieces of any size, so that memory holds one document and one piece.
    mark : pattern
        Its matches are shorter than `reach` characters.

    Examples
    --------
    >>> list(segments(["head<a>o", "ne<", "a>two"], re.compile("<a>")))
    ['head', '<a>one', '<a>two']
    """
    rest, searched, started = "", 0, False
    for block in chain(blocks, [None]):
        rest += block or ""
        # A match that starts near the end may still grow with the next block.
        limit = len(rest) if block is None else len(rest) - reach
        position = 0
        for found in mark.finditer(rest, max(searched, 1 if started else 0)):
            if found.start() >= limit:
                break
            yield rest[position : found.start()]
            position, started = found.start(), True
        rest, searched = rest[position:], max(limit - position, 0)
    yield rest


def fragment(markup: str) -> Any:
    """The root element of a lenient parse; wrapped, so that stray `<html>` or `<body>` tags lose nothing."""
    from framing.corpus.importers.source import needs

    try:
        from lxml import html
    except ImportError as error:
        raise needs("lxml") from error
    # Characters that XML forbids stop lxml; they carry no text.
    markup = re.sub(r"[\x00-\x08\x0b\x0c\x0e-\x1f]", "", markup)
    parser = html.HTMLParser(encoding="utf-8", huge_tree=True, remove_comments=True, remove_pis=True)
    # Records hold pages of their own; whatever stands behind a nested </html> would be lost.
    markup = re.sub(r"<\?xml[^>]*\?>|<!doctype[^>]*>|</?(?:html|head|body)\b[^<>]*>", " ", markup, flags=re.IGNORECASE)
    return html.document_fromstring(f"<html><body><div>{markup}</div></body></html>".encode("utf-8", "replace"), parser=parser)


def paragraphs(element: Any, *, skip: Any = None, rows: bool = True) -> list[str]:
    """
    The paragraphs below an element, with line breaks as newlines and block quotations as lines that start with "> ".

    Parameters
    ----------
    element : lxml element
    skip : callable, optional
        `skip(element)` is true for elements whose text is left out.
    rows : bool
        Join the cells of a table row into one line.
    """
    walker = _Walker(skip, rows)
    walker.walk(element)
    walker.end()
    return walker.done


@dataclass(slots=True)
class _Open:
    """An element the walk is inside of."""

    quoted: bool
    block: bool = False
    row: bool = False


class _Walker:
    """Collects text in the order of the page; a loop and not a recursion, because mails nest tables without end."""

    def __init__(self, skip: Any, rows: bool) -> None:
        self.skip, self.rows = skip, rows
        self.done: list[str] = []
        self.open: list[str] = []
        self.above: list[_Open] = []
        self.quoted = False
        self.row = 0

    def walk(self, root: Any) -> None:
        """Text of an element and of everything below it."""
        from lxml import etree

        walker = etree.iterwalk(root, events=("start", "end"))
        for event, element in walker:
            if event == "start":
                if not self._enter(element):
                    walker.skip_subtree()
            else:
                self._leave()
                if element is not root and element.tail:
                    self.open.append(_SPACE.sub(" ", element.tail))

    def _enter(self, element: Any) -> bool:
        """False for an element whose text is left out."""
        tag = element.tag.rpartition("}")[2].casefold() if isinstance(element.tag, str) else ""
        quoted = bool(self.above) and self.above[-1].quoted
        if not tag or tag in SKIP_TAGS or (self.skip is not None and self.skip(element)):
            self.above.append(_Open(quoted))
            return False
        here = _Open(quoted or tag == "blockquote")
        # Only the innermost rows are lines of a table; the others lay out the page.
        here.row = self.rows and tag == "tr" and not element.xpath(".//tr")
        here.block = tag in BLOCK_TAGS and (not self.row or tag == "tr")
        if tag == "br":
            self.open.append("\n")
        elif self.row and tag in ("td", "th") and "".join(self.open).strip():
            self.open.append(" | ")
        if here.block:
            self.end()
            self.quoted = here.quoted
        self.row += here.row
        self.above.append(here)
        if element.text:
            self.open.append(_SPACE.sub(" ", element.text))
        return True

    def _leave(self) -> None:
        here = self.above.pop()
        self.row -= here.row
        if here.block:
            self.end()
            self.quoted = bool(self.above) and self.above[-1].quoted

    def end(self) -> None:
        text = "".join(self.open)
        self.open = []
        for part in re.split(r"\n[ \t]*(?:\n[ \t]*)+", text):
            lines = [_SPACE.sub(" ", line).strip(" ") for line in part.split("\n")]
            lines = [line.rstrip(" |") if line.endswith(" |") else line for line in lines if line and line != "|"]
            if lines:
                self.done.append("\n".join(("> " + line) if self.quoted else line for line in lines))


def plain(element: Any) -> str:
    """All text of an element on one line."""
    return " ".join("".join(element.itertext()).split())
