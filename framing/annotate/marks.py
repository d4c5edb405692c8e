"""Quotation marks: which stretches of a text stand between them."""

from __future__ import annotations

import re
from typing import NamedTuple

from framing.annotate.single_marks import singles
from framing.annotate.turns import turns


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


_MARK = re.compile("[“”„‟«»‹›\"「」『』＂]|``|''")
_OPENING = frozenset("“„‟«‹「『") | {"``"}
_CLOSING = frozenset("”»›」』")
# What closes „German“, »German« and ”Swedish” quotations opens others elsewhere.
_TWISTED = {"„": "“”", "»": "«", "›": "‹", "”": "”"}
_LINE = re.compile(r"[^\n\r]+")


def marked(text: str) -> list[Marked]:
    """
    Every stretch between quotation marks, in the order of the text, never overlapping.

    Curly marks and guillemets pair by type, straight ones by turns; each line starts anew, and a mark that is not
    closed runs to the end of its line. Single marks count where they are closed, or where the next paragraph opens with
    one again; what stands inside other marks is part of that quotation. What somebody says in an interview, behind `Name:`,
    counts as marked without marks.

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
    lines = [(m.start(), m.end()) for m in _LINE.finditer(text) if not m.group().isspace()]
    ahead = [*(_first(text, start, end) for start, end in lines[1:]), ""]
    spoken = {end: Marked(start, end, start, end, True) for turn in turns(text) for start, end in turn.parts}
    found: list[Marked] = []
    for (start, end), mark in zip(lines, ahead, strict=False):
        stop = len(text[start:end].rstrip(" \t*_")) + start
        found.extend([spoken[stop]] if stop in spoken else _in_line(text, start, end, mark))
    return found


def _first(text: str, start: int, end: int) -> str:
    """The first character of a line, behind the sign of a block."""
    while start < end and text[start] in "> \t":
        start += 1
    return text[start : start + 1]


def _in_line(text: str, low: int, high: int, ahead: str) -> list[Marked]:
    found: list[Marked] = []
    doubles = _doubles(text, low, high)
    single = _singles(text, low, high, ahead)
    position, n_double, n_single = low, 0, 0
    while True:
        while n_double < len(doubles) and doubles[n_double].start < position:
            n_double += 1
        while n_single < len(single) and single[n_single].start < position:
            n_single += 1
        rest = [*doubles[n_double : n_double + 1], *single[n_single : n_single + 1]]
        if not rest:
            return found
        found.append(min(rest))
        position = found[-1].end


def _singles(text: str, low: int, high: int, ahead: str) -> list[Marked]:
    """Stretches between single marks, and the one that is closed in a later paragraph."""
    found = []
    for opens, closes in singles(text, low, high):
        if closes >= 0:
            found.append(Marked(opens, closes + 1, opens + 1, closes, True))
        elif ahead in ("‘", "'"):
            return [*found, Marked(opens, high, opens + 1, high, False)]
    return found


def _opens(text: str, at: int, low: int, high: int, after: int) -> bool:
    """True where a straight mark can open: a blank, bracket or line start before it, and something after it."""
    before = text[at - 1] if at > low else " "
    # Some archives write both marks as two apostrophes; those toggle as straight marks do.
    behind = text[after] if after < high else " "
    return (before.isspace() or before in "([{—–-/:‘'“>") and not behind.isspace()


def _doubles(text: str, low: int, high: int) -> list[Marked]:
    found: list[Marked] = []
    marks = list(_MARK.finditer(text, low, high))
    closed_later = _closed_later([m.group() for m in marks])
    start = inner = -1
    opened, nested = "", 0
    for n, match in enumerate(marks):
        mark, at, after = match.group(), match.start(), match.end()
        if start < 0:
            free = mark in _OPENING or _opens(text, at, low, high, after)
            if free and mark not in "」』":
                start, inner, opened, nested = at, after, mark, 0
        elif _ends(text, match, low, high, opened, nested, closed_later[n]):
            found.append(Marked(start, after, inner, at, True))
            start = -1
        elif mark in _OPENING:
            nested += 1
        elif mark in _CLOSING:
            nested -= 1
    if start >= 0 and opened not in _CLOSING:
        found.append(Marked(start, high, inner, high, False))
    return [m for m in found if text[m.inner_start : m.inner_end].strip()]


def _closed_later(marks: list[str]) -> list[bool]:
    """For each mark, whether the next curly one behind it closes."""
    found, closes = [], False
    for mark in reversed(marks):
        found.append(closes)
        if mark in _OPENING or mark in _CLOSING:
            closes = mark in _CLOSING
    return found[::-1]


def _ends(text: str, match: re.Match[str], low: int, high: int, opened: str, nested: int, closed_later: bool) -> bool:
    """Whether a mark closes the open one; the other kind of mark inside it is a quotation in the quotation."""
    mark, at, after = match.group(), match.start(), match.end()
    if opened in _TWISTED:
        return mark in _TWISTED[opened]
    if mark in _CLOSING:
        return nested <= 0 or opened in _OPENING
    if mark in _OPENING:
        return mark == opened == "“" and _behind_word(text, at, after, high)
    if not _closes(text, at, low, high, after):
        return False
    # A straight mark closes a curly one only where no curly one is left to do it.
    return opened not in _OPENING or not closed_later


def _behind_word(text: str, at: int, after: int, high: int) -> bool:
    """True for a mark that can only close, whatever way it is turned."""
    return not text[at - 1].isspace() and (after >= high or not text[after].isalnum())


def _closes(text: str, at: int, low: int, high: int, after: int) -> bool:
    """True unless a straight mark stands free before a word, where it can only open."""
    behind = text[after] if after < high else " "
    return not (text[at - 1].isspace() and behind.isalnum()) or at == low
