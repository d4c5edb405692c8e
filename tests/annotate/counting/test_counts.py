from collections import Counter
from dataclasses import dataclass

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from framing.annotate.counting.counts import count
from framing.annotate.counting.tokens import tokenise
from framing.corpus.documents import Corpus, Document
from framing.corpus.words import words
from framing.errors import CorpusError, OptionError


@dataclass(frozen=True)
class Span:
    start: int
    end: int
    voice: str


def counted(corpus, voices=None):
    return count(tokenise(corpus, voices), corpus)


def as_dicts(counts):
    dense = counts.matrix.toarray()
    return [{t: int(n) for t, n in zip(counts.types, row, strict=True) if n} for row in dense]


WORDS = st.lists(st.sampled_from(["law", "Order", "riot", "don’t", "the"]), max_size=12).map(" ".join)


@given(st.lists(st.tuples(WORDS, WORDS), min_size=1, max_size=6))
@settings(max_examples=100, deadline=None)
def test_counts_are_those_of_a_counter(parts):
    corpus = Corpus(tuple(Document(str(i), text, title=title) for i, (title, text) in enumerate(parts)))
    counts = counted(corpus)

    assert as_dicts(counts.select("all")) == [dict(Counter(words(text))) for _, text in parts]
    assert as_dicts(counts.select("headline")) == [dict(Counter(words(title))) for title, _ in parts]
    assert as_dicts(counts.select("all", headline=True)) == [dict(Counter(words(a + " " + b))) for a, b in parts]


@given(st.lists(WORDS, min_size=1, max_size=6), st.data())
@settings(max_examples=100, deadline=None)
def test_merging_shards_equals_one_pass(texts, data):
    documents = tuple(Document(str(i), text) for i, text in enumerate(texts))
    cut = data.draw(st.integers(0, len(documents)))
    merged = counted(Corpus(documents[:cut])).merge(counted(Corpus(documents[cut:])))
    whole = counted(Corpus(documents))

    assert merged.types == whole.types
    assert merged.rows.equals(whole.rows)
    assert (merged.matrix != whole.matrix).nnz == 0


def test_merging_adds_the_rows_of_a_document_in_two_shards():
    counts = counted(Corpus((Document("a", "law law order"),)))
    twice = counts.merge(counts)

    assert as_dicts(twice.select("own")) == [{"law": 4, "order": 2}]


@given(st.permutations(range(4)))
@settings(deadline=None)
def test_permuting_documents_changes_only_the_order(order):
    documents = [Document(str(i), text) for i, text in enumerate(["law", "order law", "", "riot riot"])]
    straight = counted(Corpus(tuple(documents))).select("all")
    mixed = counted(Corpus(tuple(documents[i] for i in order))).select("all")

    assert mixed.types == straight.types
    assert np.array_equal(mixed.matrix.toarray(), straight.matrix.toarray()[list(order)])


def test_rows_are_the_five_voices_of_each_document():
    text = 'He said "law".'
    spans = {"a": (Span(0, 8, "own"), Span(8, 13, "direct"), Span(13, 14, "own"))}
    counts = counted(Corpus((Document("a", text, side="x", outlet="o", title="News"),)), spans)

    assert counts.rows["voice"].tolist() == ["own", "direct", "indirect", "block", "headline"]
    assert counts.n_tokens.tolist() == [2, 1, 0, 0, 1]
    assert counts.rows["cluster"].tolist() == ["o"] * 5
    assert as_dicts(counts.select("quoted")) == [{"law": 1}]


def test_a_document_without_tokens_keeps_a_zero_row():
    counts = counted(Corpus((Document("a", ""), Document("b", "law"))))

    assert counts.select("all").n_tokens.tolist() == [0, 1]
    assert counts.select("all").rows["document"].tolist() == ["a", "b"]
    assert counts.select("quoted").n_tokens.tolist() == [0, 0]


def test_an_empty_corpus_has_no_rows():
    counts = counted(Corpus(()))

    assert counts.matrix.shape == (0, 0)
    assert counts.select("all").n_tokens.tolist() == []


def test_side_rows_are_the_rows_of_a_side():
    counts = counted(Corpus((Document("a", "x", side="s"), Document("b", "y", side="t")), ("s", "t"))).select("all")

    assert counts.side_rows("t").tolist() == [1]
    with pytest.raises(OptionError, match="`side` must be one of s, t, got 'u'"):
        counts.side_rows("u")


def test_keep_gives_the_named_columns_in_order():
    counts = counted(Corpus((Document("a", "law order law riot"),))).select("all").keep(["riot", "law", "peace"])

    assert counts.types == ("law", "peace", "riot")
    assert counts.matrix.toarray().tolist() == [[2, 0, 1]]


def test_tokens_of_another_corpus_are_refused():
    with pytest.raises(CorpusError, match="the tokens belong to other documents"):
        count(tokenise(Corpus((Document("a", "x"),))), Corpus((Document("b", "x"),)))


def test_shards_that_disagree_about_a_document_are_refused():
    with pytest.raises(CorpusError, match="stands in both shards"):
        counted(Corpus((Document("a", "x", side="s"),))).merge(counted(Corpus((Document("a", "x", side="t"),))))
