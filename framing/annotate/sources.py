"""What kind of source somebody is: from titles, head nouns, appositions and a documented word list."""

from __future__ import annotations

import re
from functools import cache

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
_RELATIONAL, _SMALL_TRADE, _RESEARCH, _CAPITALS = (
    _WORDS[section] for section in ("relational", "small_trade", "research", "capitals")
)
_DEFAULT = {
    "spokesman": "organisation", "spokeswoman": "organisation", "spokesperson": "organisation", "president": "official",
    "secretary": "official", "leader": "official", "leaders": "official", "commissioner": "official", "officer": "official",
    "officers": "official", "worker": "citizen", "workers": "citizen", "employee": "citizen", "employees": "citizen",
    "founder": "organisation", "executive": "company", "executives": "company", "editor": "media", "aide": "official",
    "aides": "official", "inspector": "police", "counsel": "lawyer", "adviser": "official", "advisor": "official",
    "advisers": "official", "advisors": "official", "representative": "official", "captain": "official", "boss": "company",
    "secretary-general": "organisation", "partner": "company", "presidents": "official", "vice-president": "official",
    "official": "official", "officials": "official", "member": "citizen", "members": "citizen",
}  # fmt: skip
# Fixed expressions whose last word alone would mislead; the first that fits decides.
_PHRASES = tuple(
    (re.compile(rf"\b(?:{pattern})\b", re.I), kind)
    for pattern, kind in (
        (r"(?:attorney|solicitor|advocate|procurator)s?[- ]general|(?:district|state[’']?s?|county|city|"
        r"u\.?s\.?) attorneys?", "official"),
        (r"(?:independent|special|prosecuting) counsel|(?:public|state|federal|chief|crown) prosecutors?", "official"),
        (r"counsel|public defender|defen[cs]e (?:lawyer|attorney|counsel|team)|(?:law|legal) firm", "lawyer"),
        (r"police|detective (?:inspector|sergeant|constable|superintendent)|coast ?guard|chief constable", "police"),
        (r"prime minister|first minister|harbou?r ?master|civil servant|military spokes\w+|chief of staff", "official"),
        (r"(?:republican|democratic|labou?r|conservative|liberal|party|campaign|"
        r"presidential) (?:\w+ ){0,2}(?:strategist|consultant|operative|"
         r"activist|insider|leader|delegate|manager|chairman|chairwoman|chair|adviser|aide|staffer|director|official|"
         r"spokes\w+)s?", "official"),
        (r"(?:senior|executive) vice[- ]president|managing director|chief (?:financial|operating|technology|marketing) officer|"
         r"(?:president|chairman|chairwoman) and (?:chief executive|ceo|publisher|founder|owner)", "company"),
        (r"(?:election|electoral|presidential|senate|mayoral) campaign", "official"),
        (r"(?:tenants|residents|parents|neighbou?rhood|fishermen|fishers|workers|owners|traders|merchants|teachers|"
        r"nurses)[’']? ?"
         r"(?:association|union|society|group|committee|council|federation|alliance|cooperative|co-operative|"
         r"guild)", "organisation"),
        (r"human rights|aid (?:worker|agency)|trade union|labou?r union|pressure group|advocacy group|"
        r"campaign group", "organisation"),
        (r"news (?:agency|service|site|outlet|organi[sz]ation|website|editor|presenter)|state media|wire service", "media"),
        (r"(?:taxi|bus|tram|lorry|truck|ferry|train|delivery|cab) drivers?|(?:shop|stall|boat|caf[eé]|restaurant|home|"
        r"house|pub|store|farm) "
         r"(?:owner|keeper|assistant|clerk)s?|social media users?", "citizen"),
        (r"(?:those|people|adults|voters) (?:surveyed|polled|interviewed|questioned|asked)", "citizen"),
        (r"political scientists?|(?:policy|defen[cs]e|security|legal|law|media|health) experts?|"
        r"research(?:er)? (?:fellow|director)|director of research|"
         r"chief (?:economist|scientist|analyst)|senior fellow|visiting fellow", "expert"),
    )
)  # fmt: skip
_QUANTITY = re.compile(
    r"(?:while |as |about |nearly |almost |more than |at least |over |some |an? )*(?:one|two|three|four|five|six|"
    r"seven|eight|nine|ten|"
    r"many|most|some|several|dozens|hundreds|thousands|scores|half|all|both|none|each|few|two-thirds|three-quarters|members?|"
    r"group|number|handful|majority|couple|pair|crowd|coalition|[\d.,]+(?: per ?cent|%)?)\s+of\s+(?:the |his |her |"
    r"its |their |these |those )?",
    re.I,
)  # fmt: skip
_MADE_OF = re.compile(
    r"[\w’'-]*(?:report|poll|survey|study|analysis|statement|review|research|paper|count|tally|estimate)s?\b", re.I
)
_ISSUED = re.compile(
    r"(?:an?|the|this|its|one|another|new|recent)\s+(?:[\w-]+\s+){0,3}?(?:report|poll|survey|study|analysis|review|"
    r"paper|statement)\b"
    r".{0,120}?\b(?:by|from)\s+(?:the\s+)?((?-i:[A-Z]).*)",
    re.S | re.I,
)
_COLLECTIVE = re.compile(r"(?:ologist|ographer|ometrist|ician)s?$")
_PEOPLE = re.compile(
    r".{3,}(?:man|woman|men|women|keeper|keepers|monger|mongers|wright|smith|worker|workers|maker|makers|goer|goers|folk)$"
)
_HIDDEN = re.compile(
    r"\banonym|not (?:to )?be (?:named|identified|quoted by name)|declined to be (?:named|identified)"
    r"|declined to give (?:his|her|their|a) (?:full )?name"
    r"|(?:asked|wished|requested|preferred|wanted) (?:that (?:his|her|their) name|not to|to remain)"
    r"|refused to be named|unnamed|unidentified"
    r"|familiar with|close to the (?:matter|case|talks|investigation)|not authori[sz]ed to|knowledge of the",
    re.I,
)  # fmt: skip
_WORD = re.compile(r"[A-Za-z][\w’'.-]*")
_BREAK = re.compile(r"\b(?:of|from|at|in|for|with|who|which|that|to|on|by|near|whose)\b|,|\(|—|–|;")


@cache
def _kinds() -> dict[str, str]:
    """Word to kind; an earlier section wins."""
    found: dict[str, str] = {}
    for section, words in word_list("quotes_sources_en.txt").items():
        if section in TYPES:
            for word in words:
                found.setdefault(word, section)
    return found


def source_type(description: str) -> str | None:
    """
    The kind of source a description names.

    Parameters
    ----------
    description : str
        A title, noun phrase or apposition, without the name.

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
    if _HIDDEN.search(description):
        return "anonymous"
    description = description.strip(" ,")
    if (counted := _QUANTITY.match(description)) and (kind := source_type(description[counted.end() :])):
        return kind
    if made := _ISSUED.match(description):
        return _any(made.group(1)) or "organisation"
    cut = _BREAK.search(description)
    cut = cut if cut and cut.start() > 0 else None
    first, rest = (description[: cut.start()], description[cut.end() :]) if cut else (description, "")
    for pattern, kind in _PHRASES:
        if pattern.search(first):
            return kind
    return _by_head([_bare(w) for w in _WORD.findall(first)], rest) if _WORD.search(first) else _any(description)


def _by_head(words: list[str], rest: str) -> str | None:
    """The kind the head noun gives, or what it is a part of, or what made it."""
    kinds, head = _kinds(), words[-1]
    rest = re.split(r"\bwho\b|,", rest)[0]
    if head in _RELATIONAL:
        told = _any(" ".join(words[:-1])) or _any(rest)
        if told == "organisation" and not head.startswith("spokes") and _RESEARCH & {_bare(w) for w in _WORD.findall(rest)}:
            return "expert"
        return told or _DEFAULT.get(head) or kinds.get(head, "organisation")
    if head in ("owner", "owners", "proprietor", "manager"):
        small = _SMALL_TRADE & {*words[:-1], *map(_bare, _WORD.findall(rest))}
        return "citizen" if small else "company"
    if _MADE_OF.fullmatch(head):
        made = _any(" ".join(words[:-1])) or _any(rest)
        named = re.search(r"[A-Z]", rest)
        return made or ("organisation" if named else kinds.get(head))
    for word in reversed(words):
        if word in kinds and word not in _RELATIONAL:
            return kinds[word]
        if word in _RELATIONAL:
            return _any(rest) or _DEFAULT.get(word) or kinds.get(word, "organisation")
    if _COLLECTIVE.search(head):
        return "expert"
    return "citizen" if _PEOPLE.match(head) and head not in ("human", "humans") else None


def _bare(word: str) -> str:
    return re.sub(r"[’']s?$", "", word.lower()).strip(".")


def _any(text: str) -> str | None:
    """The kind of the last known word; people who speak for it do not count."""
    kinds = _kinds()
    found = [kinds[w] for w in map(_bare, _WORD.findall(text)) if w in kinds and w not in _RELATIONAL]
    return found[-1] if found else None


def is_hidden(text: str) -> bool:
    """True where the words around a source say that it is not to be named."""
    return _HIDDEN.search(text) is not None


def is_capital(word: str) -> bool:
    """True for a capital or country that news uses for its government: "Brussels said"."""
    return word.lower() in _CAPITALS


def counts_people(text: str) -> bool:
    """True for "two-thirds of the voters", "one of the fishermen": nobody is named by it."""
    return _QUANTITY.match(text) is not None


def kind_within(name: str) -> str | None:
    """
    The kind of somebody who belongs to a named body; None where no word of the name is known.

    Examples
    --------
    >>> kind_within("Orr University"), kind_within("Ministry of Works"), kind_within("Merrow")
    ('expert', 'official', None)
    """
    return "expert" if _RESEARCH & {_bare(w) for w in _WORD.findall(name)} else _any(name)
