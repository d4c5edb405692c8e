"""Reading a corpus: a folder, a table of documents, JSON lines or Parquet, with clear words for what is wrong."""

from __future__ import annotations

import tomllib
import warnings
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from framing.checks import unknown
from framing.corpus.documents import Corpus, Document
from framing.corpus.records import Record, read_records
from framing.corpus.rules import chosen_rules
from framing.corpus.sides import Sides, assign_sides, sides_of
from framing.corpus.texts import document_of
from framing.errors import CorpusError, FramingWarning, StudyError

CLUSTERS = ("outlet", "event", "author", "date", "id", "cluster", "section", "side")


@dataclass(frozen=True, eq=False)
class ReadCorpus(Corpus):
    """
    A corpus that remembers what was read and what was left out.

    Attributes
    ----------
    flow : tuple of (step, side, n, reason)
        How many documents each step left out or kept; `side` is "" where it is not known.
    """

    flow: tuple[tuple[str, str, int, str], ...] = field(default=())


def read_corpus(
    path: str | Path,
    *,
    sides: Mapping[str, Mapping[str, Iterable[str]]] | None = None,
    cluster: str | None = None,
    clean: bool | Iterable[str] | None = None,
    name: str | None = None,
    columns: Mapping[str, str] | None = None,
) -> Corpus:
    """
    Read the documents of a study.

    Parameters
    ----------
    path : str or Path
        A folder with `documents.csv` (and perhaps `study.toml`), that file itself, a `study.toml`, a `.jsonl`, a
        `.csv`/`.tsv` or `.parquet` with a text column, one `.txt`, or a folder of `.txt` files (a subfolder is a side).
        The columns of a table are id, file or text, side, outlet, date, title, author, section, lang, event, cluster,
        url, rights, sha256; others are left out with a note.
    sides : mapping of str to mapping of str to list of str, optional
        Side to field and values; a document belongs to the side one of whose values it has. Without it, the study
        file in the folder decides, else the column `side` in order of first appearance.
    cluster : str, optional
        Field that is resampled: outlet, event, author, date, id, section, side, or cluster (the column). Without it, the
        column `cluster` where it says something.
    clean : bool or iterable of str, optional
        Cleaning rules by name, True for all, a leading "-" to leave one out. Without it, what the study file says,
        else nothing is cut.
    name : str, optional
        Name of the corpus; that of the file or folder by default.
    columns : mapping of str to str, optional
        Our names to the names in the file, for instance ``{"text": "body"}``.

    Returns
    -------
    Corpus
        Documents in the order of the file. What was odd is in `notes`; a `FramingWarning` says how many notes there are.

    Raises
    ------
    CorpusError
        For anything that cannot be read without losing something, naming file, key and repair.
    """
    path = Path(path)
    study = _study_beside(path)
    if study:
        path = study.path
        sides = study.sides if sides is None else sides
        cluster = study.cluster if cluster is None else cluster
        clean = study.clean if clean is None else clean
    rules = _rules(clean)
    records, notes = read_records(path, columns=columns or {})
    documents = [document_of(record, rules=rules, notes=notes) for record in records]
    _unique(records, documents, path)
    wanted = Sides.of(sides) if sides else sides_of(documents)
    corpus = assign_sides(documents, wanted, where=path.name)
    notes.extend(corpus.notes)
    kept = [_clustered(document, cluster) for document in corpus.documents]
    notes.extend(_flags(kept))
    _warn(notes.serious, path.name)
    return ReadCorpus(tuple(kept), wanted.names, name or _name(path), tuple(notes.all), flow=corpus.flow)


@dataclass(frozen=True, slots=True)
class _Study:
    """The part of a study file that says how the corpus is read."""

    path: Path
    sides: Mapping[str, Mapping[str, Iterable[str]]] | None
    cluster: str | None
    clean: bool | tuple[str, ...] | None


def _study_beside(path: Path) -> _Study | None:
    """What `study.toml` says, if the path is one or a folder that holds one."""
    file = path / "study.toml" if path.is_dir() else path
    if file.name != "study.toml" and file.suffix != ".toml":
        return None
    if not file.exists():
        if path.is_dir():
            return None
        raise CorpusError(f"{path}: there is no such study file; give the path of a study.toml or of its folder")
    try:
        table = tomllib.loads(file.read_bytes().decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise StudyError(f"{file.name}: this is not valid TOML in UTF-8: {error}. Mend that line and run again.") from error
    corpus = table.get("corpus", {})
    if not isinstance(corpus, dict) or not isinstance(corpus.get("path"), str):
        raise StudyError(f"{file.name}: [corpus] has no `path`; name the documents.csv, the .jsonl or the folder of texts")
    clean = corpus.get("clean")
    return _Study(
        path=file.parent / corpus["path"],
        sides=table.get("sides") or None,
        cluster=corpus.get("cluster"),
        clean=tuple(clean) if isinstance(clean, list) else clean,
    )


def _rules(clean: bool | Iterable[str] | None) -> bool | tuple[str, ...]:
    """False for none, else names of rules that exist."""
    if clean is None or clean is False:
        return False
    return tuple(rule.name for rule in chosen_rules(clean))


def _unique(records: list[Record], documents: list[Document], path: Path) -> None:
    """Ids are what everything else refers to: a doubled one is refused with both places."""
    seen: dict[str, str] = {}
    for record, document in zip(records, documents, strict=True):
        if document.id in seen:
            raise CorpusError(
                f"{path.name}: {record.where}: the id {document.id!r} stands twice (first in {seen[document.id]}); "
                "ids must be unique, rename or remove one of the two"
            )
        seen[document.id] = record.where


def _clustered(document: Document, cluster: str | None) -> Document:
    """The document with what is resampled; what has no value of that field stands alone."""
    if cluster is None or cluster == "cluster":
        return document
    if cluster not in CLUSTERS:
        raise CorpusError(f"`cluster`: {unknown('field', cluster, CLUSTERS)}")
    return replace(document, cluster=getattr(document, cluster) or (document.id if cluster != "outlet" else None))


def _flags(documents: list[Document]) -> list[str]:
    """Notes on documents that are kept, but that a reader must know about."""
    empty = [document.id for document in documents if not document.text.strip()]
    if not empty:
        return []
    return [f"{len(empty)} of {len(documents)} documents have no text ({_some(empty)}); they are kept and count as empty"]


def _some(ids: list[str]) -> str:
    return ", ".join(ids[:3]) + (" ..." if len(ids) > 3 else "")


def _warn(notes: list[str], name: str) -> None:
    """One warning for all notes."""
    if notes:
        more = f" (and {len(notes) - 1} more, see `corpus.notes`)" if len(notes) > 1 else ""
        first = notes[0] if notes[0].startswith(name) else f"{name}: {notes[0]}"
        warnings.warn(f"{first}{more}", FramingWarning, stacklevel=3)


def _name(path: Path) -> str:
    """The folder of a documents.csv, else the file."""
    resolved = path.resolve()
    return resolved.parent.name if resolved.name == "documents.csv" else resolved.stem


def with_clusters(corpus: Corpus, clusters: Mapping[str, Any]) -> Corpus:
    """
    The corpus with other clusters for the resampling.

    Parameters
    ----------
    corpus : Corpus
    clusters : mapping of str to str
        Document id to cluster; documents it does not name keep theirs.

    Returns
    -------
    Corpus

    Raises
    ------
    CorpusError
        For an id the corpus does not hold.

    Examples
    --------
    >>> corpus = Corpus((Document("a", "x", side="s"), Document("b", "y", side="t")), ("s", "t"))
    >>> [d.cluster for d in with_clusters(corpus, {"a": "wire"})]
    ['wire', None]
    """
    for id in clusters:
        corpus[id]
    return corpus.with_documents(tuple(replace(d, cluster=str(clusters.get(d.id) or "") or d.cluster) for d in corpus))
