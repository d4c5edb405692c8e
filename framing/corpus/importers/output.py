"""Imported documents as JSONL: nothing is overwritten, a second run adds only what is new."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterable
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, TextIO

from framing.corpus.documents import Document
from framing.corpus.importers.batch import Batch
from framing.corpus.importers.imported import Imported
from framing.corpus.importers.report import ParseReport
from framing.errors import OutputError


@dataclass(frozen=True)
class Written:
    """
    What was written.

    Attributes
    ----------
    path : Path
    added : int
        Documents that were not in the file before.
    present : int
        Documents that stood in it already, unchanged.
    notes : tuple of str
        What was repaired on the way.
    """

    path: Path
    added: int
    present: int
    notes: tuple[str, ...] = ()


def write_jsonl(imported: Imported, out: Path | str, *, resume: bool = True) -> Written:
    """
    Write documents as JSON, one a line, in their order.

    Parameters
    ----------
    imported : Imported
    out : path
        With `resume` an existing file is continued: documents that stand in it with the same text are left as they are,
        new ones are added. A last line that an interrupted run left incomplete is replaced, which the notes say.
    resume : bool
        False refuses an existing file.

    Returns
    -------
    Written

    Raises
    ------
    OutputError
        If the file exists and `resume` is False, if it is not what this function writes, or if a document stands in it
        with another text; the file is then as it was.

    Notes
    -----
    Beside `NAME.jsonl` the parse report is written as `NAME.import.csv` (files) and `NAME.problems.csv`.
    """
    out = Path(out)
    known, notes, complete = _existing(out, resume=resume)
    new = []
    for document in imported.documents:
        if document.id not in known:
            new.append(document)
        elif known[document.id] != fingerprint(document):
            raise OutputError(
                f"{out}: the document {document.id!r} stands in it with another text; nothing was written. "
                "Write to a new file, or remove the old one if the new text is right"
            )
    if new or not out.exists():
        _append(out, complete, new)
    _write_report(imported.report, out, added=bool(new) or not known)
    return Written(out, len(new), len(imported.documents) - len(new), notes)


def import_to_jsonl(
    paths: Iterable[Path | str],
    out: Path | str,
    *,
    format: str | None = None,
    column_map: dict[str, str] | None = None,
    clean: bool | Iterable[str] = False,
    resume: bool = True,
    progress: bool = False,
) -> tuple[Written, ParseReport]:
    """
    Import straight into a JSONL file, document by document, so that memory does not grow with the corpus.

    Parameters
    ----------
    paths, format, column_map, clean, progress
        See `framing.corpus.importers.import_paths`.
    out : path
        A run that was interrupted is taken up: files named in `NAME.done` with the same size and content are skipped.
    resume : bool
        False refuses an existing file.

    Returns
    -------
    (Written, ParseReport)
        The report covers the files of this run.

    Raises
    ------
    OutputError
        As for `write_jsonl`; documents before the conflicting one are written.
    """
    out = Path(out)
    known, notes, complete = _existing(out, resume=resume)
    done = _ledger(out)
    batch = Batch(tuple(Path(path) for path in paths), format=format, column_map=column_map, clean=clean, progress=progress)
    added = present = 0
    stream = _opened(out, complete)
    try:
        with stream, _ledger_path(out).open("a", encoding="utf-8") as ledger:
            finished = _Finished(done, ledger, stream)
            for document in batch.documents(skip=finished.skip):
                if document.id not in known:
                    stream.write(line_of(document))
                    known[document.id] = fingerprint(document)
                    added += 1
                elif known[document.id] == fingerprint(document):
                    present += 1
                else:
                    raise OutputError(
                        f"{out}: the document {document.id!r} stands in it with another text; write to a new file, "
                        "or remove the old one if the new text is right"
                    )
            finished.close()
    except OSError as error:
        raise OutputError(f"{out}: could not be written ({error})") from error
    report = batch.report()
    _write_report(report, out, added=added > 0 or present == 0)
    batch.warn(stacklevel=3)
    return Written(out, added, present, notes), report


def fingerprint(document: Document) -> str:
    """Hash of text and metadata without the name of the file, which does not make a text another one."""
    content = {name: value for name, value in asdict(document).items() if name not in ("source", "cuts")}
    return hashlib.sha256(json.dumps(content, ensure_ascii=False, sort_keys=True).encode("utf-8")).hexdigest()[:16]


def line_of(document: Document) -> str:
    """One line of JSON; fields without a value are left out."""
    content = {name: value for name, value in asdict(document).items() if value not in (None, (), [])}
    if "lang" not in content:
        content["lang"] = None
    return json.dumps(content, ensure_ascii=False) + "\n"


def _existing(out: Path, *, resume: bool) -> tuple[dict[str, str], tuple[str, ...], int]:
    """Fingerprints of the documents in the file, notes, and the number of bytes up to the last complete line."""
    if not out.exists():
        return {}, (), 0
    if not resume:
        raise OutputError(f"{out}: the file exists and is not overwritten; name another one, or pass resume=True to add to it")
    known: dict[str, str] = {}
    complete = 0
    with out.open("rb") as stream:
        for number, raw in enumerate(stream, start=1):
            if not raw.endswith(b"\n"):
                return known, (f"line {number} was incomplete (an interrupted run) and is written again",), complete
            try:
                content = json.loads(raw)
                known[content["id"]] = fingerprint(Document(**content))
            except (ValueError, KeyError, TypeError) as error:
                raise OutputError(
                    f"{out}: line {number} is not a document ({error}); name another file, this one is left as it is"
                ) from error
            complete += len(raw)
    return known, (), complete


def _opened(out: Path, complete: int) -> TextIO:
    out.parent.mkdir(parents=True, exist_ok=True)
    if out.exists() and out.stat().st_size > complete:
        with out.open("r+b") as stream:
            stream.truncate(complete)
    return out.open("a", encoding="utf-8", newline="\n")


def _append(out: Path, complete: int, documents: list[Document]) -> None:
    try:
        with _opened(out, complete) as stream:
            stream.writelines(line_of(document) for document in documents)
    except OSError as error:
        raise OutputError(f"{out}: could not be written ({error})") from error


def _write_report(report: ParseReport, out: Path, *, added: bool) -> None:
    """The report of a run that added nothing does not replace the one of the run that did."""
    files = out.with_suffix(".import.csv")
    if added or not files.exists():
        report.data.to_csv(files, index=False, lineterminator="\n")
        report.problems.to_csv(out.with_suffix(".problems.csv"), index=False, lineterminator="\n")


def _ledger_path(out: Path) -> Path:
    return out.with_suffix(".done")


def _ledger(out: Path) -> set[str]:
    path = _ledger_path(out)
    if not (path.exists() and out.exists()):
        return set()
    return {line for line in path.read_text(encoding="utf-8").splitlines() if line}


class _Finished:
    """A file is finished when the next one is asked for; then its documents are on the disk and it is named in the ledger."""

    def __init__(self, done: set[str], ledger: TextIO, stream: TextIO) -> None:
        self.done, self.ledger, self.stream = done, ledger, stream
        self.current: str | None = None

    @property
    def skip(self) -> Callable[[Path], bool]:
        """For `Batch.documents`."""

        def skip(path: Path) -> bool:
            self.close()
            key = _content_hash(path)
            if key in self.done:
                return True
            self.current = key
            return False

        return skip

    def close(self) -> None:
        """Note the file that was read last."""
        if self.current is not None:
            self.stream.flush()
            self.ledger.write(self.current + "\n")
            self.ledger.flush()
            self.done.add(self.current)
            self.current = None


def _content_hash(path: Path) -> str:
    digest: Any = hashlib.sha256()
    with path.open("rb") as stream:
        while block := stream.read(1 << 20):
            digest.update(block)
    return digest.hexdigest()
