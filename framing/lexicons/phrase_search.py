"""Phrases among tokens: one at a time from the places of its rarest word, or many in one pass over all tokens."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Protocol

import numpy as np

from framing.lexicons.patterns import Forms

# Phrases are dealt to eight marks. Of each word the lower half of its code holds the marks of phrases that can begin with
# it, the upper half those of phrases that can go on with it.
_N_MARKS = 8
# Tokens looked at in one go; what is made of them stays in the cache.
_STEP = 32_768


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
    return first[_where(kinds, np.arange(len(first)), first, tokens, known=(anchor,))]


def find_phrases(phrases: Sequence[Sequence[str]], tokens: Tokens) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """
    The same for many phrases of two or more words at once, without knowing where each word stands.

    Parameters
    ----------
    phrases : sequence of sequence of str
        Words of each phrase, as in `find_phrase`.
    tokens : Tokens

    Returns
    -------
    first : (H,) int32 array
        First token of each match, sorted for each phrase, phrase by phrase.
    part : (H,) int array
        Twice the index of the document, and one more in its body.
    n : (P,) int array
        Matches of each phrase.
    """
    meant = {word: tokens.forms.matching(word) for word in {word for words in phrases for word in words}}
    kinds = [[meant[word] for word in words] for words in phrases]
    possible = [number for number, row in enumerate(kinds) if all(map(len, row))]
    places = [np.zeros(0, np.int64)] * len(phrases)
    first, marks, surfaces = _beginnings([kinds[number] for number in possible], tokens)
    part = tokens.part_at(first)
    room = tokens.part_ends[part] - first
    plain = [number for number in possible if len(kinds[number][0]) == len(kinds[number][1]) == 1]
    pairs = _by_pair([(int(kinds[n][0][0]), int(kinds[n][1][0])) for n in plain], surfaces, room > 1, tokens)
    begin_with = dict(zip(plain, pairs, strict=True))
    for number in possible:
        row, at = kinds[number], begin_with.get(number)
        if at is None:
            at = np.flatnonzero(marks & _mark(row))
            places[number] = _where(row, at[room[at] >= len(row)], first, tokens, known=())
        else:
            places[number] = at if len(row) == 2 else _where(row, at[room[at] >= len(row)], first, tokens, known=(0, 1))
    at = np.concatenate([np.zeros(0, np.int64), *places])
    return first[at], part[at], np.array([len(one) for one in places], np.int64)


def take_ranges(begin: np.ndarray, positions: np.ndarray, kinds: np.ndarray) -> np.ndarray:
    """The positions of several types, one after the other."""
    edges = begin.tolist()
    return np.concatenate([np.zeros(0, np.int32), *(positions[edges[kind] : edges[kind + 1]] for kind in kinds.tolist())])


def types_at(place: np.ndarray, tokens: Tokens) -> np.ndarray:
    """The types of some tokens."""
    return tokens.folded[tokens.ids[place]]


def _where(
    kinds: Sequence[np.ndarray], at: np.ndarray, first: np.ndarray, tokens: Tokens, *, known: tuple[int, ...]
) -> np.ndarray:
    """Those indices of places at which the words stand in a row; some of the words are known to stand there."""
    for offset, kind in enumerate(kinds):
        if offset not in known and len(at):
            here = types_at(first[at] + np.int32(offset), tokens)
            at = at[here == kind[0] if len(kind) == 1 else np.isin(here, kind)]
    return at


def _mark(kinds: Sequence[np.ndarray]) -> np.uint16:
    """The mark of a phrase: the same for phrases that begin alike, so that few marks meet by chance."""
    return np.uint16(1 << int(kinds[0][0]) % _N_MARKS)


def _beginnings(
    phrases: Sequence[Sequence[np.ndarray]], tokens: Tokens
) -> tuple[np.ndarray, np.ndarray, tuple[np.ndarray, np.ndarray]]:
    """
    Tokens at which some phrase may begin: all places where two words of one phrase follow each other, and a few more.

    Returns
    -------
    first : (H,) int32 array
        Sorted.
    marks : (H,) uint16 array
        Marks of the phrases that may begin there.
    surfaces : two (H,) int32 arrays
        The token itself and the one behind it.
    """
    code = np.zeros(len(tokens.forms.words), np.uint16)
    rows: list[tuple[np.ndarray, ...]] = [(np.zeros(0, np.int32), np.zeros(0, np.uint16), *[np.zeros(0, np.int32)] * 2)]
    for offset, shift in ((0, 0), (1, _N_MARKS)):
        marks = np.array([_mark(row) << np.uint16(shift) for row in phrases], np.uint16)
        kinds = [row[offset] for row in phrases]
        np.bitwise_or.at(code, np.concatenate([np.zeros(0, np.int64), *kinds]), np.repeat(marks, [len(kind) for kind in kinds]))
    of_surface = code[tokens.folded]
    for low in range(0, len(tokens.ids) - 1 if phrases else 0, _STEP):
        here = tokens.ids[low : low + _STEP + 1]
        codes = of_surface.take(here)
        both = codes[1:] >> np.uint16(_N_MARKS)
        both &= codes[:-1]
        # Looking for True is faster than looking for what is not zero.
        at = np.flatnonzero(both != 0)
        rows.append(((at + low).astype(np.int32), both[at], here[at], here[at + 1]))
    first, marks, one, two = (np.concatenate(column) for column in zip(*rows, strict=True))
    return first, marks, (one, two)


def _by_pair(
    pairs: Sequence[tuple[int, int]], surfaces: tuple[np.ndarray, np.ndarray], use: np.ndarray, tokens: Tokens
) -> list[np.ndarray]:
    """For each pair of types, the indices of those places in use at which they follow each other."""
    if not pairs:
        return []
    # A small table tells which pair it is, once each word has its number among first and among second words; 0 is no pair.
    columns = [np.unique(column, return_inverse=True) for column in np.array(pairs, np.int64).T]
    row, column = (inverse + 1 for _, inverse in columns)
    table = np.zeros([len(kinds) + 1 for kinds, _ in columns], np.uint16 if len(pairs) < 2**16 else np.int64)
    table[row, column] = np.arange(1, len(pairs) + 1)
    here = []
    for (kinds, _), surface in zip(columns, surfaces, strict=True):
        number = np.zeros(len(tokens.forms.words), np.int32)
        number[kinds] = np.arange(1, len(kinds) + 1)
        here.append(number[tokens.folded][surface])
    pair = table[here[0], here[1]]
    pair[~use] = 0
    # Small numbers are sorted by counting, and equal ones stay in the order of the text.
    edges = np.cumsum(np.bincount(pair, minlength=len(pairs) + 1)).tolist()
    order = np.argsort(pair, kind="stable")
    # The same pair may be asked for twice (in two categories, or as beginning of longer phrases).
    return [order[edges[n - 1] : edges[n]] for n in table[row, column].tolist()]
