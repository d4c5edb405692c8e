"""A dictionary file as text with line numbers, whatever its bytes are."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass, field
from pathlib import Path

from framing.errors import LexiconError
from framing.lexicons.model import Category, Entry

_CONTROL = re.compile("[\x00-\x08\x0e-\x1f]")
_MARKS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))


@dataclass
class Source:
    """
    A file that was read.

    Attributes
    ----------
    name : str
        File name, for messages.
    text : str
        Decoded, newlines as `\\n`.
    encoding : str
    sha256 : str
    notes : list of str
        What reading repaired, each with file and line.
    """

    name: str
    text: str
    encoding: str
    sha256: str
    notes: list[str] = field(default_factory=list)

    @property
    def lines(self) -> list[str]:
        """Line 1 is `lines[0]`."""
        return self.text.split("\n")

    @property
    def stem(self) -> str:
        """The file name without its ending."""
        return Path(self.name).stem

    def at(self, line: int | None) -> str:
        """`FILE:LINE`, for messages."""
        return self.name if line is None else f"{self.name}:{line}"

    def note(self, line: int | None, message: str) -> None:
        """Remember what was repaired or left out."""
        self.notes.append(f"{self.at(line)}: {message}")

    def refuse(self, line: int | None, message: str) -> LexiconError:
        """The error to raise."""
        return LexiconError(f"{self.at(line)}: {message}")


@dataclass
class Parsed:
    """
    What a reader found.

    Attributes
    ----------
    format : str
    entries : list of Entry
    categories : list of Category
        In the order of the source, empty ones included; left empty if the entries say it all.
    metadata : dict
        Fields of `Lexicon` that the source or its format fixes.
    """

    format: str
    entries: list[Entry] = field(default_factory=list)
    categories: list[Category] = field(default_factory=list)
    metadata: dict[str, object] = field(default_factory=dict)


def read_source(path: Path) -> Source:
    """
    Read a file: UTF-8 with or without BOM, UTF-16 with BOM, else windows-1252; any newlines.

    Raises
    ------
    LexiconError
        If there is no such file, it is empty, or it is no text.
    """
    try:
        data = path.read_bytes()
    except OSError as error:
        raise LexiconError(f"{path}: cannot be read ({error.strerror or error}); give the path of a dictionary file") from error
    return source_from(path.name, data)


def source_from(name: str, data: bytes) -> Source:
    """Decode the bytes of a file."""
    source = Source(name, "", "utf-8", hashlib.sha256(data).hexdigest())
    encoding = next((encoding for mark, encoding in _MARKS if data.startswith(mark)), None)
    if encoding is None and b"\x00" in data:
        raise source.refuse(None, "holds zero bytes and is no text; export the dictionary as a text file")
    try:
        text = data.decode(encoding or "utf-8")
        source.encoding = encoding or "utf-8"
    except UnicodeDecodeError as error:
        if encoding is not None:
            raise source.refuse(
                None, f"begins as {encoding} but is damaged ({error.reason}); save it again as UTF-8"
            ) from error
        text = _mixed(data, source)
    # Old programs end a text with control-Z.
    source.text = text.replace("\r\n", "\n").replace("\r", "\n").rstrip("\x1a")
    control = _CONTROL.search(source.text)
    if control:
        line = source.text.count("\n", 0, control.start()) + 1
        raise source.refuse(line, f"holds the control character {control[0]!r} and is no text; export it as a text file")
    if not source.text.strip():
        raise source.refuse(None, "is empty")
    return source


def _mixed(data: bytes, source: Source) -> str:
    """Text that is not UTF-8 throughout: windows-1252, but lines that are UTF-8 and more than ASCII are read as such."""
    lines = data.replace(b"\r\n", b"\n").replace(b"\r", b"\n").split(b"\n")
    decoded, old, new = [], [], []
    for number, line in enumerate(lines, 1):
        try:
            decoded.append(line.decode("utf-8"))
            if not line.isascii():
                new.append(number)
        except UnicodeDecodeError:
            old.append(number)
            decoded.append(line.decode("cp1252", errors="replace"))
            if "\ufffd" in decoded[-1]:
                source.note(
                    number, "holds bytes that are neither UTF-8 nor windows-1252; they are shown as \ufffd and match nothing"
                )
    source.encoding = "mixed" if new else "windows-1252"
    shown = ", ".join(map(str, old[:5])) + (" ..." if len(old) > 5 else "")
    if new:
        source.note(old[0], f"mixed encodings: {len(old)} lines ({shown}) are not UTF-8 and were read as windows-1252")
    else:
        source.note(old[0], f"not UTF-8; read as windows-1252 (lines {shown})")
    return "\n".join(decoded)
