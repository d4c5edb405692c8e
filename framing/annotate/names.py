"""Names of people and bodies in a text, found by their capitals; family names, titles, gender."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from framing.annotate.wordlists import word_list

TITLES = word_list("quotes_words_en.txt")["titles"]
MASCULINE = word_list("quotes_words_en.txt")["masculine"]
FEMININE = word_list("quotes_words_en.txt")["feminine"]
_ORGANISATION = word_list("quotes_words_en.txt")["organisation"]
_NOT_NAMES = word_list("quotes_words_en.txt")["not_names"]
_PIECE = r"(?:[A-ZÀ-ÖØ-Þ][\w]*(?:[’'][A-Z]\w+)?(?:-\w+)*\.?)"
_NAME = re.compile(
    rf"{_PIECE}(?:[ \t]+(?:(?:de|del|della|der|den|van|von|bin|ibn|al|el|la|le|da|dos|ten|ter)[ \t]+)*{_PIECE})*"
)
_SYLLABLE = re.compile(
    r"(?:(?:[bpmfdtnlgkhjqxrzcsyw]|zh|ch|sh)?(?:a|o|e|ai|ei|ao|ou|an|en|ang|eng|ong|i|ia|ie|iao|iu|ian|in|iang|ing|iong|u|ua|uo|uai|"
    r"ui|uan|un|uang|ü|üe|ue|er))+",
    re.I,
)  # fmt: skip


# "Harbour Authority Director Ann Orr": whatever stands before such a word is no part of the name.
_RANKS = frozenset(
    ("director", "president", "chairman", "chairwoman", "minister", "secretary", "spokesman", "spokeswoman", "spokesperson",
     "mayor", "governor", "senator", "chief", "commissioner", "sheriff", "captain", "sergeant", "sgt", "inspector", "professor",
     "adviser", "advisor", "manager", "editor", "correspondent", "reporter", "ambassador", "superintendent", "lawyer", "rep",
     "sen", "gov", "lt", "dr", "prof", "mr", "mrs", "ms", "judge", "executive", "ceo", "congressman", "congresswoman", "coach",
     "officer", "detective", "lecturer", "economist", "analyst", "councillor", "host", "anchor", "strategist", "aide")
)  # fmt: skip
_JOINS = (" of ", " of the ", " for ", " for the ")


@dataclass(frozen=True, slots=True)
class Name:
    """
    A name as it stands in the text.

    Attributes
    ----------
    start, end : int
        Character offsets, titles left out.
    words : tuple of str
    family : str
        What the person is called by alone: the family name; of a body, its last word.
    person : bool
        False for what carries a word such as "Ministry" or "News".
    titles : tuple of str
        Capitalised titles before it, in lower case.
    """

    start: int
    end: int
    words: tuple[str, ...]
    family: str
    person: bool
    titles: tuple[str, ...]


def names(text: str) -> list[Name]:
    """
    Every capitalised name in a text.

    Examples
    --------
    >>> [(n.words, n.family) for n in names("Mayor Ann Orr met Chen Liwei and the Tide Daily.")]
    [(('Ann', 'Orr'), 'Orr'), (('Chen', 'Liwei'), 'Chen'), (('Tide', 'Daily'), 'Daily')]
    """
    found: list[Name] = []
    # "Baker said": a trade with the capital of its sentence, unless an Ann Baker is in the text.
    dropped: list[Name] = []
    for match in _NAME.finditer(text):
        name = _name(match)
        if name is None:
            continue
        if _is_common(text, name):
            dropped.append(name)
            continue
        if found and not found[-1].person and text[found[-1].end : name.start] in _JOINS:
            first = found.pop()
            words = tuple(text[first.start : name.end].split())
            name = Name(first.start, name.end, words, first.family, False, first.titles)
        found.append(name)
    families = {n.family for n in found if n.person and len(n.words) > 1}
    back = [n for n in dropped if n.family in families]
    return sorted(found + back, key=lambda n: n.start) if back else found


def _name(match: re.Match[str]) -> Name | None:
    pieces = [(m.group(), match.start() + m.start(), match.start() + m.end()) for m in re.finditer(r"\S+", match.group())]
    titles: list[str] = []
    while pieces:
        low = pieces[0][0].lower().rstrip(".")
        if low in _NOT_NAMES or (low in TITLES and (len(pieces) > 1 or low not in ("may",))):
            if low in TITLES:
                titles.append(low)
            pieces.pop(0)
        else:
            break
    inner = [i for i, p in enumerate(pieces[:-1]) if p[0].lower().rstrip(".") in _RANKS and i >= 1]
    if inner and not any(p[0].lower() in _ORGANISATION for p in pieces[inner[-1] + 1 :]):
        titles += [pieces[inner[-1]][0].lower().rstrip(".")]
        pieces = pieces[inner[-1] + 1 :]
    while pieces and pieces[-1][0].lower().rstrip(".") in _NOT_NAMES:
        pieces.pop()
    if not pieces:
        return None
    # A stop ends a name unless it belongs to an initial or to "Jr."
    last = pieces[-1]
    end = last[2] - (last[0].endswith(".") and last[0] not in ("Jr.", "Sr."))
    words = tuple(re.sub(r"[’']s$", "", p[0].rstrip(".") if len(p[0]) > 2 else p[0]) for p in pieces)
    lower = [w.lower() for w in words]
    person = not any(w in _ORGANISATION for w in lower) and not all(w.isupper() and len(w) > 1 for w in words)
    return Name(pieces[0][1], end, words, family_name(words), person, tuple(titles))


def _is_common(text: str, name: Name) -> bool:
    """True for "Residents said ...": a common word with the capital of its sentence."""
    if len(name.words) > 1 or name.titles:
        return False
    before = text[max(0, name.start - 3) : name.start].strip()
    first = not before or before[-1] in '.!?:“”"‘’…—–' or "\n" in text[max(0, name.start - 2) : name.start]
    return first and name.words[0].lower() in _common()


@cache
def _common() -> frozenset[str]:
    sections = word_list("quotes_sources_en.txt")
    return frozenset().union(*(words for kind, words in sections.items() if kind != "media"))


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
