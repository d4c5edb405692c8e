import pytest

from framing.annotate.people.gender import by_name, by_pronouns
from framing.annotate.people.people import People


@pytest.mark.parametrize(
    ("name", "pronoun"),
    [
        ("Quarla Velikova", "she"),
        ("Quarlen Velikovsky", "he"),
        ("Prosto Lind", "he"),
        ("Borislav Lind", "he"),
        ("Surendra Lind", "he"),
        ("Orma Lind", "she"),
        ("Kofi Lind", "he"),
        ("Mao Ning", None),
        ("Quarlen Lind", None),
    ],
)
def test_a_whole_name_tells_the_pronoun_where_its_form_does(name, pronoun):
    assert by_name(name) == pronoun


@pytest.mark.parametrize(
    ("text", "pronoun"),
    [
        ("Quarlen Lind said that she was late.", "she"),
        ("Quarlen Lind, who lost his boat, left.", "he"),
        ("Quarlen Lind thanked her. Then it rained.", None),
        ("Quarlen Lind left. She was late.", None),
        ("Quarlen Lind met Ivo Orr, who said he was late.", None),
        ("Quarlen Lind, an architect who drew her sister ship, left.", None),
        ("A fisherwoman, Quarlen Lind, left.", "she"),
        ("Quarlen Lind, a fisherwoman, left.", "she"),
    ],
)
def test_words_around_a_name_tell_the_pronoun(text, pronoun):
    assert People(text).people[0].gender == pronoun


def test_a_tie_tells_nothing():
    assert by_pronouns("Orr said he left. Orr said she left.", [(3, 18), (21, 36)]) is None


def test_one_pronoun_does_not_outweigh_the_form_of_a_name():
    assert by_pronouns("Orma Lind stood where he stood.", [(9, 31)], "she") == "she"


def test_a_pronoun_of_somebody_else_tells_nothing():
    assert by_pronouns("Lind reminded the colonel that he was late.", [(4, 43)]) is None
