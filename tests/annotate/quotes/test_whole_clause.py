"""Clauses that the parser took for things or hung to whoever was told; all people are invented."""

import pytest

from tests.annotate.attributions import attributions


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("Geodesist Emil Tarn said the maps used by the army dated from before the reservoir.",
         "the maps used by the army dated from before the reservoir"),
        ("Ivana Couto said the ferry there costs a week's wages.", "the ferry there costs a week's wages"),
        ("Their lawyer, Roshan Palekar, said accepting it would mean signing away a claim.",
         "accepting it would mean signing away a claim"),
    ],
)  # fmt: skip
def test_a_verb_inside_what_looks_like_an_object_makes_it_a_clause(text, content):
    assert [found for _, _, found in attributions(text)] == [content]


@pytest.mark.parametrize("text", ["The priest said a short prayer.", "The priest said a prayer written by a nun."])
def test_a_thing_that_is_said_is_no_clause(text):
    assert attributions(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Governor Yao Zhengtao told visiting diplomats that the people had asked for the law.",
         ("Governor Yao Zhengtao", "tell", "that the people had asked for the law")),
        ("His wife told reporters in the corridor he had lost twelve kilos.", ("His wife", "tell", "he had lost twelve kilos")),
        ("Deputy Faina Lisov asked in the chamber who was supposed to bring in the harvest.",
         ("Deputy Faina Lisov", "ask", "who was supposed to bring in the harvest")),
    ],
)  # fmt: skip
def test_a_clause_hung_to_whoever_was_told_or_to_the_place_is_what_was_said(text, expected):
    assert expected in attributions(text)


def test_a_relative_clause_of_whoever_is_asked_for_stays_with_them():
    found = attributions("The union asked for parents who teach reading at home.")

    assert [content for _, _, content in found] == ["parents who teach reading at home"]


@pytest.mark.parametrize(
    "text",
    [
        "The mayor maintained a fleet that had been bought by those who had won.",
        "The clerk has the power to maintain the order written by those appointed.",
    ],
)
def test_relative_clauses_and_things_somebody_is_able_to_keep_make_no_clause(text):
    assert not any(cue == "maintain" for _, cue, _ in attributions(text))
