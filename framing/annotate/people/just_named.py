"""Bodies of which nothing is known but that the next sentence calls them one: "They wrote to Quillon. The company replied"."""

from __future__ import annotations

import re
from collections.abc import Callable

from framing.annotate.people.bodies import body_kind
from framing.annotate.people.families import first_name_gender
from framing.annotate.people.people import People, Person

FIRMS = frozenset(
    ("company", "firm", "manufacturer", "maker", "operator", "builder", "developer", "retailer", "airline", "carrier",
     "platform", "provider", "insurer", "lender", "studio", "exporter", "importer", "supplier", "host", "brewer", "publisher",
     "startup")
)  # fmt: skip
GROUPS = frozenset(
    ("association", "union", "group", "charity", "organisation", "organization", "network", "alliance", "collective")
)
_STOP = re.compile(r"[.!?][”\"’)]?\s+")
# What a body can stand behind; a place stands behind "in", "near" and "below".
_BEHIND = re.compile(
    r"\b(?:of|for|by|from|on|with|against|to|at) (?:the )?$|\b(?:and|that|which|whom|but|while|the|as) $"
    r"|[.!?:;,—–\n][”\"’)]?\s*(?:But |And |Yet |The |the )?$"
)
_PLACE = re.compile(
    r"\b(?:[Ii]n|[Nn]ear|[Oo]utside|[Aa]cross|[Tt]hroughout|[Aa]round|[Bb]elow|[Aa]bove|[Ii]nto|mayor of|town of|city of) $"
)


def body_just_named(people: People, head: str, at: int, kind_of: Callable[[Person], str | None]) -> Person | None:
    """
    The one body named in the sentence before "the company" or "the association", if nothing shows that it is none.

    Parameters
    ----------
    people : People
    head : str
        The noun, in lower case.
    at : int
        Where the phrase with "the" stands.
    kind_of : callable
        Gives the kind of source of a body or a person.

    Examples
    --------
    >>> people = People("They wrote to Quillon on Monday. The company replied.")
    >>> body_just_named(people, "company", 33, lambda person: person.kind).full
    'Quillon'
    """
    if head not in FIRMS and head not in GROUPS:
        return None
    text = people.text
    line = max(text.rfind("\n", 0, at) + 1, at - 500)
    stops = [line + m.end() for m in _STOP.finditer(text[line:at])]
    end = at
    for begins in reversed([line, *stops]):
        found = {id(people.of[n]): people.of[n] for n in people.within(begins, end) if _can_be(people, n, head, kind_of)}
        if found:
            return next(iter(found.values())) if len(found) == 1 else None
        end = begins
    return None


def _can_be(people: People, n: int, head: str, kind_of: Callable[[Person], str | None]) -> bool:
    """True for a name that could be such a body's, as far as the text tells."""
    person, name = people.of[n], people.names[n]
    known = kind_of(person)
    wanted = "company" if head in FIRMS else "organisation"
    if not person.is_person:
        by_name = body_kind(person.full)
        return known == wanted or (by_name is None and known in ("company", "organisation", None) and " " in person.full)
    if " " in person.full or person.called or person.hidden or known not in (None, "company", "organisation"):
        return known == wanted and " " not in person.full
    if person.gender is not None or first_name_gender(person.full) is not None or len(person.full) < 4:
        return False
    starts = [people.starts[k] for k in people.mentions[id(person)]]
    if any(_PLACE.search(people.text, max(0, start - 14), start) for start in starts):
        return False
    return _BEHIND.search(people.text, max(0, name.start - 14), name.start) is not None
