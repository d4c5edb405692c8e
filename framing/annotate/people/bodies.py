"""What kind of source a named body is, by the words of its name."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from framing.annotate.wordlists import word_list

_LISTS = word_list("quotes_bodies_en.txt")
_HEADS = ("official", "media", "company", "organisation")
# "Centre for Health Protection of the Department of Health"
_STATE = frozenset(("ministry", "department"))
_WORD = re.compile(r"[A-Za-zÀ-ÿ][\w-]*")
_DOTTED = re.compile(r"\b(?:[A-Z]\.){2,}")
_CAPITALS = re.compile(r"[A-Z][\w-]*(?:\s+(?:(?:of|for|on|and|the)\s+)*[A-Z][\w-]*)*")
_JOINED = re.compile(r"(?:[A-Z]\w+ )+and (?:[A-Z]\w+ ?)+")
# "Leading Group on Water", "Operation Clean Quay": what states set up for a while.
_SET_UP = re.compile(r"(?:[A-Z]\w+ )*(?:Leading|Steering|Coordination|Coordinating) (?:Small )?Group\b|Operation [A-Z]\w+")
# "Council of Island Rabbis", "Congress of Market Women": whose council it is, is told by its members.
_COUNCIL = frozenset(
    ("council", "board", "conference", "assembly", "congress", "committee", "parliament", "circle", "convention")
)
# What no single state has: "Continental Council for Free Letters".
_ABOVE_STATES = frozenset(("continental", "intercontinental", "international", "transnational", "global", "united"))
_FACULTY = re.compile(r"\b(?:School of (?!the\b)[A-Z][a-z]+(?:ics|ogy|y|ing|ce|s)\b|Institute for [A-Z])")
_OF = re.compile(r"\s+(?:of|for|on|to|against|in|at|and)\s+")


@cache
def _by_word() -> dict[str, str]:
    """Last word of a name to kind; an earlier section wins."""
    found: dict[str, str] = {}
    for kind in _HEADS:
        for word in _LISTS[kind]:
            found.setdefault(word, kind)
    return found | dict.fromkeys(_LISTS["members"], "organisation")


@cache
def _known() -> dict[str, str]:
    """Whole name, with hyphens, to kind."""
    kinds = {kind: _LISTS["known-" + kind] for kind in ("police", *_HEADS)} | {
        "organisation": _LISTS["known-organisation"] | _LISTS["known-research"]
    }
    return {name: kind for kind, names in kinds.items() for name in names}


def names_known_body(text: str) -> bool:
    """
    True where a body that news readers know, or its short form, stands in these words.

    Examples
    --------
    >>> names_known_body("WHO Director-General Ann Orr"), names_known_body("the Orr Health Office")
    (True, False)
    """
    words = [w for run in _CAPITALS.findall(text) for w in run.split()]
    known, single = _known(), _LISTS["single"]
    if any(w.lower() in single and (w.isupper() or len(w) > 4) for w in words):
        return True
    return any(_whole(words[i:j]) in known for i in range(len(words)) for j in range(i + 1, min(i + 6, len(words)) + 1))


def _whole(words: Iterable[str]) -> str:
    return "-".join(words).lower().removeprefix("the-")


def body_kind(name: str) -> str | None:
    """
    The kind of a named body.

    Parameters
    ----------
    name : str
        With its capitals, without an article.

    Returns
    -------
    str or None
        "police", "official", "media", "company" or "organisation"; None where no word of the name is known.

    Examples
    --------
    >>> body_kind("Ward Police Bureau"), body_kind("Orr Milk Works"), body_kind("Brotherhood of Quay Hands")
    ('police', 'company', 'organisation')
    >>> body_kind("Merrow Mercury"), body_kind("Ministry of Water and Power"), body_kind("Merrow")
    ('media', 'official', None)
    """
    if known := _known().get(_whole(name.split())):
        return known
    if _JOINED.fullmatch(name) and name.split()[-1].lower() in _LISTS["official"] and "Social Security" not in name:
        # "Press and Publication Office": one office for both.
        name = name.replace(" and ", " ")
    core, *rest = _OF.split(_DOTTED.sub(lambda m: m.group().replace(".", ""), name.strip()))
    words, by_word = _words(core), _by_word()
    if not words:
        return None
    if words[0] == "un" or words[-1] in _LISTS["members"] or _of_members(words, rest) or _above_states(words, rest):
        return "organisation"
    if "rights" in words and _by_word().get(words[-1]) == "media":
        # "Island Rights Register"
        return "organisation"
    if _SET_UP.match(name):
        return "official"
    every = set(words).union(*map(_words, rest))
    if words[-1] in _LISTS["patrols"] and not _LISTS["watched"].isdisjoint(words[:-1]):
        return "police"
    if every & _LISTS["police"] or (every & _LISTS["inquiry"] and words[-1] in _LISTS["unit"]):
        return "police"
    if every & _STATE:
        return "official"
    # "Clean Network Chancery": a word for an outlet tells something as the last one only, save "Radio Orr".
    told = [w for w in words if w in by_word and (w == words[-1] or by_word[w] != "media" or w in _LISTS["first"])]
    found = [by_word[w] for w in reversed(told)]
    found = found or [by_word[w] for r in rest for w in _words(r) if w in by_word]
    return found[0] if found else None


def _of_members(words: list[str], rest: list[str]) -> bool:
    """ "Council of Island Rabbis", "Congress of Market Women"."""
    members = _LISTS["clergy"] | _LISTS["ordinary"]
    return words[-1] in _COUNCIL and any(w in members for r in rest for w in _words(r)[-1:])


def _above_states(words: list[str], rest: list[str]) -> bool:
    """ "Continental Council for Free Letters"; a "United Court" is of one state."""
    if words[0] not in _ABOVE_STATES or words[-1] not in _COUNCIL | {"commission", "nations"}:
        return False
    return words[0] != "united" or "nations" in (w for r in rest for w in _words(r))


def is_research(name: str) -> bool:
    """True for a university, an institute, a laboratory, a think tank."""
    return _whole(name.split()) in _LISTS["known-research"] or not _LISTS["research"].isdisjoint(_words(name))


def is_faculty(name: str) -> bool:
    """
    True for a body of scholars that speaks through its studies: a school of a subject, an institute for one.

    Examples
    --------
    >>> is_faculty("Merrow School of Economics"), is_faculty("Merrow School"), is_faculty("Institute for Tides")
    (True, False, True)
    """
    return _FACULTY.search(name) is not None


def is_institute(name: str) -> bool:
    """True for a body whose people study something: "Orr Institute", "Institute of Tides"."""
    return not {"institute", "observatory", "polytechnic", "university"}.isdisjoint(_words(name))


def is_demonym(word: str) -> bool:
    """True for "Chinese", "Catholic": what is of a country or a faith."""
    return word.lower() in _LISTS["demonyms"]


def is_single(words: tuple[str, ...]) -> bool:
    """True for a body that one word names: "Xinhua", "FBI"."""
    return len(words) == 1 and words[0].lower() in _LISTS["single"]


def sounds_like_body(words: tuple[str, ...], *, after_the: bool) -> bool:
    """
    True where the last word of a name (or the last before "of") is one that bodies have.

    Examples
    --------
    >>> sounds_like_body(("Orr", "Tramways"), after_the=False), sounds_like_body(("Hugo", "Mills"), after_the=False)
    (True, False)
    """
    if _whole(words) in _known():
        return True
    core = _words(_OF.split(" ".join(words))[0])
    if not core:
        return False
    head = core[-1]
    if head not in _by_word() and head not in _LISTS["police"]:
        return False
    if len(core) == 1 and head in _LISTS["single"]:
        return True
    if head in _LISTS["surnames"] and not after_the:
        return len(core) > 2
    return len(core) > 1 or after_the


def _words(text: str) -> list[str]:
    return [w.lower() for w in _WORD.findall(text)]
