"""Coherence against Gensim's numbers and the closed form."""

import json
from pathlib import Path

import numpy as np
import pytest

from framing.stats.coherence import npmi_document_window, presence, sliding_window_coherence, umass

ORACLES = Path(__file__).resolve().parents[1] / "oracles"


def case(name):
    return json.loads((ORACLES / f"{name}.json").read_text(encoding="utf-8"))


def as_columns(given):
    words = sorted({word for text in given["texts"] for word in text})
    return presence(given["texts"], words), [[words.index(word) for word in topic] for topic in given["topics"]]


def test_document_npmi_is_the_closed_form():
    oracle = case("topic_npmi_document_window")
    counts, topics = as_columns(oracle["input"])

    assert npmi_document_window(counts, topics) == pytest.approx(oracle["expected"]["per_topic"], abs=1e-9)


@pytest.mark.parametrize(("measure", "window"), [("c_uci", 10), ("c_npmi", 10), ("c_v", 110)])
def test_sliding_windows_agree_with_gensim(measure, window):
    oracle = case("topic_coherence_gensim_common_texts")
    found = sliding_window_coherence(oracle["input"]["texts"], oracle["input"]["topics"], measure, window=window)

    assert found == pytest.approx(oracle["expected"][measure]["per_topic"], abs=1e-6)


def test_u_mass_agrees_with_gensim_when_smoothed_as_there():
    oracle = case("topic_coherence_gensim_common_texts")
    counts, topics = as_columns(oracle["input"])
    found = umass(counts, topics, smoothing=1e-12 * counts.shape[0])

    assert found == pytest.approx(oracle["expected"]["u_mass"]["per_topic"], abs=1e-6)


def test_a_window_sees_only_its_own_words():
    there = presence([["a", "x", "x", "b"]], ["a", "b"], window=3).toarray()

    assert there.tolist() == [[1, 0], [0, 1]]


def test_words_that_the_reference_lacks_say_nothing():
    counts = np.array([[1, 0, 0], [0, 0, 1]])

    assert np.isnan(npmi_document_window(counts, [[0, 1]])[0])
    assert npmi_document_window(counts, [[0, 1, 2]])[0] == -1  # only the pair of the first and the third word is left


def test_words_in_every_document_say_nothing():
    assert np.isnan(npmi_document_window(np.ones((4, 2)), [[0, 1]])[0])


def test_no_reference_documents_give_nan():
    assert np.isnan(npmi_document_window(np.zeros((0, 2)), [[0, 1]])[0])
    assert np.isnan(umass(np.zeros((0, 2)), [[0, 1]])[0])
