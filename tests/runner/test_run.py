"""From a study file to a folder of results: what goes wrong is said once, and nothing half-written is left."""

import hashlib
import json
import os
import stat
import warnings
from dataclasses import replace
from pathlib import Path

import pytest

from framing.cli import main
from framing.errors import CorpusError, FramingError, OutputError
from framing.runner import execute, plan, run
from framing.runner import output as output_module
from tests.conftest import STUDY, write_corpus


@pytest.fixture(scope="module")
def finished(tmp_path_factory):
    """One finished run of the tiny study, for tests that only look at it."""
    folder = tmp_path_factory.mktemp("finished")
    return run(write_corpus(folder / "tiny"), folder / "out").folder


@pytest.fixture
def light(monkeypatch):
    """A report of one line, for tests of what surrounds the report."""

    def write_report(results, folder, *, manifest):
        (folder / "report.html").write_text(f"<p>{len(results.results)}</p>", encoding="utf-8")

    monkeypatch.setattr("framing.present.report.write_report", write_report)


def digests(folder: Path) -> dict[str, str]:
    files = sorted(p for p in folder.rglob("*") if p.is_file())
    return {p.relative_to(folder).as_posix(): hashlib.sha256(p.read_bytes()).hexdigest() for p in files}


def test_a_run_leaves_everything_the_design_promises(finished):
    out = finished

    for name in ("report.html", "methods.md", "references.bib", "manifest.json", "ro-crate-metadata.json"):
        assert (out / name).stat().st_size > 100, name
    assert len(list((out / "figures").glob("*.pdf"))) >= 3
    for suffix in (".svg", ".csv", ".txt"):
        assert {p.stem for p in (out / "figures").glob(f"*{suffix}")} == {p.stem for p in (out / "figures").glob("*.pdf")}
    assert list((out / "tables").glob("*.csv"))
    assert list((out / "tables").glob("*.tex"))


def test_two_runs_from_different_folders_give_the_same_bytes(finished, tmp_path):
    second = run(write_corpus(tmp_path / "elsewhere" / "deeper" / "tiny"), tmp_path / "other").folder

    assert digests(finished) == digests(second)


def test_no_output_names_a_path_of_this_machine(finished):
    for file in finished.rglob("*"):
        if file.is_file():
            assert str(finished.parent).encode() not in file.read_bytes(), file.name


def test_word_lists_beside_the_study_are_named_as_the_author_wrote_them(tiny_study, tmp_path):
    (tiny_study.parent / "my.csv").write_text("term,category\nquay,place\norder,rule\n", encoding="utf-8")
    text = STUDY.replace('"rights-liberties"]', '"my.csv"]') + '[multiverse]\nclaims = ["lexicon:my.csv"]\nvoices = ["all"]\n'
    tiny_study.write_text(text, encoding="utf-8")
    out = run(tiny_study, tmp_path / "out").folder

    manifest = json.loads((out / "manifest.json").read_text(encoding="utf-8"))
    assert manifest["results"]["lexicon:own"]["options"]["lexicons"] == ["control-order", "my"]
    for file in out.rglob("*"):
        if file.is_file():
            assert str(tmp_path).encode() not in file.read_bytes(), file.name


def test_the_manifest_holds_inputs_options_versions_and_hashes(finished):
    manifest = json.loads((finished / "manifest.json").read_text(encoding="utf-8"))

    assert manifest["study"]["seed"] == 3
    assert manifest["versions"]["scikit-learn"]
    assert len(manifest["corpus"]["documents"]) == 8
    assert all(len(d["sha256"]) == 64 for d in manifest["corpus"]["documents"])
    assert manifest["results"]["keyness:own"]["options"]["min_count"] == 2


def test_an_interruption_leaves_no_half_written_folder(light, tiny_study, tmp_path, monkeypatch):
    def interrupted(*args, **kwargs):
        raise KeyboardInterrupt

    monkeypatch.setattr(output_module, "crate", interrupted)

    with pytest.raises(KeyboardInterrupt):
        run(tiny_study, tmp_path / "out")
    assert not (tmp_path / "out").exists()
    assert [p.name for p in tmp_path.iterdir()] == ["tiny"]


def test_an_interrupted_second_run_keeps_the_first_one(light, tiny_study, tmp_path, monkeypatch):
    out = run(tiny_study, tmp_path / "out").folder
    before = digests(out)
    monkeypatch.setattr(output_module, "crate", lambda *a: (_ for _ in ()).throw(KeyboardInterrupt))

    with pytest.raises(KeyboardInterrupt):
        run(tiny_study, tmp_path / "out")
    assert digests(out) == before


def test_the_command_line_says_interrupted_in_one_line(light, tiny_study, tmp_path, monkeypatch, capsys):
    monkeypatch.setattr(output_module, "crate", lambda *a: (_ for _ in ()).throw(KeyboardInterrupt))

    assert main(["run", str(tiny_study), "--out", str(tmp_path / "out")]) == 1
    assert "interrupted; nothing was written" in capsys.readouterr().err


def test_a_folder_with_other_things_in_it_is_refused_and_untouched(tiny_study, tmp_path):
    out = tmp_path / "out"
    out.mkdir()
    (out / "thesis.txt").write_text("mine", encoding="utf-8")

    with pytest.raises(OutputError, match="holds other things than an earlier run; name a new or an empty folder"):
        run(tiny_study, out)
    assert [p.name for p in out.iterdir()] == ["thesis.txt"]


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="the superuser may write everywhere")
def test_an_unwritable_folder_is_refused_before_anything_is_computed(tiny_study, tmp_path):
    locked = tmp_path / "locked"
    locked.mkdir()
    locked.chmod(stat.S_IRUSR | stat.S_IXUSR)

    with pytest.raises(OutputError, match="is not writable for you; choose another folder"):
        plan(tiny_study, out=locked / "out")


def test_a_folder_without_the_right_to_write_is_refused_by_name(tiny_study, tmp_path, monkeypatch):
    monkeypatch.setattr(os, "access", lambda path, mode: False)

    with pytest.raises(OutputError, match="is not writable for you; choose another folder"):
        plan(tiny_study, out=tmp_path / "out")


def test_the_report_of_an_import_goes_into_manifest_and_report(tmp_path):
    from framing.corpus.importers import import_to_jsonl

    rows = ["id,side,outlet,text"]
    for i in range(4):
        side, outlet = ("state", "Port Daily") if i % 2 else ("critics", "Tide Blog")
        rows.append(f"t{i},{side},{outlet},Order came back to quay number {i} and the boats went out again.")
    (tmp_path / "table.csv").write_text("\n".join(rows) + "\n", encoding="utf-8")
    import_to_jsonl([tmp_path / "table.csv"], tmp_path / "corpus.jsonl")
    study = tmp_path / "study.toml"
    study.write_text(
        'title = "Imported"\n[corpus]\npath = "corpus.jsonl"\n[sides]\nstate = { outlet = ["Port Daily"] }\n'
        'critics = { outlet = ["Tide Blog"] }\n[measures.voices]\n',
        encoding="utf-8",
    )
    out = run(study, tmp_path / "out").folder

    assert "import:all" in json.loads((out / "manifest.json").read_text(encoding="utf-8"))["results"]
    table = (out / "tables" / "import-all.csv").read_text(encoding="utf-8")
    assert "table.csv" in table
    assert "table.csv" in (out / "report.html").read_text(encoding="utf-8")


def test_a_file_in_place_of_the_output_folder_is_refused(tiny_study, tmp_path):
    (tmp_path / "out").write_text("", encoding="utf-8")

    with pytest.raises(OutputError, match="this is a file; name a folder"):
        plan(tiny_study, out=tmp_path / "out")


def test_a_disk_that_fills_up_leaves_nothing_and_says_so(light, tiny_study, tmp_path, monkeypatch):
    def full(*args, **kwargs):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(output_module, "write_json", full)

    with pytest.raises(OutputError, match=r"writing failed .*No space left on device.*make room"):
        run(tiny_study, tmp_path / "out")
    assert not (tmp_path / "out").exists()


def test_a_missing_corpus_is_refused_before_any_text_is_read(tiny_study):
    (tiny_study.parent / "documents.csv").unlink()

    with pytest.raises(CorpusError, match=r"study\.toml: \[corpus\] path 'documents\.csv' does not exist"):
        plan(tiny_study)


def test_a_side_without_documents_is_refused_by_name(tiny_study):
    text = STUDY.replace('["Tide Blog", "Far Shore Weekly"]', '["Nobody Times"]')
    tiny_study.write_text(text, encoding="utf-8")

    with pytest.raises(CorpusError, match="critics"):
        execute(plan(tiny_study))


def test_duplicate_ids_are_refused_by_name(tmp_path):
    study = write_corpus(tmp_path / "tiny", fields={"d2.0": "d1"})

    with pytest.raises(CorpusError, match=r"'d1'.*twice"):
        execute(plan(study))


def test_a_date_that_is_no_date_is_recorded_and_left_empty(tmp_path):
    study = write_corpus(tmp_path / "tiny", fields={"d2.4": "next Tuesday"})
    results = execute(plan(study))

    assert results.annotated.corpus["d2"].date is None
    assert any("next Tuesday" in warning for warning in results.warnings)


def test_an_empty_text_is_kept_and_recorded(tmp_path):
    study = write_corpus(tmp_path / "tiny", texts={"d2": ""})
    results = execute(plan(study))

    assert len(results.annotated.corpus) == 8
    assert any("empty" in warning.lower() for warning in [*results.warnings, *results.health.tables["warnings"]["message"]])


@pytest.mark.parametrize(
    "content", [b"\xef\xbb\xbfOrder on the quay.", b"Order\rOn the quay.\r\rMore order."], ids=["bom", "cr only"]
)
def test_byte_order_marks_and_old_line_ends_are_read(tmp_path, content):
    study = write_corpus(tmp_path / "tiny")
    (study.parent / "texts" / "d1.txt").write_bytes(content)

    text = execute(plan(study)).annotated.corpus["d1"].text
    assert text.startswith("Order")
    assert "\r" not in text


def test_a_text_in_another_encoding_is_read_and_noted(tmp_path):
    study = write_corpus(tmp_path / "tiny")
    words = "Der Hafen fällt über die Brücke, sagt der Bürgermeister. Größe und Maß, für alle Zöllner. " * 4
    (study.parent / "texts" / "d1.txt").write_bytes(words.encode("cp1252"))
    results = execute(plan(study))

    assert "Brücke" in results.annotated.corpus["d1"].text
    assert any("d1" in warning and "UTF-8" in warning for warning in results.warnings)


HOSTILE = '<script>alert("x")</script><img src=x onerror=alert(1)>'


def test_html_in_text_title_and_outlet_is_inert_everywhere(tmp_path):
    study = write_corpus(
        tmp_path / "tiny",
        texts={"d1": f'The port office said order had returned. {HOSTILE} "Order," said Tolan Wey. Order again and order.'},
        fields={"d1.5": HOSTILE, "d1.3": HOSTILE, "d2.3": HOSTILE},
    )
    study.write_text(STUDY.replace('["Port Daily", "Quay Wire"]', f"['{HOSTILE}', \"Quay Wire\"]"), encoding="utf-8")
    out = run(study, tmp_path / "out").folder

    page = (out / "report.html").read_text(encoding="utf-8")
    assert "<script>alert" not in page
    assert "<img src=x" not in page
    for figure in (out / "figures").glob("*.svg"):
        assert "<script>alert" not in figure.read_text(encoding="utf-8")


@pytest.mark.slow
def test_a_text_of_five_megabytes_is_read_and_counted(tmp_path):
    sentence = "The port office said order had returned to the quay and the campaign went on. "
    study = write_corpus(tmp_path / "tiny", texts={"d1": sentence * (5_000_000 // len(sentence))})
    study.write_text(STUDY.replace("[measures.quotes]\n[measures.voices]\n", ""), encoding="utf-8")
    results = execute(plan(study))

    assert results.annotated.counts.select("all").n_tokens[0] > 900_000


def test_every_refusal_on_the_command_line_is_one_line_without_a_traceback(tiny_study, tmp_path, capsys):
    cases = [
        (["run", str(tmp_path / "none.toml"), "--out", str(tmp_path / "o")], 2),
        (["run", str(tiny_study)], 2),
        (["quotes", str(tmp_path / "none.jsonl"), "--out", str(tmp_path / "q.jsonl")], 1),
        (["nonsense"], 2),
    ]
    for arguments, status in cases:
        assert main(arguments) == status, arguments
        said = capsys.readouterr().err
        assert said.startswith("error: ")
        assert "Traceback" not in said


def test_warnings_of_the_package_are_recorded_and_not_shown(tiny_study):
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        results = execute(plan(tiny_study))

    assert len(results.warnings) == len(set(results.warnings))


def test_a_threshold_that_leaves_no_word_is_recorded_with_what_to_change(tiny_study):
    tiny_study.write_text(STUDY.replace("min_count = 2", "min_count = 99999"), encoding="utf-8")
    results = execute(plan(tiny_study))

    assert results.results["keyness:own"].data.empty
    assert any("keyness" in warning and "lower `min_count`" in warning for warning in results.warnings)


def test_an_error_in_a_measure_names_measure_and_voice(tiny_study, monkeypatch):
    from framing import registry
    from framing.errors import CorpusError as Refusal

    def refusing(*args, **kwargs):
        raise Refusal("no words here")

    entry = registry.find("keyness")
    monkeypatch.setitem(registry._MEASURES, "keyness", replace(entry, function=refusing))

    with pytest.raises(FramingError, match="keyness:own: no words here"):
        execute(plan(tiny_study))


QUOTED = STUDY[: STUDY.index("[measures.voices]")].replace("[measures.quotes]", "{voices}\n[measures.quotes]")


def quoted(study: Path, voices: str):
    """The quotations of a study with further settings of its voices."""
    study.write_text(QUOTED.replace("{voices}", "").replace('use = ["own", "all"]', f'use = ["own", "all"]\n{voices}'))
    return execute(plan(study)).results["quotes:all"]


def test_a_study_leaves_out_what_is_not_sure_enough(tiny_study):
    everything, sure = (quoted(tiny_study, f"indirect_from = {bound}") for bound in (0, 1))

    assert "indirect" in set(everything.data["kind"])
    assert "indirect" not in set(sure.data["kind"])


def test_a_study_takes_the_kinds_that_were_coded_by_hand(tiny_study):
    name = quoted(tiny_study, "").data["speaker_resolved"].dropna().iloc[0]
    (tiny_study.parent / "speakers.csv").write_text(f"speaker,source_type\n{name},lawyer\n", encoding="utf-8")

    found = quoted(tiny_study, 'speakers = "speakers.csv"')
    assert set(found.data.loc[found.data["speaker_resolved"] == name, "source_type"]) == {"lawyer"}
    assert any("coded by hand in speakers.csv" in note for note in found.provenance.notes)


def test_a_table_of_speakers_that_is_not_there_is_refused_before_any_text_is_read(tiny_study):
    tiny_study.write_text(STUDY.replace('use = ["own", "all"]', 'use = ["own", "all"]\nspeakers = "none.csv"'))

    with pytest.raises(CorpusError, match=r"none\.csv: there is no such table of speakers"):
        plan(tiny_study)
