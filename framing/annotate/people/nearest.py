"""Which body, and which group of bodies, the words before a place are about."""

from __future__ import annotations

import re

from framing.annotate.people.people import People, Person
from framing.annotate.people.sources import word_kind

_STOP = re.compile(r"[.!?][”\"’)]?\s+")
# "MERROW, April 12 (ABC) --"
_DATELINE = re.compile(r"[A-Z]{3,}(?: [A-Z]{2,})*,? (?:\(|[A-Z][a-z]+\.? \d|\d+ [A-Z])")
# Who stands behind a preposition is seldom what a sentence is about.
_ASIDE = re.compile(r"\b(?:over|in|at|of|to|from|near|by|for|with|behind|outside|across|under|through|and) (?:the )?$")


def subject_body(people: People, at: int, of: Person | None) -> Person | None:
    """
    The body that the sentence before, or the beginning of this one, is about; inside one paragraph.

    Parameters
    ----------
    people : People
    at : int
        Where "its head" stands.
    of : Person or None
        Whoever is described, who is not meant.

    Examples
    --------
    >>> people = People("The Orr Office met in the Lind Bank. Its head left.")
    >>> subject_body(people, 37, None).full
    'Orr Office'
    """
    text = people.text
    line = max(text.rfind("\n", 0, at) + 1, at - 400)
    near = [n for n in people.within(line, at) if not people.of[n].is_person and people.of[n] is not of]
    # "(ABC) --": whose report it is.
    near = [n for n in near if text[people.names[n].start - 1] != "("] or near
    near = [n for n in near if not _DATELINE.match(text, people.names[n].start)]
    if not near:
        return None
    stops = [line + m.end() for m in _STOP.finditer(text[line : people.names[near[-1]].start])]
    late = [n for n in near if people.names[n].start >= max(stops, default=line)]
    starts = [people.names[n].start for n in late]
    plain = [n for n, start in zip(late, starts, strict=True) if not _ASIDE.search(text, max(0, start - 12), start)]
    return people.of[(plain or late)[0]]


def group_kind(text: str, at: int) -> str | None:
    """
    The kind of the last group of bodies before: "Five banks signed. Orrix, the largest of them".

    Examples
    --------
    >>> group_kind("Five banks signed. Orrix, the largest of them", 25)
    'company'
    """
    line = max(text.rfind("\n", 0, at) + 1, at - 300)
    words = reversed(re.findall(r"\b[a-z]{4,}s\b", text[line:at]))
    return next((kind for word in words if (kind := word_kind(word)) in ("company", "organisation", "media")), None)
