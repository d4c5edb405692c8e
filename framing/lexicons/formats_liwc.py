"""LIWC dictionaries: `.dic` of 2001 to 2015 with all their oddities."""

from __future__ import annotations

import re

from framing.lexicons.model import Category, Entry
from framing.lexicons.source import Parsed, Source

_HEADER = re.compile(r"^(\t*)\s*(\S+)\s+(.+?)\s*$")
_LABEL = re.compile(r"^(.*\S)\s+\(([^()]*)\)$")
_PLAIN = re.compile(r"^(.*?\S)((?:\s+\d+)+)\s*$")
# `<of>131/125`: 131 if "of" follows, else 125. `(02 134)125/464`: 125 after a word of 02 or 134, else 464.
_REFERENCE = re.compile(r"(?P<if>\([^)]*\)|<[^>]*>)(?P<then>\d+)(?:/(?P<else>\d+))?|(?P<id>\S+)")


def read_liwc(source: Source) -> Parsed:
    """
    `%`, lines of id and category, `%`, lines of term and ids.

    TABs before an id nest the category; a label may follow its name in brackets. Conditions are not applied: the general case
    is kept and a note says so. A term on several lines belongs to the categories of all of them.

    Raises
    ------
    LexiconError
        If the header is not between two lines of `%`, or an id has two names.
    """
    marks = [number for number, line in enumerate(source.lines, 1) if line.strip() == "%"]
    first = next((number for number, line in enumerate(source.lines, 1) if line.strip()), 1)
    if len(marks) != 2 or marks[0] != first:
        raise source.refuse(*_unbalanced(marks, first))
    parsed = Parsed("liwc", metadata={"wildcards": "glob"})
    ids = _header(source, marks, parsed)
    lines: dict[str, int] = {}
    for number, line in enumerate(source.lines, 1):
        if number <= marks[1] or not line.strip():
            continue
        term, references = _split(line)
        if not references:
            source.note(number, f"{term!r} names no category and was left out")
            continue
        if term in lines:
            source.note(number, f"{term!r} stands in line {lines[term]} already; it belongs to the categories of both lines")
        lines.setdefault(term, number)
        _add(source, number, term, references, ids, parsed)
    return parsed


def _unbalanced(marks: list[int], first: int) -> tuple[int, str]:
    if marks and marks[0] != first:
        return marks[0], "this `%` closes a header that was never opened; put a line with `%` before the first category"
    if len(marks) == 1:
        return marks[0], "this `%` opens a header that no second `%` closes; put a line with `%` after the last category"
    return marks[2], f"a third `%`; the header stands between those of lines {marks[0]} and {marks[1]}, remove this one"


def _header(source: Source, marks: list[int], parsed: Parsed) -> dict[str, str]:
    """Category name by id."""
    ids: dict[str, str] = {}
    places: dict[str, int] = {}
    path: list[str] = []
    for number in range(marks[0] + 1, marks[1]):
        line = source.lines[number - 1]
        if not line.strip():
            continue
        found = _HEADER.match(line)
        if found is None:
            raise source.refuse(number, f"{line.strip()!r} is no line of the header; expected an id and the name of a category")
        depth, key = len(found[1]), _key(found[2])
        labelled = _LABEL.match(found[3])
        name = (labelled[1] if labelled else found[3]).replace("/", "|")
        if key in ids:
            raise source.refuse(
                number, f"the id {found[2]!r} names {ids[key]!r} already (line {places[key]}); give each id once"
            )
        if name in ids.values():
            source.note(number, f"the category {name!r} has two ids; they are joined")
        else:
            path = [*path[:depth], name]
            parsed.categories.append(Category(name, tuple(path), labelled[2] if labelled else None))
        ids[key], places[key] = name, number
    return ids


def _split(line: str) -> tuple[str, str]:
    """The term and the rest of a line."""
    if "\t" in line.strip():
        term, _, rest = line.strip().partition("\t")
        return " ".join(term.split()), rest.strip()
    found = _PLAIN.match(line.strip())
    return (" ".join(found[1].split()), found[2].strip()) if found else (line.strip(), "")


def _add(source: Source, number: int, term: str, references: str, ids: dict[str, str], parsed: Parsed) -> None:
    for found in _REFERENCE.finditer(references):
        general = found["id"] or found["else"]
        if found["if"]:
            kept = f"kept the general case {general}" if general else "left this category out"
            source.note(number, f"{term!r}: the condition {found[0]!r} is not applied; {kept}")
        if general is None:
            continue
        name = ids.get(_key(general))
        if name is None:
            source.note(number, f"{term!r}: no category has the id {general!r}; this membership was left out")
        else:
            parsed.entries.append(Entry(term, name, line=number))


def _key(text: str) -> str:
    """An id without leading zeros."""
    return text.lstrip("0") or "0" if text.isdigit() else text
