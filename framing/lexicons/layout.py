"""Which reader fits a dictionary file, told by its content."""

from __future__ import annotations

import re
from collections.abc import Iterable

from framing.lexicons.formats_table import CATEGORY, TERM, WEIGHT
from framing.lexicons.source import Source

_NUMBER = re.compile(r"[-+]?\d*[.,]?\d+(?:[eE][-+]?\d+)?")
_WEIGHTED = re.compile(r"\S\s*\([^()]*\)\s*$")
_KEY = re.compile(r"""\s*(?:"[^"]+"|'[^']+'|[^\s:#\-\[{][^:]*):(?:\s|$)""")


def sniff(source: Source, known: Iterable[str]) -> str:
    """
    The name of the reader for a file, by its content.

    Parameters
    ----------
    source : Source
    known : iterable of str
        Names of all readers, for the message.

    Raises
    ------
    LexiconError
        If no reader fits, naming them all.
    """
    lines = [line for line in source.lines if line.strip()]
    first, head = lines[0], lines[:50]
    cells = [line.split("\t") for line in head]
    widths = {len(row) for row in cells}
    tests = (
        ("liwc", any(line.strip() == "%" for line in lines)),
        ("yoshikoder", first.lstrip().startswith("<")),
        ("json", first.lstrip()[0] in "{["),
        ("lexicoder", first.startswith("+") or (widths == {1} and any(re.match(r"\+\s*[^\W\d]", line) for line in lines))),
        ("mpqa", "word1=" in first and "priorpolarity=" in first),
        ("table", _is_header(first)),
        ("wordstat", any(line.startswith("\t") for line in head) and any(_WEIGHTED.search(line) for line in head)),
        ("vader", min(widths) >= 4 and all(line.rstrip().endswith("]") for line in head)),
        ("nrc", widths == {3} and _mostly_numbers(cells)),
        ("afinn", widths == {2} and _mostly_numbers(cells)),
        ("yaml", any(_KEY.match(line) for line in head)),
        ("rows", min(widths) >= 2 and not (len(widths) == 1 and any(_is_number(row[-1]) for row in cells))),
        ("list", widths == {1} and not any(mark in line for line in head for mark in ",:=%{}<>\t")),
    )
    found = next((name for name, fits in tests if fits), None)
    if found == "rows" and len({row[0] for row in cells}) > len({cell for row in cells for cell in row[1:]}):
        raise source.refuse(
            1, "begins with different words and few different cells follow: if these are words and their categories, put a "
            "first line `term TAB category` above them; if they are categories and their words, say `format='rows'`"
        )  # fmt: skip
    if found is None:
        raise source.refuse(1, f"the layout is not known; name it with `format=`, one of {', '.join(known)}")
    return found


def _is_header(line: str) -> bool:
    """True for a line that names a column of terms first, or beside one of categories or weights."""
    names = [cell.strip().strip('"').strip().lower() for cell in re.split("[\t,;]", line)]
    others = any(name in (*CATEGORY, *WEIGHT) for name in names)
    return len(names) > 1 and (names[0] in TERM or (others and any(name in TERM for name in names)))


def _mostly_numbers(cells: list[list[str]]) -> bool:
    """True if most lines end in a number; the reader names those that do not."""
    return 2 * sum(_is_number(row[-1]) for row in cells) > len(cells)


def _is_number(cell: str) -> bool:
    return _NUMBER.fullmatch(cell.strip()) is not None
