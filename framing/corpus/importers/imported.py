"""What an import gives: documents and the report of how they were read."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from framing.corpus.documents import Corpus, Document
from framing.corpus.importers.batch import Batch
from framing.corpus.importers.report import ParseReport


@dataclass(frozen=True)
class Imported:
    """
    What an import gave.

    Attributes
    ----------
    documents : tuple of Document
        In the order of the files; each document once.
    report : ParseReport
    """

    documents: tuple[Document, ...]
    report: ParseReport

    def corpus(self, *, sides: tuple[str, ...] = (), name: str = "imported") -> Corpus:
        """A corpus of the documents, with the summary of the report in its notes."""
        return Corpus(self.documents, sides, name, self.report.summary())


def import_paths(
    paths: Iterable[Path | str],
    *,
    format: str | None = None,
    column_map: dict[str, str] | None = None,
    clean: bool | Iterable[str] = False,
    progress: bool = False,
) -> Imported:
    """
    Read exports of news databases, web pages, tables and plain texts.

    Parameters
    ----------
    paths : iterable of path
        Files and folders (read with everything below them, in alphabetical order). What a file is gets decided by its
        content; the ending does not matter. Archives (ZIP, gzip) are read in memory.
    format : str, optional
        Read every file as this format, for instance "plain" or "nexis".
    column_map : dict of str to str, optional
        For tables: field of a `Document` to name of the column, for instance `{"text": "Artikel", "date": "Datum"}`.
    clean : bool or iterable of str
        Run the cleaning rules (see `framing.corpus.clean`), all or the named ones, on each body, with a log of cuts. Without
        it, texts are as the database gives them, and cleaning is a step of its own.
    progress : bool

    Returns
    -------
    Imported
        Documents and a parse report. A file that cannot be read is a row with its reason in the report, and the others
        are still imported. A document that comes twice is kept once.

    Raises
    ------
    CorpusError
        If a path does not exist.
    ModelMissing
        If an optional package is not installed.

    Warns
    -----
    FramingWarning
        Once, if files were refused or dates could not be read.

    Examples
    --------
    >>> import tempfile
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     _ = (Path(folder) / "one.txt").write_text("The harbour opened.\\n\\nShips came.")
    ...     imported = import_paths([folder])
    >>> imported.documents[0].text
    'The harbour opened.\\n\\nShips came.'
    >>> imported.report.data[["file", "format", "found"]].to_dict("records")
    [{'file': 'one.txt', 'format': 'plain_txt', 'found': 1}]
    """
    batch = Batch(tuple(Path(path) for path in paths), format=format, column_map=column_map, clean=clean, progress=progress)
    documents = batch.settled(list(batch.documents()))
    imported = Imported(tuple(documents), batch.report())
    batch.warn(stacklevel=3)
    return imported
