"""Offices without a word about whose they are: an usher, a clerk, an inspector, a lieutenant; the rest of the text tells."""

from __future__ import annotations

import re

_ONE = (
    r"(?:(?:an?|the|one|two|three|some|several|both|another|its|their) )?(?:of the )?(?:(?:chief|senior|deputy|young|old|tired|"
    r"head|second|first|duty|kind|polite|other) )*"
)
_COURT_STAFF = re.compile(rf"{_ONE}(?:ushers?|bailiffs?|stenographers?|court clerks?|registrars?)", re.I)
_COURT = re.compile(r"\b(?:courts?|courtroom|hearing|verdict|trial|judge|magistrate|tribunal|in the dock)\b", re.I)
_CLERK = re.compile(rf"{_ONE}clerks?", re.I)
_COUNTERS = re.compile(r"\b(?:registry|ministry|prefecture|town hall|city hall|(?:[A-Z]\w+ )+Office|register(?:ed|ing)?)\b")
_SHOPS = re.compile(r"\b(?:banks?|shops?|hotels?|stores?|grocer\w*|post office|savings)\b", re.I)
_INSPECTOR = re.compile(rf"{_ONE}(?:inspectors?)", re.I)
_POLICE = re.compile(r"\b(?:police\w*|constab\w+|gendarme\w*|detectives?|sergeants?|precinct|squad)\b", re.I)
_INSPECTORATE = re.compile(r"\b(?:inspectorate|board of inspection)\b", re.I)
_RANK = re.compile(rf"{_ONE}(?:lieutenants?|captains?|majors?|corporals?|sergeants?)", re.I)
_GENDARMES = re.compile(r"\b(?:gendarme\w*|carabinieri|military police)\b", re.I)
_SOLDIERS = re.compile(
    r"\b(?:army|navy|naval|soldiers?|troops|garrisons?|regiments?|barracks|ships?|fleet|war|militia|"
    r"harbour|ferry|fire brigade)\b",
    re.I,
)
_FEDERATION = re.compile(r"the federation(?:[’']s?)?", re.I)
_FEDERAL = re.compile(r"\b[Ff]ederal\b")
_STOP = re.compile(r",| (?:with|in|at|from|behind|who|of (?!the )|on)\b")
_NAMED_FEDERATION = re.compile(r"\b(?:Federation (?:of|for)|[A-Z][\w’']+ Federation)\b")
# A court or a counter is spoken of near whoever works there.
_NEAR = 1500


def plain_office(phrase: str, text: str, at: int) -> str | None:
    """
    The kind of a bare office, from what the text around it is about.

    Parameters
    ----------
    phrase : str
    text : str
        The whole document.
    at : int
        Where the phrase stands.

    Returns
    -------
    str or None
        "official" or "police"; None where nothing tells.

    Examples
    --------
    >>> plain_office("an usher", "The court sat. An usher coughed.", 15), plain_office("an usher", "The film ran.", 4)
    ('official', None)
    """
    first = _STOP.split(phrase.strip(), maxsplit=1)[0]
    near = text[max(0, at - _NEAR) : at + _NEAR]
    if _COURT_STAFF.fullmatch(first):
        return "official" if _COURT.search(near) or _COUNTERS.search(near) else None
    if _CLERK.fullmatch(first):
        return "official" if _COUNTERS.search(near) and not _SHOPS.search(near) else None
    if _INSPECTOR.fullmatch(first):
        return "official" if _INSPECTORATE.search(text) or not _POLICE.search(text) else None
    if _RANK.fullmatch(first):
        return "police" if _GENDARMES.search(text) and not _SOLDIERS.search(text) else None
    if _FEDERATION.fullmatch(first):
        return "official" if _FEDERAL.search(text) and not _NAMED_FEDERATION.search(text) else None
    return None
