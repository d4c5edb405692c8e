import itertools
import re
import time

import numpy as np
import pytest

from framing.annotate.annotated import Annotated
from framing.annotate.counting.counts import count
from framing.annotate.counting.tokens import tokenise
from framing.annotate.voices import VoiceSpan
from framing.compare.multiverse import multiverse
from framing.corpus.documents import Corpus, Cut, Document
from framing.errors import CorpusError, OptionError
from framing.lexicons.model import Lexicon

ORDER = Lexicon.from_words("order", ["order*", "keep the peace", "police"])
FILL = [
    "the",
    "town",
    "met",
    "at",
    "noon",
    "and",
    "talked",
    "about",
    "bread",
    "boats",
    "rain",
    "and",
    "the",
    "price",
    "of",
    "salt",
    "again",
]
PLAIN = {
    "voices": "all", "headline": "out", "duplicates": "keep-all", "leave_out": "nothing", "stop_words": "kept",
    "lexicon": "full", "prior": "pooled:0.1",
}  # fmt: skip


def text(n_hits, n_words, word="police", seed=0):
    rng = np.random.default_rng(seed)
    words = list(rng.choice(FILL, n_words - n_hits)) + [word] * n_hits
    return " ".join(rng.permutation(words))


def annotated(documents, voices=None):
    sides = tuple(dict.fromkeys(d.side for d in documents))
    corpus = Corpus(tuple(documents), sides)
    store = tokenise(corpus, voices or {})
    return Annotated(corpus, {}, voices or {}, count(store, corpus), store=store)


def of_order(documents, claim="lexicon:order", spans=None, **settings):
    return multiverse(annotated(documents, spans), claims=claim, lexicons={"order": ORDER}, **settings)


def balanced(n_outlets=4, n_documents=2, hits=(3, 1)):
    return [
        Document(f"{side}{o}{d}", text(h + (o + d) % 2, 50 + 7 * o, seed=100 * i + 10 * o + d), side=side, outlet=f"{side}{o}")
        for i, (side, h) in enumerate(zip("ab", hits, strict=True))
        for o in range(n_outlets)
        for d in range(n_documents)
    ]


def test_the_reference_specification_is_the_rate_per_thousand_words():
    documents = balanced()
    row = of_order(documents, **PLAIN, weight="word").data.iloc[0]

    def rate(side):
        texts = [d.text for d in documents if d.side == side]
        return 1000 * sum(len(re.findall(r"\bpolice\b", t)) for t in texts) / sum(len(t.split()) for t in texts)

    assert row.mean_a == pytest.approx(rate("a"))
    assert row.estimate == pytest.approx(rate("a") - rate("b"))


def test_every_combination_is_run_once():
    result = multiverse(
        annotated(balanced()), claims=("lexicon:order", "keyness:police"), lexicons={"order": ORDER}, min_count=(1, 3)
    )
    data = result.data
    choices = ["voices", "headline", "weight", "duplicates", "leave_out", "stop_words", "min_count", "lexicon", "prior"]

    assert data.groupby("claim").size().to_dict() == {"keyness:police": 384, "lexicon:order": 384}
    assert not data.duplicated(["claim", *choices]).any()
    assert (data[data.claim == "lexicon:order"]["prior"] == "").all()


def test_the_log_odds_of_a_word_are_those_of_the_formula():
    documents = balanced()
    row = multiverse(annotated(documents), claims="keyness:police", **PLAIN, weight="word").data.iloc[0]
    y = [sum(d.text.split().count("police") for d in documents if d.side == s) for s in "ab"]
    n = [sum(len(d.text.split()) for d in documents if d.side == s) for s in "ab"]
    alpha, total = 0.1 * sum(y), 0.1 * sum(n)
    by_hand = [np.log((y[i] + alpha) / (n[i] + total - y[i] - alpha)) for i in (0, 1)]

    assert row.estimate == pytest.approx(by_hand[0] - by_hand[1])
    assert row.mean_a == pytest.approx(1000 * y[0] / n[0])


def test_the_null_shuffles_whole_outlets_and_reruns_every_specification():
    documents = balanced(hits=(2, 1))
    plain = {k: v for k, v in PLAIN.items() if k != "stop_words"}
    result = of_order(documents, **plain)
    rates = []
    for weight, drop in itertools.product(("document", "word"), (False, True)):
        from sklearn.feature_extraction.text import ENGLISH_STOP_WORDS as STOP

        base = [sum(not (drop and w in STOP) for w in d.text.split()) for d in documents]
        hits = [d.text.split().count("police") for d in documents]
        rates.append((weight, hits, base))
    outlets = sorted({d.outlet for d in documents})

    def medians(chosen):
        out = []
        for weight, hits, base in rates:
            means = []
            for inside in (True, False):
                use = [i for i, d in enumerate(documents) if (d.outlet in chosen) == inside]
                h, b = np.array(hits, float)[use], np.array(base, float)[use]
                means.append(1000 * ((h / b).mean() if weight == "document" else h.sum() / b.sum()))
            out.append(means[0] - means[1])
        return np.median(out)

    observed = medians({"a0", "a1", "a2", "a3"})
    null = np.array([medians(set(c)) for c in itertools.combinations(outlets, 4)])
    claim = result.tables["claims"].iloc[0]

    assert claim["median"] == pytest.approx(observed)
    assert claim.p_median == pytest.approx((np.abs(null) >= abs(observed) - 1e-9).mean())
    assert claim.n_shuffles == 70


def test_a_strong_difference_survives_and_its_contrary_does_not():
    strong = of_order(balanced(hits=(9, 1)), "lexicon:order@a", lexicon="full").tables["claims"].iloc[0]
    contrary = of_order(balanced(hits=(1, 9)), "lexicon:order@a", lexicon="full").tables["claims"].iloc[0]

    assert strong.share_sign == 1
    assert strong.p_median == pytest.approx(2 / 70)
    assert strong.verdict == "every specification has the claim's sign"
    assert contrary.verdict == "every specification contradicts the claim"


def live_blog_corpus():
    """Side b uses the word more in every article; a rolling live blog on side a, saved twice, says it forty times."""
    documents = [
        Document(f"{s}{o}{d}", text({"a": 1, "b": 2}[s], 60, "origins", seed=17 * o + d), side=s, outlet=f"{s}{o}")
        for s in "ab" for o in range(4) for d in range(3)
    ]  # fmt: skip
    blog = text(40, 400, "origins", seed=99)
    return [
        *documents,
        Document("live", blog, side="a", outlet="a0", date="2020-02-01"),
        Document("live-later", blog + " more to follow from the quay", side="a", outlet="a0", date="2020-02-02"),
    ]


def test_one_live_blog_that_makes_the_finding_is_flagged():
    result = multiverse(annotated(live_blog_corpus()), claims="keyness:origins@a", weight="word", duplicates=("keep-all",))
    heavy = result.tables["dominance"]

    assert heavy[heavy.flagged].document.tolist() == ["live", "live-later"]
    assert any("one document (live) holds" in note for note in result.provenance.notes)


def test_the_sign_of_the_finding_turns_with_the_live_blog():
    result = multiverse(
        annotated(live_blog_corpus()), claims="keyness:origins@a", weight="word", voices="all", headline="out",
        duplicates=("keep-all", "keep-first"), leave_out=("nothing", "top-document"),
    )  # fmt: skip
    sign = result.data.groupby(["duplicates", "leave_out"])["agrees"].mean()
    choices = result.tables["choices"].set_index("choice")

    assert sign["keep-all", "nothing"] == 1
    assert sign["keep-first", "nothing"] == 1
    assert sign["keep-all", "top-document"] == 1
    assert sign["keep-first", "top-document"] == 0
    assert result.tables["claims"].verdict.iloc[0] == "the sign depends on the choices"
    assert set(choices.sort_values("total").index[-2:]) == {"duplicates", "leave_out"}
    assert result.tables["claims"].matters_most.iloc[0] in {"duplicates", "leave_out"}


def test_a_named_document_can_be_left_out():
    documents = [d for d in live_blog_corpus() if d.id != "live-later"]
    result = multiverse(
        annotated(documents), claims="keyness:origins@a", weight="word", duplicates="keep-all",
        voices="all", leave_out=("nothing", "document live"),
    )  # fmt: skip

    assert result.data.groupby("leave_out")["agrees"].mean().to_dict() == {"document live": 0, "nothing": 1}
    assert result.tables["choices"].query("choice == 'leave_out'").turns_sign.all()
    assert result.tables["claims"].turned_by.iloc[0] == "leave_out"


def spans_of(document, border):
    """Own words up to a border, quoted ones behind it."""
    return VoiceSpan(0, border, "own"), VoiceSpan(border, len(document.text), "direct")


def test_voices_are_counted_apart():
    documents = balanced(hits=(4, 4))
    half = {d.id: spans_of(d, len(d.text) // 2) for d in documents}
    result = of_order(
        documents,
        spans=half,
        **(PLAIN | {"voices": ("own", "quoted", "all")}),
        weight="word",
    )
    rows = result.data.set_index("voices")
    own = [d.text[: len(d.text) // 2] for d in documents if d.side == "a"]

    n_hits = sum(len(re.findall(r"\bpolice\b", t)) for t in own)
    assert rows.loc["own", "n_documents"] == len(documents)
    # The border may cut a word, which then counts with the voice it begins in.
    assert rows.loc["own", "mean_a"] == pytest.approx(1000 * n_hits / sum(len(t.split()) for t in own), rel=0.1)


def test_cut_text_can_be_put_back_and_doubtful_lines_taken_out():
    documents = balanced()
    back = Cut("related", 0, 0, "police police police", "promotion")
    doubt = Cut("caption", 0, 0, documents[1].text, "looks like a caption", kept=True)
    from dataclasses import replace

    documents = [replace(documents[0], cuts=(back,)), replace(documents[1], cuts=(doubt,)), *documents[2:]]
    result = of_order(documents, **PLAIN, weight="word",
        cleaning=("as-read", "cuts-back", "doubtful-out"),
    )  # fmt: skip
    rows = result.data.set_index("cleaning")
    on_a = [d for d in documents if d.side == "a"]
    hits = [d.text.split().count("police") for d in on_a]
    words = [len(d.text.split()) for d in on_a]

    assert rows.loc["as-read", "mean_a"] == pytest.approx(1000 * sum(hits) / sum(words))
    assert rows.loc["cuts-back", "mean_a"] == pytest.approx(1000 * (sum(hits) + 3) / (sum(words) + 3))
    assert rows.loc["doubtful-out", "mean_a"] == pytest.approx(1000 * (sum(hits) - hits[1]) / (sum(words) - words[1]))


def test_the_top_entry_is_the_one_with_most_hits():
    documents = balanced()
    documents = [*documents, Document("x", "orderly talk of order and keep the peace", side="a", outlet="a0")]
    variants = ("full", "without-top-entry", "no-wildcards", "no-phrases")
    result = of_order(
        documents,
        **(PLAIN | {"lexicon": variants}),
        weight="word",
    )
    words = sum(len(d.text.split()) for d in documents if d.side == "a")
    hits = result.data.set_index("lexicon").mean_a * words / 1000

    assert hits["full"] - hits["without-top-entry"] == sum(d.text.split().count("police") for d in documents if d.side == "a")
    assert hits["full"] - hits["no-wildcards"] == pytest.approx(2)
    assert hits["full"] - hits["no-phrases"] == pytest.approx(1)


def test_stems_widen_a_word():
    said = f"rumor rumors rumored {'talk ' * 9}"
    documents = [Document(f"{s}{i}", said, side=s, outlet=f"{s}{i}") for s in "ab" for i in range(3)]
    result = multiverse(annotated(documents), claims="keyness:rumor", **PLAIN, weight="word", tokens=("words", "stems"))

    assert result.data.set_index("tokens").mean_a.to_dict() == pytest.approx({"words": 1000 / 12, "stems": 3000 / 12})


def test_share_of_a_voice_is_a_claim():
    documents = balanced()
    spans = {d.id: spans_of(d, len(d.text) - (30 if d.side == "a" else 10)) for d in documents}
    claim = multiverse(annotated(documents, spans), claims="voices:quoted@a").tables["claims"].iloc[0]

    assert claim.share_sign == 1
    assert 0 < claim["median"] < 1


def test_a_topic_is_found_by_its_word():
    rng = np.random.default_rng(0)
    pools = {"a": ["ship", "harbour", "crane", "cargo"], "b": ["court", "judge", "trial", "verdict"]}
    documents = []
    for side, outlet, number in itertools.product("ab", range(4), range(3)):
        words = [*rng.choice(pools[side], 30), *rng.choice(pools["b" if side == "a" else "a"], 6)]
        documents.append(Document(f"{side}{outlet}{number}", " ".join(words), side=side, outlet=f"{side}{outlet}"))
    result = multiverse(annotated(documents), claims="topics:harbour@a", k=(2,), voices="all", headline="out")

    assert result.tables["claims"].share_sign.iloc[0] == 1
    assert result.data.mean_a.max() <= 1


def test_a_word_that_does_not_occur_has_no_estimate_and_a_reason():
    result = multiverse(annotated(balanced()), claims="keyness:zebra")

    assert result.data.estimate.isna().all()
    assert set(result.data.reason) == {"fewer than 1 hits"}
    assert result.tables["claims"].verdict.iloc[0] == "nothing to compare"


def test_one_outlet_on_a_side_gives_curves_without_inference():
    documents = [d for d in balanced() if d.side == "b" or d.outlet == "a0"]
    result = multiverse(annotated(documents), claims="lexicon:order", lexicons={"order": ORDER}, voices="all")
    claim = result.tables["claims"].iloc[0]

    assert result.data.estimate.notna().all()
    assert result.data.ci_low.isna().all()
    assert claim.p_min == pytest.approx(2 / 5)
    assert "side 'a' has one cluster" in claim.reason


def test_one_document_on_each_side_is_description():
    documents = [Document("x", text(3, 50), side="a", outlet="A"), Document("y", text(1, 50), side="b", outlet="B")]
    result = of_order(documents)
    claim = result.tables["claims"].iloc[0]

    assert np.isnan([claim.p_median, claim.p_share, claim.p_stouffer]).all()
    assert "no test is possible" in claim.reason
    assert any("description" in note for note in result.provenance.notes)


def test_a_bundle_of_counts_gives_the_same_curve_for_single_words():
    full = annotated(balanced())
    bare = Annotated(full.corpus, {}, {}, full.counts)
    words = Lexicon.from_words("order", ["order*", "police"])
    chosen = {"claims": ("lexicon:order", "keyness:police"), "lexicons": {"order": words}, "duplicates": "keep-all"}

    assert multiverse(bare, **chosen).data.equals(multiverse(full, **chosen).data)


@pytest.mark.parametrize(
    ("settings", "message"),
    [
        ({"claims": "lexicn:order"}, "did you mean 'lexicon'"),
        ({"claims": "order"}, "a claim is written kind:name"),
        ({"claims": "keyness:police@c"}, "must be one of a, b, got 'c'"),
        ({"claims": ()}, "`claims` is empty"),
        ({"claims": "keyness:police", "voices": ("own", "own")}, "names an option twice"),
        ({"claims": "keyness:police", "prior": "pooled"}, "written pooled:0.1"),
        ({"claims": "keyness:police", "leave_out": "d1"}, "`leave_out` must be"),
        ({"claims": "keyness:police", "voice": "own"}, "did you mean 'voices'"),
    ],
)
def test_impossible_choices_are_refused(settings, message):
    with pytest.raises(OptionError, match=message):
        multiverse(annotated(balanced()), **settings)


def test_an_unknown_document_to_leave_out_is_refused():
    with pytest.raises(CorpusError, match="no document 'nobody'"):
        multiverse(annotated(balanced()), claims="keyness:police", leave_out="document nobody")


def test_the_same_seed_gives_the_same_multiverse():
    made = annotated(balanced(n_outlets=6))
    one, other = (multiverse(made, claims="lexicon:order", lexicons={"order": ORDER}, seed=3, n_null=99) for _ in range(2))

    assert one.data.equals(other.data)
    assert one.tables["claims"].equals(other.tables["claims"])


def test_five_hundred_specifications_of_ten_claims_take_seconds():
    made = annotated(balanced(n_outlets=4, n_documents=4))
    words = ("police", "bread", "boats", "rain", "salt", "town", "noon", "price", "again", "talked")
    claims = [f"keyness:{word}" for word in words]
    start = time.process_time()

    result = multiverse(made, claims=claims, min_count=(1, 2), tokens=("words", "stems"))

    assert len(result.data) >= 5000
    assert time.process_time() - start < 30
