"""JSON lines in and out, one at a time."""

from __future__ import annotations

import contextlib
import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, TextIO

from framing.errors import CorpusError, OutputError


def read_lines(path: Path) -> Iterator[dict[str, Any]]:
    """
    The records of a JSONL file.

    Raises
    ------
    CorpusError
        Naming file and line of the first line that is no object with "id" and "text".
    """
    if not path.is_file():
        raise CorpusError(f'{path}: there is no such file; give a file with one {{"id", "text"}} object a line')
    with path.open(encoding="utf-8-sig") as stream:
        try:
            for number, line in enumerate(stream, start=1):
                if line.strip():
                    yield _record(path.name, number, line)
        except UnicodeDecodeError as error:
            raise CorpusError(f"{path.name}: not UTF-8 (byte {error.start}); save the file as UTF-8") from error


def _record(file: str, number: int, line: str) -> dict[str, Any]:
    try:
        record = json.loads(line)
    except json.JSONDecodeError as error:
        raise CorpusError(f"{file}, line {number}: this is not JSON ({error.msg}); mend the line") from error
    if not isinstance(record, dict) or not isinstance(record.get("text"), str) or "id" not in record:
        raise CorpusError(f'{file}, line {number}: needs "id" and a text in "text"')
    return record


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
