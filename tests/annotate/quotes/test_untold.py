"""Reporting verbs that stand for something else than telling; all people are invented."""

import pytest

from tests.annotate.attributions import attributions

UNTOLD = {
    "a thought": ("The minister asked himself who had lied.", []),
    "a question to others": ("The minister asked the clerk who had lied.", ["who had lied"]),
    "a promise to oneself": ("Mara Voss tells herself that the boat will come.", ["that the boat will come"]),
    "a habit": ("It was a bench where the neighbours told one another which shop was closed.", []),
    "a lesson": ("The war has taught us what rashness costs.", []),
    "staff": ("The firm regrets the mistake and has dismissed the clerk.", []),
    "a charge": ("The firm dismissed the charge of fraud.", ["the charge of fraud"]),
    "those questioned": ("Police questioned passengers about a trip to the lake.", []),
    "what is doubted": ("Mara Voss questioned the wisdom of the plan.", ["the wisdom of the plan"]),
    "nobody": ("Hugo Lind accuses nobody except the mayor.", []),
    "what is left out": ("The order is short. It lays down no term for the office.", []),
    "hearsay about the keys": ("The keys it is said to have lost were found in a drawer.", []),
    "an order to the reader": ("If you should come, my dears, remember that it rains.", []),
    "heard by those who imagine it": ("One can already hear the clerks explaining that the bridge fell by itself.", []),
    "who is asked": ("The captain, asked for the keys, answered that they were lost.", ["that they were lost"]),
}  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), UNTOLD.values(), ids=UNTOLD.keys())
def test_what_nobody_has_told_is_no_quotation(text, expected):
    assert [content for _, _, content in attributions(text)] == expected


def test_people_are_addressed_and_matters_are_spoken_of():
    assert attributions("Odo Brandt addressed the porters on Friday.") == []
    assert [said for _, _, said in attributions("Odo Brandt addressed the delay on Friday.")] == ["the delay"]


@pytest.mark.parametrize("verb", ["declined", "refused"])
def test_a_refusal_to_comment_is_silence(verb):
    assert attributions(f"The ministry {verb} to comment on the cause.") == []
