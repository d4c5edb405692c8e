"""Titles that no list has, or that are titles before some names only: "the Statthalter", "U" and "Daw", "Old", "Aunt"."""

from __future__ import annotations

import re
from functools import lru_cache

from framing.annotate.people.bodies import sounds_like_body
from framing.annotate.people.families import first_name_gender
from framing.annotate.people.titles import Piece, is_title
from framing.annotate.wordlists import word_list

_ORGANISATION = word_list("quotes_words_en.txt")["organisation"]
_SURNAMES = word_list("quotes_surnames_zh.txt")[""]
# Burmese forms of address; a single syllable behind them can be a name with an initial.
_ADDRESS = frozenset(("U", "Daw"))
_AGE = frozenset(("Old", "Young"))
_KIN = frozenset(("Aunt", "Auntie", "Uncle", "Grandmother", "Grandfather", "Cousin"))
# "Police Major Ann Orr"
_FORCES = frozenset(("police", "army", "navy", "militia", "guard", "customs", "border", "fire"))
_WHOSE = re.compile(r"(?:[’']s|\b(?:[Hh]is|[Hh]er|[Mm]y|[Tt]heir|[Oo]ur|[Yy]our)) $")
_ALONE = re.compile(r"\b[Tt]he ([A-Z][a-z]{4,})(?=[’']s\b|[,.;:]|\s+[a-z])(?!\s+(?:of|and|for)\s)")


def without_local_titles(text: str, pieces: list[Piece]) -> tuple[list[Piece], list[str]]:
    """
    A name without the title that this text, or the name behind it, shows to be one.

    Parameters
    ----------
    text : str
    pieces : list of (str, int, int)
        Words with their offsets; titles of the lists are gone.

    Returns
    -------
    (pieces, titles)

    Examples
    --------
    >>> text = "Portreeve Anna Imhof spoke. The Portreeve left."
    >>> without_local_titles(text, [("Portreeve", 0, 9), ("Anna", 10, 14), ("Imhof", 15, 20)])
    ([('Anna', 10, 14), ('Imhof', 15, 20)], ['portreeve'])
    """
    titles: list[str] = []
    while len(pieces) > 1 and _is_title(text, pieces, titles):
        titles.append(pieces[0][0].lower())
        pieces = pieces[1:]
    return pieces, titles


def _is_title(text: str, pieces: list[Piece], before: list[str]) -> bool:
    word, behind = pieces[0][0], pieces[1][0]
    rest = tuple(p[0] for p in pieces[1:])
    if any(w.lower() in _ORGANISATION for w in rest):
        return False
    if word in _ADDRESS:
        return len(pieces) > 2
    if before and is_title(word):
        # "Police Major": what comes behind a force is read as before any name.
        return True
    if word in _AGE or word in _KIN:
        if first_name_gender(behind) is not None or behind.lower() in _SURNAMES or is_title(behind):
            return True
        return len(pieces) > 2 if word in _AGE else _WHOSE.search(text[max(0, pieces[0][1] - 7) : pieces[0][1]]) is not None
    if word.lower() in _FORCES and len(pieces) > 2 and is_title(behind):
        return True
    if len(pieces) not in (3, 4) or first_name_gender(word) is not None or word not in _offices(text):
        return False
    return _is_bare(text, pieces) and not sounds_like_body(rest, after_the=False) and _is_somebody(text, rest)


@lru_cache(maxsize=4)
def _offices(text: str) -> frozenset[str]:
    """Words with a capital that stand alone behind "the": offices, but places and bodies as well."""
    return frozenset(_ALONE.findall(text))


def _is_bare(text: str, pieces: list[Piece]) -> bool:
    """No article before it: "the Harbour Orr" is no person."""
    return text[max(0, pieces[0][1] - 4) : pieces[0][1]].lower() != "the "


def _is_somebody(text: str, rest: tuple[str, ...]) -> bool:
    """A first name, or a last one that stands alone elsewhere: "Imhof said"."""
    if first_name_gender(rest[0]) is not None:
        return True
    return re.search(rf"(?<!{re.escape(rest[-2])} )\b{re.escape(rest[-1])}\b", text) is not None
