"""Words by what they mean."""

import pytest

from framing.annotate.meanings import compound, meanings
from framing.annotate.people.people import People
from framing.annotate.quotations import find_quotes
from framing.annotate.source_types.clues import clues, clues_of_person, kinds_here
from framing.annotate.wordlists import word_list


@pytest.mark.parametrize(
    ("word", "name"),
    [("toxicologist", "scientist"), ("toxicologists", "scientist"), ("toxicologist's", "scientist"), ("monasteries", "church"),
     ("policewomen", "police"), ("sisters-in-law", "kin"), ("night-toxicologist", "scientist")],
)  # fmt: skip
def test_plurals_possessives_and_compounds_have_the_class_of_their_word(word, name):
    assert name in meanings(word)


def test_words_outside_the_list_have_no_class():
    assert meanings("of") == meanings("qwx") == ()


def test_two_words_are_one_compound_only_where_the_list_has_it():
    assert compound("tax", "inspector") == compound("tax", "inspectors") == ("tax",)
    assert compound("tall", "inspector") == ()


def test_the_list_holds_words_only_and_no_class_is_empty():
    lists = {name: words for name, words in word_list("quotes_classes_en.txt").items() if name}

    assert len(lists) > 200
    assert all(words for words in lists.values())
    assert all(word == word.lower() and not word.startswith("-") for words in lists.values() for word in words)


def test_a_word_no_text_held_from_which_weights_were_learnt_still_gives_its_class_as_a_clue():
    text = "Mara Voss, a toxicologist from Pell, said the oven was cold. She chairs the tax inspectors' club."
    (quote,) = find_quotes([("a", text)]).quotes["a"]
    people = People(text)

    assert {"say~scientist", "near~scientist"} & clues(text, quote)
    assert "told~scientist" in clues_of_person(text, people.people[0], people)
    assert {"here~scientist", "here~tax"} & kinds_here(text, quote)
