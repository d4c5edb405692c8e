"""Dates as exact as the source says them; what can be read in two ways is no date."""

from __future__ import annotations

import datetime
import re

_MONTHS = {
    name: number
    for number, names in enumerate(
        ("january jan", "february feb", "march mar", "april apr", "may", "june jun", "july jul", "august aug",
         "september sept sep", "october oct", "november nov", "december dec"), start=1,
    )
    for name in names.split()
}  # fmt: skip
_MONTH = "(?P<month>" + "|".join(sorted(_MONTHS, key=len, reverse=True)) + r")\.?"
_YEAR = r"(?P<year>(?:1[5-9]|20)\d\d)"
_FORMS = (
    re.compile(rf"(?<![\d-]){_YEAR}(?P<sep>[-/.])(?P<m>\d\d?)(?P=sep)(?P<day>\d\d?)(?!\d)"),
    re.compile(rf"(?<!\d){_YEAR}(?P<m>\d\d)(?P<day>\d\d)(?!\d)"),
    re.compile(rf"{_YEAR}\s*年\s*(?P<m>\d\d?)\s*月\s*(?P<day>\d\d?)\s*日"),
    re.compile(rf"\b(?P<day>\d\d?)(?:st|nd|rd|th)?\s+(?:of\s+)?{_MONTH},?\s+{_YEAR}\b", re.IGNORECASE),
    re.compile(rf"\b{_MONTH}\s+(?P<day>\d\d?)(?:st|nd|rd|th)?,?\s+{_YEAR}\b", re.IGNORECASE),
)
_PARTIAL = re.compile(r"(\d{4})(?:-(\d\d))?")
_TIME = re.compile(
    r"[T ,]*(?:at )?\d\d?[:.]\d\d(?:[:.]\d\d(?:\.\d+)?)?\s*(?:[ap]\.?m\.?)?\s*(?:Z|[A-Z]{2,4}|[+-]\d\d:?\d\d)?", re.I
)
_WEEKDAY = re.compile(r"(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?[.,]*\s+", re.IGNORECASE)


def find_date(text: str) -> str | None:
    """
    The first full date that a line says, in ISO 8601.

    Parameters
    ----------
    text : str

    Returns
    -------
    str or None
        YYYY-MM-DD; None if the line says none, or one that no calendar holds. Forms such as 03/04/2020 are two
        dates, one in Europe and one in America, and therefore none.

    Examples
    --------
    >>> find_date("By A. Writer (The Post) Updated: 2014-10-09 09:39")
    '2014-10-09'
    >>> find_date("Published 9 October 2014")
    '2014-10-09'
    >>> find_date("03/04/2020") is None
    True
    """
    for form in _FORMS:
        for match in form.finditer(text):
            if found := _calendar(match):
                return found
    return None


def _calendar(match: re.Match[str]) -> str | None:
    """ISO form of a match, if the calendar has such a day."""
    parts = match.groupdict()
    month = int(parts["m"]) if parts.get("m") else _MONTHS[parts["month"].lower()]
    try:
        return datetime.date(int(parts["year"]), month, int(parts["day"])).isoformat()
    except ValueError:
        return None


def parse_date(text: str) -> str | None:
    """
    A value that is nothing but a date, as exact as it is given.

    Parameters
    ----------
    text : str
        A full date in any of the forms `find_date` knows, with or without weekday and time, or YYYY-MM, or YYYY.

    Returns
    -------
    str or None
        ISO 8601, shortened to what was given; None for anything else.

    Examples
    --------
    >>> parse_date("2014-10-09T08:00:00Z"), parse_date("Oct. 9, 2014"), parse_date("2014-10")
    ('2014-10-09', '2014-10-09', '2014-10')
    >>> parse_date("31 February 2014") is None, parse_date("yesterday") is None
    (True, True)
    """
    text = _WEEKDAY.sub("", text.strip(), count=1)
    if partial := _PARTIAL.fullmatch(text):
        month = int(partial[2] or 1)
        return text if 1 <= month <= 12 and int(partial[1]) >= 1500 else None
    for form in _FORMS:
        match = form.match(text)
        if match and (not text[match.end() :].strip() or _TIME.fullmatch(text[match.end() :].strip())):
            return _calendar(match)
    return None
