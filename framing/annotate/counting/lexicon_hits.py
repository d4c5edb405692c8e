"""What a lexicon finds in an annotated corpus: from its tokens where there is text, from its counts where there is none."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TYPE_CHECKING

import numpy as np

from framing.annotate.counting.counts import Counts
from framing.annotate.counting.lexicon_counts import score_counts
from framing.annotate.counting.scored import Located, Scored
from framing.annotate.counting.tokens import TokenStore
from framing.errors import LexiconError
from framing.lexicons.compiled import SEVERAL, Phrases, compile_lexicon
from framing.lexicons.match import Hits, match, match_phrases
from framing.lexicons.model import Lexicon
from framing.lexicons.overlap import tokens_of
from framing.lexicons.phrase_search import types_at

if TYPE_CHECKING:
    from framing.annotate.annotated import Annotated


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
        return score_counts(annotated, lexicon, voice, headline)
    store = annotated.store
    wanted = store.in_voices(voice, headline=headline)

    def find() -> Located:
        hits = _search(annotated, lexicon) if lexicon.unit == "regex" else match(lexicon, store, overlap=overlap)
        if (store.voices_present & ~wanted).any():
            hits = hits.where(wanted[store.voice[hits.token]])
        return hits, store.document_of[hits.token]

    plain = lexicon.unit != "regex" and lexicon.case == "fold" and lexicon.negation.effect == "ignore"
    if plain and lexicon.combine == "count" and overlap == "allow" and annotated.counts.are_of(store):
        return _from_types(annotated.counts, store, lexicon, wanted, find)
    return _tallied(find(), lexicon, len(store.documents))


def _from_types(counts: Counts, store: TokenStore, lexicon: Lexicon, wanted: np.ndarray, find: Callable[[], Located]) -> Scored:
    """
    The tables from the counts of each type, without looking at the place of any single word.

    Only phrases are looked for among the tokens; the single words within them are taken off again.
    """
    bound = compile_lexicon(lexicon, store.forms)
    n_types, shape = len(store.types), (len(store.documents), len(lexicon.categories))
    n = category_counts(counts, wanted, bound.type, bound.category, shape[1])
    first, length, entry, category, part = match_phrases(bound, store)
    cell = (part >> 1) * np.int64(shape[1]) + category
    singles = bound.category * np.int64(n_types) + bound.type
    holds = np.zeros(len(lexicon), bool)
    holds[bound.phrases.entry] = _may_hold_words(bound.phrases, singles, n_types)
    inside = np.flatnonzero(holds[entry])
    token = tokens_of(first[inside], length[inside])
    key = np.repeat(category[inside], length[inside]) * np.int64(n_types) + types_at(token, store)
    twice = _among(key, singles)
    counted = np.ones(len(first), bool)
    if (store.voices_present & ~wanted).any():
        twice &= wanted[store.voice[token]]
        counted = wanted[store.voice[first]]
    n -= _table(np.repeat(cell[inside], length[inside])[twice], None, shape)
    n += _table(cell[counted], None, shape)
    longer = _table(cell[counted], (length[counted] - 1).astype(float), shape).astype(np.int64)
    return Scored(lexicon, n, n.astype(float), n + longer, np.zeros_like(n), find)


def _may_hold_words(phrases: Phrases, singles: np.ndarray, n_types: int) -> np.ndarray:
    """(P,) bool array: True for phrases with a word that is, or with a wildcard may be, a single word of their category."""
    known = _among(phrases.category[:, None] * np.int64(n_types) + phrases.kind, singles) & (phrases.kind >= 0)
    return (known | (phrases.kind == SEVERAL)).any(axis=1)


def _among(keys: np.ndarray, known: np.ndarray) -> np.ndarray:
    """True for the keys that are among some sorted ones."""
    if not len(known):
        return np.zeros(keys.shape, bool)
    return known[np.minimum(np.searchsorted(known, keys), len(known) - 1)] == keys


def category_counts(
    counts: Counts, wanted: np.ndarray, kind: np.ndarray, category: np.ndarray, n_categories: int
) -> np.ndarray:
    """
    Tokens of each document in some voices whose type belongs to a category.

    Parameters
    ----------
    counts : Counts
        With five rows for each document, as `count` makes them.
    wanted : (5,) bool array
        The voices.
    kind, category : (P,) int array
        Each type and its category, every pair once.
    n_categories : int

    Returns
    -------
    (D, C) int64 array
    """
    n_voices = len(wanted)
    # No category can have more tokens than the document; several sums of so many bits fit into one number, and one product
    # of the matrix finds them all.
    bits = int(counts.n_tokens.reshape(-1, n_voices).sum(axis=1).max(initial=1)).bit_length()
    at_once = 63 // bits
    packed = np.zeros((len(counts.types), -(-n_categories // at_once)), np.int64)
    np.add.at(packed, (kind, category // at_once), np.int64(1) << (bits * (category % at_once)).astype(np.int64))
    sums = (counts.matrix @ packed).reshape(-1, n_voices, packed.shape[1])[:, wanted].sum(axis=1)
    shifts = bits * (np.arange(n_categories) % at_once)
    return (sums[:, np.arange(n_categories) // at_once] >> shifts) & ((1 << bits) - 1)


def _tallied(located: Located, lexicon: Lexicon, n_documents: int) -> Scored:
    """The tables of all hits."""
    hits, document = located
    shape = n_documents, len(lexicon.categories)
    cell = np.multiply(document, shape[1], dtype=np.int64)
    cell += hits.category
    n = _table(cell, None, shape).astype(np.int64)
    phrases = np.flatnonzero(hits.length > 1)
    longer = _table(cell[phrases], (hits.length[phrases] - 1).astype(float), shape)
    weight = n.astype(float) if lexicon.combine == "count" else _table(cell, hits.weight, shape)
    negated = _table(cell[hits.negated], None, shape).astype(np.int64) if hits.negated.any() else np.zeros_like(n)
    return Scored(lexicon, n, weight, n + longer.astype(np.int64), negated, lambda: located)


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
            source = lexicon.source or f"lexicon {lexicon.name}"
            place = source if item.line is None else f"{source}:{item.line}"
            raise LexiconError(f"{place}: {item.term!r} is no regular expression ({error})") from error
        for d, document in enumerate(annotated.corpus):
            low, high = store.offsets[d], store.offsets[d + 1]
            low += np.count_nonzero(store.voice[low:high] == 4)
            for found in pattern.finditer(document.text):
                begin = low + np.searchsorted(store.end[low:high], found.start(), side="right")
                last = low + np.searchsorted(store.start[low:high], found.end())
                # An expression may match nothing at all, which is no hit.
                if begin < last and found.end() > found.start():
                    token.append(begin)
                    length.append(last - begin)
                    entry.append(number)
    first, size, item_number = (np.array(values, np.int64) for values in (token, length, entry))
    return Hits(first, size, item_number, lexicon.entry_categories[item_number], np.zeros(len(token), bool), lexicon)
