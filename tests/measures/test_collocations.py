"""Collocations: counted by hand on a few sentences."""

import pytest

from framing.corpus.documents import Corpus, Document
from framing.errors import FramingWarning, OptionError
from framing.measures.collocations import Options, collocations
from tests.measures.invented import annotated

TEXT = "Old ports shut. Old ports open, old ports stay. The ports shut. Birds fly."


def corpus(text=TEXT):
    return annotated(Corpus((Document("a", text, side="x"), Document("b", "Nothing here at all.", side="y")), ("x", "y")))


def table(**options):
    with pytest.warns(FramingWarning, match="no pair meets .* in 'y'"):
        return collocations(corpus(), **options).data.set_index(["node", "collocate"])


def test_neighbours_are_counted_within_the_span_and_the_sentence():
    data = table(nodes=("ports",), left=1, right=1, min_count=1)

    assert data.loc[("ports", "old"), "n_joint"] == 3
    assert data.loc[("ports", "shut"), "n_joint"] == 2
    assert ("ports", "birds") not in data.index
    assert data.loc[("ports", "old"), "log_dice"] == pytest.approx(14 + __import__("math").log2(2 * 3 / (4 + 3)))


def test_a_token_between_two_nodes_counts_once():
    # Both spans of "old" in the second sentence reach the "ports" between them.
    data = table(nodes=("old",), left=2, right=2, min_count=1)

    assert data.loc[("old", "ports"), "n_joint"] == 3
    assert (data["n_joint"] <= data["n_collocate"]).all()
    assert (data["log_dice"] <= 14).all()


def test_nodes_may_have_wildcards_and_capitals():
    assert set(table(nodes=("PORT*",), min_count=1).reset_index()["node"]) == {"ports"}


def test_expected_counts_use_the_places_in_the_spans():
    data = table(nodes=("ports",), left=1, right=1, min_count=1)

    # Spans of the four "ports": old shut, old open, old stay, the shut; 8 places of 14 words; 3 are "old".
    assert data.loc[("ports", "old"), "expected"] == pytest.approx(8 * 3 / 14)


def test_rare_pairs_and_stop_words_are_not_listed():
    assert ("ports", "the") not in table(nodes=("ports",), min_count=1, stop_words=("the",)).index
    assert ("ports", "open") not in table(nodes=("ports",), min_count=2).index


def test_every_pair_is_listed_without_nodes():
    data = table(min_count=2, left=1, right=1)

    assert {("old", "ports"), ("ports", "old")} <= set(data.index)


def test_the_strongest_pairs_are_listed_in_order_of_the_measure_asked_for():
    some, every = (collocations(corpus(), min_count=1, sort_by="t_score", most=most).data for most in (3, 0))
    some, every = some[some["side"] == "x"], every[every["side"] == "x"]

    assert len(some) == 3 < len(every)
    assert some["t_score"].is_monotonic_decreasing
    assert some["t_score"].max() == every["t_score"].max()


def test_a_node_that_does_not_occur_is_refused():
    with pytest.raises(OptionError, match="none of 'ship' occurs in the corpus"):
        collocations(corpus(), nodes=("ship",))


@pytest.mark.parametrize(
    ("settings", "message"),
    [
        ({"nodes": "ports"}, "`nodes` must be a list"),
        ({"left": 0, "right": 0}, "must not both be 0"),
        ({"sort_by": "rank"}, "`sort_by` must be one of"),
    ],
)
def test_options_refuse_impossible_values(settings, message):
    with pytest.raises(OptionError, match=message):
        Options(**settings)
