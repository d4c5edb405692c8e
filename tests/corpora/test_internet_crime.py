"""The second study: five real articles without their text. Nothing of the originals is here, and everything promised is."""

import csv
import gzip
import io
import json
import re
import subprocess
from dataclasses import replace
from pathlib import Path

import pytest

from framing.annotate.features import read_features
from framing.corpus.bundle import check_leaks, read_files
from framing.corpus.readers import read_corpus
from framing.runner import execute, plan
from framing.runner.bundle import promised
from framing.study import read_study
from tests.shared import shared

ROOT = Path(__file__).resolve().parents[2]
FOLDER = ROOT / "corpus" / "internet-crime"
# Which saved page is which document.
PAGES = {"000": "cd-2014", "001": "cd-2019", "002": "cd-2012", "003": "cd-2015", "004": "cdt"}


def published() -> dict[str, dict[str, str]]:
    """The table of documents as it is published, by id."""
    text = (FOLDER / "documents.csv").read_text(encoding="utf-8")
    return {row["id"]: row for row in csv.DictReader(io.StringIO(text))}


@pytest.fixture(scope="module")
def pages(tmp_path_factory):
    """A copy of the study with the five pages put where its README says."""
    folder = tmp_path_factory.mktemp("internet-crime")
    (folder / "texts").mkdir()
    for page in sorted(shared("data/seeds").glob("*.txt")):
        (folder / "texts" / f"{PAGES[page.name[:3]]}.txt").write_bytes(page.read_bytes())
    (folder / "documents.csv").write_bytes((FOLDER / "documents.csv").read_bytes())
    (folder / "study.toml").write_bytes((FOLDER / "study.toml").read_bytes())
    return folder


def test_the_bundle_is_whole_and_could_hold_no_text():
    files, package = read_files(FOLDER / "features")

    check_leaks(files)
    assert package["licence"].startswith("CC0-1.0")


def test_counts_add_up_to_the_words_of_each_document():
    annotated = read_features(FOLDER / "features", sides=read_study(FOLDER).sides, cluster="outlet", name="ic")
    files, _ = read_files(FOLDER / "features")
    rows = csv.DictReader(io.StringIO(files["documents.csv"].decode()))
    n_tokens = {row["id"]: int(row["n_tokens"]) for row in rows}

    found = dict(zip((d.id for d in annotated.corpus), annotated.counts.select("all").n_tokens, strict=True))
    assert found == n_tokens
    assert all(300 < n < 600 for n in n_tokens.values())


def test_the_china_digital_times_page_has_no_date_because_it_states_none():
    rows = published()

    assert rows["cdt"]["date"] == ""
    assert rows["cd-2019"]["date"] == "2019-11-15"


@pytest.mark.slow
def test_the_study_runs_from_counts_as_promised_and_refuses_every_interval():
    study = read_study(FOLDER)
    results = execute(plan(replace(study, corpus=replace(study.corpus, path=FOLDER / "no texts here"))))
    files, _ = read_files(FOLDER / "features")
    expected = json.loads(files["expected.json"])
    found = promised(results)
    assert {key for key in expected if found.get(key) != expected[key]} == set()
    for contrast in results.contrasts.values():
        assert contrast.data[["ci_low", "ci_high", "p"]].isna().all().all()
        assert contrast.data["reason"].str.len().gt(0).all()


@pytest.mark.shared
def test_the_five_pages_clean_to_the_published_hashes(pages):
    corpus = read_corpus(pages / "documents.csv", sides=read_study(pages).sides, clean=True)
    rows = published()

    for document in corpus:
        assert document.sha256 == rows[document.id]["sha256"], document.id
    assert not [note for note in corpus.notes if "sha256" in note]


@pytest.mark.shared
@pytest.mark.slow
def test_with_the_pages_at_hand_the_texts_give_what_the_bundle_promises(pages):
    results = execute(plan(pages))
    files, _ = read_files(FOLDER / "features")
    expected = json.loads(files["expected.json"])
    found = promised(results)

    assert results.annotated.has_text
    assert {key for key in expected if found.get(key) != expected[key]} == set()


def runs(text, length=10):
    words = [word.lower() for word in re.findall(r"[A-Za-z\u4e00-\u9fff']+", text)]
    return {" ".join(words[i : i + length]) for i in range(len(words) - length + 1)}


@pytest.mark.shared
def test_no_ten_words_in_a_row_of_the_originals_stand_in_the_repository():
    originals = set().union(*(runs(page.read_text(encoding="utf-8")) for page in shared("data/seeds").glob("*.txt")))
    listing = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    for name in filter(None, listing.split("\0")):
        path = ROOT / name
        if not path.is_file() or path.suffix in {".pdf", ".png"}:
            continue
        content = gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes()
        assert not runs(content.decode("utf-8", "replace")) & originals, name
