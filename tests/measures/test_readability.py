"""Readability: by hand, textstat against counts, other languages and short texts."""

import numpy as np
import pytest

from framing.annotate.voices import VoiceSpan
from framing.corpus.documents import Corpus, Document
from framing.errors import FramingWarning, OptionError
from framing.measures.readability import Options, readability
from tests.measures.invented import annotated

PLAIN = "The cat sat on the mat. The dog ran to the red barn. We like the old hat. " * 4
HARD = (
    "The municipal administration announced considerable restrictions concerning international communication. "
    "Independent organisations immediately criticised the unconstitutional implementation of controversial legislation. "
) * 4


def corpus():
    documents = (
        Document("plain", PLAIN, side="x"), Document("hard", HARD, side="y"), Document("short", "Two words.", side="x"),
        Document("german", PLAIN, side="y", lang="de"),
    )  # fmt: skip
    return annotated(Corpus(documents, ("x", "y")))


@pytest.fixture(scope="module", params=["textstat", "counts"])
def scores(request):
    with pytest.warns(FramingWarning) as heard:
        data = readability(corpus(), library=request.param).data
    assert "2 of 4 documents have no score" in str(heard[0].message)
    assert "SMOG is rough" in str(heard[1].message)
    return data.pivot(index="document", columns="name", values="value")


def test_hard_texts_are_hard_and_plain_texts_plain(scores):
    assert scores.loc["plain", "flesch_reading_ease"] > 100
    assert scores.loc["hard", "flesch_reading_ease"] < 0
    assert scores.loc["hard", "flesch_kincaid_grade"] > 15
    assert scores.loc["plain", "words_per_sentence"] == pytest.approx(18 / 3, abs=0.1)


def test_short_and_foreign_texts_have_a_reason_and_no_score():
    with pytest.warns(FramingWarning):
        data = readability(corpus(), library="counts").data

    reasons = data.drop_duplicates("document").set_index("document")["reason"]
    assert reasons["short"] == "2 words in this voice, fewer than 50"
    assert reasons["german"] == "English only, this is 'de'"
    assert data.loc[data["document"].isin(["short", "german"]), "value"].isna().all()


def test_both_libraries_agree_where_they_count_the_same():
    with pytest.warns(FramingWarning):
        first, second = (readability(corpus(), library=x).data for x in ("textstat", "counts"))
    same = ["flesch_reading_ease", "flesch_kincaid_grade", "smog_index", "words_per_sentence", "syllables_per_word"]
    use = first["name"].isin(same) & first["document"].isin(["plain", "hard"])

    assert first.loc[use, "value"].to_numpy() == pytest.approx(second.loc[use, "value"].to_numpy(), abs=0.05)


def test_ratios_carry_their_numerators():
    with pytest.warns(FramingWarning):
        data = readability(corpus(), library="counts", scores=("words_per_sentence",)).data
    plain = data[data["document"] == "plain"].iloc[0]

    assert (plain["n"], plain["base"]) == (72, 12)


def test_a_voice_is_read_alone():
    half = len(PLAIN)
    documents = (Document("a", PLAIN + HARD, side="x"),)
    spans = {"a": (VoiceSpan(0, half, "own"), VoiceSpan(half, half + len(HARD), "direct"))}
    for library in ("textstat", "counts"):
        with pytest.warns(FramingWarning, match="SMOG is rough"):
            own, quoted = (
                readability(annotated(Corpus(documents, ("x",)), spans), voice=v, library=library).data.set_index("name")[
                    "value"
                ]
                for v in ("own", "quoted")
            )

        assert own["flesch_reading_ease"] > 100 > 0 > quoted["flesch_reading_ease"]


def test_fragments_of_different_sentences_do_not_run_together():
    text = "He said the old port was shut. She said the new port was open and " + "very " * 40 + "busy. They left."
    cut = [text.index(x) for x in ("the old", " She", "the new", " They")]
    edges, voices = [0, *cut, len(text)], ("own", "indirect", "own", "indirect", "own")
    spans = tuple(VoiceSpan(i, j, v) for i, j, v in zip(edges[:-1], edges[1:], voices, strict=True))
    corpus = annotated(Corpus((Document("a", text, side="x"),), ("x",)), {"a": spans})
    data = readability(corpus, voice="indirect", min_words=1, scores=("words_per_sentence",)).data

    assert data["value"].iloc[0] == pytest.approx((6 + 47) / 2, abs=1.5)


@pytest.mark.parametrize(
    ("settings", "message"),
    [
        ({"library": "spacy"}, "`library` must be one of textstat, counts"),
        ({"scores": ("flesch",)}, "did you mean|`scores` must be one of"),
        ({"min_words": 0}, "`min_words` must be"),
    ],
)
def test_options_refuse_impossible_values(settings, message):
    with pytest.raises(OptionError, match=message):
        Options(**settings)


@pytest.mark.slow
@pytest.mark.shared
def test_scores_from_counts_agree_with_textstat_on_real_news():
    """The tolerance that `docs/readability.md` states: 95 % of the documents within these distances."""
    import pandas as pd

    from tests.shared import shared

    texts = pd.read_parquet(shared("data/bench/bench_10000.parquet"))["text"].head(300)
    news = annotated(Corpus(tuple(Document(str(i), text, side="x") for i, text in enumerate(texts)), ("x",)))
    with pytest.warns(FramingWarning):
        first, second = (readability(news, library=x).data for x in ("textstat", "counts"))
    gap = np.abs(first["value"] - second["value"]).groupby(first["name"]).quantile(0.95)

    assert gap["flesch_reading_ease"] <= 3
    assert gap["flesch_kincaid_grade"] <= 1
    assert gap["smog_index"] <= 1
    assert gap["syllables_per_word"] <= 0.02
