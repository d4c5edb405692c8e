"""Speakers who are named after they have spoken, or by a name of their own making; all people are invented."""

import pytest

from tests.annotate.people.test_speakers import resolved


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "“He sent a picture of the snow,” says a young woman in a coat. Dora Lim landed on Monday with one bag.",
            ["Dora Lim"],
        ),
        ("“I wrote four times,” the girl’s mother told me. “I am that sort.” Dora Lim works nights.", ["Dora Lim"]),
        ("His colleague wrote that the road was good. The reporter, Dora Lim, bought a jar of plums.", ["Dora Lim"]),
        ("In the second row sat a woman with a lamp. “They gave it back,” she said. Dora Lim lost a boat.", ["Dora Lim"]),
        ("“It was late,” says a porter. Dora Lim, a baker, was there too.", [None]),
        ("Two porters said it was late. Dora Lim landed on Monday.", [None]),
        ("Dora Lim has a shop. “It was late,” says a porter. Dora Lim landed on Monday.", [None]),
    ],
)
def test_a_name_without_a_description_is_that_of_whoever_was_described_before(text, expected):
    assert resolved(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A netizen with the handle PlumBunSky said it was time.", ["PlumBunSky"]),
        ("The user @plum77 quipped: “My purse has left.”", ["@plum77"]),
        ("One of them, a poet who signs as Blue Heron, said it was time.", ["Blue Heron"]),
        ("A driver to whom we give the name of Anders said it was time.", ["Anders"]),
        ("One of them, Dora Lim, said it was time.", ["Dora Lim"]),
        ("A man with the Tide Bureau said it was time.", [None]),
    ],
)
def test_a_name_of_their_own_making_is_a_name(text, expected):
    assert resolved(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("When it swung over Orchard Flats, Hugo Lind took off his hat. “I built boats,” the boatbuilder says.", "Hugo Lind"),
        ("Dora Lim, who acts for the loser, was told to wait. “Never such a calendar,” the advocate sighed.", "Dora Lim"),
        ("Dora Lim, 68, queued with others. It rained. “They took it twice,” the 68-year-old says.", "Dora Lim"),
    ],
)  # fmt: skip
def test_a_trade_goes_back_to_whom_the_sentence_before_is_about(text, expected):
    assert resolved(text)[-1] == expected


@pytest.mark.parametrize(
    ("speaker", "expected"),
    [
        ("Volunteers of the Red Lamp Society", "Red Lamp Society"),
        ("A volunteer of the Red Lamp Society", None),
        ("Forecasters at the Naval Observatory", None),
    ],
)
def test_the_staff_of_a_body_speak_for_it(speaker, expected):
    assert resolved(f"{speaker} said it was late.") == [expected]


def test_he_is_who_was_told_and_not_who_told_him():
    text = "Hugo Lind, a pianist, did apply. He was told by a clerk that the form was lost. “I asked twice,” he says."

    assert resolved(text)[-1] == "Hugo Lind"


def test_she_is_the_stranger_that_the_sentence_before_brings_in():
    text = "Dora Lim spoke first. We know this from an editor at the paper, who would lose her post. The list grew, she says."

    assert resolved(text)[-1] is None


def test_a_paragraph_of_several_sentences_is_over_with_its_speaker():
    text = "It was dark. “It was late,” says a porter.\n\nDora Lim landed on Monday."

    assert resolved(text) == [None]
