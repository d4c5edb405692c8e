"""Texts as bytes for hashing: lower-case words with one space between, joined into buffers of bounded size."""

from __future__ import annotations

import re

import numpy as np

Array = np.ndarray

WINDOW = 24  # letters in a window of the index, about four English words
SHARD = 32 << 20  # bytes of text that are hashed at once; memory follows this, not the corpus
MIX = np.uint64(0x9E3779B97F4A7C15)
_PAD = bytes(WINDOW)
_CJK = re.compile(r"([\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff])")


def _table() -> tuple[bytes, bytes]:
    """Translation to lower case with every break as a space, and the bytes to leave out: punctuation, also curly."""
    kept = bytes(c for c in range(128) if chr(c).isalnum() or chr(c).isspace())
    table = bytes(
        32 if c < 128 and chr(c).isspace() else ord(chr(c).lower()) if c < 128 else c for c in range(256)
    )  # fmt: skip
    # 0xE2 and 0x80 begin curly quotes and dashes; the others end them. In other letters they vanish alike everywhere.
    curly = bytes([0xE2, 0x80, 0x93, 0x94, 0x98, 0x99, 0x9C, 0x9D, 0xA6])
    return table, bytes(c for c in range(128) if c not in kept) + curly


_LOWER, _DROPPED = _table()
# All bytes no Chinese, Japanese or Korean letter begins with.
_NOT_EASTERN = bytes(c for c in range(256) if not 0xE2 < c < 0xEF)


def folded_text(text: str) -> bytes:
    """Words as bytes: lower case, no punctuation, spaces between; Chinese and Japanese signs are words of their own."""
    if text.isascii():
        return text.encode("ascii").translate(_LOWER, _DROPPED)
    data = text.encode("utf-8", errors="replace")
    if data.translate(None, _NOT_EASTERN) and _CJK.search(text):
        data = _CJK.sub(r" \1 ", text).encode("utf-8", errors="replace")
    return data.translate(_LOWER, _DROPPED)


def shards(folded: list[bytes]) -> list[tuple[int, int]]:
    """Runs of documents of at most `SHARD` bytes, or of one document."""
    runs, first, size = [], 0, 0
    for i, text in enumerate(folded):
        if size + len(text) > SHARD and i > first:
            runs.append((first, i))
            first, size = i, 0
        size += len(text)
    return [*runs, (first, len(folded))] if folded else []


def joined(folded: list[bytes]) -> tuple[bytes, Array]:
    """Texts in one buffer with a space before and padding after each, and where each begins."""
    buffer = b" " + (_PAD + b" ").join(folded) + _PAD
    lengths = np.fromiter(map(len, folded), dtype=np.int64, count=len(folded))
    begins = 1 + np.concatenate([[0], np.cumsum(lengths + WINDOW + 1)[:-1]])
    return buffer, begins
