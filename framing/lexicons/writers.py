"""Writing lexicons for other programs: LIWC `.dic` and YAML for quanteda."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from framing.errors import LexiconError, OutputError
from framing.lexicons.model import Lexicon


def write_dic(lexicon: Lexicon, path: str | Path) -> Path:
    """
    Write a LIWC 2007 dictionary, UTF-8.

    Raises
    ------
    LexiconError
        For what the format cannot hold (weights, regular expressions, `?`, a `*` that is not at the end of a word, empty terms
        and categories, a category that ends in brackets, which hold a label).
    OutputError
        If the file cannot be written.
    """
    _plain(lexicon, "a .dic file")
    for entry in lexicon.entries:
        stars = any("*" in word.rstrip("*") or "?" in word for word in entry.term.split())
        if lexicon.wildcards == "glob" and stars:
            raise LexiconError(
                f"{lexicon.name}: LIWC knows `*` at the end of a word only, and no `?`; change {entry.term!r}, or write YAML"
            )
    ids = {name: str(number) for number, name in enumerate(lexicon.category_names, 1)}
    for name in ids:
        if name.endswith(")") or not name.strip():
            raise LexiconError(f"{lexicon.name}: a .dic file cannot hold the category {name!r}; give it another name")
    of: dict[str, list[str]] = {}
    for entry in lexicon.entries:
        of.setdefault(" ".join(entry.term.split()), []).append(ids[entry.category])
    lines = ["%", *(f"{number}\t{' '.join(name.split())}" for name, number in ids.items()), "%"]
    lines += ["\t".join([term, *sorted(numbers, key=int)]) for term, numbers in sorted(of.items())]
    return _write(path, "\n".join(lines) + "\n")


def write_yaml(lexicon: Lexicon, path: str | Path) -> Path:
    """
    Write a YAML dictionary as quanteda reads it: nested categories as nested keys, every term in quotes.

    Raises
    ------
    LexiconError
        For weights or regular expressions, which the format cannot hold.
    OutputError
        If the file cannot be written.
    """
    _plain(lexicon, "a YAML dictionary of quanteda")
    tree: dict[str, Any] = {}
    above = {category.path[:n] for category in lexicon.categories for n in range(1, len(category.path))}
    for category in lexicon.categories:
        terms = [entry.term for entry in lexicon.entries if entry.category == category.name]
        node = tree
        for key in category.path[:-1]:
            node = node.setdefault(key, {})
        if category.path in above:
            node.setdefault(category.path[-1], {})["__"] = terms
        else:
            node[category.path[-1]] = terms
    return _write(path, "".join(_yaml(tree, 0)))


def _yaml(tree: dict[str, Any], depth: int) -> list[str]:
    lines = []
    for key, value in tree.items():
        lines.append("  " * depth + f"{_quoted(key)}:\n" if value else "  " * depth + f"{_quoted(key)}: []\n")
        if isinstance(value, dict):
            lines += _yaml(value, depth + 1)
        else:
            lines += ["  " * (depth + 1) + f"- {_quoted(term)}\n" for term in value]
    return lines


def _quoted(text: str) -> str:
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def _plain(lexicon: Lexicon, what: str) -> None:
    if any(not entry.term.strip() for entry in lexicon.entries):
        raise LexiconError(f"{lexicon.name}: {what} cannot hold an empty term; leave it out")
    if lexicon.unit == "regex":
        raise LexiconError(f"{lexicon.name}: {what} cannot hold regular expressions")
    weighted = [entry for entry in lexicon.entries if entry.weight != 1]
    if weighted:
        raise LexiconError(
            f"{lexicon.name}: {what} cannot hold weights, and {len(weighted)} entries have one "
            f"({weighted[0].term!r}: {weighted[0].weight:g}); write `lexicon.frame()` as CSV instead"
        )


def _write(path: str | Path, text: str) -> Path:
    path = Path(path)
    try:
        path.write_text(text, encoding="utf-8", newline="\n")
    except OSError as error:
        raise OutputError(f"{path}: cannot be written ({error.strerror or error})") from error
    return path
