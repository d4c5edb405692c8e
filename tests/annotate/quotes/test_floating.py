"""Stretches between marks without a cue of their own; all people and works are invented."""

import pytest

from tests.annotate.attributions import attributions


@pytest.mark.parametrize(
    "text",
    [
        "Mara Voss, the author of “Going Under,” slept on the pier.",
        "She was seen on Merrow’s “Harbour Lights.”",
        "On the programme “Low Water, High Water,” the pier was shown.",
    ],
)
def test_a_title_with_the_comma_of_its_sentence_is_no_quotation(text):
    assert attributions(text) == []


def test_a_short_quotation_behind_its_cue_is_one_although_it_has_capitals():
    assert attributions('Mara Voss said "Never." Then she left.') == [("Mara Voss", "say", '"Never."')]


def test_single_marks_without_a_cue_are_none_in_a_text_of_double_marks():
    text = "“The pier is late,” Mara Voss said. “We are sorry.”\n\n‘There is so much anger.’\n\nNobody came."

    assert attributions(text) == [("Mara Voss", "say", "“The pier is late,” … “We are sorry.”")]


def test_single_marks_of_a_text_that_has_no_others_are_quotations():
    text = "‘The pier is late,’ Mara Voss said.\n\n‘We are sorry about it.’"

    assert "‘We are sorry about it.’" in " ".join(said for _, _, said in attributions(text))
