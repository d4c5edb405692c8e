"""One file, or one member of an archive, opened by what it holds and not by how it is called."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import BinaryIO

from framing.corpus.importers import archives
from framing.corpus.importers.base import Refused
from framing.corpus.importers.encoding import encoding_of, is_binary, text_blocks
from framing.errors import ModelMissing

#: Bytes looked at to tell what a file is; some exports begin with 60 kB of scripts.
HEAD = 1 << 19
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_HTML = re.compile(rb"<(?:!doctype\s+html|html|head|body|table|div|span|article|meta|a\s+name|p)\b", re.IGNORECASE)
_EML = re.compile(
    rb"^(?:Received|From|Return-Path|Delivered-To|MIME-Version|Message-ID|Date|Subject|To|X-[\w-]+):\s", re.IGNORECASE
)
_OTHERS = (
    (b"%PDF", "is a PDF, whose order of text cannot be trusted; download the documents as DOCX, RTF or HTML instead"),
    (b"\x89PNG", "is an image; there is no text in it"),
    (b"\xff\xd8\xff", "is an image; there is no text in it"),
    (b"GIF8", "is an image; there is no text in it"),
    (b"Rar!", "is a RAR archive; unpack it and import the folder"),
    (b"7z\xbc\xaf", "is a 7z archive; unpack it and import the folder"),
    (b"SQLite format 3", "is a database; export the table as CSV"),
    (b"BZh", "is a bzip2 archive; unpack it and import the folder"),
    (b"\xfd7zXZ", "is an xz archive; unpack it and import the folder"),
)


def needs(module: str) -> ModelMissing:
    """The error for an optional package that is not installed."""
    extra = "parquet" if module == "pyarrow" else "import"
    return ModelMissing(
        f'reading this file needs the package {module}; install it with: pip install "framing-analysis[{extra}]"'
    )


def _is_json(line: bytes) -> bool:
    import json

    try:
        json.loads(line)
    except (ValueError, RecursionError):
        return False
    return True


@dataclass
class Source:
    """
    A file by its content.

    Attributes
    ----------
    path : Path
    member : str
        Name inside an archive, or "".
    data : bytes or None
        Content, if it is already in memory.
    """

    path: Path
    member: str = ""
    data: bytes | None = None
    notes: list[tuple[str, str]] = field(default_factory=list)

    @property
    def name(self) -> str:
        """File name without folder, with the member of an archive after a slash."""
        return f"{self.path.name}/{self.member}" if self.member else self.path.name

    @property
    def suffix(self) -> str:
        """Ending in lower case; a hint and never the decision."""
        return Path(self.member or self.path.name).suffix.casefold()

    @contextmanager
    def open(self) -> Iterator[BinaryIO]:
        """The bytes."""
        if self.data is not None:
            yield io.BytesIO(self.data)
        else:
            with self.path.open("rb") as stream:
                yield stream

    @cached_property
    def head(self) -> bytes:
        """The first bytes."""
        with self.open() as stream:
            return stream.read(HEAD)

    @cached_property
    def container(self) -> str:
        """
        What kind of file this is.

        One of "docx", "rtf", "html", "eml", "xml", "json", "jsonl", "csv", "parquet", "warc", "zip", "gzip" and "txt".

        Raises
        ------
        Refused
            For empty files and for kinds that cannot be read, with advice.
        """
        head = self.head
        if not head.strip(b"\x00 \t\r\n\xef\xbb\xbf"):
            raise Refused("the file is empty")
        for mark, advice in _OTHERS:
            if head.startswith(mark):
                raise Refused(f"the file {advice}")
        if head.startswith(_OLE):
            raise Refused(self._ole_advice())
        if head.startswith(b"PK\x03\x04") or head.startswith(b"PK\x05\x06"):
            return self._zip_kind()
        if head.startswith(b"PAR1"):
            return "parquet"
        if head.startswith(b"\x1f\x8b"):
            return archives.gzip_kind(head)
        return self._text_kind(head)

    def _ole_advice(self) -> str:
        with self.open() as stream:
            sample = stream.read(4 << 20)
        if "EncryptedPackage".encode("utf-16-le") in sample:
            return "the file is protected by a password; open it, save it without password, and import it again"
        return "the file is in an old Microsoft Office format; save it as DOCX, RTF or CSV and import it again"

    def _zip_kind(self) -> str:
        try:
            with self.open() as stream, zipfile.ZipFile(stream) as archive:
                names = set(archive.namelist())
                archives.check(archive)
        except (zipfile.BadZipFile, ValueError, EOFError, OSError, NotImplementedError) as error:
            raise Refused(f"the file is damaged or cut off ({error}); download it again") from error
        if "word/document.xml" in names:
            return "docx"
        if "xl/workbook.xml" in names or "content.xml" in names:
            raise Refused("the file is a spreadsheet or an OpenDocument file; save it as CSV or DOCX and import it again")
        return "zip"

    def _text_kind(self, head: bytes) -> str:
        if head[257:262] == b"ustar":
            raise Refused("the file is a TAR archive; unpack it and import the folder")
        if is_binary(head):
            raise Refused("the file is binary and of no known kind; there is no text to read in it")
        start = head.lstrip(b"\xef\xbb\xbf\x00 \t\r\n\xff\xfe")
        if start.startswith(b"{\\rtf"):
            return "rtf"
        if start.startswith((b"WARC/", b"filedesc://")):
            return "warc"
        if start.startswith(b"<?xml") and not re.search(rb"<!doctype\s+html|<html\b", start[:2000], re.IGNORECASE):
            return "xml"
        if start.startswith((b"<PPS", b"<RECORD")):
            return "xml"
        if start.startswith(b"<") and _HTML.search(start[:20000]):
            return "html"
        if _EML.match(start) and re.search(rb"^Content-Type:\s", start, re.IGNORECASE | re.MULTILINE):
            return "eml"
        if start.startswith((b"{", b"[")):
            return self._json_kind(start)
        if len(_HTML.findall(start)) > 5 and re.search(rb"</(?:html|body|div|p)>", start, re.IGNORECASE):
            return "html"
        return "csv" if self._looks_like_a_table() else "txt"

    def _json_kind(self, start: bytes) -> str:
        """ "json", "jsonl", or "txt" for a text that only begins like JSON."""
        named = self.suffix in (".json", ".jsonl", ".ndjson")
        lines = start.splitlines()
        if start.startswith(b"["):
            return "json" if named or re.match(rb"\[\s*(?:[{\]\"]|$)", start) else "txt"
        if _is_json(lines[0]):
            return (
                "jsonl"
                if self.suffix in (".jsonl", ".ndjson") or (len(lines) > 1 and lines[1].lstrip().startswith(b"{"))
                else "json"
            )
        opens_a_name = re.match(rb"\{\s*(?:\"(?:[^\"\\]|\\.)*\"\s*:\s*[\[{\"\d\-tfn]|\}|$)", start)
        broken_line = len(lines) > 1 and lines[0].rstrip().endswith(b"}")
        return "json" if named or (opens_a_name and not broken_line) else "txt"

    def _looks_like_a_table(self) -> bool:
        import csv

        lines = [line for line in self.text_head.splitlines()[:2] if line.strip()]
        if not lines:
            return False
        for delimiter in ("\t", ";", ","):
            cells = next(csv.reader([lines[0]], delimiter=delimiter), [])
            named = [cell.strip() for cell in cells]
            if (
                len(named) >= 2
                and all(re.fullmatch(r"[\w .()/-]{1,40}", name) for name in named)
                and len(set(named)) == len(named)
            ):
                short = sum(len(name.split()) <= 3 for name in named) == len(named)
                many = len(named) >= 3 or self.suffix in (".csv", ".tsv", ".tab")
                sentence = lines[0].rstrip().endswith((".", "!", "?")) or (
                    len(lines) < 2 and self.suffix not in (".csv", ".tsv", ".tab")
                )
                return short and many and not sentence and (delimiter != "," or self.suffix in (".csv", "") or len(named) >= 4)
        return False

    @cached_property
    def encoding(self) -> str:
        """Encoding of a text file."""
        with self.open() as stream:
            return encoding_of(stream, declared=self.head.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"<"))

    @cached_property
    def text_head(self) -> str:
        """The first stretch of text."""
        for block in text_blocks(io.BytesIO(self.head), self.encoding):
            return block.lstrip("\ufeff")
        return ""

    def blocks(self) -> Iterator[str]:
        """The text of a text file, in blocks."""
        with self.open() as stream:
            first = True
            for block in text_blocks(stream, self.encoding):
                yield block.lstrip("\ufeff") if first else block
                first = False

    def text(self) -> str:
        """The whole text of a text file."""
        return "".join(self.blocks())

    def lines(self) -> Iterator[str]:
        """The lines of a TXT, RTF or DOCX file, without line ends."""
        if self.container == "docx":
            from framing.corpus.importers.docx import docx_lines

            yield from docx_lines(self)
        elif self.container == "rtf":
            from framing.corpus.importers.rtf import rtf_lines

            yield from rtf_lines(self)
        else:
            rest = ""
            for block in self.blocks():
                parts = (rest + block).split("\n")
                rest = parts.pop()
                yield from parts
            if rest:
                yield rest
