"""Source types that only all quotations of a text tell: one's own words, words without a speaker, one kind for one name."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from framing.annotate.people.harm import is_bystander, is_kin
from framing.annotate.people.kinds import Kinds
from framing.annotate.people.testimony import tells_as_one_hit, tells_of_lost_money, tells_of_own_harm
from framing.annotate.quotations import Quote

_HIS = re.compile(r"(?:his|her|their)\s", re.I)
# What a text says once of somebody holds for all their quotations; the first of these that it says.
_LASTING = ("anonymous", "victim", "other")
_OPEN = frozenset(("citizen", None))


def settled(text: str, quotes: Iterable[Quote], kinds: Kinds) -> list[Quote]:
    """
    The quotations of one text with the types that stand once all are known.

    Parameters
    ----------
    text : str
    quotes : iterable of Quote
        In the order of the text.
    kinds : Kinds

    Returns
    -------
    list of Quote
    """
    found: list[Quote] = []
    for quote in quotes:
        kind = quote.source_type if quote.speaker else _unspoken(quote, found, kinds)
        if kind == "citizen" and _is_hit(text, quote, kinds, found):
            kind = "victim"
        found.append(replace(quote, source_type=kind))
    return _one_kind_for_one_name(found)


def _unspoken(quote: Quote, before: list[Quote], kinds: Kinds) -> str:
    """Nobody for a passive or a demand; marks without a cue go on with whoever the text came to or who spoke."""
    if quote.cue is not None:
        # Somebody said it in these words, though the rules did not find who.
        return "citizen" if quote.kind == "direct" else "other"
    low = max(before[-1].end if before else 0, quote.start - 400)
    named = (kinds.people.of[n] for n in kinds.people.within(low, quote.start) if not kinds.people.possessive(n))
    for person in named:
        if person.is_person and " " in person.full and (kind := kinds.of_person(person)):
            return kind
    return (before[-1].source_type if before else None) or "other"


def _is_hit(text: str, quote: Quote, kinds: Kinds, before: list[Quote]) -> bool:
    """What was harm is told by the words themselves, or the speaker belongs to whoever was harmed and spoke just before."""
    words = " ".join(text[start:end] for start, end in quote.parts)
    phrase = quote.speaker_text or ""
    if tells_of_own_harm(words, direct=quote.kind != "indirect"):
        return True
    if before and before[-1].source_type == "victim" and _HIS.match(phrase) and is_kin(phrase):
        return True
    if is_bystander(phrase):
        return False
    if tells_of_lost_money(words, text):
        return True
    return quote.kind != "indirect" and kinds.fates.tells_of_harm and tells_as_one_hit(words)


def _one_kind_for_one_name(quotes: list[Quote]) -> list[Quote]:
    """Whom one quotation shows to be harmed is so in the others."""
    kinds: dict[str, set[str | None]] = {}
    for quote in quotes:
        if quote.speaker_resolved:
            kinds.setdefault(quote.speaker_resolved, set()).add(quote.source_type)
    lasting = {name: kind for name, there in kinds.items() for kind in reversed(_LASTING) if kind in there}
    return [
        replace(quote, source_type=kind)
        if quote.source_type in _OPEN and quote.speaker_resolved and (kind := lasting.get(quote.speaker_resolved))
        else quote
        for quote in quotes
    ]
