"""A word in marks before whoever says it; all people and papers are invented."""

from tests.annotate.attributions import attributions


def test_a_tag_behind_read_says_the_word_before_it():
    text = "“Sold”, read the tag on the cow. Nobody had asked."

    assert attributions(text) == [("the tag on the cow", "read", "“Sold”")]


def test_an_answer_is_of_whoever_it_came_from():
    text = "“Maybe”, came the answer from the Board of Weirs."

    assert attributions(text) == [("the Board of Weirs", "answer", "“Maybe”")]


def test_what_came_that_is_no_answer_says_nothing():
    assert attributions("“Maybe”, came the train from the coast.") == []


def test_a_stamp_says_the_word_before_it():
    found = attributions("“Received, complete”, says a stamp of the Council on the letter.")

    assert found == [("a stamp of the Council on the letter", "say", "“Received, complete”")]
