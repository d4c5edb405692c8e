#!/usr/bin/env python3
"""
Reproduce everything: one file, standard library only.

    python3 reproduce.py            make .venv, install what is locked, run the shipped studies, compare with reports/
    python3 reproduce.py --tests    the same environment plus the test tools, then every test

Further options: --study NAME (one study only), --accept (take the new results as the expected ones), --force (run
again what is up to date). Exit status: 0 as expected, 1 something differs or failed, 2 this machine cannot run it.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import venv
from pathlib import Path

ROOT = Path(__file__).resolve().parent
OLDEST, NEWEST = (3, 11), (3, 13)
NEEDED_BYTES = 3_000_000_000
EXPECTED = "expected.json"

# Results must not depend on the number of threads, the hash seed, the locale or a display.
STEADY = {
    "PYTHONHASHSEED": "0",
    "PYTHONUTF8": "1",
    "PYTHONDONTWRITEBYTECODE": "",
    "PYTHONNOUSERSITE": "1",
    "MPLBACKEND": "Agg",
    "OMP_NUM_THREADS": "1",
    "OPENBLAS_NUM_THREADS": "1",
    "MKL_NUM_THREADS": "1",
    "TZ": "UTC",
}


class Stop(Exception):
    """Something the reader can act on; shown as one line, without a traceback."""

    def __init__(self, message: str, status: int = 2) -> None:
        super().__init__(message)
        self.status = status


def check_python(version: tuple[int, int]) -> None:
    """Refuse a Python the lock was not made for."""
    if not OLDEST <= version <= NEWEST:
        raise Stop(
            f"Python {version[0]}.{version[1]} cannot run this: the lock is made for 3.11 to 3.13. "
            "Try `python3.11 reproduce.py` (or 3.12, 3.13)."
        )


def check_disk(folder: Path, needed: int = NEEDED_BYTES) -> None:
    """Refuse to start what the disk cannot hold."""
    free = shutil.disk_usage(folder).free
    if free < needed:
        raise Stop(
            f"{free / 1e9:.1f} GB are free here and about {needed / 1e9:.0f} GB are needed; make room and run this again."
        )


def digest(*parts: bytes) -> str:
    """One hash over byte strings, in order."""
    total = hashlib.sha256()
    for part in parts:
        total.update(hashlib.sha256(part).digest())
    return total.hexdigest()


def tree_digest(*folders: Path) -> str:
    """One hash over the names and bytes of all files below the folders (or of single files)."""
    parts: list[bytes] = []
    for folder in folders:
        files = [folder] if folder.is_file() else sorted(p for p in folder.rglob("*") if p.is_file())
        for file in files:
            if "__pycache__" not in file.parts:
                parts += [file.relative_to(folder.parent).as_posix().encode(), file.read_bytes()]
    return digest(*parts)


def python_of(environment: Path) -> Path:
    """The interpreter of a virtual environment on this system."""
    return environment / ("Scripts/python.exe" if os.name == "nt" else "bin/python")


def works(environment: Path, version: tuple[int, int]) -> bool:
    """True if the environment's interpreter runs, has pip, and is of this version."""
    code = "import sys, pip; print(*sys.version_info[:2])"
    try:
        answer = subprocess.run(
            [str(python_of(environment)), "-I", "-c", code], capture_output=True, text=True, timeout=120, check=False
        )
    except (OSError, subprocess.SubprocessError):
        return False
    return answer.returncode == 0 and answer.stdout.split() == [str(number) for number in version]


def make_environment(environment: Path, version: tuple[int, int]) -> None:
    """A working virtual environment; a half-made or foreign one is made again."""
    if works(environment, version):
        return
    if environment.exists():
        if not (environment / "pyvenv.cfg").exists() and any(environment.iterdir()):
            raise Stop(f"{environment.name} is there and is not a virtual environment; move it away and run this again.")
        say(f"{environment.name} is unfinished or of another Python; making it again")
        shutil.rmtree(environment)
    say(f"making {environment.name}")
    try:
        venv.EnvBuilder(with_pip=True).create(environment)
    except (OSError, subprocess.CalledProcessError) as error:
        shutil.rmtree(environment, ignore_errors=True)
        raise Stop(
            f"a virtual environment could not be made ({reason(error)}). On Debian and Ubuntu: `apt install python3-venv`."
        ) from error


def reason(error: BaseException) -> str:
    """The first line of what an error says."""
    return (str(error).strip() or type(error).__name__).splitlines()[0]


def locked_lines(lock: str, package: str) -> str:
    """
    The requirement of one package, with its hashes, out of a lock file.

    >>> print(locked_lines("a==1 \\\\\\n    --hash=sha256:00\\nuv==2 \\\\\\n    --hash=sha256:11\\n", "uv"))
    uv==2 \\
        --hash=sha256:11
    """
    found = re.search(rf"^{re.escape(package)}==.*(?:\n[ \t]+.*)*", lock, re.MULTILINE)
    if not found:
        raise Stop(f"{package} is not in the lock file; the checkout is damaged, clone it again.")
    return found.group()


def run(command: list[str], *, log: Path | None = None, environment: dict[str, str] | None = None) -> int:
    """Run a command quietly into a log, or aloud; its exit status."""
    settings = {**os.environ, **STEADY, **(environment or {})}
    settings = {key: value for key, value in settings.items() if value != ""}
    if log is None:
        return subprocess.run(command, cwd=ROOT, env=settings, check=False).returncode
    with log.open("ab") as stream:
        return subprocess.run(command, cwd=ROOT, env=settings, stdout=stream, stderr=stream, check=False).returncode


def install(environment: Path, locks: list[Path]) -> None:
    """Everything in the lock files, by hash: with uv, which is fast, else with pip, which is everywhere."""
    python = str(python_of(environment))
    log = environment / "install.log"
    log.write_bytes(b"")
    files = [argument for lock in locks for argument in ("-r", str(lock))]
    with tempfile.TemporaryDirectory() as scratch:
        only_uv = Path(scratch) / "uv.txt"
        only_uv.write_text(locked_lines(locks[0].read_text(encoding="utf-8"), "uv") + "\n", encoding="utf-8")
        pip = [python, "-m", "pip", "--disable-pip-version-check", "--no-input", "install", "--quiet", "--require-hashes"]
        say("installing the locked packages (under a minute with a fast connection)")
        have_uv = run([*pip, "-r", str(only_uv)], log=log) == 0
        uv = [python, "-m", "uv", "pip", "install", "--quiet", "--python", python, "--require-hashes", *files]
        if have_uv and run(uv, log=log) == 0:
            return
        if run([*pip, "--no-deps", "--only-binary", ":all:", *files], log=log) == 0:
            return
        say("no ready-made package for something on this system; building it from source")
        if run([*pip, "--no-deps", *files], log=log) == 0:
            return
    raise Stop(explain_install(log.read_text(encoding="utf-8", errors="replace"), log))


def explain_install(text: str, log: Path) -> str:
    """
    One line on why packages could not be installed.

    >>> explain_install("OSError: [Errno 28] No space left on device", Path("install.log"))
    'the disk is full; make room and run this again (details: install.log).'
    """
    if "No space left" in text or "Errno 28" in text:
        return f"the disk is full; make room and run this again (details: {shown(log)})."
    if re.search(r"hash(es)? .*(mismatch|do not match)|HASHES|Hash mismatch", text):
        return f"a package does not have the hash it should have; nothing was installed from it (details: {shown(log)})."
    offline = r"NewConnectionError|Name or service|resolve host|dns error|Connection refused|timed out|No matching"
    if re.search(offline, text, re.IGNORECASE):
        again = "check the network and run this again, it goes on where it stopped"
        return f"the package index cannot be reached; {again} (details: {shown(log)})."
    return f"the packages could not be installed; run this again, and if it fails once more read {shown(log)}."


def shown(path: Path) -> str:
    """A path as the reader sees it: relative to the project where it lies there."""
    return path.relative_to(ROOT).as_posix() if path.is_relative_to(ROOT) else str(path)


def install_project(environment: Path) -> None:
    """The package itself, built with the locked build backend."""
    log = environment / "install.log"
    python = str(python_of(environment))
    command = [python, "-m", "pip", "--disable-pip-version-check", "install", "--quiet", "--no-deps", "--no-build-isolation"]
    if run([*command, "--no-index", "--force-reinstall", "."], log=log):
        raise Stop(f"the package could not be built; read {shown(log)}.", 1)
    # Compiled once here, in one process, rather than by each of the first imports.
    run([python, "-m", "compileall", "-q", "-j", "2", str(environment)], log=log)


def prepare(environment: Path, locks: list[Path], version: tuple[int, int]) -> None:
    """The environment with locked packages and the package; what is already right is left alone."""
    stamp_file = environment / "framing-stamp.json"
    packages = digest(repr(version).encode(), *(lock.read_bytes() for lock in locks))
    project = tree_digest(ROOT / "framing", ROOT / "pyproject.toml")
    stamp = json.loads(stamp_file.read_text(encoding="utf-8")) if stamp_file.exists() and works(environment, version) else {}
    if not isinstance(stamp, dict):
        stamp = {}
    fresh = packages not in stamp.get("packages", [])
    if fresh:
        check_disk(ROOT)
        make_environment(environment, version)
        install(environment, locks)
        done = [*stamp.get("packages", []), packages]
        # A larger lock set contains the smaller one, so both stay known.
        done += [digest(repr(version).encode(), *(lock.read_bytes() for lock in locks[:n])) for n in range(1, len(locks))]
        stamp = {"packages": sorted(set(done))}
    if stamp.get("project") != project:
        install_project(environment)
        stamp["project"] = project
        stamp_file.write_text(json.dumps(stamp), encoding="utf-8")


def studies(only: str | None) -> list[Path]:
    """The shipped study files, in alphabetical order."""
    found = sorted((ROOT / "corpus").glob("*/study.toml"))
    names = [study.parent.name for study in found]
    if only and only not in names:
        raise Stop(f"no study {only!r}. Known: {', '.join(names)}.")
    return [study for study in found if only in (None, study.parent.name)]


def file_digests(folder: Path) -> dict[str, str]:
    """sha256 of every file below a folder, by relative name."""
    return {
        file.relative_to(folder).as_posix(): hashlib.sha256(file.read_bytes()).hexdigest()
        for file in sorted(folder.rglob("*"))
        if file.is_file() and file.name != EXPECTED
    }


def differences(found: dict[str, str], expected: dict[str, str]) -> list[str]:
    """
    Names that changed, are missing or are new; tables first, because they are the result.

    >>> differences({"a.pdf": "1", "tables/t.csv": "2"}, {"a.pdf": "1", "tables/t.csv": "3", "b": "4"})
    ['tables/t.csv', 'b']
    """
    changed = [name for name in sorted({*found, *expected}) if found.get(name) != expected.get(name)]
    return sorted(changed, key=lambda name: not name.startswith("tables/"))


def verdict(name: str, changed: list[str], n_files: int, report: Path) -> str:
    """
    One line on one study.

    >>> verdict("demo", [], 40, Path("report.html"))
    'demo: all 40 files as expected; read report.html'
    """
    if not changed:
        return f"{name}: all {n_files} files as expected; read {shown(report)}"
    listing = ", ".join(changed[:4]) + (f" and {len(changed) - 4} more" if len(changed) > 4 else "")
    return f"{name}: {len(changed)} of {n_files} files differ from the expected results ({listing}); read {shown(report)}"


def reproduce_study(environment: Path, study: Path, *, accept: bool, force: bool) -> bool:
    """Run one study into reports/NAME and compare; True if everything is as expected."""
    name = study.parent.name
    target = ROOT / "reports" / name
    expected_file = ROOT / "reports" / EXPECTED
    expected = json.loads(expected_file.read_text(encoding="utf-8")) if expected_file.exists() else {}
    stamp_file = environment / f"study-{name}.stamp"
    locks = [path.read_bytes() for path in sorted((ROOT / "requirements").glob("core.lock"))]
    stamp = digest(tree_digest(study.parent, ROOT / "framing").encode(), *locks)
    known = stamp_file.exists() and stamp_file.read_text(encoding="utf-8") == stamp
    up_to_date = known and target.exists() and file_digests(target) == expected.get(name)
    if not up_to_date or force:
        say(f"{name}: running")
        if run([str(python_of(environment)), "-m", "framing", "run", str(study), "--out", str(target)]):
            raise Stop(f"{name}: the study failed; the message above says why. Nothing in reports/ was changed.", 1)
    found = file_digests(target)
    if accept:
        expected[name] = found
        expected_file.write_text(json.dumps(expected, indent=1, sort_keys=True) + "\n", encoding="utf-8", newline="\n")
    changed = differences(found, expected.get(name, {}))
    if not changed:
        stamp_file.write_text(stamp, encoding="utf-8")
    idle = " (up to date, nothing to do)" if up_to_date and not force else ""
    say(verdict(name, changed, len(found), target / "report.html") + idle)
    return not changed


def test(environment: Path) -> int:
    """Style, types, import contracts, then all tests; the first status that is not 0."""
    python = str(python_of(environment))
    steps = [
        ("style", [python, "-m", "ruff", "check", "--no-cache", "."]),
        ("types", [python, "-m", "mypy", "--no-error-summary"]),
        ("import contracts", [str(Path(python).parent / "lint-imports"), "--no-cache"]),
        ("tests", [python, "-m", "pytest", "-q", "-n", "2", "--dist", "loadfile"]),
    ]
    worst = 0
    for name, command in steps:
        say(f"checking: {name}")
        status = run(command)
        if status:
            say(f"failed: {name}")
        worst = worst or status
    return worst


def say(line: str) -> None:
    """One line to the reader, at once."""
    print(f"reproduce: {line}", flush=True)


def parse(arguments: list[str] | None) -> argparse.Namespace:
    """The command line."""
    parser = argparse.ArgumentParser(
        prog="reproduce.py", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--tests", action="store_true", help="run every test instead of the studies")
    parser.add_argument("--study", help="run this study only")
    parser.add_argument("--accept", action="store_true", help="take the new results as the expected ones")
    parser.add_argument("--force", action="store_true", help="run again what is up to date")
    return parser.parse_args(arguments)


def main(arguments: list[str] | None = None) -> int:
    """What the command line asks for; the exit status."""
    options = parse(arguments)
    environment = ROOT / ".venv"
    version = (sys.version_info[0], sys.version_info[1])
    try:
        check_python(version)
        locks = [ROOT / "requirements" / "core.lock"]
        if options.tests:
            locks.append(ROOT / "requirements" / "tests.lock")
        prepare(environment, locks, version)
        if options.tests:
            return 1 if test(environment) else 0
        outcomes = [reproduce_study(environment, s, accept=options.accept, force=options.force) for s in studies(options.study)]
        return 0 if all(outcomes) else 1
    except Stop as stop:
        say(str(stop))
        return stop.status
    except KeyboardInterrupt:
        say("interrupted; nothing half-written counts as done, run this again to go on")
        return 1
    except OSError as error:
        say(f"the system refused: {reason(error)}; mend that and run this again")
        return 2


if __name__ == "__main__":
    sys.exit(main())
