"""A study file: `study.toml`, read, checked in full, and frozen before any text is read."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from framing.checks import did_you_mean, unknown
from framing.errors import StudyError
from framing.registry import build_options, find

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
    clausal_only : bool
        Indirect speech only where its content is a clause; see `framing.annotate.annotated.annotate`.
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
    measures: dict[str, Any] = field(default_factory=dict)
    compare: CompareTable = field(default_factory=CompareTable)
    multiverse: dict[str, Any] = field(default_factory=dict)
    journal: str = "generic"
    text: str = ""
    clausal_only: bool = False


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
    _known(path.name, "", table, KEYS)
    return Study(
        path=path.resolve(),
        title=_typed(path.name, table, "title", str, path.resolve().parent.name),
        seed=_seed(path.name, table),
        corpus=_corpus(path, table),
        sides=_sides(path.name, table),
        voices=_voices(path.name, table),
        clausal_only=_typed(path.name, _table(path.name, table, "voices"), "clausal_only", bool, False, "[voices]: "),
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


def _known(file: str, where: str, table: dict[str, Any], known: Iterable[str]) -> None:
    """Refuse a key nobody reads: it is a typing error, and a silent one would change the result."""
    known = sorted(known)
    for key in table:
        if key not in known:
            place = f"{file}: {where}: " if where else f"{file}: "
            raise StudyError(place + unknown("key", key, known))


_KINDS = {"str": "text", "int": "a whole number", "bool": "true or false"}


def _typed(file: str, table: dict[str, Any], key: str, kind: type | tuple[type, ...], default: Any, where: str = "") -> Any:
    """The value of a key, if it has the right type."""
    value = table.get(key, default)
    kinds = kind if isinstance(kind, tuple) else (kind,)
    if (isinstance(value, bool) and bool not in kinds) or (value is not default and not isinstance(value, kind)):
        wanted = " or ".join(
            {"str": "text", "int": "a whole number", "bool": "true or false"}.get(k.__name__, k.__name__) for k in kinds
        )
        raise StudyError(f"{file}: {where}`{key}` must be {wanted}, got {value!r}")
    return value


def _seed(file: str, table: dict[str, Any]) -> int:
    seed: int = _typed(file, table, "seed", int, 0)
    if seed < 0:
        raise StudyError(f"{file}: `seed` must be a whole number of at least 0, got {seed}")
    return seed


def _table(file: str, table: dict[str, Any], key: str) -> dict[str, Any]:
    """A sub-table, empty if absent."""
    value = table.get(key, {})
    if not isinstance(value, dict):
        raise StudyError(f"{file}: `{key}` must be a table, written [{key}], got {value!r}")
    return value


def _strings(file: str, where: str, value: Any) -> tuple[str, ...]:
    """One text or a list of texts, as a tuple."""
    values = [value] if isinstance(value, str) else value
    if not isinstance(values, list) or not values or not all(isinstance(item, str) for item in values):
        raise StudyError(f"{file}: {where} must be a text or a list of texts, got {value!r}")
    return tuple(values)


def _corpus(path: Path, table: dict[str, Any]) -> CorpusTable:
    values = _table(path.name, table, "corpus")
    if not values:
        raise StudyError(f'{path.name}: there is no [corpus]; write\n[corpus]\npath = "documents.csv"')
    known = CorpusTable.__dataclass_fields__
    _known(path.name, "[corpus]", values, known)
    if "path" not in values:
        raise StudyError(f"{path.name}: [corpus] has no `path`; name the documents.csv, the .jsonl or the folder of texts")
    folder = path.resolve().parent
    where = "[corpus]: "
    clean = values.get("clean", False)
    bundle = _typed(path.name, values, "bundle", str, None, where)
    duplicates = _typed(path.name, values, "duplicates", str, "keep-all", where)
    _choice(path.name, "[corpus] duplicates", duplicates, ("keep-all", "keep-first", "one-per-cluster"))
    cluster = _typed(path.name, values, "cluster", str, "outlet", where)
    _choice(path.name, "[corpus] cluster", cluster, ("outlet", "event", "author", "date", "id", "cluster", "section"))
    return CorpusTable(
        path=folder / _typed(path.name, values, "path", str, "", where),
        cluster=cluster,
        clean=clean if isinstance(clean, bool) else _strings(path.name, "[corpus] clean", clean),
        duplicates=duplicates,
        terms=_strings(path.name, "[corpus] terms", values["terms"]) if "terms" in values else (),
        bundle=folder / bundle if bundle else None,
    )


def _choice(file: str, where: str, value: str, known: tuple[str, ...]) -> None:
    if value not in known:
        raise StudyError(f"{file}: {where} must be one of {', '.join(known)}, got {value!r}{did_you_mean(value, known)}")


def _sides(file: str, table: dict[str, Any]) -> dict[str, dict[str, tuple[str, ...]]]:
    values = _table(file, table, "sides")
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
        _known(file, f"[sides] {side}", fields, SIDE_FIELDS)
        sides[side] = {key: _strings(file, f"[sides] {side}.{key}", value) for key, value in fields.items()}
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
    values = _table(file, table, "voices")
    _known(file, "[voices]", values, ("use", "clausal_only"))
    voices = _strings(file, "[voices] use", values.get("use", ["own", "quoted", "all"]))
    for voice in voices:
        _choice(file, "[voices] use", voice, VOICE_CHOICES)
    return tuple(dict.fromkeys(voices))


def _measures(path: Path, table: dict[str, Any]) -> dict[str, Any]:
    values = _table(path.name, table, "measures") or {name: {} for name in DEFAULT_MEASURES}
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
    values = _table(file, table, "compare")
    _known(file, "[compare]", values, CompareTable.__dataclass_fields__)
    chosen = CompareTable(
        weight=_typed(file, values, "weight", str, "document", "[compare]: "),
        n_draws=_typed(file, values, "n_draws", int, 2000, "[compare]: "),
        level=_typed(file, values, "level", float, 0.95, "[compare]: "),
        adjust=_typed(file, values, "adjust", str, "holm", "[compare]: "),
    )
    _choice(file, "[compare] weight", chosen.weight, ("document", "word"))
    _choice(file, "[compare] adjust", chosen.adjust, ("holm", "bh", "none"))
    if chosen.n_draws < 100:
        raise StudyError(f"{file}: [compare] n_draws must be at least 100, got {chosen.n_draws}")
    if not 0.5 <= chosen.level < 1:
        raise StudyError(f"{file}: [compare] level must lie between 0.5 and 1, got {chosen.level}")
    return chosen


def _multiverse(file: str, table: dict[str, Any]) -> dict[str, Any]:
    values = _table(file, table, "multiverse")
    if values and "claims" not in values:
        raise StudyError(f'{file}: [multiverse] has no `claims`; declare them, e.g. claims = ["lexicon:control-order"]')
    if values:
        _strings(file, "[multiverse] claims", values["claims"])
    return values


def _report(file: str, table: dict[str, Any]) -> str:
    values = _table(file, table, "report")
    _known(file, "[report]", values, ("journal",))
    return str(_typed(file, values, "journal", str, "generic", "[report]: "))
