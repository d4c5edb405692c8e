"""The shipped weights."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from framing.annotate.people.sources import TYPES
from framing.annotate.source_types.weights import weights


def test_there_is_one_column_for_each_source_type():
    assert set(weights().types) == set(TYPES)


def test_every_clue_has_one_row_and_there_is_an_intercept():
    assert len(weights().clues) == len(weights().table)
    assert "" in weights().clues


@given(st.sets(st.sampled_from(["head=judge", "head=widow", "say:police", "cue=claim", "no such clue", "nobody"])))
def test_probabilities_sum_to_one_and_unknown_clues_count_nothing(clues):
    chances = weights().probabilities(clues)

    np.testing.assert_allclose(chances.sum(), 1)
    np.testing.assert_array_equal(chances, weights().probabilities(clues - {"no such clue"}))


def test_the_order_of_clues_does_not_matter():
    clues = ["head=judge", "say:official", "cue=say", "rule=official"]

    np.testing.assert_array_equal(weights().probabilities(clues), weights().probabilities(clues[::-1]))


def test_a_clue_moves_the_odds_by_its_weight():
    """Hand arithmetic: the log of the odds of two types changes by the difference of the two weights."""
    model = weights()
    a, b = model.types.index("official"), model.types.index("citizen")
    before, after = model.probabilities([]), model.probabilities(["rule=official"])
    row = model.table[model.clues["rule=official"]] / 100

    np.testing.assert_allclose(np.log(after[a] / after[b]) - np.log(before[a] / before[b]), row[a] - row[b])
