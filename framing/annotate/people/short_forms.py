"""Short forms: "the Authority", "NMA" and "Quillon" for a body that the document names in full, a handle behind its owner."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from framing.annotate.people.bodies import body_kind, is_demonym, is_single
from framing.annotate.people.families import first_name_gender
from framing.annotate.people.names import Name
from framing.annotate.people.sources import is_capital, word_kind

# "(NMA)" right behind the name it stands for.
_BRACKETS = re.compile(r"(?:[’']s)?\s\((?:the )?[“\"‘']?([A-Z][\w&.-]{1,11})[”\"’']?\)")
_SMALL = frozenset(("of", "for", "the", "and", "on", "in", "to", "&"))
# "the House" is no White House, "the State" no Islamic State.
_OWN = frozenset(
    ("house", "senate", "congress", "parliament", "assembly", "government", "state", "states", "republic", "nation", "nations",
     "street", "city", "town", "county", "sea", "island", "islands", "north", "south", "east", "west", "coast", "bay", "day",
     "week", "year", "war", "world", "earth", "sun", "lord", "king", "border", "bible", "internet", "web")
)  # fmt: skip
_COMMON = frozenset(
    ("national", "federal", "first", "general", "united", "royal", "public", "central", "northern", "southern", "eastern",
     "western", "north", "south", "east", "west", "new", "old", "great", "grand", "state", "royal", "free", "independent",
     "international", "global", "world", "american", "union", "people's", "people’s", "city", "coastal", "regional", "local")
)  # fmt: skip
_PLACE = re.compile(
    r"\b(?:[Ii]n|[Nn]ear|[Aa]cross|[Tt]hroughout|[Oo]utside|[Ii]nside|[Aa]round|[Ii]nto|[Nn]orth of|[Ss]outh of) $"
)


def short_forms(text: str, names: Sequence[Name]) -> dict[int, int]:
    """
    Which names are short forms of one that the document gives in full.

    Parameters
    ----------
    text : str
    names : sequence of Name
        In the order of the text.

    Returns
    -------
    dict of int to int
        Number of a short form to the number of a full name: the last one before it, else the first behind it.

    Examples
    --------
    >>> from framing.annotate.people.names import names
    >>> text = "The Harbour Grain Authority (HGA) met. HGA said no. The Authority left."
    >>> found = names(text)
    >>> {found[a].words: found[b].words for a, b in short_forms(text, found).items()}["Authority",]
    ('Harbour', 'Grain', 'Authority')
    """
    places = {n.words[0].lower() for n in names if _PLACE.search(text, max(0, n.start - 12), n.start)}
    last: dict[str, int] = {}
    first: dict[str, int] = {}
    waiting: list[tuple[int, list[str]]] = []
    found: dict[int, int] = {}
    for number, name in enumerate(names):
        if len(name.words) > 1 and not name.person:
            for key in _keys(text, name, places):
                last[key] = number
                first.setdefault(key, number)
        elif name.words[0].startswith("@") and number and text[names[number - 1].end : name.start] == " (":
            found[number] = found.get(number - 1, number - 1)
        elif len(name.words) == 1 and not name.titles:
            looked_up = list(_looked_up(text, name))
            target = next((last[key] for key in looked_up if key in last), None)
            if target is not None:
                found[number] = target
            elif looked_up:
                waiting.append((number, looked_up))
    for number, looked_up in waiting:
        target = next((first[key] for key in looked_up if key in first), None)
        if target is not None:
            found[number] = target
    return found


def _keys(text: str, name: Name, places: set[str]) -> Iterator[str]:
    """By what a body can be called for short: "=NMA", "the authority", "quillon ..."."""
    if behind := _BRACKETS.match(text, name.end, name.end + 20):
        short = behind.group(1).replace(".", "")
        if _shortens(short, name.words):
            yield "=" + short.upper()
    capitals = [w for w in name.words if w.lower() not in _SMALL]
    for words in (capitals, name.words):
        if len(words) > 2:
            yield "=" + "".join(w[0] for w in words).upper()
    core = _core(name.words)
    if len(core) > 1 or len(core) < len(name.words):
        yield "the " + core[-1].lower()
    low = name.words[0].lower()
    firm = body_kind(" ".join(name.words)) == "company" and len(core) == len(name.words)
    if firm and low not in places and not _is_word(low) and first_name_gender(low) is None:
        yield low + " ..."


def _looked_up(text: str, name: Name) -> Iterator[str]:
    word = name.words[0]
    if len(word) > 1 and word.replace(".", "").isupper():
        yield "=" + word.replace(".", "")
    the = text[max(0, name.start - 4) : name.start].lower() == "the "
    # "the Democrats" are no Senate Democrats, "the Times" can be the Orr Times.
    single = is_single((word,)) and word_kind(word.lower()) is None
    if the and word.lower() not in _OWN and not single and (not word.endswith("s") or body_kind(word)):
        yield "the " + word.lower()
    yield word.lower() + " ..."


def _core(words: tuple[str, ...]) -> tuple[str, ...]:
    """What stands before "of": "Ministry" of the Ministry of Water."""
    cut = next((i for i, w in enumerate(words) if w in ("of", "for") and i), len(words))
    return words[:cut]


def _shortens(short: str, words: tuple[str, ...]) -> bool:
    """True where the letters of the short form stand in the name in this order, and both begin alike."""
    letters = iter("".join(words).lower())
    return short[0] == words[0][0] and all(letter in letters for letter in short.lower() if letter.isalpha())


def _is_word(low: str) -> bool:
    """True for what names more than one firm: "National", "Chinese", "Union"."""
    return low in _COMMON or is_demonym(low) or is_capital(low) or word_kind(low) is not None
