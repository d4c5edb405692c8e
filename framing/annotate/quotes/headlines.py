"""Headlines in capitals, which the parser reads better as running text."""

from __future__ import annotations

import re

_CAPITAL = re.compile(r"(?<=[a-z,] )[A-Z][\w’'-]+")
_TOKEN = re.compile(r"[^\W\d_][\w’'.-]*")


def is_headline(line: str) -> bool:
    """
    Nearly every longer word has a capital.

    Examples
    --------
    >>> is_headline("Mayor Denies Closing Pier"), is_headline("The mayor denies it.")
    (True, False)
    """
    words = [w for w in _TOKEN.findall(line) if len(w) > 3]
    return len(words) >= 3 and sum(w[0].isupper() for w in words) >= 0.8 * len(words)


def proper_words(text: str, lines: list[tuple[int, int]]) -> frozenset[str]:
    """Words that carry a capital inside running sentences."""
    return frozenset(w for a, b in lines if not is_headline(text[a:b]) for w in _CAPITAL.findall(text[a:b]))


def as_prose(line: str, proper: frozenset[str]) -> str:
    """A headline with the capitals of running text; the parser was trained on that. Offsets stay."""

    def lowered(match: re.Match[str]) -> str:
        word = match.group()
        keep = word in proper or re.sub(r"[’']s$", "", word) in proper or word.isupper()
        return word if keep or len(word.lower()) != len(word) else word.lower()

    return _TOKEN.sub(lowered, line)
