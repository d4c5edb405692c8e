"""Readings in offsets of the text; all people are invented."""

from tests.annotate.attributions import attributions


def test_a_comma_does_not_part_a_clause_from_the_marks_it_ends_in():
    ((_, _, content),) = attributions("Jon Lind maintains to this day that the letter did arrive, “merely not in time”.")
    assert content == "that the letter did arrive, “merely not in time”"


def test_words_on_the_way_belong_to_the_clause_around_them():
    text = "Moonlight Club, which gathers the friends of the singer Jon Lind, announced it would from now on be a rowing club."
    ((_, _, content),) = attributions(text)
    assert content == "it would from now on be a rowing club"


def test_a_name_in_marks_does_not_end_what_is_said():
    text = 'The ring, known as "Gilded Hand", had taken nine million crowns since May, according to Captain Mara Voss.'
    ((_, _, content),) = attributions(text)
    assert content == 'The ring, known as "Gilded Hand", had taken nine million crowns since May'


def test_words_in_marks_before_a_comma_still_end_what_is_said():
    ((_, _, content),) = attributions("“It leans a little,” Mara Voss said, and she laughed.")
    assert content == "“It leans a little,”"


def test_a_conjunction_before_a_cue_is_the_outlets():
    ((_, _, content),) = attributions("The pier stays open because, according to the mayor, nobody swims there.")
    assert content == "nobody swims there"
