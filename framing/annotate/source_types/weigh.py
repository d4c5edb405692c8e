"""Source types of all quotations of one document, weighed together for each speaker."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from framing.annotate.people.bodies import names_known_body
from framing.annotate.people.holders import is_known_holder
from framing.annotate.people.people import People, Person, head_of
from framing.annotate.people.sources import is_capital
from framing.annotate.quotations import Quote
from framing.annotate.source_types.clues import clues, clues_of_person, kinds_here
from framing.annotate.source_types.weights import weights

# Paragraphs that are read for one speaker.
_PARAGRAPHS = 3


@dataclass(frozen=True, slots=True)
class Evidence:
    """
    What one document tells of one speaker.

    Attributes
    ----------
    numbers : tuple of int
        The quotations of the speaker, in the order of the document.
    name : str or None
        As resolved in the document; None for a source without a name.
    is_person : bool
    rows : (R,) int array
        Its clues, see `framing.annotate.source_types.weights.Weights`.
    """

    numbers: tuple[int, ...]
    name: str | None
    is_person: bool
    rows: NDArray[np.int32]


def evidence(text: str, quotes: Sequence[Quote], persons: Sequence[Person | None], people: People) -> list[Evidence]:
    """
    What a document tells of each of its speakers.

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
    list of Evidence
        One for each name, and one for each quotation of a source without a name.
    """
    return [
        Evidence(
            numbers=tuple(numbers), name=quotes[numbers[0]].speaker_resolved, rows=weights().rows(clues),
            is_person=any(person is not None and person.is_person for person in (persons[n] for n in numbers)),
        )
        for numbers, clues in gather(text, quotes, persons, people)
    ]  # fmt: skip


def typed(quotes: Sequence[Quote], found: Iterable[Evidence]) -> list[Quote]:
    """
    The quotations with the most probable source type and its probability, by what their own document tells.

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
    with_types = list(quotes)
    for speaker in found:
        give(with_types, speaker.numbers, *weights().verdict(speaker.rows))
    return with_types


def give(quotes: list[Quote], numbers: Iterable[int], kind: str, confidence: float) -> None:
    """Puts a type and its probability on some quotations."""
    for n in numbers:
        quotes[n] = replace(quotes[n], source_type=kind, type_confidence=confidence)


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
