"""Titles in marks, told from quotations by their capitals."""

from __future__ import annotations

import re

_WORD = re.compile(r"\w+")


def titled(inner: str, ends: bool) -> bool:
    """True for what looks like a title: nearly every longer word has a capital."""
    words = [w for w in _WORD.findall(inner) if len(w) > 3 and w[0].isalpha()]
    n_all = len(_WORD.findall(inner))
    if n_all > 10 or len(words) < 2:
        return n_all <= 2 and not ends
    return sum(w[0].isupper() for w in words) >= 0.8 * len(words) and inner.rstrip()[-1:] not in ",?!"
