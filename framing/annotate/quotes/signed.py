"""Names that stand beside quoted words without a verb: `" - Name` behind, `Name:` or "From the Name:" before."""

from __future__ import annotations

import re

from framing.annotate.layout.marks import Marked
from framing.annotate.quotations import Span

_NAME = r"[A-Z][\w.’'-]*(?:[ \t]+(?:of|the|and|de|von|van|bin|al|[A-Z][\w.’'-]*|\([\w .-]+\),?)){0,7}"
# A handle has a sign that no word has: "old_shepherd", "miller99".
_HANDLE = r"@?[a-z]+(?:_\w+|\d[\w.-]*)(?=[,.;\n\r]|$)"
_SIGNED = re.compile(
    rf"\s*[-–—―]{{1,2}}\s*((?:An?|The|One|Another|[MO][yu]r?)\s[\w’' -]{{3,60}}(?=[,.;\n\r]|$)|{_HANDLE}|{_NAME})"
)
_FROM = re.compile(rf"(?:[Ff]rom|[Bb]y|[Hh]ere[’']s|[Ii]n)\s+({_NAME})(?:[’']s)?(?:\s[\w-]+){{0,5}}:\s*$")
_LABEL = re.compile(rf"(?:^|[.!?]\s+|\s[-–—]\s*)(?:And |But |Also |Then )?(?:from |From )?({_NAME}(?:, [^:.]{{3,60}})?):\s*$")
# "“It is shut,” Orr corrected": behind a comma any verb reports.
_DOES = re.compile(r"\s([A-Z][\w’'-]+(?:\s[A-Z][\w’'-]+){0,3}|he|she|[Tt]he\s[a-z]+)\s(?!is\b|was\b|has\b)[a-z]+(?:ed|s)\b")
# Names and labels are no longer than this.
_NEAR = 400


def signature(text: str, mark: Marked, line: Span) -> Span | None:
    """
    The name behind a dash behind the marks.

    Parameters
    ----------
    text : str
    mark : Marked
    line : (int, int)
        The paragraph.

    Returns
    -------
    (int, int) or None
    """
    match = _SIGNED.match(text, mark.end, min(len(text), line[1] + 80))
    return match.span(1) if match else None


def named_beside(text: str, mark: Marked, line: Span) -> Span | None:
    """The name in a signature, before a colon, or with a verb behind words that end in a comma."""
    if (name := signature(text, mark, line)) is not None:
        return name
    if text[mark.inner_end - 1] == "," and (does := _DOES.match(text, mark.end, line[1])) is not None:
        return does.span(1)
    if not text[max(line[0], mark.start - 20) : mark.start].rstrip().endswith(":"):
        return None
    low = max(line[0], mark.start - _NEAR)
    match = _LABEL.search(text[low : mark.start]) or _FROM.search(text[low : mark.start])
    return (low + match.start(1), low + match.end(1)) if match else None


def labelled(text: str, line: Span) -> Span | None:
    """The name with which a paragraph ends before a colon."""
    match = _LABEL.search(text[slice(*line)].rstrip())
    return (line[0] + match.start(1), line[0] + match.end(1)) if match else None
