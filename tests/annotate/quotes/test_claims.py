"""Nouns that report at the head of a sentence; all people are invented."""

import pytest

from tests.annotate.attributions import attributions


@pytest.mark.parametrize(
    ("text", "speaker", "content"),
    [
        ("Her request to see the ledger was turned down within an hour.", "Her", "to see the ledger"),
        (
            "A plea by the Dunholt Rowing Club for dry matches has reached the warden.",
            "the Dunholt Rowing Club",
            "dry matches",
        ),
        ("A promise to repair the sluice came from Varnell, which owns it.", "Varnell", "to repair the sluice"),
    ],
)
def test_a_noun_reports_up_to_the_verb_of_its_sentence(text, speaker, content):
    assert [(who, what) for who, _, what in attributions(text)] == [(speaker, content)]


@pytest.mark.parametrize(
    ("text", "speaker", "content"),
    [
        ("A request to move the bench was submitted by the tenants.", "the tenants", "to move the bench"),
        (
            "Praise for the patience of the drivers has come from the town council.",
            "the town council",
            "the patience of the drivers",
        ),
    ],
)
def test_a_request_or_praise_is_of_whoever_it_comes_from(text, speaker, content):
    assert [(who, what) for who, _, what in attributions(text)] == [(speaker, content)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("As for the claim by the so-called Harbour Watch that the pier will be sold, nine vans left the town on Monday.",
         ("the so-called Harbour Watch", "claim", "that the pier will be sold")),
        ("A request to spare the yards in which boats are kept was submitted by its chairman, Odo Brandt.",
         ("its chairman, Odo Brandt", "request", "to spare the yards in which boats are kept")),
        ("A plea by the Old Pensioners’ Choir for dry coal before Easter has reached the mayor.",
         ("the Old Pensioners’ Choir", "plea", "dry coal before Easter")),
        ("His order that no boat leave the harbour was read aloud.", ("His", "order", "that no boat leave the harbour")),
    ],
)  # fmt: skip
def test_a_claim_keeps_its_owner_and_its_clause_wherever_the_parser_hung_them(text, found):
    assert found in attributions(text)


def test_the_claim_of_a_day_has_no_clause():
    assert attributions("The claim of the day was ours.") == []
