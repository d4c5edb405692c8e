"""A study without its texts: written for others, and run again by them."""

from __future__ import annotations

import hashlib
import json
import tempfile
import warnings
from dataclasses import replace
from pathlib import Path
from typing import Any

import pandas as pd

from framing.annotate.features import clipped, feature_files, hidden_words, with_hidden
from framing.corpus.bundle import csv_bytes, read_files, write_files
from framing.errors import FramingWarning, NeedsText
from framing.registry import find
from framing.results import DocumentScores, Result, StudyResults, TermContrast
from framing.runner.beside import lexicon_files, packed, unpack, with_what_is_here
from framing.runner.execute import execute
from framing.runner.manifest import versions
from framing.runner.output import Run, write
from framing.runner.plan import plan
from framing.study import read_study

SIGNIFICANT = 6
# Results that are no measure of the texts: the claims' robustness, and how the corpus was imported.
NO_MEASURES = ("multiverse", "import")


def digest_of(result: Result, hidden: dict[str, str] | None = None) -> str:
    """
    sha256 of a result's frame, whatever the order of its rows, with numbers at six significant digits, so that last bits do
    not matter; `hidden` gives the names under which a bundle keeps some words.
    """
    frame = clipped(with_hidden(result.data, hidden or {}))
    rounded = frame.apply(lambda column: column.map(_rounded) if pd.api.types.is_float_dtype(column) else column.astype(str))
    return hashlib.sha256(csv_bytes(rounded.sort_values(list(rounded.columns), kind="stable"))).hexdigest()


def _rounded(value: float) -> str:
    return "" if pd.isna(value) else f"{value:.{SIGNIFICANT}g}"


def ready_results(results: StudyResults, lacking: frozenset[str] = frozenset()) -> dict[str, Result]:
    """What a rerun cannot compute: whatever needs text or phrases, and the measures `lacking` a file."""
    return {
        key: result for key, result in results.results.items()
        if (name := key.split(":")[0]) in lacking
        or (name not in NO_MEASURES and (find(name).needs_text or isinstance(result, DocumentScores) or _has_phrases(result)))
    }  # fmt: skip


def _has_phrases(result: Result) -> bool:
    """True for a comparison of terms that may be longer than a word, which counts of words do not hold."""
    options = result.provenance.options
    return isinstance(result, TermContrast) and (options.get("ngrams", 1) > 1 or bool(options.get("terms")))


def write_bundle(results: StudyResults, out: Path) -> Path:
    """
    Write the features bundle of a study that was run on its texts.

    Parameters
    ----------
    results : StudyResults
    out : Path
        A folder, or a .zip.

    Returns
    -------
    Path

    Raises
    ------
    NeedsText
        If the run itself had no texts.
    OutputError
        If a table could carry running text.
    """
    if not results.annotated.has_text:
        raise NeedsText("a features bundle is made where the texts are; this study was itself run on a bundle")
    own, behind = packed(results.study)
    lacking = {name for name, paths in lexicon_files(results.study).items() if any(path in behind for path in paths)}
    files = feature_files(results.annotated, ready_results(results, frozenset(lacking))) | own
    if behind:
        said = ", ".join(f"{path.name} (licence: {licence})" for path, licence in behind.items())
        warnings.warn(
            f"not packed, for no open licence is stated: {said}; what was computed with them is stored instead",
            FramingWarning, stacklevel=2,
        )  # fmt: skip
    files["study.toml"] = results.study.text.encode("utf-8")
    files["expected.json"] = (json.dumps(promised(results), indent=1, sort_keys=True) + "\n").encode("utf-8")
    description: dict[str, Any] = {
        "title": results.study.title,
        "fingerprint": results.annotated.corpus.fingerprint,
        "models": dict(sorted(results.annotated.models.items())),
        "versions": versions(),
        "licence": "CC0-1.0 for the features; each document's own rights stand in documents.csv",
        "rights": "The texts are not part of this bundle: it holds metadata, hashes, unordered counts and scores.",
    }
    notes = [
        note for note in results.annotated.notes if not any(note.startswith(f"{d.id}: ") for d in results.annotated.corpus)
    ]
    return write_files(files, out, description | ({"notes": notes} if notes else {}))


def promised(results: StudyResults) -> dict[str, str]:
    """Digests of every result and contrast that a rerun without texts must give again."""
    hidden = hidden_words(results.annotated.counts) if results.annotated.has_text else {}
    found = {key: digest_of(result, hidden) for key, result in results.results.items() if key.split(":")[0] not in NO_MEASURES}
    return found | {f"contrast {key}": digest_of(result) for key, result in results.contrasts.items()}


def rerun_bundle(bundle: Path, out: Path, *, progress: bool = False) -> tuple[Run, str]:
    """
    Run the study of a bundle from counts and compare with what it promises.

    Parameters
    ----------
    bundle : Path
        Folder or .zip.
    out : Path
        Folder for the results.
    progress : bool

    Returns
    -------
    Run
    str
        One line; starts with "as promised" if every promised result came out again.
    """
    files, _ = read_files(bundle)
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch).resolve()
        unpack(files, folder)
        (folder / "study.toml").write_bytes(files["study.toml"])
        study, notes = with_what_is_here(read_study(folder / "study.toml"))
        study = replace(study, corpus=replace(study.corpus, path=Path("texts that are not here"), bundle=bundle))
        results = execute(plan(study, out=out), progress=progress)
    results = replace(results, warnings=(*results.warnings, *notes))
    found = promised(results)
    expected = json.loads(files["expected.json"])
    differing = sorted(key for key in expected if found.get(key) != expected[key])
    verdict = (
        f"as promised: {len(expected)} results"
        if not differing
        else f"{len(differing)} of {len(expected)} results differ: {', '.join(differing[:6])}"
    )
    return Run(results, write(results, out)), verdict
