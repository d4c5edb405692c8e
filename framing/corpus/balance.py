"""Sides made alike in date, event or length, with a record of what that cost."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import ClassVar

import numpy as np
import pandas as pd

from framing.checks import integer, one_of
from framing.corpus.documents import Corpus, Document
from framing.corpus.health import word_count
from framing.errors import CorpusError, OptionError
from framing.results import Provenance, Result

KEYS = ("date", "event", "length", "section", "lang")


@dataclass(frozen=True)
class Balanced(Result):
    """
    One row per stratum and side: `n_before` and `n_after` documents.

    `corpus` is the balanced corpus, with a note; `tables["dropped"]` names every document that was left out, and why.
    """

    corpus: Corpus = field(default_factory=lambda: Corpus(()))

    columns: ClassVar[tuple[str, ...]] = ("stratum", "side", "n_before", "n_after")
    figure: ClassVar[str] = "health"


def balance_sides(corpus: Corpus, by: str | Iterable[str] = "date", *, days: int = 7, seed: int = 0) -> Balanced:
    """
    Keep as many documents of each side as the smallest side has, in every stratum (coarsened exact matching).

    Parameters
    ----------
    corpus : Corpus
        With two or more sides.
    by : str or iterable of str
        Any of date, event, length, section, lang; several are crossed.
    days : int
        Width of a stratum of dates, counted from the first date of the corpus.
    seed : int
        Which documents stay where a side has more than it may keep is drawn with this.

    Returns
    -------
    Balanced
        Strata of length double (1-99, 100-199, 200-399, ... words). Documents whose date is less exact than a day, or that lack
        the value, are dropped and listed.

    Raises
    ------
    OptionError
        For an unknown key.
    CorpusError
        With fewer than two sides, or if nothing would be left.

    References
    ----------
    Iacus, King & Porro (2012), Causal inference without balance checking: coarsened exact matching, Political Analysis 20(1).

    Examples
    --------
    >>> documents = [Document(str(i), "x", side="ab"[i % 3 == 0], event="e") for i in range(6)]
    >>> balanced = balance_sides(Corpus(tuple(documents), ("a", "b")), "event")
    >>> balanced.data.values.tolist()
    [['e', 'a', 4, 2], ['e', 'b', 2, 2]]
    """
    keys = _keys(by)
    integer("days", days, low=1)
    if len(corpus.sides) < 2:
        raise CorpusError(
            f"{corpus.name}: balancing needs two sides, this corpus has {len(corpus.sides)}; name them in [sides]"
        )
    strata = _strata(corpus, keys, days)
    random = np.random.default_rng(np.random.SeedSequence(seed))
    kept: set[str] = set()
    rows: list[tuple[str, str, int, int]] = []
    dropped: list[tuple[str, str | None, str | None, str]] = []
    for stratum in sorted({name for name in strata.values() if name is not None}):
        members = {side: [d for d in corpus if d.side == side and strata[d.id] == stratum] for side in corpus.sides}
        quota = min(map(len, members.values()))
        for side, documents in members.items():
            chosen = set(random.permutation(len(documents))[:quota].tolist())
            kept.update(d.id for i, d in enumerate(documents) if i in chosen)
            rows.append((stratum, side, len(documents), quota))
            reason = "more than the other side has here" if quota else "another side has none here"
            dropped += [(d.id, side, stratum, reason) for i, d in enumerate(documents) if i not in chosen]
    dropped += [(d.id, d.side, None, f"no usable {' or '.join(keys)}") for d in corpus if strata[d.id] is None]
    if not kept:
        raise CorpusError(
            f"{corpus.name}: no stratum of {' x '.join(keys)} has documents of every side; widen `days` or match by less"
        )
    note = f"balanced by {' x '.join(keys)}: {len(kept)} of {len(corpus)} documents kept"
    data = pd.DataFrame(rows, columns=list(Balanced.columns))
    table = pd.DataFrame(dropped, columns=["document", "side", "stratum", "reason"])
    provenance = Provenance("balance", {"by": list(keys), "days": days}, corpus.fingerprint, seed=seed, notes=(note,))
    left = corpus.with_documents(tuple(d for d in corpus if d.id in kept), notes=(*corpus.notes, note))
    return Balanced(data, provenance, {"dropped": table}, left)


def _keys(by: str | Iterable[str]) -> tuple[str, ...]:
    keys = (by,) if isinstance(by, str) else tuple(by)
    if not keys:
        raise OptionError("`by` names nothing to match by; give one of " + ", ".join(KEYS))
    for key in keys:
        one_of("by", key, KEYS)
    return keys


def _strata(corpus: Corpus, keys: tuple[str, ...], days: int) -> dict[str, str | None]:
    """Name of each document's stratum, None where a value is missing."""
    dates = [date for d in corpus if (date := exact_day(d)) is not None]
    first = min(dates, default=datetime.date.min)
    names: dict[str, str | None] = {}
    for document in corpus:
        parts = [_part(document, key, first, days) for key in keys]
        names[document.id] = None if None in parts else " | ".join(str(part) for part in parts)
    return names


def _part(document: Document, key: str, first: datetime.date, days: int) -> str | None:
    if key == "date":
        day = exact_day(document)
        return None if day is None else str(first + datetime.timedelta((day - first).days // days * days))
    if key == "length":
        n_words = word_count(document.text)
        return f"{100 * 2 ** int(np.log2(n_words / 100)) if n_words >= 100 else 1:>6} words and more" if n_words else None
    value: str | None = getattr(document, key)
    return value


def exact_day(document: Document) -> datetime.date | None:
    """The date, if it is exact to the day."""
    if document.date is None or len(document.date) < 10:
        return None
    return datetime.date.fromisoformat(document.date[:10])
