"""What is going round without a name; all of it is invented."""

import pytest

from tests.annotate.attributions import attributions


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A rumour has been spreading that the mill will be sold.", [(None, "rumour", "that the mill will be sold")]),
        ("There has been talk that the bakers met at night.", [(None, "talk", "that the bakers met at night")]),
        (
            "There is a grumble among the porters that the lift is kept for guests.",
            [("the porters", "grumble", "that the lift is kept for guests")],
        ),
    ],
)
def test_a_clause_behind_a_word_for_talk_is_what_people_say(text, expected):
    assert attributions(text) == expected


def test_talk_that_was_heard_says_nothing():
    assert attributions("The talk that was heard in the hall was long.") == []
