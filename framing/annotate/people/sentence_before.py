"""What the sentence before a pronoun is about, where that is a plain noun: "The leaflet hangs in the hall. It says"."""

from __future__ import annotations

import re
from collections.abc import Callable

from framing.annotate.quotations import Span

_QUOTED = re.compile(r"“[^”\n]*”?|\"[^\"\n]*\"?|(?<!\w)‘[^\n]*?’(?!\w)")
_STOP = re.compile(r"[.!?…][”\"’)]?\s+")
# Nobody looks further back than this.
_FARTHEST = 700
_OPENS = re.compile(
    r"[“\"‘(]?(?:(?:[Aa]nd|[Bb]ut|[Nn]ow|[Tt]hen|[Ss]till|[Yy]et|[Oo]nly|[Mm]eanwhile|[Hh]owever),? )*"
    r"(?:[Tt]he|[Aa]n?|[Tt]his|[Tt]hat|[Hh]is|[Hh]er|[Ii]ts|[Tt]heir|[Oo]ur|[Mm]y|One|Another)\s+"
    r"(?:(?:[A-Z][\w-]*\s+|(?:of|for|and)\s+(?:the\s+)?(?=[A-Z]))*(?:[A-Z][\w-]*[’'](?:s\s+|\s+))|[a-z]+[’']s?\s+)?"
    r"((?:[a-z][\w-]*\s+){0,4}[a-z][\w-]*)"
)


def sentence_before(text: str, at: int) -> tuple[Span, int] | None:
    """
    The sentence before the one a place stands in, within its paragraph, and where that one begins.

    Parameters
    ----------
    text : str
    at : int

    Returns
    -------
    ((int, int), int) or None

    Examples
    --------
    >>> text = "The gate fell. The sheet hangs there. It says no."
    >>> (start, end), here = sentence_before(text, 38)
    >>> text[start:end], text[here:]
    ('The sheet hangs there. ', 'It says no.')
    """
    low = max(text.rfind("\n", 0, at) + 1, at - _FARTHEST)
    own = _QUOTED.sub(lambda m: "_" * (len(m.group()) - 2) + m.group()[-2:], text[low:at])
    stops = [low + m.end() for m in _STOP.finditer(own)]
    if not stops:
        return None
    return (stops[-2] if len(stops) > 1 else low, stops[-1]), stops[-1]


def subject_noun(text: str, sentence: Span, is_one: Callable[[str], bool]) -> Span | None:
    """
    The phrase a sentence opens with, from its article to a noun of some sort; None where it opens otherwise.

    Parameters
    ----------
    text : str
    sentence : (int, int)
    is_one : callable
        Tells of a word in lower case whether it is such a noun.

    Returns
    -------
    (int, int) or None

    Examples
    --------
    >>> text = "The old charge sheet runs to two pages."
    >>> start, end = subject_noun(text, (0, len(text)), lambda word: word == "sheet")
    >>> text[start:end]
    'The old charge sheet'
    """
    opens = _OPENS.match(text, *sentence)
    if opens is None:
        return None
    found = None
    for word in re.finditer(r"[\w-]+", opens.group(1)):
        if is_one(word.group().lower()):
            found = opens.start(1) + word.end()
        elif found is not None:
            break
    return (sentence[0], found) if found is not None else None
