"""Copies: found and measured right, dropped as said, and kept together in the resampling."""

import itertools
import re

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from framing.corpus.documents import Corpus, Document
from framing.corpus.duplicates import (
    Options,
    drop_duplicates,
    duplicate_clusters,
    duplicate_sensitivity,
    resampling_clusters,
)
from framing.corpus.readers import read_corpus
from framing.corpus.shingles import near_pairs
from framing.errors import OptionError
from tests.shared import shared

HEADS, MIDDLES, TAILS = ("ha", "mi", "fe", "po", "su"), ("rbo", "nis", "rry", "li"), ("ur", "ter", "es", "ce")
VOCABULARY = ["".join(parts) for parts in itertools.product(HEADS, MIDDLES, TAILS)]


def prose(seed, n_words):
    """Made-up words in sentences."""
    words = np.random.default_rng(seed).choice(VOCABULARY, n_words)
    return " ".join(word + ("." if i % 12 == 11 else "") for i, word in enumerate(words))


def changed(text, seed, every):
    """The text with one word in `every` replaced."""
    random, words = np.random.default_rng(seed), text.split()
    return " ".join(f"x{random.integers(1e9)}" if random.random() < 1 / every else word for word in words)


def by_hand(a, b, k=3):
    """Jaccard and containment of sets of tuples of words, computed without the package."""

    def shingles(text):
        words = re.findall(r"\w+", text.lower())
        n = max(len(words) - k + 1, 1)
        return {tuple(words[i : i + k]) for i in range(n)} if words else set()

    first, second = shingles(a), shingles(b)
    both = len(first & second)
    return both / len(first | second), both / min(len(first), len(second))


def test_similarities_are_those_of_the_sets_of_shingles():
    base = prose(1, 300)
    texts = [base, changed(base, 2, 20), changed(base, 3, 9), base + " " + prose(4, 500), prose(5, 300)]

    found = near_pairs(texts)

    got = {(a, b): (j, c) for a, b, j, c in zip(found.a, found.b, found.jaccard, found.containment, strict=True)}
    expected = {(a, b): by_hand(texts[a], texts[b]) for a, b in itertools.combinations(range(5), 2)}
    expected = {pair: values for pair, values in expected.items() if values[0] >= 0.4 or values[1] >= 0.8}
    assert len(expected) >= 4
    assert list(got) == list(expected)
    assert np.array(list(got.values())) == pytest.approx(np.array(list(expected.values())))


@settings(max_examples=25, deadline=None)
@given(st.integers(0, 10**6), st.integers(3, 120), st.sampled_from([6, 12, 40]))
def test_a_copy_is_found_whatever_its_length_and_place(seed, n_words, every):
    base = prose(seed, n_words)
    copy = changed(base, seed + 1, every)
    others = [prose(seed + 2 + i, 80) for i in range(6)]
    jaccard, containment = by_hand(base, copy)

    found = near_pairs([others[0], base, *others[1:], copy])

    pairs = set(zip(found.a.tolist(), found.b.tolist(), strict=True))
    assert ((1, 7) in pairs) == (jaccard >= 0.4 or containment >= 0.8)


def test_the_sample_of_a_large_corpus_finds_short_and_contained_copies_too():
    long = [prose(i, 700) for i in range(700)]
    story = prose(9001, 150)
    headline = "forty ships leave the harbour of norhaven as the strike ends"
    texts = [*long, long[3] + " " + story, story, headline, headline.upper() + "!", changed(long[5], 1, 15)]

    found = near_pairs(texts)

    pairs = set(zip(found.a.tolist(), found.b.tolist(), strict=True))
    assert pairs == {(3, 700), (700, 701), (702, 703), (5, 704)}


def test_texts_too_short_for_a_sample_are_compared_in_full(monkeypatch):
    monkeypatch.setattr("framing.corpus.windows.DENSE_WORDS", 1)
    headlines = [prose(i, 9) for i in range(200)]
    texts = [prose(7000, 400), *headlines, *(text.upper() for text in headlines), changed(prose(7000, 400), 1, 20)]

    found = near_pairs(texts)

    assert set(zip(found.a.tolist(), found.b.tolist(), strict=True)) == {(i, i + 200) for i in range(1, 201)} | {(0, 401)}


def test_case_punctuation_quotation_marks_and_line_breaks_do_not_matter():
    plain = 'The ministry said: "Forty ships, no more, have left." Nobody else in the port would say when they left.'
    curly = "the ministry said “forty ships — no more — have left”\n\nNobody else in the port would say when they left"

    assert near_pairs([plain, curly]).jaccard.tolist() == [1.0]


def test_chinese_texts_are_compared_by_sign():
    one = "警方表示,网络犯罪持续上升,公安机关将继续严厉打击各类网络违法犯罪活动。"
    other = "北京的天气今天很好,明天可能会下雨,请市民出门时带好雨伞,注意安全。"

    found = near_pairs([one, other, one.replace(",", "，") + "新华社"])

    assert list(zip(found.a.tolist(), found.b.tolist(), strict=True)) == [(0, 2)]


@pytest.mark.parametrize("texts", [[], [""], ["", ""], ["one"], ["", "one", "two"], ["...", "!!!"], ["\ud800", "\0"]])
def test_texts_without_anything_to_compare_have_no_pairs(texts):
    assert len(near_pairs(texts).a) == 0


def test_many_copies_of_one_text_are_one_cluster():
    base = prose(1, 200)
    documents = [Document(f"c{i}", changed(base, i, 40), outlet=f"o{i % 4}") for i in range(60)]
    documents += [Document(f"x{i}", prose(100 + i, 200), outlet="o1") for i in range(40)]

    data = duplicate_clusters(Corpus(tuple(documents))).data

    assert set(data["cluster"]) == {"d1"}
    assert sorted(data["document"]) == sorted(f"c{i}" for i in range(60))


@pytest.fixture
def corpus():
    story, other = prose(1, 200), prose(2, 200)
    return Corpus(
        (
            Document("web", changed(story, 3, 30), side="state", outlet="Post", date="2020-01-03"),
            Document("wire", story, side="state", outlet="Wire", date="2020-01-02"),
            Document("lone", prose(4, 200), side="state", outlet="Post", date="2020-01-01"),
            Document("blog", "We comment. " + prose(5, 60) + " " + story, side="critical", outlet="Blog", date=None),
            Document("b1", other, side="critical", outlet="Blog", date="2020-02-01"),
            Document("b2", other.upper(), side="critical", outlet="Blog", date="2020-02-01"),
        ),
        ("state", "critical"),
    )


def test_clusters_say_what_kind_of_copy_and_how_far_it_reaches(corpus):
    found = duplicate_clusters(corpus)

    rows = found.data.set_index("document")
    assert rows["cluster"].to_dict() == {"web": "d1", "wire": "d1", "blog": "d1", "b1": "d2", "b2": "d2"}
    assert rows.loc["b1", ["kind", "twin", "jaccard", "first"]].tolist() == ["exact", "b2", 1.0, True]
    assert rows["first"].to_dict() == {"web": False, "wire": True, "blog": False, "b1": True, "b2": False}
    assert rows.loc["blog", ["n_documents", "n_outlets", "n_sides"]].tolist() == [3, 3, 2]
    assert set(found.tables["pairs"]["kind"]) == {"near", "exact"}
    assert found.tables["summary"]["n_copies"].tolist() == [2, 1]


def test_a_short_text_inside_a_long_one_is_contained():
    story = prose(1, 100)

    data = duplicate_clusters(Corpus((Document("a", story), Document("b", prose(2, 900) + " " + story)))).data

    assert data["kind"].tolist() == ["contained", "contained"]
    assert data["containment"].tolist() == pytest.approx([1.0, 1.0])


@pytest.mark.parametrize(
    ("policy", "kept"),
    [
        ("keep-all", ["web", "wire", "lone", "blog", "b1", "b2"]),
        ("keep-first", ["wire", "lone", "blog", "b1"]),
        ("one-per-cluster", ["lone", "blog", "b1"]),
    ],
)
def test_each_policy_drops_what_it_says(corpus, policy, kept):
    left = drop_duplicates(corpus, policy)

    assert [d.id for d in left] == kept
    n_dropped = len(corpus) - len(kept)
    assert (f"{n_dropped} of 6 documents are copies and were dropped" in "".join(left.notes)) == bool(n_dropped)


def test_dropped_copies_stand_in_the_flow_of_a_corpus_that_was_read(corpus, tmp_path):
    rows = [{"id": d.id, "side": d.side, "outlet": d.outlet, "date": d.date, "text": d.text} for d in corpus]
    pd.DataFrame(rows).to_json(tmp_path / "c.jsonl", orient="records", lines=True)

    flow = drop_duplicates(read_corpus(tmp_path / "c.jsonl"), "one-per-cluster").health().tables["flow"]

    dropped = flow[flow["step"] == "dropped as copies"]
    assert dict(zip(dropped["side"], dropped["n_documents"], strict=True)) == {"critical": 1, "state": 2}


def test_an_unknown_policy_and_thresholds_nobody_can_check_are_refused(corpus):
    with pytest.raises(OptionError, match=r"`duplicates` must be one of keep-all, .*did you mean 'keep-first'"):
        drop_duplicates(corpus, "keep-frist")
    with pytest.raises(OptionError, match=r"`jaccard` must lie between 0\.3 and 1, got 0"):
        Options(jaccard=0)
    with pytest.raises(OptionError, match="no option 'jacard'"):
        duplicate_clusters(corpus, jacard=0.5)


def test_resampling_clusters_join_outlets_of_one_side_that_share_a_text(corpus):
    by_outlet, by_document = resampling_clusters(corpus), resampling_clusters(corpus, base="document")

    assert [by_outlet[d.id] for d in corpus] == ["Post + Wire"] * 3 + ["Blog"] * 3
    assert [by_document[d.id] for d in corpus] == ["web + wire", "web + wire", "lone", "blog", "b1 + b2", "b1 + b2"]


def test_the_sensitivity_table_has_every_policy(corpus):
    def n_words(corpus):
        return pd.DataFrame({"n_words": [sum(len(d.text.split()) for d in corpus)]})

    table = duplicate_sensitivity(corpus, n_words)

    assert table["duplicates"].tolist() == ["keep-all", "keep-first", "one-per-cluster"]
    assert table["n_corpus"].tolist() == [6, 4, 3]
    assert table["n_words"].is_monotonic_decreasing


def test_the_order_of_the_documents_does_not_change_the_pairs(corpus):
    turned = corpus.with_documents(corpus.documents[::-1])

    pairs = [
        {frozenset(pair) for pair in zip(t["document_a"], t["document_b"], strict=True)}
        for t in (duplicate_clusters(c).tables["pairs"] for c in (corpus, turned))
    ]

    assert pairs[0] == pairs[1]


@pytest.mark.shared
def test_the_benchmark_corpus_meets_its_bars():
    frame = pd.read_parquet(shared("data/bench/bench_10000.parquet"))
    place = {id: i for i, id in enumerate(frame["id"])}
    original = np.array([place[of] if isinstance(of, str) else i for i, of in enumerate(frame["dup_of"])])

    found = near_pairs([str(text) for text in frame["text"]])

    got = set(zip(found.a.tolist(), found.b.tolist(), strict=True))
    wanted = {(min(i, o), max(i, o)) for i, o in enumerate(original.tolist()) if i != o}
    assert len(got & wanted) / len(wanted) >= 0.97
    assert np.mean([original[a] == original[b] for a, b in got]) >= 0.99
