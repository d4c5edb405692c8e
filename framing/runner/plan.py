"""Check everything that can be checked before any text is read."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from framing.checks import unknown
from framing.errors import CorpusError, OptionError, OutputError, StudyError
from framing.study import Study, read_study


@dataclass(frozen=True, slots=True)
class Plan:
    """
    A study that can be run.

    Attributes
    ----------
    study : Study
    tasks : tuple of (str, str)
        Measure and voice of everything that will be computed, in order.
    """

    study: Study
    tasks: tuple[tuple[str, str], ...]


def plan(study: str | Path | Study, *, out: str | Path | None = None) -> Plan:
    """
    Read and check a study and, if named, the output folder.

    Parameters
    ----------
    study : path or Study
    out : path, optional
        Where results will be written; refused now rather than after the computation.

    Returns
    -------
    Plan

    Raises
    ------
    StudyError, CorpusError, LexiconError, OutputError
    """
    from framing.registry import find

    checked = study if isinstance(study, Study) else read_study(study)
    if not checked.corpus.path.exists() and checked.corpus.bundle is None:
        name = checked.corpus.path.name
        raise CorpusError(
            f"{checked.path.name}: [corpus] path {name!r} does not exist beside the study file; put it there or mend the path"
        )
    # Without its texts a study takes its scores from the bundle, which may not hold the dictionaries.
    for name in getattr(checked.measures.get("lexicon"), "lexicons", ()) if checked.corpus.path.exists() else ():
        from framing.lexicons.formats import load

        load(name)
    if checked.annotation.speakers is not None and checked.corpus.path.exists():
        from framing.annotate.coded import read_coded

        read_coded(checked.annotation.speakers)
    multiverse_options(checked)
    claimed_lexicons(checked)
    if out is not None:
        check_writable(Path(out))
    tasks = []
    for name in checked.measures:
        voices = checked.voices if find(name).by_voice else ("all",)
        tasks += [(name, voice) for voice in voices]
    return Plan(checked, tuple(tasks))


def multiverse_options(study: Study) -> Any:
    """
    The checked options of `[multiverse]`; None if the study has none.

    Raises
    ------
    StudyError
        Naming file, key and the nearest known key.
    """
    if not study.multiverse:
        return None
    from framing.compare.specifications import Options

    where = f"{study.path.name}: [multiverse]"
    for key in study.multiverse:
        if key not in Options.__dataclass_fields__:
            raise StudyError(f"{where}: {unknown('key', key, Options.__dataclass_fields__)}")
    chosen: dict[str, Any] = {
        key: tuple(value) if isinstance(value, list) else value for key, value in study.multiverse.items()
    }
    try:
        return Options(**chosen)
    except OptionError as error:
        raise StudyError(f"{where}: {error}") from error


def claimed_lexicons(study: Study) -> dict[str, Any]:
    """Word lists beside the study file that claims of the multiverse name, by the name the claim uses."""
    from framing.lexicons.formats import load

    names = [
        claim.partition(":")[2].partition("@")[0]
        for claim in study.multiverse.get("claims", ())
        if claim.startswith("lexicon:")
    ]
    return {name: load(study.path.parent / name) for name in names if (study.path.parent / name).is_file()}


def check_writable(folder: Path) -> None:
    """
    Refuse a folder that cannot be written to.

    Raises
    ------
    OutputError
        Naming the nearest existing folder and what is wrong with it.
    """
    if folder.exists() and not folder.is_dir():
        raise OutputError(f"--out {folder}: this is a file; name a folder")
    nearest = folder.resolve()
    while not nearest.exists():
        nearest = nearest.parent
    if not os.access(nearest, os.W_OK | os.X_OK):
        raise OutputError(f"--out {folder}: {nearest} is not writable for you; choose another folder or change its rights")
