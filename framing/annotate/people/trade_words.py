"""Words of the family of a trade: "taught geometry" for the geometer, "books" for the bookseller."""

from __future__ import annotations

import re

_SUFFIX = re.compile(r"(?:woman|man|mistress|master|ician|arian|ist|ian|eer|ier|ress|er|or|ant)$")
_SECOND = re.compile(r"(?:seller|keeper|binder|owner|master|mistress|wright|smith)$")
_VERB_ENDS = ("", "e", "s", "es", "ed", "ing", "ion", "ions", "ery", "ry", "y")
# What makes the noun behind it somebody's own field: "taught geometry", "has led the union", "her ministry".
_OWN_FIELD = re.compile(
    r"\b(?:taught|teach\w*|stud(?:y|ies|ied)|led|leads?|head(?:s|ed)|runs?|ran|chairs?|chaired|plays?|played|join(?:s|ed)|"
    r"represents?|founded|works?|worked|president of|secretary of|his|her|whose)\b|\bin the $"
)
_IN_PHRASE = re.compile(r"\b(?:the|an?|its|their|of|by|to)\s(?:\w+\s)?$")
_WORD = re.compile(r"[a-z]{3,}")


def is_related(behind: str, head: str, stem: str, other: list[str]) -> bool:
    """
    True where a word of the sentence is of the family of the noun, and its subject does it or has it for a field.

    Parameters
    ----------
    behind : str
        The sentence behind a name.
    head, stem : str
        The noun, and what `stem_of` leaves of it.
    other : list of str
        Further words of the phrase.

    Examples
    --------
    >>> is_related(" taught geometry.", "geometer", "geomet", []), is_related(" met a clerk.", "geometer", "geomet", [])
    (True, False)
    """
    for match in _WORD.finditer(behind):
        word = match.group()
        before = behind[max(0, match.start() - 50) : match.start()]
        if word in other and head.endswith(("er", "or", "ist")) and _OWN_FIELD.search(before):
            return True
        if word.removesuffix("s") == head or not word.startswith(stem):
            continue
        ending = word[len(stem) :]
        if ending not in _VERB_ENDS and (len(stem) < 5 or ending == "ly"):
            continue
        verb = ending in ("s", "es", "ed", "ing") and not _IN_PHRASE.search(before)
        if verb or _OWN_FIELD.search(before):
            return True
    return False


def compound(noun: str) -> str:
    """ "book" of "bookseller", "librar" of "librarian"."""
    return _SECOND.sub("", noun) if _SECOND.search(noun) else noun.removesuffix("ian") if noun.endswith("rian") else ""


def stem_of(noun: str) -> str:
    """ "geomet" of "geometer", "council" of "councillor"; empty where too little is left."""
    stem = _SUFFIX.sub("", noun)
    if stem == noun and noun.endswith("ary"):
        stem = noun[:-1]
    if len(stem) > 4 and stem[-1] == stem[-2]:
        stem = stem[:-1]
    return stem if len(stem) > 2 and stem != noun else ""
