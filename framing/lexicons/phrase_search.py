"""Phrases among tokens: one at a time from the places of its rarest word, or many in one pass over all tokens."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, Protocol

import numpy as np

from framing.lexicons.compiled import Phrases
from framing.lexicons.patterns import Forms

# Phrases are dealt to eight marks. Of each word the lower half of its code holds the marks of phrases that can begin with
# it, the upper half those of phrases that can go on with it.
_N_MARKS = 8
# Tokens looked at in one go; what is made of them stays in the cache.
_STEP = 131_072
# Up to this number of cells a table is faster than a search.
_MOST_CELLS = 2**22


class Tokens(Protocol):
    """What matching needs of a token store (see `framing.annotate.tokens.TokenStore`)."""

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
    kinds = [tokens.forms.matching(word) for word in words]
    if not all(map(len, kinds)):
        return np.zeros(0, np.int32)
    begin, positions = tokens.postings
    # Start from the rarest word and look at its neighbours.
    sizes = [int((begin[kind + 1] - begin[kind]).sum()) for kind in kinds]
    anchor = sizes.index(min(sizes))
    first = np.sort(take_ranges(begin, positions, kinds[anchor])) - np.int32(anchor)
    first = first[first >= 0]
    first = first[tokens.part_ends[tokens.part_at(first)] - first >= len(kinds)]
    return first[_stand(kinds, first, tokens)]


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


def _stand(kinds: Sequence[np.ndarray], first: np.ndarray, tokens: Tokens) -> np.ndarray:
    """True where words stand in a row from a token on; whether all stand in the same part is not asked."""
    stands = np.ones(len(first), bool)
    for offset, kind in enumerate(kinds):
        left = np.flatnonzero(stands)
        here = types_at(np.minimum(first[left] + np.int32(offset), len(tokens.ids) - 1), tokens)
        stands[left] = here == kind[0] if len(kind) == 1 else np.isin(here, kind)
    return stands


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
    first, number : (H,) int32 and int64 array
        The first token, and which phrase it is; in the order of the text, then of the phrases.
    """
    mark = np.uint16(1) << (phrases.kind[:, 0] % _N_MARKS).astype(np.uint16)
    is_plain = (phrases.kind[:, :2] >= 0).all(axis=1)
    pairs = _Pairs(phrases.kind[is_plain, :2], tokens)
    wild = np.bitwise_or.reduce(mark[~is_plain])
    plain_rows, wild_rows = [(np.zeros(0, np.int32), np.zeros(0, np.int64))], [(np.zeros(0, np.int32), np.zeros(0, np.uint16))]
    for first, marks, one, two in _candidates(phrases, mark, tokens):
        at, which = pairs.find(one, two)
        plain_rows.append((first[at], which))
        if wild:
            at = np.flatnonzero(marks & wild)
            wild_rows.append((first[at], marks[at]))
    first, number = pairs.numbered(*map(np.concatenate, zip(*plain_rows, strict=True)))
    number = np.flatnonzero(is_plain)[number]
    if not wild:
        return first, number
    begun, marks = map(np.concatenate, zip(*wild_rows, strict=True))
    found = {n: begun[np.flatnonzero(marks & mark[n])] for n in np.flatnonzero(~is_plain).tolist()}
    found = {n: here[_stand(phrases.kinds(n)[:2], here, tokens)] for n, here in found.items()}
    first = np.concatenate([first, *found.values()])
    number = np.concatenate([number, np.repeat([*found], [len(here) for here in found.values()])])
    order = np.argsort(first * np.int64(len(phrases)) + number, kind="stable")
    return first[order], number[order]


def _candidates(phrases: Phrases, mark: np.ndarray, tokens: Tokens) -> Iterator[tuple[np.ndarray, ...]]:
    """
    Tokens at which some phrase may begin: all places where two words of one phrase follow each other, and a few more.

    Parameters
    ----------
    phrases : Phrases
    mark : (P,) uint16 array
        The same for phrases that begin alike, so that few marks meet by chance.
    tokens : Tokens

    Yields
    ------
    first, marks, one, two : (H,) arrays
        The token, the marks of the phrases that may begin there, its surface and that of the token behind it.
    """
    code = np.zeros(len(tokens.forms.words), np.uint16)
    for place, shift in ((0, np.uint16(0)), (1, np.uint16(_N_MARKS))):
        known = phrases.kind[:, place] >= 0
        np.bitwise_or.at(code, phrases.kind[known, place], mark[known] << shift)
        for (phrase, word), kinds in phrases.several.items():
            if word == place:
                code[kinds] |= mark[phrase] << shift
    of_surface = code[tokens.folded]
    # NumPy looks for few True among many False by a slower search; some more of them behind the end make it take the other.
    room = np.ones(_STEP + _STEP // 8, bool)
    for low in range(0, len(tokens.ids) - 1 if len(phrases) else 0, _STEP):
        here = tokens.ids[low : low + _STEP + 1]
        codes = of_surface.take(here)
        both = codes[1:] >> np.uint16(_N_MARKS)
        both &= codes[:-1]
        may = room[_STEP - len(both) :]
        np.not_equal(both, 0, out=may[: len(both)])
        at = np.flatnonzero(may)[: -(_STEP // 8)]
        yield (at + low).astype(np.int32), both[at], here.take(at), here.take(at + 1)


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
        self._numbers = np.argsort(which, kind="stable")
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

    def numbered(self, first: np.ndarray, which: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        """Tokens at which different pairs begin, once for each row of the pair, and the row."""
        if self._times.max() == 1:
            return first, self._numbers[which]
        n = self._times[which]
        row = np.arange(n.sum()) + np.repeat((np.cumsum(self._times) - self._times)[which] - (np.cumsum(n) - n), n)
        return np.repeat(first, n), self._numbers[row]
