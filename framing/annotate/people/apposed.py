"""Names behind their description: "the chief clerk, Ann Orr", "the operator, the Orr Coal Union"."""

from __future__ import annotations

import re

from framing.annotate.people.people import People, head_of
from framing.annotate.people.sources import is_relational, word_kind

# ", the late Ann Orr", ", a young man named Hugo Lind", ", a Ms Orr"
_TITLED = re.compile(
    r",\s*(?:(?:old|young|little|big|one|an?|a certain) )?(?:(?:[a-z]+ )?(?:[a-z]+ )(?:named|called|by the name of) )?"
    r"(?:the [a-z][\w -]*|(?:the )?[A-Z][\w.]*\s+)*$"
)
_KIND_OF_BODY = re.compile(r"[A-Za-z][a-z’' -]+,(?: the)?")
_BODIES = ("company", "organisation", "media")


def is_apposed(people: People, start: int, n: int) -> bool:
    """
    True where a comma, or a comma and a description, stands before the name.

    Parameters
    ----------
    people : People
    start : int
        Where the description begins.
    n : int
        Number of the name.

    Examples
    --------
    >>> people = People("The chief clerk, Ann Orr, met the cousin of Hugo Lind.")
    >>> is_apposed(people, 0, 0), is_apposed(people, 30, 1)
    (True, False)
    """
    text, name = people.text, people.names[n]
    between = text[start : name.start].rstrip()
    if name.person:
        return between.endswith(",") or _TITLED.search(text[start : name.start]) is not None
    head = head_of(between).lower()
    kind = word_kind(head) in _BODIES and (not is_relational(head) or head.startswith("owner"))
    return kind and _KIND_OF_BODY.fullmatch(between) is not None and text[name.end : name.end + 1] in (",", ".", " ")
