"""What an importer gives, what it may say about a file, and the registry that finds it."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from framing.checks import did_you_mean
from framing.errors import CorpusError, OptionError

if TYPE_CHECKING:
    from framing.corpus.importers.source import Source


class Refused(CorpusError):
    """A file, or a member of an archive, is not imported; the message says why and what to do."""


@dataclass(slots=True)
class Draft:
    """
    One text as its format gives it, before ids and normalisation.

    Attributes
    ----------
    paragraphs : list of str
        Of the body; lines of a block quotation start with "> ".
    date : str or None
        As printed.
    accession : str or None
        The database's own number of the document.
    url : str or None
    words : int or None
        Length as the database announces it.
    key : str
        What else tells the document apart where it has no body.
    facts : dict of str to str
        Page, edition, load date: facts a `Document` has no place for.
    dropped : list of (reason, text)
        Parts that are not body.
    problems : list of (kind, detail)
    """

    paragraphs: list[str] = field(default_factory=list)
    title: str | None = None
    outlet: str | None = None
    date: str | None = None
    author: str | None = None
    section: str | None = None
    lang: str | None = None
    url: str | None = None
    rights: str | None = None
    side: str | None = None
    event: str | None = None
    id: str | None = None
    accession: str | None = None
    database: str = "doc"
    words: int | None = None
    key: str = ""
    expected: tuple[str, ...] = ("title", "outlet", "date")
    facts: dict[str, str] = field(default_factory=dict)
    dropped: list[tuple[str, str]] = field(default_factory=list)
    problems: list[tuple[str, str]] = field(default_factory=list)
    stub: bool = False

    def drop(self, reason: str, text: str) -> None:
        """Say that a part of the text is left out, and why."""
        if text.strip():
            self.dropped.append((reason, text.strip()))


@dataclass(slots=True)
class Log:
    """What an importer says about the file as a whole."""

    announced: int | None = None
    problems: list[tuple[str, str]] = field(default_factory=list)
    dropped: list[tuple[str, str]] = field(default_factory=list)

    def problem(self, kind: str, detail: str) -> None:
        """A thing worth a row in the report."""
        self.problems.append((kind, detail))

    def drop(self, reason: str, text: str) -> None:
        """A part of the file that belongs to no document."""
        if text.strip():
            self.dropped.append((reason, text.strip()))


@dataclass(frozen=True, slots=True)
class Importer:
    """
    One format.

    Attributes
    ----------
    name : str
    reads : tuple of str
        Containers it can live in: "txt", "rtf", "docx", "html", "eml", "xml", "json", "jsonl", "csv", "parquet", "warc".
    recognise : callable
        `recognise(head) -> float` in [0, 1], where `head` is the first stretch of the text inside the container.
    parse : callable
        `parse(source, log, **settings) -> iterator of Draft`.
    """

    name: str
    reads: tuple[str, ...]
    recognise: Callable[[str], float]
    parse: Callable[..., Iterator[Draft]]


_IMPORTERS: dict[str, Importer] = {}
#: Modules of this package that read no format of their own.
_NOT_FORMATS = frozenset(
    {"archives", "base", "batch", "dates", "docx", "eml", "encoding", "factiva_lines", "fields", "files", "finish"}
    | {"html", "joins", "output", "report", "rtf", "sniff", "source"}
)


def importer(name: str, *, reads: tuple[str, ...], recognise: Callable[[str], float]) -> Callable[[Any], Any]:
    """Register the decorated function as the importer `name`."""

    def register(parse: Callable[..., Iterator[Draft]]) -> Callable[..., Iterator[Draft]]:
        _IMPORTERS[name] = Importer(name, reads, recognise, parse)
        return parse

    return register


def importers() -> dict[str, Importer]:
    """
    Every importer by name, in alphabetical order; importing the format modules on first use.

    Examples
    --------
    >>> "proquest" in importers()
    True
    """
    package = importlib.import_module("framing.corpus.importers")
    for module in pkgutil.iter_modules(package.__path__):
        if module.name not in _NOT_FORMATS:
            importlib.import_module(f"framing.corpus.importers.{module.name}")
    return dict(sorted(_IMPORTERS.items()))


def label(name: str, container: str) -> str:
    """
    Name of a format in the report.

    Examples
    --------
    >>> label("nexis", "docx"), label("factiva_text", "rtf"), label("factiva_xml", "xml"), label("warc", "warc")
    ('nexis_docx', 'factiva_rtf', 'factiva_xml', 'warc')
    """
    base = name.removesuffix("_text").removesuffix("_xml")
    return base if base == container else f"{base}_{container}"


def named(format: str, source: Source) -> Importer:
    """
    The importer a user asked for, as "nexis" or with the container as "nexis_docx".

    Raises
    ------
    OptionError
        Naming the nearest known format.
    Refused
        If the format cannot live in this file's container.
    """
    known: dict[str, Importer] = {}
    for entry in importers().values():
        known |= {label(entry.name, container): entry for container in entry.reads} | {entry.name: entry}
    known = dict(sorted(known.items()))
    if format not in known:
        raise OptionError(f"no format {format!r}{did_you_mean(format, known)} Known: {', '.join(known)}.")
    found = known[format]
    if source.container not in found.reads:
        raise Refused(f"`format` is {format!r}, which is read from {', '.join(found.reads)}; this file is {source.container}")
    return found
