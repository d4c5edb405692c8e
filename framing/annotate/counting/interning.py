"""
From text to numbers: each distinct stretch between two spaces is looked at once.

A corpus of millions of words has only some hundred thousand different stretches between spaces ("people", "people,",
"(people"). The pattern of `framing.corpus.words` runs once on each of them; since no token contains a space, the result is
that of running it on the whole text. What is left per word is a table lookup.
"""

from __future__ import annotations

import re
from operator import itemgetter

import numpy as np

from framing.annotate.counting.columns import Column
from framing.annotate.counting.stretches import StretchNumbers
from framing.corpus.words import (
    DOT,
    HARD,
    HARD_BEFORE,
    OPENER,
    PATTERN_WITHOUT_ADDRESSES,
    SOFT,
    STARTER,
    TOKEN_PATTERN,
    WEAK,
    flags_before,
    flags_behind,
    flags_of_word,
    has_addresses,
)

_TOKENS_AND_GAPS = re.compile(f"({TOKEN_PATTERN})")
_WORDS_AND_GAPS = re.compile(f"({PATTERN_WITHOUT_ADDRESSES})")


class Vocabulary(dict[str, int]):
    """Surfaces and their numbers, in the order in which they first occur; with what each says about sentences."""

    def __init__(self) -> None:
        super().__init__()
        self._before = Column(np.uint8)
        self._dot = Column(np.uint8)
        self._new: list[str] = []

    def __missing__(self, surface: str) -> int:
        number = self[surface] = len(self)
        self._new.append(surface)
        return number

    def flags(self, ids: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        """The two flags of `flags_of_word` of some surfaces."""
        if self._new:
            both = [flags_of_word(surface) for surface in self._new]
            self._before.extend([before for before, _ in both])
            self._dot.extend([dot for _, dot in both])
            self._new.clear()
        return self._before.array[ids], self._dot.array[ids]


class _Gaps(dict[str, int]):
    """What stands between two tokens, each kind looked at once: flags behind the one and before the other."""

    def __init__(self) -> None:
        super().__init__()
        self.behind: list[int] = []
        self.before: list[int] = []

    def __missing__(self, gap: str) -> int:
        tail, space, rest = gap.partition(" ")
        lead = rest.rpartition(" ")[2] if space else gap
        self.behind.append(flags_behind(tail, inside=not space))
        self.before.append(flags_before(lead))
        number = self[gap] = len(self)
        return number


class Stretches:
    """
    Distinct stretches between spaces, each with its tokens.

    Attributes
    ----------
    length : (C,) int32 array
        Characters of each stretch.
    first, n : (C,) int32 array
        Where its tokens begin in the arrays below, and how many there are.
    loose : (C,) uint8 array
        Flags of a stretch without tokens; they belong to the token before it.
    surface, start : (T,) int32 array
        Number of the surface of each token, and where it begins within the stretch.
    flags : (T,) uint8 array
        Sentence flags, see `framing.corpus.words`.
    """

    def __init__(self, vocabulary: Vocabulary) -> None:
        self.vocabulary = vocabulary
        self._numbers = StretchNumbers()
        self._gaps = _Gaps()
        self._columns = {name: Column(np.int32) for name in ("length", "first", "n", "surface", "start")}
        self._columns |= {name: Column(np.uint8) for name in ("loose", "flags")}

    def __len__(self) -> int:
        return len(self._numbers)

    def numbers(self, text: str) -> np.ndarray:
        """The number of each stretch of a text, in order."""
        numbers, new = self._numbers.numbers(text)
        if new:
            self._look_at(new)
        return numbers

    def __getattr__(self, name: str) -> np.ndarray:
        try:
            return self.__dict__["_columns"][name].array
        except KeyError:
            raise AttributeError(name) from None

    def _look_at(self, new: list[str]) -> None:
        """Run the pattern over new stretches, all in one go with spaces between them."""
        # The last one, too, needs a space behind it, or its full stop would seem to stand inside a word.
        joined = " ".join(new) + " "
        parts = (_TOKENS_AND_GAPS if has_addresses(joined) else _WORDS_AND_GAPS).split(joined)
        gaps, tokens = parts[0::2], parts[1::2]
        length = np.fromiter(map(len, new), np.int64, len(new))
        place = np.cumsum(length + 1) - (length + 1)
        sizes = np.fromiter(map(len, parts), np.int64, len(parts))
        end = np.cumsum(sizes)[1::2]
        start = end - sizes[1::2]
        first = np.searchsorted(start, place)
        n = np.diff(np.append(first, len(start)))
        surface = _numbers_of(tokens, self.vocabulary)
        columns = {"length": length, "first": first + len(self.surface), "n": n, "loose": self._loose(new, n)}
        columns |= {"surface": surface, "start": start - np.repeat(place, n), "flags": self._flags(surface, gaps)}
        for name, values in columns.items():
            self._columns[name].extend(values)

    def _flags(self, surface: np.ndarray, gaps: list[str]) -> np.ndarray:
        gap = _numbers_of(gaps, self._gaps)
        before, dot = self.vocabulary.flags(surface)
        behind = np.array(self._gaps.behind, np.uint8)[gap[1:]]
        return np.where(behind == DOT, dot, behind) | before | np.array(self._gaps.before, np.uint8)[gap[:-1]]

    def _loose(self, new: list[str], n: np.ndarray) -> np.ndarray:
        loose = np.zeros(len(new), np.uint8)
        for i in np.flatnonzero(n == 0).tolist():
            mark = flags_behind(new[i])
            loose[i] = SOFT if mark == DOT else mark
        return loose


def _numbers_of(words: list[str], table: dict[str, int]) -> np.ndarray:
    """The number of each word in a table that makes new ones."""
    if len(words) < 2:
        return np.array([table[word] for word in words], np.int32)
    return np.fromiter(itemgetter(*words)(table), np.int32, len(words))


def sentence_begins(flags: np.ndarray) -> np.ndarray:
    """
    Where a new sentence begins, from the flags of consecutive tokens.

    Parameters
    ----------
    flags : (N,) uint8 array

    Returns
    -------
    (N,) bool array
        The first is False.
    """
    begins = np.zeros(len(flags), bool)
    behind, before = flags[:-1], flags[1:]
    # Shifting lines up the bit of the mark behind a token with the bit of the token that follows.
    plain = (behind & SOFT != 0) & (before & OPENER != 0)
    weak = (behind & WEAK != 0) & (before & STARTER != 0)
    begins[1:] = plain | weak | (behind & HARD != 0) | (before & HARD_BEFORE != 0)
    return begins
