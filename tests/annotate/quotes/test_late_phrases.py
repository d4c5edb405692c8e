"""Parts of clauses behind a comma, from tags alone."""

import pytest

from framing.annotate.quotes.late_phrases import explains_speaker, in_other_tense, is_clause, noun_of, phrase_up_to
from tests.annotate.quotes.trees import tagged


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("The/DT lamp/NN sank/VBD", True),
        ("Names/NNS keep/VB their/PRP$ worth/NN", True),
        ("Report/VB your/PRP$ losses/NNS", True),
        ("The/DT man/NN ,/, whom/WP we/PRP call/VBP Marcus/NNP", False),
        ("Coincidence/NN", False),
    ],
)
def test_a_relative_clause_makes_no_sentence(sentence, expected):
    tree = tagged(sentence)

    assert is_clause(tree, list(range(len(tree.words)))) is expected


def test_a_participle_inside_a_phrase_does_not_end_it():
    tree = tagged("a/DT retired/VBN ferry/NN pilot/NN who/WP left/VBD")

    assert phrase_up_to(tree, 0, 6) == 4
    assert noun_of(tree, 0, 4) == 3


def test_numbers_and_adjectives_behind_a_noun_are_not_its_head():
    assert noun_of(tagged("section/NN 9/CD of/IN the/DT act/NN"), 0, 5) == 0


def test_a_comma_at_the_very_end_explains_nobody_further():
    assert explains_speaker(tagged("the/DT governor/NN ,/,"), 2, 3)


@pytest.mark.parametrize(("verb", "expected"), [("warned/VBD", True), ("warns/VBZ", False)])
def test_what_stands_in_another_tense_is_not_done_by_the_same(verb, expected):
    tree = tagged(f"they/PRP are/VBP left/VBN ,/, {verb}")

    assert in_other_tense(tree, 0, 3, 4) is expected
