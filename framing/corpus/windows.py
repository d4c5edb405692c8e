"""
The sampled index that proposes which texts to compare.

A FracMinHash sketch: a fixed share of all windows of 24 letters that start at a word, chosen by their hash, so that a
passage is sampled alike wherever it stands and short copies inside long texts are found too.

References
----------
Irber et al. (2022), Lightweight compositional analysis of metagenomes with FracMinHash, bioRxiv 2022.01.11.475838.
"""

from __future__ import annotations

import numpy as np

from framing.corpus.folded import MIX, WINDOW, Array, joined, shards

DENSE_WORDS = 400_000  # up to this size of a corpus every word starts a window
MIN_RATE = 0.045  # share of all words that start a window, in corpora of any size
PROPOSED = 0.25  # share of the sampled windows that two texts must have in common to be compared
NEIGHBOURS = 8  # a window that more texts share than this is no sign that two of them are copies
SHORT = 600  # bytes; texts too short for a sample are indexed in full among themselves


def candidates(folded: list[bytes]) -> Array:
    """
    Pairs of texts that share enough sampled windows to be compared.

    Parameters
    ----------
    folded : list of bytes
        See `framing.corpus.folded.folded_text`.

    Returns
    -------
    (C,) int64 array
        Codes a * n + b of pairs a < b, ascending.

    Examples
    --------
    >>> text = b"forty ships had left the harbour since june"
    >>> candidates([text, b"nothing in common here at all", text])
    array([2])
    """
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
    for first, last in shards(folded):
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


def _windows(folded: list[bytes], rate: float) -> tuple[Array, Array]:
    """Hash and document of each sampled window, in the order of the texts."""
    buffer, begins = joined(folded)
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
        hashes *= MIX
        hashes ^= hashes >> np.uint64(29)
    if rate < 1:
        chosen = hashes < np.uint64(int(rate * 2**64))
        hashes, positions = hashes[chosen], positions[chosen]
        hashes *= MIX
        hashes ^= hashes >> np.uint64(32)
    counts = np.diff(np.append(np.searchsorted(positions, begins), len(positions)))
    return hashes, np.repeat(np.arange(len(folded)), counts)
