"""
What a token is: the pattern, how a type is folded, and where a sentence may end.

The rules, in the order in which they are tried (`TOKEN_PATTERN` is the whole of them):

1. a web address (`https://...`, `www....`), without the punctuation that follows it;
2. an e-mail address;
3. initials with full stops between them (`U.S`, `a.m`), without the last full stop;
4. a word: letters, digits and combining marks of any script. Words are joined to one token by an apostrophe
   (straight or curly), a hyphen or an underscore between two letters or digits (`don't`, `law-and-order`), and digits by
   `.`, `,`, `:` or `/` (`1,000.5`, `10:30`, `9/11`).

Everything else (punctuation, dashes, symbols) is no token. No token contains white space.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

# Combining marks that Python's \w leaves out, and the soft hyphen: they belong to the word they stand in.
MARKS = (
    "\u00ad\u0300-\u036f\u0483-\u0489\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u064b-\u065f\u0670"
    "\u06d6-\u06dc\u06df-\u06e4\u06e7\u06e8\u06ea-\u06ed\u0711\u0730-\u074a\u0900-\u0903\u093a-\u094f\u0951-\u0957\u0962\u0963"
    "\u0981-\u0983\u09bc\u09be-\u09cd\u0a01-\u0a03\u0a3c-\u0a4d\u0abc\u0abe-\u0acd\u0b3c\u0b3e-\u0b4d\u0bbe-\u0bcd\u0c3e-\u0c4d"
    "\u0cbc\u0cbe-\u0ccd\u0d3e-\u0d4d\u0e31\u0e34-\u0e3a\u0e47-\u0e4e\u0eb1\u0eb4-\u0ebc\u0ec8-\u0ecd\u0f71-\u0f84\u102b-\u103e"
    "\u1ab0-\u1aff\u1dc0-\u1dff\u200c\u200d\u20d0-\u20f0\u302a-\u302f\u3099\u309a\ufe20-\ufe2f"
)
APOSTROPHES = "'\u2019\u2018\u02bc\uff07"
HYPHENS = "-\u2010\u2011"

_PART = rf"[^\W_]+(?:[{MARKS}][^\W_]*)*"
_JOIN = rf"(?:[{APOSTROPHES}\-\u2010\u2011_]|(?<=\d)[.,:/](?=\d))"
_URL = (
    r"(?:https?://|www\.)[^\s<>\"\u201c\u201d]*[^\s<>.,;:!?\"'\u201c\u201d\u2018\u2019()\[\]{}\u2026\u2014\u2013\-\u00ab\u00bb]"
)
_EMAIL = r"[\w.+\-]+@[\w\-]+(?:\.[\w\-]+)+"
_INITIALS = r"[^\W\d_](?:\.[^\W\d_])+(?![^\W_])"

_WORD = rf"{_INITIALS}|{_PART}(?:{_JOIN}{_PART})*"

TOKEN_PATTERN = rf"{_URL}|{_EMAIL}|{_WORD}"
# The same for texts that hold neither "@" nor "://" nor "www.", in which no address can stand.
PATTERN_WITHOUT_ADDRESSES = _WORD
TOKEN = re.compile(TOKEN_PATTERN)

_STRAIGHT = str.maketrans({**dict.fromkeys(APOSTROPHES, "'"), **dict.fromkeys(HYPHENS, "-"), "\u00ad": None})


def fold(surface: str) -> str:
    """
    The type of a token: lower case, NFC, straight apostrophes, plain hyphens, no soft hyphens.

    Examples
    --------
    >>> fold("Government’s")
    "government's"
    """
    if surface.isascii():
        return surface.lower()
    return straighten(surface.lower())


def straighten(surface: str) -> str:
    """
    A token with straight apostrophes, plain hyphens, no soft hyphens and in NFC; its case stays.

    Examples
    --------
    >>> straighten("O’Neill")
    "O'Neill"
    """
    return surface if surface.isascii() else unicodedata.normalize("NFC", surface.translate(_STRAIGHT))


def fold_all(surfaces: Iterable[str]) -> list[str]:
    """
    The types of many tokens at once.

    Examples
    --------
    >>> fold_all(["Don’t", "PANIC"])
    ["don't", 'panic']
    """
    # No token holds a line break, and case looks at one word at a time, so all can be lowered as one text.
    lowered = "\n".join(surfaces).lower()
    return [word if word.isascii() else straighten(word) for word in lowered.split("\n")] if lowered else []


def has_addresses(text: str) -> bool:
    """
    True if a web or e-mail address might stand in a text.

    Examples
    --------
    >>> has_addresses("see www.a.org"), has_addresses("see here")
    (True, False)
    """
    return "@" in text or "://" in text or "www." in text


def spans(text: str) -> list[tuple[int, int]]:
    """
    Start and end of every token of a text, by the pattern alone.

    Examples
    --------
    >>> text = "Law-and-order: 1,000 of the U.S. workers' e-mails to a.b@c.org"
    >>> [text[i:j] for i, j in spans(text)]
    ['Law-and-order', '1,000', 'of', 'the', 'U.S', 'workers', 'e-mails', 'to', 'a.b@c.org']
    """
    return [match.span() for match in TOKEN.finditer(text)]


def words(text: str) -> list[str]:
    """
    The types of a text, in order.

    Examples
    --------
    >>> words("Rule of LAW")
    ['rule', 'of', 'law']
    """
    return [fold(text[start:end]) for start, end in spans(text)]


# --- where a sentence may end -----------------------------------------------------------------------------------------
# Flags of a token: what stands behind it (HARD, SOFT, WEAK) and before it (OPENER, STARTER, HARD_BEFORE). DOT is a lone full
# stop, which ends a sentence unless it belongs to the word before it (see `flags_of_word`).
HARD, SOFT, WEAK, OPENER, STARTER, HARD_BEFORE, DOT = 1, 2, 4, 8, 16, 32, 64

_TITLES, _ENDERS, _STARTERS = (
    frozenset(line.split())
    for line in (
        "mr mrs ms mx dr prof sen rep gov gen col lt capt cmdr sgt maj pres sec amb supt insp hon rev fr st mt ft fig "
        "vs cf jan feb mar apr jun jul aug sep sept oct nov dec approx est dept div ed eds vol pp art e.g i.e",
        "no nos inc corp co ltd jr sr etc u.s u.k u.n e.u d.c a.m p.m b.c a.d ph.d assn bros",
        "the a an he she it they we you i this that these those there in on at but and or so yet for from after before "
        "when while as if although though however since his her their its our my mr mrs ms dr many",
    )
)
_SPECIAL = _TITLES | _ENDERS
_BLANK_LINE = re.compile(r"\n\s*\n")
_END = re.compile(r"[.!?\u2026\u3002\uff01\uff1f]")
_WIDE_END = re.compile(r"[\u3002\uff01\uff1f]")
_QUOTES = frozenset("\"'\u201c\u2018\u00ab")


def flags_behind(tail: str, *, inside: bool = False) -> int:
    """
    What the text behind a token says about the end of a sentence.

    Parameters
    ----------
    tail : str
        From the token to the next space, or to the next token.
    inside : bool
        True if a token follows without a space: a full stop then ends a sentence only before other white space, or where the
        script writes none.

    Returns
    -------
    int
        HARD for a blank line, DOT for a lone full stop, SOFT for any other end, 0 otherwise.

    Examples
    --------
    >>> flags_behind(".") == DOT, flags_behind("?") == SOFT, flags_behind(".", inside=True), flags_behind(",")
    (True, True, 0, 0)
    """
    if _BLANK_LINE.search(tail):
        return HARD
    if not _END.search(tail) or (inside and not any(map(str.isspace, tail)) and not _WIDE_END.search(tail)):
        return 0
    return DOT if tail[0] == "." and len(_END.findall(tail)) == 1 else SOFT


def flags_before(lead: str) -> int:
    """HARD_BEFORE after a blank line, OPENER after an opening quotation mark."""
    return (HARD_BEFORE if _BLANK_LINE.search(lead) else 0) | (0 if _QUOTES.isdisjoint(lead) else OPENER)


def flags_of_word(word: str) -> tuple[int, int]:
    """
    What a word itself says.

    Returns
    -------
    before : int
        OPENER unless it begins in lower case, with STARTER for words that often begin a sentence.
    dot : int
        What a lone full stop behind it is: SOFT, WEAK where it may belong to an abbreviation, 0 where it does.

    Examples
    --------
    >>> flags_of_word("Mr")[1], flags_of_word("Inc")[1] == WEAK, flags_of_word("law") == (0, SOFT)
    (0, True, True)
    """
    low = word.lower()
    before = 0 if word[0].islower() else (OPENER | STARTER if low in _STARTERS else OPENER)
    if low in _SPECIAL or (len(word) == 1 and word.isupper() and word != "I"):
        return before, WEAK if low in _ENDERS else 0
    return before, SOFT
