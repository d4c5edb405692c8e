"""Plain texts, one document a file."""

from __future__ import annotations

import re
from collections.abc import Iterator

from framing.corpus.importers.base import Draft, Log, importer
from framing.corpus.importers.source import Source


def _recognise(head: str) -> float:
    """Any text, if nothing else knows it; DOCX and RTF only when asked for, because they are exports or private papers."""
    return 0.01 if head.strip() else 0.0


def paragraphs_of(lines: Iterator[str]) -> list[str]:
    """
    Paragraphs by blank lines; a text without blank lines has a paragraph on every line, unless it is hard-wrapped.

    Examples
    --------
    >>> paragraphs_of(iter(["One", "two.", "", "Three."]))
    ['One two.', 'Three.']
    >>> paragraphs_of(iter(["A first paragraph that is rather long.", "Short.", "A third one."]))
    ['A first paragraph that is rather long.', 'Short.', 'A third one.']
    """
    kept = [line.rstrip() for line in lines]
    while kept and not kept[0].strip():
        kept.pop(0)
    while kept and not kept[-1].strip():
        kept.pop()
    if not any(not line.strip() for line in kept):
        return _unwrap(kept) if _is_wrapped(kept) else [line for line in kept if line]
    groups: list[list[str]] = [[]]
    for line in kept:
        if line.strip():
            groups[-1].append(line)
        elif groups[-1]:
            groups.append([])
    done: list[str] = []
    for group in groups:
        if group:
            wrapped = len(group) > 1 and (max(map(len, group)) <= 100 or _is_wrapped(group))
            quoted = any(line.startswith(">") for line in group)
            done += ["\n".join(group)] if quoted else ([join_wrapped(group)] if wrapped else group)
    return done


def _is_wrapped(lines: list[str]) -> bool:
    """True if the lines fill a column: most break before 100 characters in mid-sentence."""
    if len(lines) < 4 or max(map(len, lines)) > 100:
        return False
    broken = sum(not re.search(r"[.!?:;\"'”’»)\]。！？]$", line.rstrip()) for line in lines[:-1])
    return broken > 0.6 * (len(lines) - 1)


def _unwrap(lines: list[str]) -> list[str]:
    return [join_wrapped(lines)]


_LINK_WORD = re.compile(r"(?:and|or|und|oder|et|ou|y|o|e|of|en|to|bis)\b", re.IGNORECASE)


def join_wrapped(lines: list[str]) -> str:
    """
    Lines of a hard-wrapped paragraph as one; a hyphen at the end of a line was there before the line was broken.

    Examples
    --------
    >>> join_wrapped(["the well-", "known pre-", "and post-war", "years"])
    'the well-known pre- and post-war years'
    """
    text = ""
    for line in lines:
        line = line.strip()
        glued = re.search(r"\w-$", text) and line[:1].islower() and not _LINK_WORD.match(line)
        text += line if glued or not text else " " + line
    return text


@importer("plain", reads=("txt", "rtf", "docx", "csv"), recognise=_recognise)
def parse(source: Source, log: Log) -> Iterator[Draft]:
    """The whole file as one document; what it says of itself is its name and nothing else."""
    paragraphs = paragraphs_of(source.lines())
    if paragraphs:
        yield Draft(paragraphs=paragraphs, key=source.name, database="text", expected=())
    log.announced = None
