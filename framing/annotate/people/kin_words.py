"""Kin by the other end: whose son is told of is "the father", whose husband died is "the widow"."""

from __future__ import annotations

import re

from framing.annotate.people.people import People, Person

_CHILD = r"(?:son|daughter|child|children|boy|girl|baby|twins)"
_PARENT = r"(?:mother|father|parents)"
_OTHER_END = {
    **dict.fromkeys(("father", "mother"), _CHILD),
    **dict.fromkeys(("son", "daughter"), _PARENT),
    **dict.fromkeys(("grandfather", "grandmother"), r"(?:grandson|granddaughter|grandchild|grandchildren)"),
    **dict.fromkeys(("uncle", "aunt"), r"(?:nephew|niece)"),
    **dict.fromkeys(("husband", "widower"), r"(?:wife)"),
    **dict.fromkeys(("wife", "widow"), r"(?:husband)"),
    **dict.fromkeys(("brother", "sister"), r"(?:brother|sister)"),
}
_HE = frozenset(("father", "son", "grandfather", "uncle", "husband", "widower", "brother"))


def kin_of_told(people: People, head: str, at: int) -> Person | None:
    """
    The last one named in this paragraph, if the text tells of the other end of that bond.

    Parameters
    ----------
    people : People
    head : str
        "father", in lower case.
    at : int
        Where the phrase with "the" stands.

    Examples
    --------
    >>> text = "Hugo Lind, whose daughter is ill, waited. “It rained,” the father said."
    >>> kin_of_told(People(text), "father", 55).full
    'Hugo Lind'
    """
    if (other := _OTHER_END.get(head)) is None:
        return None
    line = max(people.text.rfind("\n", 0, at) + 1, at - 1200)
    named = [n for n in people.within(line, at) if people.of[n].is_person and " " in people.of[n].full]
    gender = "he" if head in _HE else "she"
    tells = re.compile(rf"\b(?:{'[Hh]is' if gender == 'he' else '[Hh]er'}|whose) (?:[\w’-]+ ){{0,3}}?{other}\b")
    for n in reversed(named):
        person = people.of[n]
        if tells.search(people.text, people.names[n].end, at):
            return person if person.gender in (None, gender) else None
    return None
