"""Which names "he" and "she" cannot go back to; all people are invented."""

import pytest

from tests.annotate.people.test_speakers import resolved


@pytest.mark.parametrize(
    "text",
    [
        "The sign reads “Quiet Harbour”, and Councillor Quimby Lind put it up. The pier would stay, she said.",
        "Quimby Lind walked in. She is a baker from Tall Rock. The pier would stay, she said.",
    ],
)
def test_she_is_no_title_in_marks_and_no_place(text):
    assert resolved(text)[-1] == "Quimby Lind"


def test_a_sentence_that_begins_with_the_pronoun_names_somebody_else():
    text = "Quimby Lind came late. She had hired Vesper Moro as a clerk. The pier would stay, she said."

    assert resolved(text)[-1] == "Quimby Lind"


def test_who_asks_her_something_is_somebody_else():
    text = "Quimby Lind was brought in at nine. Corwin Quayle, to whom the bench belonged, asked her to sit. “No,” she replied."

    assert resolved(text)[-1] == "Quimby Lind"


def test_who_takes_her_own_hat_can_be_she():
    text = "Quimby Lind was late. Vesper Moro took her hat. “No,” she replied."

    assert resolved(text)[-1] == "Vesper Moro"


def test_she_who_owns_the_house_of_this_paragraph_goes_before_who_spoke_in_the_one_above():
    text = "“It leans,” said Dora Lim.\n\nAt Anna Orr’s house they took a kettle. Then she was charged. “I laughed,” she says."

    assert resolved(text)[-1] == "Anna Orr"


def test_who_speaks_in_this_paragraph_goes_before_its_owner():
    text = "At Anna Orr’s house they took the kettle. “It leans,” said Dora Lim. “I laughed,” she says."

    assert resolved(text)[-1] == "Dora Lim"


def test_somebody_far_above_of_whom_the_text_says_she_is_found_where_nobody_spoke():
    text = (
        "The dock is so low that Quimby Lind had to stoop. She is tall.\n\nThe hall was cold.\n\n"
        "It rained.\n\nHer boat was taken, she told the court."
    )

    assert resolved(text)[-1] == "Quimby Lind"
