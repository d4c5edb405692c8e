"""Words of an outlet's house style: where they stand depends on who writes, not on what the text is about."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy import sparse

Floats = NDArray[np.float64]


def spread_within(counts: Any, outlets: NDArray[Any], sides: NDArray[Any]) -> Floats:
    """
    Spread of each word inside outlets, relative to its spread inside sides.

    Parameters
    ----------
    counts : (D, V) sparse matrix
        Only whether a word stands in a document matters.
    outlets, sides : (D,) arrays
        Of any kind that can be sorted.

    Returns
    -------
    (V,) float array
        Mean square of presence within outlets over the mean square within sides, at most 1: 1 for a word that the outlets of
        a side use alike, 0 for one that stands in all documents of some outlets and in none of the others. 1 for every word
        if no side has two outlets, or no outlet has two documents. Differences between sides do not count, since they are
        what is looked for.

    References
    ----------
    Fisher (1925), Statistical Methods for Research Workers, ch. 7 (analysis of variance).

    Examples
    --------
    >>> house, event = [1, 1, 0, 0], [1, 0, 1, 0]
    >>> counts = sparse.csr_matrix(np.array([house, event]).T)
    >>> spread_within(counts, np.array(["a", "a", "b", "b"]), np.array(["x"] * 4)).tolist()
    [0.0, 1.0]
    """
    there = sparse.csr_matrix(counts > 0, dtype=np.float64)
    whole, n_sides = _squares(there, np.unique(sides, return_inverse=True)[1])
    groups = np.unique(np.stack([sides.astype(str), outlets.astype(str)]), axis=1, return_inverse=True)[1]
    inside, n_groups = _squares(there, groups.ravel())
    n = there.shape[0]
    if n_groups in (n, n_sides):
        return np.ones(there.shape[1])
    ratio = np.divide(inside / (n - n_groups), whole / (n - n_sides), out=np.ones_like(whole), where=whole > 1e-12)
    return np.asarray(np.clip(ratio, 0, 1))


def _squares(there: sparse.csr_matrix, groups: NDArray[np.int64]) -> tuple[Floats, int]:
    """Sum of squares of each column of zeros and ones around the means of the groups, and the number of groups."""
    n = np.bincount(groups)
    member = sparse.csr_matrix((np.ones(len(groups)), (groups, np.arange(len(groups)))), shape=(len(n), len(groups)))
    sums = (member @ there).toarray()
    return np.asarray((sums - sums**2 / n[:, None]).sum(axis=0)), len(n)
