"""Cues without a parser: the reporting word beside a quoted stretch and the name beside the word."""

from __future__ import annotations

import re

from framing.annotate.cues import Cue, forms, lexicon
from framing.annotate.layout.marks import Marked
from framing.annotate.quotes.located import Located
from framing.annotate.quotes.parse import Sentence

# No title begins with one of these: "said on Friday".
_NO_TITLE = (
    r"(?!(?:about|after|again|and|as|at|because|before|but|by|during|earlier|for|from|he|i|if|in|it|last|late|later|next|of|on|or"
    r"|she|since|so|that|then|they|this|through|to|today|until|we|when|where|while|who|with|yesterday|you)\b)"
)
_WHO = (
    r"(?:(?:[Tt]he|[Aa]n?|[Hh]is|[Hh]er|[Tt]heir|[Oo]ne)\s+(?:[\w’'-]+\s+){0,4}?[\w’'-]+|[Hh]e|[Ss]he|[Tt]hey|[Ii]t|I|[Ww]e"
    rf"|(?:{_NO_TITLE}[a-z][\w’'-]*\s+){{0,3}}(?:[A-Z][\w’'-]*\.?\s+){{0,4}}[A-Z][\w’'-]*)"
)
_VERB_FIRST = re.compile(rf"[\s,]*(?P<verb>\w+)\s+(?P<who>{_WHO})")
_NAME_FIRST = re.compile(rf"[\s,]*(?P<who>{_WHO})\s+(?:\w+ly\s+)?(?P<verb>\w+)")
_BEFORE = re.compile(rf"(?<![\w’'-])(?P<who>{_WHO})\s+(?:\w+ly\s+)?(?P<verb>\w+)(?:\s+[\w’'. -]{{0,40}})?[,:]?\s*$")
_COLON = re.compile(r"\b(?P<verb>\w+):\s*$")
# A cue before the mark stands this near.
_FARTHEST = 200


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
            low = max(sentence.start, marks[m - 1].end) if m else sentence.start
            located = _behind(text, mark.end, min(sentence.end, mark.end + 120), number) or _before(
                text, low, mark.start, number
            )
            if located is not None:
                found.append(located)
    return found


def _behind(text: str, start: int, end: int, number: int) -> Located | None:
    for pattern in (_VERB_FIRST, _NAME_FIRST):
        match = pattern.match(text, start, end)
        if match is not None and (cue := _cue(match.group("verb"))):
            return Located(cue, match.span("verb"), [], set(), match.span("who"), number, head_span=match.span("verb"))
    return None


def _before(text: str, start: int, end: int, number: int) -> Located | None:
    position = max(start, end - _FARTHEST)
    while match := _BEFORE.search(text, position, end):
        if cue := _cue(match.group("verb")):
            verb = match.span("verb")
            return Located(cue, verb, [], set(), match.span("who"), number, head_span=verb)
        position = match.end("who")
    # "Orr, a pilot, said:" keeps what follows from going to the next cue, though nobody is named beside it.
    if (match := _COLON.search(text, max(start, end - _FARTHEST), end)) and (cue := _cue(match.group("verb"))):
        return Located(cue, match.span("verb"), [], set(), None, number, head_span=match.span("verb"))
    return None


def _cue(word: str) -> Cue | None:
    lemma = forms().get(word.lower())
    cue = lexicon().get((lemma, "v")) if lemma else None
    return cue if cue is not None and cue.speech else None
