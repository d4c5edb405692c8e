"""Stability against the worked examples of Greene et al. (2014)."""

import json
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from framing.stats.stability import (
    agreement,
    average_jaccard,
    average_jaccard_table,
    pairwise_agreement,
    recommend,
    stability,
    topic_diversity,
)

ORACLES = Path(__file__).resolve().parents[1] / "oracles"
ranked = st.lists(st.integers(0, 9), min_size=1, max_size=8, unique=True)


def test_average_jaccard_of_the_paper():
    # Greene, O'Callaghan & Cunningham (2014), table 1: .154
    one, two = ["album", "music", "best", "award", "win"], ["sport", "best", "win", "medal", "award"]

    assert average_jaccard(one, two) == pytest.approx(0.154, abs=5e-4)
    assert average_jaccard(one, two) == pytest.approx((0 + 0 + 1 / 5 + 1 / 7 + 3 / 7) / 5)


def test_agreement_of_the_paper():
    # Section 3.2: (.50 + .50 + .61) / 3 = .54
    one = [["sport", "win", "award"], ["bank", "finance", "money"], ["music", "album", "band"]]
    two = [["finance", "bank", "economy"], ["music", "band", "award"], ["win", "sport", "money"]]

    assert agreement(one, two) == pytest.approx((0.5 + 0.5 + 11 / 18) / 3)


@given(ranked, ranked)
def test_average_jaccard_is_symmetric_and_bounded(a, b):
    assert average_jaccard(a, b) == pytest.approx(average_jaccard(b, a))
    assert 0 <= average_jaccard(a, b) <= 1
    assert average_jaccard(a, a) == 1


@given(st.permutations(range(4)))
def test_the_order_of_topics_does_not_matter(order):
    topics = [["a", "b"], ["c", "d"], ["e", "f"], ["a", "f"]]

    assert agreement(topics, [topics[i] for i in order]) == 1


@given(st.lists(st.permutations(range(7)), min_size=2, max_size=5))
def test_the_table_holds_what_one_pair_gives(orders):
    topics = [order[:4] for order in orders]

    table = average_jaccard_table(topics, topics[::-1])

    assert table == pytest.approx(np.array([[average_jaccard(x, y) for y in topics[::-1]] for x in topics]))


def test_stability_gives_one_number_a_resample():
    found = stability([["a"], ["b"]], [[["b"], ["a"]], [["a"], ["x"]]])

    assert found.tolist() == [1.0, 0.5]


def test_one_run_has_no_pair_to_agree():
    assert len(pairwise_agreement([[["a"]]])) == 0


def test_diversity_is_the_share_of_different_words():
    oracle = json.loads((ORACLES / "topic_diversity.json").read_text(encoding="utf-8"))

    assert topic_diversity(oracle["input"]["topics"]) == pytest.approx(oracle["expected"]["diversity"])


def test_a_k_that_stands_out_is_recommended_alone():
    scores = [[0.70, 0.66, 0.72], [0.95, 0.94, 0.96], [0.80, 0.78, 0.82]]

    found = recommend(scores)

    assert (found.verdict, found.best, found.within.tolist()) == ("clear", 1, [False, True, False])


def test_k_within_error_of_the_best_stay_in_the_range():
    scores = [[0.90, 0.70, 0.80, 0.95], [0.80, 0.85, 0.75, 0.98]]

    assert recommend(scores).verdict == "range"


def test_no_k_is_recommended_where_none_is_stable():
    found = recommend([[0.3, 0.31], [0.5, 0.52]], least=0.6)

    assert (found.verdict, found.best, found.within.any()) == ("none", 1, np.False_)
