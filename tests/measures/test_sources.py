import numpy as np
import pandas as pd
import pytest

from framing.corpus.documents import Corpus, Document
from framing.errors import OptionError
from framing.measures.quotes import quotes
from framing.measures.sources import Options, sources, speaker_evenness
from framing.measures.voices import voices
from framing.results import DocumentScores, Quotations

CORPUS = Corpus(
    (
        Document("a", "Mayor Ann Orr claimed the pier was safe. A resident said it was not.", side="x", outlet="A", event="e"),
        Document("b", "Police praised the crew. It rained.", side="y", outlet="B", event="e"),
        Document("c", "It rained all day.", side="y", outlet="C"),
        Document("d", "", side="y", outlet="C"),
    ),
    ("x", "y"),
)


def value(result, document, name):
    data = result.data
    return data[(data["document"] == document) & (data["name"] == name)].iloc[0]


def test_evenness_of_equal_speakers_is_one_and_of_one_speaker_undefined():
    assert speaker_evenness(np.array([3, 3, 0])) == pytest.approx(1)
    assert np.isnan(speaker_evenness(np.array([3, 0])))
    # By hand: shares 3/4 and 1/4.
    assert speaker_evenness(np.array([3, 1])) == pytest.approx(-(0.75 * np.log(0.75) + 0.25 * np.log(0.25)) / np.log(2))


def test_shares_of_sources_are_ratios_of_counts():
    found = sources(CORPUS)

    row = value(found, "a", "quotes official")
    assert (row["n"], row["base"], row["value"]) == (1, 2, 0.5)
    assert value(found, "a", "quotes citizen")["value"] == 0.5
    assert value(found, "a", "officials distancing")["value"] == 1
    assert value(found, "a", "named")["value"] == 0.5
    assert value(found, "b", "stance warm")["value"] == 1


def test_a_text_without_quotations_has_no_score_and_a_reason():
    row = value(sources(CORPUS), "c", "quotes official")

    assert np.isnan(row["value"])
    assert row["reason"] == "no quotations in this text"


def test_tables_name_speakers_and_put_an_event_side_by_side():
    tables = sources(CORPUS).tables

    assert tables["speakers"][["side", "speaker", "n_quotes"]].to_numpy().tolist() == [["x", "Ann Orr", 1]]
    assert set(tables["events"]["side"]) == {"x", "y"}
    assert tables["types"].groupby("side")["share_quotes"].sum().tolist() == pytest.approx([1, 1])
    assert set(tables["stance"].columns) == {"side", "source_type", "stance", "n_quotes", "share"}


def test_every_document_has_every_score_once():
    data = sources(CORPUS).data

    assert set(data.groupby("document")["name"].nunique()) == {data["name"].nunique()}
    assert not data.duplicated(["document", "name"]).any()


def test_an_impossible_option_is_refused():
    with pytest.raises(OptionError, match="min_confidence"):
        Options(min_confidence=2)


def test_voices_add_up_and_an_empty_body_has_a_reason():
    found = voices(CORPUS)

    assert isinstance(found, DocumentScores)
    assert found.data.groupby("document")["value"].sum(min_count=1).dropna().tolist() == pytest.approx([1, 1, 1])
    assert value(found, "d", "own")["reason"] == "no words in the body"
    assert value(found, "c", "own")["value"] == 1


def test_quotations_list_every_quotation_with_its_words():
    found = quotes(CORPUS)

    assert isinstance(found, Quotations)
    assert found.data["document"].tolist() == ["a", "a", "b"]
    first = found.data.iloc[0]
    assert (first["text"], first["n_words"], first["voice"]) == ("the pier was safe", 4, "indirect")
    assert first["start"] == CORPUS["a"].text.index("the pier")


def test_quotations_can_be_limited_by_confidence():
    assert len(quotes(CORPUS, min_confidence=1).data) == 0


def test_a_corpus_without_a_quotation_gives_an_empty_table():
    corpus = Corpus((Document("c", "It rained.", side="y"),), ("y",))

    assert len(quotes(corpus).data) == 0
    assert isinstance(sources(corpus).tables["speakers"], pd.DataFrame)
