"""What is cut from the ends of a content; all people are invented."""

from tests.annotate.attributions import attributions


def test_some_of_the_things_named_belong_to_what_is_said():
    ((_, _, content),) = attributions("Mara Voss conceded that she has five inspectors, one of whom is living in a tent.")
    assert content == "that she has five inspectors, one of whom is living in a tent"


def test_a_relative_clause_with_its_preposition_belongs_to_what_is_said():
    ((_, _, content),) = attributions("Mara Voss reported a crush at two stalls, in which nobody was hurt.")
    assert content == "a crush at two stalls, in which nobody was hurt"


def test_a_lone_who_behind_a_comma_is_the_outlets_aside():
    ((_, _, content),) = attributions("Mara Voss said she had met the clerk, who was asleep.")
    assert content == "she had met the clerk"


def test_only_before_that_is_no_content():
    ((_, _, content),) = attributions("Mara Voss would say only that the boats were late.")
    assert content == "that the boats were late"


def test_where_something_that_is_asked_for_lies_belongs_to_it():
    ((_, _, content),) = attributions("The union called for a ferry to the islands, where a doctor calls once a month.")
    assert content == "a ferry to the islands, where a doctor calls once a month"
