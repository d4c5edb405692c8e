"""A study file: `study.toml`, read, checked in full, and frozen before any text is read."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from framing.errors import StudyError
from framing.registry import build_options, find
from framing.toml_values import choice, only_known, strings, sub_table, typed

VOICE_CHOICES = ("own", "quoted", "all", "direct", "indirect", "block")
SIDE_FIELDS = ("outlet", "id", "section", "author", "lang", "event", "side")


@dataclass(frozen=True, slots=True)
class CorpusTable:
    """`[corpus]`: where the documents are, what is resampled, and how texts are cleaned."""

    path: Path
    cluster: str = "outlet"
    clean: bool | tuple[str, ...] = False
    duplicates: str = "keep-all"
    terms: tuple[str, ...] = ()
    bundle: Path | None = None


@dataclass(frozen=True, slots=True)
class AnnotationTable:
    """
    `[voices]`, all but `use`: how the corpus is annotated.

    Attributes
    ----------
    clausal_only : bool
        Indirect speech only where its content is a clause; see `framing.annotate.annotated.annotate`.
    indirect_from : float
        Indirect speech only from this probability on, in [0, 1]; see there.
    speakers : Path or None
        Speakers whose kind was coded by hand; see `framing.annotate.coded.read_coded`.
    """

    clausal_only: bool = False
    indirect_from: float = 0.5
    speakers: Path | None = None


@dataclass(frozen=True, slots=True)
class CompareTable:
    """`[compare]`: how side contrasts are computed."""

    weight: str = "document"
    n_draws: int = 2000
    level: float = 0.95
    adjust: str = "holm"


@dataclass(frozen=True)
class Study:
    """
    A checked study.

    Attributes
    ----------
    path : Path
        The study file; relative paths in it are relative to its folder.
    title : str
    seed : int
    corpus : CorpusTable
    sides : dict of str to dict of str to tuple of str
        Side to the field values that put a document on it; in the order of the file.
    voices : tuple of str
        Those every measure is computed for.
    annotation : AnnotationTable
    measures : dict of str to options
        Measure name to its checked options.
    compare : CompareTable
    multiverse : dict
        The table `[multiverse]`, empty if there is none.
    journal : str
        Preset for figure sizes.
    text : str
        The file itself, for the provenance.
    """

    path: Path
    title: str
    seed: int
    corpus: CorpusTable
    sides: dict[str, dict[str, tuple[str, ...]]]
    voices: tuple[str, ...] = ("own", "quoted", "all")
    annotation: AnnotationTable = field(default_factory=AnnotationTable)
    measures: dict[str, Any] = field(default_factory=dict)
    compare: CompareTable = field(default_factory=CompareTable)
    multiverse: dict[str, Any] = field(default_factory=dict)
    journal: str = "generic"
    text: str = ""


KEYS = ("title", "seed", "corpus", "sides", "voices", "measures", "compare", "multiverse", "report")
DEFAULT_MEASURES = ("quotes", "voices", "sources", "lexicon", "keyness", "topics", "readability")


def read_study(path: str | Path) -> Study:
    """
    Read and check a study file.

    Parameters
    ----------
    path : str or Path
        A `study.toml`, or a folder that holds one.

    Returns
    -------
    Study

    Raises
    ------
    StudyError
        For anything that cannot be right, naming file, key and the nearest known key.
    """
    path = Path(path)
    path = path / "study.toml" if path.is_dir() else path
    text = _read(path)
    try:
        table = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise StudyError(f"{path.name}: this is not valid TOML: {error}. Mend that line and run again.") from error
    only_known(path.name, "", table, KEYS)
    return Study(
        path=path.resolve(),
        title=typed(path.name, table, "title", str, path.resolve().parent.name),
        seed=_seed(path.name, table),
        corpus=_corpus(path, table),
        sides=_sides(path.name, table),
        voices=_voices(path.name, table),
        annotation=_annotation(path, table),
        measures=_measures(path, table),
        compare=_compare(path.name, table),
        multiverse=_multiverse(path.name, table),
        journal=_report(path.name, table),
        text=text,
    )


def _read(path: Path) -> str:
    """The file as text, or a message that tells what to do."""
    if not path.exists():
        raise StudyError(f"{path}: there is no such study file; give the path of a study.toml or of its folder")
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise StudyError(f"{path.name}: not UTF-8 (byte {error.start}); save the file as UTF-8") from error
    except OSError as error:
        raise StudyError(f"{path.name}: cannot be read ({error.strerror}); check that it is a file you may read") from error
    if not text.strip():
        raise StudyError(f"{path.name}: the file is empty; a study needs at least [corpus] path and [sides]")
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _seed(file: str, table: dict[str, Any]) -> int:
    seed: int = typed(file, table, "seed", int, 0)
    if seed < 0:
        raise StudyError(f"{file}: `seed` must be a whole number of at least 0, got {seed}")
    return seed


def _corpus(path: Path, table: dict[str, Any]) -> CorpusTable:
    values = sub_table(path.name, table, "corpus")
    if not values:
        raise StudyError(f'{path.name}: there is no [corpus]; write\n[corpus]\npath = "documents.csv"')
    known = CorpusTable.__dataclass_fields__
    only_known(path.name, "[corpus]", values, known)
    if "path" not in values:
        raise StudyError(f"{path.name}: [corpus] has no `path`; name the documents.csv, the .jsonl or the folder of texts")
    folder = path.resolve().parent
    where = "[corpus]: "
    clean = values.get("clean", False)
    bundle = typed(path.name, values, "bundle", str, None, where)
    duplicates = typed(path.name, values, "duplicates", str, "keep-all", where)
    choice(path.name, "[corpus] duplicates", duplicates, ("keep-all", "keep-first", "one-per-cluster"))
    cluster = typed(path.name, values, "cluster", str, "outlet", where)
    choice(path.name, "[corpus] cluster", cluster, ("outlet", "event", "author", "date", "id", "cluster", "section"))
    return CorpusTable(
        path=folder / typed(path.name, values, "path", str, "", where),
        cluster=cluster,
        clean=clean if isinstance(clean, bool) else strings(path.name, "[corpus] clean", clean),
        duplicates=duplicates,
        terms=strings(path.name, "[corpus] terms", values["terms"]) if "terms" in values else (),
        bundle=folder / bundle if bundle else None,
    )


def _sides(file: str, table: dict[str, Any]) -> dict[str, dict[str, tuple[str, ...]]]:
    values = sub_table(file, table, "sides")
    if len(values) < 2:
        raise StudyError(
            f'{file}: [sides] names {len(values)} side(s); a comparison needs two, e.g. state = {{ outlet = ["..."] }}'
        )
    sides = {}
    for side, fields in values.items():
        if not isinstance(fields, dict) or not fields:
            raise StudyError(
                f'{file}: [sides] {side} must name a field and its values, e.g. {{ outlet = ["..."] }}, got {fields!r}'
            )
        only_known(file, f"[sides] {side}", fields, SIDE_FIELDS)
        sides[side] = {key: strings(file, f"[sides] {side}.{key}", value) for key, value in fields.items()}
    _disjoint(file, sides)
    return sides


def _disjoint(file: str, sides: dict[str, dict[str, tuple[str, ...]]]) -> None:
    """No value may put a document on two sides."""
    owner: dict[tuple[str, str], str] = {}
    for side, fields in sides.items():
        for key, values in fields.items():
            for value in values:
                if owner.setdefault((key, value), side) != side:
                    raise StudyError(f"{file}: [sides] {key} {value!r} stands on both {owner[key, value]!r} and {side!r}")


def _voices(file: str, table: dict[str, Any]) -> tuple[str, ...]:
    values = sub_table(file, table, "voices")
    only_known(file, "[voices]", values, ("use", *AnnotationTable.__dataclass_fields__))
    voices = strings(file, "[voices] use", values.get("use", ["own", "quoted", "all"]))
    for voice in voices:
        choice(file, "[voices] use", voice, VOICE_CHOICES)
    return tuple(dict.fromkeys(voices))


def _annotation(path: Path, table: dict[str, Any]) -> AnnotationTable:
    file, values, where = path.name, sub_table(path.name, table, "voices"), "[voices]: "
    indirect_from = typed(file, values, "indirect_from", (int, float), AnnotationTable().indirect_from, where)
    if not 0 <= indirect_from <= 1:
        raise StudyError(f"{file}: {where}`indirect_from` must lie between 0 and 1, got {indirect_from}")
    speakers = typed(file, values, "speakers", str, None, where)
    return AnnotationTable(
        clausal_only=typed(file, values, "clausal_only", bool, False, where),
        indirect_from=float(indirect_from),
        speakers=path.resolve().parent / speakers if speakers else None,
    )


def _measures(path: Path, table: dict[str, Any]) -> dict[str, Any]:
    values = sub_table(path.name, table, "measures") or {name: {} for name in DEFAULT_MEASURES}
    chosen = {}
    for name, settings in values.items():
        if not isinstance(settings, dict):
            raise StudyError(f"{path.name}: [measures] {name} must be a table, written [measures.{name}], got {settings!r}")
        try:
            entry = find(name)
        except StudyError as error:
            raise StudyError(f"{path.name}: [measures.{name}]: {error}") from error
        settings = _beside(path, settings)
        chosen[name] = build_options(entry, settings, where=f"{path.name}: [measures.{name}]")
    return chosen


def _beside(path: Path, settings: dict[str, Any]) -> dict[str, Any]:
    """Files that a measure reads (word lists, topic names) are named relative to the study file."""
    folder = path.resolve().parent
    placed = dict(settings)
    if isinstance(settings.get("lexicons"), list):
        placed["lexicons"] = [str(folder / item) if (folder / str(item)).is_file() else item for item in settings["lexicons"]]
    if isinstance(settings.get("names"), str):
        placed["names"] = str(folder / settings["names"])
    if isinstance(settings.get("scores"), str) and (folder / settings["scores"]).is_file():
        placed["scores"] = str(folder / settings["scores"])
    return placed


def _compare(file: str, table: dict[str, Any]) -> CompareTable:
    values = sub_table(file, table, "compare")
    only_known(file, "[compare]", values, CompareTable.__dataclass_fields__)
    chosen = CompareTable(
        weight=typed(file, values, "weight", str, "document", "[compare]: "),
        n_draws=typed(file, values, "n_draws", int, 2000, "[compare]: "),
        level=typed(file, values, "level", float, 0.95, "[compare]: "),
        adjust=typed(file, values, "adjust", str, "holm", "[compare]: "),
    )
    choice(file, "[compare] weight", chosen.weight, ("document", "word"))
    choice(file, "[compare] adjust", chosen.adjust, ("holm", "bh", "none"))
    if chosen.n_draws < 100:
        raise StudyError(f"{file}: [compare] n_draws must be at least 100, got {chosen.n_draws}")
    if not 0.5 <= chosen.level < 1:
        raise StudyError(f"{file}: [compare] level must lie between 0.5 and 1, got {chosen.level}")
    return chosen


def _multiverse(file: str, table: dict[str, Any]) -> dict[str, Any]:
    values = sub_table(file, table, "multiverse")
    if values and "claims" not in values:
        raise StudyError(f'{file}: [multiverse] has no `claims`; declare them, e.g. claims = ["lexicon:control-order"]')
    if values:
        strings(file, "[multiverse] claims", values["claims"])
    return values


def _report(file: str, table: dict[str, Any]) -> str:
    values = sub_table(file, table, "report")
    only_known(file, "[report]", values, ("journal",))
    return str(typed(file, values, "journal", str, "generic", "[report]: "))
