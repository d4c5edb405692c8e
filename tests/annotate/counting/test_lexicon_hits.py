from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from framing.annotate.annotated import Annotated
from framing.annotate.counting.counts import count
from framing.annotate.counting.lexicon_hits import score
from framing.annotate.counting.tokens import tokenise
from framing.annotate.voices import VoiceSpan
from framing.corpus.documents import Corpus, Document
from framing.lexicons.model import Entry, Lexicon

TEXT = st.lists(st.sampled_from(["a", "b", "c", "dx", "dy"]), max_size=12).map(" ".join)
TERM = st.lists(st.sampled_from(["a", "b", "c", "d*", "dx", "*"]), min_size=1, max_size=3).map(" ".join)


def spoken(texts, cut):
    """Documents whose words from the place `cut` on are quoted."""
    documents = tuple(Document(str(i), text, title=title) for i, (title, text) in enumerate(texts))
    voices = {d.id: (VoiceSpan(0, cut, "own"), VoiceSpan(cut, len(d.text), "direct")) for d in documents if len(d.text) > cut}
    corpus = Corpus(documents)
    store = tokenise(corpus, voices)
    return Annotated(corpus, {}, voices, count(store, corpus), store=store)


@given(
    st.lists(st.tuples(TEXT, TEXT), min_size=1, max_size=4),
    st.integers(1, 12),
    st.dictionaries(st.sampled_from(["x", "y"]), st.lists(TERM, min_size=1, max_size=5, unique=True), min_size=1),
    st.sampled_from(["all", "own", "quoted"]),
    st.booleans(),
)
@settings(max_examples=300, deadline=None)
def test_scores_from_counts_by_type_equal_those_of_every_match(texts, cut, terms, voice, headline):
    annotated = spoken(texts, cut)
    lexicon = Lexicon.from_entries("test", tuple(Entry(t, c) for c, list_ in terms.items() for t in list_))
    fast = score(annotated, lexicon, voice=voice, headline=headline)
    # Weights that are summed are added up match by match.
    slow = score(annotated, replace(lexicon, combine="sum"), voice=voice, headline=headline)

    for key in ("n", "covered", "negated", "weight"):
        assert getattr(fast, key).tolist() == getattr(slow, key).tolist()
    assert fast.by_entry["n"].sum() == fast.n.sum()
    shape = fast.n.shape
    cell = fast.by_entry["document"] * shape[1] + lexicon.entry_categories[fast.by_entry["entry"]]
    assert np.bincount(cell, fast.by_entry["n"], shape[0] * shape[1]).reshape(shape).tolist() == fast.n.tolist()


@pytest.mark.parametrize("n", [1, 9, 40])
def test_many_categories_and_long_documents_keep_their_sums_apart(n):
    annotated = spoken([("", "a b " * 700)], 10_000)
    lexicon = Lexicon.from_entries("test", tuple(Entry("a" if i % 2 else "b", f"c{i}") for i in range(n)))

    assert score(annotated, lexicon).n.tolist() == [[700] * n]


def test_counts_in_another_order_are_not_taken_for_those_of_the_store():
    annotated = spoken([("", "a a a"), ("", "b")], 100)
    order = [*range(5, 10), *range(5)]
    mixed = replace(annotated.counts, matrix=annotated.counts.matrix[order], rows=annotated.counts.rows.iloc[order])

    assert not mixed.are_of(annotated.store)
    assert score(replace(annotated, counts=mixed), Lexicon.from_words("a", ["a"])).n.tolist() == [[3], [0]]
