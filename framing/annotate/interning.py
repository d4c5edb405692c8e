"""
From text to numbers: each distinct stretch between two spaces is looked at once.

A corpus of millions of words has only some hundred thousand different stretches between spaces ("people", "people,",
"(people"). The pattern of `framing.corpus.words` runs once on each of them; since no token contains a space, the result is
that of running it on the whole text. What is left per word is a table lookup.
"""

from __future__ import annotations

from operator import itemgetter

import numpy as np

from framing.corpus.words import (
    EDGE,
    HARD,
    HARD_BEFORE,
    OPENER,
    SOFT,
    STARTER,
    TOKEN,
    WEAK,
    flags_before,
    flags_behind,
)

_WIDE_STOPS = frozenset("\u3002\uff01\uff1f")


class Vocabulary(dict[str, int]):
    """Surfaces and their numbers, in the order in which they first occur."""

    def __missing__(self, surface: str) -> int:
        number = self[surface] = len(self)
        return number


class _Column:
    """An array that grows at the end."""

    def __init__(self, dtype: type) -> None:
        self._room: np.ndarray = np.zeros(1024, dtype)
        self._used = 0

    def extend(self, values: list[int]) -> None:
        end = self._used + len(values)
        if end > len(self._room):
            room = np.zeros(max(end, 2 * len(self._room)), self._room.dtype)
            room[: self._used] = self._room[: self._used]
            self._room = room
        self._room[self._used : end] = values
        self._used = end

    @property
    def array(self) -> np.ndarray:
        return self._room[: self._used]


class Stretches(dict[str, bytes]):
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
    surface, start, end : (T,) int32 array
        Number of the surface and its offsets within the stretch.
    flags : (T,) uint8 array
        Sentence flags, see `framing.corpus.words`.
    """

    def __init__(self, vocabulary: Vocabulary) -> None:
        super().__init__()
        self.vocabulary = vocabulary
        self._new: list[str] = []
        self._columns = {name: _Column(np.int32) for name in ("length", "first", "n", "surface", "start", "end")}
        self._columns |= {name: _Column(np.uint8) for name in ("loose", "flags")}

    def __missing__(self, stretch: str) -> bytes:
        number = self[stretch] = len(self).to_bytes(4, "little")
        self._new.append(stretch)
        return number

    def numbers(self, text: str) -> np.ndarray:
        """The number of each stretch of a text, in order."""
        pieces = text.split(" ")
        found = itemgetter(*pieces)(self) if len(pieces) > 1 else (self[pieces[0]],)
        numbers = np.frombuffer(b"".join(found), "<i4")
        self._look_at_new()
        return numbers

    def __getattr__(self, name: str) -> np.ndarray:
        try:
            return self.__dict__["_columns"][name].array
        except KeyError:
            raise AttributeError(name) from None

    def _look_at_new(self) -> None:
        rows: dict[str, list[int]] = {name: [] for name in self._columns}
        first = self._columns["surface"]._used
        for stretch in self._new:
            tokens = _tokens(stretch)
            rows["length"].append(len(stretch))
            rows["first"].append(first)
            rows["n"].append(len(tokens))
            rows["loose"].append(0 if tokens else flags_behind("", stretch))
            first += len(tokens)
            for start, end, flags in tokens:
                rows["surface"].append(self.vocabulary[stretch[start:end]])
                rows["start"].append(start)
                rows["end"].append(end)
                rows["flags"].append(flags)
        for name, values in rows.items():
            self._columns[name].extend(values)
        self._new.clear()


def _tokens(stretch: str) -> list[tuple[int, int, int]]:
    """Start, end and flags of the tokens of one stretch."""
    core = stretch.strip(EDGE)
    if core.isalpha():
        # Letters with punctuation around them: one token, without asking the pattern.
        start = stretch.index(core)
        spans = [(start, start + len(core))]
    elif not core:
        return []
    else:
        spans = [match.span() for match in TOKEN.finditer(stretch)]
    return [(start, end, _flags(stretch, spans, i)) for i, (start, end) in enumerate(spans)]


def _flags(stretch: str, spans: list[tuple[int, int]], i: int) -> int:
    start, end = spans[i]
    word = stretch[start:end]
    lead = stretch[spans[i - 1][1] if i else 0 : start]
    last = i + 1 == len(spans)
    tail = stretch[end:] if last else stretch[end : spans[i + 1][0]]
    behind = flags_behind(word, tail)
    if not last and behind in (SOFT, WEAK) and _WIDE_STOPS.isdisjoint(tail) and not any(map(str.isspace, tail)):
        behind = 0  # "framing.results": a full stop without white space ends nothing
    return behind | flags_before(word, lead)


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
