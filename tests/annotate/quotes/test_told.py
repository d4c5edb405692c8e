"""Whom the text tells of beside words without a cue; all people are invented."""

import pytest

from framing.annotate.quotations import find_quotes
from framing.annotate.quotes.told import told_above, told_before, told_below
from tests.growth import assert_in_proportion

WORDS = "“We had no lamp that night and no rope.”"


def last_resolved(text):
    return find_quotes([("a", text)]).quotes["a"][-1].speaker_resolved


@pytest.mark.parametrize(
    ("above", "expected"),
    [
        ("Hugo Lind, a ferryman, lost two fingers.", "Hugo Lind"),
        ("Hugo Lind pulled the rope alone. The lamp was in the other hand.", "Hugo Lind"),
        ("4. The night. Hugo Lind pulled the rope alone.", "Hugo Lind"),
        ("Mara Voss sells eels. She keeps a lamp in the window.", "Mara Voss"),
        ("Mara Voss sells eels. Her stall stands by the gate.", "Mara Voss"),
        ("The quay was empty. Nobody came.", None),
    ],
)
def test_a_paragraph_of_quoted_words_alone_is_said_by_whoever_the_one_above_is_about(above, expected):
    assert last_resolved(f"{above}\n\n{WORDS}\n\nThe gate is shut.") == expected


def test_whoever_was_reported_last_goes_on_rather_than_whoever_was_quoted_before():
    text = f"The harbour office “regrets the delay”. Mara Voss, a lawyer, complained that she had been sent away.\n\n{WORDS}"

    assert last_resolved(text) == "Mara Voss"


def test_a_name_first_given_below_is_that_of_whoever_spoke_above():
    text = f"The office did not look for the boat.\n\n{WORDS}\n\nHugo Lind, who rowed it, was never asked."

    assert last_resolved(text) == "Hugo Lind"


def test_a_name_the_text_has_given_before_is_not_taken_from_below():
    text = "Hugo Lind left.\n“Late.”\nHugo Lind slept."

    assert told_below(text, (text.rindex("Hugo"), len(text))) is None


def test_he_begins_the_sentence_before_words_in_the_same_line():
    text = "At the gate Hugo Lind sells rope. He has bought a second lamp. “We had none.”"

    assert text[slice(*told_before(text, 0, text.index("“")))] == "He"


def test_his_wife_in_the_paragraph_above_is_not_himself():
    text = "The net was cut. His wife waited at the gate."

    assert told_above(text, (0, len(text))) is None


def test_words_behind_a_sentence_of_the_outlet_are_a_quotation_of_their_own():
    text = f"“The gate was open,” says Mara Voss, who keeps the key. She lifts the lamp and puts it back. {WORDS}"

    assert [text[q.start : q.end] for q in find_quotes([("a", text)]).quotes["a"]] == ["“The gate was open,”", WORDS]


def test_many_quoted_stretches_in_one_line_take_time_in_proportion():
    def text(n):
        return " ".join(f"The door {i} was shut. “We will not wait for the ferry number {i}.”" for i in range(n))

    find_quotes([("a", text(50))])  # the model is loaded before the clock runs
    assert_in_proportion(lambda given: find_quotes([("a", given)]), text(400), text(1600))
