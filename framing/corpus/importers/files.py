"""Which files a batch reads, and in which order."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

#: Lists that name addresses come before the texts they are joined to.
_TABLES = (".json", ".jsonl", ".ndjson", ".csv", ".tsv")


def expanded(paths: tuple[Path, ...]) -> Iterator[Path]:
    """Every file once, folders read with everything below them."""
    done: set[str] = set()
    for path in paths:
        first: list[Path] = []
        later: list[Path] = []
        for file in _walk(path) if path.is_dir() else iter([path]):
            (first if file.suffix.casefold() in _TABLES else later).append(file)
        for file in first + later:
            if (key := os.path.realpath(file)) not in done:
                done.add(key)
                yield file


def _walk(folder: Path) -> Iterator[Path]:
    """Every file below a folder in alphabetical order; hidden files and links out of the folder are left."""
    with os.scandir(folder) as entries:
        listing = sorted(entries, key=lambda entry: entry.name)
    for entry in listing:
        if entry.name.startswith(".") or entry.name in ("__MACOSX", "Thumbs.db", "desktop.ini"):
            continue
        if entry.is_dir(follow_symlinks=False):
            yield from _walk(Path(entry.path))
        elif entry.is_file():
            yield Path(entry.path)
