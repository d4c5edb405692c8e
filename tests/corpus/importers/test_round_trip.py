"""What an import writes is what `read_corpus` reads: nothing is lost, nothing is noted."""

from __future__ import annotations

import json

import pytest

from framing.corpus.importers import import_paths, import_to_jsonl, write_jsonl
from framing.corpus.readers import read_corpus
from framing.errors import CorpusError
from tests.corpus.importers import made


@pytest.mark.parametrize("clean", [False, True])
def test_documents_come_back_as_they_were_written(tmp_path, clean):
    (tmp_path / "star.txt").write_text(made.proquest_txt(3), encoding="utf-8")
    (tmp_path / "note.txt").write_text("Forty ships left the harbour on Monday.\n\nTwitter: @danaorr", encoding="utf-8")
    imported = import_paths([tmp_path], clean=clean)
    write_jsonl(imported, tmp_path / "corpus.jsonl")

    corpus = read_corpus(tmp_path / "corpus.jsonl")

    assert corpus.documents == imported.documents
    assert corpus.notes == ()
    assert any(document.cuts for document in corpus) is clean
    assert {document.source for document in corpus} == {"star.txt", "note.txt"}


def test_a_streamed_import_comes_back_too(tmp_path):
    (tmp_path / "star.txt").write_text(made.proquest_txt(3), encoding="utf-8")
    import_to_jsonl([tmp_path / "star.txt"], tmp_path / "corpus.jsonl")

    corpus = read_corpus(tmp_path / "corpus.jsonl")

    assert corpus.documents == import_paths([tmp_path / "star.txt"]).documents
    assert corpus.notes == ()


def test_cuts_of_the_import_stay_in_the_log_when_the_corpus_is_cleaned_again(tmp_path):
    (tmp_path / "note.txt").write_text("Forty ships left the harbour on Monday.\n\nTwitter: @danaorr", encoding="utf-8")
    write_jsonl(import_paths([tmp_path / "note.txt"], clean=True), tmp_path / "corpus.jsonl")

    corpus = read_corpus(tmp_path / "corpus.jsonl", clean=True)

    assert [cut.rule for cut in corpus.documents[0].cuts] == ["contact"]


def test_a_language_that_is_unknown_does_not_become_english(tmp_path):
    (tmp_path / "c.jsonl").write_text(json.dumps({"id": "a", "text": "x", "lang": None}) + "\n")

    assert read_corpus(tmp_path / "c.jsonl")["a"].lang is None


def test_a_log_of_cuts_that_is_none_is_refused(tmp_path):
    (tmp_path / "c.jsonl").write_text(json.dumps({"id": "a", "text": "x", "lang": "en", "cuts": [{"why": 1}]}) + "\n")

    with pytest.raises(CorpusError, match=r"c\.jsonl: line 1: `cuts` is not the log of an import"):
        read_corpus(tmp_path / "c.jsonl")


def test_a_source_in_a_file_of_another_kind_is_still_noted(tmp_path):
    (tmp_path / "c.jsonl").write_text(json.dumps({"id": "a", "text": "x", "source": "The Post"}) + "\n")

    assert read_corpus(tmp_path / "c.jsonl").notes == ("c.jsonl: keys nobody reads were left out: source",)
