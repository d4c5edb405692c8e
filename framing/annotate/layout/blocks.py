"""Passages taken over from another outlet: lines that start with "> ", and plain paragraphs behind an announcement."""

from __future__ import annotations

import re
from typing import NamedTuple

from framing.annotate.layout.takeovers import (
    announces,
    is_comment,
    last_sentence,
    marker,
    names,
    several,
    speaks_of_somebody,
    surely_announces,
)


class Block(NamedTuple):
    """
    A passage of another outlet.

    Attributes
    ----------
    start, end : int
        Character offsets.
    """

    start: int
    end: int


_LINE = re.compile(r"[^\n\r]+")
# No passage with a marker is longer, in paragraphs; nor one that begins behind its announcement; nor one without a marker.
_FARTHEST, _FARTHEST_INSIDE, _WITHOUT_MARKER = 25, 3, 6
_OPENS = "“\"‘'«„"
_QUOTATION = re.compile(rf"[{_OPENS}].*[”\"’'»“]", re.S)
_INSIDE = re.compile(r"((?:[^:\n\r]{0,300}[.!?…]\s)?[^:\n\r]{4,200}:)\s+(?=[A-Z…\[(][^\n\r]{20})")
_SEPARATOR = re.compile(r"\s*(?:[*_–—-]\s*){3,}")
_LIST_ITEM = re.compile(r"\s*(?:[-*•–]|\(?\d{1,2}[.)])\s")


def blocks(text: str) -> tuple[Block, ...]:
    """
    Every passage taken over from another outlet.

    Structure comes first: runs of lines that start with ">". In plain text a paragraph whose last sentence announces
    somebody's words and ends in a colon opens a passage, and a source marker such as `[Source]` closes it; neither belongs to
    it. Without a marker, one paragraph is taken where an outlet is named as its printer, and more than one where the whole
    text or several paragraphs are announced and the outlet is heard again behind them.

    Parameters
    ----------
    text : str

    Returns
    -------
    tuple of Block

    Examples
    --------
    >>> text = "The Tide reports:\\n\\nThe pier is shut.\\n\\nNobody fishes. [Source]\\n\\nWe doubt it."
    >>> [text[b.start : b.end] for b in blocks(text)]
    ['The pier is shut.\\n\\nNobody fishes.']
    """
    lines = [(m.start(), m.end()) for m in _LINE.finditer(text) if not m.group().isspace()]
    structural = _structural(text, lines)
    return tuple(sorted([*structural, *_Announced(text, lines).blocks()]))


def _is_structural(text: str, line: tuple[int, int]) -> bool:
    return text[slice(*line)].lstrip().startswith(">")


def _structural(text: str, lines: list[tuple[int, int]]) -> list[Block]:
    found: list[Block] = []
    previous = -1
    for n, line in enumerate(lines):
        if _is_structural(text, line):
            if previous >= 0 and previous == n - 1:
                found[-1] = Block(found[-1].start, line[1])
            else:
                found.append(Block(*line))
            previous = n
    return found


class _Announcement(NamedTuple):
    """
    A sentence that announces somebody's words, where they begin, and in how many paragraphs they must have ended.

    `bare` ones end in a colon and say nothing of an outlet; only a source marker shows that they announced one.
    """

    sentence: str
    sure: bool
    line: int
    start: int
    farthest: int
    bare: bool = False


class _Announced:
    """The passages of plain text, found from one announcement to the next."""

    def __init__(self, text: str, lines: list[tuple[int, int]]) -> None:
        self.text, self.lines = text, lines
        self.announced = [self._before_next(n) or self._inside(n) for n in range(len(lines))]

    def _paragraph(self, n: int) -> str:
        return self.text[slice(*self.lines[n])]

    def _before_next(self, n: int) -> _Announcement | None:
        """A paragraph that announces the next one."""
        if not self._paragraph(n).rstrip("*_ \t").endswith(":") or n + 1 >= len(self.lines):
            return None
        if _is_structural(self.text, self.lines[n + 1]):
            return None
        sentence = last_sentence(self._paragraph(n)[-600:])
        sure = surely_announces(sentence)
        quoted = _QUOTATION.fullmatch(self._paragraph(n + 1).strip())
        bare = not announces(sentence)
        if bare and not speaks_of_somebody(self._paragraph(n)[-300:]):
            return None
        start = self.lines[n + 1][0]
        return None if quoted and not sure else _Announcement(sentence, sure, n + 1, start, _FARTHEST, bare)

    def _inside(self, n: int) -> _Announcement | None:
        """ "The Tide reports: The pier is shut." in one paragraph."""
        match = _INSIDE.match(self.text, *self.lines[n])
        if match is None or not surely_announces(match.group(1)):
            return None
        return _Announcement(match.group(1), True, n, match.end(), _FARTHEST_INSIDE)

    def blocks(self) -> list[Block]:
        found: list[Block] = []
        n = 0
        while n < len(self.lines):
            last = n
            if announced := self.announced[n]:
                last, end = self._up_to_marker(announced) or self._without_marker(announced) or (n, -1)
                if end > announced.start:
                    found.append(Block(announced.start, end))
            n = max(last, n) + 1
        return found

    def _up_to_marker(self, announced: _Announcement) -> tuple[int, int] | None:
        """The line of the marker, and where the passage ends."""
        for m in range(announced.line, min(len(self.lines), announced.line + announced.farthest)):
            if _is_structural(self.text, self.lines[m]) or (m > announced.line and self._another(announced, m - 1)):
                break
            at = marker(self._paragraph(m)[-400:], announced.sentence, bracketed=announced.bare)
            if at is None and announced.sure and _SEPARATOR.fullmatch(self._paragraph(m)):
                at = 0
            if at is not None:
                end = max(self.lines[m][0], self.lines[m][1] - 400) + at
                return m, announced.start + len(self.text[announced.start : end].rstrip())
        return None

    def _another(self, announced: _Announcement, m: int) -> bool:
        """True where a later line announces another outlet, and not one that speaks of itself."""
        other = self.announced[m]
        if announced.bare and other:
            return True
        return m >= announced.line and bool(other and other.sure and not names(other.sentence) & names(announced.sentence))

    def _without_marker(self, announced: _Announcement) -> tuple[int, int] | None:
        """As many paragraphs as the announcement is good for."""
        line, sentence = announced.line, announced.sentence
        first = self._paragraph(line)
        inside = announced.start > self.lines[line][0]
        if inside or not announced.sure or _LIST_ITEM.match(first) or first.lstrip()[:1] in _OPENS:
            return None
        last = line
        if several(sentence):
            behind = range(line + 1, min(len(self.lines), line + 1 + _WITHOUT_MARKER))
            comment = (m for m in behind if self.announced[m] or is_comment(self._paragraph(m), sentence))
            last = next(comment, line + 1) - 1
        return last, self.lines[last][1]
