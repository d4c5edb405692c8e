"""A batch of files in, documents and a parse report out."""

from __future__ import annotations

import warnings
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from framing.corpus.documents import Document
from framing.corpus.importers import archives
from framing.corpus.importers.base import Draft, Importer, Log, Refused, label
from framing.corpus.importers.files import expanded
from framing.corpus.importers.finish import finish, letters, tidy
from framing.corpus.importers.joins import address, spellings
from framing.corpus.importers.report import Counting, ParseReport, ReportBuilder
from framing.corpus.importers.sniff import sniff
from framing.corpus.importers.source import Source
from framing.errors import CorpusError, FramingError, FramingWarning, ModelMissing, OptionError

#: Archives inside archives are read this deep.
MAX_DEPTH = 2


@dataclass
class Batch:
    """
    One import, document by document, so that memory need not hold them all.

    Attributes
    ----------
    paths : tuple of Path
    format, column_map, clean, progress
        See `import_paths`.
    """

    paths: tuple[Path, ...]
    format: str | None = None
    column_map: dict[str, str] | None = None
    clean: bool | Iterable[str] = False
    progress: bool = False
    builder: ReportBuilder = field(default_factory=ReportBuilder)
    seen: dict[str, tuple[int, str]] = field(default_factory=dict)
    stubs: dict[str, tuple[Draft, Counting]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for path in self.paths:
            if not path.exists():
                raise CorpusError(f"{path}: there is no such file or folder; check the path")
        if self.column_map and "text" not in self.column_map:
            raise OptionError(f"`column_map` must name the column of the text, got only {', '.join(sorted(self.column_map))}")

    def documents(self, *, skip: Any = None) -> Iterator[Document]:
        """
        The documents, one at a time.

        Parameters
        ----------
        skip : callable, optional
            `skip(path)` is true for files that were finished in an earlier run.
        """
        from tqdm.auto import tqdm

        for path in tqdm(expanded(self.paths), desc="import", unit="file", disable=not self.progress):
            if skip is None or not skip(path):
                yield from self._source(Source(path), 0)

    def _source(self, source: Source, depth: int) -> Iterator[Document]:
        counting = Counting(source.name)
        try:
            if source.container in ("zip", "gzip"):
                yield from self._archive(source, depth)
                return
            self.builder.files.append(counting)
            found = sniff(source, self.format)
            counting.format = label(found.name, source.container)
            yield from self._drafts(source, found, counting)
        except (ModelMissing, OptionError, GeneratorExit):
            raise
        except Exception as error:
            # Whatever one file holds, the others of the batch must still be read; the reason stands in the report.
            if counting not in self.builder.files:
                self.builder.files.append(counting)
            counting.refused = str(error) if isinstance(error, FramingError) else _plain_reason(error)
            if counting.found:
                counting.refused = f"broke off after {counting.found} documents: {counting.refused}"
            self.builder.problem(source.name, None, "refused", counting.refused)

    def _archive(self, source: Source, depth: int) -> Iterator[Document]:
        if depth >= MAX_DEPTH:
            raise Refused("an archive inside an archive inside an archive is not opened; unpack it and import the folder")
        n = 0
        for name, content in archives.members(source):
            n += 1
            if isinstance(content, str):
                row = Counting(f"{source.name}/{name}", refused=content)
                self.builder.files.append(row)
                self.builder.problem(row.file, None, "refused", content)
            else:
                member = f"{source.member}/{name}" if source.member else name
                yield from self._source(Source(source.path, member, content), depth + 1)
        if not n:
            raise Refused("the archive is empty")

    def _drafts(self, source: Source, found: Importer, counting: Counting) -> Iterator[Document]:
        log = Log()
        settings = {"column_map": self.column_map} if self.column_map and found.name == "table" else {}
        try:
            for draft in found.parse(source, log, **settings):
                counting.found += 1
                if draft.stub:
                    self._keep_stub(draft, counting)
                elif (document := self._document(draft, source, counting)) is not None:
                    counting.imported += 1
                    yield document
        finally:
            counting.announced = log.announced
            for kind, detail in source.notes + log.problems:
                self.builder.problem(source.name, None, kind, detail)
            for reason, text in log.dropped:
                self.builder.drop(counting, None, reason, text)
        if not counting.found:
            raise Refused(f"recognised as {found.name}, but it holds no document (a search without hits?)")
        if log.announced is not None and log.announced != counting.found:
            detail = f"the file announces {log.announced} documents, {counting.found} were found"
            self.builder.problem(source.name, None, "announced", detail)

    def _document(self, draft: Draft, source: Source, counting: Counting) -> Document | None:
        document = finish(draft, source.name)
        document = self._joined(document)
        number, repeated = self._unique(document, draft)
        document = self._cleaned(replace(document, id=number))
        self._record(draft, document, counting)
        if repeated:
            counting.duplicates += 1
            self.builder.problem(source.name, document.id, "double download", f"also in {repeated}; kept once")
            return None
        return document

    def _unique(self, document: Document, draft: Draft) -> tuple[str, str | None]:
        """The id, and the file the document was read from before if it is the same; another text under one id gets a suffix."""
        content = hash(letters(document.text)) if document.text else hash((document.url, draft.key))
        # Without a number, a title or a text of some length nothing says that two records are one.
        named = draft.accession or (document.title and (document.text or document.url or draft.key))
        tellable = bool(named) or len(document.text) >= 200 or draft.database == "text"
        number, n = document.id, 1
        while number in self.seen:
            known, file = self.seen[number]
            if known == content and tellable:
                return number, file
            n += 1
            number = f"{document.id}-{n}"
        if n > 1 and document.text:
            detail = "another text under the same number, or the same start under the same head; both are kept"
            self.builder.problem(document.source or "", number, "same id", detail)
        self.seen[number] = (content, document.source or "")
        return number, None

    def _record(self, draft: Draft, document: Document, counting: Counting) -> None:
        missing = [name for name in draft.expected if not getattr(document, name) and not (name == "date" and draft.date)]
        for name in missing:
            counting.missing[name] = counting.missing.get(name, 0) + 1
        counting.dates_failed += sum(kind == "date" for kind, _ in draft.problems)
        counting.no_text += not document.text
        for kind, detail in draft.problems:
            self.builder.problem(counting.file, document.id, kind, detail)
        for reason, text in draft.dropped:
            self.builder.drop(counting, document.id, reason, text)
        facts = draft.facts
        self.builder.documents.append((
            document.id, counting.file, counting.format, draft.accession, tidy(draft.date) or None, draft.words,
            len(document.text.split()), facts.get("page"), facts.get("edition"), facts.get("load_date"), ", ".join(missing),
        ))  # fmt: skip

    def _cleaned(self, document: Document) -> Document:
        if self.clean is False:
            return document
        from framing.corpus.clean import clean

        cleaned = clean(document.text, rules=self.clean, title=document.title, outlet=document.outlet)
        return replace(document, text=cleaned.text, cuts=cleaned.cuts)

    def _keep_stub(self, draft: Draft, counting: Counting) -> None:
        if draft.url:
            self.stubs.setdefault(address(draft.url), (draft, counting))

    def _joined(self, document: Document) -> Document:
        """Fill what the document does not say from a list of stories with the same address."""
        if not self.stubs or not document.url or (key := address(document.url)) not in self.stubs:
            return document
        draft, counting = self.stubs.pop(key)
        counting.imported += 1
        story = finish(draft, document.source or "")
        fields = ("outlet", "date", "title", "author", "section", "lang", "side", "event")
        filled = {name: getattr(story, name) for name in fields if not getattr(document, name) and getattr(story, name)}
        return replace(document, **filled)

    def settled(self, documents: list[Document]) -> list[Document]:
        """What needs all documents at once: texts that came before their list, one spelling for each outlet."""
        documents = [self._joined(document) for document in documents]
        usual = spellings(documents)
        counts = Counter(document.outlet for document in documents if document.outlet in usual)
        for spelling, name in usual.items():
            self.builder.problem("", None, "outlet spelling", f"{spelling!r} ({counts[spelling]} documents) read as {name!r}")
        return [replace(d, outlet=usual[d.outlet]) if d.outlet in usual else d for d in documents]

    def report(self) -> ParseReport:
        """The report so far; stories whose text was not found are problems in it."""
        for draft, counting in self.stubs.values():
            self.builder.problem(counting.file, None, "no text", f"no text with the address {draft.url} is in the batch")
        self.stubs = {}
        clean = self.clean if isinstance(self.clean, bool) else list(self.clean)
        return self.builder.build(
            {"format": self.format, "column_map": self.column_map, "paths": [path.name for path in self.paths], "clean": clean}
        )

    def warn(self, *, stacklevel: int) -> None:
        """One warning with counts."""
        refused = sum(counting.refused is not None for counting in self.builder.files)
        failed = sum(counting.dates_failed for counting in self.builder.files)
        said = []
        if refused:
            said.append(f"{refused} of {len(self.builder.files)} files or members were refused")
        if failed:
            said.append(f"{failed} dates could not be read for certain")
        if said:
            warnings.warn(
                f"import: {' and '.join(said)}; `report.problems` says which and why", FramingWarning, stacklevel=stacklevel
            )


def _plain_reason(error: Exception) -> str:
    reason = str(error).strip().splitlines()[0] if str(error).strip() else type(error).__name__
    return f"could not be read ({type(error).__name__}: {reason[:200]}); check that the file opens, or download it again"
