"""One person, one kind of source: a guess in one document gives way to what other documents say of the same name."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING

from framing.annotate.people.kinds import Kinds
from framing.annotate.people.people import People
from framing.annotate.quotations import Quote

if TYPE_CHECKING:
    from framing.annotate.annotated import Annotated

# What a sentence tells of a speaker, though nothing describes them.
_TOLD = ("victim", "anonymous")


def one_kind(annotated: Annotated) -> tuple[dict[str, tuple[Quote, ...]], tuple[str, ...]]:
    """
    The quotations of a corpus with guessed source types replaced by described ones.

    A speaker is looked up by the full name: two words or more, or a body. Where the document itself describes the
    speaker, nothing changes. Where others do, their commonest kind is taken (by documents); a tie changes nothing.

    Parameters
    ----------
    annotated : Annotated
        With texts.

    Returns
    -------
    (quotes, notes)
        By document id, as in `annotated`; a note with the number of changes, or none.
    """
    disputed = _disputed(annotated)
    told: dict[str, dict[str, str | None]] = defaultdict(dict)
    for document in annotated.corpus:
        names = {str(q.speaker_resolved) for q in annotated.quotes.get(document.id, ())} & disputed
        for name, kind in described(document.text, names).items():
            told[name][document.id] = kind
    chosen = {name: kind for name, kinds in told.items() if (kind := _commonest(kinds))}
    quotes, changed = dict(annotated.quotes), []
    for id in quotes:
        guessed = {name: kind for name, kind in chosen.items() if told[name].get(id, kind) is None}
        if guessed:
            quotes[id] = tuple(_with_kind(q, guessed) for q in annotated.quotes[id])
            changed += [new for new, old in zip(quotes[id], annotated.quotes[id], strict=True) if new is not old]
    if not changed:
        return quotes, ()
    n_names = len({q.speaker_resolved for q in changed})
    note = (
        f"Source type of {len(changed)} quotation{'s' * (len(changed) > 1)} ({n_names} name{'s' * (n_names > 1)}): their "
        "documents do not say who speaks, so it was taken from other documents that describe the same name."
    )
    return quotes, (note,)


def described(text: str, names: set[str]) -> dict[str, str | None]:
    """
    What a document tells of some of those it names; None where it names one without a word about them.

    Examples
    --------
    >>> described("Ann Orr spoke. Ben Lau, a fisherman, left.", {"Ann Orr", "Ben Lau"})
    {'Ann Orr': None, 'Ben Lau': 'citizen'}
    """
    if not names:
        return {}
    people = People(text)
    kinds = Kinds(people, lambda: None)
    found: dict[str, str | None] = {}
    for person in people.people:
        if person.full in names and (" " in person.full or not person.is_person):
            found[person.full] = found.get(person.full) or kinds.told(person)
    return found


def _disputed(annotated: Annotated) -> set[str]:
    """Names with more than one kind of source in the corpus."""
    kinds: dict[str, set[str | None]] = defaultdict(set)
    for found in annotated.quotes.values():
        for quote in found:
            if quote.speaker_resolved:
                kinds[quote.speaker_resolved].add(quote.source_type)
    return {name for name, there in kinds.items() if len(there) > 1}


def _commonest(kinds: dict[str, str | None]) -> str | None:
    """The kind that most documents tell; None on a tie, or where none does."""
    ranked = Counter(kind for kind in kinds.values() if kind).most_common(2)
    return None if not ranked or (len(ranked) > 1 and ranked[0][1] == ranked[1][1]) else ranked[0][0]


def _with_kind(quote: Quote, guessed: dict[str, str]) -> Quote:
    kind = guessed.get(quote.speaker_resolved or "")
    return quote if kind is None or quote.source_type in (kind, *_TOLD) else replace(quote, source_type=kind)
