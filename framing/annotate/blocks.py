"""Passages taken over from another outlet: lines that start with "> ", and plain paragraphs behind an announcement."""

from __future__ import annotations

import re
from typing import NamedTuple

from framing.annotate.takeovers import announces, is_comment, last_sentence, marker, names, several, surely_announces


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
# No passage with a marker is longer, in paragraphs; and none without one.
_FARTHEST, _WITHOUT_MARKER = 25, 6
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


class _Announced:
    """The passages of plain text, found from one announcement to the next."""

    def __init__(self, text: str, lines: list[tuple[int, int]]) -> None:
        self.text, self.lines = text, lines
        self.announcement = [self._announcement(n) for n in range(len(lines))]

    def _paragraph(self, n: int) -> str:
        return self.text[slice(*self.lines[n])]

    def _announcement(self, n: int) -> str:
        """The sentence that may announce the next paragraph, or nothing."""
        if not self._paragraph(n).rstrip("*_ \t").endswith(":") or n + 1 >= len(self.lines):
            return ""
        sentence = last_sentence(self._paragraph(n)[-600:])
        return sentence if announces(sentence) and not _is_structural(self.text, self.lines[n + 1]) else ""

    def blocks(self) -> list[Block]:
        found: list[Block] = []
        n = 0
        while n < len(self.lines) - 1:
            last, end = self._up_to_marker(n) if self.announcement[n] else (n, -1)
            if self.announcement[n] and end < 0:
                last, end = self._without_marker(n)
            if end > self.lines[min(n + 1, len(self.lines) - 1)][0]:
                found.append(Block(self.lines[n + 1][0], end))
            n = max(last, n) + 1
        return found

    def _up_to_marker(self, n: int) -> tuple[int, int]:
        """The line of the marker, and where the passage ends; (n, -1) without a marker."""
        announcement = self.announcement[n]
        for m in range(n + 1, min(len(self.lines), n + 1 + _FARTHEST)):
            if _is_structural(self.text, self.lines[m]) or self._another(n, m - 1):
                break
            at = marker(self._paragraph(m)[-400:], announcement)
            if at is None:
                continue
            end = max(self.lines[m][0], self.lines[m][1] - 400) + at
            return m, self.lines[n + 1][0] + len(self.text[self.lines[n + 1][0] : end].rstrip())
        return n, -1

    def _another(self, n: int, m: int) -> bool:
        """True where a later line announces another outlet, and not one that speaks of itself."""
        other = self.announcement[m]
        return m > n and bool(other) and surely_announces(other) and not names(other) & names(self.announcement[n])

    def _without_marker(self, n: int) -> tuple[int, int]:
        """As many paragraphs as the announcement is good for."""
        announcement = self.announcement[n]
        first = self._paragraph(n + 1)
        if not surely_announces(announcement) or _LIST_ITEM.match(first) or first.lstrip()[:1] in "“\"‘'«„":
            return n, -1
        last = n + 1
        if several(announcement):
            behind = range(n + 2, min(len(self.lines), n + 2 + _WITHOUT_MARKER))
            comment = next((m for m in behind if self.announcement[m] or is_comment(self._paragraph(m), announcement)), n + 2)
            last = comment - 1
        return last, self.lines[last][1]
