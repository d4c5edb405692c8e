"""Corpus health: what is counted, what is warned about, and that nothing is warned about without cause."""

from dataclasses import replace

import numpy as np
import pandas as pd
import pytest

from framing.corpus.documents import Corpus, Cut, Document
from framing.corpus.health import Health, health, term_pattern, word_count
from framing.results import Provenance, Result

WORDS = ("harbour", "ministry", "ferry", "strike", "signal", "captain", "cargo", "winter", "island", "tariff", "bridge")


def prose(seed, n_words):
    """Made-up English-looking text that no other seed gives."""
    random = np.random.default_rng(seed)
    return " ".join(f"the {random.choice(WORDS)}{random.integers(1e6)}" for _ in range(n_words // 2))


def good(n_outlets=5, n_each=8, n_words=100):
    """Two sides with nothing wrong: five outlets, forty documents, the same months, lengths and sections."""
    documents = []
    for side in ("state", "critical"):
        for o in range(n_outlets):
            for k in range(n_each):
                number = len(documents)
                documents.append(
                    Document(
                        f"d{number}", "rumor " + prose(number, n_words), side=side, outlet=f"{side} {o}", section="news",
                        date=f"2020-0{1 + k % 4}-1{o}", title=f"Title {number}", lang=None,
                    )
                )  # fmt: skip
    return Corpus(tuple(documents), ("state", "critical"))


def codes(report, level=None):
    warnings = report.warnings
    return set(warnings["code"] if level is None else warnings.loc[warnings["level"] == level, "code"])


def edited(corpus, edit):
    return corpus.with_documents(tuple(edit(i, d) for i, d in enumerate(corpus)))


def test_a_sound_corpus_has_no_warning():
    report = health(good(), terms=["rumor"])

    assert codes(report, "error") | codes(report, "warning") == set()
    assert report.level == "note"
    assert codes(report) <= {"nested", "language-unchecked"}


def test_the_rows_count_what_is_there():
    corpus = edited(good(), lambda i, d: replace(d, text="", date=None) if i == 0 else d)

    row = health(corpus, terms=["rumor"]).data.set_index("side").loc["state"]

    assert row[["n_documents", "n_outlets", "n_clusters", "n_undated", "n_empty", "n_copies"]].tolist() == [40, 5, 5, 1, 1, 0]
    assert (row["n_words"], row["median_words"], row["min_words"], row["max_words"]) == (39 * 101, 101, 0, 101)
    assert (row["first_date"], row["last_date"]) == ("2020-01-10", "2020-04-14")
    assert row["share_with_terms"] == pytest.approx(39 / 40)


def on(side, **changes):
    """An edit of every document of a side."""
    return lambda i, d: replace(d, **{k: v(i, d) if callable(v) else v for k, v in changes.items()}) if d.side == side else d


def at(*places, **changes):
    """An edit of the documents at these places."""
    return lambda i, d: replace(d, **{k: v(i, d) if callable(v) else v for k, v in changes.items()}) if i in places else d


BREAKS = {
    "few-clusters": (
        "warning",
        "< 5 outlets a side: 'state' has 4 clusters",
        on("state", outlet=lambda i, d: f"state {i % 4}"),
    ),
    "one-cluster": ("error", "< 2 clusters: 'state' has 1", on("state", outlet="One")),
    "confounded": ("warning", "Side and outlet are confounded: 'state' consists of one outlet", on("state", outlet="One")),
    "length": ("warning", "Sides differ in length (ratio > 2)", on("state", text=lambda i, d: d.text + prose(900 + i, 110))),
    "length-outliers": ("warning", "1 of 80 documents are far longer or shorter", at(3, text=prose(999, 9000))),
    "dominant-document": ("warning", "One document dominates: 'd3' holds", at(3, text=prose(999, 9000))),
    "dominant-outlet": (
        "note",
        "One outlet dominates: 'Big'",
        on("state", outlet=lambda i, d: "Big" if i % 8 < 5 else d.outlet),
    ),
    "period": (
        "warning",
        "Sides differ in period: 'state' runs from 2020-01-10",
        on("critical", date=lambda i, d: "2021" + d.date[4:]),
    ),
    "undated": ("note", "3 of 80 documents have no date", at(0, 1, 2, date=None)),
    "genre": ("warning", "Sides differ in genre (section)", on("state", section="opinion")),
    "language": (
        "warning",
        "Sides differ in language",
        lambda i, d: replace(d, lang="zh" if d.side == "state" else "fr", text=""),
    ),
    "empty": ("warning", "1 of 80 documents have no text (d7)", at(7, text="")),
    "no-text": ("error", "No document of 'state' has text", on("state", text="")),
    "duplicates": (
        "warning",
        "Duplicates or wire copies: 2 of 80 documents in 1 clusters, 1 beyond",
        at(1, 2, text=prose(5000, 80)),
    ),
    "shared-copies": ("warning", "1 clusters of copies reach across sides", at(1, 79, text=prose(5000, 80))),
    "relevance": (
        "warning",
        "coverage differs by > 10 points",
        at(*range(9), text=lambda i, d: d.text.replace("rumor", "talk")),
    ),
    "live-blog": (
        "warning",
        "1 of 80 documents are rolling live blogs (d2)",
        at(2, cuts=(Cut("live-blog", 0, 0, "", "rolling", kept=True),)),
    ),
    "doubtful-lines": ("note", "2 doubtful lines in 1 documents", at(2, cuts=(Cut("caption", 0, 1, "x", "?", kept=True),) * 2)),
}


@pytest.mark.parametrize("code", BREAKS)
def test_each_problem_is_warned_about_with_what_to_do(code):
    level, message, edit = BREAKS[code]

    warnings = health(edited(good(), edit), terms=["rumor"]).warnings

    found = warnings[warnings["code"] == code]
    assert found["level"].tolist() == [level]
    assert message in found["message"].item()
    assert found["repair"].item()


def test_few_documents_are_warned_about_in_the_words_of_the_checklist():
    report = health(good(n_outlets=5, n_each=5))

    assert "< 30 documents: 'state' 25, 'critical' 25" in report.warnings.set_index("code").loc["few-documents", "message"]


@pytest.mark.parametrize("terms", [["sailor"], ["rumo"], ["rumor x"]])
def test_a_corpus_without_the_terms_has_coverage_below_a_tenth(terms):
    warnings = health(good(), terms=terms).warnings.set_index("code")

    assert "coverage < 10 %" in warnings.loc["relevance", "message"]


def test_foreign_texts_are_found_where_the_detector_is_installed():
    pytest.importorskip("py3langid")
    german = "Der Hafen blieb am Montag geschlossen, weil die Fähren wegen des Sturms nicht auslaufen konnten. " * 3
    english = "The harbour stayed shut on Monday, since the ferries could not leave because of the storm that night. " * 3
    documents = [Document("a", german, side="x", outlet="o"), Document("b", english, side="y", outlet="p")]

    report = health(Corpus(tuple(documents), ("x", "y")))

    assert report.data["n_foreign"].tolist() == [1, 0]
    assert (
        "1 of 2 documents are in another language than said: a (de)"
        in report.warnings.set_index("code").loc["foreign", "message"]
    )


def test_the_gravest_warnings_come_first():
    levels = health(edited(good(n_outlets=1), lambda i, d: replace(d, text="") if i else d)).warnings["level"].tolist()

    assert levels == sorted(levels, key=["error", "warning", "note"].index)
    assert levels[0] == "error"


@pytest.mark.parametrize("documents", [(), (Document("a", "x"),), (Document("a", ""), Document("b", "", side="s"))])
def test_a_corpus_that_is_hardly_one_is_looked_at_all_the_same(documents):
    report = health(Corpus(documents, ("s",) if len(documents) == 2 else ()))

    assert "one-side" in codes(report, "error")


def test_a_side_without_documents_is_an_error():
    assert "empty-side" in codes(health(replace(good(), sides=("state", "critical", "third"))), "error")


def test_the_flow_leads_from_files_to_analysed_documents():
    files = pd.DataFrame({
        "file": ["a", "b"], "refused": [None, "password"], "found": [90, 0], "duplicates": [10, 0], "imported": [80, 0],
    })  # fmt: skip
    corpus = edited(good(), lambda i, d: replace(d, text="") if i == 0 else d)

    flow = health(corpus, parse_report=Result(files, Provenance("import"))).tables["flow"]

    steps = {(row.step, row.side): row.n_documents for row in flow.itertuples()}
    assert steps["files", ""] == 2
    assert steps["files refused", ""] == 1
    assert steps["documents found", ""] == 90
    assert (steps["on a side", "state"], steps["without text", "state"], steps["analysed", "state"]) == (40, 1, 39)


def test_balance_shares_of_a_side_sum_to_one_in_every_dimension():
    balance = health(good()).tables["balance"]

    sums = balance.groupby(["dimension", "side"])["share"].sum()
    assert set(balance["dimension"]) == {"outlet", "event", "lang", "section", "period", "length"}
    assert np.allclose(sums, 1)


def test_a_bundle_without_texts_is_looked_at_by_its_word_counts():
    corpus = edited(good(), lambda i, d: replace(d, text=""))

    report = health(corpus, n_words={d.id: 100 for d in corpus}, terms=["rumor"])

    assert report.data["n_words"].tolist() == [4000, 4000]
    assert report.data["n_empty"].tolist() == [0, 0]
    assert report.data["share_with_terms"].isna().all()


def test_the_corpus_asks_for_its_own_health():
    assert isinstance(good().health(), Health)


def test_health_is_the_same_twice_and_leaves_the_corpus_alone():
    corpus = good()
    before = corpus.fingerprint

    first, second = health(corpus, terms=["rumor"]), health(corpus, terms=["rumor"])

    pd.testing.assert_frame_equal(first.data, second.data)
    pd.testing.assert_frame_equal(first.warnings, second.warnings)
    assert corpus.fingerprint == before


@pytest.mark.parametrize(("text", "n"), [("", 0), ("one two", 2), ("两个 words 和", 4), ("naïve café", 2)])
def test_words_are_counted_between_spaces_and_signs_one_by_one(text, n):
    assert word_count(text) == n


@pytest.mark.parametrize(
    ("term", "text", "found"),
    [
        ("rumor", "Rumors", False),
        ("rumor*", "RUMORS", True),
        ("rule of law", "the rule\nof law", True),
        ("c++", "c++", True),
        ("a.b", "axb", False),
        ("", "anything", False),
    ],
)
def test_terms_are_whole_words_with_wildcards(term, text, found):
    assert bool(term_pattern([term]).search(text)) == found
