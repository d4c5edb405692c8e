"""JSON lines in and out, one at a time."""

from __future__ import annotations

import contextlib
import json
from collections import deque
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TextIO

from framing.errors import CorpusError, OutputError


@dataclass(frozen=True, slots=True)
class Line:
    """
    One line of a JSONL file; `refused` says why it holds no text that can be read, and is empty otherwise.

    Attributes
    ----------
    id : Any
        As it stands there; None where there is none.
    text : str
    lang : str or None
    refused : str
    """

    id: Any
    text: str = ""
    lang: str | None = None
    refused: str = ""


def read_lines(path: Path) -> Iterator[Line]:
    """
    The lines of a JSONL file that are not empty, in order; one that cannot be read does not stop the others.

    Raises
    ------
    CorpusError
        If there is no such file.
    """
    if not path.is_file():
        raise CorpusError(f'{path}: there is no such file; give a file with one {{"id", "text"}} object a line')
    with path.open("rb") as stream:
        for number, raw in enumerate(stream, start=1):
            if raw.strip():
                yield _line(f"line {number}", raw)


def _line(where: str, raw: bytes) -> Line:
    """One line, with a byte order mark before it or not."""
    try:
        record = json.loads(raw.decode("utf-8").strip().removeprefix("\ufeff"))
    except UnicodeDecodeError as error:
        return Line(None, refused=f"{where}: not UTF-8 (byte {error.start}); save the file as UTF-8")
    except (ValueError, RecursionError) as error:
        return Line(None, refused=f"{where}: this is not JSON ({getattr(error, 'msg', type(error).__name__)}); mend the line")
    if not isinstance(record, dict):
        return Line(None, refused=f'{where}: needs an object {{"id", "text"}}')
    id, text, lang = record.get("id"), record.get("text"), record.get("lang")
    if not isinstance(text, str) or not isinstance(id, (str, int)):
        return Line(id, refused=f'{where}: needs "id" and a text in "text"')
    if lang is not None and not isinstance(lang, str):
        return Line(id, refused=f'{where}: "lang" must be a language code such as "en"')
    try:
        f"{id}{text}".encode()
    except UnicodeEncodeError:
        return Line(None, refused=f"{where}: half a character (a lone surrogate) stands in it; mend the line")
    return Line(id, text, lang)


def quoted_lines(
    lines: Iterable[Line], *, clausal_only: bool = False, indirect_from: float = 0.5
) -> Iterator[tuple[dict[str, Any], str]]:
    """
    The record of each line, {"id", "quotes", "notes"}, in order, and why the line was refused, "" if it was not.

    Parameters
    ----------
    lines : iterable of Line
    clausal_only, indirect_from
        See `framing.annotate.quotations.find_quotes`.
    """
    from framing.annotate.stream import quote_records

    waiting: deque[Line] = deque()

    def texts() -> Iterator[dict[str, Any]]:
        for line in lines:
            waiting.append(line)
            yield {"id": str(line.id), "text": line.text, "lang": line.lang}

    for found in quote_records(texts(), clausal_only=clausal_only, indirect_from=indirect_from):
        line = waiting.popleft()
        yield {**found, "id": line.id, "notes": [line.refused] if line.refused else found["notes"]}, line.refused


@contextmanager
def written_whole(path: Path) -> Iterator[TextIO]:
    """A stream to a file that appears under its name only when the block ends well."""
    scratch = path.with_name(f".{path.name}.part")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with scratch.open("w", encoding="utf-8", newline="\n") as stream:
            yield stream
        scratch.replace(path)
    except OSError as error:
        raise OutputError(f"{path}: cannot be written ({error.strerror}); choose another place or make room") from error
    finally:
        with contextlib.suppress(OSError):
            scratch.unlink(missing_ok=True)
