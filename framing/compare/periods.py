"""Periods of the calendar, from dates as exact as their source."""

from __future__ import annotations

from datetime import date, timedelta

from framing.checks import one_of
from framing.errors import OptionError

PERIODS = ("day", "week", "month", "quarter", "year")


def period_of(text: str | None, period: str) -> str | None:
    """
    The period a date falls into; None if there is no date or it is too vague.

    Parameters
    ----------
    text : str or None
        YYYY, YYYY-MM or YYYY-MM-DD.
    period : {"day", "week", "month", "quarter", "year"}

    Returns
    -------
    str or None
        "2016-03-07", "2016-W10", "2016-03", "2016-Q1" or "2016".

    Examples
    --------
    >>> period_of("2016-03-07", "week"), period_of("2016-03", "quarter"), period_of("2016", "month")
    ('2016-W10', '2016-Q1', None)
    """
    one_of("period", period, PERIODS)
    if not text:
        return None
    parts = text.split("-")
    if period == "year":
        return parts[0]
    if len(parts) < 2:
        return None
    if period == "month":
        return "-".join(parts[:2])
    if period == "quarter":
        return f"{parts[0]}-Q{(int(parts[1]) + 2) // 3}"
    day = day_of(text)
    if day is None or period == "day":
        return None if day is None else day.isoformat()
    year, week, _ = day.isocalendar()
    return f"{year}-W{week:02d}"


def day_of(text: str | None) -> date | None:
    """
    The day, if the date is that exact.

    Examples
    --------
    >>> day_of("2016-03-07"), day_of("2016-03")
    (datetime.date(2016, 3, 7), None)
    """
    try:
        return date.fromisoformat(text) if text and len(text) >= 10 else None
    except ValueError:
        return None


def start_of(name: str, period: str) -> date:
    """
    First day of a period.

    Examples
    --------
    >>> start_of("2016-W10", "week"), start_of("2016-Q2", "quarter")
    (datetime.date(2016, 3, 7), datetime.date(2016, 4, 1))
    """
    if period == "week":
        year, week = name.split("-W")
        return date.fromisocalendar(int(year), int(week), 1)
    if period == "quarter":
        year, quarter = name.split("-Q")
        return date(int(year), 3 * int(quarter) - 2, 1)
    parts = [int(part) for part in name.split("-")] + [1, 1]
    return date(parts[0], parts[1], parts[2])


def all_between(first: str, last: str, period: str) -> list[str]:
    """
    Every period from one to another, empty ones included.

    Examples
    --------
    >>> all_between("2016-11", "2017-02", "month")
    ['2016-11', '2016-12', '2017-01', '2017-02']
    """
    days = {"day": 1, "week": 7, "month": 28, "quarter": 85, "year": 360}[period]
    names, at = [first], start_of(first, period)
    while names[-1] < last:
        at += timedelta(days=days)
        name = period_of(at.isoformat(), period)
        if name is not None and name != names[-1]:
            names.append(name)
    return names


def checked_day(text: str) -> date:
    """
    A day given by the user.

    Raises
    ------
    OptionError
        If it is no day of the calendar.
    """
    day = day_of(text)
    if day is None:
        raise OptionError(f"`event` must be a day written YYYY-MM-DD, got {text!r}")
    return day
