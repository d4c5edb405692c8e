"""Quotation marks: which stretches of a text stand between them."""

from __future__ import annotations

import re
from typing import NamedTuple


class Marked(NamedTuple):
    """
    A stretch between quotation marks.

    Attributes
    ----------
    start, end : int
        Character offsets with the marks.
    inner_start, inner_end : int
        Character offsets without the marks.
    closed : bool
        False where no closing mark stands before the end of the line.
    """

    start: int
    end: int
    inner_start: int
    inner_end: int
    closed: bool


_MARK = re.compile("[“”„«»\"「」『』＂]|``|''")
_OPENING = frozenset("“„«「『") | {"``"}
_CLOSING = frozenset("”»」』")
_LINE = re.compile(r"[^\n\r]+")
_SINGLE_OPEN = re.compile(r"(?:(?<=[\s(\[—–-])|^)[‘'](?=[\w(\[])", re.M)
_SINGLE_CLOSE = re.compile(r"(?<=[\w.,!?…)\]])['’](?=[\s.,;:!?)\]—–-]|$)", re.M)
# A plural possessive ("the ministers' plan") looks like a closing mark; a real one follows punctuation or ends a phrase.
_SURE_CLOSE = re.compile(r"(?<=[.,!?…])['’](?=[\s)\]—–-]|$)|(?<=\w)['’](?=[.,;:!?)]|$)", re.M)


def marked(text: str) -> list[Marked]:
    """
    Every stretch between quotation marks, in the order of the text, never overlapping.

    Curly marks and guillemets pair by type, straight ones by turns; each line starts anew, and a mark that is not
    closed runs to the end of its line. Single marks count only where a text has no double ones.

    Parameters
    ----------
    text : str

    Returns
    -------
    list of Marked

    Examples
    --------
    >>> [(m.inner_start, m.inner_end) for m in marked('He said "no" and left.')]
    [(9, 11)]
    >>> marked('A 6" pipe and no quotation.')
    []
    """
    found = [m for line in _LINE.finditer(text) for m in _in_line(text, line.start(), line.end())]
    return found or _single(text)


def _opens(text: str, at: int, low: int, high: int, after: int) -> bool:
    """True where a straight mark can open: a blank, bracket or line start before it, and something after it."""
    before = text[at - 1] if at > low else " "
    # Some archives write both marks as two apostrophes; those toggle as straight marks do.
    behind = text[after] if after < high else " "
    return (before.isspace() or before in "([{—–-/:‘'“") and not behind.isspace()


def _in_line(text: str, low: int, high: int) -> list[Marked]:
    found: list[Marked] = []
    start = inner = -1
    opened, nested = "", 0
    for match in _MARK.finditer(text, low, high):
        mark, at, after = match.group(), match.start(), match.end()
        if start < 0:
            if mark in _OPENING or (mark not in _CLOSING and _opens(text, at, low, high, after)):
                start, inner, opened, nested = at, after, mark, 0
            continue
        if _ends(text, mark, at, low, high, after, opened, nested):
            found.append(Marked(start, after, inner, at, True))
            start = -1
        elif mark in _OPENING:
            nested += 1
        elif mark in _CLOSING:
            nested -= 1
    if start >= 0 and text[inner:high].strip():
        found.append(Marked(start, high, inner, high, False))
    return [m for m in found if text[m.inner_start : m.inner_end].strip()]


def _ends(text: str, mark: str, at: int, low: int, high: int, after: int, opened: str, nested: int) -> bool:
    """Whether a mark closes the open one; the other kind of mark inside it is a quotation in the quotation."""
    if mark in _CLOSING:
        return nested <= 0 or opened in _OPENING
    if mark in _OPENING or not _closes(text, at, low, high, after):
        return False
    if opened not in _OPENING:
        return True
    # A straight mark closes a curly one only where no curly one is left to do it.
    rest = _MARK.findall(text, after, high)
    curly = next((m for m in rest if m in _OPENING or m in _CLOSING), "")
    return curly not in _CLOSING


def _closes(text: str, at: int, low: int, high: int, after: int) -> bool:
    """True unless a straight mark stands free before a word, where it can only open."""
    behind = text[after] if after < high else " "
    return not (text[at - 1].isspace() and behind.isalnum()) or at == low


def _single(text: str) -> list[Marked]:
    found: list[Marked] = []
    position = 0
    while opening := _SINGLE_OPEN.search(text, position):
        end_of_line = text.find("\n", opening.end())
        end_of_line = len(text) if end_of_line < 0 else end_of_line
        closing = _SURE_CLOSE.search(text, opening.end(), end_of_line) or _SINGLE_CLOSE.search(text, opening.end(), end_of_line)
        position = opening.end()
        if closing and text[opening.end() : closing.start()].strip():
            found.append(Marked(opening.start(), closing.end(), opening.end(), closing.start(), True))
            position = closing.end()
    return found
