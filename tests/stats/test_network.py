"""Topic networks after Walter & Ophir (2019), and partition agreement."""

import json
from pathlib import Path

import networkx as nx
import numpy as np
import pytest

from framing.stats.network import antmn, communities, disparity_backbone, modularity, partition_agreement, topic_sizes

ORACLES = Path(__file__).resolve().parents[1] / "oracles"


def case(name):
    return json.loads((ORACLES / f"{name}.json").read_text(encoding="utf-8"))


def test_the_toy_network_of_the_authors():
    oracle = case("antmn_toy")
    found = antmn(oracle["input"]["theta_docs_x_topics"], oracle["input"]["doc_lengths"])
    expected = oracle["expected"]

    assert found.cosine == pytest.approx(np.array(expected["cosine"]))
    assert [np.flatnonzero(found.community == c).tolist() for c in (0, 1)] == expected["communities"]
    assert found.modularity == pytest.approx(expected["modularity"])
    assert found.size_share == pytest.approx(expected["topic_size_share"])


def test_modularity_is_that_of_networkx():
    rng = np.random.default_rng(0)
    weights = rng.random((6, 6))
    weights = weights + weights.T
    np.fill_diagonal(weights, 0)
    groups = [{0, 1, 2}, {3, 4}, {5}]

    by_peer = nx.community.modularity(nx.from_numpy_array(weights), groups)

    assert modularity(weights, [0, 0, 0, 1, 1, 2]) == pytest.approx(by_peer)


def test_partition_agreement_is_that_of_scikit_learn():
    oracle = case("partition_agreement")
    ari, nmi = partition_agreement(oracle["input"]["a"], oracle["input"]["b"])

    assert (ari, nmi) == pytest.approx((oracle["expected"]["ari"], oracle["expected"]["nmi"]))


def test_names_of_groups_do_not_matter():
    assert partition_agreement(["x", "x", "y"], [2, 2, 1]) == pytest.approx((1.0, 1.0))


def test_all_alone_and_all_together_agree_with_themselves():
    assert partition_agreement([0, 1, 2], [5, 6, 7]) == (1.0, 1.0)
    assert partition_agreement([0, 0], [1, 1]) == (1.0, 1.0)


def test_refuses_partitions_of_different_things():
    with pytest.raises(ValueError, match="2 and 3 labels"):
        partition_agreement([0, 1], [0, 1, 2])


def test_the_same_seed_gives_the_same_communities():
    weights = np.random.default_rng(1).random((12, 12))
    weights = weights + weights.T

    assert communities(weights, seed=3).tolist() == communities(weights, seed=3).tolist()


def test_topics_without_edges_are_alone_and_have_no_modularity():
    assert communities(np.eye(3)).tolist() == [0, 1, 2]
    assert communities(np.eye(3) + 1e-15).tolist() == [0, 1, 2]  # what is left of rounding is no edge
    assert np.isnan(modularity(np.eye(3), [0, 1, 2]))


def test_the_backbone_keeps_what_stands_out():
    weights = np.array([[0, 9, 0.1, 0.1], [9, 0, 0.1, 0.1], [0.1, 0.1, 0, 0.1], [0.1, 0.1, 0.1, 0]])

    assert np.argwhere(disparity_backbone(weights)).tolist() == [[0, 1], [1, 0]]


def test_sizes_weigh_documents_by_their_words():
    assert topic_sizes([[1, 0], [0, 1]], [30, 10]).tolist() == [0.75, 0.25]
