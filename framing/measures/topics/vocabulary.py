"""Which words the topics are made of, and how they are weighed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray
from scipy import sparse

from framing.errors import CorpusError
from framing.measures.topics.function_words import FUNCTION_WORDS
from framing.measures.topics.options import Options
from framing.measures.topics.outlets import spread_within

if TYPE_CHECKING:
    from framing.annotate.counting.counts import Counts

Floats = NDArray[np.float64]


@dataclass(frozen=True, eq=False)
class Vocabulary:
    """
    The words of a topic model; V words.

    Attributes
    ----------
    words : tuple of str
        Sorted.
    idf : (V,) float array
        Inverse document frequency, ln((1 + D) / (1 + d)) + 1.
    spread : (V,) float array
        1 for a word that the outlets of a side use alike, down to 0.5 for one that only tells outlets apart (see
        `framing.measures.topics.outlets`): a topic of one outlet must still be found, so that it can be flagged.
    min_documents : int
        The threshold that was used.
    """

    words: tuple[str, ...]
    idf: Floats
    spread: Floats
    min_documents: int

    def of(self, counts: Counts) -> sparse.csr_matrix:
        """Counts of these words, (R, V); words that do not occur get a column of zeros."""
        return counts.keep(self.words).matrix

    def weigh(self, matrix: Any) -> sparse.csr_matrix:
        """
        Log-scaled tf-idf times the spread, with rows of length 1; a row without such words stays zero.

        References
        ----------
        Salton & Buckley (1988), Information Processing & Management 24(5), 513-523.
        """
        weighed = sparse.csr_matrix(matrix, dtype=np.float64, copy=True)
        weighed.eliminate_zeros()
        weighed.data = 1 + np.log(weighed.data)
        weighed = sparse.csr_matrix(weighed @ sparse.diags(self.idf * self.spread))
        norms = np.sqrt(np.asarray(weighed.multiply(weighed).sum(axis=1)).ravel())
        scale = np.divide(1.0, norms, out=np.zeros_like(norms), where=norms > 0)
        return sparse.csr_matrix(sparse.diags(scale) @ weighed)


def vocabulary(counts: Counts, options: Options) -> Vocabulary:
    """
    The words that pass the thresholds.

    Parameters
    ----------
    counts : Counts
        One row per document.
    options : Options

    Returns
    -------
    Vocabulary

    Raises
    ------
    CorpusError
        If fewer than two words are left, naming the threshold that took most of them.
    """
    n = int((counts.n_tokens > 0).sum())
    least = options.min_documents or max(3, round(n / 300))
    in_documents = np.bincount(counts.matrix.indices[counts.matrix.data > 0], minlength=len(counts.types))
    barred = set(options.stop_words) | (FUNCTION_WORDS if options.function_words else set())
    word_like = np.array([t not in barred and is_word(t, options.numbers) for t in counts.types], dtype=bool)
    rare, common = in_documents < least, in_documents > options.max_share * n
    kept = np.flatnonzero(word_like & ~rare & ~common)
    if len(kept) < 2:
        _refuse(n, in_documents > 0, word_like, rare, common, least, options)
    idf = np.log((1 + n) / (1 + in_documents[kept])) + 1
    spread = _spread(counts, kept) if options.across_outlets else np.ones(len(kept))
    return Vocabulary(tuple(counts.types[i] for i in kept), idf, spread, least)


def _spread(counts: Counts, kept: NDArray[np.int64]) -> Floats:
    """Weights of the kept words by their spread within outlets, from the documents that hold any word."""
    used = np.flatnonzero(counts.n_tokens > 0)
    outlets, sides = (counts.rows[name].to_numpy()[used].astype(str) for name in ("outlet", "side"))
    return (1 + spread_within(counts.matrix[used][:, kept], outlets, sides)) / 2


def is_word(token: str, numbers: bool) -> bool:
    """
    A token that can name a topic: at least two letters, no address, no number unless wanted.

    Examples
    --------
    >>> is_word("harbour", False), is_word("2016", False), is_word("2016", True), is_word("x", False)
    (True, False, True, False)
    """
    if "://" in token or "@" in token or token.startswith(("www.", "<")):
        return False
    if token[:1].isdigit():
        return numbers
    return sum(c.isalpha() for c in token) >= 2 or not token.isascii()


def _refuse(n: int, there: Any, word_like: Any, rare: Any, common: Any, least: int, options: Options) -> None:
    said = []
    if (there & ~word_like).any():
        said.append(f"{(there & ~word_like).sum()} are stop words, numbers or single letters (`stop_words`, `function_words`)")
    if (there & word_like & rare).any():
        said.append(f"{(there & word_like & rare).sum()} stand in fewer than {least} documents (lower `min_documents`)")
    if (there & word_like & ~rare & common).any():
        share = options.max_share
        said.append(
            f"{(there & word_like & ~rare & common).sum()} stand in more than {share:.0%} of the documents (raise `max_share`)"
        )
    raise CorpusError(
        f"topics: too few words are left to make topics of: {n} documents hold {int(there.sum())} types"
        + (f", of which {', '.join(said)}" if said else "")
    )
