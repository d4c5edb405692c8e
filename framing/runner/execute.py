"""Compute everything a study asks for; nothing is written here."""

from __future__ import annotations

import csv
import re
import warnings
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

from framing.annotate.annotated import Annotated, annotate
from framing.annotate.coded import code_speakers
from framing.corpus.importers.beside import report_beside
from framing.engine import one_thread, task_seed
from framing.errors import FramingError, FramingWarning, NeedsText
from framing.registry import find
from framing.results import DocumentScores, Result, SideContrast, StudyResults
from framing.runner.plan import Plan, claimed_lexicons, multiverse_options
from framing.study import Study

_BY_VOICE = re.compile(r"(.+?), voice ('\w+'): (.+)", re.DOTALL)


def execute(plan: Plan, *, progress: bool = False) -> StudyResults:
    """
    Read, annotate, measure and compare.

    Parameters
    ----------
    plan : Plan
    progress : bool
        Show one progress bar over the tasks.

    Returns
    -------
    StudyResults
        With every warning that was raised on the way, once each.
    """
    study = plan.study
    with warnings.catch_warnings(record=True) as caught, one_thread():
        warnings.simplefilter("always", FramingWarning)
        annotated, notes = _material(study, progress=progress)
        report = report_beside(study.corpus.path)
        health = _health(study, annotated, report)
        results, missed = _measure(plan, annotated, progress=progress)
        contrasts = _compare(study, annotated, results)
        robust, unseen = _multiverse(study, annotated)
        results |= robust | ({"import:all": report} if report is not None else {})
    heard = [str(w.message) for w in caught if issubclass(w.category, FramingWarning)]
    _pass_on(caught)
    said = [*notes, *annotated.corpus.notes, *annotated.notes, *missed, *unseen, *heard]
    return StudyResults(
        study=study, annotated=annotated, health=health, results=results, contrasts=contrasts,
        warnings=merged(said),
    )  # fmt: skip


def merged(warnings_said: list[str]) -> tuple[str, ...]:
    """
    Every warning once; those that differ in the voice alone become one that names the voices.

    Examples
    --------
    >>> merged(["keyness, voice 'own': few", "keyness, voice 'all': few", "keyness, voice 'own': few"])
    ("keyness, voices 'own', 'all': few",)
    """
    voices: dict[tuple[str, str], list[str]] = {}
    for warning in warnings_said:
        match = _BY_VOICE.fullmatch(warning)
        before, voice, after = match.groups() if match else (warning, "", "")
        voices.setdefault((before, after), []).append(voice)
    return tuple(
        f"{before}, voice{'s' * (len(set(found)) > 1)} {', '.join(dict.fromkeys(found))}: {after}" if found[0] else before
        for (before, after), found in voices.items()
    )


def _pass_on(caught: list[warnings.WarningMessage]) -> None:
    """Warnings that are not ours go on to whoever listens."""
    for warning in caught:
        if not issubclass(warning.category, FramingWarning):
            warnings.warn_explicit(warning.message, warning.category, warning.filename, warning.lineno)


def _material(study: Study, *, progress: bool) -> tuple[Annotated, list[str]]:
    """The annotated corpus: from the texts where they are, else from the features bundle."""
    from framing.annotate.features import read_features
    from framing.corpus.duplicates import drop_duplicates
    from framing.corpus.readers import read_corpus

    table = study.corpus
    if table.bundle is not None and not _texts_are_here(table.path):
        features = read_features(table.bundle, sides=study.sides, cluster=table.cluster, name=study.title)
        note = "The texts are not here: everything is computed from the features bundle, which holds counts and no text."
        return features, [note]
    corpus = read_corpus(table.path, sides=study.sides, cluster=table.cluster, clean=table.clean, name=study.title)
    corpus = drop_duplicates(corpus, table.duplicates)
    chosen = study.annotation
    annotated = annotate(corpus, clausal_only=chosen.clausal_only, indirect_from=chosen.indirect_from, progress=progress)
    return annotated if chosen.speakers is None else code_speakers(annotated, chosen.speakers), []


def _texts_are_here(path: Path) -> bool:
    """True if at least one text that the table of documents names is there; anything but a table holds its own texts."""
    if path.suffix != ".csv":
        return path.exists()
    with path.open(encoding="utf-8-sig", newline="") as stream:
        rows = csv.DictReader(stream)
        return "file" not in (rows.fieldnames or ()) or any((path.parent / (row["file"] or "")).is_file() for row in rows)


def _health(study: Study, annotated: Annotated, report: Result | None) -> Result:
    from framing.corpus.health import health

    lengths = None
    if not annotated.has_text:
        n_tokens = annotated.counts.select("all").n_tokens
        lengths = {d.id: int(n) for d, n in zip(annotated.corpus, n_tokens, strict=True)}
    return health(annotated.corpus, terms=study.corpus.terms or None, n_words=lengths, parse_report=report)


def _measure(plan: Plan, annotated: Annotated, *, progress: bool) -> tuple[dict[str, Result], list[str]]:
    """Every measure for every voice; what a bundle cannot give is taken from it ready-made, or said to be missing."""
    from tqdm.auto import tqdm

    results: dict[str, Result] = {}
    missed: list[str] = []
    for name, voice in tqdm(plan.tasks, desc="measures", disable=not progress):
        key = f"{name}:{voice}"
        entry = find(name)
        if not annotated.has_text and key in annotated.ready:
            results[key] = annotated.ready[key]
            continue
        try:
            computed = _named(key, entry.function)(
                annotated, options=plan.study.measures[name], voice=voice, seed=task_seed(plan.study.seed, key)
            )
            results[key] = _without_folder(computed, plan.study)
        except NeedsText as error:
            missed.append(f"{key} was not computed: {error}")
    return results, missed


def _without_folder(result: Result, study: Study) -> Result:
    """Files named relative to the study, as its author wrote them: an output never holds a path of this machine."""
    folder = f"{study.path.parent}/"

    def short(value: Any) -> Any:
        if isinstance(value, str):
            return value.replace(folder, "")
        return type(value)(map(short, value)) if isinstance(value, (list, tuple)) else value

    options = {key: short(value) for key, value in result.provenance.options.items()}
    return replace(result, provenance=replace(result.provenance, options=options))


def _named(key: str, function: Callable[..., Result]) -> Callable[..., Result]:
    """The measure, with errors that say which measure and voice they come from."""

    def call(*arguments: Any, **options: Any) -> Result:
        try:
            return function(*arguments, **options)
        except NeedsText:
            raise
        except FramingError as error:
            raise type(error)(f"{key}: {error}") from error

    return call


def _compare(study: Study, annotated: Annotated, results: dict[str, Result]) -> dict[str, SideContrast]:
    """Side contrasts of every set of document scores."""
    from framing.compare.sides import contrast

    table = study.compare
    chosen: dict[str, Any] = {"weight": table.weight, "n_draws": table.n_draws, "level": table.level, "adjust": table.adjust}
    return {
        key: contrast(result, seed=task_seed(study.seed, f"contrast:{key}"), sides=annotated.corpus.sides, **chosen)
        for key, result in results.items()
        if isinstance(result, DocumentScores)
    }


def _multiverse(study: Study, annotated: Annotated) -> tuple[dict[str, Result], list[str]]:
    """The declared claims under every combination of declared choices, or why a bundle cannot give them."""
    key = "multiverse:all"
    if not study.multiverse:
        return {}, []
    if not annotated.has_text and key in annotated.ready:
        return {key: annotated.ready[key]}, []
    from framing.compare.multiverse import multiverse

    options, seed = multiverse_options(study), task_seed(study.seed, "multiverse")
    try:
        return {key: multiverse(annotated, options=options, seed=seed, lexicons=claimed_lexicons(study))}, []
    except NeedsText as error:
        return {}, [f"multiverse was not computed: {error}"]
