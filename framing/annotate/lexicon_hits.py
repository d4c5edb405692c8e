"""What a lexicon finds in an annotated corpus: from its tokens where there is text, from its counts where there is none."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd
from scipy import sparse

from framing.annotate.tokens import VOICE_GROUPS, TokenStore
from framing.errors import LexiconError
from framing.lexicons.match import Compiled, Hits, compile_lexicon, entry_categories, match
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
    by_entry : DataFrame
        Columns document (index), entry (index), n.
    hits : Hits or None
        Each match; None where there are counts only.
    notes : tuple of str
    """

    lexicon: Lexicon
    n: np.ndarray
    weight: np.ndarray
    covered: np.ndarray
    negated: np.ndarray
    by_entry: pd.DataFrame
    hits: Hits | None
    notes: tuple[str, ...] = ()


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
    found = found.where(wanted[store.voice[found.token]]) if not wanted.all() else found
    return _tallied(found, store)


def _tallied(hits: Hits, store: TokenStore) -> Scored:
    n_documents, n_categories = len(store.documents), len(hits.lexicon.categories)
    document = store.document_of[hits.token]
    cell = document * np.int64(n_categories) + hits.category

    def table(weights: np.ndarray | None = None) -> np.ndarray:
        return np.bincount(cell, weights, n_documents * n_categories).reshape(n_documents, n_categories)

    n = table()
    phrases = hits.length > 1
    extra = np.bincount(cell[phrases], (hits.length[phrases] - 1).astype(float), n.size).reshape(n.shape)
    plain = hits.lexicon.combine == "count"
    key = np.sort(document * np.int64(len(hits.lexicon)) + hits.entry)
    first = np.flatnonzero(np.concatenate([np.ones(min(1, len(key)), bool), key[1:] != key[:-1]]))
    by_entry = pd.DataFrame(
        {
            "document": key[first] // len(hits.lexicon),
            "entry": key[first] % len(hits.lexicon),
            "n": np.diff(np.append(first, len(key))),
        }
    )
    return Scored(
        hits.lexicon,
        n,
        n.astype(float) if plain else table(hits.weight),
        n + extra.astype(np.int64),
        table(hits.negated.astype(float)).astype(np.int64) if hits.negated.any() else np.zeros_like(n),
        by_entry,
        hits,
    )


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
    return Hits(first, size, item_number, np.zeros(len(token), bool), lexicon)


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
    category = entry_categories(lexicon)
    weights = np.array([entry.weight for entry in lexicon.entries])
    cell = by_entry.row * np.int64(shape[1]) + category[by_entry.col]
    size = shape[0] * shape[1]
    n = np.bincount(cell, by_entry.data, size).reshape(shape).astype(np.int64)
    weight = np.bincount(cell, by_entry.data * weights[by_entry.col], size).reshape(shape)
    if bound.phrases:
        extra, said = _phrase_table(annotated, lexicon, bound, voice, headline)
        notes.append(said)
        n, weight = n + extra, weight + extra
    frame = pd.DataFrame({"document": by_entry.row, "entry": by_entry.col, "n": by_entry.data})
    return Scored(lexicon, n, weight, n, np.zeros_like(n), frame, None, tuple(notes))


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
