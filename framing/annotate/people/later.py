"""Speakers who are named after they have spoken: "a man in a cap told us. Hugo Lind has had a stall here since May"."""

from __future__ import annotations

import re

from framing.annotate.people.names import FEMININE, MASCULINE
from framing.annotate.people.people import People, Person

_QUOTED = re.compile(r"“[^”\n]*”?|\"[^\"\n]*\"?|(?<!\w)‘[^\n]*?’(?!\w)")
_OPENS = re.compile(r"(?:[.!?…][”\"’)]?\s+|[”\"’]\s+|\n+)(?=(?:The [a-z]+, )?[A-Z])")
_STOP = re.compile(r"[.!?][”\"’)]?\s")
_BEHIND = re.compile(r" (?!(?:and|or|of|who)\b)[a-z]{2,}")
_SHE = FEMININE | {"woman", "mother", "girl", "daughter", "widow", "sister", "aunt", "grandmother", "wife", "she"}
_HE = MASCULINE | {"man", "father", "boy", "son", "widower", "brother", "uncle", "grandfather", "husband", "he"}
# Behind the speaker nobody looks further than this.
_FARTHEST, _SENTENCES = 700, 2


def named_later(people: People, mention: tuple[int, int]) -> Person | None:
    """
    Whoever is first named, without a description, at the head of one of the next sentences of the outlet.

    Parameters
    ----------
    people : People
    mention : (int, int)
        Somebody described or meant by a pronoun.

    Returns
    -------
    Person or None
    """
    text = people.text
    stop = _end_of_next_line(text, mention)
    hidden = _hide(text[mention[1] : stop])
    opens = 0
    for match in _OPENS.finditer(hidden):
        at = mention[1] + match.end()
        if hidden[match.end() : match.end() + 1] in '“"‘':
            continue
        opens += 1
        if opens > _SENTENCES:
            return None
        for n in people.within(at, at + 30):
            if _introduces(people, n, at) and _agrees(text[slice(*mention)], people.of[n]):
                return people.of[n]
            break
    return None


def _end_of_next_line(text: str, mention: tuple[int, int]) -> int:
    """Where the line below ends, or where nobody looks any further: a line can be a megabyte."""
    at = mention[1]
    stop = min(len(text), at + _FARTHEST)
    line = text.find("\n", at, stop)
    first = text.rfind("\n", 0, mention[0]) + 1
    if line >= 0 and _STOP.search(_hide(text[max(first, at - _FARTHEST) : line].rstrip(' ”"’.!?'))):
        # A paragraph of several sentences is over with its speaker.
        return line
    while 0 <= line < stop and text[line] == "\n":
        line += 1
    after = text.find("\n", line, stop) if line >= 0 else -1
    return after if after >= 0 else stop


def _hide(words: str) -> str:
    """What stands in marks is no sentence of the outlet."""
    return _QUOTED.sub(lambda m: m.group()[0] + "_" * (len(m.group()) - 2) + m.group()[-1], words)


def _introduces(people: People, n: int, at: int) -> bool:
    """The first time a full name of a person stands in the text, and at the head of a sentence."""
    name, person = people.names[n], people.of[n]
    between = people.text[at : name.start]
    behind = _BEHIND.match(people.text, name.end) if not between else people.text.startswith(",", name.end)
    first = people.mentions[id(person)][0] == n
    return (
        person.is_person
        and len(name.words) > 1
        and first
        and bool(behind)
        and not name.titles
        and (not between or re.fullmatch(r"The [a-z]+, ", between) is not None)
    )


def _agrees(mention: str, person: Person) -> bool:
    words = set(re.findall(r"[a-z]+", mention.lower()))
    if person.gender == "she":
        return not words & _HE
    return person.gender is None or not words & _SHE


def is_plural(head: str) -> bool:
    """
    True for a noun of several people.

    Examples
    --------
    >>> is_plural("nurses"), is_plural("fishermen"), is_plural("boss")
    (True, True, False)
    """
    return head.endswith(("s", "men", "women", "people", "police")) and not head.endswith(("ss", "us"))
