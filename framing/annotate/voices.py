"""Voices: every character of a body is the outlet's own, somebody's direct or indirect speech, or a passage taken over."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import NamedTuple

import numpy as np

from framing.annotate.layout.blocks import blocks
from framing.annotate.layout.marks import Marked, marked
from framing.annotate.quotations import Quote, Span

VOICES = ("own", "direct", "indirect", "block")
# "CORRAN, May 2 (HW) -- " before an indirect quotation, and "that".
_DATELINE = r"^[A-Z][A-Z.’'-]+(?:\s[A-Z.’'-]+)*(?:,[^—–()\n]{2,30})?\s*(?:\([^)\n]{2,30}\)\s*)?(?:--|—|–|-)\s+"
_LEAD = re.compile(rf"(?:{_DATELINE})?(?:that\s+)?(?=\S)", re.M)
_WORD = re.compile(r"[^\W\d_]\w*")


class VoiceSpan(NamedTuple):
    """
    A stretch of one voice.

    Attributes
    ----------
    start, end : int
        Character offsets.
    voice : str
        One of `VOICES`.
    """

    start: int
    end: int
    voice: str


def voice_spans(text: str, quotes: Iterable[Quote]) -> tuple[VoiceSpan, ...]:
    """
    The voice of every character.

    A mixed quotation is direct between its marks and indirect outside them; cue, speaker, dateline and a leading "that" are
    the outlet's own words, and a title in marks is no quotation. What is inside a block belongs to the block. Thought, plan
    and poll (`speech` False) stay the outlet's own.

    Parameters
    ----------
    text : str
    quotes : iterable of Quote
        Of this text.

    Returns
    -------
    tuple of VoiceSpan
        In order, not empty, neighbours of different voice; together exactly [0, len(text)).

    Examples
    --------
    >>> text = 'She called it "a bad plan".'
    >>> quote = Quote(start=11, end=26, parts=((11, 26),), kind="mixed")
    >>> voice_spans(text, [quote])
    (VoiceSpan(start=0, end=11, voice='own'), VoiceSpan(start=11, end=14, voice='indirect'),
     VoiceSpan(start=14, end=26, voice='direct'), VoiceSpan(start=26, end=27, voice='own'))
    """
    code = np.zeros(len(text), dtype=np.int8)
    marks = marked(text)
    parts = [part for quote in quotes if quote.speech for part in quote.parts]
    for start, end in parts:
        code[start + _lead(text, start, end) : end] = 2
    for start, end in _between(text, marks, parts):
        code[start:end] = 1
    for block in blocks(text):
        code[block.start : block.end] = 3
    if not len(text):
        return ()
    edges = [0, *(np.flatnonzero(np.diff(code)) + 1).tolist(), len(text)]
    return tuple(VoiceSpan(a, b, VOICES[int(code[a])]) for a, b in pairwise(edges))


def _lead(text: str, start: int, end: int) -> int:
    """Length of a dateline and of the conjunction that a clause begins with."""
    match = _LEAD.match(text, start, end)
    return len(match.group()) if match else 0


def _between(text: str, marks: list[Marked], parts: list[Span]) -> Iterator[Span]:
    """What stands between marks in some parts of a text; a mark that is closed later is direct to its end."""
    opens = [mark.start for mark in marks]
    for start, end in parts:
        for mark in marks[max(0, bisect_right(opens, start) - 1) : bisect_right(opens, end - 1)]:
            low, high = max(start, mark.start), min(end, mark.end)
            if min(high, mark.inner_end) <= max(low, mark.inner_start):
                continue
            if (start, end) != (mark.start, mark.end) and _is_title(text[mark.inner_start : mark.inner_end]):
                continue
            yield (mark.start, mark.end) if mark.closed else (low, high)


def _is_title(inner: str) -> bool:
    """Two longer words or more, all with a capital, and no stop: a campaign, a book, a programme."""
    words = [word for word in _WORD.findall(inner) if len(word) > 3]
    return len(words) > 1 and all(word[0].isupper() for word in words) and inner.rstrip()[-1:] not in ",.?!…"
