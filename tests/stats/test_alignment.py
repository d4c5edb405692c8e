"""Matching of topics."""

import json
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from framing.stats.alignment import align, cosines, jaccard_matrix, match_topics, medoid

ORACLE = Path(__file__).resolve().parents[1] / "oracles" / "topic_match_hungarian_jaccard.json"


def test_matching_by_jaccard_is_the_oracle():
    oracle = json.loads(ORACLE.read_text(encoding="utf-8"))
    table = jaccard_matrix(oracle["input"]["S0"], oracle["input"]["Sx"])
    partner, value = match_topics(table)

    assert table == pytest.approx(np.array(oracle["expected"]["jaccard"]))
    assert [[i, int(j)] for i, j in enumerate(partner)] == oracle["expected"]["matching"]
    assert value.mean() == pytest.approx(oracle["expected"]["mean"])


def test_the_matching_is_best_in_sum_not_greedy():
    partner, value = match_topics([[0.9, 0.8], [0.9, 0.1]])

    assert partner.tolist() == [1, 0]
    assert value.sum() == pytest.approx(1.7)


@given(st.permutations(range(5)))
def test_alignment_undoes_any_order_and_scale(order):
    topics = np.random.default_rng(0).random((5, 20))
    shuffled = topics[list(order)] * 3

    found, similarity = align([shuffled], topics)

    assert np.allclose(shuffled[found[0]], topics * 3)
    assert similarity[0] == pytest.approx(np.ones(5))


def test_the_medoid_is_the_run_in_the_middle():
    blurred = [np.eye(3) + blur for blur in (0.4, 0.2, 0.0)]

    assert medoid(blurred) == 1


def test_a_row_of_zeros_is_like_nothing():
    assert cosines([[0, 0]], [[1, 0]]).tolist() == [[0.0]]


def test_refuses_more_topics_than_partners():
    with pytest.raises(ValueError, match="3 topics cannot all find one of 2"):
        match_topics(np.ones((3, 2)))
