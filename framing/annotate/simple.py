"""Cues without a parser: the reporting word beside a quoted stretch and the name beside the word."""

from __future__ import annotations

import re

from framing.annotate.cues import Cue, forms, lexicon
from framing.annotate.located import Located
from framing.annotate.marks import Marked
from framing.annotate.parse import Sentence

_WHO = (
    r"(?:(?:[Tt]he|[Aa]n?|[Hh]is|[Hh]er|[Tt]heir|[Oo]ne)\s+(?:[\w’'-]+\s+){0,4}?[\w’'-]+|[Hh]e|[Ss]he|[Tt]hey|[Ii]t|I|[Ww]e"
    r"|(?:[A-Z][\w’'-]*\.?\s+){0,4}[A-Z][\w’'-]*)"
)
_AFTER = re.compile(rf"[\s,]*(?:(?P<verb1>\w+)\s+(?P<who1>{_WHO})|(?P<who2>{_WHO})\s+(?:\w+ly\s+)?(?P<verb2>\w+))")
_BEFORE = re.compile(rf"(?P<who>{_WHO})\s+(?:\w+ly\s+)?(?P<verb>\w+)(?:\s+[\w’'. -]{{0,40}})?[,:]?\s*$")


def simple_cues(text: str, marks: list[Marked], sentences: list[Sentence]) -> list[Located]:
    """
    For each quoted stretch the cue directly behind or before it, read without a parse.

    Parameters
    ----------
    text : str
    marks : list of Marked
    sentences : list of Sentence

    Returns
    -------
    list of Located
        With empty content: only what stands between marks is known to be said.
    """
    found = []
    for number, sentence in enumerate(sentences):
        for m in sentence.marks:
            mark = marks[m]
            low = max([sentence.start, *(o.end for o in marks[:m] if o.end <= mark.start and o.start >= sentence.start)])
            located = _behind(text, mark.end, min(sentence.end, mark.end + 120), number) or _before(
                text, low, mark.start, number
            )
            if located is not None:
                found.append(located)
    return found


def _behind(text: str, start: int, end: int, number: int) -> Located | None:
    match = _AFTER.match(text, start, end)
    if match is None:
        return None
    for verb, who in (("verb1", "who1"), ("verb2", "who2")):
        if match.group(verb) and (cue := _cue(match.group(verb))):
            return Located(cue, match.span(verb), [], set(), match.span(who), number, head_span=match.span(verb))
    return None


def _before(text: str, start: int, end: int, number: int) -> Located | None:
    for match in _BEFORE.finditer(text[start:end]):
        if cue := _cue(match.group("verb")):
            verb, who = match.span("verb"), match.span("who")
            span = (start + verb[0], start + verb[1])
            return Located(cue, span, [], set(), (start + who[0], start + who[1]), number, head_span=span)
    return None


def _cue(word: str) -> Cue | None:
    lemma = forms().get(word.lower())
    cue = lexicon().get((lemma, "v")) if lemma else None
    return cue if cue is not None and cue.speech else None
