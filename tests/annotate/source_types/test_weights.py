"""The shipped weights."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from framing.annotate.people.sources import TYPES
from framing.annotate.source_types.weights import Weights, weights


def test_there_is_one_column_for_each_source_type():
    assert set(weights().types) == set(TYPES)


def test_every_clue_has_one_row_and_there_is_an_intercept():
    assert len(weights().clues) == len(weights().table)
    assert "" in weights().clues


@given(st.sets(st.sampled_from(["head=judge", "head=widow", "say:police", "cue=claim", "no such clue", "nobody"])))
def test_unknown_clues_count_nothing(clues):
    kind, chance = weights().verdict(weights().rows(clues))

    assert kind in weights().types
    assert 1 / len(weights().types) <= chance <= 1
    assert weights().verdict(weights().rows(clues - {"no such clue"})) == (kind, chance)


def test_the_order_of_clues_does_not_matter():
    clues = ["head=judge", "say:official", "cue=say", "rule=official"]

    np.testing.assert_array_equal(weights().rows(clues), weights().rows(clues[::-1]))


def test_probabilities_are_those_of_the_softmax_of_summed_weights():
    """Hand arithmetic: 1.0 + 1.2 against 0 gives exp(2.2) : 1, and half of that in the exponent for four documents."""
    model = Weights(("official", "citizen"), {"": 0, "seal": 1}, np.array([[100, 0], [120, 0]]))

    assert model.verdict(model.rows(["seal"])) == ("official", round(9.025 / 10.025, 3))
    assert model.verdict(model.rows(["seal"]), 4) == ("official", round(3.004 / 4.004, 3))
