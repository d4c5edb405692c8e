"""Passages taken over from another outlet: lines that start with "> ", and plain text between a colon and `[Source]`."""

from __future__ import annotations

import re
from typing import NamedTuple


class Block(NamedTuple):
    """
    A passage of another outlet.

    Attributes
    ----------
    start, end : int
        Character offsets.
    announced_by : (int, int) or None
        The sentence that announces it.
    """

    start: int
    end: int
    announced_by: tuple[int, int] | None


_LINE = re.compile(r"[^\n\r]+")
_SOURCE = re.compile(r"[\[(](?:source|link|via|chinese|original|read more|read the full [^\])]{1,40}|full text)[\])]\s*$", re.I)
_ANNOUNCES = re.compile(
    r"\b(?:reports?|reported|wrote|writes|notes?|noted|explains?|explained|quotes?|quoted|says?|said|translated|translates|adds?|from|"
    r"post|article|editorial|commentary|statement|according to|excerpts?|reads?|announced|describes?|described|argues?|argued|"
    r"published|posted|tells?|told|observes?|continues?|summarizes?|elaborates?|warns?|details?)\b",
    re.I,
)
_FARTHEST = 25


def blocks(text: str) -> tuple[Block, ...]:
    """
    Every passage taken over from another outlet.

    Structure comes first: runs of lines that start with ">". In plain text a passage needs both ends: a paragraph
    whose last sentence announces somebody's words and ends in a colon, and a paragraph that ends in a source marker such as
    `[Source]`; without the marker nothing is taken.

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
    ['The pier is shut.\\n\\nNobody fishes. [Source]']
    """
    lines = [(m.start(), m.end()) for m in _LINE.finditer(text) if m.group().strip()]
    return tuple(sorted([*_structural(text, lines), *_announced(text, lines)]))


def _structural(text: str, lines: list[tuple[int, int]]) -> list[Block]:
    found: list[Block] = []
    previous: tuple[int, int] | None = None
    for n, (start, end) in enumerate(lines):
        if not text[start:end].lstrip().startswith(">"):
            continue
        if previous is not None and found and previous == lines[n - 1]:
            found[-1] = found[-1]._replace(end=end)
        else:
            before = lines[n - 1] if n else None
            found.append(Block(start, end, before if before and text[slice(*before)].rstrip().endswith(":") else None))
        previous = (start, end)
    return found


def _announced(text: str, lines: list[tuple[int, int]]) -> list[Block]:
    found: list[Block] = []
    n = 0
    while n < len(lines) - 1:
        start, end = lines[n]
        last = _last_sentence(text[start:end])
        if text[start:end].rstrip().endswith(":") and _ANNOUNCES.search(last) and not text[lines[n + 1][0] :].startswith(">"):
            close = next(
                (m for m in range(n + 1, min(len(lines), n + 1 + _FARTHEST)) if _SOURCE.search(text[slice(*lines[m])])), None
            )
            if close is not None:
                found.append(Block(lines[n + 1][0], lines[close][1], (start, end)))
                n = close
        n += 1
    return found


def _last_sentence(paragraph: str) -> str:
    return re.split(r"(?<=[.!?])\s+(?=[A-Z“\"])", paragraph.strip())[-1]
