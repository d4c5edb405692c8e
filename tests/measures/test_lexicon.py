from dataclasses import replace

import numpy as np
import pandas as pd
import pytest

import framing as fr
from framing.annotate.annotated import Annotated
from framing.annotate.counting.counts import count
from framing.annotate.counting.tokens import tokenise
from framing.annotate.voices import VoiceSpan
from framing.corpus.documents import Corpus, Document
from framing.errors import LexiconError, OptionError
from framing.lexicons.model import Category, Entry, Lexicon
from framing.measures.lexicon import Options, lexicon


def annotated_of(documents, sides=("x", "y"), voices=None):
    corpus = Corpus(tuple(documents), sides)
    store = tokenise(corpus, voices or {})
    return Annotated(corpus, {}, voices or {}, count(store, corpus), store=store)


@pytest.fixture
def annotated():
    text = 'Order, order! "The rule of law," he said, "not order."'
    cut = text.index('"')
    return annotated_of(
        [
            Document("a", text, side="x", outlet="o", title="Law and order"),
            Document("b", "The law is the law in the end", side="y", outlet="p"),
            Document("c", "", side="y", outlet="p"),
        ],
        voices={"a": (VoiceSpan(0, cut, "own"), VoiceSpan(cut, len(text), "direct"))},
    )


WORDS = Lexicon.from_entries(
    "test", (Entry("order", "o"), Entry("law", "l"), Entry("rule of law", "l"), Entry("chaos", "none"))
)


def scores(result):
    data = result.data
    return {
        (d, name): (n, base) for d, name, n, base in zip(data["document"], data["name"], data["n"], data["base"], strict=True)
    }


def test_a_score_is_hits_per_thousand_tokens(annotated):
    result = lexicon(annotated, WORDS)

    assert scores(result)["a", "test/o"] == (3, 10)
    assert scores(result)["a", "test/l"] == (1, 10)
    assert scores(result)["b", "test/l"] == (2, 8)
    value = result.data.set_index(["document", "name"])["value"]
    assert value["b", "test/l"] == 250
    assert value["b", "test/none"] == 0


def test_a_document_without_tokens_has_no_score_and_a_reason(annotated):
    row = lexicon(annotated, WORDS).data.set_index(["document", "name"]).loc[("c", "test/o")]

    assert np.isnan(row["value"])
    assert row["reason"] == "no tokens in this voice"


@pytest.mark.parametrize(("voice", "expected"), [("own", (2, 2)), ("quoted", (1, 8)), ("all", (3, 10)), ("headline", (1, 3))])
def test_each_voice_is_counted_apart(annotated, voice, expected):
    assert scores(lexicon(annotated, WORDS, voice=voice))["a", "test/o"] == expected


def test_the_headline_can_be_added(annotated):
    assert scores(lexicon(annotated, WORDS, headline=True))["a", "test/o"] == (4, 13)


def test_hits_are_counted_by_entry_and_side_with_their_share(annotated):
    hits = lexicon(annotated, WORDS).tables["hits"]

    assert hits[["name", "entry", "side", "n", "n_documents", "share"]].values.tolist() == [
        ["test/o", "order", "x", 3, 1, 1.0],
        ["test/l", "rule of law", "x", 1, 1, 1.0],
        ["test/l", "law", "y", 2, 1, 1.0],
    ]


def test_coverage_counts_documents_with_tokens_and_tokens_in_hits(annotated):
    table = lexicon(annotated, WORDS).tables["coverage"].set_index(["name", "side"])

    assert table.loc[("test/l", "x"), ["n_documents", "documents_with_hit", "n_tokens", "tokens_in_hits"]].tolist() == [
        1,
        1,
        10,
        3,
    ]
    assert table.loc[("test/l", "y"), ["n_documents", "share_documents", "share_tokens"]].tolist() == [1, 1.0, 0.25]
    assert table.loc[("test/none", "x"), "share_documents"] == 0


def test_the_top_entry_has_its_share(annotated):
    entries = Lexicon.from_words("w", ["order", "he", "said"])
    table = lexicon(annotated, entries).tables["top_entry"].set_index("side")

    assert table.loc["x", ["entry", "n", "n_entries"]].tolist() == ["order", 3, 3]
    assert table.loc["x", "share"] == pytest.approx(3 / 5)
    assert np.isnan(table.loc["y", "share"])


def test_entries_that_never_occur_are_listed_with_the_reason(annotated):
    result = lexicon(annotated, Lexicon.from_words("w", ["order", "chaos", "rule of chaos", ":)"]))
    table = result.tables["unused"].set_index("entry")
    papers = result.tables["lexicons"].iloc[0]

    assert list(table.index) == ["chaos", "rule of chaos", ":)"]
    assert table.loc["chaos", "reason"].startswith("does not occur in this voice")
    assert table.loc[":)", "reason"] == "cannot match: it holds no word"
    assert (papers["n_entries"], papers["n_entries_hit"]) == (4, 1)


def test_nothing_is_said_of_single_phrases_where_there_are_only_counts(annotated):
    table = lexicon(replace(annotated, store=None), Lexicon.from_words("w", ["rule of law", "chaos"])).tables["unused"]

    assert dict(zip(table["entry"], table["reason"].str.split().str[0], strict=True)) == {
        "rule of law": "single",
        "chaos": "does",
    }


def test_an_entry_that_only_stands_inside_a_longer_one_has_no_hit_of_its_own(annotated):
    table = lexicon(annotated, Lexicon.from_words("w", ["rule of law", "rule"])).tables["unused"]

    assert table["entry"].tolist() == ["rule"]


def test_sample_lines_are_drawn_with_the_seed(annotated):
    one, same, none = (lexicon(annotated, WORDS, seed=1, samples=n).tables["kwic"] for n in (2, 2, 0))

    assert one.equals(same)
    assert len(none) == 0
    assert (one.groupby(["name", "side"]).size() <= 2).all()
    assert set(one["keyword"].str.lower()) <= {"order", "law", "rule of law"}


def test_weights_are_summed_or_averaged(annotated):
    weighted = Lexicon.from_entries("w", (Entry("order", "w", 2.0), Entry("law", "w", -1.0)))
    total = lexicon(annotated, weighted).data.set_index("document")
    mean = lexicon(annotated, weighted, combine="mean").data.set_index("document")

    assert total.loc["a", ["value", "n", "base"]].tolist() == [500, 5, 10]
    assert mean.loc["a", ["value", "n", "base"]].tolist() == [1.25, 5, 4]
    assert np.isnan(mean.loc["c", "value"])


def test_a_mean_without_hits_is_nothing_and_says_why(annotated):
    row = lexicon(annotated, Lexicon.from_words("w", ["chaos"]), combine="mean").data.iloc[0]

    assert np.isnan(row["value"])
    assert row["reason"] == "no hit, so no mean weight"


def test_negated_hits_are_dropped_when_asked(annotated):
    assert scores(lexicon(annotated, WORDS, negation="drop"))["a", "test/o"] == (2, 10)


def test_flipped_hits_are_counted_in_the_coverage(annotated):
    table = lexicon(annotated, WORDS, negation="flip").tables["coverage"].set_index(["name", "side"])

    assert table.loc[("test/o", "x"), "n_negated"] == 1


def test_the_longest_match_can_win_across_categories():
    annotated = annotated_of([Document("a", "not good", side="x")], ("x",))
    words = Lexicon.from_entries("t", (Entry("not good", "neg"), Entry("good", "pos")))

    assert [scores(lexicon(annotated, words, overlap=how))["a", "t/pos"][0] for how in ("allow", "longest")] == [1, 0]


def test_counts_alone_give_single_words_and_say_what_is_missing(annotated):
    bundle = replace(annotated, store=None)
    result = lexicon(bundle, WORDS)

    assert scores(result)["a", "test/o"] == (3, 10)
    assert "lexicon test: 1 of 4 entries are phrases, which counts cannot show; not counted" in result.provenance.notes
    assert len(result.tables["kwic"]) == 0


def test_a_bundle_gives_hits_of_phrases_from_its_table(annotated):
    class Bundle(Annotated):
        lexicon_hits = pd.DataFrame({"lexicon": ["test"], "category": ["l"], "document": ["a"], "voice": ["direct"], "n": [1]})

    bundle = Bundle(annotated.corpus, {}, {}, annotated.counts)
    words = Lexicon.from_entries("test", (Entry("law court", "l"), Entry("rule of law", "l")))

    assert scores(lexicon(bundle, words))["a", "test/l"] == (1, 10)
    assert scores(lexicon(bundle, words, voice="own"))["a", "test/l"] == (0, 2)


def test_scores_from_counts_equal_those_from_tokens_for_single_words(annotated):
    words = Lexicon.from_entries("w", (Entry("l*", "a"), Entry("order", "a"), Entry("the", "b"), Entry("t?e", "b")))
    from_text, from_counts = lexicon(annotated, words), lexicon(replace(annotated, store=None), words)

    assert from_text.data.equals(from_counts.data)
    assert from_text.tables["hits"].equals(from_counts.tables["hits"])


def test_regular_expressions_are_searched_in_the_text(annotated):
    pattern = Lexicon.from_entries("r", (Entry(r"rule\s+of\s+\w+", "r"),), unit="regex")
    hits = lexicon(annotated, pattern)

    assert scores(hits)["a", "r"] == (1, 10)
    assert hits.tables["kwic"]["keyword"].tolist() == ["rule of law"]


def test_a_broken_expression_is_refused(annotated):
    with pytest.raises(LexiconError, match=r"'\(' is no regular expression"):
        lexicon(annotated, Lexicon.from_words("r", ["("], unit="regex"))


def test_an_expression_that_matches_nothing_at_all_is_no_hit(annotated):
    assert lexicon(annotated, Lexicon.from_words("r", ["z*"], unit="regex")).data["n"].tolist() == [0, 0, 0]


def reasons(result):
    data = result.data[result.data["document"] == "a"]
    return dict(zip(data["name"], data["reason"], strict=True)), data["value"].isna().tolist()


def test_a_category_that_cannot_match_has_no_score_and_says_why(annotated):
    categories = (Category("o", ("o",)), Category("faces", ("faces",)), Category("empty", ("empty",)))
    words = Lexicon.from_entries("w", (Entry("order", "o"), Entry(":)", "faces"), Entry("*", "faces")), categories=categories)
    why = "no term of this category can match"

    assert reasons(lexicon(annotated, words)) == ({"w/o": "", "w/faces": why, "w/empty": why}, [False, True, True])


def test_what_counts_cannot_show_has_no_score_there(annotated):
    bundle = replace(annotated, store=None)
    phrases = Lexicon.from_entries("w", (Entry("order", "o"), Entry("law court", "o"), Entry("law court", "p")))
    cased = Lexicon.from_words("c", ["Order"], case="keep")

    assert reasons(lexicon(bundle, phrases)) == ({"w/o": "", "w/p": "phrases cannot be seen in counts"}, [False, True])
    assert reasons(lexicon(bundle, cased)) == ({"c": "upper and lower case cannot be seen in counts"}, [True])
    assert reasons(lexicon(annotated, phrases)) == ({"w/o": "", "w/p": ""}, [False, False])


def test_unvalidated_lists_and_silent_papers_are_said(annotated):
    notes = "\n".join(lexicon(annotated, ["law", WORDS]).provenance.notes)

    assert "not validated against human coding: law, test" in notes
    assert "lexicon test: the source does not state version, citation, licence, language" in notes


def test_provenance_names_lists_and_options(annotated):
    provenance = lexicon(annotated, ["law", "threat"], voice="own", seed=4).provenance

    assert list(provenance.lexicons) == ["law", "threat"]
    assert provenance.options["per"] == 1000
    assert (provenance.voice, provenance.seed) == ("own", 4)
    assert provenance.options["lexicons"] == ("law", "threat")


@pytest.mark.parametrize(
    ("settings", "message"),
    [
        ({"lexicons": "law"}, "`lexicons` must be a list of names or paths, got 'law'"),
        ({"lexicons": ()}, "`lexicons` must be a list"),
        ({"per": 0}, "`per` must be greater than 0"),
        ({"overlap": "some"}, "`overlap` must be one of allow, longest"),
        ({"negation": "double"}, "`negation` must be one of as stated"),
        ({"samples": -1}, "`samples` must be a whole number"),
    ],
)
def test_impossible_options_are_refused(settings, message):
    with pytest.raises(OptionError, match=message):
        Options(**settings)


def test_the_measure_is_registered_and_compares_sides():
    corpus = Corpus(
        tuple(Document(str(i), "order must be kept here", side=s, outlet=f"{s}{i}") for i, s in enumerate("xxyy")), ("x", "y")
    )
    result = fr.lexicon(corpus, "control-order")

    assert result.data["value"].tolist() == [200, 200, 200, 200]
    assert fr.lexicon(corpus, "control-order").data.equals(result.data)
