"""Bytes to text: encodings found and noted, never guessed in silence."""

from __future__ import annotations

import codecs
from pathlib import Path

from framing.errors import CorpusError

_MARKS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF32_LE, "utf-32"), (codecs.BOM_UTF32_BE, "utf-32"),
          (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))  # fmt: skip


def read_text(path: Path) -> tuple[str, str | None]:
    """
    A file as text.

    Parameters
    ----------
    path : Path

    Returns
    -------
    text : str
        Without a byte order mark; line breaks as they are.
    note : str or None
        What was unusual about the encoding; None for UTF-8.

    Raises
    ------
    CorpusError
        If the file is missing or may not be read.
    """
    try:
        data = path.read_bytes()
    except FileNotFoundError as error:
        raise CorpusError(f"{path}: there is no such file; check the name, or put the file there") from error
    except OSError as error:
        raise CorpusError(f"{path}: cannot be read ({error.strerror}); check that it is a file you may read") from error
    return decode(data, path.name)


def decode(data: bytes, name: str) -> tuple[str, str | None]:
    """
    Bytes as text, with a note unless they are UTF-8.

    Examples
    --------
    >>> decode("naïve".encode("utf-8-sig"), "a.txt")
    ('naïve', None)
    >>> decode("the café was naïve".encode("cp1252"), "a.txt")
    ('the café was naïve', 'a.txt: not UTF-8, read as cp1252; check accents and quotation marks')
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            try:
                text = data.decode(encoding)
            except UnicodeDecodeError:
                break
            return text.removeprefix("\ufeff"), None if encoding == "utf-8" else f"{name}: read as {encoding.upper()}"
    try:
        return data.decode("utf-8"), None
    except UnicodeDecodeError:
        encoding = _detect(data)
    return data.decode(encoding, errors="replace"), f"{name}: not UTF-8, read as {encoding}; check accents and quotation marks"


_WESTERN = {
    "Unknown", "English", "French", "German", "Spanish", "Italian", "Portuguese", "Dutch", "Danish", "Swedish",
    "Norwegian", "Finnish", "Indonesian",
}  # fmt: skip
_LATIN = ("cp125", "latin", "iso8859", "cp437", "cp85", "mac_", "hp_", "cp86", "cp77", "cp50", "cp10", "cp0", "cp1140")
_NOT_LATIN = ("cp1251", "cp1253", "cp1255", "cp1256", "iso8859_5", "iso8859_6", "iso8859_7", "iso8859_8")


def _detect(data: bytes) -> str:
    """The likeliest encoding; Windows Western where the text could be that, since short texts fit many."""
    from charset_normalizer import from_bytes

    best = from_bytes(data).best()
    if best is None:
        return "cp1252"
    latin = best.encoding.startswith(_LATIN) and not best.encoding.startswith(_NOT_LATIN)
    return "cp1252" if latin and best.language in _WESTERN else best.encoding
