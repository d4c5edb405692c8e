"""What opens a sentence before its speaker and is not said; all people are invented."""

import pytest

from tests.annotate.attributions import attributions


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("In a brief talk on Monday, Odo Brandt said, “We are going to paint the pier again.”",
         "“We are going to paint the pier again.”"),
        ("Holding up a lamp, Mara Voss said, “I only want to know who lit it.”", "“I only want to know who lit it.”"),
        ("In a statement sent shortly after the clerk left the hall, Brandt said, “The pier is shut until the summer.”",
         "“The pier is shut until the summer.”"),
    ],
)  # fmt: skip
def test_an_occasion_before_the_speaker_of_a_quotation_is_not_said(text, said):
    assert [content for _, _, content in attributions(text)] == [said]


def test_a_time_before_a_clause_wrapped_around_its_cue_is_said():
    found = attributions("In the autumn, Odo Brandt said, the pier was shut for a week.")

    assert found == [("Odo Brandt", "say", "In the autumn … the pier was shut for a week")]


def test_a_condition_before_the_speaker_is_said():
    found = attributions("If the rain goes on, Odo Brandt said, “we are going to shut the pier for a week.”")

    assert "If the rain goes on" in found[0][2]


def test_a_clause_right_behind_the_verb_leaves_nothing_before_it():
    found = attributions(
        "In a statement released shortly after the harbour clerk suspended his walk, Brandt said he is sure the pier will hold."
    )

    assert [content for _, _, content in found] == ["he is sure the pier will hold"]


def test_a_reason_before_an_office_that_announces_nothing_is_not_said():
    found = attributions("Since the rule that shut the baths remains in force, the ministry announced neither.")

    assert not any("rule" in content for _, _, content in found)
