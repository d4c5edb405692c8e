import pytest

from framing.compare.periods import all_between, period_of


@pytest.mark.parametrize(
    ("text", "period", "expected"),
    [
        ("2016-01-01", "week", "2015-W53"),
        ("2016-12-31", "quarter", "2016-Q4"),
        ("2016-05", "month", "2016-05"),
        ("2016-05", "day", None),
        (None, "year", None),
    ],
)
def test_a_date_falls_into_its_period(text, period, expected):
    assert period_of(text, period) == expected


@pytest.mark.parametrize(
    ("first", "last", "period", "n"),
    [
        ("2015-W50", "2016-W03", "week", 7),
        ("2015-Q3", "2016-Q2", "quarter", 4),
        ("2012-02-27", "2012-03-02", "day", 5),
        ("1999", "2004", "year", 6),
        ("2011-01", "2016-12", "month", 72),
    ],
)
def test_no_period_is_left_out_or_doubled(first, last, period, n):
    names = all_between(first, last, period)

    assert (names[0], names[-1]) == (first, last)
    assert len(names) == len(set(names)) == n
