"""Nouns for what is said, before a colon; all people and bodies are invented."""

import pytest

from tests.annotate.attributions import attributions


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The advice of the lamp guild: pay nothing before May.", ("the lamp guild", "advice", "pay nothing before May")),
        ("The bakers shut their doors. Their answer was short: nobody had seen a boat.",
         ("Their", "answer", "nobody had seen a boat")),
    ],
)  # fmt: skip
def test_what_stands_behind_the_colon_is_said_by_whose_advice_it_is(text, found):
    assert found in attributions(text)


def test_an_answer_of_nobody_is_the_outlets():
    assert attributions("The answer is simple: nobody has seen a boat.") == []
