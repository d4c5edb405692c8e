"""Readings in offsets of the text; all people are invented."""

from tests.annotate.attributions import attributions


def test_a_comma_does_not_part_a_clause_from_the_marks_it_ends_in():
    ((_, _, content),) = attributions("Mara Voss maintained that the hall had been shut in May, “before anybody asked for it”.")
    assert content == "that the hall had been shut in May, “before anybody asked for it”"
