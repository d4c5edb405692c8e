"""Which of several overlapping matches count."""

from __future__ import annotations

import numpy as np


def longest(token: np.ndarray, length: np.ndarray, group: np.ndarray | None) -> np.ndarray:
    """
    True for the matches that stay when overlapping ones of a group compete: the longest wins, then the leftmost.

    With no groups all compete with all, and matches of the same tokens stay together.
    """
    keep = np.ones(len(token), bool)
    groups = [np.arange(len(token))]
    if group is not None:
        groups = [np.flatnonzero(group == one) for one in np.flatnonzero(np.bincount(group))]
    for which in groups:
        claimed = tokens_of(token[which], length[which])
        in_order = np.sort(claimed)
        fought = in_order[1:][in_order[1:] == in_order[:-1]]
        if len(fought):
            rivals = np.unique(np.repeat(which, length[which])[np.isin(claimed, fought)])
            keep[_losers(rivals, token, length, together=group is None)] = False
    return keep


def _losers(rivals: np.ndarray, token: np.ndarray, length: np.ndarray, *, together: bool) -> list[int]:
    """Which of some overlapping matches lose."""
    taken: dict[int, tuple[int, int]] = {}
    lost = []
    for i in rivals[np.lexsort((token[rivals], -length[rivals]))].tolist():
        span = (int(token[i]), int(token[i] + length[i]))
        holders = {taken[t] for t in range(*span) if t in taken}
        if holders and not (together and holders == {span}):
            lost.append(i)
        else:
            taken.update(dict.fromkeys(range(*span), span))
    return lost


def tokens_of(first: np.ndarray, length: np.ndarray) -> np.ndarray:
    """Every token of each match."""
    ends = np.cumsum(length, dtype=np.int32)
    return np.repeat(first - (ends - length), length) + np.arange(ends[-1] if len(ends) else 0, dtype=np.int32)
