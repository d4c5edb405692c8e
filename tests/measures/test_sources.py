import numpy as np
import pandas as pd
import pytest

from framing.annotate.quote_tables import QuoteTables
from framing.corpus.documents import Corpus, Document
from framing.errors import OptionError
from framing.measures.quotes import quotes
from framing.measures.sources import Options, sources
from framing.measures.voices import voices
from framing.results import DocumentScores, Quotations
from tests.measures.given_word import told

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
    assert set(tables["stance"]["source_type"]) == {"all", "official", "police", "citizen"}


def test_every_document_has_every_score_once():
    data = sources(CORPUS).data

    assert set(data.groupby("document")["name"].nunique()) == {data["name"].nunique()}
    assert not data.duplicated(["document", "name"]).any()


@pytest.mark.parametrize("name", ["min_confidence", "min_type_confidence"])
def test_an_impossible_option_is_refused(name):
    with pytest.raises(OptionError, match=name):
        Options(**{name: 2})


def test_kinds_that_are_not_sure_enough_count_as_unknown_and_no_quotation_is_lost():
    loose, strict = sources(CORPUS), sources(CORPUS, min_type_confidence=1.0)

    assert "unknown" not in set(loose.tables["types"]["source_type"])
    assert set(strict.tables["types"]["source_type"]) == {"unknown"}
    assert loose.tables["types"]["n_quotes"].sum() == strict.tables["types"]["n_quotes"].sum()


def test_the_list_of_speakers_says_how_sure_each_kind_is():
    speakers = sources(CORPUS).tables["speakers"]

    assert speakers["type_confidence"].dropna().between(0, 1).all()
    assert quotes(CORPUS).data["type_confidence"].dropna().between(0, 1).all()


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


def cell(table, **where):
    for column, value in where.items():
        table = table[table[column] == value]
    assert len(table) == 1
    return table.iloc[0]


PLANTED = told(n_outlets=12, n_documents=6)


def test_planted_shares_of_sources_and_stances_lie_in_their_intervals():
    tables = sources(PLANTED).tables

    for side, officials, doubted in (("state", 0.7, 0.05), ("press", 0.2, 0.5)):
        row = cell(tables["types"], side=side, source_type="official")
        assert row["ci_low"] <= officials <= row["ci_high"]
        assert row["ci_high"] - row["ci_low"] < 0.25
        row = cell(tables["stance"], side=side, source_type="official", stance="distancing")
        assert row["ci_low"] <= doubted <= row["ci_high"]
        assert row["n_cued"] == cell(tables["types"], side=side, source_type="official")["n_quotes"]


def test_a_side_that_lets_one_person_speak_is_less_even():
    few, many = (sources(told(officials=(0.9, 0.9), n_people=n)).tables["evenness"] for n in (1, 12))

    one, twelve = (cell(t, side="state", name="top speaker") for t in (few, many))
    assert one["ci_low"] > twelve["ci_high"]
    assert cell(few, side="state", name="speakers")["value"] == 3
    assert (
        cell(few, side="state", name="evenness of words")["ci_high"]
        < cell(many, side="state", name="evenness of words")["ci_low"]
    )
    assert np.isnan(cell(many, side="state", name="speakers")["ci_low"])


def test_the_order_of_documents_changes_no_pooled_number():
    first, second = (told(n_outlets=4, order=order) for order in (None, 3))

    for name, table in sources(first).tables.items():
        pd.testing.assert_frame_equal(table, sources(second).tables[name])
    pd.testing.assert_frame_equal(voices(first).tables["sides"], voices(second).tables["sides"])


def test_speakers_stand_in_the_order_of_the_sides():
    assert sources(told(n_outlets=2)).tables["speakers"]["side"].drop_duplicates().tolist() == ["state", "press"]


def test_one_outlet_a_side_has_shares_without_intervals_and_the_reason():
    tables = sources(told(n_outlets=1)).tables

    for name in ("types", "stance", "events"):
        table = tables[name][~tables[name]["thin"]] if name == "stance" else tables[name]
        assert table["ci_low"].isna().all()
        assert set(table["reason"]) == {"one outlet: no interval can be computed"}


def test_a_thin_cell_is_marked_and_has_no_interval():
    table = sources(told(n_outlets=3, n_documents=1, n_quotes=4, doubted=(0.5, 0.5))).tables["stance"]

    thin = table[table["n_cued"] < 10]
    assert len(thin)
    assert thin["thin"].all()
    assert thin["ci_low"].isna().all()
    assert not table[table["n_cued"] >= 10]["thin"].any()


def test_quotations_carry_the_tables_of_their_figures():
    listed, counted = quotes(PLANTED), sources(PLANTED)

    pd.testing.assert_frame_equal(listed.tables["types"], counted.tables["types"])
    pd.testing.assert_frame_equal(listed.tables["stance"], counted.tables["stance"])


def test_voices_of_a_side_are_pooled_by_words_with_intervals():
    table = voices(CORPUS).tables["sides"]

    row = cell(table, side="y", voice="indirect")
    assert (row["n_words"], row["share"], row["n_clusters"]) == (2, 0.2, 2)
    assert row["ci_low"] <= 0.2 <= row["ci_high"]
    assert cell(table, side="x", voice="own")["reason"] == "one outlet: no interval can be computed"


def test_a_corpus_without_sides_is_one_side():
    corpus = Corpus((Document("a", "Mayor Ann Orr said the pier was shut."),))

    assert sources(corpus).tables["types"]["side"].tolist() == ["all"]


def test_a_family_name_alone_is_the_one_speaker_of_the_corpus_who_has_it():
    texts = ["Mayor Ann Orr said it was safe.", "Orr said it was late."]
    texts += [f"{name} said that the pier was cold." for name in ("Bo Lim", "Ada Lim", "Lim")]
    corpus = Corpus(tuple(Document(str(n), text, side="x") for n, text in enumerate(texts)), ("x",))

    speakers = sources(corpus).tables["speakers"]

    assert dict(zip(speakers["speaker"], speakers["n_quotes"], strict=True)) == {
        "Ann Orr": 2,
        "Bo Lim": 1,
        "Ada Lim": 1,
        "Lim": 1,
    }


CERTAIN = pd.DataFrame(
    [
        {"document": d, "side": s, "outlet": o, "cluster": o, "event": None, "kind": kind, "confidence": chance,
         "speaker_resolved": None, "source_type": "citizen", "type_confidence": 0.5, "stance": None, "cue": None, "n_words": 3}
        for d, s, o, kind, chance in [
            ("a", "x", "A", "direct", 0.9), ("a", "x", "A", "indirect", 0.4), ("b", "x", "B", "indirect", 0.8),
            ("c", "y", "C", "direct", 1.0), ("c", "y", "C", "direct", float("nan")),
        ]
    ]
)  # fmt: skip


def test_the_share_likely_right_is_the_mean_probability_of_a_side():
    """Hand arithmetic: (0.9 + 0.4 + 0.8) / 3 = 0.7 on side x; what has no probability is left out on side y."""
    table = QuoteTables(CERTAIN, ("x", "y"), 0).certainty().set_index(["kind", "side"])

    assert table.loc[("all", "x"), ["n_quotes", "share_right", "n_below_half", "n_clusters"]].tolist() == [
        3,
        pytest.approx(0.7),
        1,
        2,
    ]
    assert table.loc[("indirect", "x"), "share_right"] == pytest.approx(0.6)
    assert table.loc[("all", "x"), "ci_low"] < 0.7 < table.loc[("all", "x"), "ci_high"]
    assert table.loc[("all", "y"), ["n_quotes", "share_right"]].tolist() == [1, 1]
    assert table.loc[("all", "y"), "reason"] == "one outlet: no interval can be computed"
    assert ("indirect", "y") not in table.index


def test_quotations_say_how_many_are_likely_to_be_right_and_only_where_a_parser_read_them():
    foreign = Document("e", "市长说：“我们明天重建码头。”", side="y", outlet="D", lang="zh")
    found = quotes(Corpus((*CORPUS.documents, foreign), ("x", "y")))

    table = found.tables["certainty"].set_index(["kind", "side"])
    counted = found.data[found.data["speech"].astype(bool) & (found.data["document"] != "e")].groupby("side")["confidence"]
    assert (found.data["document"] == "e").any()
    assert table.loc["all", "share_right"].to_dict() == pytest.approx(counted.mean().to_dict())
