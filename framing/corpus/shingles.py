"""
Near-duplicate pairs of texts: a sampled index proposes, exact comparison of word shingles decides.

Texts are compared as sets of shingles, runs of `k` words without case and punctuation. Proposals come from a
FracMinHash sketch (a fixed share of all windows of 24 letters that start at a word, chosen by their hash, so that a
passage is sampled alike wherever it stands and short copies inside long texts are found too). Every proposal is then
verified with the exact Jaccard similarity and containment of the full shingle sets (as 64-bit hashes).

References
----------
Broder (1997), On the resemblance and containment of documents, SEQUENCES'97; Irber et al. (2022), Lightweight
compositional analysis of metagenomes with FracMinHash, bioRxiv 2022.01.11.475838.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from framing.corpus.folded import MIX, Array, folded_text, joined, shards
from framing.corpus.windows import candidates

_PRIME = np.uint64(0x100000001B3)


@dataclass(frozen=True, slots=True)
class Pairs:
    """
    Verified pairs.

    Attributes
    ----------
    a, b : (P,) int arrays
        Positions of two documents, a < b, in ascending order.
    jaccard, containment : (P,) float arrays in [0, 1]
        Shared shingles by those of either text, and by those of the text with fewer.
    n_candidates : int
        How many pairs were compared.
    """

    a: Array
    b: Array
    jaccard: Array
    containment: Array
    n_candidates: int


def near_pairs(texts: Sequence[str], *, k: int = 3, jaccard: float = 0.4, containment: float = 0.8) -> Pairs:
    """
    All pairs of texts that are near-duplicates, or of which one contains the other.

    Parameters
    ----------
    texts : sequence of str
    k : int
        Words of a shingle; a text of fewer words is one shingle.
    jaccard, containment : float in [0, 1]
        A pair is kept if it reaches either.

    Returns
    -------
    Pairs
        Texts without a word are in no pair.

    Examples
    --------
    >>> one = "the ministry of ports said on monday that forty ships had left the harbour since june"
    >>> near_pairs([one, "nothing in common here at all", one.upper() + "!"]).jaccard
    array([1.])
    """
    folded = [folded_text(text) for text in texts]
    codes = candidates(folded)
    a, b = codes // len(texts), codes % len(texts)
    shared, n_a, n_b = _shared(folded, a, b, k)
    union = n_a + n_b - shared
    smaller = np.minimum(n_a, n_b)
    with np.errstate(invalid="ignore", divide="ignore"):
        resemblance, contained = shared / union, shared / smaller
    keep = (smaller > 0) & ((resemblance >= jaccard) | (contained >= containment))
    return Pairs(a[keep], b[keep], resemblance[keep], contained[keep], len(a))


def _shared(folded: list[bytes], a: Array, b: Array, k: int) -> tuple[Array, Array, Array]:
    """Shared shingles of each pair, and the shingles of either text."""
    wanted = np.unique(np.concatenate([a, b]))
    place = np.zeros(len(folded), dtype=np.int64)
    place[wanted] = np.arange(len(wanted))
    sets = shingle_sets([folded[i] for i in wanted], k)
    sizes = np.fromiter(map(len, sets), dtype=np.int64, count=len(sets))
    first, second = place[a], place[b]
    shared = np.zeros(len(a), dtype=np.int64)
    for i, (x, y) in enumerate(zip(first.tolist(), second.tolist(), strict=True)):
        both = np.concatenate((sets[x], sets[y]))
        both.sort()
        shared[i] = np.count_nonzero(both[1:] == both[:-1])
    return shared, sizes[first], sizes[second]


def shingle_sets(folded: list[bytes], k: int) -> list[Array]:
    """
    The distinct shingles of each folded text, as sorted 64-bit hashes.

    Parameters
    ----------
    folded : list of bytes
        Lower-case words with spaces between.
    k : int

    Returns
    -------
    list of (S,) uint64 arrays
        Empty for a text without words; one shingle for a text of fewer than `k` words.

    Examples
    --------
    >>> [len(s) for s in shingle_sets([b"a b c d", b"a b", b""], 3)]
    [2, 1, 0]
    """
    sets: list[Array] = []
    for first, last in shards(folded):
        words, documents = _words(folded[first:last])
        counts = np.bincount(documents, minlength=last - first)
        sets += _sets(words, counts, k)
    return sets


def _words(folded: list[bytes]) -> tuple[Array, Array]:
    """Hash and document of every word: a polynomial of its letters modulo 2**64, read off one running sum."""
    buffer, begins = joined(folded)
    letters = np.frombuffer(buffer, dtype=np.uint8)
    inside = letters > 32
    edges = np.flatnonzero(inside[1:] != inside[:-1]) + 1
    starts, ends = edges[0::2], edges[1::2]
    powers = np.full(len(letters), _PRIME, dtype=np.uint64)
    powers[0] = 1
    np.multiply.accumulate(powers, out=powers)
    sums = np.concatenate([np.zeros(1, dtype=np.uint64), np.cumsum(letters * powers, dtype=np.uint64)])
    # The power at the start is taken out again by multiplying up to the end of the buffer.
    hashes = (sums[ends] - sums[starts]) * powers[len(letters) - starts - 1]
    hashes ^= hashes >> np.uint64(31)
    hashes *= MIX
    counts = np.diff(np.append(np.searchsorted(starts, begins), len(starts)))
    return hashes, np.repeat(np.arange(len(folded)), counts)


def _sets(words: Array, counts: Array, k: int) -> list[Array]:
    """Shingles of each text from the hashes of its words; all words of a short text are its one shingle."""
    rolled = _rolled(words, k)
    sets, begin = [], 0
    for count in counts.tolist():
        if count >= k:
            sets.append(_distinct(rolled[begin : begin + count - k + 1]))
        else:
            sets.append(_rolled(words[begin : begin + count], count) if count else words[:0])
        begin += count
    return sets


def _rolled(words: Array, k: int) -> Array:
    """One hash for each run of `k` words."""
    n = max(len(words) - k + 1, 0)
    rolled = np.zeros(n, dtype=np.uint64)
    for step in range(k):
        rolled *= _PRIME
        rolled += words[step : step + n]
        rolled ^= rolled >> np.uint64(33)
        rolled *= MIX
    return rolled


def _distinct(values: Array) -> Array:
    """Sorted, each once."""
    values = np.sort(values)
    return values[np.concatenate([[True], values[1:] != values[:-1]])]
