"""The lines of a DOCX file, in order, tables included."""

from __future__ import annotations

import zipfile
import zlib
from collections.abc import Iterator
from typing import TYPE_CHECKING

from framing.corpus.importers.base import Refused

if TYPE_CHECKING:
    from framing.corpus.importers.source import Source


def docx_lines(source: Source) -> Iterator[str]:
    """
    One line per paragraph and line break; a table gives one line per row.

    Raises
    ------
    Refused
        If the file is damaged or declares entities.
    ModelMissing
        Without python-docx.
    """
    try:
        from docx import Document as read_docx
        from docx.table import Table
    except ImportError as error:
        from framing.corpus.importers.source import needs

        raise needs("python-docx") from error
    try:
        with source.open() as stream:
            _refuse_entities(stream)
            stream.seek(0)
            document = read_docx(stream)
    except (zipfile.BadZipFile, zlib.error, KeyError, ValueError, EOFError, OSError, SyntaxError, NotImplementedError) as error:
        raise Refused(f"the file is damaged or cut off ({error}); download it again") from error
    for block in document.iter_inner_content():
        if isinstance(block, Table):
            for row in block.rows:
                yield " | ".join(_distinct(cell.text.replace("\n", " ").strip() for cell in row.cells))
        else:
            yield from block.text.split("\n")


def _distinct(cells: Iterator[str]) -> list[str]:
    """Merged cells come once for each column they span."""
    kept: list[str] = []
    for cell in cells:
        if cell and (not kept or kept[-1] != cell):
            kept.append(cell)
    return kept


def _refuse_entities(stream) -> None:  # type: ignore[no-untyped-def]
    with zipfile.ZipFile(stream) as archive:
        for name in archive.namelist():
            if name.endswith((".xml", ".rels")):
                with archive.open(name) as part:
                    start = part.read(2048)
                if b"<!DOCTYPE" in start or b"<!ENTITY" in start:
                    raise Refused(f"{name} declares entities, which no word processor writes; the file was not read")
