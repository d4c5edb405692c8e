"""Whom the text tells of beside quoted words that have no cue: in the sentence before, in the paragraph above or below."""

from __future__ import annotations

import re

from framing.annotate.people.sources import word_kind
from framing.annotate.quotations import Span

_NO_NAME = (
    r"(?!(?:The|This|That|It|There|In|On|At|But|And|A|An|Nobody|What|When|His|Her|Their|Its|They|He|She|We|You|I|Our|My|For|"
    r"From|By|To|If|As|Yet|So|No|Not|Most|Many|Some|All|Both|One|Two|Three|After|Before|Since|While|Then|Now|Here)\b)"
)
_WORD = r"[A-Z][\w’'-]+"
# A sentence that begins with a name, right before a quotation; "The" and "It" are no names.
_NAMED = re.compile(rf"(?:^|[.!?…]\s)\s*({_NO_NAME}{_WORD}(?:\s{_WORD}){{0,2}})\s[a-z][^.!?…“”\"]*[.:]\s*$")
# "Ann Orr, a pensioner who lost her cart, came to see", "For three nights Ann Orr slept".
_DESCRIBED = re.compile(
    rf"(?:^|[.!?…]\s)\s*({_NO_NAME}{_WORD}(?:\s{_WORD}){{1,3}}),\s(?:who|whose|an?|the|\d+)\b[^.!?…“”\":;]{{2,100}},\s[a-z][^.!?…“”\"]*[.:]\s*$"
)
_LED = re.compile(
    rf"(?:^|[.!?…]\s)\s*(?:For|On|At|In|All|By|After|Since|Until|Through|During)\s[a-z0-9][^.,!?…“”\":;]{{2,50}}?,?\s"
    rf"(?:stands\s|sits\s)?({_WORD}(?:\s{_WORD}){{1,3}})(?:,\s[^.!?…“”\"]*|\s[a-z][^.!?…“”\"]*)[.:]\s*$"
)
_FIRST_PERSON = re.compile(r"[^“”\"\n]*?\b(?:I|my|me|we|us|our)\b", re.I)
_MEANT = re.compile(r"(?:^|[.!?…]\s)\s*(He|She)\s[a-z][^.!?…“”\"]*[.:]\s*$")
# How a sentence of the paragraph above begins: with a full name and what is told of it, or with who was told of before.
_FULL = re.compile(
    rf"(?:\d+\.\s)?({_NO_NAME}{_WORD}(?:\s(?:van|de|von|bin|al|da|di|ten|ter|{_WORD})){{1,3}})(?:,\s[^.!?“”\"\n]{{3,80}},)?\s[a-z]+\b"
)
_PRONOUN = re.compile(r"(He|She|His|Her)\s([a-z]+)\b")
_STOP = re.compile(r"[.!?…][”\"’')]*\s+")
_BELOW = re.compile(rf"({_NO_NAME}{_WORD}(?:\s{_WORD}){{1,2}})(?:,\s(?:who|an?|the|\d)\b[^.!?“”\"\n]{{2,80}},)?\s[a-z]+\b")
_NEAR, _SENTENCES = 400, 3
# So far back is looked whether a name is new.
_FAR = 20_000


def told_before(text: str, line_start: int, at: int) -> Span | None:
    """Whoever the sentence before in the same line begins with: "Orr keeps the keys. “I cannot let go.”"""
    low = max(line_start, at - _NEAR)
    before = text[low:at]
    if at - line_start > _NEAR:
        return None if (match := _MEANT.search(before)) is None else (low + match.start(1), low + match.end(1))
    match = _NAMED.search(before) or _MEANT.search(before) or _DESCRIBED.search(before)
    if match is None and _FIRST_PERSON.match(text, at + 1, min(len(text), at + 300)):
        match = _LED.search(before)
    return (low + match.start(1), low + match.end(1)) if match else None


def told_above(text: str, line: Span) -> Span | None:
    """
    Whoever one of the last sentences of a paragraph begins with, by full name or as "he" or "she".

    Examples
    --------
    >>> text = "Ann Orr, a porter, lost her cart. It was blue."
    >>> text[slice(*told_above(text, (0, len(text))))]
    'Ann Orr'
    """
    low = max(line[0], line[1] - 3 * _NEAR)
    starts = [line[0]] if low == line[0] else []
    starts += [m.end() for m in _STOP.finditer(text, low, line[1]) if m.end() < line[1]]
    for at in reversed(starts[-_SENTENCES:]):
        if full := _FULL.match(text, at, line[1]):
            return full.span(1)
        found = _PRONOUN.match(text, at, line[1])
        # "His wife waited": she can be the one who speaks.
        if found and (found.group(1) in ("He", "She") or word_kind(found.group(2)) is None):
            return found.span(1)
    return None


def told_below(text: str, line: Span) -> Span | None:
    """
    Whoever a paragraph begins with, where the text has not named them before.

    Examples
    --------
    >>> told_below("Ann Orr, who lost her cart, was not asked.", (0, 42))
    (0, 7)
    """
    found = _BELOW.match(text, line[0], min(line[1], line[0] + _NEAR))
    if found is None or text.find(found.group(1), max(0, line[0] - _FAR), line[0]) >= 0:
        return None
    return found.span(1)
