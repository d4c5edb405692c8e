"""The parse report: what every file announced, what was found in it, and what was left out and why."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, ClassVar

import pandas as pd

from framing.results import Provenance, Result

FILE_COLUMNS = (
    "file", "format", "announced", "found", "imported", "duplicates", "missing", "dates_failed", "no_text",
    "dropped", "n_dropped_characters", "refused",
)  # fmt: skip
PROBLEM_COLUMNS = ("file", "document", "kind", "detail")
DOCUMENT_COLUMNS = (
    "document", "file", "format", "accession", "date_printed", "words_announced", "words_found", "page", "edition",
    "load_date", "missing",
)  # fmt: skip
DROPPED_COLUMNS = ("file", "document", "reason", "n_characters", "text")


@dataclass(frozen=True)
class ParseReport(Result):
    """
    One row per file (or member of an archive).

    `announced` is the number of documents the file itself states (missing if it states none), `found` how many were
    read, `imported` how many are new, `duplicates` how many had been read before. `missing` lists fields with counts,
    `dates_failed` counts dates that could not be read for certain, `no_text` documents without a body, `dropped` says
    what was left out ("classification 12, copyright 12") and `refused` why a file was not imported.

    `tables["problems"]`, `tables["documents"]` and `tables["dropped"]` hold the rows behind the counts.
    """

    columns: ClassVar[tuple[str, ...]] = FILE_COLUMNS
    figure: ClassVar[str] = "import_flow"

    @property
    def problems(self) -> pd.DataFrame:
        """One row per problem: file, document (or None), kind, detail."""
        return self.tables["problems"]

    @property
    def documents(self) -> pd.DataFrame:
        """One row per document found: accession number, date as printed, announced and found length, missing fields."""
        return self.tables["documents"]

    @property
    def dropped(self) -> pd.DataFrame:
        """One row per stretch of text that is in no body, with the reason."""
        return self.tables["dropped"]

    def summary(self) -> tuple[str, ...]:
        """
        A few sentences for the notes of a corpus.

        Examples
        --------
        >>> ParseReport(pd.DataFrame(columns=FILE_COLUMNS), Provenance("import")).summary()
        ('0 files: 0 documents imported, 0 found twice.',)
        """
        data = self.data
        said = [
            f"{len(data)} files: {int(data['imported'].sum())} documents imported, {int(data['duplicates'].sum())} found twice."
        ]
        if n := int(data["refused"].notna().sum()):
            said.append(f"{n} files or members refused (see the parse report).")
        if n := int(data["dates_failed"].sum()):
            said.append(f"{n} dates could not be read for certain and are missing.")
        if n := int(data["no_text"].sum()):
            said.append(f"{n} documents have no body.")
        short = data[data["announced"].notna() & (data["announced"] != data["found"]) & data["refused"].isna()]
        if len(short):
            said.append(f"{len(short)} files announce another number of documents than was found.")
        return tuple(said)


@dataclass
class Counting:
    """The row of one file while it is read."""

    file: str
    format: str | None = None
    announced: int | None = None
    found: int = 0
    imported: int = 0
    duplicates: int = 0
    dates_failed: int = 0
    no_text: int = 0
    refused: str | None = None
    missing: dict[str, int] = field(default_factory=dict)
    dropped: dict[str, int] = field(default_factory=dict)
    n_dropped_characters: int = 0

    def row(self) -> dict[str, Any]:
        """The row of the report."""
        return {
            "file": self.file, "format": self.format, "announced": self.announced, "found": self.found,
            "imported": self.imported, "duplicates": self.duplicates, "missing": _listing(self.missing),
            "dates_failed": self.dates_failed, "no_text": self.no_text, "dropped": _listing(self.dropped),
            "n_dropped_characters": self.n_dropped_characters, "refused": self.refused,
        }  # fmt: skip


def _listing(counts: dict[str, int]) -> str:
    return ", ".join(f"{name} {counts[name]}" for name in sorted(counts))


@dataclass
class ReportBuilder:
    """Collects rows during an import."""

    files: list[Counting] = field(default_factory=list)
    problems: list[tuple[str, str | None, str, str]] = field(default_factory=list)
    documents: list[tuple[Any, ...]] = field(default_factory=list)
    dropped: list[tuple[str, str | None, str, int, str]] = field(default_factory=list)

    def problem(self, file: str, document: str | None, kind: str, detail: str) -> None:
        """One row of problems."""
        self.problems.append((file, document, kind, detail))

    def drop(self, counting: Counting, document: str | None, reason: str, text: str) -> None:
        """One stretch of text that went into no body; the table keeps its first 200 characters."""
        counting.dropped[reason] = counting.dropped.get(reason, 0) + 1
        counting.n_dropped_characters += len(text)
        self.dropped.append((counting.file, document, reason, len(text), text[:200]))

    def build(self, options: dict[str, Any]) -> ParseReport:
        """The frozen report."""
        data = pd.DataFrame([counting.row() for counting in self.files], columns=list(FILE_COLUMNS), dtype=object)
        for column in ("announced", "found", "imported", "duplicates", "dates_failed", "no_text", "n_dropped_characters"):
            data[column] = data[column].astype("Int64")
        tables = {
            "problems": pd.DataFrame(self.problems, columns=list(PROBLEM_COLUMNS), dtype=object),
            "documents": pd.DataFrame(self.documents, columns=list(DOCUMENT_COLUMNS), dtype=object),
            "dropped": pd.DataFrame(self.dropped, columns=list(DROPPED_COLUMNS), dtype=object),
        }
        return ParseReport(data, Provenance("import", options=options), tables)
