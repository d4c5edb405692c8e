"""Roles that take up a name: "his sister" of the same family, "the defendant", the "Commissioner" of an interview."""

from __future__ import annotations

import re
from collections.abc import Callable

from framing.annotate.people.people import People, Person
from framing.annotate.people.sources import word_kind

_KIN = {
    **dict.fromkeys(("sister", "mother", "wife", "widow", "daughter", "aunt", "grandmother", "niece"), "she"),
    **dict.fromkeys(("brother", "father", "husband", "widower", "son", "uncle", "grandfather", "nephew"), "he"),
}
DOCK = frozenset(("defendant", "accused"))
_CHARGED = re.compile(
    r"[^.!?\n]{0,80}?\b(?:was|were|is|has been|had been)\s(?:\w+\s)?(?:charged|accused|given|sentenced|convicted|jailed|fined|"
    r"tried|arrested|(?:found )?guilty|on trial)\b"
    r"|[^.!?\n]{0,80}[.!?] (?:He|She) (?:was|is|has been) (?:charged|sentenced|convicted|jailed|fined|tried)\b"
    r"|[^.!?\n]{0,80}?\b(?:stands?|stood|goes|went|faces|faced) (?:on )?(?:trial|before|charges)\b"
)
_SENTENCED = re.compile(r"\b(?:sentenced|convicted|charged|tried|trial of|case against|accused,?)\s(?:[a-z]+\s){0,3}$", re.I)
_VOCATIVE = re.compile(
    r"^(?:> )?(?:Madam |Mister |Mr |Mrs |Ms )?([A-Z][a-z]{3,}),[^\n]*\?[ \t]*\n+(?:> )?"
    r"([A-Z][\w.’'-]+(?: [A-Z][\w.’'-]+){0,3}):",
    re.M,
)
# Relatives are named near where the text speaks of them.
_NEAR = 600


def addressed(people: People) -> None:
    """
    Let an interview's "Commissioner, why so late?" be a role of whoever answers: "the commissioner" takes it up.

    Parameters
    ----------
    people : People
    """
    for match in _VOCATIVE.finditer(people.text):
        role = match.group(1).lower()
        if word_kind(role) is not None:
            for person in people.called(match.group(2).split()[-1].lower())[:1]:
                person.called.add(role)


def relative_of(people: People, role: str, at: int, whose: Person) -> Person | None:
    """
    The one person near by who bears the family name of the one whose sister or father speaks.

    Parameters
    ----------
    people : People
    role : str
        Head of the mention, in lower case.
    at : int
    whose : Person

    Returns
    -------
    Person or None
    """
    if role not in _KIN or " " not in whose.full:
        return None
    near = {id(people.of[n]): people.of[n] for n in people.within(max(0, at - _NEAR), at + _NEAR)}
    found = [
        person
        for person in near.values()
        if person is not whose and person.is_person and person.key == whose.key and " " in person.full
        and person.gender in (None, _KIN[role])
    ]  # fmt: skip
    return found[0] if len(found) == 1 else None


def in_the_dock(people: People, role: str, at: int, kind_of: Callable[[Person], str | None]) -> Person | None:
    """
    "The defendant": the one person of whom the text has said that a court tries or sentences them.

    Where it has said so of nobody, the one person whom nothing but an accusation describes.

    Parameters
    ----------
    people : People
    role : str
    at : int
    kind_of : callable
        Gives the kind of source that somebody is.

    Returns
    -------
    Person or None
    """
    if role not in DOCK:
        return None
    found: dict[int, Person] = {}
    named: dict[int, Person] = {}
    for n in people.within(0, at):
        person, name = people.of[n], people.names[n]
        if person.is_person and " " in person.full:
            named[id(person)] = person
        if id(person) in named and not people.possessive(n):
            before = people.text[max(0, name.start - 60) : name.start]
            if _CHARGED.match(people.text, name.end, name.end + 120) or _SENTENCED.search(before):
                found[id(person)] = person
    accused = list(found.values()) or [person for person in named.values() if kind_of(person) == "other"]
    return accused[0] if len(accused) == 1 else None
