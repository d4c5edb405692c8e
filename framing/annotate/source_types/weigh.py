"""Source types of all quotations of one document, weighed together for each speaker."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from framing.annotate.people.holders import is_known_holder
from framing.annotate.people.people import People, Person, head_of
from framing.annotate.people.sources import is_capital
from framing.annotate.quotations import Quote
from framing.annotate.source_types.clues import clues
from framing.annotate.source_types.weights import weights


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

    Speakers whom the lists know (office holders, capitals that stand for governments) are left to the rules.
    """
    groups: dict[str | int, tuple[list[int], set[str]]] = {}
    for n, (quote, person) in enumerate(zip(quotes, persons, strict=True)):
        if _is_known(quote, person, people):
            continue
        numbers, gathered = groups.setdefault(quote.speaker_resolved or n, ([], set()))
        numbers.append(n)
        gathered |= clues(text, quote, person, people)
    return list(groups.values())


def _is_known(quote: Quote, person: Person | None, people: People) -> bool:
    if person is not None and person.is_person and is_known_holder(people, person):
        return True
    return is_capital(head_of(quote.speaker_text or ""))
