"""What kind of source somebody is: from titles, head nouns, appositions and a documented word list."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache, lru_cache

from framing.annotate.people.bodies import body_kind, is_research
from framing.annotate.people.fixed_phrases import NO_SCHOLAR, WITH_OF, kind_of_fixed_phrase
from framing.annotate.people.hidden import is_hidden
from framing.annotate.wordlists import word_list

TYPES = (
    "official",
    "police",
    "expert",
    "lawyer",
    "victim",
    "citizen",
    "media",
    "organisation",
    "company",
    "anonymous",
    "other",
)

# Whoever speaks for, heads or works for something is of the kind of that something.
_WORDS = word_list("quotes_words_en.txt")
_RELATIONAL, _SMALL_TRADE, _CAPITALS = (_WORDS[section] for section in ("relational", "small_trade", "capitals"))
_DEFAULT = {
    "spokesman": "organisation", "spokeswoman": "organisation", "spokesperson": "organisation", "president": "official",
    "secretary": "official", "leader": "official", "leaders": "official", "commissioner": "official", "officer": "police",
    "officers": "police", "worker": "citizen", "workers": "citizen", "employee": "citizen", "employees": "citizen",
    "founder": "organisation", "executive": "company", "executives": "company", "editor": "media", "aide": "official",
    "aides": "official", "inspector": "police", "counsel": "lawyer", "adviser": "official", "advisor": "official",
    "advisers": "official", "advisors": "official", "representative": "official", "captain": "official", "boss": "company",
    "secretary-general": "organisation", "partner": "company", "presidents": "official", "vice-president": "official",
    "engineer": "expert", "engineers": "expert", "deputy": "official", "deputies": "official", "negotiator": "official",
    "negotiators": "official", "representatives": "official", "delegate": "official", "delegates": "official",
    "commissioners": "official", "secretaries": "official", "captains": "official", "chairs": "official",
    "spokesmen": "organisation", "spokeswomen": "organisation", "spokespeople": "organisation",
    "rector": "expert", "rectors": "expert", "vice-rector": "expert", "vice-chancellor": "expert", "provost": "expert",
    "vice-provost": "expert", "inspectors": "police", "bosses": "company", "partners": "company", "founders": "organisation",
    "co-founder": "organisation", "trustee": "organisation", "trustees": "organisation", "standard-bearer": "official",
    "steward": "citizen", "stewards": "citizen", "mouthpiece": "media", "staffer": "official", "staffers": "official",
    "staff": "citizen", "assistant": "citizen", "editors": "media",
    "ceo": "company", "ceos": "company", "cfo": "company", "coo": "company", "director-general": "organisation",
    "official": "official", "officials": "official", "member": "citizen", "members": "citizen",
}  # fmt: skip
_QUANTITY = re.compile(
    r"(?:while |the |a |vast |great |large |overwhelming |"
    r"as |about |nearly |almost |more than |at least |over |some |an? )*(?:one|two|three|four|five|six|"
    r"seven|eight|nine|ten|"
    r"many|most|some|several|dozens|hundreds|thousands|scores|half|all|both|none|each|few|two-thirds|three-quarters|members?|"
    r"group|number|handful|majority|couple|pair|crowd|coalition|[\d.,]+(?: per ?cent|%)?)\s+of\s+(?:the |his |her |"
    r"its |their |these |those )?",
    re.I,
)  # fmt: skip
# What a head, a chief or a director of is an official.
_PUBLIC = frozenset(
    ("village", "town", "township", "ward", "street", "neighbourhood", "neighborhood", "fire", "harbour", "harbor", "port")
)
# "Quillon founder Ann Orr": a body of one word that nobody explains is mostly a firm.
_OF_FIRMS = frozenset(("founder", "co-founder", "founders", "boss", "chairman", "chairwoman", "chief"))
_ONE_NAME = re.compile(r"\s*(?:the )?[A-Z][a-z]\w+\s*")
_ANYBODY = frozenset(("many", "some", "others", "several", "most", "another", "everyone", "everybody", "nobody"))
_COLLECTIVE = re.compile(rf"\b{NO_SCHOLAR}[\w-]*(?:ologist|ographer|ometrist|iatrist|ician)s?$")
_PEOPLE = re.compile(
    r".{3,}(?:man|woman|men|women|keeper|keepers|monger|mongers|wright|wrights|smith|smiths|worker|workers|maker|makers|goer|"
    r"goers|folk|people|person|persons|owner|owners|holder|holders|sitter|sitters|minder|minders|dweller|dwellers|grower|"
    r"growers|picker|pickers|seller|sellers|hand|hands|mender|menders|driver|drivers|rider|riders|lover|lovers|mate|mates|"
    r"herd|herder|herders|wife|wives|breeder|breeders|cutter|cutters|digger|diggers|player|players|teacher|teachers|wife)$"
)
_WORD = re.compile(r"[A-Za-z][\w’'.-]*")
_POSSESSIVE = re.compile(r"[’']s?$")
_NAMED = re.compile(r"[A-Z][\w’'-]*(?:\s+(?:(?:of|for|and|the)\s+)*[A-Z][\w’'-]*)+")
_BREAK = re.compile(
    r"\b(?:of|from|at|in|for|with|who|which|that|to|on|by|near|whose|whom|behind|over|under|against|outside)\b|,|\(|—|–|;"
)


@cache
def _kinds() -> dict[str, str]:
    """Word to kind; an earlier section wins."""
    found: dict[str, str] = {}
    for section, words in word_list("quotes_sources_en.txt").items():
        if section in TYPES:
            for word in words:
                found.setdefault(word, section)
    return found


def source_type(description: str, belonging: Callable[[str], str | None] | None = None) -> str | None:
    """
    The kind of source a description names.

    Parameters
    ----------
    description : str
        A title, noun phrase or apposition, without the name.
    belonging : callable, optional
        Gives the kind of what somebody belongs to ("the fisheries ministry"); else the words alone tell it.

    Returns
    -------
    str or None
        One of `TYPES` (never "other"); None where no word of it is known.

    Examples
    --------
    >>> source_type("a spokeswoman for the fisheries ministry"), source_type("law professor at Orr University")
    ('official', 'expert')
    >>> source_type("a person familiar with the talks"), source_type("the tallest")
    ('anonymous', None)
    """
    return _alone(description) if belonging is None else _told(description, belonging)


@lru_cache(maxsize=1 << 14)
def _alone(description: str) -> str | None:
    """What the words alone tell; titles come again and again."""
    return _told(description, belongs_to)


def _told(description: str, belonging: Callable[[str], str | None]) -> str | None:
    if is_hidden(description):
        return "anonymous"
    description = description.strip(" ,")
    if counted := _QUANTITY.match(description):
        # "One of them, a clerk": what stands behind the comma says who.
        of_what, _, apposed = description[counted.end() :].partition(",")
        if kind := source_type(of_what, belonging) or source_type(apposed, belonging):
            return kind
    cut = _BREAK.search(description)
    cut = cut if cut and cut.start() > 0 else None
    first, rest = (description[: cut.start()], description[cut.end() :]) if cut else (description, "")
    if cut and cut.group() == "," and not re.match(r" (?:of|for|from|at|in|with)\b", rest):
        # "the chief inspector, explained that their operators": the sentence goes on.
        rest = ""
    if fixed := kind_of_fixed_phrase(first):
        return fixed
    for pattern, kind in WITH_OF:
        if pattern.match(description):
            return kind
    return _by_head(_WORD.findall(first), rest, belonging) if _WORD.search(first) else belonging(description)


def _by_head(words: list[str], rest: str, belonging: Callable[[str], str | None]) -> str | None:
    """The kind the head noun gives, or what it is a part of."""
    kinds, head, before = _kinds(), _bare(words[-1]), " ".join(words[:-1])
    rest = re.split(r"\bwho\b|,", rest)[0]
    if head in _RELATIONAL:
        told = belonging(before) or belonging(rest)
        if told in ("organisation", "official") and not head.startswith("spokes") and _researches(rest, told):
            return "expert"
        if not told and not _PUBLIC.isdisjoint(map(_bare, words[:-1] + _WORD.findall(rest))):
            return "official"
        if not told and head in ("member", "members") and _NAMED.search(rest):
            return "organisation"
        if not told and head in _OF_FIRMS and _ONE_NAME.fullmatch(before or rest) and not is_capital(before or rest):
            return "company"
        return told or _DEFAULT.get(head) or kinds.get(head, "organisation")
    if head in ("owner", "owners", "proprietor", "manager", "managers"):
        small = _SMALL_TRADE & {_bare(w) for w in [*words[:-1], *_WORD.findall(rest)]}
        return "citizen" if small else "company"
    # "The Orr University Prof Ann Lind": she is no university.
    if kinds.get(head) in ("expert", "lawyer", "citizen", "victim") and not body_kind(words[-1]):
        return kinds[head]
    if before[:1].isupper() and words[-1][:1].isupper() and (named := body_kind(" ".join(words))):
        return named
    for word in reversed([_bare(w) for w in words]):
        if word in kinds and word not in _RELATIONAL:
            return kinds[word]
        if word in _RELATIONAL:
            return belonging(rest) or _DEFAULT.get(word) or kinds.get(word, "organisation")
    if _COLLECTIVE.search(head):
        return "expert"
    if head in _ANYBODY and len(words) == 1:
        return "citizen"
    return "citizen" if _PEOPLE.match(head) and head not in ("human", "humans") else None


def _researches(rest: str, told: str) -> bool:
    """True for a university and for a department of one; a state's institutes stay the state's."""
    return is_research(rest) and (told == "organisation" or re.search(r"\b(?:University|College)\b", rest) is not None)


def is_relational(word: str) -> bool:
    """True for a noun whose kind is that of what it belongs to: "spokesman", "director", "aide"."""
    return word in _RELATIONAL


def word_kind(word: str) -> str | None:
    """The section of the list a single word stands in."""
    return _kinds().get(word)


def _bare(word: str) -> str:
    return _POSSESSIVE.sub("", word.lower()).strip(".")


def belongs_to(text: str) -> str | None:
    """
    The kind of what these words name: a body with capitals, police, else the last known word.

    Examples
    --------
    >>> belongs_to("the Ward Police Bureau"), belongs_to("the state fisheries ministry"), belongs_to("the old town")
    ('police', 'official', None)
    """
    if (named := _NAMED.search(text)) and (kind := body_kind(named.group())):
        return kind
    kinds = _kinds()
    found = [kinds[w] for w in map(_bare, _WORD.findall(text)) if w in kinds and w not in _RELATIONAL]
    if "police" in found:
        return "police"
    return found[-1] if found else None


def is_capital(word: str) -> bool:
    """True for a capital or country that news uses for its government: "Brussels said"."""
    return word.lower().replace(".", "").replace(" ", "-") in _CAPITALS | {"us", "usa", "uk"}


def counts_people(text: str) -> bool:
    """True for "two-thirds of the voters", "one of the fishermen": nobody is named by it."""
    return _QUANTITY.match(text) is not None


def kind_within(name: str, belonging: Callable[[str], str | None] | None = None) -> str | None:
    """
    The kind of somebody who belongs to a named body; None where no word of the name is known.

    Examples
    --------
    >>> kind_within("Orr University"), kind_within("Ministry of Works"), kind_within("Merrow")
    ('expert', 'official', None)
    """
    return "expert" if is_research(name) else (belonging or belongs_to)(name)
