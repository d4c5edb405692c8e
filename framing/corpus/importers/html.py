"""From HTML to paragraphs: block elements end a paragraph, highlights inside a word or sentence do not."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
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
    walker.walk(element, quoted=False)
    walker.end()
    return walker.done


class _Walker:
    def __init__(self, skip: Any, rows: bool) -> None:
        self.skip, self.rows = skip, rows
        self.done: list[str] = []
        self.open: list[str] = []
        self.quoted = False
        self.row = 0

    def walk(self, element: Any, *, quoted: bool) -> None:
        """Depth first without recursion limits that deep mail layouts would hit: lxml depth stays below 255."""
        tag = element.tag if isinstance(element.tag, str) else ""
        tag = tag.rpartition("}")[2].casefold()
        if not tag or tag in SKIP_TAGS or (self.skip is not None and self.skip(element)):
            return
        quoted = quoted or tag == "blockquote"
        if tag == "br":
            self.open.append("\n")
            return
        in_row = self.row > 0
        is_block = tag in BLOCK_TAGS and not (in_row and tag != "tr")
        if in_row and tag in ("td", "th") and self.open and "".join(self.open).strip():
            self.open.append(" | ")
        if is_block:
            self.end()
        self.quoted = quoted
        if self.rows and tag == "tr" and not element.xpath(".//tr"):
            self.row += 1
        elif tag == "tr":
            in_row = True
        if element.text:
            self.open.append(_SPACE.sub(" ", element.text))
        for child in element:
            self.walk(child, quoted=quoted)
            self.quoted = quoted
            if child.tail:
                self.open.append(_SPACE.sub(" ", child.tail))
        if self.rows and tag == "tr" and not in_row:
            self.row -= 1
        if is_block:
            self.end()

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
