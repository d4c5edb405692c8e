"""Keyness: planted words are found, nothing is found where nothing was planted, few clusters are said aloud."""

import numpy as np
import pytest

from framing.annotate.voices import VoiceSpan
from framing.corpus.documents import Corpus, Document
from framing.errors import FramingWarning, NeedsText, OptionError
from framing.measures.keyness import Options, keyness
from tests.measures.invented import annotated, planted

RATES = {"order": (0.03, 0.006), "rights": (0.006, 0.03), "harbour": (0.02, 0.02)}


@pytest.fixture(scope="module")
def result():
    return keyness(annotated(planted(1, rates=RATES, spread=0.1)))


def row(data, term):
    return data[data["term"] == term].iloc[0]


def test_planted_words_lead_their_sides_and_their_intervals_leave_zero(result):
    data = result.data

    assert data["term"].iloc[0] == "order"
    assert data["term"].iloc[-1] == "rights"
    assert row(data, "order")["ci_low"] > 0 > row(data, "rights")["ci_high"]
    assert row(data, "order")["p_adjusted"] < 0.05
    assert row(data, "order")["side"] == "north"
    assert row(data, "rights")["side"] == "south"


def test_a_word_both_sides_use_alike_is_a_lockword_and_not_key(result):
    harbour = row(result.data, "harbour")

    assert harbour["ci_low"] < 0 < harbour["ci_high"]
    assert harbour["p"] > 0.05
    assert "harbour" in set(result.tables["lockwords"]["term"])
    assert not {"order", "rights"} & set(result.tables["lockwords"]["term"])


def test_the_measures_stand_in_the_order_of_the_rows(result):
    measures = result.tables["measures"]

    assert measures["term"].tolist() == result.data["term"].tolist()
    assert (measures["n_a"].to_numpy() == result.data["n_a"].to_numpy()).all()
    assert row(measures, "order")["log_ratio"] == pytest.approx(
        np.log2(row(result.data, "order")["rate_a"] / row(result.data, "order")["rate_b"])
    )
    assert {"g2_2cell", "g2_4cell", "rtd", "dp_norm_outlets_a", "near_duplicate_share_b", "top_document_a"} <= set(measures)


def test_counts_and_rates_are_those_of_the_corpus(result):
    data = result.data

    assert data["n_a"].sum() == 6 * 5 * 200
    assert row(data, "order")["rate_a"] == pytest.approx(row(data, "order")["n_a"] / 6)


def test_under_the_null_corrected_p_values_rarely_fall_below_five_per_cent():
    found = 0
    for seed in range(12):
        data = keyness(annotated(planted(seed, n_words=120, spread=0.4)), n_bootstrap=0, duplicates=False).data
        found += bool((data["p_adjusted"] < 0.05).any())

    assert found <= 2


@pytest.mark.slow
def test_clusters_keep_the_error_rate_that_tokens_do_not():
    """Outlets with their own taste in words, no difference of sides: 5 % tests by cluster, by token, and 95 % intervals."""
    from scipy.stats import chi2

    p, misses, naive = [], [], []
    for seed in range(24):
        corpus = planted(1000 + seed, n_outlets=8, n_documents=4, n_words=150, spread=0.3)
        result = keyness(annotated(corpus), duplicates=False)
        p += result.data["p"].tolist()
        misses += ((result.data["ci_low"] > 0) | (result.data["ci_high"] < 0)).tolist()
        naive += chi2.sf(result.tables["measures"]["g2_4cell"], 1).tolist()

    assert 0.025 < np.mean(np.array(p) < 0.05) < 0.075
    assert 0.025 < np.mean(misses) < 0.08
    assert np.mean(np.array(naive) < 0.05) > 0.15


def test_swapping_the_sides_flips_estimates_and_intervals():
    corpus = planted(2, rates=RATES)
    swapped = Corpus(corpus.documents, corpus.sides[::-1])
    first, second = (keyness(annotated(c), n_bootstrap=0).data.set_index("term").sort_index() for c in (corpus, swapped))

    assert np.allclose(first["estimate"], -second["estimate"])
    assert np.allclose(first["p"], second["p"])
    assert (first["side"].fillna("") == second["side"].fillna("")).all()


def test_permuting_documents_changes_nothing():
    corpus = planted(3, n_outlets=3, rates=RATES)
    other = Corpus(corpus.documents[::-1], corpus.sides)
    with pytest.warns(FramingWarning, match="3 and 3 clusters"):
        first, second = (keyness(annotated(c), n_bootstrap=0).data for c in (corpus, other))

    assert first["term"].tolist() == second["term"].tolist()
    assert np.allclose(first[["estimate", "p", "dp_norm"]], second[["estimate", "p", "dp_norm"]])


def test_merging_shards_equals_one_pass():
    from dataclasses import replace

    corpus = planted(4, n_outlets=5, rates=RATES)
    whole = annotated(corpus)
    parts = [annotated(Corpus(corpus.documents[cut], corpus.sides)) for cut in (slice(0, 20), slice(20, None))]
    merged = replace(whole, counts=parts[0].counts.merge(parts[1].counts))

    assert keyness(whole, seed=7).data.equals(keyness(merged, seed=7).data)


def test_the_same_seed_gives_the_same_table_and_another_one_other_intervals():
    corpus = annotated(planted(5, rates=RATES))
    one, two, three = (keyness(corpus, seed=s).data for s in (1, 1, 2))

    assert one.equals(two)
    assert not np.allclose(one["ci_low"], three["ci_low"])


def test_one_cluster_on_a_side_has_no_interval_and_says_why():
    corpus = planted(6, n_outlets=1, rates=RATES)
    with pytest.warns(FramingWarning, match="fewer than 2 clusters"):
        result = keyness(annotated(corpus))

    assert result.data[["ci_low", "ci_high", "p", "p_adjusted", "p_min"]].isna().all(axis=None)
    assert result.data["reason"].str.contains("fewer than 2 clusters").all()
    assert result.data["estimate"].notna().all()
    assert "fewer than 2 clusters" in result.provenance.notes[0]


def test_a_side_without_tokens_in_the_voice_has_no_estimate():
    corpus = planted(7, n_outlets=5, rates=RATES)
    voices = {d.id: (VoiceSpan(0, len(d.text), "own" if d.side == "north" else "direct"),) for d in corpus}
    with pytest.warns(FramingWarning, match="'south' has no tokens in this voice"):
        result = keyness(annotated(corpus, voices), voice="own")

    assert result.data["estimate"].isna().all()
    assert result.data["side"].isna().all()
    assert (result.data["n_a"] > 0).all()


def test_a_threshold_that_leaves_nothing_is_explained():
    with pytest.warns(FramingWarning, match="no term occurs 9999 times .* lower `min_count` or add documents"):
        result = keyness(annotated(planted(8)), min_count=9999)

    assert len(result.data) == 0


def test_words_that_one_side_lacks_are_kept():
    result = keyness(annotated(planted(9, rates={"order": (0.03, 0.0)})))
    order = row(result.data, "order")

    assert order["n_b"] == 0
    assert 0 < order["estimate"] < np.log(12)
    assert order["p"] == pytest.approx(order["p_min"])


def test_one_loud_document_is_seen_in_the_dispersion():
    corpus = planted(10)
    loud = corpus.documents[0]
    documents = (Document(loud.id, loud.text + " live" * 40, side="north", outlet=loud.outlet), *corpus.documents[1:])
    live = row(keyness(annotated(Corpus(documents, corpus.sides))).data, "live")

    assert live["top_document_share"] == 1
    assert live["dp_norm"] == pytest.approx(1, abs=0.02)
    assert live["n_documents_a"] == 1


def test_copies_of_a_document_are_seen_as_near_duplicates():
    corpus = planted(11, rates={"order": (0.05, 0.01)})
    first = corpus.documents[0]
    copies = tuple(Document(f"copy-{i}", first.text, side="north", outlet=f"north {i}") for i in range(1, 4))
    measures = keyness(annotated(Corpus(corpus.documents + copies, corpus.sides))).tables["measures"]

    assert row(measures, "order")["near_duplicate_share_a"] > 0.03
    assert row(measures, "order")["near_duplicate_share_b"] == 0


def test_three_sides_are_compared_in_pairs_and_with_the_rest():
    corpus = annotated(planted(12, sides=("x", "y", "z"), rates={"order": (0.03, 0.01, 0.01)}))
    each, both = keyness(corpus), keyness(corpus, against="both", n_bootstrap=0, n_permutations=0)

    assert each.tables["pairs"][["side_a", "side_b"]].values.tolist() == [["x", "y"], ["x", "z"], ["y", "z"]]
    assert len(both.tables["pairs"]) == 6
    rest = both.data[(both.data["side_a"] == "x") & (both.data["side_b"] == "rest")]
    assert rest["term"].iloc[0] == "order"


def test_ngrams_and_phrases_are_terms_too():
    documents = tuple(
        Document(f"{side}{i}{j}", text * 4, side=side, outlet=f"{side}{i}")
        for side, text in (("x", "The rule of law holds. Ports open. "), ("y", "The law of the sea holds. Ports open. "))
        for i in range(5)
        for j in range(2)
    )
    corpus = annotated(Corpus(documents, ("x", "y")))
    bigrams = keyness(corpus, ngrams=2, duplicates=False)
    phrases = keyness(corpus, terms=("rule of law", "port*"), duplicates=False)

    assert "rule of" in set(bigrams.data["term"])
    assert "holds ports" not in set(bigrams.data["term"])
    assert row(phrases.data, "rule of law")["n_a"] == 40
    assert row(phrases.data, "port*")["n_b"] == 40


@pytest.mark.filterwarnings("ignore::framing.errors.FramingWarning")
def test_given_terms_are_listed_however_seldom_they_occur_and_named_if_they_never_do():
    text = "The rule of law holds."
    documents = tuple(Document(f"{side}{i}", text, side=side, outlet=f"{side}{i}") for side in "xy" for i in range(2))
    corpus = annotated(Corpus(documents, ("x", "y")))
    result = keyness(corpus, terms=("rule of law", "rule of thumb"), min_count=5, duplicates=False)

    assert result.data["term"].tolist() == ["rule of law"]
    assert "given terms that never occur in this voice: 'rule of thumb'" in result.provenance.notes


def test_the_lines_behind_a_term_are_one_call_away(result):
    lines = result.kwic("order", n=3)

    assert lines.data["keyword"].tolist() == ["order"] * 3


def test_without_its_corpus_a_result_has_no_lines(result):
    from dataclasses import replace

    with pytest.raises(NeedsText, match="made without its corpus"):
        replace(result, annotated=None).kwic("order")


def test_a_bundle_without_texts_gives_the_same_numbers_and_says_what_is_missing():
    from dataclasses import replace

    corpus = annotated(planted(1, rates=RATES, spread=0.1))
    bundle = replace(corpus, store=None)
    whole, light = keyness(corpus), keyness(bundle)

    assert whole.data.equals(light.data)
    assert light.tables["measures"]["near_duplicate_share_a"].isna().all()
    assert "near-duplicates were not looked for (the bundle holds no text)" in light.provenance.notes[0]
    with pytest.raises(NeedsText):
        keyness(bundle, ngrams=2)


def test_stop_words_are_not_listed_but_stay_in_the_totals(result):
    data = keyness(annotated(planted(1, rates=RATES, spread=0.1)), stop_words=("harbour",)).data

    assert "harbour" not in set(data["term"])
    assert row(data, "order")["estimate"] == row(result.data, "order")["estimate"]


@pytest.mark.parametrize(
    ("settings", "message"),
    [
        ({"prior_weight": 0}, "`prior_weight` must be greater than 0, got 0"),
        ({"prior": "jeffreys"}, "`prior` must be one of pooled, uniform"),
        ({"min_count": 0}, "`min_count` must be a whole number of at least 1"),
        ({"against": "all"}, "`against` must be one of"),
        ({"stop_words": "the"}, "`stop_words` must be a list"),
        ({"lock_ratio": 1}, "`lock_ratio` must be greater than 1"),
        ({"correction": "none"}, "`correction` must be one of bh, holm"),
    ],
)
def test_options_refuse_impossible_values(settings, message):
    with pytest.raises(OptionError, match=message):
        Options(**settings)


def test_one_side_cannot_be_compared():
    corpus = planted(13, sides=("north",))
    with pytest.raises(OptionError, match="needs at least two sides, got 1"):
        keyness(annotated(corpus))


def test_a_word_of_a_third_side_alone_is_no_row_of_the_other_two():
    texts = (("a", "the riot riot riot"), ("b", "the calm calm"), ("c", "the zebra zebra zebra zebra"))
    documents = [Document(f"{side}{i}", text, side=side, outlet=f"{side}{i}") for side, text in texts for i in range(2)]
    with pytest.warns(FramingWarning, match="2 and 2 clusters"):
        result = keyness(Corpus(tuple(documents), ("a", "b", "c")), min_count=1, n_bootstrap=0, n_permutations=0)

    rows = result.data.groupby(["side_a", "side_b"])["term"].agg(set).to_dict()
    assert rows == {
        ("a", "b"): {"the", "riot", "calm"},
        ("a", "c"): {"the", "riot", "zebra"},
        ("b", "c"): {"the", "calm", "zebra"},
    }
    assert (result.data["n_a"] + result.data["n_b"] > 0).all()
