"""
Numbers for the stretches between two spaces, found for a whole block of text at once.

Nearly all stretches fit into sixteen bytes, that is into two 64-bit numbers; a table with open addressing is searched with
array operations and compares both in full, so that no two stretches can be taken for one another. Longer ones, and a text that
holds zero bytes, go through a dictionary.
"""

from __future__ import annotations

import numpy as np

_SPACE = 32
_LOW_BYTES = np.array([0] + [2 ** (8 * n) - 1 for n in range(1, 9)], np.uint64)
# Odd numbers without structure; the result does not depend on them, only the number of collisions.
_MIX_1, _MIX_2 = np.uint64(0x9E3779B97F4A7C15), np.uint64(0xC2B2AE3D27D4EB4F)


class _Numbered(dict[bytes, int]):
    """Gives a new key the next number, and keeps a list of what was new."""

    def __init__(self) -> None:
        super().__init__()
        self.new: list[bytes] = []

    def __missing__(self, key: bytes) -> int:
        self.new.append(key)
        number = self[key] = len(self)
        return number


class StretchNumbers:
    """Gives each distinct stretch the next number when it is first seen."""

    def __init__(self) -> None:
        self._of = _Numbered()
        self._bits = 16
        self._slots = np.full(2**self._bits, -1, np.int32)
        self._keys = np.zeros((2, 1024), np.uint64)
        self._short = np.zeros(0, np.int32)

    def __len__(self) -> int:
        return len(self._of)

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
        bytes_ = np.frombuffer(data, np.uint8)
        spaces = np.flatnonzero(bytes_ == _SPACE)
        start = np.concatenate([[0], spaces + 1])
        size = np.append(spaces, len(data)) - start
        self._of.new.clear()
        if b"\x00" in data:
            numbers = np.full(len(start), -1, np.int32)
            self._look_up(data, start, size, np.arange(len(start)), numbers)
        else:
            numbers = self._search(data, start, size)
        return numbers, [stretch.decode("utf-8", "surrogatepass") for stretch in self._of.new]

    def _search(self, data: bytes, start: np.ndarray, size: np.ndarray) -> np.ndarray:
        # Sixteen bytes behind the end, so that every stretch can be read as two numbers.
        room = np.frombuffer(data + bytes(24), np.uint8)
        eights = np.ndarray((len(data) + 16,), "<u8", room, strides=(1,))
        one = eights[start] & _LOW_BYTES[np.minimum(size, 8)]
        two = np.zeros(len(start), np.uint64)
        wide = np.flatnonzero(size > 8)
        two[wide] = eights[start[wide] + 8] & _LOW_BYTES[np.minimum(size[wide] - 8, 8)]
        numbers = self._probe(one, two)
        long = np.flatnonzero(size > 16)
        numbers[long] = -1
        missing = np.flatnonzero(numbers < 0)
        if len(missing):
            known = len(self._of)
            self._look_up(data, start, size, missing, numbers)
            fresh = missing[numbers[missing] >= known]
            fresh = fresh[size[fresh] <= 16]
            _, first = np.unique(numbers[fresh], return_index=True)
            self._remember(numbers[fresh[first]], one[fresh[first]], two[fresh[first]])
        return numbers

    def _hash(self, one: np.ndarray, two: np.ndarray) -> np.ndarray:
        mixed = (one ^ (two * _MIX_2)) * _MIX_1
        return (mixed >> np.uint64(64 - self._bits)).astype(np.int64)

    def _probe(self, one: np.ndarray, two: np.ndarray) -> np.ndarray:
        """Numbers by key, -1 for keys that are not in the table."""
        slot = self._hash(one, two)
        numbers = self._slots[slot]
        wrong = np.flatnonzero((self._keys[0][numbers] != one) | (self._keys[1][numbers] != two) | (numbers < 0))
        wrong = wrong[numbers[wrong] >= 0]
        while len(wrong):
            slot[wrong] = (slot[wrong] + 1) & (len(self._slots) - 1)
            there = self._slots[slot[wrong]]
            numbers[wrong] = there
            bad = (there >= 0) & ((self._keys[0][there] != one[wrong]) | (self._keys[1][there] != two[wrong]))
            wrong = wrong[bad]
        return numbers

    def _look_up(self, data: bytes, start: np.ndarray, size: np.ndarray, which: np.ndarray, numbers: np.ndarray) -> None:
        places = zip(start[which].tolist(), (start[which] + size[which]).tolist(), strict=True)
        of = self._of
        numbers[which] = [of[data[low:high]] for low, high in places]

    def _remember(self, number: np.ndarray, one: np.ndarray, two: np.ndarray) -> None:
        """Put new keys into the table, which is rebuilt when a third of it is taken."""
        if not len(number):
            return
        highest = int(number.max()) + 1
        if highest > self._keys.shape[1]:
            room = np.zeros((2, max(highest, 2 * self._keys.shape[1])), np.uint64)
            room[:, : self._keys.shape[1]] = self._keys
            self._keys = room
        self._keys[0][number], self._keys[1][number] = one, two
        self._short = np.append(self._short, number.astype(np.int32))
        if 3 * len(self._short) > len(self._slots):
            self._bits += 2
            self._slots = np.full(2**self._bits, -1, np.int32)
            number = self._short
        slot = self._hash(self._keys[0][number], self._keys[1][number])
        while len(number):
            free = self._slots[slot] < 0
            self._slots[slot[free]] = number[free]
            # Of several that wanted one slot the last got it; the others move on.
            left = self._slots[slot] != number
            number, slot = number[left], (slot[left] + 1) & (len(self._slots) - 1)
