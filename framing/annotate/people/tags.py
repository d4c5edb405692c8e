"""Tags that describe whoever spoke last: "Commodore Orr spoke of calm. It was late, the head of the Office said"."""

from __future__ import annotations

import re
from collections.abc import Callable

from framing.annotate.people.names import TITLES
from framing.annotate.people.people import People, Person
from framing.annotate.people.places import is_place
from framing.annotate.people.sources import is_relational, word_kind
from framing.annotate.wordlists import word_list

# "..., the head of the Office noted", "...," said the owner.
_TAG = re.compile(r"[,”’\"]\s+(?:according to |(?:[a-z]+\s+){0,2})$")
_OF = re.compile(r"the [a-z -]+ of (?:the |its )?\w", re.I)
_STOP = re.compile(r"[.!?][”\"’)]?\s")
_QUOTED = re.compile(r"“[^”\n]*”?|\"[^\"\n]*\"?|(?<!\w)‘[^\n]*?’(?!\w)")
_BODY = word_list("quotes_words_en.txt")["body"]
# What tells nothing of an office.
_PLAIN = frozenset(("mr", "mrs", "ms", "miss", "doctor", "dr", "professor", "comrade", "madam", "sir"))
# These speak beside everybody else.
_OTHERS = frozenset(("judge", "magistrate", "prosecutor", "reporter", "interviewer", "journalist", "officer", "author"))
_CHILDREN = frozenset(("girl", "boy", "child", "son", "daughter", "baby"))
_TRADES = ("ess", "man", "woman", "er", "or", "ist", "ian", "ant")
_PLAIN_KINDS = (None, "citizen", "victim", "other")


def goes_on(
    people: People, head: str, mention: tuple[int, int], last: tuple[int, Person | None] | None,
    kind_of: Callable[[Person], str | None],
) -> Person | None:  # fmt: skip
    """
    Whoever spoke last in this paragraph, where a tag describes them and nobody else was named since.

    Parameters
    ----------
    people : People
    head : str
        The noun, in lower case.
    mention : (int, int)
        Where the phrase with "the" stands.
    last : (int, Person or None), optional
        Whoever spoke last, and where.
    kind_of : callable
        Gives the kind of source that somebody is.
    """
    start, person = last or (0, None)
    if person is None or not person.is_person or head in _OTHERS | _BODY:
        return None
    at, text = mention[0], people.text
    if start < text.rfind("\n", 0, at) + 1 or at - start > 1500:
        return None
    of = _OF.match(text, *mention) is not None
    tag = _TAG.search(text, max(0, at - 40), at) is not None
    if not tag and not (of and _is_next(text, start, at)):
        return None
    since = (people.of[n] for n in people.within(start, at) if not people.possessive(n))
    if any(p is not person and p.is_person and " " in p.full and not is_place(people, p) for p in since):
        return None
    return person if _fits(head, person, kind_of(person), of=of) else None


def _is_next(text: str, start: int, at: int) -> bool:
    """True at the head of the sentence behind the one in which somebody spoke."""
    own = _QUOTED.sub("", text[start:at])
    return len(_STOP.findall(own)) == 1 and _STOP.search(own[-3:]) is not None


def _fits(head: str, person: Person, kind: str | None, *, of: bool) -> bool:
    """True where nothing that is told of somebody speaks against the noun."""
    told = word_kind(head)
    if of and is_relational(head):
        return not person.called - _PLAIN - TITLES
    if told in ("citizen", "victim"):
        return head not in _CHILDREN and kind in _PLAIN_KINDS and not person.called - _PLAIN
    one = head.endswith(_TRADES) or is_relational(head) or head in TITLES
    return one and told is not None and (told == kind or {told, kind} == {"expert", "lawyer"})
