"""A text as lines with offsets, and the way back from lines to paragraphs."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass

_BREAK = re.compile(r"\r\n|[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]")
_SPACES = re.compile(r"[^\S\n]+")
_INVISIBLE = re.compile(
    r"[\u00ad\u200b\u200e\u200f\u2060\ufeff]|[\x00-\x08\x0b-\x1f\x7f-\x84\x86-\x9f]|[\ud800-\udfff\ufffe\uffff]"
)
_SENTENCE_END = re.compile(r"""[.!?:;…。！？][\s"'”’»)\]*]*(?:\[source\])?$""", re.IGNORECASE)
_FULL_STOP = re.compile(r"""[.…。][\s"'”’»)\]*]*(?:\[source\])?$""", re.IGNORECASE)
WRAP_WIDTHS = (45, 100)  # characters; what mail programs and databases break lines at


@dataclass(frozen=True, slots=True)
class Line:
    """
    One line of a raw text, without the space around it.

    Attributes
    ----------
    start, end : int
        Offsets into the raw text.
    text : str
        As a reader sees it: single spaces, nothing invisible.
    block : int
        Number of the stretch between blank lines it stands in.
    """

    start: int
    end: int
    text: str
    block: int

    @property
    def n_words(self) -> int:
        return len(self.text.split())

    @property
    def is_sentence(self) -> bool:
        """True if it reads like running text: long, or of some length with the mark of an ended sentence."""
        return self.n_words >= 30 or (self.n_words >= 8 and bool(_SENTENCE_END.search(self.text)))

    @property
    def is_ended(self) -> bool:
        """True if it ends as a sentence does."""
        return bool(_SENTENCE_END.search(self.text))

    @property
    def has_full_stop(self) -> bool:
        return bool(_FULL_STOP.search(self.text))


def visible(text: str) -> str:
    """
    NFC, ordinary spaces for no-break and thin ones, single spaces, no control or zero-width characters.

    Examples
    --------
    >>> visible(" a\\u00a0 b\\u200b ")
    'a b'
    """
    return _SPACES.sub(" ", _INVISIBLE.sub("", unicodedata.normalize("NFC", text))).strip()


def split_lines(raw: str) -> tuple[Line, ...]:
    """
    The lines of a text that are not blank.

    Parameters
    ----------
    raw : str
        With any kind of line break (LF, CR LF, CR, form feed, Unicode separators).

    Returns
    -------
    tuple of Line

    Examples
    --------
    >>> [(line.start, line.end, line.block) for line in split_lines(" one\\r\\ntwo\\r\\n\\r\\nthree")]
    [(1, 4, 0), (6, 9, 0), (13, 18, 1)]
    """
    lines: list[Line] = []
    block, blank, position = 0, False, 0
    for found in [*_BREAK.finditer(raw), None]:
        end = found.start() if found else len(raw)
        piece = raw[position:end]
        text = visible(piece)
        if text:
            block += blank and bool(lines)
            blank = False
            left = len(piece) - len(piece.lstrip())
            lines.append(Line(position + left, position + len(piece.rstrip()), text, block))
        else:
            blank = True
        position = found.end() if found else end
    return tuple(lines)


def is_wrapped(lines: Iterable[Line]) -> bool:
    """
    True if line breaks only fill a page width, so that a paragraph runs over several lines.

    Asks for at least six inner lines of blank-line blocks, nine of ten of them between 45 and 100 characters.
    """
    blocks: dict[int, list[int]] = {}
    for line in lines:
        blocks.setdefault(line.block, []).append(len(line.text))
    inner = [length for lengths in blocks.values() for length in lengths[:-1]]
    low, high = WRAP_WIDTHS
    return len(blocks) > 1 and len(inner) >= 6 and sum(low <= n <= high for n in inner) >= 0.9 * len(inner)


def paragraphs(pieces: Iterable[tuple[int, str]], *, wrapped: bool) -> str:
    """
    Body text from its lines: one blank line between paragraphs.

    Parameters
    ----------
    pieces : iterable of (block, text)
        Lines that stay, with the number of their block.
    wrapped : bool
        Join the lines of a block into one paragraph.

    Returns
    -------
    str
        Lines of a block quotation ("> ") stay lines.

    Examples
    --------
    >>> paragraphs([(0, "One"), (0, "line."), (1, "Two.")], wrapped=True)
    'One line.\\n\\nTwo.'
    >>> paragraphs([(0, "One."), (0, "> a"), (0, "> b")], wrapped=False)
    'One.\\n\\n> a\\n> b'
    """
    out: list[str] = []
    last_block, last_quoted = -1, False
    for block, text in pieces:
        quoted = text.startswith(">")
        if out and block == last_block and quoted and last_quoted:
            out.append("\n" + text)
        elif out and block == last_block and wrapped and not quoted and not last_quoted:
            out.append(" " + text)
        else:
            out.append("\n\n" + text if out else text)
        last_block, last_quoted = block, quoted
    return "".join(out)


def tidy(raw: str) -> str:
    """
    A body with nothing cut: NFC, ordinary spaces, one blank line between paragraphs.

    Examples
    --------
    >>> tidy("One.\\r\\n\\r\\n\\r\\nTwo\\u00a0.\\r")
    'One.\\n\\nTwo .'
    """
    lines = split_lines(raw)
    return paragraphs(((line.block, line.text) for line in lines), wrapped=is_wrapped(lines))
