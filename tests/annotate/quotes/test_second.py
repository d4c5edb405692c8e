"""A second reporting clause inside what the first one reports; all people are invented."""

from tests.annotate.attributions import attributions


def test_the_last_verb_of_a_list_belongs_to_the_clause_that_begins_it():
    ((_, _, content),) = attributions("The firm says that it owns no car, employs no driver and knows no road.")
    assert content == "that it owns no car, employs no driver and knows no road"


def test_a_verb_that_reports_something_itself_begins_a_second_quotation():
    found = attributions("Mara Voss said that the pier was rotten and warned that the roof would fall.")
    assert [content for _, _, content in found] == ["that the pier was rotten", "that the roof would fall"]


def test_a_second_verb_that_tells_nothing_goes_on_with_what_was_said():
    ((_, _, content),) = attributions("Mara Voss said she had come for the boats and found an empty quay.")
    assert content == "she had come for the boats and found an empty quay"


def test_a_second_verb_with_an_object_it_speaks_of_begins_a_second_quotation():
    found = attributions("Mara Voss said that the boats had come late and called for a new roof.")
    assert [content for _, _, content in found] == ["that the boats had come late", "a new roof"]


def test_what_the_court_then_did_to_whom_it_judged_was_not_found():
    ((_, _, content),) = attributions("The court ruled that Jon Lind had misled the council, and sent him home for a year.")
    assert content == "that Jon Lind had misled the council"


def test_what_somebody_had_done_in_one_go_was_all_said():
    ((_, _, content),) = attributions("The court ruled that Mara Voss had misled the council and sent her clerk home.")
    assert content == "that Mara Voss had misled the council and sent her clerk home"
