"""Titles: what stands before a name with a capital and is no part of it."""

from __future__ import annotations

import re
from functools import cache

from framing.annotate.people.families import first_name_gender
from framing.annotate.wordlists import word_list

Piece = tuple[str, int, int]

_WORDS = word_list("quotes_words_en.txt")
_NAMES = word_list("quotes_names_en.txt")
TITLES = _WORDS["titles"] | _NAMES["titles"] | _NAMES["ranks"]
_ORGANISATION = _WORDS["organisation"]
# "Harbour Authority Director Ann Orr": whatever stands before such a word is no part of the name.
_RANKS = _NAMES["ranks"] | frozenset(
    ("director", "president", "chairman", "chairwoman", "minister", "secretary", "spokesman", "spokeswoman", "spokesperson",
     "mayor", "governor", "senator", "chief", "commissioner", "sheriff", "captain", "sergeant", "sgt", "inspector", "professor",
     "adviser", "advisor", "manager", "editor", "correspondent", "reporter", "ambassador", "superintendent", "lawyer", "rep",
     "sen", "gov", "lt", "dr", "prof", "mr", "mrs", "ms", "judge", "executive", "ceo", "congressman", "congresswoman", "coach",
     "officer", "detective", "lecturer", "economist", "analyst", "councillor", "host", "anchor", "strategist", "aide",
     "general", "speaker", "leader", "whip", "premier", "deputy", "chancellor", "commander", "lieutenant",
     "director-general", "secretary-general")
)  # fmt: skip
# "Deputy Prosecutor-General", "Governor-elect": every part of such a word belongs to titles.
_JOINED = frozenset(("general", "vice", "in", "chief", "elect", "designate", "at", "arms", "sub", "co", "ex", "under", "large"))
_MEDIA_PEOPLE = frozenset(("journalist", "blogger", "photographer", "podcaster", "presenter", "broadcaster", "commentator"))
# "Chipmaker Quillon said"
_INTRODUCES = frozenset(
    ("carmaker", "automaker", "chipmaker", "drugmaker", "planemaker", "phonemaker", "toymaker", "shipbuilder", "retailer",
     "airline", "startup", "insurer", "brewer", "lender")
)  # fmt: skip
_SURNAMES = word_list("quotes_surnames_zh.txt")[""]
_MASTERED = frozenset(("harbour", "harbor", "station", "quarter", "post", "port", "town", "works", "choir", "toll"))
_ARTICLES = frozenset(("a", "an", "the", "and"))
_TENS = frozenset(("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"))
# "Chief Steward Orr" has a title where "Steward Orr" can be a name.
_BEFORE_OFFICE = frozenset(("chief", "deputy", "vice", "high", "grand", "assistant", "senior", "junior"))
# "Do Van Lam", "Colonel Be Xuan Lam": family names that are words, before what stands second in Vietnamese names.
_SHORT = frozenset(("a", "an", "be", "do", "my", "no", "on", "so", "to"))
_SECOND = frozenset(
    (
        "van",
        "thi",
        "xuan",
        "duc",
        "huu",
        "ngoc",
        "thanh",
        "quoc",
        "minh",
        "dinh",
        "cong",
        "hoang",
        "trong",
        "thuy",
        "kim",
        "hong",
    )
)
_LETTERS = re.compile(r"(?:MPs?|MEP|MLA|MSP|TD|[QKS]C|SJ|OP|PhD|Ph\.D|MD|M\.D|MBE|OBE|CBE|RN|Esq)\.?")
# "Foreign Ministry", "State Health Commission": before a body these are no titles.
_OF_BODIES = frozenset(
    ("state", "foreign", "interior", "finance", "defense", "defence", "justice", "home", "communications", "general", "press",
     "democratic", "republican", "labour", "labor")
)  # fmt: skip


def is_title(word: str) -> bool:
    """
    True for a word that stands before names as a title, joined ones included.

    Examples
    --------
    >>> is_title("Admiral"), is_title("Prosecutor-General"), is_title("Anne-Marie")
    (True, True, False)
    """
    low = word.lower().rstrip(".")
    if low in TITLES:
        return True
    parts = low.split("-")
    if len(parts) > 1 and parts[-1] == "general":
        return True
    return len(parts) > 1 and any(p in TITLES for p in parts) and all(p in TITLES or p in _JOINED for p in parts)


def is_no_name(word: str, *, opens: bool) -> bool:
    """
    True for a word that begins no name: weekdays, "Perhaps"; where a sentence begins also numbers.

    Examples
    --------
    >>> is_no_name("Fifty-one", opens=True), is_no_name("Third", opens=False), is_no_name("Orr", opens=True)
    (True, False, False)
    """
    low = word.lower().rstrip(".")
    if low in _WORDS["not_names"] or low in _NAMES["not_names"]:
        return True
    return opens and (low in _NAMES["openers"] or low.partition("-")[0] in _TENS)


def without_titles(pieces: list[Piece], common: frozenset[str], *, opens: bool) -> tuple[list[Piece], list[str]]:
    """
    A run of capitalised words without what is no part of the name.

    Parameters
    ----------
    pieces : list of (str, int, int)
        Words with their offsets.
    common : frozenset of str
        Nouns for people and bodies, in lower case.
    opens : bool
        Whether a sentence begins here.

    Returns
    -------
    (pieces, titles)
        Titles in lower case, and what stands before a rank inside the name is gone.

    Examples
    --------
    >>> run = [("Rear", 0, 4), ("Admiral", 5, 12), ("Orr", 13, 16)]
    >>> without_titles(run, frozenset(), opens=True)
    ([('Orr', 13, 16)], ['rear', 'admiral'])
    """
    titles: list[str] = []
    whole = pieces
    while pieces:
        low = pieces[0][0].lower().rstrip(".")
        if low in _SHORT and len(pieces) == 3 and pieces[1][0].lower() in _SECOND:
            break
        trade = _is_trade(pieces, common, opens=opens)
        title = _is_title_here(pieces) or (len(pieces) == 2 and low in TITLES and bool(titles) and titles[-1] in _BEFORE_OFFICE)
        if not (is_no_name(low, opens=opens) or title or trade):
            break
        # "Then Third Lantern": what comes behind a word of the sentence does not begin it.
        opens = opens and (title or trade or low in _TENS)
        if (title and low not in _ARTICLES) or trade:
            titles.append(low)
        pieces = pieces[1:]
    if len(pieces) == 1 and titles and pieces[0][0].lower() in _ORGANISATION and whole[-2][0].lower() not in _ARTICLES:
        # "The Foreign Ministry", "State Department": no title, but part of the name.
        return whole[-2:], []
    if titles and titles[-1] in _OF_BODIES and len(pieces) > 1 and pieces[-1][0].lower().rstrip(".") in _ORGANISATION:
        # "the State Mine Office": "mine" begins no name by itself.
        at = next(i for i in range(len(whole) - len(pieces) - 1, -1, -1) if whole[i][0].lower().rstrip(".") == titles[-1])
        return whole[at:], titles[:-1]
    inner = [i for i, p in enumerate(pieces[:-1]) if i >= 1 and (_is_rank(p[0]) or _is_master(pieces[i - 1][0], p[0]))]
    if inner and not any(p[0].lower() in _ORGANISATION for p in pieces[inner[-1] + 1 :]):
        titles += [pieces[inner[-1]][0].lower().rstrip(".")]
        pieces = pieces[inner[-1] + 1 :]
    return pieces, titles


def _is_rank(word: str) -> bool:
    return word.lower().rstrip(".") in _RANKS or ("-" in word and is_title(word))


def _is_master(before: str, word: str) -> bool:
    """ "Harbour Master Ann Orr": two words for one office."""
    return word == "Master" and before.lower() in _MASTERED


def _is_title_here(pieces: list[Piece]) -> bool:
    low = pieces[0][0].lower().rstrip(".")
    # "Earl Lind" and "Dean Orr" are names, "Earl Jonas Lind" has a title.
    if low in _both() and len(pieces) < 3:
        return False
    if low not in _WORDS["titles"] and any(p[0].lower() in _ORGANISATION for p in pieces):
        # "Nurse Aid Society"
        return False
    return is_title(low) and (len(pieces) > 1 or low != "may")


def _is_trade(pieces: list[Piece], common: frozenset[str], *, opens: bool) -> bool:
    """ "Shopkeeper Tan Meiling" where a sentence begins."""
    low = pieces[0][0].lower().rstrip(".")
    if not opens or len(pieces) <= (1 if low in _INTRODUCES else 2) or low.endswith("s"):
        return False
    if (low not in common and low not in _MEDIA_PEOPLE) or first_name_gender(low) is not None or low in _SURNAMES:
        return False
    return not any(p[0].lower() in _ORGANISATION for p in pieces)


@cache
def _both() -> frozenset[str]:
    """Titles that are first names too."""
    return _NAMES["both"] | frozenset(t for t in _NAMES["titles"] if first_name_gender(t))


def without_letters(pieces: list[Piece]) -> list[Piece]:
    """
    "Ann Orr MP": letters behind a name that stand for a seat or a degree.

    Examples
    --------
    >>> without_letters([("Ann", 0, 3), ("Orr", 4, 7), ("MP", 8, 10)])
    [('Ann', 0, 3), ('Orr', 4, 7)]
    """
    while len(pieces) > 2 and _LETTERS.fullmatch(pieces[-1][0]):
        pieces = pieces[:-1]
    return pieces
