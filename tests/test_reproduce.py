"""The reproduction script, with faults injected: it must say one clear line and repair what it can."""

import importlib.util
import json
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest

ROOT = Path(__file__).resolve().parents[1]


@pytest.fixture
def reproduce(tmp_path, monkeypatch):
    spec = importlib.util.spec_from_file_location("reproduce_under_test", ROOT / "reproduce.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    (tmp_path / "requirements").mkdir()
    for name in ("core.lock", "tests.lock"):
        (tmp_path / "requirements" / name).write_text("uv==1 \\\n    --hash=sha256:00\n", encoding="utf-8")
    (tmp_path / "framing").mkdir()
    (tmp_path / "framing" / "__init__.py").write_text("", encoding="utf-8")
    (tmp_path / "pyproject.toml").write_text("", encoding="utf-8")
    monkeypatch.setattr(module, "ROOT", tmp_path)
    return module


@pytest.mark.parametrize("version", [(3, 10), (3, 14), (2, 7)])
def test_another_python_is_refused_with_the_ones_that_work(reproduce, version):
    with pytest.raises(reproduce.Stop, match=r"made for 3\.11 to 3\.13.*python3\.11 reproduce\.py"):
        reproduce.check_python(version)


def test_a_full_disk_is_refused_before_anything_is_made(reproduce, tmp_path, monkeypatch):
    monkeypatch.setattr(reproduce.shutil, "disk_usage", lambda folder: SimpleNamespace(free=1_000_000_000))

    with pytest.raises(reproduce.Stop, match=r"1\.0 GB are free here and about 3 GB are needed; make room"):
        reproduce.check_disk(tmp_path)


def test_a_half_made_environment_is_made_again(reproduce, tmp_path, monkeypatch):
    environment = tmp_path / ".venv"
    environment.mkdir()
    (environment / "pyvenv.cfg").write_text("half", encoding="utf-8")
    made = []
    monkeypatch.setattr(reproduce.venv.EnvBuilder, "create", lambda self, path: made.append(path))

    reproduce.make_environment(environment, sys.version_info[:2])

    assert made == [environment]
    assert not (environment / "pyvenv.cfg").exists()


def test_a_folder_that_is_no_environment_is_left_alone(reproduce, tmp_path):
    environment = tmp_path / ".venv"
    environment.mkdir()
    (environment / "thesis.txt").write_text("mine", encoding="utf-8")

    with pytest.raises(reproduce.Stop, match="not a virtual environment; move it away"):
        reproduce.make_environment(environment, sys.version_info[:2])
    assert (environment / "thesis.txt").read_text(encoding="utf-8") == "mine"


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("ERROR: [Errno 28] No space left on device", "the disk is full"),
        ("Failed to establish a new connection: NewConnectionError", "cannot be reached; check the network"),
        ("error: Hash mismatch for `numpy`", "does not have the hash it should have"),
        ("something else", "run this again, and if it fails once more read"),
    ],
)
def test_a_failed_installation_is_explained_in_one_line(reproduce, text, message):
    said = reproduce.explain_install(text, Path("install.log"))

    assert message in said
    assert "\n" not in said


def test_pip_takes_over_where_uv_cannot(reproduce, tmp_path, monkeypatch):
    calls = []

    def run(command, **kwargs):
        calls.append(command)
        return 1 if "uv" in command else 0

    monkeypatch.setattr(reproduce, "run", run)
    (tmp_path / ".venv").mkdir()

    reproduce.install(tmp_path / ".venv", [tmp_path / "requirements" / "core.lock"])

    assert "--no-deps" in calls[-1]
    assert "--require-hashes" in calls[-1]


def test_nothing_installable_stops_with_the_reason(reproduce, tmp_path, monkeypatch):
    def run(command, *, log=None, **kwargs):
        with log.open("a", encoding="utf-8") as stream:
            stream.write("dns error: failed to lookup address")
        return 1

    monkeypatch.setattr(reproduce, "run", run)
    (tmp_path / ".venv").mkdir()

    with pytest.raises(reproduce.Stop, match="the package index cannot be reached"):
        reproduce.install(tmp_path / ".venv", [tmp_path / "requirements" / "core.lock"])


def test_a_second_call_installs_nothing(reproduce, tmp_path, monkeypatch):
    calls = []
    monkeypatch.setattr(reproduce, "works", lambda *a: True)
    monkeypatch.setattr(reproduce, "install", lambda *a: calls.append("install"))
    monkeypatch.setattr(reproduce, "install_project", lambda *a: calls.append("project"))
    environment = tmp_path / ".venv"
    environment.mkdir()
    locks = [tmp_path / "requirements" / "core.lock"]

    reproduce.prepare(environment, locks, (3, 11))
    reproduce.prepare(environment, locks, (3, 11))

    assert calls == ["install", "project"]


def test_a_changed_source_installs_the_package_alone_again(reproduce, tmp_path, monkeypatch):
    calls = []
    monkeypatch.setattr(reproduce, "works", lambda *a: True)
    monkeypatch.setattr(reproduce, "install", lambda *a: calls.append("install"))
    monkeypatch.setattr(reproduce, "install_project", lambda *a: calls.append("project"))
    environment = tmp_path / ".venv"
    environment.mkdir()
    locks = [tmp_path / "requirements" / "core.lock"]

    reproduce.prepare(environment, locks, (3, 11))
    (tmp_path / "framing" / "__init__.py").write_text("changed = 1", encoding="utf-8")
    reproduce.prepare(environment, locks, (3, 11))

    assert calls == ["install", "project", "project"]


def test_the_test_environment_serves_the_studies_too(reproduce, tmp_path, monkeypatch):
    calls = []
    monkeypatch.setattr(reproduce, "works", lambda *a: True)
    monkeypatch.setattr(reproduce, "install", lambda *a: calls.append("install"))
    monkeypatch.setattr(reproduce, "install_project", lambda *a: None)
    environment = tmp_path / ".venv"
    environment.mkdir()
    core, tests = (tmp_path / "requirements" / name for name in ("core.lock", "tests.lock"))

    reproduce.prepare(environment, [core, tests], (3, 11))
    reproduce.prepare(environment, [core], (3, 11))

    assert calls == ["install"]


@pytest.fixture
def study(tmp_path, reproduce, monkeypatch):
    (tmp_path / "corpus" / "demo").mkdir(parents=True)
    file = tmp_path / "corpus" / "demo" / "study.toml"
    file.write_text("", encoding="utf-8")
    (tmp_path / ".venv").mkdir()
    answers = {"table": "a,b\n1,2\n", "runs": 0}

    def run(command, **kwargs):
        out = Path(command[command.index("--out") + 1])
        (out / "tables").mkdir(parents=True, exist_ok=True)
        (out / "tables" / "t.csv").write_text(answers["table"], encoding="utf-8")
        answers["runs"] += 1
        return answers.get("status", 0)

    monkeypatch.setattr(reproduce, "run", run)
    return file, answers


def test_results_as_expected_give_one_line_and_success(reproduce, study, tmp_path, capsys):
    file, _ = study
    reproduce.reproduce_study(tmp_path / ".venv", file, accept=True, force=False)
    capsys.readouterr()

    assert reproduce.reproduce_study(tmp_path / ".venv", file, accept=False, force=True)
    assert "demo: all 1 files as expected; read reports/demo/report.html" in capsys.readouterr().out


def test_a_second_run_of_an_unchanged_study_is_skipped(reproduce, study, tmp_path, capsys):
    file, answers = study
    reproduce.reproduce_study(tmp_path / ".venv", file, accept=True, force=False)

    assert reproduce.reproduce_study(tmp_path / ".venv", file, accept=False, force=False)
    assert answers["runs"] == 1
    assert "up to date" in capsys.readouterr().out


def test_a_changed_table_is_named_and_fails(reproduce, study, tmp_path, capsys):
    file, answers = study
    reproduce.reproduce_study(tmp_path / ".venv", file, accept=True, force=False)
    answers["table"] = "a,b\n1,3\n"

    assert not reproduce.reproduce_study(tmp_path / ".venv", file, accept=False, force=True)
    assert "1 of 1 files differ from the expected results (tables/t.csv)" in capsys.readouterr().out


def test_a_failed_study_leaves_the_expected_results_alone(reproduce, study, tmp_path):
    file, answers = study
    reproduce.reproduce_study(tmp_path / ".venv", file, accept=True, force=False)
    before = json.loads((tmp_path / "reports" / "expected.json").read_text(encoding="utf-8"))
    answers["status"] = 1

    with pytest.raises(reproduce.Stop, match="demo: the study failed"):
        reproduce.reproduce_study(tmp_path / ".venv", file, accept=True, force=True)
    assert json.loads((tmp_path / "reports" / "expected.json").read_text(encoding="utf-8")) == before


def test_an_unknown_study_is_refused_with_the_known_ones(reproduce, study):
    with pytest.raises(reproduce.Stop, match=r"no study 'dmeo'\. Known: demo\."):
        reproduce.studies("dmeo")


def test_an_interruption_is_one_line(reproduce, monkeypatch, capsys):
    def interrupted(*arguments):
        raise KeyboardInterrupt

    monkeypatch.setattr(reproduce, "prepare", interrupted)

    assert reproduce.main([]) == 1
    assert "nothing half-written counts as done" in capsys.readouterr().out


def test_a_refusal_of_the_system_is_one_line(reproduce, monkeypatch, capsys):
    def refused(*arguments):
        raise PermissionError(13, "Permission denied", ".venv")

    monkeypatch.setattr(reproduce, "prepare", refused)

    assert reproduce.main([]) == 2
    said = capsys.readouterr().out
    assert said.startswith("reproduce: the system refused: [Errno 13] Permission denied")
    assert "Traceback" not in said


def test_the_locks_name_no_registry_and_hash_everything():
    for name in ("core.lock", "tests.lock"):
        lock = (ROOT / "requirements" / name).read_text(encoding="utf-8")
        requirements = [line for line in lock.splitlines() if line and not line.startswith((" ", "#"))]

        assert "://" not in lock
        assert len(requirements) > 30
        assert all(line.endswith("\\") for line in requirements)
