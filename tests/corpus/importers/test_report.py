"""The parse report adds up, and what is in no body stands in it with a reason."""

from __future__ import annotations

import dataclasses

import pytest

from framing.corpus.importers import ParseReport, import_paths, importers
from framing.corpus.importers.finish import body, letters
from framing.errors import FramingWarning
from framing.results import Result
from tests.corpus.importers import made


def test_the_report_is_a_frozen_result_with_one_row_a_file(tmp_path):
    (tmp_path / "a.txt").write_text(made.proquest_txt(3), encoding="utf-8")
    (tmp_path / "b.txt").write_text(made.proquest_txt(2), encoding="utf-8")
    (tmp_path / "c.pdf").write_bytes(b"%PDF-1.4")

    with pytest.warns(FramingWarning, match="1 of 3 files or members were refused"):
        result = import_paths([tmp_path])

    report = result.report
    assert isinstance(report, ParseReport)
    assert isinstance(report, Result)
    assert list(report.data["file"]) == ["a.txt", "b.txt", "c.pdf"]
    assert list(report.data["found"]) == [3, 2, 0]
    assert int(report.data["imported"].sum()) == len(result.documents) == 3
    assert int(report.data["duplicates"].sum()) == 2
    assert (report.data["found"] == report.data["imported"] + report.data["duplicates"]).all()
    assert report.summary() == (
        "3 files: 3 documents imported, 2 found twice.",
        "1 files or members refused (see the parse report).",
    )
    assert result.corpus().notes == report.summary()
    with pytest.raises(dataclasses.FrozenInstanceError):
        result.documents = ()  # type: ignore[misc]


def test_two_imports_of_the_same_files_are_equal(tmp_path):
    (tmp_path / "a.txt").write_text(made.proquest_txt(3), encoding="utf-8")
    (tmp_path / "b.html").write_text(made.europresse_new(), encoding="utf-8")

    first, second = import_paths([tmp_path]), import_paths([tmp_path])

    assert first.documents == second.documents
    assert first.report.data.equals(second.report.data)
    assert first.report.documents.equals(second.report.documents)


def test_missing_fields_and_failed_dates_are_counted(tmp_path):
    text = (
        made.proquest_txt(2)
        .replace("Publication date: Mar 9, 2022", "Publication date: 03/04/2022", 1)
        .replace("Section: News\n", "")
    )
    text = text.replace("Publication title: The Harbour Post; Lindmoor\n", "", 1).replace(
        "Publication info: The Harbour Post ; Lindmoor. Mar 9, 2022.\n", "", 1
    )
    path = tmp_path / "a.txt"
    path.write_text(text, encoding="utf-8")

    with pytest.warns(FramingWarning, match="1 dates could not be read for certain"):
        report = import_paths([path]).report

    assert report.data["dates_failed"][0] == 1
    assert report.data["missing"][0] == "outlet 1"
    assert "03/04/2022" in report.problems["detail"].iloc[0]
    assert report.documents["date_printed"][0] == "03/04/2022"


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("nexis.txt", "\n".join(made.nexis(3))),
        ("lexis.txt", made.lexisnexis_txt(3)),
        ("lexis.html", made.lexisnexis_html_fr()),
        ("proquest.txt", made.proquest_txt(3)),
    ],
)
def test_every_line_of_the_body_part_is_in_a_body_or_in_the_report(tmp_path, name, content):
    path = tmp_path / name
    path.write_text(content, encoding="utf-8")

    result = import_paths([path])

    kept = letters(" ".join(document.text for document in result.documents))
    for sentence in (
        (*made.BODY, *made.OTHER) if name.startswith(("nexis", "proquest")) else ("of the spring", "Les habitants attendent")
    ):
        if letters(sentence) in letters(content):
            assert letters(sentence) in kept
    assert int(result.report.data["n_dropped_characters"].sum()) == int(result.report.dropped["n_characters"].sum())


def test_cleaning_is_done_when_asked_for_and_logged(tmp_path):
    path = tmp_path / "a.txt"
    path.write_text(made.proquest_txt(1), encoding="utf-8")

    raw = import_paths([path]).documents[0]
    cleaned = import_paths([path], clean=True).documents[0]

    assert cleaned.id == raw.id
    assert raw.cuts == ()
    assert "CREDIT: Bo Marsh" in raw.text
    assert "CREDIT: Bo Marsh" not in cleaned.text
    assert made.BODY[2] in cleaned.text
    assert all(raw.text[cut.start : cut.end] == cut.text for cut in cleaned.cuts)


def test_every_importer_is_registered_once_with_what_it_reads():
    known = importers()

    assert {
        "nexis",
        "lexisnexis",
        "factiva",
        "factiva_text",
        "factiva_xml",
        "proquest",
        "proquest_xml",
        "europresse",
        "ris",
    } <= set(known)
    assert {"iramuteq", "web_page", "warc", "table", "plain"} <= set(known)
    assert all(entry.reads and entry.name == name for name, entry in known.items())


def test_a_body_has_one_blank_line_between_paragraphs():
    from framing.corpus.importers.base import Draft

    text = body(Draft(paragraphs=["One\u00a0 two ", "", "  ", "Three\n\n\nfour\n  five", "> quoted\n> lines"]))

    assert text == "One two\n\nThree\n\nfour\nfive\n\n> quoted\n> lines"
