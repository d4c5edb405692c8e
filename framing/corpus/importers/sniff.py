"""Which importer reads a file: decided by what the file holds, never by its ending."""

from __future__ import annotations

from itertools import islice
from pathlib import Path

from framing.corpus.importers.base import Importer, Refused, importers, named
from framing.corpus.importers.source import Source

_ENDINGS = {
    ".docx": ("docx",), ".rtf": ("rtf",), ".html": ("html",), ".htm": ("html",), ".eml": ("eml",), ".xml": ("xml", "html"),
    ".json": ("json", "jsonl"), ".jsonl": ("jsonl", "json"), ".csv": ("csv", "txt"), ".tsv": ("csv",), ".parquet": ("parquet",),
    ".warc": ("warc",), ".zip": ("zip",), ".doc": ("docx",), ".ris": ("txt",), ".txt": ("txt", "csv", "warc"), ".pdf": ("pdf",),
}  # fmt: skip
_ABOUT = ("readme", "license", "licence", "changelog", "copying")
HEAD_LINES = 4000


def head_of(source: Source) -> str:
    """The first stretch of the text inside the container."""
    if source.container in ("docx", "rtf"):
        return "\n".join(islice(source.lines(), HEAD_LINES))
    if source.container == "eml":
        from framing.corpus.importers.eml import html_part

        return html_part(source)[:400_000]
    if source.container in ("parquet", "warc", "zip", "gzip"):
        return ""
    return source.text_head


def sniff(source: Source, format: str | None = None) -> Importer:
    """
    The importer for a file.

    Parameters
    ----------
    source : Source
    format : str, optional
        Ask for a format instead of looking for one.

    Raises
    ------
    Refused
        If no importer knows the file; the message says what it is and what can be done.
    """
    container = source.container
    if source.suffix in _ENDINGS and container not in _ENDINGS[source.suffix] and container != "gzip":
        source.notes.append(("ending", f"the name ends in {source.suffix}, the content is {container}; read as {container}"))
    if format is not None:
        return named(format, source)
    if container == "txt" and Path(source.name).stem.casefold() in _ABOUT:
        raise Refused('a text about the folder and not a document of it; pass format="plain" if it is one')
    head = head_of(source)
    best: tuple[float, Importer] | None = None
    for candidate in importers().values():
        # Word-processor files are exports or somebody's private papers: the second are read only when asked for.
        if container in candidate.reads and not (candidate.name == "plain" and container in ("docx", "rtf")):
            score = candidate.recognise(head)
            if score > 0 and (best is None or score > best[0]):
                best = (score, candidate)
    if best is None:
        advice = (
            'pass format="plain" to read it as one document'
            if container in ("docx", "rtf")
            else "pass `format` to say what it is"
        )
        raise Refused(f"no known export: {container} without the marks of any format; {advice}")
    return best[1]
