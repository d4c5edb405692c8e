"""Phrases that attribute without a verb; all people are invented."""

from tests.annotate.attributions import attributions


def test_who_an_opening_source_is_belongs_to_it():
    text = "According to a letter of the Harbour Board, the body founded to dredge the port, nine wrecks were found."
    ((speaker, _, content),) = attributions(text)
    assert speaker == "a letter of the Harbour Board, the body founded to dredge the port"
    assert content == "nine wrecks were found"


def test_a_list_that_opens_what_is_said_explains_no_source():
    ((_, _, content),) = attributions("According to Mara Voss, the sheds, the boats and the crane were burnt.")
    assert content == "the sheds, the boats and the crane were burnt"


def test_in_the_words_of_somebody_goes_with_the_marks_right_before():
    text = "The carter was fined for a smile “with open teeth” in the words of the order."

    assert attributions(text) == [("the order", "in words", "“with open teeth”")]


def test_in_the_words_of_somebody_goes_with_the_clause_before_a_comma():
    text = "Not a sheet had left the mill, in the words of Mara Voss."

    assert attributions(text) == [("Mara Voss", "in words", "Not a sheet had left the mill")]


def test_a_name_that_looks_like_a_subject_is_the_source():
    found = attributions("According to ballistics expert Kim Dashko, unexploded shells may lie as far as six kilometres away.")

    assert found == [
        ("ballistics expert Kim Dashko", "according to", "unexploded shells may lie as far as six kilometres away")
    ]
