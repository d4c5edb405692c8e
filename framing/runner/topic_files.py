"""What a run leaves of its topics for further work: a file to put names into, and the networks as GraphML."""

from __future__ import annotations

import shutil
from pathlib import Path

import pandas as pd

from framing.measures.topics.result import Topics
from framing.results import StudyResults

NAMES = "topics-*-names.csv"


def write_topic_files(results: StudyResults, scratch: Path, folder: Path) -> list[str]:
    """
    Write `tables/topics-kK-names.csv`, one for all voices, and `tables/topics-VOICE-network.graphml`.

    Parameters
    ----------
    results : StudyResults
    scratch : Path
        Where the run is being written.
    folder : Path
        Whose place it will take. A names file in it that somebody worked on is carried over as it is.

    Returns
    -------
    list of str
        The files, relative to the folder.
    """
    written = []
    fitted = {key: r for key, r in results.results.items() if isinstance(r, Topics) and "communities" in r.tables}
    tables = scratch / "tables"
    for number, (key, result) in enumerate(fitted.items()):
        tables.mkdir(exist_ok=True)
        if number == 0:  # the topics are the same in every voice
            written.append(tables / f"topics-k{len(result.tables['topics'])}-names.csv")
            result.write_names(written[0])
        written.append(tables / f"{key.replace(':', '-')}-network.graphml")
        result.to_graphml(written[-1])
    chosen = getattr(results.study.measures.get("topics"), "names", None)
    for old in sorted((folder / "tables").glob(NAMES)):
        new = tables / old.name
        if _is_somebodys(old, new, Path(chosen) if chosen else None):
            tables.mkdir(exist_ok=True)
            shutil.copyfile(old, new)
            written.append(new)
    return sorted({path.relative_to(scratch).as_posix() for path in written})


def _is_somebodys(old: Path, new: Path, chosen: Path | None) -> bool:
    """True for the file the study reads its names from, and for one with names that the new one lacks."""
    if chosen is not None and chosen.resolve() == old.resolve():
        return True
    try:
        return bool(_names(old) - (_names(new) if new.exists() else set()))
    except (ValueError, OSError, KeyError):
        return True  # not as it was written: somebody had it open


def _names(path: Path) -> set[str]:
    column = pd.read_csv(path, dtype=str, keep_default_na=False)["name"]
    return {name.strip() for name in column} - {""}
