"""Dates in nine languages, as exact as the source says them; what can be read in two ways is no date."""

from __future__ import annotations

import datetime
import re
import unicodedata
from collections.abc import Iterator

_MONTHS = {
    1: "january jan janvier janv jänner januar jän enero ene gennaio gen janeiro januari",
    2: "february feb february. februar febr février fevrier fév fev febrero febbraio fevereiro februari",
    3: "march mar mars märz maerz mrz marzo março marco maart mrt",
    4: "april apr avril avr abril abr aprile",
    5: "may mai mayo maggio mag maio mei",
    6: "june jun juin juni junio giugno giu junho",
    7: "july jul juillet juil juli julio luglio lug julho",
    8: "august aug août aout agosto ago augustus",
    9: "september sept sep septembre septiembre setiembre settembre set setembro",
    10: "october oct octobre oktober okt octubre ottobre ott outubro out",
    11: "november nov novembre noviembre novembro",
    12: "december dec décembre decembre déc dezember dez diciembre dic dicembre dezembro",
}
MONTHS: dict[str, int] = {name.rstrip("."): number for number, names in _MONTHS.items() for name in names.split()}
_NAME = "|".join(sorted((re.escape(name) for name in MONTHS), key=len, reverse=True))
_YEAR = r"(?P<y>(?:1[5-9]|20)\d\d)"
_START = r"(?<!\d)(?<!\d-)"

_COMPACT = re.compile(rf"(?<!\d){_YEAR}(?P<m>\d\d)(?P<d>\d\d)(?!\d)")
_FORMS = tuple(
    re.compile(form, re.IGNORECASE)
    for form in (
        rf"(?<!\d){_YEAR}\s*年\s*(?P<m>\d{{1,2}})\s*月\s*(?P<d>\d{{1,2}})\s*[日号號]",
        rf"{_START}{_YEAR}(?P<sep>[-/.])(?P<m>\d{{1,2}})(?P=sep)(?P<d>\d{{1,2}})(?!\d)",
        rf"(?<!\w)(?P<b>{_NAME})\.?\s*(?P<d>\d{{1,2}})(?:st|nd|rd|th)?(?:\s*,\s*|\s+){_YEAR}(?!\w)",
        rf"(?<!\w)(?P<d>\d{{1,2}})\s*(?:st|nd|rd|th|er|re|º|ª|°|\.)?\s*(?:de\s+|d'|of\s+)?"
        rf"(?P<b>{_NAME})\.?\s*,?\s*(?:de\s+|del\s+)?{_YEAR}(?!\w)",
        rf"(?<!\w)(?P<d>\d{{1,2}})-(?P<b>{_NAME})-{_YEAR}(?!\w)",
        # A date with dots is day first wherever it is used.
        rf"(?<!\d)(?P<d>\d{{1,2}})\.\s?(?P<m>\d{{1,2}})\.\s?{_YEAR}(?!\d)",
        rf"(?<!\d)(?P<a>\d{{1,2}})[/-](?P<c>\d{{1,2}})[/-]{_YEAR}(?!\d)",
    )
)
_MONTH_ONLY = re.compile(
    rf"(?:(?P<b>{_NAME})\.?,?\s+(?:de\s+)?{_YEAR}|(?P<y2>(?:1[5-9]|20)\d\d)[-/](?P<m>\d{{1,2}})/*|"
    r"(?P<y3>(?:1[5-9]|20)\d\d)\s*年\s*(?P<m3>\d{1,2})\s*月)",
    re.IGNORECASE,
)
_YEAR_ONLY = re.compile(rf"{_YEAR}/*")
_WEEKDAYS = (
    r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|"
    r"(?:mon|diens|donners|frei|sams|sonn)tag|mittwoch|sonnabend|lunes|martes|mi[ée]rcoles|jueves|viernes|s[áa]bado|domingo|"
    r"(?:lune|marte|mercole|giove|vener)d[ìi]|sabato|domenica|(?:segunda|ter[çc]a|quarta|quinta|sexta)(?:-feira)?|"
    r"(?:maan|dins|woens|donder|vrij|zater|zon)dag|星期[一二三四五六日天])"
)
_BEFORE = re.compile(rf"(?:{_WEEKDAYS}[.,]*\s+)?(?:(?:le|den|der|el|il|the|op)\s+)?", re.IGNORECASE)
_TIME = (
    r"[T ,]*(?:at )?\d\d?[:.]\d\d(?:[:.]\d\d(?:\.\d+)?)?\s*(?:[ap]\.?m\.?)?\s*(?:Z|[A-Z]{2,4}|[+-]\d\d:?\d\d)?"
)  # fmt: skip
_AFTER = re.compile(rf"[\s,]*(?:{_WEEKDAYS}\.?)?\s*(?:{_TIME})?\s*", re.IGNORECASE)


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
    >>> find_date("Publié le 9 octobre 2014")
    '2014-10-09'
    >>> find_date("03/04/2020") is None
    True
    """
    found = [*_FORMS[:2], _COMPACT, *_FORMS[2:]]
    return next((iso for form in found for match in form.finditer(text) if (iso := _calendar(match))), None)


def parse_date(text: str) -> str | None:
    """
    A value that is nothing but a date, as exact as it is given.

    Parameters
    ----------
    text : str
        A full date in any of the forms `find_date` knows, with or without weekday and time, or a month, or a year.

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
    text = unicodedata.normalize("NFC", text).strip()
    if partial := _partial(text):
        return partial
    begin = found.end() if (found := _BEFORE.match(text)) else 0
    for form in (*_FORMS, _COMPACT):
        match = form.match(text, begin)
        if match and _AFTER.fullmatch(text, match.end()):
            return _calendar(match)
    return None


def printed_date(text: str | None) -> str | None:
    """
    The date in a line that a database printed, with page, edition or place around it.

    Parameters
    ----------
    text : str or None
        For instance "January 11, 2010 Monday", "Dienstag, 7. Juli 2020", "3 de julio de 2020", "2020年7月3日".
        English, French, German, Spanish, Italian, Portuguese, Dutch and Chinese month names, ISO and numeric forms.

    Returns
    -------
    str or None
        "YYYY-MM-DD", "YYYY-MM" or "YYYY". None if nothing is certain: no date, an impossible day, a year of two digits,
        or day and month that may be swapped ("03/04/2020").

    Examples
    --------
    >>> printed_date("July 1, 2019 Monday 9:20 AM GMT")
    '2019-07-01'
    >>> printed_date("mardi 14 mars 2006, p. 16"), printed_date("donderdag 3 juli 2020")
    ('2006-03-14', '2020-07-03')
    >>> printed_date("03/04/2020") is None, printed_date("25/04/2020"), printed_date("May 2020")
    (True, '2020-04-25', '2020-05')
    """
    if not text:
        return None
    text = " ".join(unicodedata.normalize("NFC", text).split())
    if match := next(_matches(text), None):
        return _calendar(match)
    if match := re.fullmatch(rf"({_COMPACT.pattern})(?:T\d+Z?)?", text):
        return _calendar(match)
    return _partial(text)


def is_date_line(line: str, *, limit: int = 70) -> bool:
    """
    True for a short line that is a date, with or without weekday, time and edition.

    Examples
    --------
    >>> is_date_line("January 10, 2010 Sunday"), is_date_line("The vote of January 10, 2010 was the first since the war.")
    (True, False)
    """
    line = line.strip()
    if not line or len(line) > limit:
        return False
    for form in _FORMS:
        if found := form.search(line):
            return len(line[: found.start()].split()) <= 2 and not line.endswith((".", "?", "!"))
    return bool(_COMPACT.fullmatch(line) or _MONTH_ONLY.fullmatch(line))


def _matches(text: str) -> Iterator[re.Match[str]]:
    """Every form in its order, first in the text and then in the text without the spaces that damage puts into words."""
    for attempt in (text, re.sub(r"(?<=[^\W\d_]) (?=[^\W\d_])", "", text)):
        yield from (found for form in _FORMS if (found := form.search(attempt)))


def _calendar(match: re.Match[str]) -> str | None:
    """ISO form of a match, if the calendar has such a day and no other reading."""
    part = match.groupdict()
    if part.get("a"):
        first, second = int(part["a"]), int(part["c"])
        if first <= 12 and second <= 12 and first != second:
            return None
        day, month = (first, second) if first > 12 else (second, first)
    else:
        day = int(part["d"])
        month = MONTHS[part["b"].casefold()] if part.get("b") else int(part["m"])
    try:
        return datetime.date(int(part["y"]), month, day).isoformat()
    except ValueError:
        return None


def _partial(text: str) -> str | None:
    """A month or a year and nothing else."""
    if found := _MONTH_ONLY.fullmatch(text):
        part = found.groupdict()
        month = MONTHS[part["b"].casefold()] if part["b"] else int(part["m"] or part["m3"])
        return f"{part['y'] or part['y2'] or part['y3']}-{month:02d}" if 1 <= month <= 12 else None
    return year["y"] if (year := _YEAR_ONLY.fullmatch(text)) else None
