"""How often each type occurs in each document and voice: what every measure of frequency starts from."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np
import pandas as pd
from scipy import sparse

from framing.annotate.counting.columns import LongColumn
from framing.annotate.counting.tokens import VOICE_GROUPS, VOICE_NAMES, TokenStore
from framing.checks import one_of
from framing.corpus.documents import Corpus, cluster_of
from framing.errors import CorpusError

ROW_COLUMNS = ("document", "side", "outlet", "cluster", "event", "date", "voice")

# Sorting 32-bit keys is several times faster than sorting 64-bit ones.
_MOST_KEYS = 2**32


@dataclass(frozen=True, eq=False)
class Counts:
    """
    A sparse table of counts; R rows (document and voice), T columns (types).

    Attributes
    ----------
    matrix : (R, T) scipy.sparse.csr_matrix of int64
        Column indices of a row are sorted and unique.
    rows : DataFrame
        R rows with the columns document, side, outlet, cluster, event, date, voice. As made by `count`, five rows for each
        document, in the order own, direct, indirect, block, headline, zero rows included.
    types : tuple of str
        Sorted.
    """

    matrix: sparse.csr_matrix
    rows: pd.DataFrame
    types: tuple[str, ...]

    @cached_property
    def n_tokens(self) -> np.ndarray:
        """(R,) int64 array: tokens of each row."""
        return np.asarray(self.matrix.sum(axis=1), dtype=np.int64).ravel()

    @cached_property
    def totals(self) -> np.ndarray:
        """(T,) int64 array: tokens of each type."""
        return np.asarray(self.matrix.sum(axis=0), dtype=np.int64).ravel()

    @cached_property
    def type_index(self) -> dict[str, int]:
        """Column of each type."""
        return {word: number for number, word in enumerate(self.types)}

    @cached_property
    def _blocks(self) -> tuple[str, ...] | None:
        """The document of every five rows, if they are laid out as `count` does it."""
        n = len(VOICE_NAMES)
        document, voice = self.rows["document"].to_numpy(object), self.rows["voice"].to_numpy(object)
        if len(document) % n or voice.tolist() != list(VOICE_NAMES) * (len(document) // n):
            return None
        blocks = document.reshape(-1, n)
        return tuple(blocks[:, 0]) if bool((blocks == blocks[:, :1]).all()) else None

    def are_of(self, store: TokenStore) -> bool:
        """True if these are all counts of a token store, in its order."""
        same = self._blocks == store.documents and self.types == store.types
        return same and int(self.n_tokens.sum()) == len(store)

    @property
    def documents(self) -> pd.DataFrame:
        """One row per document, in the order in which they first occur."""
        return self.rows.drop_duplicates("document").drop(columns="voice").reset_index(drop=True)

    def side_rows(self, side: str) -> np.ndarray:
        """
        Row numbers of one side.

        Raises
        ------
        OptionError
            Naming the nearest known side.
        """
        sides = self.rows["side"]
        one_of("side", side, sides.dropna().unique())
        return np.flatnonzero((sides == side).to_numpy())

    def select(self, voice: str = "all", headline: bool = False) -> Counts:
        """
        One row per document, in corpus order, with the tokens of a voice or group of voices.

        Parameters
        ----------
        voice : str
            "own", "direct", "indirect", "block", "headline", or the groups "quoted" and "all".
        headline : bool
            Add the tokens of the headline.

        Returns
        -------
        Counts
            A document without tokens in that voice keeps a zero row; the column `voice` names what was asked for.

        Examples
        --------
        >>> from framing.annotate.counting.tokens import tokenise
        >>> from framing.corpus.documents import Corpus, Document
        >>> corpus = Corpus((Document("a", "One word.", title="Two"), Document("b", "")))
        >>> counts = count(tokenise(corpus, {}), corpus)
        >>> counts.select("own").n_tokens, counts.select("all", headline=True).n_tokens
        (array([2, 0]), array([3, 0]))
        """
        one_of("voice", voice, [*VOICE_GROUPS, *VOICE_NAMES])
        wanted = set(VOICE_GROUPS.get(voice, (voice,))) | ({"headline"} if headline else set())
        document, names = pd.factorize(self.rows["document"])
        use = np.flatnonzero(self.rows["voice"].isin(wanted).to_numpy())
        matrix = _adding(document[use], use, (len(names), len(self.rows))) @ self.matrix
        matrix.sort_indices()
        return Counts(
            matrix, self.documents.assign(voice=pd.Series([voice] * len(names), dtype=object))[list(ROW_COLUMNS)], self.types
        )

    def merge(self, other: Counts) -> Counts:
        """
        Two shards as one: rows of the same document and voice are added, others appended; the types are the union.

        Associative; the counts do not depend on how documents are dealt to shards.
        """
        types = tuple(sorted(set(self.types) | set(other.types)))
        rows = pd.concat([self.rows, other.rows], ignore_index=True)
        labels = rows.drop(columns="voice").drop_duplicates()
        if labels["document"].duplicated().any():
            raise CorpusError("merge: a document stands in both shards with different side, outlet, cluster, event or date")
        stacked = sparse.vstack([_widen(part, types) for part in (self, other)], format="csr")
        key = pd.MultiIndex.from_frame(rows[["document", "voice"]])
        group, _ = pd.factorize(key)
        matrix = _adding(group, np.arange(len(rows)), (group.max(initial=-1) + 1, len(rows))) @ stacked
        matrix.sort_indices()
        return Counts(matrix, rows[~key.duplicated()].reset_index(drop=True), types)

    def keep(self, types: Iterable[str]) -> Counts:
        """
        Only the columns of these types, sorted; types that do not occur get a column of zeros.

        Note that `n_tokens` then counts the kept types only.
        """
        wanted = tuple(sorted(set(types)))
        known = np.array([self.type_index.get(word, -1) for word in wanted], np.int64)
        present = np.flatnonzero(known >= 0)
        matrix = (self.matrix @ _adding(known[present], present, (len(self.types), len(wanted)))).tocsr()
        matrix.sort_indices()
        return replace(self, matrix=matrix, types=wanted)


def count(store: TokenStore, corpus: Corpus) -> Counts:
    """
    Count the types of each document and voice.

    Parameters
    ----------
    store : TokenStore
        Made from the same corpus.
    corpus : Corpus

    Returns
    -------
    Counts
        Five rows for each document, in corpus order: own, direct, indirect, block, headline.

    Raises
    ------
    CorpusError
        If the store was made from other documents.
    """
    if store.documents != tuple(document.id for document in corpus):
        raise CorpusError(f"{corpus.name}: the tokens belong to other documents; tokenise this corpus again")
    n_rows, n_types = len(corpus) * len(VOICE_NAMES), len(store.types)
    step = min(500, max(1, _MOST_KEYS // max(1, n_types * len(VOICE_NAMES))))
    data, indices, per_row = LongColumn(np.int64), LongColumn(np.int32), LongColumn(np.int64)
    for low in range(0, len(corpus), step):
        for column, values in zip(
            (data, indices, per_row), _count_block(store, low, min(low + step, len(corpus))), strict=True
        ):
            column.extend(values)
    indptr = np.concatenate([np.zeros(1, np.int64), np.cumsum(per_row.finish())])
    if indptr[-1] < 2**31:
        indptr = indptr.astype(np.int32)
    matrix = sparse.csr_matrix((data.finish(), indices.finish(), indptr), shape=(n_rows, n_types))
    matrix.has_canonical_format = True
    return Counts(matrix, _rows(corpus), store.types)


def _count_block(store: TokenStore, low: int, high: int) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Counts, columns and entries per row of consecutive documents."""
    a, b = store.offsets[low], store.offsets[high]
    n_types, n_voices = len(store.types), len(VOICE_NAMES)
    document = np.repeat(np.arange(high - low, dtype=np.uint32), np.diff(store.offsets[low : high + 1]))
    row = document * np.uint32(n_voices) + store.voice[a:b].astype(np.uint32)
    key = row * np.uint32(n_types) + store.folded[store.ids[a:b]].astype(np.uint32)
    key.sort()
    first = np.flatnonzero(np.concatenate([np.ones(min(1, len(key)), bool), key[1:] != key[:-1]]))
    unique = key[first]
    counts = np.diff(np.append(first, len(key)))
    rows = unique // np.uint32(max(1, n_types))
    columns = (unique - rows * np.uint32(n_types)).astype(np.int32)
    return counts, columns, np.bincount(rows, minlength=(high - low) * n_voices)


def _rows(corpus: Corpus) -> pd.DataFrame:
    """The row labels of `count`."""
    n = len(VOICE_NAMES)
    values = [(d.id, d.side, d.outlet, cluster_of(d), d.event, d.date) for d in corpus]
    frame = pd.DataFrame(values, columns=list(ROW_COLUMNS[:-1]), dtype=object)
    frame = frame.loc[frame.index.repeat(n)].reset_index(drop=True)
    return frame.assign(voice=pd.Series(list(VOICE_NAMES) * len(corpus), dtype=object))


def _adding(to: np.ndarray, source: np.ndarray, shape: tuple[int, int]) -> sparse.csr_matrix:
    """The matrix of ones that adds rows `source` to rows `to` by multiplication."""
    return sparse.csr_matrix((np.ones(len(to), np.int64), (to, source)), shape=shape)


def _widen(part: Counts, types: Sequence[str]) -> sparse.csr_matrix:
    """The matrix with a column for each of the types, which hold all of its own."""
    place = np.searchsorted(np.array(types, object), np.array(part.types, object)) if part.types else np.zeros(0, np.int64)
    matrix = part.matrix
    # Both lists are sorted, so the order of the columns within a row stays as it is.
    return sparse.csr_matrix((matrix.data, place[matrix.indices], matrix.indptr), shape=(matrix.shape[0], len(types)))
