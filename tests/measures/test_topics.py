"""Topics: what was planted is found, what cannot be is said, and tables do not move."""

from __future__ import annotations

import re
from dataclasses import replace
from types import SimpleNamespace

import numpy as np
import pandas as pd
import pytest
from scipy import sparse

from framing.annotate.annotated import Annotated
from framing.annotate.counting.counts import Counts
from framing.compare.sides import contrast
from framing.corpus.documents import Corpus, Document
from framing.errors import CorpusError, FramingWarning, NeedsText, OptionError
from framing.measures.topics import Options, topics
from framing.measures.topics.describe import flags_of
from framing.measures.topics.grid import _say
from framing.measures.topics.passages import speaker_between
from framing.registry import find
from framing.stats.alignment import cosines, match_topics

pytestmark = pytest.mark.filterwarnings("ignore::framing.errors.FramingWarning")
QUICK = {"n_seeds": 3, "n_resamples": 3, "n_bootstrap": 200, "n_permutations": 200}


def bundle(matrix, sides=None, outlets=None, voices=None) -> Annotated:
    """Counts without texts; words are made of letters only, documents alternate between sides x and y."""
    table = sparse.csr_matrix(np.asarray(matrix, dtype=np.int64))
    n = table.shape[0]
    sides = sides or ["xy"[i % 2] for i in range(n)]
    outlets = outlets or [f"outlet {i % 8}" for i in range(n)]
    words = tuple("w" + "".join("abcdefghij"[int(c)] for c in f"{i:04d}") for i in range(table.shape[1]))
    documents = tuple(
        Document(f"d{i:04d}", "", side=s, outlet=o, date=f"{2010 + i % 3}-03-01")
        for i, (s, o) in enumerate(zip(sides, outlets, strict=True))
    )
    rows = pd.DataFrame(
        {
            "document": [d.id for d in documents], "side": sides, "outlet": outlets, "cluster": outlets, "event": None,
            "date": [d.date for d in documents], "voice": voices or "own",
        }
    ).astype(object)  # fmt: skip
    return Annotated(Corpus(documents, tuple(dict.fromkeys(sides))), {}, {}, Counts(table, rows, words))


def planted(seed, k=6, n_documents=240, n_words=500, length=120, lean=0.0):
    """Documents drawn from known topics; with `lean`, side x writes more on the first one."""
    rng = np.random.default_rng(seed)
    phi = rng.dirichlet(np.full(n_words, 0.05), k)
    theta = rng.dirichlet(np.full(k, 0.15), n_documents)
    on_x = np.arange(n_documents) % 2 == 0
    theta[on_x] = (1 - lean) * theta[on_x] + lean * np.eye(k)[0]
    counts = np.array([rng.multinomial(n, p) for n, p in zip(rng.poisson(length, n_documents), theta @ phi, strict=True)])
    return bundle(counts), phi, theta


def matched(result, annotated, phi):
    """Which planted topic each found topic is, and their cosine."""
    columns = [annotated.counts.type_index[word] for word in result.fitted.vocabulary.words]
    return match_topics(cosines(result.fitted.words, phi[:, columns]))


def wide(result):
    return result.data.pivot_table(index="document", columns="topic", values="share").to_numpy()


@pytest.mark.parametrize("seed", range(3))
def test_planted_topics_are_recovered(seed):
    annotated, phi, theta = planted(seed)
    result = topics(annotated, k=6, **QUICK)
    partner, cosine = matched(result, annotated, phi)

    assert cosine.min() >= 0.9
    assert np.abs(wide(result) - theta[:, partner]).mean() < 0.05


@pytest.mark.slow
def test_the_planted_k_is_in_the_recommended_range_in_eight_of_ten_draws():
    hits = 0
    for seed in range(10):
        annotated, _, _ = planted(seed)
        table = topics(annotated, k=(3, 5, 6, 7, 9), n_seeds=2, n_resamples=8).tables["diagnostics"]
        inside = table.loc[table["recommended"], "k"]
        hits += bool(len(inside)) and inside.min() <= 6 <= inside.max()

    assert hits >= 8


def test_noise_has_no_stable_k():
    noise = np.random.default_rng(0).poisson(0.5, (120, 200))

    with pytest.warns(FramingWarning, match="No K is stable here"):
        result = topics(bundle(noise), k=(4, 8), **QUICK)

    assert not result.tables["diagnostics"]["recommended"].any()
    assert "No K is stable here" in result.provenance.notes[0]


def test_shares_of_a_document_sum_to_one():
    result = topics(planted(0)[0], k=6, **QUICK)

    assert result.data.groupby("document")["share"].sum().to_numpy() == pytest.approx(np.ones(240), abs=1e-5)
    assert result.data["share"].between(0, 1).all()


def test_a_document_without_known_words_is_nan_with_a_reason():
    annotated, _, _ = planted(0)
    matrix = annotated.counts.matrix.toarray()
    matrix[5] = 0
    with pytest.warns(FramingWarning, match="1 of 240 documents have no share"):
        data = topics(bundle(matrix), k=4, **QUICK).data
    of_it = data[data["document"] == "d0005"]

    assert of_it["share"].isna().all()
    assert of_it["reason"].str.contains("no word").all()


def test_a_bundle_without_rows_for_an_empty_document_still_works():
    annotated, _, _ = planted(0)
    corpus = annotated.corpus.with_documents((Document("empty", "", side="x", outlet="outlet 1"), *annotated.corpus.documents))

    assert topics(replace(annotated, corpus=corpus), k=4, **QUICK).data["document"].nunique() == 240


def test_two_calls_give_the_same_bytes():
    first, second = (topics(planted(1)[0], k=(4, 6), **QUICK, covariates=("side", "length"), time="year") for _ in range(2))

    assert first.data.to_csv() == second.data.to_csv()
    for name, table in first.tables.items():
        assert table.to_csv() == second.tables[name].to_csv(), name


def test_the_seed_of_a_call_moves_intervals_but_never_the_topics():
    annotated, _, _ = planted(1)
    one, two = (topics(annotated, k=6, seed=seed, **QUICK) for seed in (1, 2))

    assert one.data.equals(two.data)
    assert not one.tables["prevalence"]["ci_low"].equals(two.tables["prevalence"]["ci_low"])


def test_every_number_has_six_significant_digits():
    result = topics(planted(1)[0], k=6, **QUICK)
    for value in result.data["share"].head(200):
        assert value == float(f"{value:.6g}")


def test_topics_are_ordered_by_size():
    table = topics(planted(2)[0], k=6, **QUICK).tables["topics"]

    assert table["share"].is_monotonic_decreasing


def test_voices_share_one_model():
    annotated, _, _ = planted(3)
    rows = annotated.counts.rows.assign(voice=["own", "own", "direct"] * 80)
    annotated = replace(annotated, counts=Counts(annotated.counts.matrix, rows, annotated.counts.types))
    whole, own = (topics(annotated, k=6, voice=voice, **QUICK) for voice in ("all", "own"))
    quoted_only = own.data["document"].isin([f"d{i:04d}" for i in range(2, 240, 3)])

    assert whole.tables["terms"].equals(own.tables["terms"])
    assert own.data.loc[quoted_only, "share"].isna().all()
    assert own.data.loc[~quoted_only, "share"].equals(whole.data.loc[~quoted_only, "share"])


def test_a_planted_lean_is_found_with_its_sign_and_no_other():
    annotated, phi, theta = planted(4, lean=0.3)
    result = topics(annotated, k=6, **QUICK, correction="holm")
    table = result.tables["contrast"].set_index("topic")
    partner, _ = matched(result, annotated, phi)
    leaning = int(np.flatnonzero(partner == 0)[0]) + 1
    true = theta[0::2, 0].mean() - theta[1::2, 0].mean()

    assert table["estimate"].idxmax() == leaning
    assert table.loc[leaning, "estimate"] == pytest.approx(true, abs=0.05)
    assert table.loc[leaning, "ci_low"] > 0
    assert table.loc[leaning, "p_adjusted"] < 0.2  # 4 outlets against 4: six times the least p of 2 / 70


def test_contrast_takes_the_shares_as_scores():
    result = topics(planted(4, lean=0.5)[0], k=6, **QUICK)
    by_measure = result.tables["contrast"]["estimate"].to_numpy()

    by_compare = contrast(result.scores(), n_draws=200).data

    assert np.sort(by_compare["estimate"]) == pytest.approx(np.sort(by_measure), abs=1e-5)


def test_projection_of_the_same_documents_gives_the_same_shares():
    annotated, _, _ = planted(5)
    result = topics(annotated, k=6, **QUICK)

    assert result.project(annotated).data.equals(result.data)


def test_new_documents_get_the_topic_they_were_drawn_from():
    annotated, phi, _ = planted(5)
    result = topics(annotated, k=6, **QUICK)
    partner, _ = matched(result, annotated, phi)
    rng = np.random.default_rng(9)
    new = bundle(np.array([rng.multinomial(200, phi[t]) for t in range(6)]))

    shares = wide(result.project(new))

    assert partner[shares.argmax(axis=1)].tolist() == list(range(6))


def test_words_planted_on_one_side_lead_the_contrast_within_their_topic():
    annotated, phi, theta = planted(6)
    matrix = annotated.counts.matrix.toarray()
    strong = np.flatnonzero(theta[:, 2] > 0.5)
    word = int(phi[2].argsort()[-30])
    matrix[strong[strong % 2 == 0], word] += 6
    matrix[strong[strong % 2 == 1], word] = 0
    annotated = bundle(matrix)
    result = topics(annotated, k=6, **QUICK)
    topic = int(np.flatnonzero(matched(result, annotated, phi)[0] == 2)[0]) + 1
    table = result.tables["within"]
    first = table[table["topic"] == topic].iloc[0]

    assert first["term"] == annotated.counts.types[word]
    assert first["side_a"] == "x"
    assert first["estimate"] > 0


def test_anchors_pull_a_topic_to_their_words_and_name_it():
    annotated, phi, _ = planted(7)
    words = [annotated.counts.types[i] for i in phi[3].argsort()[-4:]]
    result = topics(annotated, k=6, anchors={"tides": words}, **QUICK)
    table = result.tables["topics"]

    assert table["name"].tolist() == ["tides", "", "", "", "", ""]
    assert set(words) & set(table["terms"][0].split(", "))
    assert matched(result, annotated, phi)[0][0] == 3


def test_an_anchor_of_unknown_words_is_refused():
    with pytest.raises(OptionError, match="no word of the anchor 'tides' \\(zebra\\) is in the vocabulary"):
        topics(planted(7)[0], k=6, anchors={"tides": ["zebra"]}, **QUICK)


def test_names_go_by_terms_even_if_the_numbers_change(tmp_path):
    annotated, _, _ = planted(8)
    result = topics(annotated, k=6, **QUICK)
    file = tmp_path / "names.csv"
    result.write_names(file)
    table = pd.read_csv(file).assign(name=["one", *[""] * 5])
    table.assign(topic=table["topic"].to_list()[::-1]).to_csv(file, index=False)

    named = topics(annotated, k=6, names=str(file), **QUICK).tables["topics"]

    assert named["name"].tolist() == ["one", "", "", "", "", ""]


def test_a_name_without_a_topic_is_reported(tmp_path):
    file = tmp_path / "names.csv"
    file.write_text('topic,name,terms\n1,fishing,"net, boat, cod"\n', encoding="utf-8")

    with pytest.warns(FramingWarning, match=r"fit no topic of this model: fishing"):
        topics(planted(8)[0], k=6, names=str(file), **QUICK)


def test_a_topic_of_one_outlet_is_flagged_and_kept():
    annotated, _, _ = planted(0, k=3, n_documents=120, n_words=200)
    matrix = np.hstack([annotated.counts.matrix.toarray(), np.zeros((120, 60), dtype=np.int64)])
    matrix[np.arange(120) % 8 == 5, 230:260] = 4
    table = topics(bundle(matrix), k=4, **QUICK).tables["topics"]
    flagged = table[table["flags"].str.contains("one outlet")]

    assert len(flagged) == 1
    assert "'outlet 5' holds" in flagged["because"].item()
    assert set(flagged["terms"].item().split(", ")) <= {
        "w" + "".join("abcdefghij"[int(c)] for c in f"{i:04d}") for i in range(230, 260)
    }


@pytest.mark.parametrize(
    ("mass", "langs", "flags"),
    [
        ([9, 1, 1, 1, 1, 1], ["en"] * 6, ["one document"]),
        ([3, 3, 3, 0, 0, 0], ["de", "de", "de", "en", "en", "en"], []),
        ([4, 4, 4, 1, 1, 1], ["en"] * 6, []),
    ],
)
def test_flags_follow_where_the_words_of_a_topic_stand(mass, langs, flags):
    counts = sparse.csr_matrix(np.random.default_rng(0).poisson(3, (6, 8)))
    rows = pd.DataFrame({"document": list("abcdef"), "outlet": ["o"] * 6})

    assert flags_of(np.array(mass, dtype=float), counts, np.arange(5), rows, langs)[0] == flags


def test_a_line_that_stands_once_in_many_texts_is_boilerplate():
    counts = sparse.csr_matrix(np.hstack([np.repeat([[1], [0]], 6, axis=0) * np.ones((1, 5), int), np.full((12, 5), 7)]))
    rows = pd.DataFrame({"document": [f"d{i}" for i in range(12)], "outlet": [f"o{i % 4}" for i in range(12)]})
    mass = np.repeat([1.0, 0.0], 6)

    assert flags_of(mass, counts, np.arange(5), rows, ["en"] * 12)[0] == ["boilerplate"]
    assert flags_of(np.ones(12), counts, np.arange(5, 10), rows, ["en"] * 12)[0] == []


def test_a_topic_of_another_language_is_flagged():
    counts = sparse.csr_matrix(np.random.default_rng(0).poisson(3, (10, 8)))
    rows = pd.DataFrame({"document": list("abcdefghij"), "outlet": ["o"] * 10})
    mass = np.array([3.0, 3, 3, 0, 0, 0, 0, 0, 0, 0.2])

    assert flags_of(mass, counts, np.arange(5), rows, ["de"] * 3 + ["en"] * 7)[0] == ["language"]


def test_the_network_can_be_read_as_graphml(tmp_path):
    import networkx as nx

    result = topics(planted(2)[0], k=6, **QUICK)
    result.to_graphml(tmp_path / "topics.graphml")
    graph = nx.read_graphml(tmp_path / "topics.graphml")

    assert len(graph) == 6
    assert set(graph.nodes["topic 1"]) == {"label", "name", "community", "size_share"}


def test_lda_finds_planted_topics_too():
    annotated, phi, _ = planted(0, k=3, n_documents=150, n_words=150)
    result = topics(annotated, k=3, model="lda", n_seeds=2, n_resamples=0, n_bootstrap=50, n_permutations=50)

    assert matched(result, annotated, phi)[1].min() >= 0.9


def test_more_topics_than_documents_are_refused():
    with pytest.raises(OptionError, match=r"`k` must be smaller than the number of different documents \(6\).*got 6"):
        topics(bundle(np.random.default_rng(0).poisson(2, (6, 30))), k=6, max_share=1.0, **QUICK)


def test_one_document_is_refused():
    with pytest.raises(CorpusError, match="1 documents with words cannot be divided into topics"):
        topics(bundle([[1, 2, 3]]), k=2)


def test_identical_documents_are_refused():
    with pytest.raises(OptionError, match=r"different documents \(1; 9 more say the same"):
        topics(bundle([[3, 2, 1]] * 10), k=2, max_share=1.0)


def test_a_vocabulary_emptied_by_thresholds_names_them():
    matrix = np.eye(8, 20, dtype=int)
    matrix[:, 19] = 1
    with pytest.raises(CorpusError, match=r"fewer than 3 documents \(lower `min_documents`\), 1 stand in more than 80%"):
        topics(bundle(matrix), k=2)


def test_stop_words_only_are_refused():
    annotated = bundle(np.ones((6, 4), dtype=int))
    with pytest.raises(CorpusError, match="4 are stop words"):
        topics(annotated, k=2, stop_words=annotated.counts.types)


def test_a_side_with_one_text_has_no_interval_and_says_why():
    annotated, _, _ = planted(0)
    annotated = bundle(annotated.counts.matrix.toarray(), sides=["x"] * 239 + ["y"])
    result = topics(annotated, k=6, **QUICK)
    table = result.tables["prevalence"]
    alone = table[table["side"] == "y"]

    assert alone["ci_low"].isna().all()
    assert alone["share"].notna().all()
    assert alone["reason"].eq("side 'y' has one cluster: no interval can be computed").all()
    assert result.tables["contrast"]["ci_low"].isna().all()


def test_too_few_documents_for_any_usual_k_give_no_topics_and_say_so():
    with pytest.warns(FramingWarning, match="5 documents are too few for topics"):
        result = topics(bundle(np.random.default_rng(0).poisson(2, (5, 30))), max_share=1.0)

    assert len(result.data) == 0


def test_paragraphs_need_texts():
    with pytest.raises(NeedsText):
        topics(planted(0)[0], k=6, unit="paragraph", **QUICK)


@pytest.mark.parametrize(
    ("table", "message"),
    [
        ({"k": 1}, "`k` must be a whole number of at least 2, got 1"),
        ({"model": "lsa"}, "`model` must be one of nmf, lda"),
        ({"max_share": 0}, "`max_share` must be greater than 0"),
        ({"covariates": ("sied",)}, "did you mean 'side'"),
        ({"anchors": {"a": "word"}}, "must be a list of words"),
        ({"k": 2, "anchors": {"a": ["x"], "b": ["y"], "c": ["z"]}}, "at least the number of anchors"),
    ],
)
def test_options_are_checked_before_any_text(table, message):
    with pytest.raises(OptionError, match=message):
        Options(**table)


def test_the_measure_is_registered_for_bundles():
    entry = find("topics")

    assert (entry.needs_text, entry.by_voice) == (False, True)


def test_passages_say_who_speaks_and_slice_the_text():
    tide, trade = "harbour tide water boat sailor net", "market tariff price customs export tax"
    rng = np.random.default_rng(0)
    drawn = [" ".join(rng.choice(words.split(), 12)) for words in (tide, trade) for _ in range(8)]
    texts = [f"{words}.\n\n“The {words},” said Orla Venn." for words in drawn]
    corpus = Corpus(
        tuple(Document(f"d{i}", t, side="xy"[i % 2], outlet=f"o{i % 4}", title=f"{i}") for i, t in enumerate(texts)), ("x", "y")
    )
    result = topics(corpus, k=2, **QUICK)
    table = result.tables["passages"]

    assert set(table["topic"]) == {1, 2}
    for row in table.itertuples():
        assert corpus[row.document].text[row.start : row.end] == row.passage
    assert {"voice", "speaker"} <= set(table.columns)
    assert set(table.loc[table["voice"] == "direct", "speaker"]) <= {"Orla Venn"}
    assert table.loc[table["voice"] == "own", "speaker"].isna().all()


def test_a_passage_that_many_documents_carry_is_shown_once():
    rng = np.random.default_rng(0)
    box = "harbour tide water boat sailor net tide water harbour boat net sailor tide"
    texts = [
        " ".join(rng.choice(words.split(), 40)) + "."
        for words in ("harbour tide water", "market tariff price")
        for _ in "12345678"
    ]
    texts = [t + (f"\n\n{box}." if "tide" in t else "") for t in texts]
    documents = tuple(Document(f"d{i}", t, side="xy"[i % 2], outlet=f"o{i % 4}", title=f"{i}") for i, t in enumerate(texts))
    table = topics(Corpus(documents, ("x", "y")), k=2, **QUICK).tables["passages"]

    assert not table.duplicated(["topic", "passage"]).any()


def test_a_stability_just_below_the_threshold_does_not_read_as_if_it_reached_it():
    table = pd.DataFrame({"k": [6, 8], "stability": [0.598, 0.4], "agreement": [0.7, 0.7], "recommended": [False, False]})

    assert "K = 6 has 0.59." in _say(table, "none", 0, Options())


@pytest.mark.parametrize(
    ("resolved", "text", "speaker"),
    [("Orla Venn", "she", "Orla Venn"), (None, "She", None), (None, "they all", None), (None, "the mayor", "the mayor")],
)
def test_the_speaker_of_a_passage_is_a_name_or_a_role_never_a_pronoun(resolved, text, speaker):
    quote = SimpleNamespace(parts=((0, 9),), speaker_resolved=resolved, speaker_text=text)

    assert speaker_between([quote], 0, 20) == speaker


def test_the_figure_of_terms_names_the_topics_that_are_likely_artefacts():
    from framing.present.figures.topic_panels import terms_note, terms_rows

    result = topics(planted(2)[0], k=6, **QUICK)
    about = result.tables["topics"].assign(flags=["", "one outlet", "", "", "", ""])
    flagged = replace(result, tables=result.tables | {"topics": about})

    assert "Likely artefacts: topic 2 (one outlet)." in terms_note(terms_rows(flagged), flagged)
    assert "artefacts" not in terms_note(
        terms_rows(result), replace(result, tables=result.tables | {"topics": about.assign(flags="")})
    )


@pytest.mark.parametrize(
    ("dates", "said", "periods"),
    [
        (
            ["2031-05-01", None],
            r"60 of 120 documents have no date that names a month \(d0001, .* and 55 more\): they are left",
            1,
        ),
        (["2031", None], r"120 of 120 documents have no date that names a month .*: there is no timeline; give them dates", 0),
        (["2031-05-01", "2031-06-01"], None, 2),
    ],
)
def test_documents_without_a_date_are_named_where_time_is_asked_for(dates, said, periods):
    annotated, _, _ = planted(0, k=3, n_documents=120, n_words=100)
    rows = annotated.counts.rows.assign(date=[dates[i % 2] for i in range(120)])
    annotated = replace(annotated, counts=replace(annotated.counts, rows=rows))
    notes = topics(annotated, k=3, time="month", **QUICK)

    assert notes.tables["timeline"]["period"].nunique() == periods
    found = [note for note in notes.provenance.notes if "have no date" in note]
    assert len(found) == (said is not None)
    assert said is None or re.match(said, found[0])
