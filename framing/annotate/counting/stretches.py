"""
Numbers for the stretches between two spaces, found for a whole block of text at once.

Nearly all stretches fit into sixteen bytes, that is into two 64-bit numbers; a table with open addressing is searched with
array operations and compares both in full, so that no two stretches can be taken for one another. Longer ones, and a text that
holds zero bytes, go through a dictionary.
"""

from __future__ import annotations

import numpy as np

_SPACE = 32
# Stands for the number of a stretch that goes through the dictionary.
_LATER = -2
_LOW_BYTES = np.array([0] + [2 ** (8 * n) - 1 for n in range(1, 9)], np.uint64)
# Odd numbers without structure; the result does not depend on them, only the number of collisions.
_MIX_1, _MIX_2 = np.uint64(0x9E3779B97F4A7C15), np.uint64(0xC2B2AE3D27D4EB4F)


class StretchNumbers:
    """Gives each distinct stretch the next number when it is first seen."""

    def __init__(self) -> None:
        self._n = 0
        self._bits = 16
        self._slots = np.full(2**self._bits, -1, np.int32)
        self._keys = np.zeros((2, 1024), np.uint64)
        self._short: list[np.ndarray] = []
        self._n_short = 0
        self._long: dict[bytes, int] = {}

    def __len__(self) -> int:
        return self._n

    def numbers(self, text: str) -> tuple[np.ndarray, list[str]]:
        """
        The number of each stretch of a text, in order, and the stretches seen for the first time.

        Examples
        --------
        >>> numbers, new = StretchNumbers().numbers("a rose is a rose")
        >>> numbers.tolist(), new
        ([0, 1, 2, 0, 1], ['a', 'rose', 'is'])
        """
        data = text.encode("utf-8", "surrogatepass")
        spaces = np.flatnonzero(np.frombuffer(data, np.uint8) == _SPACE).astype(np.int32)
        start = np.concatenate([np.zeros(1, np.int32), spaces + np.int32(1)])
        size = np.append(spaces, np.int32(len(data))) - start
        # A zero byte cannot be told from the room behind a short stretch, so such a text goes through the dictionary.
        longest = -1 if b"\x00" in data else 16
        numbers = np.full(len(start), -1, np.int32)
        short = self._find_short(data, start, size, numbers) if longest > 0 else None
        long = self._find_long(data, start, size, np.flatnonzero(size > longest), numbers)
        return numbers, self._number(data, start, size, numbers, short, long)

    def _find_short(
        self, data: bytes, start: np.ndarray, size: np.ndarray, numbers: np.ndarray
    ) -> tuple[np.ndarray, np.ndarray]:
        """Fill in the numbers of known stretches of at most sixteen bytes; the keys of all."""
        # Room behind the end, so that every stretch can be read as two numbers.
        room = np.frombuffer(data + bytes(24), np.uint8)
        eights = np.ndarray((len(data) + 16,), "<u8", room, strides=(1,))
        one = eights[start]
        one &= _LOW_BYTES[np.minimum(size, 8)]
        two = np.zeros(len(start), np.uint64)
        wide = np.flatnonzero(size > 8)
        two[wide] = eights[start[wide] + 8] & _LOW_BYTES[np.clip(size[wide] - 8, 0, 8)]
        self._probe(one, two, numbers)
        numbers[size > 16] = _LATER
        return one, two

    def _find_long(
        self, data: bytes, start: np.ndarray, size: np.ndarray, which: np.ndarray, numbers: np.ndarray
    ) -> dict[bytes, list[int]]:
        """Fill in the numbers of known long stretches; where each of the others stands."""
        unknown: dict[bytes, list[int]] = {}
        for i in which.tolist():
            stretch = data[start[i] : start[i] + size[i]]
            if stretch in self._long:
                numbers[i] = self._long[stretch]
            else:
                numbers[i] = _LATER
                unknown.setdefault(stretch, []).append(i)
        return unknown

    def _number(
        self,
        data: bytes,
        start: np.ndarray,
        size: np.ndarray,
        numbers: np.ndarray,
        short: tuple[np.ndarray, np.ndarray] | None,
        long: dict[bytes, list[int]],
    ) -> list[str]:
        """Number what is new, in order of first occurrence."""
        missing = np.flatnonzero(numbers == -1)
        first, which = np.zeros(0, np.int64), missing
        if short is not None and len(missing):
            first, which = _distinct(short[0][missing], short[1][missing])
        fresh = np.concatenate([missing[first], np.array([places[0] for places in long.values()], np.int64)])
        order = np.argsort(fresh)
        number = np.empty(len(fresh), np.int32)
        number[order] = np.arange(self._n, self._n + len(fresh), dtype=np.int32)
        self._n += len(fresh)
        if short is not None and len(missing):
            own = number[: len(first)]
            numbers[missing] = own[which]
            self._remember(own, short[0][missing[first]], short[1][missing[first]])
        for (stretch, places), one in zip(long.items(), number[len(first) :].tolist(), strict=True):
            numbers[places] = self._long[stretch] = one
        fresh = fresh[order]
        edges = zip(start[fresh].tolist(), (start[fresh] + size[fresh]).tolist(), strict=True)
        new = b" ".join([data[low:high] for low, high in edges])
        return new.decode("utf-8", "surrogatepass").split(" ") if len(fresh) else []

    def _hash(self, one: np.ndarray, two: np.ndarray) -> np.ndarray:
        mixed = two * _MIX_2
        mixed ^= one
        mixed *= _MIX_1
        mixed >>= np.uint64(64 - self._bits)
        return mixed.view(np.int64)

    def _probe(self, one: np.ndarray, two: np.ndarray, numbers: np.ndarray) -> None:
        """Fill in the numbers of the keys that are in the table, -1 for others."""
        slot = self._hash(one, two)
        numbers[:] = self._slots[slot]
        wrong = self._keys[0][numbers] != one
        wrong |= self._keys[1][numbers] != two
        wrong &= numbers >= 0
        left = np.flatnonzero(wrong)
        while len(left):
            slot[left] = (slot[left] + 1) & (len(self._slots) - 1)
            there = self._slots[slot[left]]
            numbers[left] = there
            left = left[(there >= 0) & ((self._keys[0][there] != one[left]) | (self._keys[1][there] != two[left]))]

    def _remember(self, number: np.ndarray, one: np.ndarray, two: np.ndarray) -> None:
        """Put new keys into the table, which is rebuilt when a third of it is taken."""
        if self._n > self._keys.shape[1]:
            room = np.zeros((2, 2 * self._n), np.uint64)
            room[:, : self._keys.shape[1]] = self._keys
            self._keys = room
        self._keys[0][number], self._keys[1][number] = one, two
        self._short.append(number)
        self._n_short += len(number)
        if 3 * self._n_short > len(self._slots):
            self._bits = max(self._bits + 2, (3 * self._n_short).bit_length())
            self._slots = np.full(2**self._bits, -1, np.int32)
            number = np.concatenate(self._short)
        slot = self._hash(self._keys[0][number], self._keys[1][number])
        while len(number):
            free = self._slots[slot] < 0
            self._slots[slot[free]] = number[free]
            # Of several that wanted one slot the last got it; the others move on.
            left = self._slots[slot] != number
            number, slot = number[left], (slot[left] + 1) & (len(self._slots) - 1)


def _distinct(one: np.ndarray, two: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Index of the first of each distinct pair, in order of first occurrence, and which of them each pair is."""
    order = np.lexsort((one, two))
    begins = np.ones(len(order), bool)
    begins[1:] = (one[order][1:] != one[order][:-1]) | (two[order][1:] != two[order][:-1])
    first = order[begins]
    by_occurrence = np.argsort(first)
    rank = np.empty(len(first), np.int64)
    rank[by_occurrence] = np.arange(len(first))
    which = np.empty(len(order), np.int64)
    which[order] = rank[np.cumsum(begins) - 1]
    return first[by_occurrence], which
