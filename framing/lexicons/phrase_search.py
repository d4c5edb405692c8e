"""Phrases among tokens: one from the places of its rarest word, or many in one pass over all tokens."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, Protocol

import numpy as np

from framing.lexicons.compiled import Phrases
from framing.lexicons.patterns import Forms

# Pairs of words are dealt to eight marks. Of each word the lower half of its code holds the marks of pairs that can begin
# with it, the upper half those of pairs that can end with it.
_N_MARKS = 8
# A phrase that may begin with more pairs than this ("* law") is looked for by its rarest word.
_MOST_PAIRS = 1000
# Tokens looked at in one go; what is made of them stays in the cache.
_STEP = 65_536
# Up to this number of cells a table is faster than a search.
_MOST_CELLS = 2**22


class Tokens(Protocol):
    """What matching needs of a token store (see `framing.annotate.counting.tokens.TokenStore`)."""

    @property
    def ids(self) -> np.ndarray: ...
    @property
    def folded(self) -> np.ndarray: ...
    @property
    def postings(self) -> tuple[np.ndarray, np.ndarray]: ...
    @property
    def sentence(self) -> np.ndarray: ...
    @property
    def forms(self) -> Forms: ...
    @property
    def part_ends(self) -> np.ndarray: ...
    def part_at(self, token: np.ndarray) -> np.ndarray: ...
    def cased(self) -> Any: ...


def find_phrase(words: tuple[str, ...], tokens: Tokens) -> np.ndarray:
    """
    First tokens of the places where words stand in a row within one part (headline or body) of a document.

    Parameters
    ----------
    words : tuple of str
        Folded, wildcards allowed; a single `*` stands for any one word.
    tokens : Tokens

    Returns
    -------
    (H,) int array
        Sorted.
    """
    return _by_rarest([tokens.forms.matching(word) for word in words], tokens)


def _by_rarest(kinds: Sequence[np.ndarray], tokens: Tokens) -> np.ndarray:
    """Where words stand in a row, from the places of the rarest of them; for each word the types it may be."""
    if not all(map(len, kinds)):
        return np.zeros(0, np.int32)
    begin, positions = tokens.postings
    sizes = [int((begin[kind + 1] - begin[kind]).sum()) for kind in kinds]
    anchor = sizes.index(min(sizes))
    first = np.sort(take_ranges(begin, positions, kinds[anchor])) - np.int32(anchor)
    first = first[first >= 0]
    first = first[tokens.part_ends[tokens.part_at(first)] - first >= len(kinds)]
    for offset in np.argsort(sizes, kind="stable")[1:].tolist():
        here = types_at(first + np.int32(offset), tokens)
        first = first[here == kinds[offset][0] if len(kinds[offset]) == 1 else np.isin(here, kinds[offset])]
    return first


def find_phrases(phrases: Phrases, tokens: Tokens) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """
    The same for many phrases of two or more words at once, without knowing where each word stands.

    Parameters
    ----------
    phrases : Phrases
    tokens : Tokens

    Returns
    -------
    first : (H,) int32 array
        First token of each match, in the order of the text, then of the phrases.
    part : (H,) int array
        Twice the index of the document, and one more in its body.
    number : (H,) int array
        Which phrase it is.
    """
    first, number = _beginnings(phrases, tokens)
    stands = phrases.length[number] == 2
    long = np.flatnonzero(~stands)
    stands[long] = _go_on(phrases, number[long], first[long], tokens)
    n_of_part = np.diff(np.searchsorted(first, tokens.part_ends), prepend=0)
    stands &= first + phrases.length[number] <= np.repeat(tokens.part_ends, n_of_part)
    return first[stands], np.repeat(np.arange(len(n_of_part)), n_of_part)[stands], number[stands]


def take_ranges(begin: np.ndarray, positions: np.ndarray, kinds: np.ndarray) -> np.ndarray:
    """The positions of several types, one after the other."""
    edges = begin.tolist()
    return np.concatenate([np.zeros(0, np.int32), *(positions[edges[kind] : edges[kind + 1]] for kind in kinds.tolist())])


def types_at(place: np.ndarray, tokens: Tokens) -> np.ndarray:
    """The types of some tokens."""
    return tokens.folded[tokens.ids[place]]


def _go_on(phrases: Phrases, number: np.ndarray, first: np.ndarray, tokens: Tokens) -> np.ndarray:
    """True where the third and further words of phrases stand, too; whether in the same part is not asked."""
    stands = np.ones(len(first), bool)
    for place in range(2, phrases.kind.shape[1]):
        here = types_at(np.minimum(first + np.int32(place), len(tokens.ids) - 1), tokens)
        wanted = phrases.kind[number, place]
        stands &= (here == wanted) | (wanted < 0)
        for (phrase, word), kinds in phrases.several.items():
            if word == place:
                own = np.flatnonzero(number == phrase)
                stands[own] &= np.isin(here[own], kinds)
    return stands


def _beginnings(phrases: Phrases, tokens: Tokens) -> tuple[np.ndarray, np.ndarray]:
    """
    Where the first two words of a phrase follow each other.

    Returns
    -------
    first, number : (H,) int32 array
        The first token, and which phrase it is; in the order of the text, then of the phrases.
    """
    types, number, apart = _as_pairs(phrases)
    pairs = _Pairs(types, tokens)
    rows = [(np.zeros(0, np.int32), np.zeros(0, np.int64))]
    for first, one, two in _candidates(types, tokens):
        at, which = pairs.find(one, two)
        rows.append((first[at], which))
    first, row = pairs.each(*map(np.concatenate, zip(*rows, strict=True)))
    number = number[row]
    if not apart:
        return first, number
    found = [_by_rarest(phrases.kinds(n), tokens) for n in apart]
    first = np.concatenate([first, *found])
    number = np.concatenate([number, np.repeat(np.array(apart, np.int32), [len(places) for places in found])])
    order = np.argsort(first * np.int64(len(phrases)) + number, kind="stable")
    return first[order], number[order]


def _as_pairs(phrases: Phrases) -> tuple[np.ndarray, np.ndarray, list[int]]:
    """Every pair of types with which a phrase may begin, (P, 2), its phrase, and the phrases with too many pairs."""
    plain = (phrases.kind[:, :2] >= 0).all(axis=1)
    pairs, numbers, apart = [phrases.kind[plain, :2]], [np.flatnonzero(plain).astype(np.int32)], []
    for n in np.flatnonzero(~plain).tolist():
        one, two = phrases.kinds(n)[:2]
        if len(one) * len(two) > _MOST_PAIRS:
            apart.append(n)
        else:
            pairs.append(np.stack([np.repeat(one, len(two)), np.tile(two, len(one))], axis=1))
            numbers.append(np.full(len(one) * len(two), n, np.int32))
    number = np.concatenate(numbers)
    order = np.argsort(number, kind="stable")
    return np.concatenate(pairs)[order], number[order], apart


def _candidates(pairs: np.ndarray, tokens: Tokens) -> Iterator[tuple[np.ndarray, ...]]:
    """
    Tokens at which some pair may begin: all places where the types of one follow each other, and a few more.

    Yields
    ------
    first, one, two : (H,) int32 arrays
        The token, its surface and that of the token behind it.
    """
    code = np.zeros(len(tokens.forms.words), np.uint16)
    # The same mark for pairs that begin alike, so that few marks meet by chance.
    mark = np.uint16(1) << (pairs[:, 0] % _N_MARKS).astype(np.uint16)
    np.bitwise_or.at(code, pairs[:, 0], mark)
    np.bitwise_or.at(code, pairs[:, 1], mark << np.uint16(_N_MARKS))
    of_surface = code[tokens.folded]
    # NumPy looks for few True among many False by a slower search; some more of them behind the end make it take the other.
    room = np.ones(_STEP + _STEP // 8, bool)
    for low in range(0, len(tokens.ids) - 1 if len(pairs) else 0, _STEP):
        here = tokens.ids[low : low + _STEP + 1]
        # Every number is one of a surface: asking whether it is one would cost a tenth of the time.
        codes = of_surface.take(here, mode="clip")
        both = codes[1:] >> np.uint16(_N_MARKS)
        both &= codes[:-1]
        may = room[_STEP - len(both) :]
        np.not_equal(both, 0, out=may[: len(both)])
        at = np.flatnonzero(may)[: -(_STEP // 8)]
        yield (at + low).astype(np.int32), here.take(at), here.take(at + 1)


class _Pairs:
    """Pairs of types that are looked for among surfaces."""

    def __init__(self, pairs: np.ndarray, tokens: Tokens) -> None:
        columns = [np.unique(column, return_inverse=True) for column in pairs.T]
        width = len(columns[1][0]) + 1
        # Each word has its number among first and among second words; both together are a cell, 0 is no word.
        self._share = []
        for (kinds, _), step in zip(columns, (width, 1), strict=True):
            share = np.zeros(len(tokens.forms.words), np.int64)
            share[kinds] = np.arange(1, len(kinds) + 1) * step
            self._share.append(share[tokens.folded])
        self._cells, which = np.unique((columns[0][1] + 1) * width + columns[1][1] + 1, return_inverse=True)
        # The same pair may be asked for twice (in two categories, or as beginning of longer phrases).
        self._times = np.bincount(which, minlength=1)
        self._rows = np.argsort(which, kind="stable").astype(np.int32)
        n_cells = (len(columns[0][0]) + 1) * width
        self._table = np.zeros(n_cells if n_cells <= _MOST_CELLS else 0, np.uint16 if len(pairs) < 2**16 else np.int64)
        if len(self._table):
            self._table[self._cells] = np.arange(1, len(self._cells) + 1)

    def find(self, one: np.ndarray, two: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        """Where two surfaces are a pair, and which of the different pairs."""
        cell = self._share[0].take(one)
        cell += self._share[1].take(two)
        if len(self._table):
            index = self._table.take(cell)
            at = np.flatnonzero(index != 0)
            return at, index[at] - 1
        index = np.minimum(np.searchsorted(self._cells, cell), len(self._cells) - 1)
        at = np.flatnonzero(self._cells[index] == cell)
        return at, index[at]

    def each(self, first: np.ndarray, which: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        """Tokens at which different pairs begin, once for each row of the pair, and the row."""
        if self._times.max() == 1:
            return first, self._rows[which]
        n = self._times[which]
        row = np.arange(n.sum()) + np.repeat((np.cumsum(self._times) - self._times)[which] - (np.cumsum(n) - n), n)
        return np.repeat(first, n), self._rows[row]
