"""Quotation marks: which stretches of a text stand between them."""

from __future__ import annotations

import re
from typing import NamedTuple

from framing.annotate.layout.single_marks import singles
from framing.annotate.layout.turns import spoken_end, turns
from framing.annotate.layout.unclosed import before_cue, end_of_unclosed, is_cue, stops_before


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
_STRAIGHT = frozenset('"＂') | {"''"}
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
        stop = spoken_end(text, start, end)
        found.extend([spoken[stop]] if stop in spoken else _in_line(text, start, end, mark))
    return found


def _first(text: str, start: int, end: int) -> str:
    """The first character of a line, behind the sign of a block."""
    while start < end and text[start] in "> \t":
        start += 1
    return text[start : start + 1]


def _in_line(text: str, low: int, high: int, ahead: str) -> list[Marked]:
    found: list[Marked] = []
    doubles = _doubles(text, low, high, ahead)
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
    return (before.isspace() or before in "([{—–-/:：（‘'“>") and not behind.isspace()


def _doubles(text: str, low: int, high: int, ahead: str) -> list[Marked]:
    found: list[Marked] = []
    marks = list(_MARK.finditer(text, low, high))
    opens = [_is_opening(text, match, low, high) for match in marks]
    closed_later = _closed_later([m.group() for m in marks])
    n = 0
    while n < len(marks):
        if not opens[n]:
            n += 1
            continue
        start, inner = marks[n].span()
        closes, following = _pair(text, low, high, marks, opens, closed_later, n)
        if closes >= 0:
            found.append(Marked(start, marks[closes].end(), inner, marks[closes].start(), True))
        elif following < len(marks):
            end = end_of_unclosed(text, inner, marks[following].start())
            found.append(Marked(start, end, inner, end, False))
        elif marks[n].group() not in _CLOSING:
            # Words that go on in the next paragraph open with a mark again.
            end = high if _MARK.match(ahead) else before_cue(text, inner, high) or high
            found.append(Marked(start, end, inner, end, False))
        n = following
    return [m for m in found if text[m.inner_start : m.inner_end].strip()]


def _is_opening(text: str, match: re.Match[str], low: int, high: int) -> bool:
    """Whether a mark can open; one that was set on the wrong side of a blank, before "said Orr", cannot."""
    mark, at, after = match.group(), match.start(), match.end()
    if mark in "」』" or not (mark in _OPENING or _opens(text, at, low, high, after)):
        return False
    return not (mark in _STRAIGHT and _is_misplaced(text, at, after, high))


def _is_misplaced(text: str, at: int, after: int, high: int) -> bool:
    return text[max(0, at - 2) : at] in (", ", "? ", "! ") and text[after : after + 1].islower() and is_cue(text, after, high)


def _pair(
    text: str, low: int, high: int, marks: list[re.Match[str]], opens: list[bool], closed_later: list[bool], n: int
) -> tuple[int, int]:
    """The number of the mark that closes mark `n`, or -1; and that of the mark at which to go on."""
    opened = marks[n].group()
    depth = nested = first = 0
    straight = False
    for k in range(n + 1, len(marks)):
        mark = marks[k].group()
        later = straight or (closed_later[k] and not stops_before(text, marks[k].start()))
        if _ends(text, marks[k], low, high, opened, nested, later):
            if depth == 0:
                return k, k + 1
            depth -= 1
        elif opens[k] and mark == opened and not _is_closed_twice(marks, opens, k):
            return -1, first or k
        elif opens[k] and not first and before_cue(text, marks[n].end(), marks[k].start()) is not None:
            return -1, k
        elif mark == opened and opens[k]:
            depth += 1
        elif mark in _OPENING:
            nested += opened not in _OPENING
        elif mark in _CLOSING:
            nested -= 1
        else:
            straight = opens[k]
        first = first or (k if opens[k] else 0)
    return _given_up(text, high, marks, n, first)


def _given_up(text: str, high: int, marks: list[re.Match[str]], n: int, first: int) -> tuple[int, int]:
    """Nothing closes mark `n`: a mark of another kind before a cue does, or the quotation before that cue begins anew."""
    for k in range(n + 1, len(marks)):
        at, after = marks[k].span()
        if not text[at - 1].isspace() and stops_before(text, at) and is_cue(text, after, high):
            return (-1, first) if 0 < first < k else (k, k + 1)
    return -1, len(marks)


def _is_closed_twice(marks: list[re.Match[str]], opens: list[bool], k: int) -> bool:
    """True where both next marks can only close: a quotation in a quotation, in the same marks."""
    return len(marks) > k + 2 and not opens[k + 1] and not opens[k + 2] and marks[k + 1].group() == marks[k + 2].group()


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
        return nested <= 0
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
    return not (text[at - 1].isspace() and behind.isalnum()) or at == low or _is_misplaced(text, at, after, high)
