"""Names of people and bodies in a text, found by their capitals."""

from __future__ import annotations

import re
from collections.abc import Iterator

from framing.annotate.people.bodies import is_demonym, sounds_like_body
from framing.annotate.people.families import family_name, first_name_gender
from framing.annotate.people.joined_names import is_portfolio, joined, numbered, one_body
from framing.annotate.people.local_titles import without_local_titles
from framing.annotate.people.name_parts import Name, common
from framing.annotate.people.shapes import NAME, handles
from framing.annotate.people.titles import TITLES, Piece, without_letters, without_titles
from framing.annotate.wordlists import word_list

__all__ = ["FEMININE", "MASCULINE", "TITLES", "Name", "names"]

MASCULINE = word_list("quotes_words_en.txt")["masculine"] | word_list("quotes_names_en.txt")["masculine"]
FEMININE = word_list("quotes_words_en.txt")["feminine"] | word_list("quotes_names_en.txt")["feminine"]
_ORGANISATION = word_list("quotes_words_en.txt")["organisation"]
_PLACES = word_list("quotes_names_en.txt")["places"]
_SURNAMES = word_list("quotes_surnames_zh.txt")[""]
_NOT_LAST = word_list("quotes_words_en.txt")["not_names"] | word_list("quotes_names_en.txt")["openers"]
_ABBREVIATIONS = word_list("quotes_words_en.txt")["abbreviations"]
_PORTFOLIO = re.compile(
    r"(?:[Mm]inister|[Ss]ecretary|[Cc]ommissioner|[Dd]irector|[Dd]epartment|[Cc]hancellor|[Cc]hief|"
    r"[Ii]nspector|[Ss]uperintendent|[Rr]egistrar|[Ss]urveyor|[Ii]ntendant|[Oo]verseer|[Cc]lerk|[Ww]arden) "
    r"(?:of|for) (?:the )?(?:[A-Z]\w+,? (?:(?:and|of|for) (?:the )?)?)*$"
)
_MANY = word_list("quotes_names_en.txt")["many"]
_SMALL = re.compile(r"(?<![\w’'.@-])[a-z]{3,}(?![\w’'-])")
# "Mediators", "Shopkeepers": many of a trade.
_AGENTS = re.compile(r"[a-z]{2,}(?:ators|itors|ctors|ologists|icians|keepers|holders|workers|men|women)")
# "Grandmother asked"
_KIN = word_list("quotes_names_en.txt")["kin"]
_MONTHS = frozenset(f"{month}." for month in ("jan", "feb", "mar", "apr", "aug", "sep", "sept", "oct", "nov", "dec"))
_DATE = re.compile(r"\s\d")
_BLACK = re.compile(r"\S+")
_INITIALS = re.compile(r"(?:[A-Z]\.)+")
_AT = re.compile(r"\b(?:[Ii]n|[Oo]n|[Aa]t|[Nn]ear|[Ff]rom|[Oo]utside) $")
_PREPOSITIONS = frozenset(("In", "On", "At", "Near", "From", "Outside"))
_STREETS = frozenset(("Street", "Road", "Lane", "Avenue", "Square", "Quay", "Alley", "Row"))
# Longer runs are lists and lines of capitals; they are cut, so that no step takes time with their square.
_LONGEST = 24
_SAINTS = frozenset(
    ("saint", "st", "san", "santa", "sao", "são", "port", "fort", "mount", "lake", "king", "queen", "prince", "rue")
)


def names(text: str) -> list[Name]:
    """
    Every capitalised name in a text.

    Examples
    --------
    >>> [(n.words, n.family) for n in names("Mayor Ann Orr met Chen Liwei and the Tide Daily.")]
    [(('Ann', 'Orr'), 'Orr'), (('Chen', 'Liwei'), 'Chen'), (('Tide', 'Daily'), 'Daily')]
    """
    found: list[Name] = []
    # "Baker said", "Mediators said": a word with the capital of its sentence, unless an Ann Baker is in the text.
    dropped: list[Name] = []
    small = frozenset(_SMALL.findall(text))
    for pieces in _runs(text):
        if text[pieces[0][1] - 1 : pieces[0][1]] == "/":
            # "Reuters/Ann Orr": who took a picture says nothing.
            continue
        if found and pieces[0][1] < found[-1].end:
            # "Inquiry into the Events of 9 April"
            continue
        name = _name(text, pieces)
        if name is None:
            if found and is_portfolio(text, found[-1], pieces):
                found[-1] = joined(text, found[-1], pieces[-1][2] - pieces[-1][0].endswith("."))
            elif (
                len(pieces) == 1 and pieces[0][0].isalpha() and text[max(0, pieces[0][1] - 4) : pieces[0][1]].lower() != "the "
            ):
                # "Bishop said", where an Ann Bishop is in the text.
                word, start, end = pieces[0]
                dropped.append(Name(start, end, (word,), word, True, ()))
            continue
        if found and one_body(text, found[-1], name):
            name = joined(text, found.pop(), name.end)
        elif len(name.words) == 1 and is_demonym(name.words[0]) and not name.titles:
            continue
        elif _iscommon(text, name, small):
            dropped.append(name)
            continue
        found.append(numbered(text, name))
    back = _names_after_all(found, dropped)
    users = [Name(a, b, (text[a:b],), text[a:b], True, ()) for a, b in handles(text)]
    return sorted(found + back + users, key=lambda n: n.start) if back or users else found


def _names_after_all(found: list[Name], dropped: list[Name]) -> list[Name]:
    """Those of `dropped` that are somebody's family name, or stand inside a sentence with their capital as well."""
    families = {n.family for n in found if n.person and len(n.words) > 1}
    alone = {n.words[0] for n in found if len(n.words) == 1}
    return [n for n in dropped if n.family in families or (n.words[0] in alone and n.words[0].lower() not in common())]


def _runs(text: str) -> Iterator[list[Piece]]:
    """Capitalised words that follow one another; a stop that belongs to no initial and no abbreviation ends a run."""
    for match in NAME.finditer(text):
        run: list[Piece] = []
        for m in _BLACK.finditer(text, *match.span()):
            word = m.group()
            run.append((word, *m.span()))
            bare = word[:-1]
            stop = word[-1] == "." and len(bare) > 1 and "." not in bare and bare.lower() not in _ABBREVIATIONS
            if stop or len(run) >= _LONGEST:
                yield run
                run = []
        if run:
            cut = _person_behind_place(text, run)
            yield from (run[:cut], run[cut:]) if cut else (run,)


def _person_behind_place(text: str, run: list[Piece]) -> int:
    """ "In Willow Wharf Ann Orr told us": where the person begins, else 0."""
    place = int(run[0][0] in _PREPOSITIONS)
    if not place and not _AT.search(text, max(0, run[0][1] - 9), run[0][1]):
        return 0
    if len(run) < 3 + place or first_name_gender(run[place][0]) is not None:
        return 0
    street = next((i + 1 for i, p in enumerate(run) if i > place and p[0] in _STREETS), 0)
    if street and len(run) - street in (2, 3) and run[-1][0].lower() not in _ORGANISATION | _PLACES:
        # "On Mast Street Ann Orr", whatever her first name is.
        return street
    for cut in range(max(1 + place, len(run) - 3), len(run) - 1):
        words = tuple(p[0] for p in run[cut:])
        asian = family_name(words) == words[0] and words[0].lower() in _SURNAMES
        if not asian and first_name_gender(words[0]) is None:
            continue
        if run[cut - 1][0].lower().rstrip(".") not in _SAINTS and words[-1].lower() not in _ORGANISATION | _PLACES:
            return cut
    return 0


def _name(text: str, pieces: list[Piece]) -> Name | None:
    start = pieces[0][1]
    pieces = _without_portfolio(text, _without_subhead(pieces))
    pieces, titles = without_titles(pieces, common(), opens=_opens(text, start))
    pieces, local = without_local_titles(text, pieces)
    titles += local
    while pieces and (pieces[-1][0].lower().rstrip(".") in _NOT_LAST or pieces[-1][0] == "&"):
        pieces.pop()
    pieces = without_letters(pieces)
    if len(pieces) == 1 and (_is_month(text, pieces[0]) or pieces[0][0].lower() in _KIN):
        return None
    if not pieces:
        return None
    # A stop ends a name unless it belongs to an initial or to "Jr."
    last = pieces[-1]
    end = last[2] - (last[0].endswith(".") and last[0] not in ("Jr.", "Sr."))
    words = tuple(p[0].rstrip(".") if len(p[0]) > 2 and not _INITIALS.fullmatch(p[0]) else p[0] for p in pieces)
    words = (*words[:-1], words[-1].removesuffix("’s").removesuffix("'s"))
    lower = [w.lower() for w in words]
    the = _has_the(text, pieces[0][1])
    # "Bill Orr" is no law, "April Lind" no month.
    told = lower[1:] if len(lower) > 1 and first_name_gender(lower[0]) else lower
    body = any(w in _ORGANISATION for w in told) or "&" in words or all(w.isupper() and len(w) > 1 for w in words)
    if not body and first_name_gender(words[0]) is None and (len(words) == 1 or family_name(words) != words[0]):
        body = sounds_like_body(words, after_the=the)
    return Name(pieces[0][1], end, words, family_name(words), not body, tuple(titles))


def _is_month(text: str, piece: Piece) -> bool:
    """ "Jan. 5", not Jan Orr."""
    return piece[0].lower() in _MONTHS and _DATE.match(text, piece[2]) is not None


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


def _iscommon(text: str, name: Name, small: frozenset[str]) -> bool:
    """True for "Residents said ...": a word with the capital of its sentence that is a common one, here or elsewhere."""
    if len(name.words) > 1 or name.titles or not _opens(text, name.start):
        return False
    word = name.words[0]
    low = word.lower()
    if low in common():
        # "MPP" can be an office, and the initials of a body.
        return not (word.isupper() and 1 < len(word) < 6)
    if low in _MANY:
        return True
    if first_name_gender(low) or not word.isalpha() or word.isupper() or text.startswith(":", name.end):
        return False
    return not small.isdisjoint((low, low + "s", low.removesuffix("s"))) or _AGENTS.fullmatch(low) is not None


def _has_the(text: str, at: int) -> bool:
    return text[max(0, at - 4) : at] in ("The ", "the ")


def _opens(text: str, at: int) -> bool:
    """True where a sentence, a line or a quotation begins."""
    before = text[max(0, at - 3) : at].strip()
    return (
        not before or text[max(0, at - 3) : at] == " - " or before[-1] in '.!?:“”"‘’…—–>' or "\n" in text[max(0, at - 2) : at]
    )
