"""Clauses that go on with words in marks, and marks with which a clause goes on; all people are invented."""

import pytest

from tests.annotate.attributions import attributions


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Mara Voss said the new pier was dry, and “a joy to walk on”. Nobody answered.",
         "the new pier was dry, and “a joy to walk on”"),
        ("The mill maintains that nobody was dismissed, they were “given back to their gardens”.",
         "that nobody was dismissed, they were “given back to their gardens”"),
        ("The tolls would fall by June, she announced, and leave the carters “an hour for their soup”.",
         "The tolls would fall by June … and leave the carters “an hour for their soup”"),
    ],
)  # fmt: skip
def test_a_clause_goes_on_with_the_marks_it_is_joined_to(text, said):
    assert [content for _, _, content in attributions(text)] == [said]


def test_what_the_outlet_tells_behind_quoted_words_does_not_join_them_to_a_name_in_marks():
    text = "“Only on Sundays,” Mara Voss said, and that was the last she sold at the “Blue Anchor”."

    assert attributions(text) == [("Mara Voss", "say", "“Only on Sundays,”")]


def test_a_clause_does_not_go_on_to_a_title():
    text = "The judge said he was tired, and left the hall for the “Blue Anchor”."

    assert attributions(text) == [("The judge", "say", "he was tired")]


def test_words_in_marks_go_on_to_the_end_of_a_phrase_that_explains_them():
    text = "The order had promised “review” as its last stage. None was held."

    assert attributions(text) == [("The order", "promise", "“review” as its last stage")]


def test_words_in_marks_end_before_what_happened_meanwhile():
    text = "Mara Voss spoke of “a long winter” as she left the hall."

    assert attributions(text) == [("Mara Voss", "speak", "“a long winter”")]
