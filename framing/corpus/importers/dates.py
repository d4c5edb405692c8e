"""Dates as databases print them, in nine languages; what cannot be read for certain is None."""

from __future__ import annotations

import datetime
import re
import unicodedata

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
_END = r"(?![\w])"

_PATTERNS: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(pattern, re.IGNORECASE), order)
    for pattern, order in (
        (r"(?<!\d)(?P<y>\d{4})\s*年\s*(?P<m>\d{1,2})\s*月\s*(?P<d>\d{1,2})\s*[日号號]", "n"),
        (r"(?<!\d)(?P<y>\d{4})-(?P<m>\d{1,2})-(?P<d>\d{1,2})(?!\d)", "n"),
        (r"(?<!\d)(?P<y>\d{4})/(?P<m>\d{1,2})/(?P<d>\d{1,2})(?!\d)", "n"),
        (r"(?<!\d)(?P<y>(?:1[6-9]|20)\d\d)\.(?P<m>\d{1,2})\.(?P<d>\d{1,2})(?!\d)", "n"),
        (rf"(?<![\w])(?P<b>{_NAME})\.?\s*(?P<d>\d{{1,2}})(?:st|nd|rd|th)?(?:\s*,\s*|\s+)(?P<y>\d{{4}}){_END}", "b"),
        (
            rf"(?<![\w])(?P<d>\d{{1,2}})\s*(?:st|nd|rd|th|er|re|º|ª|°|\.)?\s*(?:de\s+|d'|of\s+)?"
            rf"(?P<b>{_NAME})\.?\s*,?\s*(?:de\s+|del\s+)?(?P<y>\d{{4}}){_END}",
            "b",
        ),
        (rf"(?<![\w])(?P<d>\d{{1,2}})-(?P<b>{_NAME})-(?P<y>\d{{4}}){_END}", "b"),
        # A date with dots is day first wherever it is used.
        (r"(?<!\d)(?P<d>\d{1,2})\.\s?(?P<m>\d{1,2})\.\s?(?P<y>\d{4})(?!\d)", "n"),
        (r"(?<!\d)(?P<a>\d{1,2})[/-](?P<c>\d{1,2})[/-](?P<y>\d{4})(?!\d)", "ambiguous"),
        (r"^\s*(?P<y>(?:1[6-9]|20)\d\d)(?P<m>\d\d)(?P<d>\d\d)(?:T\d+Z?)?\s*$", "n"),
    )
)
_MONTH_ONLY = re.compile(
    rf"^\s*(?:(?P<b>{_NAME})\.?,?\s+(?:de\s+)?(?P<y>\d{{4}})|(?P<y2>\d{{4}})[-/](?P<m>\d{{1,2}})/*|(?P<y3>\d{{4}})\s*年\s*(?P<m3>\d{{1,2}})\s*月)\s*$",
    re.IGNORECASE,
)
_YEAR_ONLY = re.compile(r"^\s*(?P<y>(?:1[6-9]|20)\d\d)/*\s*$")


def parse_date(text: str | None) -> str | None:
    """
    A printed date in ISO 8601, as exact as it was printed.

    Parameters
    ----------
    text : str or None
        For instance "January 11, 2010 Monday", "Dienstag, 7. Juli 2020", "3 de julio de 2020", "2020年7月3日".
        English, French, German, Spanish, Italian, Portuguese, Dutch and Chinese month names, ISO and numeric forms;
        weekdays, times and editions around the date do not matter.

    Returns
    -------
    str or None
        "YYYY-MM-DD", "YYYY-MM" or "YYYY". None if nothing is certain: no date, an impossible day, a year of two digits,
        or day and month that may be swapped ("03/04/2020").

    Examples
    --------
    >>> parse_date("July 1, 2019 Monday 9:20 AM GMT")
    '2019-07-01'
    >>> parse_date("mardi 14 mars 2006, p. 16"), parse_date("donderdag 3 juli 2020")
    ('2006-03-14', '2020-07-03')
    >>> parse_date("03/04/2020") is None, parse_date("25/04/2020"), parse_date("May 2020")
    (True, '2020-04-25', '2020-05')
    """
    if not text:
        return None
    text = " ".join(unicodedata.normalize("NFC", text).split())
    # Damage puts spaces into words: "Ja n 24, 2022".
    for attempt in (text, re.sub(r"(?<=[^\W\d_]) (?=[^\W\d_])", "", text)):
        for pattern, order in _PATTERNS:
            if found := pattern.search(attempt):
                return _iso(found.groupdict(), order)
    if found := _MONTH_ONLY.match(text):
        part = found.groupdict()
        year = part["y"] or part["y2"] or part["y3"]
        month = MONTHS[part["b"].casefold()] if part["b"] else int(part["m"] or part["m3"])
        return f"{year}-{month:02d}" if 1 <= month <= 12 else None
    found = _YEAR_ONLY.match(text)
    return found["y"] if found else None


def _iso(part: dict[str, str], order: str) -> str | None:
    year = int(part["y"])
    if order == "ambiguous":
        first, second = int(part["a"]), int(part["c"])
        if first <= 12 and second <= 12 and first != second:
            return None
        day, month = (first, second) if first > 12 else (second, first)
    else:
        day = int(part["d"])
        month = MONTHS[part["b"].casefold()] if order == "b" else int(part["m"])
    try:
        return datetime.date(year, month, day).isoformat()
    except ValueError:
        return None


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
    for pattern, _ in _PATTERNS:
        if found := pattern.search(line):
            return len(line[: found.start()].split()) <= 2 and not line.endswith((".", "?", "!"))
    return bool(_MONTH_ONLY.match(line))
