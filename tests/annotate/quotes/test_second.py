"""A second reporting clause inside what the first one reports; all people are invented."""

from tests.annotate.attributions import attributions


def test_the_last_verb_of_a_list_belongs_to_the_clause_that_begins_it():
    ((_, _, content),) = attributions("The firm says that it owns no car, employs no driver and knows no road.")
    assert content == "that it owns no car, employs no driver and knows no road"


def test_a_verb_that_reports_something_itself_begins_a_second_quotation():
    found = attributions("Mara Voss said that the pier was rotten and warned that the roof would fall.")
    assert [content for _, _, content in found] == ["that the pier was rotten", "that the roof would fall"]
