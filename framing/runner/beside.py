"""The user's own files that a study names: packed into a bundle where their licence lets them, found again in a rerun."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path, PurePosixPath
from typing import Any

from framing.errors import CorpusError, OutputError
from framing.study import Study

FOLDER = "beside/"
# Beginnings of licences under which a word list may be given on.
OPEN = ("cc0", "cc-by", "cc by", "pddl", "public domain", "mit", "bsd", "apache", "odbl", "odc-by", "gpl", "lgpl")


def lexicon_files(study: Study) -> dict[str, list[Path]]:
    """Dictionary files of the user's own, by the measure (or "multiverse") that reads them."""
    from framing.runner.plan import claimed_lexicons

    named = {
        "lexicon": getattr(study.measures.get("lexicon"), "lexicons", ()),
        "shift": (getattr(study.measures.get("shift"), "scores", ""),),
        "multiverse": tuple(study.path.parent / name for name in claimed_lexicons(study)),
    }
    found = {measure: [Path(name) for name in names if str(name) and Path(name).is_file()] for measure, names in named.items()}
    return {measure: paths for measure, paths in found.items() if paths}


def packed(study: Study) -> tuple[dict[str, bytes], dict[Path, str]]:
    """
    The files to put into a bundle, and those that must stay behind.

    Returns
    -------
    dict of str to bytes
        Name in the bundle to content: topic names always, for they are the user's own; dictionaries with an open licence.
    dict of Path to str
        Dictionaries that stay behind, and their licence.
    """
    from framing.lexicons.formats import load

    files: dict[str, bytes] = {}
    behind: dict[Path, str] = {}
    names = getattr(study.measures.get("topics"), "names", None)
    if names and Path(names).is_file():
        _add(files, study, Path(names))
    for path in dict.fromkeys(path for paths in lexicon_files(study).values() for path in paths):
        licence = load(path).licence
        if licence.lower().startswith(OPEN):
            _add(files, study, path)
        else:
            behind[path] = licence
    return files, behind


def _add(files: dict[str, bytes], study: Study, path: Path) -> None:
    """Under the name the study uses, or its last part where that leads out of the folder."""
    folder, whole = study.path.parent.resolve(), path.resolve()
    name = FOLDER + (whole.relative_to(folder).as_posix() if whole.is_relative_to(folder) else path.name)
    content = path.read_bytes()
    if files.get(name, content) != content:
        raise OutputError(f"bundle: two files of the study would be called {path.name!r}; rename one of them")
    files[name] = content


def unpack(files: dict[str, bytes], folder: Path) -> None:
    """Write the packed files of a bundle into a folder, each inside it."""
    for name, content in files.items():
        if not name.startswith(FOLDER):
            continue
        inner = PurePosixPath(name.removeprefix(FOLDER))
        if inner.is_absolute() or ".." in inner.parts or "\\" in name or ":" in name:
            raise CorpusError(f"the bundle holds a file that would be written elsewhere ({name!r}); refused")
        target = folder / inner
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content)


def with_what_is_here(study: Study) -> tuple[Study, list[str]]:
    """The study with its topic names where they were unpacked, or without them, and what to say of it."""
    options: Any = study.measures.get("topics")
    names = getattr(options, "names", None)
    if not names or Path(names).is_file():
        return study, []
    nearby = study.path.parent / Path(names).name
    found = str(nearby) if nearby.is_file() else None
    notes = [] if found else [f"topics: {Path(names).name} is not in the bundle; the topics are called by their terms"]
    return replace(study, measures={**study.measures, "topics": replace(options, names=found)}), notes
