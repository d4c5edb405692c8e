"""Runs of capitals that are one name of a body: "Ministry of Water and Power", "Committee on Fisheries"."""

from __future__ import annotations

import re
from dataclasses import replace

from framing.annotate.people.bodies import body_kind, is_single
from framing.annotate.people.families import first_name_gender
from framing.annotate.people.name_parts import Name, common
from framing.annotate.people.titles import TITLES, Piece
from framing.annotate.wordlists import word_list

_RELATIONAL = word_list("quotes_words_en.txt")["relational"]
_PORTFOLIOS = frozenset(
    ("ministry", "department", "bureau", "office", "commission", "committee", "chamber", "union", "institute", "court")
)
_OFFICES = frozenset(
    ("office", "administration", "bureau", "department", "commission", "agency", "authority", "board", "service",
     "inspectorate", "directorate", "council", "secretariat", "registry", "tribunal", "court", "police", "constabulary",
     "guard")
)  # fmt: skip
_ORDERS = frozenset(("sisters", "brothers", "fathers", "mothers", "daughters", "sons", "friends", "knights", "elders"))
_KIN = frozenset(("wives", "widows", "daughters", "sons", "children", "mothers", "families", "orphans", "friends"))
_MEMBERS = frozenset(
    ("brotherhood", "sisterhood", "guild", "fellowship", "federation", "confederation", "alliance", "coalition")
)
# "Committee on Fisheries"
_ON = frozenset(("committee", "commission", "council", "panel", "board"))
_JOINS = (" of ", " of the ", " for ", " for the ")
# "Commission of Inquiry into the Events"
_INTO = (" into ", " into the ")
_INQUIRIES = frozenset(("inquiry", "enquiry", "inquest", "investigation", "investigations"))
# "Housing Office No. 4", "the Inquiry into the Events of 9 April"
_NUMBER = re.compile(r" No\.? ?\d+\b")
# "Steering Committee 27", "Channel 6"
_COUNTED = frozenset(
    ("committee", "commission", "channel", "chamber", "section", "division", "directorate", "radio", "command")
)
_COUNT = re.compile(r" \d{1,3}\b(?![.,]\d|[-–%]| [a-z]+s\b| per| [A-Z])")
_ITS = re.compile(r"((?:[A-Z][\w-]+ ){0,2}[A-Z][\w-]+)[’']s $")
_DAY = re.compile(r" of (?:the )?\d{1,2}(?:st|nd|rd|th)? (?:of )?[A-Z][a-z]+(?: \d{4})?\b")


def joined(text: str, first: Name, end: int) -> Name:
    """The name of a body from where this one begins to a later end."""
    return replace(first, end=end, words=tuple(text[first.start : end].split()), person=False)


def is_portfolio(text: str, first: Name, pieces: list[Piece]) -> bool:
    """True where a title goes on with the name of a body: "Ministry of Justice", "of Water and Justice": titles elsewhere."""
    if len(pieces) != 1:
        return False
    between = text[first.end : pieces[0][1]]
    if between == " and ":
        return first.words[0].lower() in _PORTFOLIOS and not {"of", "for"}.isdisjoint(first.words)
    return first.words[-1].lower() in _PORTFOLIOS and between in _JOINS


def numbered(text: str, name: Name) -> Name:
    """The name of a body with the number or the day that belongs to it: "Housing Office No. 4", "Events of 9 April"."""
    if name.words[-1].lower() in _COUNTED and (count := _COUNT.match(text, name.end)):
        return joined(text, name, count.end())
    if name.person:
        return name
    if name.words == ("Office",) and (owner := _ITS.search(text[max(0, name.start - 50) : name.start])):
        # "the Prosecutor General's Office": its owner is a title alone.
        start = name.start - len(owner.group().removeprefix("The "))
        return joined(text, replace(name, start=start), name.end)
    behind = _NUMBER.match(text, name.end) or ("into" in name.words and _DAY.match(text, name.end))
    return joined(text, name, behind.end()) if behind else name


def one_body(text: str, first: Name, name: Name) -> bool:
    """True where two runs are one name: "Ministry of Water and Power", "Chamber of Chandlers", "Prosecutor's Office"."""
    between = text[first.end : name.start]
    if between in _JOINS:
        return not name.titles and (not first.person or _is_order(text, first))
    if between == " of First " and first.words[-1] == "Court":
        return True
    if between in _INTO:
        return first.words[-1].lower() in _INQUIRIES and not first.person
    if between == " on " and first.words[-1].lower() in _ON and not first.person:
        return len(name.words) == 1 and not name.titles and first_name_gender(name.words[0]) is None
    if between == " in " and not first.person:
        return name.words == ("Exile",)
    if between == " and ":
        return _goes_on(first, name) or _halves(text, first, name)
    if between in ("’s ", "'s ", "’ ", "' "):
        owner = first.words[-1].lower()
        if between in ("’ ", "' ") and owner in common() and len(name.words) == 1 and _has_article(text, first):
            # "the Quay Miners’ Circle"
            return True
        if not first.person and "of" in first.words and owner in common():
            # "the Friendly Society of Porters' Wives"
            return len(name.words) == 1 and not name.titles and name.words[0].lower() in _KIN
        body = not name.person or (len(name.words) == 1 and body_kind(name.words[0]) is not None)
        return body and (owner in common() or owner.rstrip("s") in common() or owner in TITLES)
    return False


def _is_order(text: str, first: Name) -> bool:
    """ "the Sisters of Quay Hill": a noun with a capital inside a sentence; "The President of Quillon" has a title."""
    if not first.person or len(first.words) > 1 or first.titles:
        return False
    before, word = text[max(0, first.start - 4) : first.start], first.words[0].lower()
    if before == "The " and word in _ORDERS:
        return True
    if word in _MEMBERS:
        # "the banned Brotherhood of Kiln Hands"
        return True
    if word in _RELATIONAL or (word.removesuffix("s") in TITLES and word not in _ORDERS):
        return False
    return before == "the " or (before == "The " and word not in common())


def _goes_on(first: Name, name: Name) -> bool:
    """ "Ministry of Water and Power", "Union of Carters and Porters", "Department of Health and Human Services"."""
    if name.titles or first_name_gender(name.words[0]) is not None:
        return False
    heads = [i for i, w in enumerate(first.words[:-1]) if first.words[i + 1] in ("of", "for", "on")]
    if not heads or heads[0] + 2 >= len(first.words):
        return False
    if first.words[heads[0]].lower() in _PORTFOLIOS and heads[0] == 0 and len(name.words) <= 2:
        return True
    # "of Carters and Orr" are two, "of Carters and Porters" is one.
    plural = first.words[-1].endswith("s") == name.words[-1].endswith("s")
    return plural and not first.person and len(name.words) == 1 and first.words[-1].endswith("s")


def _has_article(text: str, name: Name) -> bool:
    return text[max(0, name.start - 4) : name.start] in ("The ", "the ")


def _halves(text: str, first: Name, name: Name) -> bool:
    """ "the Press and Publication Office"; "the Senate and Justice Department" are two."""
    if len(name.words) != 2 or name.titles or first.titles or name.words[1].lower() not in _OFFICES:
        return False
    if not _has_article(text, first) or first_name_gender(first.words[0]) is not None:
        return False
    # "the Maritime and Signals Police": one word that firms have, too, is no firm.
    kinds = (None, "media", "company") if len(first.words) == 1 else (None, "media")
    return body_kind(" ".join(first.words)) in kinds and not is_single(first.words) and len(first.words) < 4
