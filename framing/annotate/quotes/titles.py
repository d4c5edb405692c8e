"""Titles and slogans in marks, told from quotations by their capitals and by the words around them."""

from __future__ import annotations

import re

from framing.annotate.cues import forms

_WORD = re.compile(r"\w+")
# Long enough to count, but without a capital in titles: "Supper with the Judge".
_SMALL = frozenset(("with", "from", "into", "over", "upon", "than", "that", "your", "their", "this"))
_SLOGANS = r"(?:slogan|motto|watchword|catchphrase|mottos|slogans)"
_BEFORE = re.compile(rf"(?:^|[.!?]\s)([^.!?“”\"]*\b{_SLOGANS}\b[^.!?“”\"]{{0,60}})$")
_BEHIND = re.compile(rf",?\s(?:is|was|are|were|became|remains)\b[^.!?“”\"]{{0,40}}\b{_SLOGANS}\b")
_NEAR = 160


def titled(inner: str, ends: bool) -> bool:
    """
    True for what looks like a title: nearly every longer word has a capital.

    Examples
    --------
    >>> titled("Supper with the Judge", False), titled("Supper is with the judge", False)
    (True, False)
    """
    words = [w for w in _WORD.findall(inner) if len(w) > 3 and w[0].isalpha() and w not in _SMALL]
    n_all = len(_WORD.findall(inner))
    if n_all > 10 or len(words) < 2:
        return n_all <= 2 and not ends
    return sum(w[0].isupper() for w in words) >= 0.8 * len(words) and inner.rstrip()[-1:] not in ",?!"


def is_slogan(text: str, start: int, end: int) -> bool:
    """
    Whether the words around marks call what stands in them a slogan, and nobody says it.

    Examples
    --------
    >>> text = 'The motto of the fair is "More light, less noise."'
    >>> is_slogan(text, 25, len(text))
    True
    """
    if _BEHIND.match(text, end, end + _NEAR):
        return True
    before = _BEFORE.search(text[max(0, start - _NEAR) : start])
    return before is not None and not any(word.lower() in forms() for word in _WORD.findall(before.group(1)))
