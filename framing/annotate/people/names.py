"""Names of people and bodies in a text, found by their capitals."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache

from framing.annotate.people.bodies import is_demonym, sounds_like_body
from framing.annotate.people.families import family_name, first_name_gender
from framing.annotate.wordlists import word_list

Piece = tuple[str, int, int]

TITLES = word_list("quotes_words_en.txt")["titles"]
MASCULINE = word_list("quotes_words_en.txt")["masculine"]
FEMININE = word_list("quotes_words_en.txt")["feminine"]
_ORGANISATION = word_list("quotes_words_en.txt")["organisation"]
_NOT_NAMES = word_list("quotes_words_en.txt")["not_names"]
_ABBREVIATIONS = word_list("quotes_words_en.txt")["abbreviations"]
_RELATIONAL = word_list("quotes_words_en.txt")["relational"]
_PORTFOLIOS = frozenset(
    ("ministry", "department", "bureau", "office", "commission", "committee", "chamber", "union", "institute")
)
_PORTFOLIO = re.compile(
    r"(?:[Mm]inister|[Ss]ecretary|[Cc]ommissioner|[Dd]irector|[Dd]epartment|[Cc]hancellor|[Cc]hief) "
    r"(?:of|for) (?:the )?(?:[A-Z]\w+,? (?:(?:and|of|for) (?:the )?)?)*$"
)
_PIECE = r"(?:(?:[A-Z]\.){2,}|[A-ZÀ-ÖØ-Þ][\w]*(?:[’'][A-Z]\w+)?(?:-\w+)*\.?)"
_NAME = re.compile(
    rf"{_PIECE}(?:[ \t\xa0]+(?:(?:de|del|della|der|den|van|von|bin|ibn|al|el|la|le|da|dos|ten|ter)[ \t\xa0]+)*"
    rf"(?:(?:al|el|ul|ad|as|ar|az|ez)-)?{_PIECE})*"
)
# "Harbour Authority Director Ann Orr": whatever stands before such a word is no part of the name.
_RANKS = frozenset(
    ("director", "president", "chairman", "chairwoman", "minister", "secretary", "spokesman", "spokeswoman", "spokesperson",
     "mayor", "governor", "senator", "chief", "commissioner", "sheriff", "captain", "sergeant", "sgt", "inspector", "professor",
     "adviser", "advisor", "manager", "editor", "correspondent", "reporter", "ambassador", "superintendent", "lawyer", "rep",
     "sen", "gov", "lt", "dr", "prof", "mr", "mrs", "ms", "judge", "executive", "ceo", "congressman", "congresswoman", "coach",
     "officer", "detective", "lecturer", "economist", "analyst", "councillor", "host", "anchor", "strategist", "aide",
     "general", "speaker", "leader", "whip", "premier", "deputy", "chancellor", "commander", "lieutenant",
     "director-general", "secretary-general")
)  # fmt: skip
_BLACK = re.compile(r"\S+")
_INITIALS = re.compile(r"(?:[A-Z]\.)+")
_MEDIA_PEOPLE = frozenset(("journalist", "blogger", "photographer", "podcaster", "presenter", "broadcaster", "commentator"))
# "Chipmaker Quillon said"
_INTRODUCES = frozenset(
    ("carmaker", "automaker", "chipmaker", "drugmaker", "planemaker", "phonemaker", "toymaker", "shipbuilder", "retailer",
     "airline", "startup", "insurer", "brewer", "lender")
)  # fmt: skip
_NOBODY = frozenset(
    ("nobody", "somebody", "everybody", "anybody", "everyone", "someone", "none", "others", "neither", "reporters",
     "journalists", "editors", "commentators", "critics", "newspapers", "investigators", "both")
)  # fmt: skip
_ARTICLES = frozenset(("a", "an", "the", "and"))
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
    for pieces in _runs(text):
        if text[pieces[0][1] - 1 : pieces[0][1]] == "/":
            # "Reuters/Ann Orr": who took a picture says nothing.
            continue
        name = _name(text, pieces)
        if name is None:
            if found and _is_portfolio(text, found[-1], pieces):
                found[-1] = _joined(text, found[-1], pieces[-1][2] - pieces[-1][0].endswith("."))
            continue
        if found and _one_body(text, found[-1], name):
            name = _joined(text, found.pop(), name.end)
        elif len(name.words) == 1 and is_demonym(name.words[0]) and not name.titles:
            continue
        elif _is_common(text, name):
            dropped.append(name)
            continue
        found.append(name)
    families = {n.family for n in found if n.person and len(n.words) > 1}
    back = [n for n in dropped if n.family in families]
    return sorted(found + back, key=lambda n: n.start) if back else found


def _runs(text: str) -> Iterator[list[Piece]]:
    """Capitalised words that follow one another; a stop that belongs to no initial and no abbreviation ends a run."""
    for match in _NAME.finditer(text):
        run: list[Piece] = []
        for m in _BLACK.finditer(match.group()):
            run.append((m.group(), match.start() + m.start(), match.start() + m.end()))
            bare = m.group()[:-1]
            if m.group().endswith(".") and len(bare) > 1 and "." not in bare and bare.lower() not in _ABBREVIATIONS:
                yield run
                run = []
        if run:
            yield run


def _joined(text: str, first: Name, end: int) -> Name:
    return replace(first, end=end, words=tuple(text[first.start : end].split()), person=False)


def _is_portfolio(text: str, first: Name, pieces: list[Piece]) -> bool:
    """ "Ministry of Justice": a title elsewhere."""
    return first.words[-1].lower() in _PORTFOLIOS and text[first.end : pieces[0][1]] in _JOINS and len(pieces) == 1


def _one_body(text: str, first: Name, name: Name) -> bool:
    """True where two runs are one name: "Ministry of Water and Power", "Chamber of Chandlers", "Prosecutor's Office"."""
    between = text[first.end : name.start]
    if between in _JOINS:
        alone = first.person and len(first.words) == 1 and not first.titles and first.words[0].lower() not in _common()
        the = text[max(0, first.start - 4) : first.start] in ("The ", "the ")
        return not first.person or (alone and the and not name.titles)
    if between == " and ":
        portfolio = len(first.words) > 2 and first.words[1] == "of" and first.words[0].lower() in _PORTFOLIOS
        return portfolio and len(name.words) <= 2 and not name.titles and first_name_gender(name.words[0]) is None
    if between in ("’s ", "'s ", "’ ", "' "):
        owner = first.words[-1].lower()
        return not name.person and (owner in _common() or owner.rstrip("s") in _common() or owner in TITLES)
    return False


def _name(text: str, pieces: list[Piece]) -> Name | None:
    start = pieces[0][1]
    pieces, titles = _without_titles(_without_portfolio(text, _without_subhead(pieces)), _opens(text, start))
    while pieces and pieces[-1][0].lower().rstrip(".") in _NOT_NAMES:
        pieces.pop()
    if not pieces:
        return None
    # A stop ends a name unless it belongs to an initial or to "Jr."
    last = pieces[-1]
    end = last[2] - (last[0].endswith(".") and last[0] not in ("Jr.", "Sr."))
    words = tuple(p[0].rstrip(".") if len(p[0]) > 2 and not _INITIALS.fullmatch(p[0]) else p[0] for p in pieces)
    words = (*words[:-1], words[-1].removesuffix("’s").removesuffix("'s"))
    lower = [w.lower() for w in words]
    the = text[max(0, pieces[0][1] - 4) : pieces[0][1]] in ("The ", "the ")
    # "Bill Orr" is no law, "April Lind" no month.
    told = lower[1:] if len(lower) > 1 and first_name_gender(lower[0]) else lower
    body = any(w in _ORGANISATION for w in told) or all(w.isupper() and len(w) > 1 for w in words)
    if not body and first_name_gender(words[0]) is None and (len(words) == 1 or family_name(words) != words[0]):
        body = sounds_like_body(words, after_the=the)
    return Name(pieces[0][1], end, words, family_name(words), not body, tuple(titles))


def _without_subhead(pieces: list[Piece]) -> list[Piece]:
    """ "SHUT AGAIN Ann Orr": a line of capitals that lost its end."""
    capitals = 0
    while (
        capitals < len(pieces)
        and len(pieces[capitals][0]) > 1
        and pieces[capitals][0].isupper()
        and "." not in pieces[capitals][0]
    ):
        capitals += 1
    return pieces[capitals:] if 1 < capitals <= len(pieces) - 2 else pieces


def _without_portfolio(text: str, pieces: list[Piece]) -> list[Piece]:
    """ "Minister of Water and Power Chen Liwei": the last two words and their initials are the name."""
    low = len(pieces) - 2
    if low < 1 or not _PORTFOLIO.search(text, max(0, pieces[0][1] - 60), pieces[0][1]):
        return pieces
    if any(p[0].lower() in _ORGANISATION for p in pieces[low:]):
        return pieces
    while low > 0 and re.fullmatch(r"[A-Z]\.", pieces[low][0]):
        low -= 1
    return pieces[low:]


def _without_titles(pieces: list[Piece], opens: bool) -> tuple[list[Piece], list[str]]:
    """Titles at the front, and what stands before a rank inside: "Harbour Authority Director Ann Orr"."""
    titles: list[str] = []
    whole = pieces
    while pieces:
        low = pieces[0][0].lower().rstrip(".")
        trade = (
            opens
            and len(pieces) > (1 if low in _INTRODUCES else 2)
            and (low in _common() or low in _MEDIA_PEOPLE)
            and not low.endswith("s")
            and first_name_gender(low) is None
        )
        if trade and any(p[0].lower() in _ORGANISATION for p in pieces):
            trade = False
        if low in _NOT_NAMES or (low in TITLES and (len(pieces) > 1 or low not in ("may",))) or trade:
            if (low in TITLES and low not in _ARTICLES) or trade:
                titles.append(low)
            pieces = pieces[1:]
        else:
            break
    if len(pieces) == 1 and titles and pieces[0][0].lower() in _ORGANISATION and whole[-2][0].lower() not in _ARTICLES:
        # "The Foreign Ministry", "State Department": no title, but part of the name.
        return whole[-2:], []
    inner = [i for i, p in enumerate(pieces[:-1]) if p[0].lower().rstrip(".") in _RANKS and i >= 1]
    if inner and not any(p[0].lower() in _ORGANISATION for p in pieces[inner[-1] + 1 :]):
        titles += [pieces[inner[-1]][0].lower().rstrip(".")]
        pieces = pieces[inner[-1] + 1 :]
    return pieces, titles


def _is_common(text: str, name: Name) -> bool:
    """True for "Residents said ...": a common word with the capital of its sentence."""
    if len(name.words) > 1 or name.titles:
        return False
    return _opens(text, name.start) and name.words[0].lower() in _common()


def _opens(text: str, at: int) -> bool:
    """True where a sentence, a line or a quotation begins."""
    before = text[max(0, at - 3) : at].strip()
    return not before or before[-1] in '.!?:“”"‘’…—–>' or "\n" in text[max(0, at - 2) : at]


@cache
def _common() -> frozenset[str]:
    sections = word_list("quotes_sources_en.txt")
    return frozenset().union(*(words for kind, words in sections.items() if kind != "media")) | _RELATIONAL | _NOBODY
