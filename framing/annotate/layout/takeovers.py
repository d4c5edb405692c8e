"""How a text says that what follows is taken over from another outlet, and where that ends."""

from __future__ import annotations

import re

from framing.annotate.wordlists import word_list

_NAME = r"[A-Z][\w’'&-]+"
_LISTS = word_list("takeovers_en.txt")


def _one_of(section: str) -> str:
    return rf"(?:{'|'.join(sorted(_LISTS[section]))})"


_MASTHEAD, _PAPER, _REPORT = _one_of("mastheads"), _one_of("papers"), _one_of("reports")
_OUTLET = re.compile(
    rf"\b{_NAME}(?:\s{_NAME})*\s{_MASTHEAD}\b|\b{_MASTHEAD}(?:\sof)?\s{_NAME}|\b[Tt]he\s{_MASTHEAD}\b|\b{_PAPER}\b"
)
_MEDIA = re.compile(rf"\b{_one_of('texts')}\b")
_REPORTS = re.compile(rf"\b{_REPORT}\b", re.I)
# These say that the words of an outlet follow only in a phrase, and beside its name.
_THIS = r"(?:it|this|that|so|thus|as follows|like this|this way|the following|the (?:matter|story|news|event)s?)"
_GIVES = re.compile(
    rf"\b(?:again|in full):|^(?:And |Now )?(?:from|via)\b|\b(?:goes|went|reads?)(?:\s{_THIS})?:|"
    rf"\b(?:has|had|have|puts?|put out|offers?|gives?|gave|ran|runs?|carry|carries|carried|sees?|saw)\s{_THIS}\b",
    re.I,
)
_BY_NAME = re.compile(rf"\b(?:[Ff]rom|[Vv]ia|[Aa]t|[Pp]er)\s(?:[Tt]he\s)?{_NAME}|^{_NAME}(?:\s{_NAME})+\b[^:.]{{0,40}}:$")
# "Mara Voss wrote in part:" needs no outlet; nobody else's words can follow.
_WRITES = re.compile(
    rf"{_NAME}(?:\s(?:\w+ly|further|also))?\s(?:(?!adds|added|said|says|told|warn)(?:{_REPORT}|tweeted)"
    rf"|(?:told|tells|puts?|has|had|saw|sees|ran|carried|gives|gave)\s{_THIS})"
    r"(?:,?\s(?:again|as follows|at length|in full|in part|on \w+|the following|this|today))*:$"
    rf"|^(?:\w+\s)?[Ff]rom the {_NAME}(?:\s(?:of\s)?{_NAME})*:$"
)
# Reported in the sentence itself, or the outlet's own text.
_NOT_TAKEN = re.compile(r"\b(?:said|says|argued|argues|explained|claimed)\s(?:[\w ]{0,30}\s)?that\b|^(?:Our|My|We|I)\b")
_WHOLE = re.compile(
    r"\b(?:in full|whole|word for word|verbatim|at length|complete|entire|(?:two|three|four|five|six|some|several|these|both)\s"
    r"(?:\w+\s)?(?:paragraphs|passages|extracts|excerpts))\b",
    re.I,
)
_SOMEBODY = re.compile(
    rf"(?<=[a-z,] ){_NAME}|^(?!(?:It|This|That|We|They|You|He|She|There|Here)\b){_NAME}\s"
    r"(?:could|did|does|has|had|is|was|will|knows)\b"
)
_SENTENCE = re.compile(r"(?<=[.!?…])[”’\"')]*\s+(?=[A-Z“‘\"'])")

_LABELS = (
    r"(?:sources?|link|via|original|chinese|english|translation|translated|full (?:text|story|report|article|post|version)|"
    r"read (?:more|on|the (?:full|rest|whole|original|complete))|more here|archived?|cached|end of|end|image|原文|来源)"
)
_NEW = r"(?:^|(?<=[.!?…”’\"')\]]\s))"
_MARKER = re.compile(
    rf"[\[(【]\s*(?i:{_LABELS})\b[^\])】\n]{{0,80}}[\])】](?:\(\S*\))?[\s*_.]*$"
    rf"|{_NEW}(?i:read (?:more|the (?:full|rest|whole|original)))\b[^\n]{{0,60}}$"
    rf"|{_NEW}[*_–—-]{{0,2}}\s*(?i:sources?|via|original|link|quelle)\s*:\s?\S[^\n]{{0,90}}$"
    rf"|{_NEW}[*_–—-]{{0,2}}\s*[Vv]ia\s(?:the\s)?[A-Z][^\n:]{{0,60}}$"
)
_SIGNED = re.compile(rf"{_NEW}(?:[–—-]{{1,2}}\s?|[\[(])(?:The\s)?({_NAME}(?:\s{_NAME})*)[^\n.]{{0,40}}$")
_COMMENT = re.compile(
    r"\b(?:I|[Ww]e|[Uu]s|[Oo]urs?|[Mm][ey]|[Yy]our?|[Rr]eaders?)\b|[?!](?:\s|$)|^(?:So (?:much|far)|That (?:is|was)|Note)\b"
)
_QUOTED = re.compile(r"[“\"‘'«„][^“\"«„]*?(?:[”\"»“]|[’'](?=\W|$))")


def last_sentence(paragraph: str) -> str:
    """
    The sentence a paragraph ends with.

    Examples
    --------
    >>> last_sentence("It is late. The Tide reports:")
    'The Tide reports:'
    """
    return _SENTENCE.split(paragraph.strip())[-1]


def announces(sentence: str) -> bool:
    """
    True where a sentence that ends in a colon may stand before somebody else's paragraphs.

    Examples
    --------
    >>> announces("Here is how Thursday's edition tells it:"), announces("Three things matter:")
    (True, False)
    """
    return sentence.rstrip("*_ ").endswith(":") and any(
        pattern.search(sentence) for pattern in (_REPORTS, _MEDIA, _OUTLET, _BY_NAME, _WRITES)
    )


def surely_announces(sentence: str) -> bool:
    """
    True where it names an outlet and says that it is printed here, or ends in a name that writes.

    Examples
    --------
    >>> surely_announces("The Tidal Post has it this way:"), surely_announces("Here is what Mara Voss wants:")
    (True, False)
    """
    if not announces(sentence) or _NOT_TAKEN.search(sentence):
        return False
    return bool(
        _WRITES.search(sentence) or (_OUTLET.search(sentence) and (_REPORTS.search(sentence) or _GIVES.search(sentence)))
    )


def speaks_of_somebody(paragraph: str) -> bool:
    """
    True where the last two sentences of a paragraph name an outlet or somebody, though they do not say that it is printed.

    Examples
    --------
    >>> speaks_of_somebody("Tideline could, over tea:"), speaks_of_somebody("Three things matter:")
    (True, False)
    """
    last = " ".join(_SENTENCE.split(paragraph.strip())[-2:])
    return bool(_OUTLET.search(last) or _MEDIA.search(last) or _SOMEBODY.search(last))


def names(sentence: str) -> frozenset[str]:
    """Words with a capital behind the first one, by which an outlet is known again."""
    found = re.findall(_NAME, sentence)
    return frozenset(found[1:] if sentence.startswith(tuple(found[:1])) and len(found) > 1 else found)


def several(sentence: str) -> bool:
    """True where an announcement speaks of a whole text or of several paragraphs."""
    return _WHOLE.search(sentence) is not None


def marker(paragraph: str, announcement: str, *, bracketed: bool = False) -> int | None:
    """
    Where a source marker begins that ends a paragraph, or None.

    Parameters
    ----------
    paragraph, announcement : str
        An outlet in the announcement may sign ("— The Tide").
    bracketed : bool
        Only markers in brackets count.

    Examples
    --------
    >>> marker("The pier is shut. [Source]", "The Tide reports:")
    18
    >>> marker("(Source: The Tide)", ""), marker("— Tide, 4 May", "The Tide reports:"), marker("The end.", "")
    (0, 0, None)
    """
    if match := _MARKER.search(paragraph.rstrip()):
        return match.start() if not bracketed or match.group()[0] in "[(【" else None
    if bracketed:
        return None
    match = _SIGNED.search(paragraph.rstrip())
    return match.start() if match and set(match.group(1).split()) & names(announcement) else None


def is_comment(paragraph: str, announcement: str) -> bool:
    """
    True where the outlet itself is speaking again: it says "we" or "you", asks or exclaims, or names the other outlet.

    Examples
    --------
    >>> is_comment("We doubt it.", "The Tide reports:"), is_comment("The pier is shut.", "The Tide reports:")
    (True, False)
    """
    outside = _QUOTED.sub(" ", paragraph[:2000])
    named = {w for w in names(announcement) if w not in ("The", "Here", "This", "From")}
    return bool(_COMMENT.search(outside)) or any(re.search(rf"\b{re.escape(w)}\b", outside) for w in named)
