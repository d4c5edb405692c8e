"""Whether a person is "he" or "she", from descriptions, first names, what pronouns follow and the form of the family name."""

from __future__ import annotations

import re
from collections.abc import Iterable

from framing.annotate.people.families import first_name_gender, is_pinyin

# "Orr said that she ...", "Orr, who lost his boat, ..."; "her" can be anybody's ("Orr thanked her").
_PRONOUN = re.compile(r"[^.!?:;“”\"\n‘()]{0,90}?\b(he|she|(?<!behind )(?<!than )(?<!like )his|himself|herself|hers)\b")
# "Orr reminded the colonel that he was under oath"
_OF_OTHER = re.compile(r"\bthe [a-z]+ (?:that|whether|if|when) $")
_HER_OWN = re.compile(
    r"[^.!?:;“”\"\n‘()]{0,60}?\b(?:with|and|of|at|from|in|on|lost|left|where|when|as|for) (?:all )?(his|her) [a-z]+"
)
# "Orr told the bench that it was late. She left": nobody else was named since.
_NEXT = re.compile(r"[^.!?\n“”\"]{0,200}[.!?][”\"’]?\s+(He|She)\b(?! and\b)")
# "Orr told us that it was late. “I ran,” he said."
_TAGGED = re.compile(r"[^.!?\n“”\"‘’]{0,200}[.!?,:]\s+[“\"‘][^“”\"\n]{5,200}[”\"’] (he|she)\b")
_OWNER = {"he": "he", "his": "he", "himself": "he", "she": "she", "hers": "she", "herself": "she", "her": "she"}
# Slavic, Baltic and Icelandic family names.
_SHE = re.compile(r".{2,}(?:[oe]va|[sc]kaya|[sc]ká|ovna|evna|aitė|ytė|utė|ienė|aite|iene|d[oó]ttir|gizi|qizi|kyzy)$")
_HE = re.compile(r".{2,}(?:[^aeiou]ov|[^aeiouy]ev|ovich|evich|[sc]k[iy]|[sc]kiy|oğlu|oglu|ogly|uulu)$")
_FIRST_HE = re.compile(r".{2,}(?:slav|mir|mil|beck|bek|bay|zhan|uddin|endra|indra|ullah|ullo|jon|[^aeiouãk]o|[aeiu]io|ão)$")
_FIRST_SHE = re.compile(r".{2,}(?:gul|gül|ette|elle|nisa|banu|bibi|[^aeiou]ina|ção|issa|etta|ella|wati)$")


def by_name(full: str) -> str | None:
    """
    The pronoun a whole name points to; None where it leaves both open.

    Examples
    --------
    >>> by_name("Ann Orr"), by_name("Dorna Velikova"), by_name("Mao Ning"), by_name("Orr")
    ('she', 'she', None, None)
    """
    words = full.split()
    if len(words) < 2:
        return None
    first, last = words[0].lower(), words[-1].lower()
    if known := first_name_gender(first) or first_name_gender(first.partition("-")[0]):
        return known
    for pattern, word, pronoun in (
        (_SHE, last, "she"),
        (_HE, last, "he"),
        (_FIRST_SHE, first, "she"),
        (_FIRST_HE, first, "he"),
    ):
        if pattern.fullmatch(word) and not all(map(is_pinyin, words)):
            return pronoun
    # First names in -a that no list has are mostly women's.
    return "she" if len(first) > 3 and first.endswith("a") and not all(map(is_pinyin, words)) else None


def belied(text: str, mentions: Iterable[tuple[int, int]], pronoun: str) -> bool:
    """
    True where the sentence behind a name goes on with the other pronoun and nobody else was named since.

    Examples
    --------
    >>> belied("Quello Orr met the bench. She left.", [(10, 35)], "he"), belied("Quello Orr met. He left.", [(10, 24)], "he")
    (True, False)
    """
    found = [
        m.group(1).lower()
        for end, stop in mentions
        if (m := _NEXT.match(text, end, min(stop, end + 260)) or _TAGGED.match(text, end, min(stop, end + 460)))
    ]
    return bool(found) and pronoun not in found


def by_pronouns(text: str, mentions: Iterable[tuple[int, int]], guess: str | None = None) -> str | None:
    """
    The pronoun that follows a name inside its sentences.

    Parameters
    ----------
    text : str
    mentions : iterable of (int, int)
        Where a name ends, and where the next name begins.
    guess : str, optional
        What the form of the name tells; one pronoun alone does not outweigh it.

    Returns
    -------
    str or None
        "he" or "she", whichever comes more often; the guess on a tie.

    Examples
    --------
    >>> by_pronouns("Orr said that she was late.", [(3, 27)])
    'she'
    """
    votes = {"he": 0, "she": 0}
    for end, stop in mentions:
        found = _PRONOUN.match(text, end, min(stop, end + 110)) or _HER_OWN.match(text, end, min(stop, end + 80))
        if found and not _OF_OTHER.search(text, max(0, found.start(1) - 40), found.start(1)):
            votes[_OWNER[found.group(1)]] += 1
    if guess is not None:
        votes[guess] += 1
    return guess if votes["he"] == votes["she"] else max(votes, key=votes.__getitem__)
