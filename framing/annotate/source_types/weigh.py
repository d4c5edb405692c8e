"""Source types of all quotations of one document, weighed together for each speaker."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from framing.annotate.people.bodies import names_known_body
from framing.annotate.people.holders import is_known_holder
from framing.annotate.people.people import People, Person, head_of
from framing.annotate.people.sources import is_capital
from framing.annotate.quotations import Quote
from framing.annotate.source_types.clues import clues, clues_of_person, kinds_here
from framing.annotate.source_types.weights import weights

# Paragraphs that are read for one speaker.
_PARAGRAPHS = 3


def weighed(text: str, quotes: Sequence[Quote], persons: Sequence[Person | None], people: People) -> list[Quote]:
    """
    The quotations with the most probable source type and its probability.

    Parameters
    ----------
    text : str
    quotes : sequence of Quote
        With the kinds that the rules give, which are one clue among many.
    persons : sequence of Person or None
        Whom each speaker stands for.
    people : People

    Returns
    -------
    list of Quote
        All quotations of one name have one type.

    Examples
    --------
    >>> from framing.annotate.quotations import find_quotes
    >>> quote, = find_quotes([("a", "Detective Mara Voss said the lock was whole.")]).quotes["a"]
    >>> quote.source_type, 0 < quote.type_confidence <= 1
    ('police', True)
    """
    found = list(quotes)
    for numbers, gathered in gather(text, quotes, persons, people):
        chances = weights().probabilities(gathered)
        best = int(chances.argmax())
        for n in numbers:
            found[n] = replace(found[n], source_type=weights().types[best], type_confidence=round(float(chances[best]), 3))
    return found


def gather(
    text: str, quotes: Sequence[Quote], persons: Sequence[Person | None], people: People
) -> list[tuple[list[int], set[str]]]:
    """
    The quotations of each speaker, by number, with all their clues.

    Speakers whom the lists know (office holders, well-known bodies, capitals that stand for governments) are left to the rules.
    """
    groups: dict[str | int, tuple[list[int], set[str]]] = {}
    persons_seen: set[tuple[str | int, int]] = set()
    for n, (quote, person) in enumerate(zip(quotes, persons, strict=True)):
        if _is_known(quote, person, people):
            continue
        key = quote.speaker_resolved or n
        numbers, gathered = groups.setdefault(key, ([], set()))
        numbers.append(n)
        gathered |= clues(text, quote)
        if len(numbers) <= _PARAGRAPHS:
            gathered |= kinds_here(text, quote)
        if person is None:
            gathered.add("nobody")
        elif (key, id(person)) not in persons_seen:
            persons_seen.add((key, id(person)))
            gathered |= clues_of_person(text, person, people)
    return list(groups.values())


def _is_known(quote: Quote, person: Person | None, people: People) -> bool:
    if person is not None and (is_known_holder(people, person) if person.is_person else names_known_body(person.full)):
        return True
    phrase = quote.speaker_text or ""
    return is_capital(head_of(phrase)) or names_known_body(phrase)
