"""Names of places by where they stand: what only ever stands behind "in" and "of"."""

from __future__ import annotations

import re

from framing.annotate.people.bodies import body_kind
from framing.annotate.people.people import People, Person

_WHERE = re.compile(
    r"\b(?:in|at|near|outside|around|across|throughout|from|towards?|into|through|past|to|of|for|reach(?:ed|es)|left) $", re.I
)


def is_place(people: People, person: Person) -> bool:
    """
    True for a name without a word for a body that stands behind "in", "to" or "of" wherever it stands.

    Examples
    --------
    >>> people = People("In Merrow it rains. The road to Merrow is shut.")
    >>> is_place(people, people.people[0])
    True
    """
    if body_kind(person.full) is not None:
        return False
    starts = [people.starts[n] for n in people.mentions.get(id(person), ())]
    return bool(starts) and all(_WHERE.search(people.text, max(0, start - 12), start) for start in starts)
