"""Shares of documents under fixed topics: the mixture of topics that makes their words most likely."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy import sparse

Floats = NDArray[np.float64]
# Blocks stay in the cache; memory follows the block and not the corpus.
BLOCK, MOST_CYCLES, GAIN = 20_000, 300, 1e-6


def fold_in(counts: Any, words: Floats, *, most_cycles: int = MOST_CYCLES) -> Floats:
    """
    The mixture of topics of each row that makes its words most likely.

    Parameters
    ----------
    counts : (R, V) sparse matrix
        How often each word stands in each row.
    words : (K, V) array
        Probability of each word in each topic; rows sum to 1.
    most_cycles : int
        Three steps of expectation maximisation each. A row stops when the bound on what is left to gain falls below
        1e-6 of log-likelihood a word.

    Returns
    -------
    (R, K) float array
        Expected share of the words of a row that belong to each topic; rows sum to 1. NaN for a row without words, or
        whose words no topic holds; words that no topic holds do not count. Rows do not depend on each other.

    References
    ----------
    Hofmann (1999), UAI, 289-296 (folding in); Varadhan & Roland (2008), Scandinavian Journal of Statistics 35, 335-353 (steps
    of S3 length).

    Examples
    --------
    >>> words = np.array([[0.9, 0.1], [0.1, 0.9]])
    >>> fold_in(sparse.csr_matrix([[50, 50], [90, 10], [26, 74], [0, 0]]), words).round(3).tolist()
    [[0.5, 0.5], [1.0, 0.0], [0.2, 0.8], [nan, nan]]
    """
    table = sparse.csr_matrix(counts, dtype=np.float64, copy=True)
    held = words.sum(axis=0) > 0
    table.data = np.where(held[table.indices], table.data, 0.0)
    table.eliminate_zeros()
    out = np.full((table.shape[0], len(words)), np.nan)
    used = np.flatnonzero(np.diff(table.indptr) > 0)
    by_word = np.ascontiguousarray(words.T)
    ends = np.cumsum(np.diff(table.indptr)[used])
    for rows in np.split(used, np.flatnonzero(np.diff(ends // BLOCK)) + 1):
        if len(rows):
            out[rows] = _mixtures(table[rows], by_word, most_cycles)
    return out


class _Block:
    """Rows with their words' probabilities laid out entry by entry."""

    def __init__(self, table: sparse.csr_matrix, gathered: Floats) -> None:
        self.table, self.gathered = table, gathered
        self.n_entries = np.diff(table.indptr)
        self.totals = np.asarray(table.sum(axis=1)).ravel()
        self.entries = np.arange(len(table.data))

    def step(self, shares: Floats) -> tuple[Floats, Floats, Floats]:
        """One step of expectation maximisation; log-likelihood of the shares before it, and the most it can rise, a word."""
        chance = np.einsum("nk,nk->n", np.repeat(shares, self.n_entries, axis=0), self.gathered)
        # A start with every topic keeps this above zero; the floor is for shares that have shrunk to nothing.
        chance = np.maximum(chance, 1e-300)
        ratio = sparse.csr_matrix(
            (self.table.data / chance, self.entries, self.table.indptr), shape=(len(shares), len(self.entries))
        )
        slope = np.asarray(ratio @ self.gathered) / self.totals[:, None]
        likelihood = np.add.reduceat(self.table.data * np.log(chance), self.table.indptr[:-1]) / self.totals
        new = shares * slope
        return new / new.sum(axis=1, keepdims=True), likelihood, slope.max(axis=1) - 1

    def keep(self, rows: NDArray[np.bool_]) -> _Block:
        """The block of some rows."""
        return _Block(self.table[np.flatnonzero(rows)], self.gathered[np.repeat(rows, self.n_entries)])


def _mixtures(table: sparse.csr_matrix, by_word: Floats, most_cycles: int) -> Floats:
    """Shares of rows that all have words."""
    block = _Block(table, by_word[table.indices])
    k = by_word.shape[1]
    out, open_rows = np.full((table.shape[0], k), 1 / k), np.arange(table.shape[0])
    shares = out.copy()
    for _ in range(most_cycles):
        first, _, gain = block.step(shares)
        # By concavity the log-likelihood of a word cannot rise by more than the largest slope less one.
        going = gain > GAIN
        out[open_rows[~going]] = shares[~going]
        if not going.all():
            open_rows, shares, first = open_rows[going], shares[going], first[going]
            if not len(open_rows):
                break
            block = block.keep(going)
        second, reached, _ = block.step(first)
        leap = _leap(shares, first, second)
        after, likelihood, _ = block.step(leap)
        # A leap that loses is not taken, so that every cycle gains.
        shares = np.where((likelihood >= reached)[:, None], after, second)
        out[open_rows] = shares
    return out


def _leap(start: Floats, first: Floats, second: Floats) -> Floats:
    """Where two steps of each row point to; shares stay positive."""
    step = first - start
    bend = second - first - step
    lengths = [np.sqrt((x * x).sum(axis=1, keepdims=True)) for x in (step, bend)]
    far = np.maximum(1.0, np.divide(lengths[0], lengths[1], out=np.ones_like(lengths[0]), where=lengths[1] > 1e-15))
    leap = np.maximum(start + 2 * far * step + far**2 * bend, 0.01 * second)
    return np.asarray(leap / leap.sum(axis=1, keepdims=True))
