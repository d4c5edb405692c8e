"""Dictionaries as tables: LIWC-22 `.dicx`, and CSV or TSV with terms, categories and weights."""

from __future__ import annotations

import csv
import io
import math

from framing.lexicons.model import Category, Entry
from framing.lexicons.source import Parsed, Source

TERM = ("term", "english word", "word", "dicterm", "token", "entry", "lemma", "ngram", "feature")
CATEGORY = ("category", "categories", "cat", "class", "dimension", "affect", "emotion", "foundation")
WEIGHT = ("weight", "score", "value", "valence", "polarity", "sentiment", "association", "intensity", "emotion-intensity-score")
POS = ("pos", "tag", "part_of_speech")
# Columns of published lists that describe a term and do not score it.
ASIDE = ("rank", "stddev", "sd", "std", "n", "freq", "frequency", "twitter", "google", "nyt", "lyrics", "comment", "note")

# Rows with the line each stands in.
Rows = list[tuple[int, list[str]]]


def read_table(source: Source) -> Parsed:
    """
    A table with a header whose first column is the term.

    Layouts: `term, score`; `term, category` with optional pos and weight; `DicTerm` and one column per category with X or a
    weight; one column of numbers per dimension, scored as the mean over matched words.

    Raises
    ------
    LexiconError
        If a weight is no number, a row has too many cells, or no column can be understood; with file and line.
    """
    header, rows = _rows(source)
    low = [name.lower() for name in header]
    term = next((i for i, name in enumerate(low) if name in TERM), None)
    if term is None:
        raise source.refuse(1, f"no column of terms among {', '.join(header)}; call it `term` or `word`")
    category = next((i for i, name in enumerate(low) if name in CATEGORY and i != term), None)
    scores = [i for i, name in enumerate(low) if name and i not in (term, category) and name not in (*ASIDE, *POS)]
    twice = next((name for name in header if name and header.count(name) > 1), None)
    if twice is not None:
        raise source.refuse(1, f"the header names the column {twice!r} twice; give each its own name")
    if any(row[i] for i, name in enumerate(header) if not name for _, row in rows):
        source.note(1, "a column without a name is not used")
    aside = [header[i] for i, name in enumerate(low) if name in ASIDE]
    if aside:
        source.note(1, f"the columns {', '.join(aside)} describe terms and are not used")
    if category is not None:
        return _members(source, _long(source, header, rows, term, category))
    if not scores:
        raise source.refuse(1, f"no column of weights or categories among {', '.join(header)}")
    if low[term] == "dicterm":
        return _members(source, _crosses(source, header, rows, term, scores))
    return _members(source, _numbers(source, header, rows, term, scores))


def _members(source: Source, parsed: Parsed) -> Parsed:
    """Where all weights are 0 or 1 they say who belongs to a category, and a 0 is no entry."""
    zeros = sum(entry.weight == 0 for entry in parsed.entries)
    if zeros and {entry.weight for entry in parsed.entries} == {0.0, 1.0}:
        source.note(None, f"all weights are 0 or 1; {zeros} cells with a 0 name words that do not belong to the category")
        parsed.entries = [entry for entry in parsed.entries if entry.weight]
        parsed.metadata = {}
    return parsed


def _rows(source: Source) -> tuple[list[str], Rows]:
    """The header, and the rows with their lines."""
    first = next(line for line in source.lines if line.strip())
    delimiter = max("\t,;", key=first.count)
    reader = csv.reader(io.StringIO(source.text), delimiter=delimiter, strict=True)
    found: Rows = []
    begun = 1
    try:
        for row in reader:
            if any(cell.strip() for cell in row):
                found.append((begun, [cell.strip() for cell in row]))
            begun = reader.line_num + 1
    except csv.Error as error:
        why = "a quotation mark that opens here is not closed, or not at the end of its cell"
        raise source.refuse(begun, f"is a damaged table: {why} ({error})") from error
    header = found[0][1]
    for line, row in found[1:]:
        if len(row) > len(header) and any(row[len(header) :]):
            counts = f"{len(row)} cells, but the header names {len(header)}"
            raise source.refuse(line, f"has {counts}; put quotes round a cell that holds {delimiter!r}")
        row.extend([""] * (len(header) - len(row)))
    return header, found[1:]


def number(source: Source, line: int, name: str, text: str) -> float:
    """A weight, or a refusal with file and line."""
    try:
        # Python reads 1_000 as a number, which nobody means.
        value = math.nan if "_" in text else float(text)
    except ValueError:
        value = math.nan
    if not math.isfinite(value):
        raise source.refuse(line, f"the weight of {name!r} must be a number, got {text!r}")
    return value


def _term(source: Source, line: int, text: str) -> str:
    if "\n" in text:
        raise source.refuse(line, f"the term {text!r} runs over several lines; a quotation mark is not closed")
    term = " ".join(text.split())
    if not term:
        source.note(line, "a row without a term was left out")
    return term


def _long(source: Source, header: list[str], rows: Rows, term: int, category: int) -> Parsed:
    low = [name.lower() for name in header]
    weight = next((i for i, name in enumerate(low) if name in WEIGHT and i != category), None)
    pos = next((i for i, name in enumerate(low) if name in POS), None)
    parsed = Parsed("table-long")
    bare = []
    for line, row in rows:
        name = _term(source, line, row[term])
        if not name:
            continue
        if not row[category]:
            raise source.refuse(line, f"{name!r} has no category")
        if weight is not None and not row[weight]:
            bare.append(line)
        value = number(source, line, name, row[weight]) if weight is not None and row[weight] else 1.0
        tag = (row[pos] or None) if pos is not None else None
        parsed.entries.append(Entry(name, row[category].replace("/", "|"), value, tag, line))
    if bare:
        source.note(bare[0], f"{len(bare)} of {len(rows)} rows have no weight (this is the first); they count 1")
    return parsed


def _crosses(source: Source, header: list[str], rows: Rows, term: int, columns: list[int]) -> Parsed:
    parsed = Parsed("dicx")
    parsed.categories = [Category(header[i].replace("/", "|"), (header[i].replace("/", "|"),)) for i in columns]
    for line, row in rows:
        name = _term(source, line, row[term])
        cells = [(header[i].replace("/", "|"), row[i]) for i in columns if row[i]]
        if name and not cells:
            source.note(line, f"{name!r} names no category and was left out")
        for category, cell in cells if name else []:
            value = 1.0 if cell.lower() in ("x", "✓") else number(source, line, name, cell)
            parsed.entries.append(Entry(name, category, value, line=line))
    return parsed


def _numbers(source: Source, header: list[str], rows: Rows, term: int, columns: list[int]) -> Parsed:
    """One column: a list of weights. Several: dimensions, of which a text has the mean over its matched words."""
    single = len(columns) == 1
    parsed = Parsed("table-weights" if single else "table-wide")
    names = {i: source.stem if single and header[i].lower() in WEIGHT else header[i].replace("/", "|") for i in columns}
    ranked = "rank" in [name.lower() for name in header]
    if not single or ranked:
        parsed.metadata |= {"combine": "mean", "weights": "value of each dimension; a text has the mean over its matched words"}
    parsed.categories = [Category(name, (name,)) for name in names.values()]
    for line, row in rows:
        name = _term(source, line, row[term])
        if name and not any(row[i] for i in columns):
            source.note(line, f"{name!r} has no weight and was left out")
        filled = [i for i in columns if row[i] and name]
        parsed.entries += [Entry(name, names[i], number(source, line, name, row[i]), line=line) for i in filled]
    return parsed
