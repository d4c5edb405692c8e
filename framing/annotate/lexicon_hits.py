"""What a lexicon finds in an annotated corpus: from its tokens where there is text, from its counts where there is none."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd
from scipy import sparse

from framing.annotate.tokens import VOICE_GROUPS, TokenStore
from framing.errors import LexiconError
from framing.lexicons.match import Compiled, Hits, compile_lexicon, match
from framing.lexicons.model import Lexicon
from framing.lexicons.patterns import Forms

if TYPE_CHECKING:
    from framing.annotate.annotated import Annotated


@dataclass(frozen=True, eq=False)
class Scored:
    """
    The hits of one lexicon by document (D) and category (C).

    Attributes
    ----------
    lexicon : Lexicon
    n, covered, negated : (D, C) int64 array
        Hits, tokens that belong to a hit, and negated hits.
    weight : (D, C) float array
        Sum of the weights.
    hits : Hits or None
        Each match; None where there are counts only.
    documents, entries, times : (K,) int array
        Document, entry and number of hits; `times` is None where each row is one hit.
    notes : tuple of str
    """

    lexicon: Lexicon
    n: np.ndarray
    weight: np.ndarray
    covered: np.ndarray
    negated: np.ndarray
    hits: Hits | None
    documents: np.ndarray
    entries: np.ndarray
    times: np.ndarray | None = None
    notes: tuple[str, ...] = ()

    @cached_property
    def by_entry(self) -> pd.DataFrame:
        """Hits of each entry in each document: columns document (index), entry (index), n."""
        if self.times is not None:
            return pd.DataFrame({"document": self.documents, "entry": self.entries, "n": self.times})
        n = len(self.lexicon)
        key, times = np.unique(np.multiply(self.documents, n, dtype=np.int64) + self.entries, return_counts=True)
        return pd.DataFrame({"document": key // n, "entry": key % n, "n": times})


def score(
    annotated: Annotated, lexicon: Lexicon, *, voice: str = "all", headline: bool = False, overlap: str = "allow"
) -> Scored:
    """
    Count what a lexicon finds.

    Parameters
    ----------
    annotated : Annotated
        Without a token store, single words are counted from the counts; phrases come from `annotated.lexicon_hits` if it has
        such a table (columns lexicon, category, document, voice, n), else they are not counted and the notes say so.
    lexicon : Lexicon
    voice : str
    headline : bool
    overlap : str

    Returns
    -------
    Scored
    """
    if annotated.store is None:
        return _from_counts(annotated, lexicon, voice, headline)
    store = annotated.store
    found = _search(annotated, lexicon) if lexicon.unit == "regex" else match(lexicon, store, overlap=overlap)
    wanted = store.in_voices(voice, headline=headline)
    if (store.voices_present & ~wanted).any():
        found = found.where(wanted[store.voice[found.token]])
    return _tallied(found, store)


def _tallied(hits: Hits, store: TokenStore) -> Scored:
    """The tables of all hits."""
    lexicon = hits.lexicon
    shape = len(store.documents), len(lexicon.categories)
    document = store.part_of[hits.token] >> 1
    cell = np.multiply(document, shape[1], dtype=np.int64)
    cell += hits.category
    n = _table(cell, None, shape).astype(np.int64)
    phrases = np.flatnonzero(hits.length > 1)
    longer = _table(cell[phrases], (hits.length[phrases] - 1).astype(float), shape)
    weight = n.astype(float) if lexicon.combine == "count" else _table(cell, hits.weight, shape)
    negated = _table(cell[hits.negated], None, shape).astype(np.int64) if hits.negated.any() else np.zeros_like(n)
    return Scored(lexicon, n, weight, n + longer.astype(np.int64), negated, hits, document, hits.entry)


def _table(cell: np.ndarray, weights: np.ndarray | None, shape: tuple[int, int]) -> np.ndarray:
    return np.bincount(cell, weights, shape[0] * shape[1]).reshape(shape)


def _search(annotated: Annotated, lexicon: Lexicon) -> Hits:
    """Regular expressions, searched in the bodies; a match counts at the token in which it begins, or the next."""
    store = annotated.tokens
    flags = re.IGNORECASE if lexicon.case == "fold" else re.NOFLAG
    token, length, entry = [], [], []
    for number, item in enumerate(lexicon.entries):
        try:
            pattern = re.compile(item.term, flags)
        except re.error as error:
            place = lexicon.source if item.line is None else f"{lexicon.source}:{item.line}"
            raise LexiconError(f"{place}: {item.term!r} is no regular expression ({error})") from error
        for d, document in enumerate(annotated.corpus):
            low, high = store.offsets[d], store.offsets[d + 1]
            low += np.count_nonzero(store.voice[low:high] == 4)
            for found in pattern.finditer(document.text):
                begin = low + np.searchsorted(store.end[low:high], found.start(), side="right")
                last = low + np.searchsorted(store.start[low:high], found.end())
                if begin < last:
                    token.append(begin)
                    length.append(last - begin)
                    entry.append(number)
    first, size, item_number = (np.array(values, np.int64) for values in (token, length, entry))
    return Hits(first, size, item_number, lexicon.entry_categories[item_number], np.zeros(len(token), bool), lexicon)


def _from_counts(annotated: Annotated, lexicon: Lexicon, voice: str, headline: bool) -> Scored:
    """Single words from the counts, phrases from a table of hits if there is one."""
    counts = annotated.counts.select(voice, headline)
    shape = counts.matrix.shape[0], len(lexicon.categories)
    notes = []
    if lexicon.unit == "regex" or lexicon.case == "keep":
        what = "regular expressions" if lexicon.unit == "regex" else "upper and lower case"
        notes.append(f"lexicon {lexicon.name}: {what} cannot be seen in counts; not scored")
        bound = Compiled(*(np.zeros(0, np.int64),) * 3, (), ())
    else:
        bound = compile_lexicon(lexicon, Forms(counts.types))
    if lexicon.negation.effect != "ignore":
        notes.append(f"lexicon {lexicon.name}: negation cannot be seen in counts; every hit counts as it stands")
    ones = np.ones(len(bound.type), np.int64)
    entries = sparse.csr_matrix((ones, (bound.type, bound.entry)), shape=(counts.matrix.shape[1], len(lexicon)))
    by_entry = (counts.matrix @ entries).tocoo()
    category, weights = lexicon.entry_categories, lexicon.entry_weights
    cell = by_entry.row * np.int64(shape[1]) + category[by_entry.col]
    size = shape[0] * shape[1]
    n = np.bincount(cell, by_entry.data, size).reshape(shape).astype(np.int64)
    weight = np.bincount(cell, by_entry.data * weights[by_entry.col], size).reshape(shape)
    if bound.phrases:
        extra, said = _phrase_table(annotated, lexicon, bound, voice, headline)
        notes.append(said)
        n, weight = n + extra, weight + extra
    places = by_entry.row, by_entry.col, by_entry.data
    return Scored(lexicon, n, weight, n, np.zeros_like(n), None, *places, notes=tuple(notes))


def _phrase_table(
    annotated: Annotated, lexicon: Lexicon, bound: Compiled, voice: str, headline: bool
) -> tuple[np.ndarray, str]:
    """Hits of phrases from the table of a bundle, and what to say about them."""
    documents = {document.id: d for d, document in enumerate(annotated.corpus)}
    number = {name: c for c, name in enumerate(lexicon.category_names)}
    extra = np.zeros((len(documents), len(number)), np.int64)
    table = getattr(annotated, "lexicon_hits", None)
    own = None if table is None else table[table["lexicon"] == lexicon.name]
    if own is None or not len(own):
        share = f"{len(bound.phrases)} of {len(lexicon)} entries"
        return extra, f"lexicon {lexicon.name}: {share} are phrases, which counts cannot show; not counted"
    wanted = {*VOICE_GROUPS.get(voice, (voice,)), *(["headline"] if headline else [])}
    for row in own.itertuples():
        if row.voice in wanted and row.document in documents and row.category in number:
            extra[documents[row.document], number[row.category]] += int(row.n)
    return extra, f"lexicon {lexicon.name}: hits of {len(bound.phrases)} phrases taken from the bundle"
