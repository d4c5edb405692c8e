"""Holders of high office whom news names without saying who they are."""

from __future__ import annotations

from framing.annotate.people.people import People, Person
from framing.annotate.wordlists import word_list

_LISTS = word_list("quotes_people_en.txt")


def is_holder(name: str) -> bool:
    """
    True for the full name of a well-known holder of high office.

    Examples
    --------
    >>> is_holder("Angela Merkel"), is_holder("Ann Orr")
    (True, False)
    """
    return "-".join(name.lower().split()) in _LISTS["official"]


def is_known_holder(people: People, person: Person) -> bool:
    """
    True for a person with the name of a holder, or with the surname of one and nobody else of that surname in the text.

    Parameters
    ----------
    people : People
    person : Person
    """
    if " " in person.full:
        return is_holder(person.full)
    if person.full.lower() not in _LISTS["official-surnames"]:
        return False
    return not any(other is not person and other.is_person for other in people.called(person.full.lower()))
