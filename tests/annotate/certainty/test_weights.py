"""The shipped weights of certainty."""

import math

from hypothesis import given
from hypothesis import strategies as st

from framing.annotate.certainty.weights import probability, weights


def test_the_probability_is_that_of_the_logistic_function_of_summed_weights():
    """Hand arithmetic: 1.5 + 0.5 gives 1 / (1 + exp(-2)), which is 0.881; the intercept alone 0.818."""
    model = {"": 150, "cue=say": 50, "nobody": -300}

    assert probability(["cue=say"], model) == 0.881
    assert probability([], model) == 0.818
    assert probability(["cue=say", "nobody"], model) == round(1 / (1 + math.e), 3)


def test_there_is_an_intercept_and_every_weight_is_a_whole_number():
    assert "" in weights()
    assert all(isinstance(weight, int) for weight in weights().values())


@given(st.sets(st.sampled_from([*sorted(weights())[1:400:7], "no such clue"])))
def test_every_clue_the_model_does_not_know_counts_nothing(clues):
    chance = probability(clues, weights())

    assert 0 <= chance <= 1
    assert probability(clues - {"no such clue"}, weights()) == chance


def test_a_clue_that_speaks_for_being_right_raises_the_probability():
    for clue, weight in list(weights().items())[1::50]:
        assert (probability([clue], {"": 0, clue: weight}) > 0.5) == (weight > 0)
