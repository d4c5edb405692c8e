"""The parse report that an import left beside its corpus file."""

from __future__ import annotations

from pathlib import Path

import pandas as pd

from framing.corpus.importers.report import FILE_COLUMNS, PROBLEM_COLUMNS, ParseReport
from framing.results import Provenance

_COUNTS = ("announced", "found", "imported", "duplicates", "dates_failed", "no_text", "n_dropped_characters")


def report_beside(corpus_file: Path) -> ParseReport | None:
    """
    Read `NAME.import.csv` and `NAME.problems.csv`, as `write_jsonl` and `import_to_jsonl` leave them.

    Parameters
    ----------
    corpus_file : Path
        The `NAME.jsonl` of a corpus.

    Returns
    -------
    ParseReport or None
        None if the corpus was not made by an import, or its report was moved away.
    """
    files = corpus_file.with_suffix(".import.csv")
    if not files.is_file():
        return None
    data = pd.read_csv(files, dtype=object, keep_default_na=False).replace("", None)
    if set(FILE_COLUMNS) - set(data.columns):
        return None
    for column in _COUNTS:
        data[column] = pd.to_numeric(data[column])
    problems = corpus_file.with_suffix(".problems.csv")
    rows = pd.read_csv(problems, dtype=object) if problems.is_file() else pd.DataFrame(columns=list(PROBLEM_COLUMNS))
    return ParseReport(data, Provenance("import", {"file": corpus_file.name}), {"problems": rows})
