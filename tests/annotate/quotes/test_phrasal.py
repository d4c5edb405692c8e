"""Phrases that attribute without a verb; all people are invented."""

from tests.annotate.attributions import attributions


def test_in_the_words_of_somebody_goes_with_the_marks_right_before():
    text = "The carter was fined for a smile “with open teeth” in the words of the order."

    assert attributions(text) == [("the order", "in words", "“with open teeth”")]


def test_in_the_words_of_somebody_goes_with_the_clause_before_a_comma():
    text = "Not a sheet had left the mill, in the words of Mara Voss."

    assert attributions(text) == [("Mara Voss", "in words", "Not a sheet had left the mill")]
