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
_HELD = DOCK | {"prisoner", "convict", "condemned", "detainee"}
_CHARGED = re.compile(
    r"[^.!?\n]{0,80}?\b(?:was|were|is|has been|had been)\s(?:\w+\s)?(?:charged|accused|given|sentenced|convicted|jailed|fined|"
    r"tried|arrested|(?:found )?guilty|on trial)\b"
    r"|[^.!?\n]{0,80}[.!?] (?:He|She) (?:was|is|has been) (?:charged|sentenced|convicted|jailed|fined|tried)\b"
    r"|[^.!?\n]{0,80}?\b(?:stands?|stood|goes|went|faces|faced) (?:on )?(?:trial|before|charges)\b"
)
# "The prosecutor accused him of", "Ann Orr's appeal failed"
_THEM = re.compile(
    r"\b(?:accus|charg|sentenc|convict|arrest|detain|indict|fin|jail|try|tri)(?:e[ds]|es|s|ing)? (him|her)\b(?! [a-z]+yer\b)",
    re.I,
)
_CLIENT = re.compile(r"\b(his|her) (?:lawyers?|counsel|barristers?|advocates?|attorneys?|defence|defender)\b", re.I)
_THEIR_CASE = re.compile(
    r"[’']s? (?:\w+ )?(?:appeal|trial|sentence|conviction|arrest|detention|imprisonment|plea|cell|release)\b"
)
_SENTENCED = re.compile(r"\b(?:sentenced|convicted|charged|tried|trial of|case against|accused,?)\s(?:[a-z]+\s){0,3}$", re.I)
_LAW = frozenset(("prosecutor", "judge", "magistrate", "lawyer", "counsel", "barrister", "advocate", "attorney"))
_COURT = re.compile(r"\b(?:sentenced|verdict|trial|convicted|[Pp]rosecutor|in the dock)\b")
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
    if role not in _HELD:
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
        if id(person) in named and _THEIR_CASE.match(people.text, name.end):
            found[id(person)] = person
    found |= _meant(people, _THEM, at, named)
    if not found:
        found = _meant(people, _CLIENT, at, named)
    accused = list(found.values()) or [person for person in named.values() if kind_of(person) == "other"]
    if not accused and _COURT.search(people.text, 0, at):
        # At a trial everybody else has an office.
        private = (p for p in named.values() if kind_of(p) in (None, "citizen", "victim"))
        accused = [p for p in private if all(word_kind(noun) in (None, "citizen", "victim") for noun in p.called)]
    return accused[0] if len(accused) == 1 else None


def _meant(people: People, pattern: re.Pattern[str], at: int, named: dict[int, Person]) -> dict[int, Person]:
    """Whom "him" and "his" of a pattern mean: the last one named before who can be."""
    found = {}
    for match in pattern.finditer(people.text, 0, at):
        gender = "he" if match.group(1).lower() in ("him", "his") else "she"
        before = (people.of[n] for n in reversed(people.within(max(0, match.start() - 400), match.start())))
        others = _at_court if pattern is _THEM else _in_office
        them = next((p for p in before if id(p) in named and _can_be(p, gender, others)), None)
        if them is not None:
            found[id(them)] = them
    return found


def _at_court(noun: str) -> bool:
    return noun in _LAW


def _in_office(noun: str) -> bool:
    return noun in _LAW or word_kind(noun) in ("official", "police")


def _can_be(person: Person, gender: str, others: Callable[[str], bool]) -> bool:
    """ "The prosecutor, Ann Orr, accused her": not herself."""
    return person.gender in (None, gender) and not any(map(others, person.called))
