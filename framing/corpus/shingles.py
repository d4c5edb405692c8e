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

import re
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

Array = np.ndarray

WINDOW = 24  # letters in a window of the index, about four English words
DENSE_WORDS = 400_000  # up to this size of a corpus every word starts a window
MIN_RATE = 0.045  # share of all words that start a window, in corpora of any size
PROPOSED = 0.25  # share of the sampled windows that two texts must have in common to be compared
NEIGHBOURS = 8  # a window that more texts share than this is no sign that two of them are copies
SHORT = 600  # bytes; texts too short for a sample are indexed in full among themselves
SHARD = 32 << 20  # bytes of text that are hashed at once; memory follows this, not the corpus
_PRIME = np.uint64(0x100000001B3)
_MIX = np.uint64(0x9E3779B97F4A7C15)
_PAD = bytes(WINDOW)
_CJK = re.compile(r"([\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff])")


def _table() -> tuple[bytes, bytes]:
    """Translation to lower case with every break as a space, and the bytes to leave out: punctuation, also curly."""
    kept = bytes(c for c in range(128) if chr(c).isalnum() or chr(c).isspace())
    table = bytes(
        32 if c < 128 and chr(c).isspace() else ord(chr(c).lower()) if c < 128 else c for c in range(256)
    )  # fmt: skip
    # 0xE2 and 0x80 begin curly quotes and dashes; the others end them. In other letters they vanish alike everywhere.
    curly = bytes([0xE2, 0x80, 0x93, 0x94, 0x98, 0x99, 0x9C, 0x9D, 0xA6])
    return table, bytes(c for c in range(128) if c not in kept) + curly


_LOWER, _DROPPED = _table()
# All bytes no Chinese, Japanese or Korean letter begins with.
_NOT_EASTERN = bytes(c for c in range(256) if not 0xE2 < c < 0xEF)


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
    folded = [_folded(text) for text in texts]
    candidates = _candidates(folded)
    a, b = candidates // len(texts), candidates % len(texts)
    shared, n_a, n_b = _shared(folded, a, b, k)
    union = n_a + n_b - shared
    smaller = np.minimum(n_a, n_b)
    with np.errstate(invalid="ignore", divide="ignore"):
        resemblance, contained = shared / union, shared / smaller
    keep = (smaller > 0) & ((resemblance >= jaccard) | (contained >= containment))
    return Pairs(a[keep], b[keep], resemblance[keep], contained[keep], len(a))


def _folded(text: str) -> bytes:
    """Words as bytes: lower case, no punctuation, spaces between; Chinese and Japanese signs are words of their own."""
    if text.isascii():
        return text.encode("ascii").translate(_LOWER, _DROPPED)
    data = text.encode("utf-8", errors="replace")
    if data.translate(None, _NOT_EASTERN) and _CJK.search(text):
        data = _CJK.sub(r" \1 ", text).encode("utf-8", errors="replace")
    return data.translate(_LOWER, _DROPPED)


def _candidates(folded: list[bytes]) -> Array:
    """Codes a * n + b of pairs that share enough sampled windows, ascending."""
    n = len(folded)
    n_bytes = sum(map(len, folded))
    rate = min(1.0, max(MIN_RATE, DENSE_WORDS * 6 / max(n_bytes, 1)))
    everything = np.arange(n)
    codes = [_proposed(folded, everything, rate, n)]
    if rate < 1:
        short = np.array([i for i, text in enumerate(folded) if len(text) < SHORT], dtype=np.int64)
        codes.append(_proposed([folded[i] for i in short], short, 1.0, n))
    return np.unique(np.concatenate(codes))


def _proposed(folded: list[bytes], numbers: Array, rate: float, n: int) -> Array:
    """Pairs of these texts, whose numbers in the corpus of `n` are given, at one rate of sampling."""
    keys, sizes = [np.zeros(0, dtype=np.uint64)], np.zeros(n, dtype=np.int64)
    for first, last in _shards(folded):
        hashes, inside = _windows(folded[first:last], rate)
        documents = numbers[first + inside]
        # 40 bits of hash and 24 of document in one word sort faster than two arrays.
        keys.append((hashes & np.uint64(0xFFFFFFFFFF000000)) | documents.astype(np.uint64))
        sizes += np.bincount(documents, minlength=n)
    return _matched(np.sort(np.concatenate(keys)), sizes, n)


def _matched(index: Array, sizes: Array, n: int) -> Array:
    """Pairs from a sorted index of (hash, document), by the share of the smaller text's windows that both have."""
    if len(index) < 2:
        return np.zeros(0, dtype=np.int64)
    hashes, documents = index >> np.uint64(24), (index & np.uint64(0xFFFFFF)).astype(np.int64)
    ends = np.flatnonzero(np.append(hashes[1:] != hashes[:-1], True))
    group = np.diff(ends, prepend=-1)
    group = np.repeat(group, group)
    common = group > NEIGHBOURS
    rare = sizes - np.bincount(documents[common], minlength=n)
    equal = [hashes[step:] == hashes[:-step] for step in range(1, NEIGHBOURS)]
    among_few = [np.flatnonzero(same & ~common[step:]) for step, same in enumerate(equal, start=1)]
    pairs = [documents[same] * n + documents[same + step] for step, same in enumerate(among_few, start=1)]
    # A window that many texts share is a common phrase, unless they are all copies: neighbours are enough to see that.
    chained = np.flatnonzero(equal[0] & common[1:])
    few = _frequent(np.concatenate(pairs), rare, PROPOSED)
    many = _frequent(documents[chained] * n + documents[chained + 1], sizes, 0.5)
    codes = np.unique(np.concatenate([few, many]))
    return codes[codes // n != codes % n]


def _frequent(codes: Array, sizes: Array, share: float) -> Array:
    """Pairs that occur for at least a share of the smaller text's windows, and twice if it has two."""
    codes, shared = np.unique(codes, return_counts=True)
    smaller = np.minimum(sizes[codes // len(sizes)], sizes[codes % len(sizes)])
    return codes[shared >= np.maximum(share * smaller, np.minimum(smaller, 2))]


def _shards(folded: list[bytes]) -> list[tuple[int, int]]:
    """Runs of documents of at most `SHARD` bytes, or of one document."""
    runs, first, size = [], 0, 0
    for i, text in enumerate(folded):
        if size + len(text) > SHARD and i > first:
            runs.append((first, i))
            first, size = i, 0
        size += len(text)
    return [*runs, (first, len(folded))] if folded else []


def _joined(folded: list[bytes]) -> tuple[bytes, Array]:
    """Texts in one buffer with a space before and padding after each, and where each begins."""
    buffer = b" " + (_PAD + b" ").join(folded) + _PAD
    lengths = np.fromiter(map(len, folded), dtype=np.int64, count=len(folded))
    begins = 1 + np.concatenate([[0], np.cumsum(lengths + WINDOW + 1)[:-1]])
    return buffer, begins


def _windows(folded: list[bytes], rate: float) -> tuple[Array, Array]:
    """Hash and document of each sampled window, in the order of the texts."""
    buffer, begins = _joined(folded)
    letters = np.frombuffer(buffer, dtype=np.uint8)
    starts = letters[:-1] == 32
    if rate < 0.2:
        # A quarter of all first letters, taken before anything is hashed: the cheapest sample there is.
        starts &= (letters[1:] & 3) == 3
        rate *= 4
    else:
        starts &= letters[1:] > 32
    positions = np.flatnonzero(starts) + 1
    positions = positions[positions <= len(buffer) - WINDOW]
    hashes = np.zeros(len(positions), dtype=np.uint64)
    for offset in range(0, WINDOW, 8):
        piece = np.ndarray((len(buffer) - WINDOW + 1,), dtype="<u8", buffer=buffer, offset=offset, strides=(1,))
        hashes ^= piece[positions]
        hashes *= _MIX
        hashes ^= hashes >> np.uint64(29)
    if rate < 1:
        chosen = hashes < np.uint64(int(rate * 2**64))
        hashes, positions = hashes[chosen], positions[chosen]
        hashes *= _MIX
        hashes ^= hashes >> np.uint64(32)
    counts = np.diff(np.append(np.searchsorted(positions, begins), len(positions)))
    return hashes, np.repeat(np.arange(len(folded)), counts)


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
    for first, last in _shards(folded):
        words, documents = _words(folded[first:last])
        counts = np.bincount(documents, minlength=last - first)
        sets += _sets(words, counts, k)
    return sets


def _words(folded: list[bytes]) -> tuple[Array, Array]:
    """Hash and document of every word: a polynomial of its letters modulo 2**64, read off one running sum."""
    buffer, begins = _joined(folded)
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
    hashes *= _MIX
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
        rolled *= _MIX
    return rolled


def _distinct(values: Array) -> Array:
    """Sorted, each once."""
    values = np.sort(values)
    return values[np.concatenate([[True], values[1:] != values[:-1]])]
