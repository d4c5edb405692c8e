"""What the topics are fitted on: documents, paragraphs, or the voices of each document apart."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray
from scipy import sparse

from framing.annotate.annotated import Annotated
from framing.errors import CorpusError, OptionError
from framing.measures.topics.options import USUAL_K, Options
from framing.measures.topics.vocabulary import Vocabulary, vocabulary

if TYPE_CHECKING:
    pass

PARAGRAPH_WORDS = 5


@dataclass(frozen=True, eq=False)
class Material:
    """
    Rows to fit on (R units of D documents, V words).

    Attributes
    ----------
    vocabulary : Vocabulary
    counts : (R, V) sparse matrix
        Units with at least one known word.
    weighed : (R, V) sparse matrix
        tf-idf of the same rows.
    document : (R,) int array
        Document of each unit; parts for resampling are drawn by document.
    """

    vocabulary: Vocabulary
    counts: sparse.csr_matrix
    weighed: sparse.csr_matrix
    document: NDArray[np.int64]

    @property
    def n_documents(self) -> int:
        """Documents with at least one known word."""
        return len(np.unique(self.document))

    @property
    def n_distinct(self) -> int:
        """Units that differ in these words, but no more than there are documents."""
        table = self.counts
        rows = {
            (table.indices[a:b].tobytes(), table.data[a:b].tobytes())
            for a, b in zip(table.indptr[:-1], table.indptr[1:], strict=True)
        }
        return min(len(rows), self.n_documents)


def material(annotated: Annotated, options: Options) -> Material:
    """
    The units of a corpus as options ask for.

    Raises
    ------
    CorpusError
        With one document, or if the thresholds leave no words.
    NeedsText
        For paragraphs of a features bundle.
    """
    whole = annotated.counts.select("all", headline=options.headline)
    n = int((whole.n_tokens > 0).sum())
    if n < 2:
        raise CorpusError(f"topics: {n} documents with words cannot be divided into topics; add documents")
    words = vocabulary(whole, options)
    if options.unit == "paragraph":
        counts, document = _paragraphs(annotated, words)
    elif options.unit == "voice":
        own, quoted = (
            words.of(annotated.counts.select(v, headline=options.headline and v == "own")) for v in ("own", "quoted")
        )
        counts, document = sparse.vstack([own, quoted], format="csr"), np.tile(np.arange(own.shape[0]), 2)
    else:
        counts = words.of(whole)
        document = np.arange(counts.shape[0])
    used = np.flatnonzero(np.asarray(counts.sum(axis=1)).ravel() > 0)
    counts = sparse.csr_matrix(counts)[used]
    return Material(words, counts, words.weigh(counts), document[used].astype(np.int64))


def _paragraphs(annotated: Annotated, words: Vocabulary) -> tuple[sparse.csr_matrix, NDArray[np.int64]]:
    """Counts of the paragraphs that hold enough known words."""
    number, document = paragraph_of_token(annotated)
    return paragraph_counts(annotated, words, number, len(document), least=PARAGRAPH_WORDS), document


def paragraph_of_token(annotated: Annotated) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Paragraph of every token of the store (-1 in headlines), and the document of every paragraph."""
    store = annotated.tokens
    number = np.full(len(store), -1, dtype=np.int64)
    owner: list[int] = []
    for d, document in enumerate(annotated.corpus):
        begins = paragraph_starts(document.text)
        low, high = int(store.offsets[d]), int(store.offsets[d + 1])
        inside = np.searchsorted(begins, store.start[low:high], side="right") - 1 + len(owner)
        number[low:high] = np.where(store.voice[low:high] == 4, -1, inside)
        owner += [d] * len(begins)
    return number, np.array(owner, dtype=np.int64)


def paragraph_starts(text: str) -> NDArray[np.int64]:
    """
    Where paragraphs begin.

    Examples
    --------
    >>> paragraph_starts("One.\\n\\nTwo.").tolist()
    [0, 6]
    """
    starts, at = [0], text.find("\n\n")
    while at >= 0:
        starts.append(at + 2)
        at = text.find("\n\n", at + 2)
    return np.array(starts, dtype=np.int64)


def paragraph_counts(
    annotated: Annotated, words: Vocabulary, number: NDArray[np.int64], n: int, *, least: int
) -> sparse.csr_matrix:
    """Counts of the known words in each of the `n` paragraphs; those with fewer than `least` are left empty."""
    store = annotated.tokens
    place = {word: i for i, word in enumerate(words.words)}
    column = np.array([place.get(t, -1) for t in store.types], dtype=np.int64)[store.type_ids]
    used = (number >= 0) & (column >= 0)
    table = sparse.csr_matrix((np.ones(int(used.sum()), np.int64), (number[used], column[used])), shape=(n, len(words.words)))
    table.sum_duplicates()
    enough = np.asarray(table.sum(axis=1)).ravel() >= least
    return sparse.csr_matrix(sparse.diags(enough.astype(np.int64), dtype=np.int64) @ table)


def usable_k(given: Options, data: Material) -> tuple[tuple[int, ...], tuple[str, ...]]:
    """
    The numbers of topics that these documents allow, and what had to be left out.

    Raises
    ------
    OptionError
        If no K that was asked for is smaller than the number of documents and of words.
    """
    n_words = len(data.vocabulary.words)
    most = min(data.n_distinct, n_words)
    if not given.grid:
        return tuple(k for k in USUAL_K if 3 * k <= data.n_distinct and len(given.anchors) <= k < most), ()
    fit = tuple(k for k in given.grid if k < most)
    if not fit:
        copies = data.n_documents - data.n_distinct
        raise OptionError(
            f"topics: `k` must be smaller than the number of different documents ({data.n_distinct}"
            + (f"; {copies} more say the same in these words" if copies else "")
            + f") and of words ({n_words}), got {', '.join(map(str, given.grid))}; lower `k`, lower `min_documents` (now "
            f"{data.vocabulary.min_documents}) or add documents"
        )
    left = ", ".join(str(k) for k in given.grid if k not in fit)
    return fit, (f"K = {left} was left out: {data.n_distinct} different documents are too few.",) if left else ()
