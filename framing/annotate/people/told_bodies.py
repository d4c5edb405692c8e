"""Bodies whose names look like a person's: the text tells that they are firms or outlets."""

from __future__ import annotations

from collections.abc import Callable

from framing.annotate.people.leading import HEADS
from framing.annotate.people.names import TITLES
from framing.annotate.people.people import Person
from framing.annotate.people.sources import is_relational, word_kind

_KINDS = ("company", "organisation", "media")


def is_told_body(person: Person, kind_of: Callable[[Person], str | None]) -> bool:
    """
    True for a body, and for "Quillon" of which the text tells that it is a host.

    Parameters
    ----------
    person : Person
    kind_of : callable
        Gives the kind of source that somebody is.

    Examples
    --------
    >>> from framing.annotate.people.people import People
    >>> people = People("The host, Quillon, sent a letter to Ann Orr.")
    >>> [is_told_body(person, lambda person: "company") for person in people.people]
    [True, False]
    """
    if not person.is_person:
        return True
    if person.gender is not None or (" " in person.full and not any(map(_is_body_noun, person.called))):
        return False
    return kind_of(person) in _KINDS


def _is_body_noun(word: str) -> bool:
    """ "Reinsurer", and no "director" of one."""
    return word_kind(word) in _KINDS and not is_relational(word) and word not in HEADS and word not in TITLES
