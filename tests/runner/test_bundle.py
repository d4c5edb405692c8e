"""A study without its texts gives the same numbers, and no text can be read off it."""

import json
import re
import zipfile

import pytest

from framing.corpus.bundle import check_leaks
from framing.errors import CorpusError, NeedsText, OutputError
from framing.runner import execute, plan
from framing.runner.bundle import rerun_bundle, write_bundle
from tests.conftest import CRITICS, STATE


@pytest.fixture(scope="module")
def bundled(tmp_path_factory):
    from tests.conftest import write_corpus

    folder = tmp_path_factory.mktemp("bundle")
    results = execute(
        plan(
            write_corpus(folder / "tiny", texts={"d1": STATE.format(n=4) + " Write to clerk@port.example or call 555-0199-22."})
        )
    )
    return results, write_bundle(results, folder / "features.zip"), folder


def test_a_rerun_from_counts_gives_every_promised_result(bundled):
    _, archive, folder = bundled
    run, verdict = rerun_bundle(archive, folder / "out")

    assert verdict.startswith("as promised: ")
    assert (run.folder / "report.html").exists()
    assert any("features bundle" in warning for warning in run.results.warnings)


def test_a_changed_count_is_noticed_by_its_hash(bundled, tmp_path):
    _, archive, _ = bundled
    changed = tmp_path / "changed.zip"
    with zipfile.ZipFile(archive) as source, zipfile.ZipFile(changed, "w") as target:
        for name in source.namelist():
            content = source.read(name)
            target.writestr(name, content.replace(b"Tide Blog", b"Tide Bloc") if name == "documents.csv" else content)

    with pytest.raises(CorpusError, match=r"documents\.csv is not what the bundle promises"):
        rerun_bundle(changed, tmp_path / "out")


def test_a_result_that_differs_from_the_promise_is_named(bundled, tmp_path):
    _, archive, _ = bundled
    changed = tmp_path / "changed.zip"
    with zipfile.ZipFile(archive) as source, zipfile.ZipFile(changed, "w") as target:
        package = json.loads(source.read("datapackage.json"))
        promise = json.loads(source.read("expected.json"))
        promise["keyness:own"] = "0" * 64
        content = json.dumps(promise).encode()
        for resource in package["resources"]:
            if resource["path"] == "expected.json":
                import hashlib

                resource["sha256"] = hashlib.sha256(content).hexdigest()
        for name in source.namelist():
            new = {"expected.json": content, "datapackage.json": json.dumps(package).encode()}.get(name, source.read(name))
            target.writestr(name, new)

    assert rerun_bundle(changed, tmp_path / "out")[1].startswith("1 of ")
    assert "keyness:own" in rerun_bundle(changed, tmp_path / "out")[1]


def test_no_five_words_in_a_row_of_any_text_stand_in_the_bundle(bundled):
    results, archive, _ = bundled
    with zipfile.ZipFile(archive) as source:
        everything = " ".join(
            re.findall(
                r"\w+",
                " ".join(
                    source.read(name).decode("utf-8", "replace") for name in source.namelist() if not name.endswith(".gz")
                ),
            )
        )
    for body in (STATE, CRITICS):
        words = re.findall(r"\w+", body.format(n=4))
        for i in range(len(words) - 4):
            assert " ".join(words[i : i + 5]) not in everything
    assert results.annotated.has_text


def test_addresses_and_telephone_numbers_are_hidden_but_counted(bundled):
    import gzip

    results, archive, _ = bundled
    with zipfile.ZipFile(archive) as source:
        table = gzip.decompress(source.read("counts.csv.gz")).decode()

    assert "clerk@port.example" not in table
    assert "<rare 1>" in table
    total = sum(int(line.rsplit(",", 1)[1]) for line in table.splitlines()[1:])
    assert total == results.annotated.counts.matrix.sum()


def test_a_bundle_is_the_same_bytes_twice(bundled, tmp_path):
    results, archive, _ = bundled

    assert write_bundle(results, tmp_path / "again.zip").read_bytes() == archive.read_bytes()


def test_a_bundle_cannot_be_made_from_a_bundle(bundled, tmp_path):
    _, archive, _ = bundled
    run, _ = rerun_bundle(archive, tmp_path / "out")

    with pytest.raises(NeedsText, match="made where the texts are"):
        write_bundle(run.results, tmp_path / "second.zip")


@pytest.mark.parametrize(
    ("table", "message"),
    [
        (b"document,text\na,b\n", "has the column 'text'"),
        (b"document,start\na,3\n", "has the column 'start'"),
        (b"document,remark\na," + b"word " * 60 + b"\n", "holds 60 words in one cell"),
    ],
)
def test_a_table_that_could_hold_text_is_refused(table, message):
    with pytest.raises(OutputError, match=message):
        check_leaks({"t.csv": table})


def test_something_else_than_a_bundle_is_refused_by_name(tmp_path):
    (tmp_path / "x.zip").write_bytes(b"no archive")

    with pytest.raises(CorpusError, match=r"neither a folder nor a \.zip"):
        rerun_bundle(tmp_path / "x.zip", tmp_path / "out")
