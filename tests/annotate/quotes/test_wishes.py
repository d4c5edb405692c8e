"""What is to be done with a thing; all people are invented."""

from tests.annotate.attributions import attributions


def test_a_thing_that_is_to_be_treated_belongs_to_what_is_asked():
    ((_, _, content),) = attributions("Mara Voss asked for the owner of the barge to be heard.")
    assert content == "the owner of the barge to be heard"


def test_whoever_is_asked_to_act_is_no_part_of_what_is_asked():
    ((_, _, content),) = attributions("Mara Voss asked the owner of the barge to leave the port.")
    assert content == "to leave the port"


def test_the_power_of_a_body_that_is_demanded_was_told_to_nobody():
    ((_, _, content),) = attributions("Mara Voss demanded a board of skippers with the power to close piers.")
    assert content == "a board of skippers with the power to close piers"
