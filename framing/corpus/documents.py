"""The document and the corpus: who said what when, and what cleaning cut."""

from __future__ import annotations

import hashlib
import importlib
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import TYPE_CHECKING, Any

import pandas as pd

from framing.checks import did_you_mean
from framing.errors import CorpusError

if TYPE_CHECKING:
    from framing.results import Result


@dataclass(frozen=True, slots=True)
class Cut:
    """
    A stretch that cleaning took out of a text, or doubted and left in.

    Attributes
    ----------
    rule : str
        Name of the rule, for instance "byline".
    start, end : int
        Character offsets into the text as it was read.
    text : str
        What stands there.
    reason : str
        Why, in a few words.
    kept : bool
        True for a doubtful line that stayed in the body and is only flagged.
    """

    rule: str
    start: int
    end: int
    text: str
    reason: str
    kept: bool = False


@dataclass(frozen=True, slots=True)
class Document:
    """
    One text with its metadata. What the source does not say is None, never a guess.

    Attributes
    ----------
    id : str
        Unique in the corpus.
    text : str
        The body, cleaned, NFC; paragraphs are separated by one blank line; lines of a block quotation taken from
        HTML or Markdown structure start with "> ". The headline is not part of it.
    side, outlet, title, author, section, lang, event, cluster, url, rights : str or None
        `event` joins texts on the same event across sides; `cluster` is what is resampled (the outlet unless said).
    date : str or None
        ISO 8601, as exact as the source is (YYYY-MM-DD).
    source : str or None
        File name the text came from, without its folder.
    cuts : tuple of Cut
    """

    id: str
    text: str
    side: str | None = None
    outlet: str | None = None
    date: str | None = None
    title: str | None = None
    author: str | None = None
    section: str | None = None
    lang: str | None = "en"
    event: str | None = None
    cluster: str | None = None
    url: str | None = None
    rights: str | None = None
    source: str | None = None
    cuts: tuple[Cut, ...] = ()

    @property
    def sha256(self) -> str:
        """Hash of the body in UTF-8."""
        return hashlib.sha256(self.text.encode("utf-8")).hexdigest()


METADATA = ("id", "side", "outlet", "date", "title", "author", "section", "lang", "event", "cluster", "url", "rights", "source")


@dataclass(frozen=True, eq=False)
class Corpus:
    """
    Documents in a fixed order, with the sides in the study's order.

    Attributes
    ----------
    documents : tuple of Document
    sides : tuple of str
        The first is the reference everywhere.
    name : str
    notes : tuple of str
        What happened on the way in (files refused, dates that failed ...), for the report.

    Raises
    ------
    CorpusError
        If an id stands twice.

    Examples
    --------
    >>> corpus = Corpus((Document("a", "One text.", side="x"), Document("b", "Two.", side="y")), ("x", "y"))
    >>> len(corpus), corpus["b"].side
    (2, 'y')
    """

    documents: tuple[Document, ...]
    sides: tuple[str, ...] = ()
    name: str = "corpus"
    notes: tuple[str, ...] = field(default=())

    def __post_init__(self) -> None:
        seen: set[str] = set()
        for document in self.documents:
            if document.id in seen:
                raise CorpusError(
                    f"{self.name}: the id {document.id!r} stands twice; ids must be unique, rename one of the two"
                )
            seen.add(document.id)

    def __len__(self) -> int:
        return len(self.documents)

    def __iter__(self) -> Iterator[Document]:
        return iter(self.documents)

    def __getitem__(self, id: str) -> Document:
        if id not in self._by_id:
            raise CorpusError(f"{self.name}: no document {id!r}{did_you_mean(id, self._by_id)}")
        return self._by_id[id]

    @cached_property
    def _by_id(self) -> dict[str, Document]:
        return {document.id: document for document in self.documents}

    @cached_property
    def fingerprint(self) -> str:
        """sha256 over ids, sides, outlets, clusters, events and texts, in order."""
        digest = hashlib.sha256()
        for d in self.documents:
            digest.update(
                "\x1f".join(str(x) for x in (d.id, d.side, d.outlet, d.cluster, d.event, d.date, d.title, d.sha256)).encode()
            )
        return digest.hexdigest()

    def frame(self) -> pd.DataFrame:
        """Metadata, one row per document, in corpus order; missing values are None. `cluster` falls back to the outlet."""
        rows = [{key: getattr(d, key) for key in METADATA} | {"cluster": cluster_of(d)} for d in self.documents]
        return pd.DataFrame(rows, columns=list(METADATA), dtype=object)

    def health(self, **options: Any) -> Result:
        """Flow, balance, copies, length, language and warnings (see `framing.corpus.health.health`)."""
        return importlib.import_module("framing.corpus.health").health(self, **options)

    def read(self, id: str) -> Any:
        """One article with its voices coloured and its speakers named, for a notebook (see `framing.present.reader`)."""
        annotated = importlib.import_module("framing.annotate.annotated").as_annotated(self)
        return importlib.import_module("framing.present.reader").read(annotated, id)

    def _repr_html_(self) -> str:
        return importlib.import_module("framing.present.overview").corpus_html(self)

    def with_documents(self, documents: tuple[Document, ...], **changes: Any) -> Corpus:
        """The same corpus with other documents."""
        return replace(self, documents=tuple(documents), **changes)


def cluster_of(document: Document) -> str:
    """What is resampled with this document: its cluster, else its outlet, else itself."""
    return document.cluster or document.outlet or document.id
