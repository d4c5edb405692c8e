"""Arrays that grow at the end."""

from __future__ import annotations

import numpy as np


class Column:
    """An array that grows by copying, so that what was handed out stays as it was."""

    def __init__(self, dtype: type) -> None:
        self._room: np.ndarray = np.zeros(1024, dtype)
        self._used = 0

    def extend(self, values: np.ndarray | list[int]) -> None:
        """Append values."""
        end = self._used + len(values)
        if end > len(self._room):
            room = np.zeros(max(end, 2 * len(self._room)), self._room.dtype)
            room[: self._used] = self._room[: self._used]
            self._room = room
        self._room[self._used : end] = values
        self._used = end

    @property
    def array(self) -> np.ndarray:
        """What was appended so far."""
        return self._room[: self._used]


class LongColumn:
    """A long array that grows in place and is handed out once, when it is complete: no moment needs it twice in memory."""

    def __init__(self, dtype: type) -> None:
        self._room: np.ndarray = np.zeros(1024, dtype)
        self._used = 0

    def extend(self, values: np.ndarray) -> None:
        """Append values."""
        end = self._used + len(values)
        if end > len(self._room):
            self._room.resize(max(end, len(self._room) + len(self._room) // 4), refcheck=False)
        self._room[self._used : end] = values
        self._used = end

    def finish(self) -> np.ndarray:
        """
        The array; the column is empty afterwards.

        Examples
        --------
        >>> column = LongColumn(np.int32)
        >>> column.extend(np.array([3, 1]))
        >>> column.finish()
        array([3, 1], dtype=int32)
        """
        done, self._room = self._room, np.zeros(0, self._room.dtype)
        done.resize(self._used, refcheck=False)
        self._used = 0
        return done
