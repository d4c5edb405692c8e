"""Somebody without a name whom a pronoun takes up; all people are invented."""

import pytest

from framing.annotate.people.subjects import subject_phrase
from tests.annotate.people.test_speakers import resolved


@pytest.mark.parametrize(
    "before",
    [
        "Outside, a young constable held the door for Anna Moro.",
        "Anna Moro has gone. We rang the caretaker at noon.",
        "Anna Moro has gone. Behind the counter stands the owner.",
        "Anna Moro brought nine lamps, and the policeman at the gate took one away.",
        "Anna Moro has gone. The baker’s assistant has swept the floor.",
    ],
)
def test_he_is_whom_the_sentence_before_is_about_though_it_has_no_name(before):
    text = f"“It leans,” said Hugo Lind. It rained. The hall was cold.\n\n{before} “I sleep well,” he said."

    assert resolved(text)[-1] is None


@pytest.mark.parametrize(
    "before",
    [
        "The chest stands on the pier.",
        "The crowd booed.",
        "A widow waited outside.",
        "The guest of the morning was Quimby Lind.",
        "The leader of the Tide League, Quimby Lind, was late.",
        "On Tuesday a clerk told him to wait.",
    ],
)
def test_he_is_no_thing_no_crowd_no_widow_and_nobody_who_has_a_name_or_speaks_to_him(before):
    assert resolved(f"“It leans,” said Quimby Lind. {before} “I sleep well,” he said.")[-1] == "Quimby Lind"


def test_a_description_of_somebody_named_leads_to_the_name():
    text = "Anna Orr, a nurse, was given a key. Vesper Moro thanked her.\n\nWe rang the nurse. It was over, she said."

    assert resolved(text)[-1] == "Anna Orr"


@pytest.mark.parametrize(
    ("text", "phrase"),
    [
        ("She is forty, a seamstress, and waits. ", None),
        ("Her lawyer brings the paper. ", None),
        ("Her mother brings the paper. ", "Her mother"),
        ("It rained. One lost her stall. ", "One"),
        ("“The porter saw it,” they say. ", None),
    ],
)
def test_a_noun_phrase_at_the_head_of_a_sentence(text, phrase):
    found = subject_phrase(text, 0, len(text), "she")

    assert (found and text[slice(*found)]) == phrase
