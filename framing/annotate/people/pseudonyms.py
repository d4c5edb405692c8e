"""Names that speakers give themselves or are given: handles, pen names, cover names."""

from __future__ import annotations

import re

from framing.annotate.quotations import Span

_SMALL = r"[^\W\d_]+(?:_\w+)+|[a-z]{4,}\d{1,4}(?!\w)"
_NAME = rf"@?[A-Z][\w.-]*\w(?: [A-Z][\w’'-]+){{0,2}}|@[\w.]*\w|{_SMALL}"
_LABEL = r"(?:name|handle|alias|nickname|pseudonym|pen name)(?: of)?"
_BEHIND = re.compile(
    r"[^.;:!?“”\"\n]{0,40}?\b(?:"
    r"(?:who (?:signs?|signed|writes|posts|is known|goes)(?: himself| herself| themselves)?|signing|writing|posting|"
    r"known(?: online)?) "
    rf"(?:\w+ )?(?:as|by|under)(?: the {_LABEL})?"
    r"|who signs? (?:himself|herself|themselves)"
    rf"|(?:with|under|using|by|give) (?:the|an?) {_LABEL}|(?:on|under) (?:the )?condition of being (?:called|named)"
    r"|(?:who )?call(?:s|ed|ing) (?:himself|herself|themselves|themself)|(?:who is |is )?given here as"
    r"|whom? (?:we|I) (?:shall |will )?(?:call|name)"
    rf") [‘“\"]?(?P<name>{_NAME})"
)
_INSIDE = re.compile(
    r"(?<![\w.])(?P<name>@\w[\w.]*\w|(?!(?:Ma?c|De|Di|Du|La|Le|Van|Von|Fitz)[A-Z])[A-Z][a-z]+(?:[A-Z][a-z]+)+\d*|"
    rf"{_SMALL})(?![\w@])"
)
# "reefwalker, a reader since the first year": nobody else goes without an article and with a small letter.
_READER = re.compile(
    r"([a-z]\w{3,}), an? (?:[\w-]+ ){0,2}(?:reader|user|commenter|poster|member|subscriber|regular|blogger|listener)\b"
)


def pseudonym(text: str, mention: Span) -> str | None:
    """
    The handle inside a mention, or the name that the words behind it give to its owner.

    Examples
    --------
    >>> pseudonym("A user with the handle RainDrop laughed.", (0, 6)), pseudonym("the user @tide7 wrote", (0, 15))
    ('RainDrop', '@tide7')
    >>> pseudonym("A poet who signs as Blue Crane wrote.", (0, 6)), pseudonym("A poet wrote.", (0, 6))
    ('Blue Crane', None)
    """
    start, end = mention
    # "Ann Orr, head of the RiverTrust": a body that somebody belongs to is no handle.
    core = start + len(re.split(r", | of ", text[start:end], maxsplit=1)[0])
    if inside := _INSIDE.search(text, start, core):
        return inside.group("name")
    if reader := _READER.match(text, start, end + 60):
        return reader.group(1)
    if text[start:end][:1].isupper() and not re.match(r"(?:An?|The|One|Another|Its|His|Her|Their|Our|My)\b", text[start:end]):
        return None
    for at in (start, end):
        if (behind := _BEHIND.match(text, at, end + 110)) and behind.end() > end - 1:
            return behind.group("name")
    return None
