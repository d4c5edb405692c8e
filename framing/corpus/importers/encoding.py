"""From bytes to text: byte-order marks, declared and guessed encodings, every kind of line end."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator
from typing import BinaryIO

_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_DECLARED = re.compile(rb"""(?:charset|encoding)\s*=\s*["']?\s*([\w.:-]+)""", re.IGNORECASE)
BLOCK = 1 << 20


def encoding_of(stream: BinaryIO, *, declared: bool = False) -> str:
    """
    The encoding of a byte stream, which is read to its end in blocks.

    Parameters
    ----------
    stream : binary file, at its start
    declared : bool
        Trust a `charset=` or `encoding=` in the first bytes if the text is not UTF-8 (HTML and XML).

    Returns
    -------
    str
        A byte-order mark decides; then UTF-8 if the whole stream is; then the declaration; then the best guess of
        charset-normalizer over the bytes that are not ASCII.

    Examples
    --------
    >>> import io
    >>> encoding_of(io.BytesIO("naïve".encode())), encoding_of(io.BytesIO(codecs.BOM_UTF8 + b"x"))
    ('utf-8', 'utf-8-sig')
    """
    head = stream.read(4096)
    for mark, name in _BOMS:
        if head.startswith(mark):
            return name
    if (wide := _without_mark(head)) is not None:
        return wide
    decoder = codecs.getincrementaldecoder("utf-8")()
    sample, block = bytearray(), head
    is_utf8 = True
    while block:
        try:
            decoder.decode(block)
        except UnicodeDecodeError:
            is_utf8 = False
            sample += block[:BLOCK]
            break
        block = stream.read(BLOCK)
    if is_utf8:
        return "utf-8"
    return (_declared(head) if declared else None) or _guess(bytes(head + sample + stream.read(BLOCK)))


def _without_mark(head: bytes) -> str | None:
    """UTF-16 without a byte-order mark: every other byte of Western text is zero."""
    if head.count(0) < 0.3 * len(head):
        return None
    return "utf-16-le" if head[1::2].count(0) > head[::2].count(0) else "utf-16-be"


def is_binary(head: bytes) -> bool:
    """
    True for bytes that are no text in any encoding.

    Examples
    --------
    >>> is_binary("naïve".encode("utf-16")), is_binary("plain".encode("utf-16-le")), is_binary(bytes(range(32)) * 4)
    (False, False, True)
    """
    if any(head.startswith(mark) for mark, _ in _BOMS):
        return False
    head = head[:4096]
    if _without_mark(head) is not None:
        zeros = head[1::2].count(0), head[::2].count(0)
        return min(zeros) > 0.1 * max(zeros)
    controls = sum(head.count(byte) for byte in range(32) if byte not in (7, 9, 10, 11, 12, 13, 26, 27))
    return controls > 0.02 * len(head)


def _declared(head: bytes) -> str | None:
    if found := _DECLARED.search(head):
        name = found[1].decode("ascii", "replace")
        try:
            known = codecs.lookup(name).name
        except LookupError:
            return None
        # Web pages that say Latin-1 mean Windows-1252.
        return {"iso8859-1": "cp1252", "ascii": "cp1252", "utf-8": None}.get(known, known)  # type: ignore[return-value]
    return None


def _guess(sample: bytes) -> str:
    """Most press exports that are not UTF-8 are Windows-1252; another guess needs text that this cannot read."""
    from charset_normalizer import from_bytes

    chinese = sum(byte >= 0x81 for byte in sample) > 0.3 * len(sample)
    best = from_bytes(
        sample, cp_isolation=["gb18030", "big5", "shift_jis", "euc_kr", "euc_jp", "cp1251"] if chinese else None
    ).best()
    if chinese and best is not None:
        return best.encoding
    try:
        sample.decode("cp1252")
    except UnicodeDecodeError:
        return best.encoding if best is not None else "cp1252"
    # Letters of Windows-1252 inside words; other alphabets leave symbols there.
    odd = len(re.findall(rb"[A-Za-z][\x80-\xbf\xd7\xf7][A-Za-z]", sample.replace(b"\x92", b"'")))
    if best is not None and odd > len(re.findall(rb"[A-Za-z][\xc0-\xff]", sample)) and best.encoding != "ascii":
        return best.encoding
    return "cp1252"


def text_blocks(stream: BinaryIO, encoding: str) -> Iterator[str]:
    """The text of a stream in blocks of about one megabyte, with every line end as a newline."""
    decoder = codecs.getincrementaldecoder(encoding)(errors="replace")
    pending_return = False
    while True:
        raw = stream.read(BLOCK)
        text = decoder.decode(raw, final=not raw)
        if pending_return:
            text, pending_return = "\r" + text, False
        if text.endswith("\r") and raw:
            text, pending_return = text[:-1], True
        if text:
            yield text.replace("\r\n", "\n").replace("\r", "\n")
        if not raw:
            return
