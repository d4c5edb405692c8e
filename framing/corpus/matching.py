"""Articles on the same event on two sides: suggestions by date and wording, to be confirmed by a reader."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any, ClassVar

import numpy as np
import pandas as pd

from framing.checks import between, integer
from framing.corpus.balance import exact_day
from framing.corpus.documents import Corpus, Document
from framing.errors import CorpusError
from framing.results import Provenance, Result

OPENING_WORDS = 120  # a news text says in its first lines what happened


@dataclass(frozen=True)
class EventPairs(Result):
    """
    One row per suggested pair, the most similar first.

    `similarity` is the cosine of tf-idf vectors of headline and opening, in [0, 1]; `days_apart` is positive where the
    second side wrote later; `confirmed` is empty, for a reader to fill with yes or no.
    """

    columns: ClassVar[tuple[str, ...]] = (
        "document_a", "document_b", "side_a", "side_b", "date_a", "date_b", "days_apart", "similarity",
        "title_a", "title_b", "confirmed",
    )  # fmt: skip
    figure: ClassVar[str] = "health"


def suggest_pairs(corpus: Corpus, *, days: int = 3, similarity: float = 0.15) -> EventPairs:
    """
    Pairs of documents of two sides that may be about the same event.

    Parameters
    ----------
    corpus : Corpus
        With two or more sides.
    days : int
        How many days apart the two may be; documents without an exact date are compared with all.
    similarity : float in [0, 1]
        Least cosine of a suggestion.

    Returns
    -------
    EventPairs
        Within each pair of sides every document is suggested at most once, the most similar pairs first. Copies
        (near-duplicates) are suggested too: they are the same event.

    Raises
    ------
    CorpusError
        With fewer than two sides.

    Examples
    --------
    >>> a = Document("a", "The harbour was closed after the storm.", "x", date="2020-01-01")
    >>> b = Document("b", "A storm closed the harbour.", "y", date="2020-01-02")
    >>> suggest_pairs(Corpus((a, b), ("x", "y"))).data[["document_a", "document_b", "days_apart"]].values.tolist()
    [['a', 'b', 1]]
    """
    integer("days", days, low=0)
    between("similarity", similarity, 0, 1)
    if len(corpus.sides) < 2:
        raise CorpusError(f"{corpus.name}: pairing needs two sides, this corpus has {len(corpus.sides)}; name them in [sides]")
    vectors = _vectors(corpus)
    rows: list[dict[str, Any]] = []
    for i, side_a in enumerate(corpus.sides):
        for side_b in corpus.sides[i + 1 :]:
            rows += _between(corpus, vectors, side_a, side_b, days, similarity)
    rows.sort(key=lambda row: (-row["similarity"], row["document_a"], row["document_b"]))
    data = pd.DataFrame(rows, columns=list(EventPairs.columns))
    note = "suggestions by date and wording; they are no events until a reader has confirmed them"
    return EventPairs(data, Provenance("pairs", {"days": days, "similarity": similarity}, corpus.fingerprint, notes=(note,)))


_WORD = re.compile(r"\w{2,}")


def _vectors(corpus: Corpus) -> Any:
    """(D, V) sparse rows of unit length: tf-idf of headline (twice) and opening; words in half of all documents left out."""
    from scipy.sparse import csr_matrix, diags

    columns: dict[str, int] = {}
    row, column = [], []
    for i, document in enumerate(corpus):
        opening = " ".join(document.text.split()[:OPENING_WORDS])
        words = _WORD.findall(f"{document.title or ''} {document.title or ''} {opening}".casefold())
        row += [i] * len(words)
        column += [columns.setdefault(word, len(columns)) for word in words]
    counts: Any = csr_matrix((np.ones(len(row)), (row, column)), shape=(len(corpus), max(len(columns), 1)))
    df = np.asarray((counts > 0).sum(axis=0)).ravel()
    # With two or three documents every word they share is in half of them: the limit needs some documents to mean anything.
    idf = np.where(df <= max(0.5 * len(corpus), 4), np.log((1 + len(corpus)) / (1 + df)) + 1, 0.0)
    weighted = counts.multiply(idf).tocsr()
    norm = np.sqrt(np.asarray(weighted.multiply(weighted).sum(axis=1)).ravel())
    return diags(np.where(norm > 0, 1 / np.where(norm > 0, norm, 1), 0.0)) @ weighted


def _between(corpus: Corpus, vectors: Any, side_a: str, side_b: str, days: int, least: float) -> list[dict[str, Any]]:
    """One-to-one suggestions between two sides, greedy from the most similar."""
    index_a = [i for i, d in enumerate(corpus.documents) if d.side == side_a]
    index_b = [i for i, d in enumerate(corpus.documents) if d.side == side_b]
    cosine = (vectors[index_a] @ vectors[index_b].T).tocoo()
    order = np.lexsort((cosine.col, cosine.row, -cosine.data))
    used_a: set[int] = set()
    used_b: set[int] = set()
    rows = []
    for k in order[cosine.data[order] >= max(least, 1e-9)].tolist():
        i, j = int(cosine.row[k]), int(cosine.col[k])
        a, b = corpus.documents[index_a[i]], corpus.documents[index_b[j]]
        apart = _days_apart(a, b)
        if i in used_a or j in used_b or (apart is not None and abs(apart) > days):
            continue
        used_a.add(i)
        used_b.add(j)
        rows.append({
            "document_a": a.id, "document_b": b.id, "side_a": side_a, "side_b": side_b, "date_a": a.date, "date_b": b.date,
            "days_apart": apart, "similarity": min(float(cosine.data[k]), 1.0), "title_a": a.title, "title_b": b.title,
            "confirmed": "",
        })  # fmt: skip
    return rows


def _days_apart(a: Document, b: Document) -> int | None:
    first, second = exact_day(a), exact_day(b)
    return None if first is None or second is None else (second - first).days


_YES = {"yes", "y", "true", "1", "x", "ja", "oui", "是"}


def confirm_pairs(corpus: Corpus, pairs: pd.DataFrame, *, prefix: str = "event-") -> Corpus:
    """
    The corpus with the confirmed pairs as events.

    Parameters
    ----------
    corpus : Corpus
    pairs : DataFrame
        The table of `suggest_pairs` with `confirmed` filled in ("yes" to confirm).
    prefix : str
        Of the names of new events.

    Returns
    -------
    Corpus
        Pairs that share a document become one event; events that documents already have are kept and joined.

    Raises
    ------
    CorpusError
        If a column is missing, or a pair would join two events that already have names.
    """
    missing = [name for name in ("document_a", "document_b", "confirmed") if name not in pairs.columns]
    if missing:
        raise CorpusError(f"the table of pairs lacks {', '.join(missing)}; use the one `suggest_pairs` gave")
    confirmed = pairs[[str(value).strip().casefold() in _YES for value in pairs["confirmed"]]]
    event: dict[str, str | None] = {d.id: d.event for d in corpus}
    taken = {name for name in event.values() if name}
    fresh = (f"{prefix}{n}" for n in itertools.count(1) if f"{prefix}{n}" not in taken)
    for a, b in zip(confirmed["document_a"], confirmed["document_b"], strict=True):
        known = sorted({name for id in (corpus[a].id, corpus[b].id) if (name := event[id])})
        if len(known) > 1 and not all(name.startswith(prefix) for name in known):
            raise CorpusError(
                f"{a} and {b} are confirmed as one event, but stand in {' and '.join(map(repr, known))}; correct one"
            )
        name = known[0] if known else next(fresh)
        for id in _with_same(event, (a, b), known):
            event[id] = name
    return corpus.with_documents(tuple(replace(d, event=event[d.id]) for d in corpus))


def _with_same(event: dict[str, str | None], ids: Iterable[str], known: list[str]) -> list[str]:
    """These documents and all that already share an event with them."""
    return [*ids, *(id for id, name in event.items() if name in known)]
