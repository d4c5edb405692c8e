"""Which names "he" and "she" cannot go back to: titles in marks, places, whoever speaks to her, what her own sentence names."""

from __future__ import annotations

import re

from framing.annotate.people.people import People, Person

_OPENING, _CLOSING = ("“", '"', "‘"), ("”", '"', "’", ",”", ",’", ',"')
# "Lives in Merrow": a person can stand behind "of", "to" and "for".
_WHERE = re.compile(
    r"\b(?:[Ii]n|[Aa]t|[Nn]ear|[Oo]utside|[Aa]round|[Aa]cross|[Tt]hroughout|[Ff]rom|[Ii]nto|[Tt]hrough|[Pp]ast) $"
)
# "Orr, to whom the robe belonged, asked her whether": she is somebody else.
_BEHIND = r"(?: (?:with|of|at|in|from|on|for) [\w’' -]{2,40}?)?(?:,[^,.;:!?“”\"\n]{2,80},)?"
_BEHIND += r"(?: (?:had|has|have|then|later|also|once|again|only|never|already|merely)){0,2} "
_NO_VERB = (
    r"(?!(?:that|and|or|but|with|to|behind|beside|for|of|by|from|like|than|as|on|at|in|about|before|after|near|said|says|who|whom|"
    r"saw|is|was|were)\b)"
)
_NO_NOUN = (
    r"(?=[.,;:!?]| ?[“‘\"]| (?:to|that|whether|if|how|why|what|when|where|who|for|of|as|on|in|with|about|from|at|the|an?|by|"
    r"into|out|up|down|back|away|off|over|through|twice|once|again|and|but|not|no|nothing|last|yesterday|too|later)\b)"
)
_SPEAKS_TO = {
    "he": re.compile(rf"{_BEHIND}{_NO_VERB}[a-z]+ him\b"),
    "she": re.compile(rf"{_BEHIND}(?:(?:told|tells|asked|asks) her\b|{_NO_VERB}[a-z]+ her\b{_NO_NOUN})"),
}


def is_marked(people: People, person: Person) -> bool:
    """
    True for a name that stands in marks of its own wherever it stands: a title, a campaign, a ship.

    Examples
    --------
    >>> people = People("“Quiet Harbour” will go on. Ann Orr opened it.")
    >>> [is_marked(people, person) for person in people.people]
    [True, False]
    """
    names = [people.names[n] for n in people.mentions.get(id(person), ())]
    text = people.text
    return bool(names) and all(text.endswith(_OPENING, 0, n.start) and text.startswith(_CLOSING, n.end) for n in names)


def is_where(people: People, person: Person) -> bool:
    """
    True for a name that stands behind "in" or "from" wherever it stands.

    Examples
    --------
    >>> people = People("Ann Orr is from Tall Rock.")
    >>> [is_where(people, person) for person in people.people]
    [False, True]
    """
    starts = [people.starts[n] for n in people.mentions.get(id(person), ())]
    return bool(starts) and all(_WHERE.search(people.text, max(0, start - 12), start) for start in starts)


def speaks_to(text: str, end: int, pronoun: str) -> bool:
    """
    True where whoever is named does something to "her" or "him", who is somebody else.

    Parameters
    ----------
    text : str
    end : int
        Where the name ends.
    pronoun : str
        "he" or "she".

    Examples
    --------
    >>> speaks_to("Ann Orr asked her to wait.", 7, "she"), speaks_to("Ann Orr took her hat.", 7, "she")
    (True, False)
    """
    return _SPEAKS_TO[pronoun].match(text, end, min(len(text), end + 130)) is not None


def goes_on_with(text: str, start: int, pronoun: str) -> bool:
    """
    True for a sentence that begins with the pronoun: whoever it names is not the one it is about.

    Examples
    --------
    >>> goes_on_with("She met Ann Orr.", 0, "she"), goes_on_with("Ann Orr met her.", 0, "she")
    (True, False)
    """
    return re.compile(rf"[“\"‘]?{pronoun}\b", re.I).match(text, start) is not None
