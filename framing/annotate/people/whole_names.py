"""Mentions that a parser cut inside a name: "Karalis of the guard" where "Captain Vytenis Karalis" stands."""

from __future__ import annotations

import re

from framing.annotate.cues import forms
from framing.annotate.people.people import People
from framing.annotate.people.titles import is_title
from framing.annotate.quotations import Span

_LAST = re.compile(r"([A-Z][\w.-]*)$")
_TITLE_BEFORE = re.compile(r"(?<![\w’'-])([A-Z][\w.-]*) $")
_OF = re.compile(r"[ \n](?:of|from|for|at) (?:the )?")


def with_whole_name(people: People, mention: Span) -> Span:
    """
    A mention from the beginning of the name in which it begins, to the end of the name that its last title begins.

    Parameters
    ----------
    people : People
    mention : (int, int)

    Returns
    -------
    (int, int)

    Examples
    --------
    >>> text = "Captain Vytenis Orr of the guard spoke."
    >>> people = People(text)
    >>> [text[slice(*with_whole_name(people, span))] for span in ((16, 32), (0, 7), (0, 19))]
    ['Captain Vytenis Orr of the guard', 'Captain Vytenis Orr', 'Captain Vytenis Orr']
    """
    start, end = mention
    near = people.within(max(0, start - 120), start)
    if near and people.names[near[-1]].end > start and _is_cut(people, near[-1], start):
        start = _titles_before(people.text, people.names[near[-1]].start)
        before = people.names[near[-2]] if len(near) > 1 and not people.names[near[-1]].person else None
        if before is not None and before.person and _OF.fullmatch(people.text, before.end, start):
            # "Ann Orr of the Union of | Porters"
            start = _titles_before(people.text, before.start)
    last = _LAST.search(people.text[start:end])
    if last is not None and is_title(last.group(1)):
        behind = people.within(end + 1, end + 2)
        if behind and people.text[end] == " " and people.names[behind[0]].person and people.names[behind[0]].titles:
            end = people.names[behind[0]].end
    return start, end


def _is_cut(people: People, n: int, start: int) -> bool:
    """ "Calif. | The Orr State" and "Said | Ann Orr" are whole from where they were cut."""
    text = people.text
    first = text[people.names[n].start : start].split(" ")[0].lower()
    return not text.startswith("The ", start) and (first not in forms() or first.endswith("ing"))


def _titles_before(text: str, start: int) -> int:
    while (title := _TITLE_BEFORE.search(text[max(0, start - 30) : start])) and is_title(title.group(1)):
        start -= len(title.group())
    return start
