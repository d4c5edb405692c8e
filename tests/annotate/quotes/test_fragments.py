"""Words in marks behind a verb or its preposition, where the parser gives nothing; all people are invented."""

import pytest

from tests.annotate.attributions import attributions


@pytest.mark.parametrize(
    ("text", "speaker", "content"),
    [
        (
            "In the council, Odo Brandt, leader of the Canal Party, accused the mayor of “painting the leaks and calling it "
            "plumbing”. Nobody laughed.",
            "Odo Brandt, leader of the Canal Party",
            "“painting the leaks and calling it plumbing”",
        ),
        (
            "From the Weavers’ Guild Professor Mara Voss congratulates the town on “the driest spring in the history of the "
            "bridge”.",
            None,
            "“the driest spring in the history of the bridge”",
        ),
        (
            "A certain Heron, who writes for a foreign page, sneers at “government by rubber stamp”.",
            "A certain Heron",
            "“government by rubber stamp”",
        ),
        (
            "The card on the door of the ward speaks of ‘fatigue, seasonal type’.",
            "The card on the door of the ward",
            "‘fatigue, seasonal type’",
        ),
    ],
)
def test_words_in_marks_belong_to_the_verb_before_their_preposition(text, speaker, content):
    found = [(who, said) for who, _, said in attributions(text)]

    assert content in [said for _, said in found]
    assert speaker is None or (speaker, content) in found


@pytest.mark.parametrize(
    "text",
    [
        "Mara Voss spoke at “The Blue Lamp” on Monday.",
        "The clerk did not complain of “a cold hall”, nor did anybody else.",
        "Reports of “a second flood” reached the weir at noon.",
    ],
)
def test_titles_denials_and_nouns_have_no_such_words(text):
    assert attributions(text) == []


def test_a_list_of_rules_has_each_its_own_words():
    text = "Item 4 prohibits “excessive humming”; item 9 advises guests against “singing without need”."

    assert [said for _, _, said in attributions(text)] == ["“excessive humming”", "“singing without need”"]


def test_an_infinitive_goes_on_into_marks():
    text = "The landlord’s letter, which came on Friday, advises her to change the lock “should she sleep badly”."

    assert [said for _, _, said in attributions(text)] == ["to change the lock “should she sleep badly”"]


def test_a_thing_belongs_to_what_it_is_called_behind_it():
    text = "Mara Voss calls a ferry without a bell ‘a coffin’. Nobody laughed."

    assert attributions(text) == [("Mara Voss", "call", "a ferry without a bell ‘a coffin’")]


def test_one_word_that_the_parser_takes_of_the_marks_stands_for_all():
    text = "A statement from the mill, the oldest in town, regrets “delays in the past”."

    assert [said for _, _, said in attributions(text)] == ["“delays in the past”"]


def test_thanks_for_having_done_something_in_marks_begin_with_having():
    found = attributions("A card signed by forty-six widows thanks the porter for having “kept the bench dry for our boys”.")

    assert [said for _, _, said in found] == ["having “kept the bench dry for our boys”"]
