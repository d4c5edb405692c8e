"""Relative clauses in which somebody else calls a reported thing something in marks."""

from __future__ import annotations

import re

from framing.annotate.quotes.located import Located

_RELATIVE = re.compile(r",?\s(?:that|which|whom)\s$")
_LONGEST = 12


def set_apart(text: str, located: list[Located]) -> None:
    """
    Cut what is reported before a clause at its end that has a speaker, a cue and marks of its own; in place.

    "Orr said the crates held fish that a cook described as “older than the ship”": what the cook said is not Orr's.

    Parameters
    ----------
    text : str
    located : list of Located
    """
    for inner in located:
        if not (inner.marks and inner.speaker and inner.content and inner.cue.speech) or inner.frame == "c":
            continue
        low = inner.speaker[0]
        relative = _RELATIVE.search(text, max(0, low - _LONGEST), low)
        if relative is None or inner.cue_span[0] < low:
            continue
        for outer in located:
            if outer is inner or outer.sentence != inner.sentence or not outer.content or not outer.cue.speech:
                continue
            start, end = outer.content[-1]
            if start < relative.start() and abs(end - inner.content[-1][1]) <= 2 and outer.marks <= inner.marks:
                outer.content[-1] = (start, relative.start())
                outer.marks = set()
