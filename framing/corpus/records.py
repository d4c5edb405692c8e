"""The rows of a corpus file, whatever its kind: one record a document."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, fields, replace
from pathlib import Path
from typing import Any

import pandas as pd

from framing.checks import did_you_mean
from framing.corpus.documents import Cut, Document
from framing.corpus.files import read_text
from framing.corpus.notes import Notes
from framing.errors import CorpusError, ModelMissing

METADATA = ("id", "side", "outlet", "date", "title", "author", "section", "lang", "event", "cluster", "url", "rights", "sha256")
COLUMNS = (*METADATA, "file", "text")
UNREAD = ("n_words",)  # what shipped tables say besides, for people
_FIELDS = frozenset(entry.name for entry in fields(Document))
_TABLES = (".csv", ".tsv", ".tab")
_LINES = (".jsonl", ".ndjson", ".json")


@dataclass(frozen=True, slots=True)
class Record:
    """
    One document before it is read in full.

    Attributes
    ----------
    where : str
        Line or file, for messages.
    values : dict of str to str
        Metadata that is there; absent keys were empty.
    text : str
        As read.
    source : str or None
        Name of the file the text came from.
    given : dict
        Fields of the document as a file of ours holds them: a language that is known to be unknown, earlier cuts.
    """

    where: str
    values: dict[str, str]
    text: str
    source: str | None = None
    given: dict[str, Any] = field(default_factory=dict)


def read_records(path: Path, *, columns: Mapping[str, str]) -> tuple[list[Record], Notes]:
    """
    The records of a file or folder, chosen by its kind.

    Parameters
    ----------
    path : Path
    columns : mapping of str to str
        Our names to the names in the file.

    Returns
    -------
    records : list of Record
    notes : Notes
    """
    notes = Notes()
    if not path.exists():
        raise CorpusError(f"{path}: there is no such file or folder; check [corpus] path, or put the documents there")
    if path.is_dir():
        table = path / "documents.csv"
        records = list(_from_table(table, columns, notes) if table.exists() else _from_folder(path, notes))
    elif path.suffix.lower() in _TABLES:
        records = list(_from_table(path, columns, notes))
    elif path.suffix.lower() in _LINES:
        records = list(_from_json(path, columns, notes))
    elif path.suffix.lower() in (".parquet", ".pq"):
        records = list(_from_parquet(path, columns, notes))
    elif path.suffix.lower() in (".txt", ".text", ".md"):
        records = [_text_record(path, path.name, notes)]
    else:
        raise CorpusError(
            f"{path.name}: {path.suffix or 'a file without an ending'} is not a corpus; give a documents.csv, .jsonl, .csv, "
            ".parquet, .txt or a folder of .txt, or turn a database export into one with `framing import`"
        )
    if not records:
        raise CorpusError(f"{path}: there are no documents in it; add a row or a text file for each document")
    return records, notes


def _from_folder(folder: Path, notes: Notes) -> Iterator[Record]:
    """Every .txt below a folder, in the order of names; the first subfolder is the side."""
    files = sorted(file for file in folder.rglob("*") if file.suffix.lower() == ".txt" and file.is_file())
    if not files:
        raise CorpusError(f"{folder}: there is neither a documents.csv nor any .txt in this folder; add one of the two")
    for file in files:
        inside = file.relative_to(folder)
        record = _text_record(file, inside.as_posix(), notes)
        side = {"side": inside.parts[0]} if len(inside.parts) > 1 else {}
        yield Record(record.where, record.values | {"id": inside.with_suffix("").as_posix()} | side, record.text, record.source)


def _text_record(file: Path, where: str, notes: Notes) -> Record:
    text, note = read_text(file)
    notes.add(note)
    return Record(where, {"id": file.stem}, text, file.name)


def _from_table(path: Path, columns: Mapping[str, str], notes: Notes) -> Iterator[Record]:
    """Rows of a CSV file; comma, semicolon or tab, as its first line shows."""
    text, note = read_text(path)
    notes.add(note)
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if not text.strip():
        raise CorpusError(
            f"{path.name}: the file is empty; its first line must name the columns, for instance id,file,side,outlet,date,title"
        )
    header = text.lstrip("\n").split("\n", 1)[0]
    delimiter = max(",;\t", key=header.count)
    rows = _csv_rows(path, text, delimiter)
    names = [name.strip() for name in next(rows)[1]]
    keys = _keys(path, names, columns, notes)
    for line, row in rows:
        if not any(cell.strip() for cell in row):
            continue
        if len(row) > len(names) and any(cell.strip() for cell in row[len(names) :]):
            raise CorpusError(
                f"{path.name}: line {line}: {len(row)} values for {len(names)} columns; "
                f"put values that hold {delimiter!r} in quotation marks"
            )
        yield _record(path, f"line {line}", {key: row[i] for i, key in keys.items() if i < len(row)}, notes)


def _csv_rows(path: Path, text: str, delimiter: str) -> Iterator[tuple[int, list[str]]]:
    """Rows with their line numbers; a cell may hold a whole article."""
    limit = csv.field_size_limit(max(csv.field_size_limit(), len(text) + 1))
    try:
        reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
        last = 0
        for row in reader:
            yield last + 1, row
            last = reader.line_num
    except csv.Error as error:
        raise CorpusError(f"{path.name}: line {reader.line_num}: {error}; check the quotation marks around values") from error
    finally:
        csv.field_size_limit(limit)


def _keys(path: Path, names: list[str], columns: Mapping[str, str], notes: Notes) -> dict[int, str]:
    """Position of each column we know; the others are noted, and doubled or missing ones refused."""
    theirs = {source: ours for ours, source in columns.items()}
    for ours, source in columns.items():
        if ours not in COLUMNS:
            raise CorpusError(f"`columns`: no column {ours!r}{did_you_mean(ours, COLUMNS)}; known: {', '.join(COLUMNS)}")
        if source not in names:
            raise CorpusError(
                f"{path.name}: there is no column {source!r}{did_you_mean(source, names)}; it has {', '.join(names)}"
            )
    ours_of = {i: theirs.get(name) or (name.lower() if name.lower() not in columns else "") for i, name in enumerate(names)}
    keys = {i: key for i, key in ours_of.items() if key in COLUMNS}
    doubled = sorted({key for key in keys.values() if list(keys.values()).count(key) > 1})
    if doubled:
        raise CorpusError(f"{path.name}: the column {doubled[0]!r} stands twice; remove one of the two")
    if "text" not in keys.values() and "file" not in keys.values():
        near = did_you_mean("text", names) or did_you_mean("file", names)
        raise CorpusError(
            f"{path.name}: there is neither a column `file` nor a column `text`{near}; it has {', '.join(names)}. "
            'Rename one, or say which it is: read_corpus(path, columns={"text": "..."})'
        )
    extra = [names[i] for i in range(len(names)) if i not in keys and names[i] and ours_of[i] not in UNREAD]
    if extra:
        notes.add(f"{path.name}: columns nobody reads were left out: {', '.join(extra)}", serious=False)
    return keys


def _record(path: Path, where: str, row: Mapping[str, Any], notes: Notes) -> Record:
    """One row: its text, from the cell or from the file it names."""
    values = {key: str(value).strip() for key, value in row.items() if key in METADATA and not _missing(value)}
    if not _missing(row.get("file")) and _missing(row.get("text")):
        file = _inside(path, where, str(row["file"]).strip())
        text, note = read_text(file)
        notes.add(note)
        return Record(where, {"id": file.stem} | values, text, file.name)
    cell = row.get("text")
    text = "" if cell is None or cell != cell else str(cell)
    if "id" not in values:
        raise CorpusError(f"{path.name}: {where}: `id` is empty; every document needs an id of its own")
    return Record(where, values, text, path.name)


def _missing(value: Any) -> bool:
    """Empty cells, and NA as R writes it."""
    return value is None or value != value or (isinstance(value, str) and value.strip() in ("", "NA"))


def _inside(table: Path, where: str, name: str) -> Path:
    """The file a table names, which must lie in the table's own folder or below."""
    folder = table.resolve().parent
    file = (folder / name).resolve()
    if Path(name).is_absolute() or "\0" in name or not file.is_relative_to(folder):
        raise CorpusError(
            f"{table.name}: {where}: `file` {name!r} lies outside the folder of {table.name}; "
            "copy it below that folder and name it relative to it"
        )
    if not file.is_file():
        raise CorpusError(
            f"{table.name}: {where}: `file` {name!r} is not there; put the text into {file.parent.name}/ or remove the row"
        )
    return file


def _from_json(path: Path, columns: Mapping[str, str], notes: Notes) -> Iterator[Record]:
    """Objects, one a line, or one list of objects."""
    text, note = read_text(path)
    notes.add(note)
    if not text.strip():
        raise CorpusError(f'{path.name}: the file is empty; each line must be an object such as {{"id": "a1", "text": "..."}}')
    extra: dict[str, None] = {}
    for where, row in _objects(path, text):
        theirs = {source: ours for ours, source in columns.items()}
        named = {theirs.get(key, key): value for key, value in row.items()}
        if "text" not in named and "file" not in named:
            near = did_you_mean("text", named)
            raise CorpusError(f"{path.name}: {where}: there is no key 'text'{near}; it has {', '.join(map(str, row))}")
        record = _record(path, where, named, notes)
        if _is_ours(row):
            yield _restored(path, record, row)
        else:
            extra.update(dict.fromkeys(str(key) for key in named if key not in COLUMNS))
            yield record
    if extra:
        notes.add(f"{path.name}: keys nobody reads were left out: {', '.join(extra)}", serious=False)


def _is_ours(row: Mapping[str, Any]) -> bool:
    """True for a line that an import wrote; elsewhere `source` may be the name of an outlet."""
    return "lang" in row and "text" in row and row.keys() <= _FIELDS


def _restored(path: Path, record: Record, row: Mapping[str, Any]) -> Record:
    """What an import wrote besides metadata and text: the file it read, what it cut, and that a language is unknown."""
    given: dict[str, Any] = {} if row["lang"] else {"lang": None}
    try:
        cuts = tuple(Cut(**cut) for cut in row.get("cuts") or ())
    except TypeError as error:
        raise CorpusError(
            f"{path.name}: {record.where}: `cuts` is not the log of an import ({error}); remove the key, or import again"
        ) from error
    source = row.get("source")
    return replace(record, source=str(source) if source else record.source, given=given | ({"cuts": cuts} if cuts else {}))


def _objects(path: Path, text: str) -> Iterator[tuple[str, dict[str, Any]]]:
    """Each object with its place in the file."""
    if text.lstrip().startswith("["):
        rows = [(f"item {i}", row) for i, row in enumerate(_parsed(path, text, "the list"), start=1)]
    else:
        lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
        rows = [(f"line {i}", _parsed(path, line, f"line {i}")) for i, line in enumerate(lines, start=1) if line.strip()]
    for where, row in rows:
        if not isinstance(row, dict):
            raise CorpusError(
                f'{path.name}: {where}: expected an object such as {{"id": "a1", "text": "..."}}, got {str(row)[:40]!r}'
            )
        yield where, row


def _parsed(path: Path, text: str, where: str) -> Any:
    try:
        return json.loads(text)
    except (json.JSONDecodeError, RecursionError) as error:
        raise CorpusError(f"{path.name}: {where}: not valid JSON ({error}); mend or remove that line") from error


def _from_parquet(path: Path, columns: Mapping[str, str], notes: Notes) -> Iterator[Record]:
    """Rows of a Parquet file."""
    try:
        frame = pd.read_parquet(path)
    except ImportError as error:
        raise ModelMissing(f"{path.name}: reading Parquet needs pyarrow; pip install 'framing-analysis[parquet]'") from error
    except (OSError, ValueError) as error:
        raise CorpusError(f"{path.name}: not a Parquet file that can be read ({error}); save it again") from error
    keys = _keys(path, [str(name) for name in frame.columns], columns, notes)
    for number, row in enumerate(frame.itertuples(index=False, name=None), start=1):
        yield _record(path, f"row {number}", {key: row[i] for i, key in keys.items()}, notes)
