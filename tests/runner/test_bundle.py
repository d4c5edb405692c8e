"""A study without its texts gives the same numbers, and no text can be read off it."""

import json
import re
import zipfile
from dataclasses import replace

import pytest

from framing.annotate.features import read_features
from framing.corpus.bundle import check_leaks
from framing.errors import CorpusError, FramingWarning, NeedsText, OutputError
from framing.runner import execute, plan
from framing.runner.beside import unpack
from framing.runner.bundle import rerun_bundle, write_bundle
from tests.conftest import CRITICS, STATE, STUDY, write_corpus


@pytest.fixture(scope="module")
def bundled(tmp_path_factory):
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


@pytest.mark.filterwarnings("ignore::framing.errors.FramingWarning")
def test_a_hidden_address_among_the_key_terms_is_no_difference(tmp_path):
    writes = " Write to clerk@port.example and to clerk@port.example."
    study = write_corpus(tmp_path / "tiny", texts={d: STATE.format(n=4) + writes for d in ("d1", "d2")})
    results = execute(plan(study))
    archive = write_bundle(results, tmp_path / "features.zip")
    done, verdict = rerun_bundle(archive, tmp_path / "out")

    assert "clerk@port.example" in set(results.results["keyness:all"].data["term"])
    assert "<rare 1>" in set(done.results.results["keyness:all"].data["term"])
    assert verdict.startswith("as promised")


@pytest.mark.filterwarnings("ignore::framing.errors.FramingWarning")
def test_phrases_of_a_comparison_come_along_and_addresses_among_them_do_not(tmp_path):
    writes = " Write to clerk@port.example and to clerk@port.example."
    text = STUDY.replace("min_count = 2", 'min_count = 2\nterms = ["order on the quay", "harbour*"]')
    study = write_corpus(tmp_path / "tiny", texts={d: STATE.format(n=4) + writes for d in ("d1", "d2")})
    study.write_text(text, encoding="utf-8")
    archive = write_bundle(execute(plan(study)), tmp_path / "features.zip")
    done, verdict = rerun_bundle(archive, tmp_path / "out")
    terms = set(done.results.results["keyness:all"].data["term"])

    assert verdict.startswith("as promised")
    assert "order on the quay" in terms
    assert not [term for term in terms if "@" in term]


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


TOPICS = "[measures.topics]\nk = 2\nn_seeds = 2\nn_resamples = 2\nn_bootstrap = 0\nn_permutations = 0\nmin_documents = 1\n"
TOPICS += "max_share = 1.0\nacross_outlets = false\n"
WORDS = ("order quay office harbour crane pier", "court judge lawyer trial appeal verdict")
CLAIM = '[multiverse]\nclaims = ["lexicon:my.csv"]\nvoices = ["all"]\n'


def with_own_files(folder, study_text, *, licence=""):
    """The tiny study on two subjects, with topic names and a dictionary of its author's."""
    texts = {f"d{i}": " ".join(WORDS[i % 2].split() * (i + 1)) + f" {WORDS[1 - i % 2].split()[i % 6]}." for i in range(1, 9)}
    file = write_corpus(folder, texts=texts)
    (folder / "mynames.csv").write_text("topic,name\n1,Order on the quay\n2,\n", encoding="utf-8")
    (folder / "my.csv").write_text("term,category\nquay,place\norder,rule\n", encoding="utf-8")
    lines = f'framing-lexicon: 1\nname: ml\nversion: "1"\n{licence}categories:\n  place: [quay]\n  rule: [order]\n'
    (folder / "ml.yml").write_text(lines, encoding="utf-8")
    file.write_text(study_text, encoding="utf-8")
    return file


@pytest.mark.filterwarnings("ignore::framing.errors.FramingWarning")
def test_names_of_topics_come_along_and_are_used_again(tmp_path):
    study = with_own_files(tmp_path / "study", STUDY + TOPICS + 'names = "mynames.csv"\n')
    archive = write_bundle(execute(plan(study)), tmp_path / "features.zip")
    done, verdict = rerun_bundle(archive, tmp_path / "out")

    assert verdict.startswith("as promised")
    assert done.results.results["topics:all"].tables["topics"]["name"].tolist() == ["Order on the quay", ""]
    assert done.results.results["topics:all"].provenance.options["names"] == "mynames.csv"


@pytest.mark.filterwarnings("ignore::framing.errors.FramingWarning")
def test_names_from_another_folder_come_along_too(tmp_path):
    study = with_own_files(tmp_path / "study", STUDY + TOPICS + 'names = "../mynames.csv"\n')
    (tmp_path / "study" / "mynames.csv").rename(tmp_path / "mynames.csv")
    archive = write_bundle(execute(plan(study)), tmp_path / "features.zip")
    done, verdict = rerun_bundle(archive, tmp_path / "out")

    assert verdict.startswith("as promised")
    assert done.results.results["topics:all"].tables["topics"]["name"].tolist() == ["Order on the quay", ""]


def test_a_dictionary_without_an_open_licence_stays_behind_and_its_scores_are_stored(tmp_path):
    study = with_own_files(tmp_path / "study", STUDY.replace('"rights-liberties"]', '"my.csv"]') + CLAIM)
    results = execute(plan(study))
    with pytest.warns(FramingWarning, match=r"not packed, .*: my\.csv \(licence: not stated\); what"):
        archive = write_bundle(results, tmp_path / "features.zip")
    done, verdict = rerun_bundle(archive, tmp_path / "out")

    with zipfile.ZipFile(archive) as packed:
        assert not [name for name in packed.namelist() if name.startswith("beside/")]
    assert verdict.startswith("as promised")
    assert {"my/place", "my/rule"} <= set(done.results.results["lexicon:own"].data["name"])
    assert done.results.results["multiverse:all"].tables["claims"]["claim"].tolist() == ["lexicon:my.csv"]


def test_a_dictionary_with_an_open_licence_comes_along(tmp_path):
    text = STUDY.replace('"rights-liberties"]', '"ml.yml"]') + CLAIM.replace("my.csv", "ml.yml")
    study = with_own_files(tmp_path / "study", text, licence="licence: CC BY 4.0\n")
    archive = write_bundle(execute(plan(study)), tmp_path / "features.zip")
    done, verdict = rerun_bundle(archive, tmp_path / "out")

    with zipfile.ZipFile(archive) as packed:
        assert "beside/ml.yml" in packed.namelist()
    assert verdict.startswith("as promised")
    assert "multiverse:all" in done.results.results


@pytest.mark.parametrize("name", ["beside/../escaped.csv", "beside//etc/escaped.csv", "beside/C:/escaped.csv"])
def test_a_bundle_that_would_write_elsewhere_is_refused(name, tmp_path):
    with pytest.raises(CorpusError, match="would be written elsewhere"):
        unpack({name: b"x"}, tmp_path / "in")

    assert not (tmp_path / "escaped.csv").exists()


def test_what_was_not_done_where_the_texts_are_is_said_without_them(bundled, tmp_path):
    results, _, _ = bundled
    annotated = replace(results.annotated, notes=("no parser model", "d1: a sentence could not be read (ValueError: Order)"))
    archive = write_bundle(replace(results, annotated=annotated), tmp_path / "features.zip")
    with zipfile.ZipFile(archive) as packed:
        package = json.loads(packed.read("datapackage.json"))

    assert package["notes"] == ["no parser model"]
    assert read_features(archive, sides=results.study.sides, cluster="outlet", name="x").notes == ("no parser model",)
