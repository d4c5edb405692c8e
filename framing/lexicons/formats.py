"""Reading dictionary files: the format is told by the content, and nothing is lost without a note."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

import pandas as pd

from framing.checks import did_you_mean, one_of
from framing.corpus.words import fold
from framing.errors import LexiconError
from framing.lexicons.adapters import INSTALLED, read_installed
from framing.lexicons.formats_json import read_json
from framing.lexicons.formats_liwc import read_liwc
from framing.lexicons.formats_native import read_list, read_mpqa, read_nrc, read_pairs, read_rows, read_vader
from framing.lexicons.formats_table import read_table
from framing.lexicons.formats_tree import read_lexicoder, read_nodes, read_wordstat
from framing.lexicons.formats_yaml import read_yaml
from framing.lexicons.layout import sniff
from framing.lexicons.model import Category, Entry, Lexicon
from framing.lexicons.source import Parsed, Source, read_source

LISTS = Path(__file__).parent / "lists"
CONFLICTS = ("refuse", "first", "last", "mean")

READERS: dict[str, Callable[[Source], Parsed]] = {
    "liwc": read_liwc,
    "yaml": read_yaml,
    "json": read_json,
    "yoshikoder": read_nodes,
    "lexicoder": read_lexicoder,
    "wordstat": read_wordstat,
    "table": read_table,
    "mpqa": read_mpqa,
    "nrc": read_nrc,
    "vader": read_vader,
    "afinn": read_pairs,
    "rows": read_rows,
    "list": read_list,
}


def load(name_or_path: str | Path, *, format: str | None = None, conflicts: str = "refuse", **metadata: Any) -> Lexicon:
    """
    A lexicon by the name of a starter list, or from a file.

    Parameters
    ----------
    name_or_path : str or Path
        "hedges", the beginning of a name that fits only one list, a path, or the name of a list inside an installed package:
        "vader", "afinn", "empath", "opinion-lexicon".
    format : str, optional
        Name of a reader, where the content does not tell.
    conflicts : str
        What to do with a term that has two weights in one category: "refuse", or keep the "first", "last" or "mean".
    **metadata
        Fields of `Lexicon` the file does not state: citation, licence, language, version, negation ...

    Returns
    -------
    Lexicon

    Raises
    ------
    LexiconError
        For an unknown name, or a file that cannot be read without loss, with file and line.

    Examples
    --------
    >>> load("hedges").validated
    'none'
    """
    if str(name_or_path) in INSTALLED and not Path(name_or_path).is_file():
        return read_installed(str(name_or_path), read, _join, **metadata)  # type: ignore[no-any-return]
    path = find(name_or_path)
    return (
        _listed(path) if path.parent == LISTS and not metadata and format is None else read(path, format, conflicts, metadata)
    )


@cache
def _listed(path: Path) -> Lexicon:
    return read(path, "yaml", "refuse", {})


def find(name_or_path: str | Path) -> Path:
    """The file of a starter list or of a path."""
    given = Path(name_or_path)
    names = list_names()
    if str(name_or_path) in names:
        return LISTS / f"{name_or_path}.yml"
    if given.is_file():
        return given
    fitting = [name for name in names if name.startswith(f"{name_or_path}-")]
    if len(fitting) == 1:
        return LISTS / f"{fitting[0]}.yml"
    raise LexiconError(
        f"no lexicon {str(name_or_path)!r}: neither a file nor a starter list{did_you_mean(str(name_or_path), names)} "
        f"Starter lists: {', '.join(names)}. In packages, if installed: {', '.join(INSTALLED)}."
    )


def list_names() -> list[str]:
    """Names of the starter lists, sorted."""
    return sorted(path.stem for path in LISTS.glob("*.yml"))


def available() -> pd.DataFrame:
    """One row per starter list: name, entries, categories, language, licence, validated, definition, citation."""
    rows = []
    for name in list_names():
        lexicon = load(name)
        categories = ", ".join(lexicon.category_names)
        rows.append((name, len(lexicon), categories, *(getattr(lexicon, key) for key in _SHOWN)))
    return pd.DataFrame(rows, columns=["name", "n_entries", "categories", *_SHOWN])


_SHOWN = ("language", "licence", "validated", "definition", "citation")


def read(path: Path, format: str | None, conflicts: str, metadata: dict[str, Any]) -> Lexicon:
    """Read one file; see `load`."""
    one_of("conflicts", conflicts, CONFLICTS)
    source = read_source(path)
    kind = one_of("format", format, READERS, error=LexiconError) if format else sniff(source, READERS)
    try:
        parsed = READERS[kind](source)
    except RecursionError as error:
        raise source.refuse(None, "is nested too deeply to be a dictionary") from error
    return build(source, parsed, conflicts, metadata)


def _join(paths: list[Path], format: str, metadata: dict[str, Any]) -> Lexicon:
    """Several files as one lexicon, each a category named by the first part of its name."""
    sources = [read_source(path) for path in paths]
    joined = Parsed(format)
    for source in sources:
        category = source.stem.split("-")[0]
        joined.entries += [replace(entry, category=category) for entry in READERS[format](source).entries]
    whole = Source(", ".join(source.name for source in sources), "", sources[0].encoding, "")
    whole.notes = [note for source in sources for note in source.notes]
    whole.sha256 = hashlib.sha256("".join(source.sha256 for source in sources).encode()).hexdigest()
    return build(whole, joined, "refuse", metadata)


def build(source: Source, parsed: Parsed, conflicts: str, metadata: dict[str, Any]) -> Lexicon:
    """A lexicon from what a reader found."""
    rules = parsed.metadata | metadata
    folded = rules.get("case", "fold") == "fold" and rules.get("unit") != "regex"
    entries = _unique(source, parsed.entries, conflicts, folded=folded)
    if not entries:
        raise source.refuse(
            None, f"read as {parsed.format}, and holds no entries; name the format with `format=` if this is wrong"
        )
    filled = {entry.category for entry in entries}
    categories = parsed.categories or [Category(name, (name,)) for name in dict.fromkeys(e.category for e in entries)]
    categories += [
        Category(name, (name,))
        for name in dict.fromkeys(e.category for e in entries if e.category not in {c.name for c in categories})
    ]
    for category in categories:
        if category.name not in filled and not any("no terms" in note and repr(category.name) in note for note in source.notes):
            source.note(None, f"the category {category.name!r} has no terms")
    n_terms = len({entry.term for entry in entries})
    if len(categories) > max(2, n_terms):
        counts = f"{len(categories)} categories and only {n_terms} different terms"
        source.note(None, f"{counts}: see whether the file names the word first and its categories after it")
    fields = {"source": source.name, "sha256": source.sha256, "categories": tuple(categories)} | rules
    name = str(fields.pop("name", source.stem))
    if {category.name for category in categories} == {source.stem}:
        # A list without categories has one of its own name.
        entries = [replace(entry, category=name) for entry in entries]
        fields["categories"] = (Category(name, (name,)),)
    fields["extra"] = {"format": parsed.format, "encoding": source.encoding}
    lexicon = Lexicon.from_entries(name, tuple(entries), **fields)
    object.__setattr__(lexicon, "notes", tuple(source.notes) + unmatchable(lexicon))
    return lexicon


def check(path: str | Path, *, format: str | None = None) -> pd.DataFrame:
    """
    A parse report of a dictionary file: what was read, repaired and refused. Never raises for a bad file.

    Parameters
    ----------
    path : str or Path
        A file, or the name of a starter list.
    format : str, optional

    Returns
    -------
    DataFrame
        Columns `what` and `value`: status ("ok", "repaired" or "refused"), file, format, encoding, sha256, entries, categories,
        phrases, wildcards, weights, then one row "note" for each note, or "error" with the message.
    """
    try:
        # Conflicting weights are shown like any other finding, so that one look lists them all.
        lexicon = load(path, format=format, conflicts="first")
    except LexiconError as error:
        return pd.DataFrame([("status", "refused"), ("file", str(path)), ("error", str(error))], columns=["what", "value"])
    weights = sorted({entry.weight for entry in lexicon.entries})
    rows = [
        ("status", "repaired" if lexicon.notes else "ok"),
        ("file", lexicon.source),
        ("format", lexicon.extra["format"]),
        ("encoding", lexicon.extra["encoding"]),
        ("sha256", lexicon.sha256),
        ("entries", str(len(lexicon))),
        ("categories", ", ".join(lexicon.category_names)),
        ("phrases", str(sum(len(words) > 1 for words in lexicon.words))),
        ("wildcards", str(sum("*" in entry.term or "?" in entry.term for entry in lexicon.entries))),
        ("weights", f"{weights[0]:g} to {weights[-1]:g}" if len(weights) > 1 else f"all {weights[0]:g}"),
        ("not stated", ", ".join(lexicon.unstated)),
        *(("note", note) for note in lexicon.notes),
    ]
    return pd.DataFrame(rows, columns=["what", "value"])


def unmatchable(lexicon: Lexicon) -> tuple[str, ...]:
    """A note for each entry that can match no token."""
    if lexicon.unit == "regex":
        return ()
    notes = []
    for entry, words in zip(lexicon.entries, lexicon.words, strict=True):
        if not words:
            place = lexicon.source if entry.line is None else f"{lexicon.source}:{entry.line}"
            notes.append(f"{place}: {entry.term!r} ({entry.category}) holds no word and cannot match")
    return tuple(notes)


def _unique(source: Source, entries: list[Entry], conflicts: str, *, folded: bool) -> list[Entry]:
    """One entry per term (case aside if folded), category and part of speech; repeats are noted, conflicts settled."""
    kept: dict[tuple[str, str, str | None], Entry] = {}
    for entry in entries:
        key = (fold(entry.term) if folded else entry.term, entry.category, entry.pos)
        old = kept.setdefault(key, entry)
        if old is entry:
            continue
        first = "" if old.line is None else f" (first in line {old.line})"
        alike = "" if old.term == entry.term else f", but for case or marks, as {old.term!r}"
        said = f"{entry.term!r} stands twice in {entry.category!r}{first}{alike}"
        if old.weight == entry.weight:
            source.note(entry.line, f"{said}; counted once")
        elif conflicts == "refuse":
            both = f"{old.weight:g} and {entry.weight:g}"
            raise source.refuse(entry.line, f"{said} with weights {both}; correct it, or give `conflicts`: first, last or mean")
        else:
            weight = {"first": old.weight, "last": entry.weight, "mean": (old.weight + entry.weight) / 2}[conflicts]
            kept[key] = replace(old, weight=weight)
            source.note(
                entry.line, f"{said} with weights {old.weight:g} and {entry.weight:g}; took the {conflicts}, {weight:g}"
            )
    return list(kept.values())
