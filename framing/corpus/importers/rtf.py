"""The lines of an RTF file."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from framing.corpus.importers.base import Refused

if TYPE_CHECKING:
    from framing.corpus.importers.source import Source

_PICTURE = re.compile(rb"\{\\(?:\*\\)?(?:shppict|nonshppict|pict)\b[^{}]*(?:\{[^{}]*\}[^{}]*)*\}")


def rtf_lines(source: Source) -> Iterator[str]:
    """
    One line per paragraph and line break.

    Raises
    ------
    Refused
        If the file cannot be read as RTF.
    ModelMissing
        Without striprtf.
    """
    try:
        from striprtf.striprtf import rtf_to_text
    except ImportError as error:
        from framing.corpus.importers.source import needs

        raise needs("striprtf") from error
    with source.open() as stream:
        raw = stream.read()
    # Pictures are most of the bytes of a real export and none of its text.
    raw = _PICTURE.sub(b"", raw)
    code = re.search(rb"\\ansicpg(\d+)", raw[:2000])
    encoding = f"cp{code[1].decode()}" if code and code[1] not in (b"0", b"65001") else "utf-8" if code else "cp1252"
    try:
        text = rtf_to_text(raw.decode("latin-1"), encoding=encoding, errors="replace")
    except (ValueError, LookupError, IndexError) as error:
        raise Refused(f"the file is damaged or no RTF ({error}); download it again") from error
    for line in text.replace("\r\n", "\n").replace("\r", "\n").split("\n"):
        # Cells end with "|"; a cell of several paragraphs leaves one at the end of its last line.
        yield line.replace("|", " | ").strip(" |") if line.count("|") > 1 else line.removesuffix("|")
