"""Lexical diversity of documents: varied texts score higher, short ones not at all."""

import numpy as np
import pytest

from framing.corpus.documents import Corpus, Document
from framing.errors import FramingWarning, OptionError
from framing.measures.diversity import Options, diversity
from tests.measures.invented import FILLER, annotated


def corpus():
    rng = np.random.default_rng(1)
    many = [f"{a}{b}" for a in FILLER for b in "nrst"]
    varied, poor = " ".join(rng.choice(many, 300)), " ".join(rng.choice(many[:15], 300))
    texts = {"varied": varied, "poor": poor, "short": "Only four words here."}
    return annotated(Corpus(tuple(Document(k, t, side="x") for k, t in texts.items()), ("x",)))


def test_varied_texts_score_higher_and_short_ones_have_a_reason():
    with pytest.warns(FramingWarning, match="1 of 3 documents are too short"):
        data = diversity(corpus()).data
    value = data.pivot(index="name", columns="document", values="value")

    assert (value.loc[["mattr", "mtld", "hdd"], "varied"] > value.loc[["mattr", "mtld", "hdd"], "poor"]).all()
    assert value.loc["yule_k", "varied"] < value.loc["yule_k", "poor"]
    assert value["short"].isna().all()
    assert data.loc[data["document"] == "short", "reason"].iloc[0] == "4 words in this voice, fewer than 100"


def test_options_refuse_impossible_values():
    with pytest.raises(OptionError, match="`threshold` must lie between"):
        Options(threshold=1.5)
    with pytest.raises(OptionError, match="`scores` must be one of"):
        Options(scores=("ttr",))


def test_contrasts_keep_the_order_of_the_sides_whatever_document_comes_first():
    rng = np.random.default_rng(2)
    documents = tuple(
        Document(f"{side}{i}", " ".join(rng.choice(FILLER, 150)), side=side, outlet=f"{side}{i}")
        for i in range(3)
        for side in "yx"
    )
    contrast = diversity(annotated(Corpus(documents, ("x", "y"))), scores=("mattr",)).compare(n_draws=100)

    assert contrast.data[["side_a", "side_b"]].values.tolist() == [["x", "y"]]
