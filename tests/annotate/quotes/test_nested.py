"""Relative clauses with a speaker and marks of their own inside what is reported; all people are invented."""

from tests.annotate.attributions import attributions


def test_what_somebody_else_calls_a_thing_is_apart():
    text = "Mara Voss reports that the crates held a fish which the cook calls “older than the ship”."

    assert attributions(text) == [
        ("Mara Voss", "report", "that the crates held a fish"),
        ("the cook", "call", "“older than the ship”"),
    ]


def test_a_relative_clause_without_marks_stays_with_whoever_reports():
    text = "Mara Voss reports that the crates held a fish which the cook calls tender."

    assert [speaker for speaker, _, _ in attributions(text)] == ["Mara Voss"]
