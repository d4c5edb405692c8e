"""What a text tells of a speaker, as clues; all people are invented."""

from framing.annotate.people.people import People
from framing.annotate.quotations import find_quotes
from framing.annotate.source_types.clues import clues, clues_of_person, kinds_here

TEXT = "Mara Voss, a baker from Lower Pell, said the oven was cold. The judge wept.\n\nVoss left."


def test_the_sentence_gives_the_words_of_the_phrase_and_those_beside_it():
    (quote,) = find_quotes([("a", TEXT)]).quotes["a"]
    told = clues(TEXT, quote)

    assert {"cue=say", "form=indirect", "near=oven"} <= told
    assert f"rule={quote.source_type}" in told


def test_a_person_is_told_by_descriptions_and_by_words_near_every_mention():
    people = People(TEXT)
    told = clues_of_person(TEXT, people.people[0], people)

    assert {"person", "told=baker", "told:citizen", "near=left", "named=2"} <= told


def test_words_of_another_paragraph_are_not_near():
    text = "The judge wept.\n\nMara Voss left.\n\nA gull laughed."
    people = People(text)
    told = clues_of_person(text, people.people[0], people)

    assert "near=left" in told
    assert {"near=wept", "near=gull"}.isdisjoint(told)


def test_the_paragraph_gives_the_kinds_of_all_its_words():
    (quote,) = find_quotes([("a", TEXT)]).quotes["a"]

    assert "here:official" in kinds_here(TEXT, quote)


def test_pronouns_of_the_quoted_words_are_clues():
    text = "“We lost our boats,” said Mara Voss."
    (quote,) = find_quotes([("a", text)]).quotes["a"]

    assert {"says=we", "says=our"} <= clues(text, quote)
