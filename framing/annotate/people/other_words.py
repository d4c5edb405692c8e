"""Offices by another word: "the head of state" is the president, "the defence" the one lawyer, "the judges" the court."""

from __future__ import annotations

import re

from framing.annotate.people.people import People, Person

_LAWYERS = frozenset(("lawyer", "counsel", "barrister", "advocate", "attorney", "solicitor", "defender"))
_MONARCHS = frozenset(("king", "queen", "emperor", "empress", "sultan"))
_PREMIERS = frozenset(("premier", "chancellor", "minister-president", "taoiseach"))
_PERSONS = {
    **dict.fromkeys(_LAWYERS, _LAWYERS),
    "defence": _LAWYERS,
    "defense": _LAWYERS,
    "judge": frozenset(("magistrate", "justice")),
    "magistrate": frozenset(("judge", "justice")),
}
_COURTS = frozenset(("court", "tribunal", "bench", "chamber", "assizes"))
_BENCH = frozenset(("judges", "magistrates", "court", "bench", "tribunal"))
_HEAD_OF = re.compile(r"the head of (state|government)\b", re.I)
_HEADS_OF = {"state": _MONARCHS | {"president"}, "government": _PREMIERS}


def by_other_word(people: People, head: str, mention: tuple[int, int]) -> Person | None:
    """
    The one person, or the one court, named so far to which another word for the office belongs.

    Parameters
    ----------
    people : People
    head : str
        The noun of the mention, in lower case.
    mention : (int, int)

    Examples
    --------
    >>> text = "President Ann Orr sat down. The head of state smiled."
    >>> by_other_word(People(text), "head", (28, 45)).full
    'Ann Orr'
    """
    at = mention[0]
    if found := _HEAD_OF.match(people.text, *mention):
        words = _HEADS_OF[found.group(1).lower()]
        held = [p for p in _before(people, at) if p.is_person and p.called & words]
        # Whoever was president before them has been named farther away.
        return held[0] if held else None
    if (others := _PERSONS.get(head)) is not None:
        return _only([p for p in _before(people, at) if p.is_person and p.called & others])
    if head in _BENCH:
        return _only([p for p in _before(people, at) if not p.is_person and _COURTS & set(p.full.lower().split())])
    return None


def _before(people: People, at: int) -> list[Person]:
    """Whoever is named before, the last one first."""
    return list({id(people.of[n]): people.of[n] for n in reversed(people.within(0, at))}.values())


def _only(found: list[Person]) -> Person | None:
    return found[0] if len(found) == 1 else None
