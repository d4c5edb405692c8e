"""Where words in marks end that nobody closed: before the cue, or before the next quotation."""

from __future__ import annotations

import re

from framing.annotate.cues import forms, lexicon

_STOPS = ",.?!…—–-"
_WHO = (
    r"(?:[A-Z][\w’'.-]*(?:\s[A-Z][\w’'.-]*){0,4}|(?:[Tt]he|[Aa]n?|[Hh]is|[Hh]er|[Tt]heir)\s(?:[\w’'-]+\s){0,4}?[\w’'-]+"
    r"|[Hh]e|[Ss]he|[Tt]hey|I|[Ww]e)"
)
_CUE = re.compile(rf"[\s,]*(?:(?P<first>[a-z]+)\s{_WHO}|{_WHO}\s(?:\w+ly\s)?(?P<last>[a-z]+)\b)")
_COMMA = re.compile(r"[,?!…](?=\s)")
# Further from the opening mark nobody looks for a cue, so that a paragraph of a megabyte stays cheap.
_FARTHEST = 1000


def is_cue(text: str, at: int, high: int) -> bool:
    """
    True where "said Orr" or "Orr said" stands.

    Examples
    --------
    >>> is_cue("said Ann Orr", 0, 12), is_cue(" she added", 0, 10), is_cue("We said", 0, 7), is_cue("and left", 0, 8)
    (True, True, True, False)
    """
    match = _CUE.match(text, at, min(high, at + 100))
    return match is not None and any(_reports(word) for word in match.groups() if word)


def _reports(word: str) -> bool:
    cue = lexicon().get((forms().get(word, ""), "v"))
    return cue is not None and cue.speech and not cue.frames.isdisjoint("cq")


def stops_before(text: str, at: int) -> bool:
    """
    True where a stop or comma stands before an offset, whatever white space is between.

    Examples
    --------
    >>> stops_before('late," said', 5), stops_before('a 6" pipe', 3)
    (True, False)
    """
    return text[max(0, at - 3) : at].rstrip()[-1:] in tuple(_STOPS)


def before_cue(text: str, low: int, high: int) -> int | None:
    """
    Where the words end that stand before a cue without a mark between.

    Parameters
    ----------
    text : str
    low, high : int
        From the opening mark to the next one, or to the end of the line.

    Returns
    -------
    int or None
        The offset behind the comma; None where no cue follows one.

    Examples
    --------
    >>> text = '"The pier is shut, said Ann Orr. '
    >>> text[: before_cue(text, 1, len(text))]
    '"The pier is shut,'
    """
    commas = (m.end() for m in _COMMA.finditer(text, low, min(high, low + _FARTHEST)))
    return next((at for at in commas if is_cue(text, at, high)), None)


def end_of_unclosed(text: str, low: int, high: int) -> int:
    """
    Where words end that another quotation follows; `low` where they are no sentence.

    Examples
    --------
    >>> text = '"It is late. "We stay," he said.'
    >>> text[: end_of_unclosed(text, 1, 13)], end_of_unclosed("“Tide and “Ebb”", 1, 10)
    ('"It is late.', 1)
    """
    if (end := before_cue(text, low, high)) is not None:
        return end
    end = low + len(text[low:high].rstrip())
    return end if stops_before(text, end) else low
