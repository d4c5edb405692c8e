"""Sentences without a parser: Punkt with our own abbreviations."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Any

from framing.annotate.cues import forms
from framing.annotate.wordlists import word_list

# Matched without the final stop, in lower case.
ABBREVIATIONS = word_list("quotes_words_en.txt")["abbreviations"]
_LINE = re.compile(r"[^\n\r]+")
_WIDE_STOP = re.compile(r"(?P<stop>[。！？]+[”’」』）\")]*)\s*(?=\S)")
# "“我们不走。” Chen Li said." is one sentence.
_ENDING_CUE = re.compile(r"[A-Z][^.,;:!?\n]{0,60}\s(?P<cue>[a-z]+)[.,]")
# "It sank at 6.52 p.m. Ann Orr saw it.", not "at 8 p.m. Monday".
_CLOCK = re.compile(
    r"[a-z]\w* (?:at|by|until|before|after|around|about) (?:about |around )?\d{1,2}(?:[.:]\d\d)? [ap]\.m\.(?= "
    r"(?!(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)days?\b|(?:Eastern|Pacific|Central|Mountain|Greenwich|Local)\b|"
    r"(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)\b|"
    r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\b|[A-Z]{2,}\b)[A-Z][a-z]+)"
)
_LONGEST = 3000


@cache
def _punkt() -> Any:
    from nltk.tokenize.punkt import PunktParameters, PunktSentenceTokenizer

    parameters = PunktParameters()
    parameters.abbrev_types = set(ABBREVIATIONS)
    return PunktSentenceTokenizer(parameters)


def sentences(text: str) -> list[tuple[int, int]]:
    """
    Sentences as character spans; a line break always ends one.

    Parameters
    ----------
    text : str

    Returns
    -------
    list of (start, end)
        In order, without overlap and without surrounding white space; a stretch of over 3,000 characters without a stop
        is cut at white space, so that nothing downstream meets a sentence of a megabyte.

    References
    ----------
    Kiss & Strunk (2006), Computational Linguistics 32, 485-525.

    Examples
    --------
    >>> text = 'Mr. Orr asked, "Why?" and left. No. 5 stayed.'
    >>> [text[a:b] for a, b in sentences(text)]
    ['Mr. Orr asked, "Why?" and left.', 'No. 5 stayed.']
    """
    found: list[tuple[int, int]] = []
    for line in _LINE.finditer(text):
        found.extend(_in_line(line.group(), line.start()))
    return found


def _in_line(line: str, offset: int) -> list[tuple[int, int]]:
    joined: list[list[int]] = []
    for start, end in _pieces(line):
        if joined and _continues(line, joined[-1][1], start):
            joined[-1][1] = end
        else:
            joined.append([start, end])
    return [(offset + a, offset + b) for start, end in joined for a, b in _cut(line, start, end)]


def _pieces(line: str) -> Iterator[tuple[int, int]]:
    """Punkt knows no Chinese stops, behind which no blank must stand."""
    for start, end in _punkt().span_tokenize(line):
        for stop in _WIDE_STOP.finditer(line, start, end):
            cue = _ENDING_CUE.match(line, stop.end(), end)
            if cue is None or cue.group("cue") not in forms():
                yield start, stop.end("stop")
                start = stop.end()
        # Looked for in the piece alone: a line can be a megabyte.
        if line.find(".m. ", start, end) > 0:
            for clock in _CLOCK.finditer(line, start, end):
                yield start, clock.end()
                start = clock.end() + 1
        yield start, end


def _continues(line: str, end: int, start: int) -> bool:
    """A stop before a lower-case word, or a number after "No.", ends nothing."""
    return line[start].islower() or (
        line[start].isdigit() and line[:end].lower().endswith(("no.", "nos.", "vol.", "p.", "pp."))
    )


def _cut(line: str, start: int, end: int) -> list[tuple[int, int]]:
    pieces = []
    while end - start > _LONGEST:
        at = line.rfind(" ", start + 1, start + _LONGEST)
        at = start + _LONGEST if at < 0 else at
        pieces.append((start, at))
        start = at
        while start < end and line[start].isspace():
            start += 1
    # Blank stretches hold no sentence.
    while end > start and line[end - 1].isspace():
        end -= 1
    return [*pieces, (start, end)] if end > start else pieces
