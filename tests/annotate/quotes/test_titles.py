"""Titles and slogans in marks; all works are invented."""

import pytest

from framing.annotate.quotes.titles import titled
from tests.annotate.attributions import attributions


def test_small_words_of_a_title_need_no_capital():
    assert titled("Supper with the Judge", False)
    assert not titled("Supper is with the judge", False)


@pytest.mark.parametrize(
    "text",
    [
        "The motto of the fair is “More light, less noise.” It was painted by children.",
        "“More light, less noise” is the slogan of the fair.",
        "They ran a programme called “Supper with the Judge”. It was stopped.",
    ],
)
def test_a_slogan_that_nobody_says_is_no_quotation(text):
    assert attributions(text) == []


def test_a_slogan_that_somebody_chants_is_one():
    text = "The children chanted the slogan “More light, less noise!” all afternoon."

    assert attributions(text) == [("The children", "chant", "“More light, less noise!”")]
