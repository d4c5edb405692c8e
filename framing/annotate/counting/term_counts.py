"""Words, n-grams and given phrases counted by document: the columns of a term comparison."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd
from numpy.typing import NDArray
from scipy import sparse

from framing.annotate.annotated import Annotated
from framing.annotate.counting.phrases import find
from framing.annotate.counting.tokens import TokenStore


@dataclass(frozen=True)
class TermCounts:
    """
    Counts of terms; D documents in corpus order, T terms.

    Attributes
    ----------
    terms : tuple of str
    matrix : (D, T) csr matrix of int64
    sizes : (D,) int64 array
        What rates refer to: all words of the document, or all n-grams.
    rows : DataFrame
        document, side, outlet, cluster, event, date, voice.
    """

    terms: tuple[str, ...]
    matrix: sparse.csr_matrix
    sizes: NDArray[np.int64]
    rows: pd.DataFrame

    @property
    def totals(self) -> NDArray[np.int64]:
        """(T,) int64 array: how often each term occurs."""
        return np.asarray(self.matrix.sum(axis=0), dtype=np.int64).ravel()


def term_counts(
    annotated: Annotated, *, voice: str = "all", headline: bool = False, ngrams: int = 1, phrases: Sequence[str] = ()
) -> TermCounts:
    """
    Count the terms of one voice.

    Parameters
    ----------
    annotated : Annotated
    voice : str
    headline : bool
    ngrams : int
        Words of a term. Longer ones do not run over the end of a sentence or into another voice group.
    phrases : sequence of str
        Further terms, with `*` and `?` as wildcards; each is one column, under its own spelling.

    Returns
    -------
    TermCounts

    Raises
    ------
    NeedsText
        For n-grams or phrases on a bundle that holds counts only.

    Examples
    --------
    >>> from framing.annotate.annotated import annotate
    >>> from framing.corpus.documents import Corpus, Document
    >>> annotated = annotate(Corpus((Document("a", "The rule of law. Law is law."),)))
    >>> term_counts(annotated, ngrams=2).terms
    ('is law', 'law is', 'of law', 'rule of', 'the rule')
    """
    counts = annotated.counts.select(voice, headline)
    terms, matrix, sizes = counts.types, counts.matrix, np.asarray(counts.n_tokens)
    if ngrams > 1:
        terms, matrix = _ngrams(annotated.tokens, ngrams, voice, headline)
        sizes = np.asarray(matrix.sum(axis=1), dtype=np.int64).ravel()
    new = [phrase for phrase in dict.fromkeys(phrases) if phrase not in terms]
    if new:
        columns = [_phrase(annotated.tokens, phrase, voice, headline) for phrase in new]
        matrix = sparse.hstack([matrix, *columns]).tocsr()
        terms = (*terms, *new)
    return TermCounts(tuple(terms), matrix, sizes, counts.rows)


def _ngrams(store: TokenStore, n: int, voice: str, headline: bool) -> tuple[tuple[str, ...], sparse.csr_matrix]:
    """Every run of n words in one sentence, all of them in the voices asked for."""
    use, kinds = store.in_voice(voice, headline=headline), store.type_ids.astype(np.int64)
    starts = np.arange(max(len(kinds) - n + 1, 0))
    whole = store.sentence[starts] == store.sentence[starts + n - 1]
    for k in range(n):
        whole &= use[starts + k]
    starts = starts[whole]
    code = kinds[starts]
    for k in range(1, n):
        _, code = np.unique(code * len(store.types) + kinds[starts + k], return_inverse=True)
    _, first, code = np.unique(code, return_index=True, return_inverse=True)
    runs = kinds[starts[first][:, None] + np.arange(n)]
    names = [" ".join(store.types[kind] for kind in run) for run in runs.tolist()]
    order = sorted(range(len(names)), key=names.__getitem__)
    place = np.empty(len(names), np.int64)
    place[order] = np.arange(len(names))
    entries = (np.ones(len(starts), np.int64), (store.document_of[starts], place[code]))
    matrix = sparse.csr_matrix(entries, shape=(len(store.documents), len(names)))
    return tuple(names[i] for i in order), matrix


def _phrase(store: TokenStore, phrase: str, voice: str, headline: bool) -> sparse.csr_matrix:
    """One column: how often a phrase begins in the voices asked for."""
    token, _ = find(store, [phrase])
    token = token[store.in_voice(voice, headline=headline)[token]]
    counts = np.bincount(store.document_of[token], minlength=len(store.documents)).astype(np.int64)
    return sparse.csr_matrix(counts[:, None])
