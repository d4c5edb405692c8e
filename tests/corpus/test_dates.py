"""Printed dates: nine languages, damage, and what must not be guessed."""

from __future__ import annotations

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from framing.corpus.dates import MONTHS, find_date, is_date_line, parse_date, printed_date


@pytest.mark.parametrize(
    ("printed", "iso"),
    [
        ("January 11, 2010 Monday", "2010-01-11"),
        ("July 1, 2019 Monday 9:20 AM GMT", "2019-07-01"),
        ("Mar 9, 2022", "2022-03-09"),
        ("Jan 24,2022", "2022-01-24"),
        ("Ja n 24, 2022", "2022-01-24"),
        ("December 19, 1991, Sunday, An Edition", "1991-12-19"),
        ("08 May 2010", "2010-05-08"),
        ("Sept. 3rd, 2001", "2001-09-03"),
        ("mardi 14 mars 2006, p. 16", "2006-03-14"),
        ("1er août 2012", "2012-08-01"),
        ("29 décembre 2011", "2011-12-29"),
        ("29 d\u0065\u0301cembre 2011", "2011-12-29"),
        ("Dienstag 7. Juli 2020", "2020-07-07"),
        ("9. März 1998", "1998-03-09"),
        ("07.07.2020", "2020-07-07"),
        ("3 de julio de 2020", "2020-07-03"),
        ("viernes 3 julio 2020", "2020-07-03"),
        ("venerdì 3 luglio 2020", "2020-07-03"),
        ("3 de março de 2020", "2020-03-03"),
        ("donderdag 3 maart 2020", "2020-03-03"),
        ("2020年7月3日 星期五", "2020-07-03"),
        ("2012-01-09T01:35:58Z", "2012-01-09"),
        ("2016-02-01 00:14:00", "2016-02-01"),
        ("2010/05/08/", "2010-05-08"),
        ("20100508", "2010-05-08"),
        ("25/12/2020", "2020-12-25"),
        ("12/25/2020", "2020-12-25"),
        ("04/04/2020", "2020-04-04"),
        ("1948/07//", "1948-07"),
        ("May 2020", "2020-05"),
        ("2020年7月", "2020-07"),
        ("2014//", "2014"),
    ],
)
def test_reads_a_printed_date(printed, iso):
    assert printed_date(printed) == iso


@pytest.mark.parametrize(
    "printed",
    [
        None,
        "",
        "03/04/2020",
        "February 30, 2020",
        "31.02.2020",
        "7/8/20",
        "June 7",
        "yesterday",
        "12 monkeys 2001",
        "2020-13-01",
        "99 Luftballons",
    ],
)
def test_does_not_guess(printed):
    assert printed_date(printed) is None


@given(st.dates(datetime.date(1600, 1, 1), datetime.date(2099, 12, 31)), st.sampled_from(sorted(MONTHS)))
def test_every_month_name_reads_as_its_month(day, name):
    day = day.replace(month=MONTHS[name], day=min(day.day, 28))

    for printed in (f"{day.day} {name} {day.year}", f"{name} {day.day}, {day.year}", f"{day.day}. {name.title()} {day.year}"):
        assert printed_date(printed) == day.isoformat()


@given(st.text(max_size=60))
def test_any_text_is_read_or_left(text):
    found = printed_date(text)

    assert found is None or 4 <= len(found) <= 10


def test_a_sentence_with_a_date_is_no_date_line():
    assert is_date_line("Monday, January 11, 2010")
    assert not is_date_line("The new quay opened on January 11, 2010.")
    assert not is_date_line("")


@pytest.mark.parametrize(
    ("value", "iso"),
    [
        ("Thursday, 9 October 2014, 9:39 a.m.", "2014-10-09"),
        ("jeudi 9 octobre 2014", "2014-10-09"),
        ("Donnerstag, 9. Oktober 2014", "2014-10-09"),
        ("25/04/2020", "2020-04-25"),
        ("2014-10-09T08:00:00+02:00", "2014-10-09"),
        ("Oct 2014", "2014-10"),
        ("2014-13", None),
        ("03/04/2020", None),
        ("9 October 2014, page 3", None),
        ("since 9 October 2014", None),
    ],
)
def test_a_value_is_a_date_and_nothing_else(value, iso):
    assert parse_date(value) == iso


@given(st.text(max_size=60))
def test_what_is_a_date_as_a_value_is_the_same_date_in_print(text):
    if (found := parse_date(text)) is not None:
        assert printed_date(text) == found


@given(
    st.dates(datetime.date(1600, 1, 1), datetime.date(2099, 12, 31)),
    st.sampled_from(["%Y-%m-%d", "%Y%m%d", "%d %B %Y", "%d.%m.%Y"]),
)
def test_three_readers_of_dates_agree(day, form):
    printed = day.strftime(form)

    assert parse_date(printed) == printed_date(printed) == find_date(f"Updated: {printed}") == day.isoformat()
