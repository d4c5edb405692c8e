"""Which word of a name is the family name, and what a first name tells."""

from __future__ import annotations

import re
from functools import cache

from framing.annotate.wordlists import word_list

_SYLLABLE = re.compile(
    r"(?:(?:[bpmfdtnlgkhjqxrzcsyw]|zh|ch|sh)?(?:a|o|e|ai|ei|ao|ou|an|en|ang|eng|ong|i|ia|ie|iao|iu|ian|in|iang|ing|iong|u|ua|uo|uai|"
    r"ui|uan|un|uang|ü|üe|ue|er))+",
    re.I,
)  # fmt: skip


@cache
def _surnames() -> frozenset[str]:
    return word_list("quotes_surnames_zh.txt")[""]


def is_pinyin(word: str) -> bool:
    """True for a word that can be read as one to three pinyin syllables (hyphens allowed)."""
    return 2 <= len(word) <= 12 and all(_SYLLABLE.fullmatch(part) for part in word.split("-") if part)


def family_name(words: tuple[str, ...]) -> str:
    """
    The word a person is called by alone.

    Chinese names keep the family name first; with a Western order ("Liwei Chen", "Carrie Lam") it is the last.

    Examples
    --------
    >>> family_name(("Mao", "Ning")), family_name(("Liwei", "Chen")), family_name(("Ann", "Orr"))
    ('Mao', 'Chen', 'Orr')
    """
    core = [w for w in words if w.lower().rstrip(".") not in ("jr", "sr", "ii", "iii", "iv")]
    if len(core) in (2, 3) and core[0].lower() in _surnames():
        rest = core[1:]
        given = first_name_gender(core[0])
        if given is None and all(is_pinyin(w) or "-" in w for w in rest) and all(w[0].isupper() for w in rest[:1]):
            return core[0]
    return core[-1] if core else words[-1]


@cache
def _first_names() -> dict[str, str]:
    lists = word_list("quotes_names_en.txt")
    return {w: g for g in ("he", "she") for w in lists[g]}


def first_name_gender(word: str) -> str | None:
    """The pronoun a first name usually goes with: "he", "she" or None where the list does not say."""
    return _first_names().get(word.lower())
