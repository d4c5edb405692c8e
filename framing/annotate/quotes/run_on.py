"""Words in marks with which a reported clause goes on: "she said the pier was safe, and “a joy to walk on”"."""

from __future__ import annotations

import re

from framing.annotate.cues import forms
from framing.annotate.layout.marks import Marked
from framing.annotate.quotes.located import Draft, Located
from framing.annotate.quotes.titles import titled

_JOINED = re.compile(r"(?:\s?[,—–-])?\s(?:and|but|so|or|nor|while|whereas|which means)\b")
# "Nobody was dismissed, they were “set free”"
_SPLICED = re.compile(r",\s(?:he|she|it|they|(?:his|her|its|their)\s[\w’' -]{2,30}?)\s(?:is|are|was|were)\b")
# Behind quoted words the outlet goes on: "“No,” she said, and left the “Anchor”".
_ONLY_JOINED = re.compile(r"(?:\s?[,—–-])?\s(?:and|but|so|or)(?:\salso)?(?:\s(?:a|an|the))?\s")
_WORD = re.compile(r"[^\W\d_]+")
_STOP = re.compile(r"[.!?;:](?=\s)|\n")
# "Spoke of “a silence” as nobody knew it": such words end no clause in marks that has no stop of its own.
_TAIL = re.compile(
    r"\s(?:(?:since|if|amid|amidst|over|toward|towards|than|that|against|about)|as(?!\s(?:he|she|they|I|we|who|of)\b)"
    r"|to(?!\s(?:me|us|him|her|them|the\spress|reporters|journalists)\b))\s[^.,;:!?—–“”\"‘\n]+"
)
_MARKS = "“”\"‘’'"
_FARTHEST = 60


def run_on(text: str, clause: tuple[int, int], start: int, cue: tuple[int, int], speaker: tuple[int, int] | None) -> int | None:
    """
    Where words begin that lead from a reported clause to marks with which it goes on.

    Parameters
    ----------
    text : str
    clause : (int, int)
    start : int
        Where the marks open.
    cue : (int, int)
    speaker : (int, int) or None
        Both can stand between the clause and the marks, between commas.

    Returns
    -------
    int or None
        The end of the clause, or the word behind the cue; None where the marks do not belong to the clause.

    Examples
    --------
    >>> text = "Orr said the pier was safe, and “a joy”."
    >>> run_on(text, (9, 26), 32, (4, 8), (0, 3))
    26
    """
    begin, end = clause
    if not end <= start <= end + _FARTHEST:
        return None
    low = end
    if cue[0] >= end:
        low = max(cue[1], speaker[1] if speaker else 0)
        if low > start or not text[end : cue[0]].lstrip("”\"’'").startswith((",", " ")):
            return None
    between = text[low:start]
    if _STOP.search(between) or any(word.lower() in forms() for word in _WORD.findall(between)):
        return None
    quoted = text[begin] in _MARKS and text[end - 1] in _MARKS
    if quoted and not _ONLY_JOINED.fullmatch(between):
        return None
    if not (_JOINED.match(between) or _SPLICED.match(between)):
        return None
    return end if low == end else low + len(between) - len(between.lstrip(" ,—–-"))


def grown(text: str, reading: Located, draft: Draft, mark: Marked) -> bool:
    """
    Whether marks go on with the last part of a draft; then it has grown up to their end.

    Parameters
    ----------
    text : str
    reading : Located
    draft : Draft
        What the reading holds so far.
    mark : Marked
        No title.

    Returns
    -------
    bool
    """
    inner = text[mark.inner_start : mark.inner_end]
    if inner[:1].isupper() and titled(inner, inner[-1:] in ",.?!"):
        return False
    low, end = draft.parts[-1]
    at = run_on(text, (low, end), mark.start, reading.cue_span, reading.speaker)
    if at is not None:
        draft.parts[-1:] = [(low, mark.end)] if at == end else [(low, end), (at, mark.end)]
    return at is not None


def lengthen(text: str, draft: Draft) -> None:
    """
    Let a quotation that ends in marks go on to the end of its clause, where a preposition behind the marks belongs to them.

    Parameters
    ----------
    text : str
    draft : Draft
        Its cue stands before its words, or nothing is done.
    """
    low, end = draft.parts[-1]
    source = draft.source
    if source is None or not source.cue.speech or source.cue_span[0] > low or text[end - 1] not in _MARKS:
        return
    if text[end - 2] in ".,?!…" or not (match := _TAIL.match(text, end)):
        return
    if not any(word.lower() in forms() for word in _WORD.findall(match.group())):
        draft.parts[-1] = (low, match.end())
