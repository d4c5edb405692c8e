import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from framing.stats.ensembles import meta_clusters


def test_topics_held_by_the_same_documents_are_one_topic():
    one, two, three = np.eye(3)

    groups = meta_clusters(np.column_stack([one, two, three, three, one, 0.9 * two + 0.1 * one]), 3)

    assert groups.tolist() == [0, 1, 2, 2, 0, 1]


@given(st.integers(2, 5), st.integers(1, 4), st.integers(0, 99))
def test_the_same_model_many_times_gives_its_topics_back(k, n_models, seed):
    rng = np.random.default_rng(seed)
    order = [rng.permutation(k) for _ in range(n_models)]
    held = np.kron(np.eye(k), np.ones((2, 1)))

    groups = meta_clusters(np.hstack([held[:, o] for o in order]), k)

    topic = np.concatenate(order)
    assert len(set(zip(groups.tolist(), topic.tolist(), strict=True))) == k


def test_a_topic_that_no_document_holds_stands_alone():
    held = np.array([[1.0, 1.0, 0.0], [1.0, 0.9, 0.0]])

    assert meta_clusters(held, 2).tolist() == [0, 0, 1]


def test_one_topic_is_one_group():
    assert meta_clusters(np.ones((3, 1)), 1).tolist() == [0]


def test_there_cannot_be_more_groups_than_topics():
    with pytest.raises(ValueError, match="2 topics cannot be put into 3 groups"):
        meta_clusters(np.ones((4, 2)), 3)
