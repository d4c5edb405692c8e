"""Whose forum, page or tea house was closed, in a text that tells of such closures."""

from __future__ import annotations

import re
from functools import lru_cache

_MEDIUM = (
    r"(?:forums?|blogs?|(?:web)?pages?|(?:web)?sites?|channels?|(?:message|notice) boards?|wikis?|chat ?rooms?|columns?|"
    r"newsletters?|podcasts?|accounts?|cafés?|tea ?houses?|bookshops?|(?:radio )?stations?)"
)
_SHUT = (
    r"(?:shut|closed|taken (?:down|off)|blocked|deleted|switched off|gone|erased|removed|banned|suspended|sealed|"
    r"unplugged|silenced|disappeared|vanished)"
)
_CLOSURE = re.compile(
    rf"\b{_MEDIUM}\b[^.!?\n]{{0,60}}\b{_SHUT}\b|\b{_MEDIUM}\b[^.!?\n]{{0,80}}\b(?:closing|shutting) (?:it|down)\b"
    rf"|\b(?:shut|shutting|closed|closing|closures? of|blocked|blocking|deleted|took down|switched off)(?: down)? "
    rf"(?:[\w’'-]+ ){{0,4}}{_MEDIUM}\b",
    re.I,
)
_PAST = r"(?:ran|kept|owned|founded|hosted|moderated|edited|built|started|wrote|written|posted|sold|published|run|mended)"
# In the past tense alone: who still runs a forum has lost none.
_KEPT = re.compile(
    rf"[^.!?;“\"]{{0,60}}\bwho (?:has |had |have )?(?:once |long )?{_PAST}\b(?! (?:to|past|from|into|out|"
    rf"away)\b)[^.!?;,“\"]{{0,60}}\b{_MEDIUM}\b"
    rf"|[^.!?;“\"]{{0,40}}\bwhose (?:\w+ )?{_MEDIUM}\b"
    r"|[^.!?;“\"]{0,60}\bwho (?:had |has )?(?:wrote|written) about [^.!?;,“\"]{2,50} (?:at|on|under) [A-Z]"
    r"|[^.!?;“\"]{0,60}\bwho (?:had |has )?(?:wrote|written) about [^.!?;,“\"]{2,50} (?:at|on|under) (?-i:[A-Z])"
    r"|,? to whom (?:the |a )?[\w’' -]{3,40}? (?:has |had )?(?:belong(?:s|ed))\b"
    rf"|[^.!?;“\"]{{0,40}}\b(?:founders?|owners?|keepers?|moderators?|hosts?) of (?:the |a |one of the )?(?:\w+ )?"
    rf"(?:closed|shut|silenced|deleted|blocked|vanished) (?:\w+ )?{_MEDIUM}\b",
    re.I,
)
_ONE_OF_FOUNDERS = re.compile(
    r"(?:[^,.]{2,30}, )?(?:one of (?:the|its) |its |another |an? )(?:co-|former |last |old )?(?:founders?|moderators?|hosts?|"
    r"administrators?)$",
    re.I,
)


@lru_cache(maxsize=64)
def tells_of_closures(text: str) -> bool:
    """True where a text tells that a forum, a page or a tea house was closed."""
    return _CLOSURE.search(text) is not None


def kept_what_was_closed(behind: str, text: str) -> bool:
    """
    True where the words behind somebody's name give them a forum or a page, and the text tells of closures.

    Examples
    --------
    >>> behind = ", who ran a forum for bakers, wept."
    >>> kept_what_was_closed(behind, "Nine forums were shut."), kept_what_was_closed(behind, "Nine forums opened.")
    (True, False)
    """
    return _KEPT.match(behind) is not None and tells_of_closures(text)


def founded_what_was_closed(phrase: str, before: str) -> bool:
    """True for "one of the founders" right behind the closure of something."""
    return _ONE_OF_FOUNDERS.fullmatch(phrase.strip()) is not None and _CLOSURE.search(before) is not None
