"""Source types that only all quotations of a text tell: one's own words, words without a speaker, one kind for one name."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from framing.annotate.people.accused import are_swindlers, are_taken
from framing.annotate.people.harm import is_bystander, is_harmed, is_kin
from framing.annotate.people.kinds import Kinds
from framing.annotate.people.testimony import (
    done_to,
    lost_money,
    tells_as_one_hit,
    tells_of_fraud,
    tells_of_lost_money,
    tells_of_own_harm,
)
from framing.annotate.quotations import Quote

_HIS = re.compile(r"(?:his|her|their)\s", re.I)
# What a text says once of somebody holds for all their quotations; the first of these that it says.
_LASTING = ("anonymous", "victim", "other")
_SENTENCE = re.compile(r"(?<=[.!?])[”\"’]?\s+")
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
        if _confesses(text, quote):
            # Whoever a rule found for "he" may be another.
            named = quote.speaker_resolved if kind in ("citizen", "other") else None
            kind, quote = "other", replace(quote, speaker_resolved=named)
        if kind == "citizen" and _they_swindle(text, quote):
            kind = "other"
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
    if _hit_beside(text, quote):
        return True
    if tells_of_lost_money(words, text):
        return True
    return quote.kind != "indirect" and (kinds.fates.tells_of_harm or tells_of_fraud(text)) and tells_as_one_hit(words)


def _confesses(text: str, quote: Quote) -> bool:
    """ "He confessed", in a paragraph that tells of an arrest."""
    if quote.cue_lemma not in ("confess", "plead") or (quote.speaker_text or "").lower() not in ("he", "she", "they"):
        return False
    return are_taken(text[max(text.rfind("\n", 0, quote.start) + 1, quote.start - 500) : quote.start])


def _they_swindle(text: str, quote: Quote) -> bool:
    """ "They", right behind those to whom others lost their money, in a text about fraud."""
    if (quote.speaker_text or "").lower() != "they" or quote.speaker_resolved or not quote.speaker:
        return False
    at = quote.speaker[0]
    return tells_of_fraud(text) and are_swindlers(text[max(text.rfind("\n", 0, at) + 1, at - 240) : at])


def _hit_beside(text: str, quote: Quote) -> bool:
    """What the sentence right before or behind the words tells of "her": held for days, robbed of her savings."""
    phrase = (quote.speaker_text or "").lower()
    again = bool(quote.speaker_resolved) and phrase != (quote.speaker_resolved or "").lower() and " " not in phrase
    if phrase not in ("he", "she") and not again:
        return False
    pronouns = (phrase,) if phrase in ("he", "she") else ("he", "she")
    start = min(quote.start, quote.speaker[0] if quote.speaker else quote.start)
    low = max(text.rfind("\n", 0, start) + 1, start - 300)
    end = max(quote.end, quote.speaker[1] if quote.speaker else 0, quote.cue[1] if quote.cue else 0)
    before = _SENTENCE.split(text[low:start].strip())[-1]
    behind = _SENTENCE.split(text[end : end + 300].partition("\n")[0].lstrip(' .,”"’'))[0]
    for sentence in (before, behind):
        if any(done_to(pronoun, sentence) for pronoun in pronouns):
            return True
        first, _, rest = sentence.partition(" ")
        if first.lower() in pronouns and (is_harmed("", " " + rest) or lost_money(sentence, text)):
            return True
    return False


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
