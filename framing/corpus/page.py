"""A raw text as head, body and foot: where furniture may stand, and which lines look like it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from functools import cached_property

from framing.corpus import patterns
from framing.corpus.lines import Line, split_lines

HEAD_LINES = 14  # a head longer than this is a text of short lines, not a head
TITLE_WORDS = 30


@dataclass(frozen=True)
class Page:
    """
    One raw text with what is known of it.

    Attributes
    ----------
    raw : str
    title, outlet : str or None
        From the metadata, if it says so.
    lines : tuple of Line
    """

    raw: str
    title: str | None = None
    outlet: str | None = None
    lines: tuple[Line, ...] = field(default=())

    @classmethod
    def of(cls, raw: str, *, title: str | None = None, outlet: str | None = None) -> Page:
        """The page of a raw text."""
        return cls(raw, title, outlet, split_lines(raw))

    @cached_property
    def head(self) -> int:
        """Number of lines before the body: up to the last byline, date, share widget or caption above running text."""
        last = 0
        for index, line in enumerate(self.lines[:HEAD_LINES]):
            if patterns.in_head(line.text):
                last = index + 1
            elif line.n_words > TITLE_WORDS or (line.n_words >= 12 and line.has_full_stop):
                break
        while last < min(len(self.lines), HEAD_LINES) and self._is_headline(last):
            last += 1
        return last if last < len(self.lines) else 0

    def _is_headline(self, index: int) -> bool:
        """True for a short line without an end mark above everything, or one that repeats the headline."""
        line = self.lines[index]
        if self.title is not None and same(line.text, self.title):
            return True
        if "http" in line.text or "www." in line.text:
            return False
        before = self.lines[index - 1].text if index else ""
        above_all = index == 0 or bool(patterns.BREADCRUMB.fullmatch(before)) or (index <= 2 and same(line.text, before))
        return above_all and self.title is None and 2 <= line.n_words <= TITLE_WORDS and not line.is_ended

    @cached_property
    def headline(self) -> Line | None:
        """The line that is the title, or None if no line of the head can be told to be it."""
        head = self.lines[: self.head]
        free = [line for line in head if not patterns.in_head(line.text)]
        if self.title is not None:
            return next((line for line in head if same(line.text, self.title)), None)
        repeated = [line for i, line in enumerate(free) if any(same(line.text, other.text) for other in free[i + 1 :])]
        below = self._below_breadcrumb(free)
        above = [line for line in below if self._above_byline(line) and line.n_words >= 2]
        longest = [line for line in below if line.n_words >= 2]
        return next(iter(repeated or above[-1:] or longest[:1]), None)

    def _below_breadcrumb(self, free: list[Line]) -> list[Line]:
        """Lines under the navigation path, or all of them."""
        crumbs = [line.start for line in self.lines[: self.head] if patterns.BREADCRUMB.fullmatch(line.text)]
        return [line for line in free if line.start > crumbs[-1]] if crumbs else free

    def _above_byline(self, line: Line) -> bool:
        return any(
            (other.start > line.start and patterns.is_byline(other.text)) or patterns.UPDATED.match(other.text)
            for other in self.lines[: self.head]
        )

    @cached_property
    def foot(self) -> int:
        """Index of the first line of the foot: the first anchor after which no running text follows."""
        index = len(self.lines)
        while index > self.head and self._may_be_foot(self.lines[index - 1]):
            index -= 1
        while index < len(self.lines) and not patterns.in_foot(self.lines[index].text):
            index += 1
        return index

    def _may_be_foot(self, line: Line) -> bool:
        return patterns.in_foot(line.text) or (line.n_words <= 16 and not line.is_sentence)

    @cached_property
    def has_page_foot(self) -> bool:
        """True if the foot holds what only a web page has: controls, promotion, links to others, a copyright notice."""
        return any(patterns.is_page_foot(line.text) for line in self.lines[self.foot :])

    @cached_property
    def zones(self) -> tuple[str, ...]:
        """`head`, `body` or `foot` of each line."""
        n_foot = len(self.lines) - self.foot
        return ("head",) * self.head + ("body",) * (self.foot - self.head) + ("foot",) * n_foot


@dataclass(frozen=True, slots=True)
class Mark:
    """What one rule says about a stretch of the raw text."""

    start: int
    end: int
    reason: str
    kept: bool = False


Finder = Callable[[Page], Iterable[Mark]]


def mark(line: Line, reason: str, *, kept: bool = False) -> Mark:
    """The whole line."""
    return Mark(line.start, line.end, reason, kept)


_WORD = re.compile(r"\w+")


def same(a: str, b: str) -> bool:
    """
    True if two lines say the same, punctuation and case aside.

    Examples
    --------
    >>> same("Police: 'all clear'", "police  “All clear”")
    True
    """
    return (words := _WORD.findall(a.casefold())) == _WORD.findall(b.casefold()) and bool(words)
