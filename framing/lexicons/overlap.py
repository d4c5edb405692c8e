"""Which of several overlapping matches count."""

from __future__ import annotations

import numpy as np


def longest(token: np.ndarray, length: np.ndarray, group: np.ndarray | None) -> np.ndarray:
    """
    True for the matches that stay when overlapping ones of a group compete: the longest wins, then the leftmost.

    With no groups all compete with all, and matches of the same tokens stay together.
    """
    keep = np.ones(len(token), bool)
    order = np.argsort(token, kind="stable")
    begin = token[order].astype(np.int64)
    if group is not None and len(token):
        # Small numbers are sorted by counting. Groups are laid out one behind the other, so that no two of them meet.
        by_group = np.argsort(group[order].astype(np.min_scalar_type(group.max())), kind="stable")
        order = order[by_group]
        begin = begin[by_group] + group[order] * (int(token.max()) + int(length.max()))
    end = begin + length[order]
    # True for a match that begins before the end of one before it; one more at either end of the list.
    meets = np.zeros(len(token) + 1, bool)
    meets[1:-1] = begin[1:] < np.maximum.accumulate(end)[:-1]
    two = np.flatnonzero(meets[1:-1] & ~meets[:-2] & ~meets[2:])
    same = (group is None) & (begin[two] == begin[two + 1]) & (end[two] == end[two + 1])
    later_is_longer = end[two + 1] - begin[two + 1] > end[two] - begin[two]
    keep[order[(two + ~later_is_longer)[~same]]] = False
    several = meets[:-1] | meets[1:]
    several[two] = several[two + 1] = False
    rivals = np.flatnonzero(several)
    keep[order[_losers(begin[rivals], end[rivals], rivals, together=group is None)]] = False
    return keep


def _losers(begin: np.ndarray, end: np.ndarray, which: np.ndarray, *, together: bool) -> list[int]:
    """Which of some overlapping matches lose."""
    taken: dict[int, tuple[int, int]] = {}
    lost = []
    by_rank = np.lexsort((begin, begin - end))
    for low, high, i in zip(begin[by_rank].tolist(), end[by_rank].tolist(), which[by_rank].tolist(), strict=True):
        span = (low, high)
        holders = {taken[t] for t in range(low, high) if t in taken}
        if holders and not (together and holders == {span}):
            lost.append(i)
        else:
            taken.update(dict.fromkeys(range(low, high), span))
    return lost


def tokens_of(first: np.ndarray, length: np.ndarray) -> np.ndarray:
    """Every token of each match."""
    ends = np.cumsum(length, dtype=np.int32)
    return np.repeat(first - (ends - length), length) + np.arange(ends[-1] if len(ends) else 0, dtype=np.int32)
