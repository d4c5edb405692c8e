"""The report: what it says, that it leads to its evidence, and that it copes with what is missing."""

from __future__ import annotations

import re
import time
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace

import numpy as np
import pandas as pd
import pytest

from framing.errors import OutputError
from framing.present import methods, references, typeset
from framing.present.evidence import Evidence, pattern
from framing.present.reader import read
from framing.present.report import build, said_once, write_report
from framing.present.workshop import Workshop
from framing.results import Quotations, StudyResults
from tests.present import factories
from tests.present.test_hostile import elements


def page(folder: Path) -> str:
    return (folder / "report.html").read_text(encoding="utf-8")


def written(results: StudyResults, folder: Path) -> str:
    return write_report(results, folder, manifest=factories.manifest(results)).read_text(encoding="utf-8")


def only(results: StudyResults, *keys: str) -> StudyResults:
    """The study with some of its results."""
    chosen = {k: v for k, v in results.results.items() if k in keys}
    return replace(results, results=chosen, contrasts={k: v for k, v in results.contrasts.items() if k in keys})


def test_all_promised_files_are_there(report: Path):
    for name in (
        "report.html",
        "report.pdf",
        "methods.md",
        "references.bib",
        "tables/keyness-own.csv",
        "tables/keyness-own.tex",
    ):
        assert (report / name).stat().st_size > 100
    for ending in ("pdf", "svg", "csv", "txt"):
        assert list((report / "figures").glob(f"*keyness_lollipop.{ending}"))


def test_two_reports_of_one_run_are_the_same_bytes(tmp_path: Path):
    results = only(factories.study_results(), "lexicon:own", "keyness:own", "quotes:all")

    for name in ("a", "b"):
        write_report(results, tmp_path / name, manifest=factories.manifest(results))

    files = [
        sorted((p.relative_to(tmp_path / n), p.read_bytes()) for p in (tmp_path / n).rglob("*") if p.is_file())
        for n in ("a", "b")
    ]
    assert files[0] == files[1]


def test_every_link_leads_to_something_in_the_page(report: Path):
    found = elements(page(report))
    ids = [a["id"] for _, a in found if "id" in a]
    wanted = {a["href"][1:] for _, a in found if "href" in a}  # type: ignore[index]

    assert wanted <= set(ids)
    assert len(ids) == len(set(ids))


def test_keywords_lead_to_their_lines_with_voice_and_speaker(report: Path):
    text = page(report)
    table = text[text.index('id="measure-keyness"') :]

    anchor = re.search(r'<a href="#(kwic-\d+)">control</a>', table)
    assert anchor
    lines = text[text.index(f'id="{anchor[1]}"') :].split("</table>")[0]
    assert "blocks taken over" in lines
    assert "Control" in lines


def test_the_summary_comes_first_and_says_what_to_doubt(report: Path):
    text = page(report)

    assert text.index('id="summary"') < text.index('id="health"')
    for heading in ("What differs", "How sure", "What to doubt"):
        assert heading in text
    assert "No measure has been checked against human codings" in text


def test_an_article_shows_voices_and_names_speakers():
    corpus = factories.corpus()
    html = read(factories.annotated(corpus), corpus.documents[0].id).markup

    assert f'<span class="who">Mara Lind · official</span><span class="v-direct">{factories.QUOTE}</span>' in html
    assert '<span class="v-block">&gt; The wire wrote' in html


def test_article_text_is_complete():
    corpus = factories.corpus()
    html = read(factories.annotated(corpus), corpus.documents[0].id).markup.partition("</p>")[2]
    bare = re.sub(r'<span class="who">.*?</span>', "", html)

    shown = (
        re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", bare)).replace("&#34;", '"').replace("&gt;", ">").replace(" ,", ",").strip()
    )
    assert shown.replace(" ", "") == re.sub(r"\s+", "", corpus.documents[0].text)


def test_one_outlet_on_a_side_is_described_and_not_tested(tmp_path: Path):
    reason = "side 'critical' has one outlet: no interval can be computed"
    text = written(only(factories.study_results(reason=reason), "lexicon:own"), tmp_path)

    assert "No inference is possible here; this describes these texts only" in text
    assert "side &#39;critical&#39; has one outlet" in text
    assert "adjusted p" not in text[text.index('id="summary"') : text.index('id="health"')]


def test_a_bundle_without_texts_says_so_where_evidence_would_be(tmp_path: Path):
    text = written(only(factories.study_results(has_text=False), "keyness:own"), tmp_path)

    assert "no line can be shown" in text
    assert "no article can be shown" in text
    assert "kwic-1" not in text


def test_a_run_with_next_to_nothing_gives_a_report(tmp_path: Path):
    full = factories.study_results()
    bare = StudyResults(full.study, full.annotated, None, {}, {}, ())

    text = written(bare, tmp_path)

    assert "The study asked for no measure that compares the sides." in text


@pytest.mark.parametrize("key", ["lexicon:own", "keyness:own", "quotes:all", "voices:all", "topics:all", "readability:all"])
def test_any_result_may_stand_alone(key: str):
    part = only(factories.study_results(), key)

    content, _ = build(part, Workshop(part), factories.manifest(part))

    assert [s.anchor for s in content.sections][:2] == ["summary", "health"]


def test_three_sides_are_reported_pair_by_pair(tmp_path: Path):
    corpus = factories.corpus(("official", "critical", "foreign"))

    written(only(factories.study_results(corpus_=corpus), "lexicon:own"), tmp_path)

    assert len(list((tmp_path / "figures").glob("contrast-lexicon-own-forest*.pdf"))) == 3


def test_the_pdf_report_embeds_its_fonts_and_has_page_numbers(report: Path):
    pytest.importorskip("typst")

    data = (report / "report.pdf").read_bytes()

    assert data.startswith(b"%PDF")
    assert b"CreationDate" not in data


def test_without_typst_the_report_says_why_there_is_no_pdf(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(typeset.importlib.util, "find_spec", lambda name: None)

    text = written(only(factories.study_results()), tmp_path)

    assert not (tmp_path / "report.pdf").exists()
    assert "report.pdf was not made" in text


def test_methods_name_only_what_was_done():
    full = factories.study_results()
    everything, keys = methods.markdown(full, factories.manifest(full))
    none = replace(full, results={}, contrasts={})
    nothing, few = methods.markdown(none, factories.manifest(none))

    assert "log-odds ratio with an informative Dirichlet prior (Monroe, Colaresi & Quinn 2008)" in everything
    assert "monroe2008" in keys
    assert "Keywords" not in nothing
    assert set(few) == {"entman1993", "grimmer2013"}


def test_methods_give_numbers_and_versions():
    full = factories.study_results()

    text, _ = methods.markdown(full, factories.manifest(full))

    assert "8 documents from 4 outlets for “official”" in text
    assert "scikit-learn 1.9.1" in text
    assert "Random seed 7" in text


def test_methods_say_how_many_quotations_are_likely_to_be_right():
    full = factories.study_results()
    key = next(key for key, result in full.results.items() if isinstance(result, Quotations))
    shares = pd.DataFrame(
        {"side": ["official", "critical", "official"], "kind": ["all", "all", "direct"], "share_right": [0.951, 0.9, 1]}
    )
    weighed = replace(full.results[key], tables={"certainty": shares})
    text, _ = methods.markdown(replace(full, results=full.results | {key: weighed}), factories.manifest(full))
    bare, _ = methods.markdown(full, factories.manifest(full))

    assert "95 % (“official”) and 90 % (“critical”) of them are likely to be right, their speakers included." in text
    assert "likely to be right" not in bare


def test_the_bibliography_holds_exactly_the_works_that_are_cited(report: Path):
    entries = set(re.findall(r"^@\w+\{(\w+),", (report / "references.bib").read_text(encoding="utf-8"), re.MULTILINE))
    text = (report / "methods.md").read_text(encoding="utf-8")

    assert entries
    assert all(references.cite(key) in text for key in entries)
    assert {
        key for key in references.WORKS if f"({references.cite(key)}" in text or f"; {references.cite(key)}" in text
    } == entries


def test_every_work_has_an_author_a_title_and_a_year():
    assert all({"author", "title", "year"} <= set(fields) for _, _, fields in references.WORKS.values())


def test_a_term_is_found_as_a_whole_word_with_its_wildcard():
    assert not pattern("art").search("start")
    assert pattern("contr*").search("it was Controlled")
    assert pattern("rule of law").search("the rule\nof  law")


def test_evidence_is_sampled_with_the_seed_and_says_how_much_there_is():
    evidence = Evidence(factories.annotated(factories.corpus(per_outlet=5)), seed=3)

    first, second = (evidence.lines("rumour", "k", per_side=2) for _ in range(2))

    assert first == second
    assert len(first.lines) == 4
    assert first.said == "4 of 80 lines, drawn at random with the study's seed"


def test_an_unwritable_folder_is_refused(tmp_path: Path):
    (tmp_path / "file").write_text("x")

    with pytest.raises(OutputError, match="cannot be written"):
        written(factories.study_results(), tmp_path / "file")


@pytest.mark.slow
def test_a_report_of_300_documents_is_small_and_quick(tmp_path: Path):
    corpus = factories.corpus(per_outlet=38)
    long = tuple(replace(d, text="\n\n".join([d.text] * 25)) for d in corpus)
    results = factories.study_results(corpus_=corpus.with_documents(long))
    start = time.process_time()

    text = written(results, tmp_path)

    assert len(corpus) > 300
    assert time.process_time() - start < 20
    assert (tmp_path / "report.html").stat().st_size < 5_000_000
    assert "drawn at random with the study&#39;s seed, so that this page stays small" in text


def test_missing_values_and_odd_columns_do_not_stop_a_table(tmp_path: Path):
    full = factories.study_results()
    odd = pd.DataFrame({"x": [np.nan, 1.0], "y": [None, "a"], "z": [(1, 2), {"k": 1}], "empty": [None, None]})
    keyed = replace(full.results["keyness:own"], tables={"odd": odd})

    text = written(replace(full, results={"keyness:own": keyed}, contrasts={}), tmp_path)

    assert "Odd (2 rows)" in text
    assert isinstance(full.study, SimpleNamespace)


def test_figures_keep_their_white_paper_in_the_dark(report: Path):
    css = page(report).split("</style>")[0]

    assert "@media screen and (prefers-color-scheme:dark){figure .scroll{background:#fff" in css


def test_timelines_and_matched_events_are_drawn_once_a_score(tmp_path: Path):
    results = factories.study_results()
    told = factories.matched_events()
    results.results["matched:all"] = told
    results.results["timeline:all"] = factories.timeline()

    folder = write_report(results, tmp_path, manifest=factories.manifest(results)).parent

    drawn = {path.name for path in (folder / "figures").glob("*.svg")}
    assert {"matched-all-matched.svg", "matched-all-matched-2.svg", "timeline-all-timeline.svg"} <= drawn


def test_the_page_shows_passages_of_topics_and_what_a_contrast_hangs_on(tmp_path: Path):
    results = factories.study_results()
    first = results.annotated.corpus.documents[0]
    told = results.results["topics:all"]
    passage = {
        "topic": [1, 1, 2], "rank": [1, 2, 1], "document": first.id, "side": first.side, "outlet": first.outlet,
        "voice": ["own", "direct", "indirect"], "speaker": [None, "Mara Lind", "Ove Brandt"], "share": [0.9, 0.5, 0.7],
        "start": 0, "end": 9, "passage": ["Quay one.", "Quay two.", "Quay three. " * 40],
    }  # fmt: skip
    told.tables["passages"] = pd.DataFrame(passage)
    hangs = results.contrasts["lexicon:own"]
    column = {"name": "control", "voice": "own", "side_a": "official", "side_b": "critical"}
    hangs.tables["leave_one_term_out"] = pd.DataFrame(
        {**column, "left_out": ["small", "large"], "estimate": [1.0, 0.2], "change": [0.01, -0.8], "sign_changes": False}
    )
    hangs.tables["dominance"] = pd.DataFrame(
        {"name": "control", "voice": "own", "side": "official", "document": [first.id], "n": 9, "share": 0.5, "flagged": True}
    )

    page = write_report(results, tmp_path, manifest=factories.manifest(results)).read_text(encoding="utf-8")

    shown = page[page.index("Topics: representative passages</caption>") :].split("</table>")[0]
    rows = re.findall(r"<tr>(.*?)</tr>", shown, re.S)[1:]
    assert [len(rows), "Quay one." in rows[0], "reported speech" in rows[1], "Ove Brandt" in rows[1]] == [2, True, True, True]
    assert "…" in rows[1]
    assert 'href="#doc-0"' in rows[0]
    robust = page[page.index('id="robustness"') : page.index('id="validation"')]
    assert robust.index(">large<") < robust.index(">small<")
    assert "without one entry of the list at a time" in robust
    assert "the document with most hits" in robust
    assert (tmp_path / "tables" / "topics-all-passages.csv").exists()


def test_notes_of_the_annotation_stand_with_the_warnings_and_not_beside_every_result():
    results = factories.study_results()
    note = "no parser model: indirect speech was not looked for"
    noted = {
        key: replace(result, provenance=replace(result.provenance, notes=("Few documents.", note)))
        for key, result in results.results.items()
    }
    results = replace(results, results=noted, warnings=(*results.warnings, note))
    results.annotated.notes = (note,)
    bare = said_once(results)

    assert {result.provenance.notes for result in bare.results.values()} == {("Few documents.",)}
    content, _ = build(bare, Workshop(bare), factories.manifest(bare))
    assert {section.anchor for section in content.sections if note in str(section.blocks)} == {"summary", "methods", "warnings"}


def test_the_table_of_speakers_follows_the_order_of_the_sides():
    shop = Workshop(factories.study_results())
    (table,) = shop.speakers(factories.quotations())
    (other,) = replaced(shop, sides=shop.sides[::-1]).speakers(factories.quotations())

    assert list(dict.fromkeys(table.frame["side"])) == ["official", "critical"]
    assert list(dict.fromkeys(other.frame["side"])) == ["critical", "official"]
    for side in ("official", "critical"):
        words = table.frame.loc[table.frame["side"] == side, "words"].astype(int).tolist()
        assert words == sorted(words, reverse=True)


def test_the_probability_of_a_kind_promises_no_certainty_and_says_where_a_list_decided():
    quotes = factories.quotations()
    chances = [0.998, 0.42, float("nan")]
    data = quotes.data.dropna(subset=["speaker_resolved"]).head(3)
    data = data.assign(speaker_resolved=["Ann Orr", "Hugo Lind", "Mara Voss"], type_confidence=chances, n_words=[30, 20, 10])
    (table,) = Workshop(factories.study_results()).speakers(replace(quotes, data=data))

    shown = table.frame.set_index("speaker")["probability"].to_dict()
    assert shown == {"Ann Orr": "> 99 %", "Hugo Lind": "42 %", "Mara Voss": "listed"}


def replaced(shop, *, sides):
    """The same workshop for a study with another order of sides."""
    shop.sides = sides
    return shop
