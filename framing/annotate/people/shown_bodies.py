"""Names that are no person's because of what stands around them: an article, a place, ", a relief charity"."""

from __future__ import annotations

import re
from dataclasses import replace

from framing.annotate.people.bodies import body_kind
from framing.annotate.people.families import first_name_gender, is_pinyin
from framing.annotate.people.firms import is_firm
from framing.annotate.people.names import Name
from framing.annotate.wordlists import word_list

_PLACES = word_list("quotes_names_en.txt")["places"]
_FIRST_OF_PLACES = word_list("quotes_names_en.txt")["first_of_places"]
# Who is mayor of it, or what is a market of it, tells that a town is meant.
_OF_TOWN = re.compile(
    r"\b(?:mayor|mayoress|governor|town|city|village|market|port|island|islands|district|province|county|parish|suburb|valley|"
    r"bishop|people|inhabitants|residents|streets|outskirts) of $"
)
_WITHIN = re.compile(r"\b(?:[Ii]n|[Aa]cross|[Tt]hroughout|[Oo]utside|[Nn]ear|[Aa]round) $")
# "a Northfall Hydro foreman": an article, two words with capitals and a common noun.
_AS_MODIFIER = re.compile(r"\b(?:an?|another|former|two|three|one) $", re.I)
_NOUN = re.compile(r" (?!(?:and|or|who|in|at|of|to|on|by|is|was|had|has|from|said|with|for)\b)[a-z]{4,}\b(?<!ed)")
_BODIES = (
    r"(?:charity|newspaper|daily|weekly|tabloid|broadsheet|website|magazine|broadcaster|station|channel|outlet|wire|group|"
    r"organi[sz]ation|union|firm|company|agency|network|party|ngo|nonprofit|non-profit|foundation|association|federation|"
    r"coalition|alliance|think[- ]tank|club|platform|app|cooperative|co-operative|movement|publisher|retailer|supplier|"
    r"manufacturer|consultancy|start-?up|bank|insurer|carrier|airline|operator|shipyard|contractor|monitor|watchdog|journal|"
    r"quarterly|monthly|collective|initiative|project|body|guild|society|council|committee|board|institute|"
    r"centre|center|school|hospital|clinic)"
)
_PLACE_NOUNS = (
    r"(?:town|village|city|district|suburb|neighbou?rhood|province|island|port|river|street|square|region|county|hamlet|"
    r"township|settlement|valley|estate|prison|camp|ship|ferry|vessel|boat|trawler|tanker|freighter|market|building)"
)
_PLAIN = r"(?!(?:of|for|in|at|from|the|an?|who|which|that|to|on|with|by|and|whose|into|under|behind)\b)[\w’'-]+\s+"
_APPOSED = re.compile(
    rf",\s+(?:an?|the|one of the|its|their)\s+(?:{_PLAIN}){{0,4}}?(?:{_BODIES}|{_PLACE_NOUNS})"
    r"(?=[,.;:)]|\s+(?:that|which|based|in|of|for|from|near|run|on|where|founded|working|representing|operating|serving|"
    r"owned|with|to)\b)"
)
# "Hugo Lind, a crane operator"
_WORKER = re.compile(
    r"\b(?:crane|machine|lathe|forklift|winch|switchboard|lift|telephone|radio|camera|press|tower|telegraph|loom|"
    r"sewing machine|"
    r"self-employed|small) (?:operator|contractor|publisher|retailer|supplier|carrier)$"
)
_INTRODUCED = re.compile(
    rf"\b(?:[Tt]he|[Aa]n?|[Ii]ts|[Tt]heir)\s+(?:{_PLAIN}){{0,2}}(?:{_BODIES}|{_PLACE_NOUNS})\s+(?:called |named )?$"
)


def as_body(text: str, name: Name) -> Name:
    """
    A name, as a body's where the text shows it to be one: no person takes an article.

    Examples
    --------
    >>> from framing.annotate.people.names import names
    >>> [as_body(t, names(t)[0]).person for t in ("the Merrow Star", "Open Larder, a relief charity, met.", "Ann Orr met.")]
    [False, False, True]
    """
    if len(name.words) == 1 and not name.person and text.startswith(":", name.end) and len(name.words[0]) > 3:
        # "JONES:" is a person.
        label = text[max(0, name.start - 1) : name.start] in ("", "\n") and body_kind(name.words[0]) is None
        return replace(name, person=label)
    if not name.person or name.titles or name.words[0].startswith("@"):
        return name
    return replace(name, person=False) if _shown(text, name) else name


def _shown(text: str, name: Name) -> bool:
    before = text[max(0, name.start - 12) : name.start]
    if before.endswith(("The ", "the ")):
        return True
    if first_name_gender(name.words[0]) is not None:
        return False
    if _names_place(text, name):
        return True
    if is_firm(text, name):
        return True
    if all(map(is_pinyin, name.words)):
        return False
    if len(name.words) > 1:
        if name.words[-1].lower() in _PLACES or text.startswith((", which ", ", whose website"), name.end):
            return True
        apposed = _APPOSED.match(text, name.end, name.end + 120)
        if (apposed and not _WORKER.search(apposed.group())) or _INTRODUCED.search(text, max(0, name.start - 60), name.start):
            return True
        if _AS_MODIFIER.search(before) and _NOUN.match(text, name.end):
            return True
    elif _INTRODUCED.search(text, max(0, name.start - 60), name.start):
        # "the video platform Quillon"
        return True
    return _WITHIN.search(before) is not None


def _names_place(text: str, name: Name) -> bool:
    """ "Lake Orr", "the mayor of Vilna Lind": it begins like a place, or stands behind what only places have."""
    if len(name.words) > 1 and name.words[0].lower() in _FIRST_OF_PLACES:
        return True
    return _OF_TOWN.search(text, max(0, name.start - 16), name.start) is not None
