"""Words, n-grams and phrases by document."""

from collections import Counter

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from framing.annotate.counting.neighbours import neighbours
from framing.annotate.counting.term_counts import term_counts
from framing.annotate.voices import VoiceSpan
from framing.corpus.documents import Corpus, Document
from tests.measures.invented import annotated

SENTENCES = st.lists(st.lists(st.sampled_from("abcd"), min_size=1, max_size=6), min_size=1, max_size=5)


def of(text, voices=None):
    return annotated(Corpus((Document("d", text, side="x"),), ("x",)), voices)


def table(counts):
    return dict(zip(counts.terms, counts.totals.tolist(), strict=True))


@settings(max_examples=50)
@given(SENTENCES, st.integers(2, 4))
def test_ngrams_equal_those_of_a_loop(sentences, n):
    # Long words, so that no sentence looks like an initial.
    sentences = [[w * 3 for w in words] for words in sentences]
    text = "\n\n".join(f"{' '.join(words)}." for words in sentences)
    by_hand = Counter(" ".join(w[i : i + n]) for w in sentences for i in range(len(w) - n + 1))

    assert table(term_counts(of(text), ngrams=n)) == dict(by_hand)


@settings(max_examples=50)
@given(SENTENCES, st.integers(0, 3), st.integers(1, 3))
def test_neighbours_equal_those_of_a_loop(sentences, left, right):
    sentences = [[w * 3 for w in words] for words in sentences]
    store = of("\n\n".join(f"{' '.join(words)}." for words in sentences)).tokens
    found = neighbours(store, np.ones(len(store), bool), left=left, right=right, nodes=None, least=1)

    places = set()
    for s, words in enumerate(sentences):
        for i, x in enumerate(words):
            places |= {(x, s, j) for j in range(max(0, i - left), min(len(words), i + right + 1)) if j != i}
    joint = Counter((x, sentences[s][j]) for x, s, j in places if sentences[s][j] != x)
    slots = Counter(x for x, _, _ in places)
    named = {
        (store.types[x], store.types[y]): n for x, y, n in zip(found.node, found.collocate, found.n_joint.tolist(), strict=True)
    }
    assert named == dict(joint)
    assert {store.types[t]: n for t, n in enumerate(found.slots.tolist()) if n} == dict(slots)


def test_ngrams_stay_in_the_voice_asked_for():
    text = "Ports stay open, he said."
    voices = {"d": (VoiceSpan(0, 15, "direct"), VoiceSpan(15, len(text), "own"))}

    assert term_counts(of(text, voices), ngrams=2, voice="direct").terms == ("ports stay", "stay open")
    assert term_counts(of(text, voices), ngrams=2, voice="own").terms == ("he said",)
    assert "open he" in term_counts(of(text, voices), ngrams=2).terms


def test_phrases_count_where_they_begin_and_words_keep_their_sizes():
    counts = term_counts(of("Rule of law, the rule of law. Lawful rules."), phrases=("rule of law", "law*"))

    assert table(counts)["rule of law"] == 2
    assert table(counts)["law*"] == 3
    assert counts.sizes.tolist() == [9]


def test_ngrams_of_an_empty_text_are_none():
    counts = term_counts(of(""), ngrams=3)

    assert counts.terms == ()
    assert counts.sizes.tolist() == [0]
