"""Who stands between words in marks and their verb; all people are invented."""

import pytest

from tests.annotate.attributions import attributions


@pytest.mark.parametrize(
    "who",
    [
        "the chairman of the Regional Chamber of Commerce, Emil Sadlo,",
        "one of the three, the student Nela Adam,",
        "the eye surgeon who operated on him, Dr Rana Wehbe,",
        "a woman of 81 who would give only her first name, Apolena,",
    ],
)
def test_all_that_names_a_speaker_between_marks_and_verb_is_the_speaker(who):
    text = f'"We need the connection to the world," {who} said.'

    assert attributions(text) == [(who.rstrip(","), "say", '"We need the connection to the world,"')]


def test_a_clause_of_the_outlet_behind_marks_names_nobody():
    text = '"We need the connection to the world," the mayor replied, and the guard, who was there, nodded.'

    assert attributions(text) == [("the mayor", "reply", '"We need the connection to the world,"')]


def test_a_verb_of_its_own_between_marks_and_the_name_is_no_part_of_the_name():
    ((speaker, _, _),) = attributions('"We need the bridge," the mayor has written to them, Ada Orr said.')

    assert speaker == "Ada Orr"
