"""Clean Harbour by construction: with known documents taken away, the sign of every difference of sides is known."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from scipy.optimize import linear_sum_assignment

from framing import read_corpus
from framing.annotate.annotated import Annotated, as_annotated
from framing.annotate.counting.counts import Counts
from framing.measures.topics import topics

pytestmark = [pytest.mark.slow, pytest.mark.filterwarnings("ignore::framing.errors.FramingWarning")]
CORPUS = Path(__file__).resolve().parents[2] / "corpus" / "clean-harbour"


@pytest.fixture(scope="module")
def harbour() -> Annotated:
    return as_annotated(read_corpus(CORPUS))


@pytest.fixture(scope="module")
def model(harbour):
    return topics(harbour, k=8)


def found(result) -> dict[str, tuple[int, float]]:
    """Topic of each event, matched by the main topics of its documents, and F1 of the two."""
    wide = result.data.pivot_table(index="document", columns="topic", values="share")
    event = result.data.drop_duplicates("document").set_index("document")["event"].loc[wide.index].to_numpy()
    main, names = wide.to_numpy().argmax(axis=1), sorted(set(event))
    both = np.array([[((main == t) & (event == name)).sum() for t in range(wide.shape[1])] for name in names])
    f1 = 2 * both / (both.sum(axis=1, keepdims=True) + np.bincount(main, minlength=wide.shape[1]))
    return {names[e]: (int(t) + 1, float(f1[e, t])) for e, t in zip(*linear_sum_assignment(-f1), strict=True)}


def without(whole: Annotated, dropped: set[str]) -> Annotated:
    kept = ~whole.counts.rows["document"].isin(dropped).to_numpy()
    counts = Counts(whole.counts.matrix[kept], whole.counts.rows[kept].reset_index(drop=True), whole.counts.types)
    return Annotated(whole.corpus.with_documents(tuple(d for d in whole.corpus if d.id not in dropped)), {}, {}, counts)


def test_no_difference_of_the_sides_is_found_where_none_is_planted(model):
    assert (model.tables["contrast"]["p_adjusted"] > 0.05).all()


def test_all_eight_events_are_found(model):
    f1 = [value for _, value in found(model).values()]

    assert min(f1) >= 0.5
    assert np.mean(f1) >= 0.8


@pytest.mark.parametrize("first", ["official", "critical"])
def test_an_event_that_one_side_leaves_out_leans_to_the_other(harbour, model, first):
    events = {event: match for event, match in sorted(found(model).items()) if match[1] >= 0.5}
    leaves_out = {event: first if i % 2 else ({"official", "critical"} - {first}).pop() for i, event in enumerate(events)}
    dropped = {d.id for d in harbour.corpus if d.event in leaves_out and d.side == leaves_out[d.event]}

    table = model.project(without(harbour, dropped)).tables["contrast"].set_index("topic")

    # Positive estimates lean to the first side, the official one.
    signs = {event: np.sign(table.loc[topic, "estimate"]) for event, (topic, _) in events.items()}
    assert signs == {event: 1 if side == "critical" else -1 for event, side in leaves_out.items()}


def test_blocks_are_topics_of_the_critical_side_only(harbour, model):
    data = model.project(harbour, voice="block").data

    assert set(data.loc[data["share"].notna(), "side"]) == {"critical"}
    assert data.loc[data["side"] == "official", "reason"].str.contains("no word").all()


def test_more_words_of_the_topics_are_quoted_on_the_critical_side(harbour, model):
    words = {v: model.project(harbour, voice=v).data.groupby("side")["n_words"].sum() for v in ("quoted", "all")}
    share = words["quoted"] / words["all"]

    assert share["critical"] > 1.2 * share["official"]
