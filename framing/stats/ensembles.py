"""One partition from many: which topics of many models are the same topic."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]


def meta_clusters(held: Floats, k: int) -> NDArray[np.int64]:
    """
    Topics of many models in `k` groups, by the documents that hold them.

    Topics of two models are alike if the same documents hold them, whatever their words: average linkage of the cosine over
    documents, cut at `k` groups.

    Parameters
    ----------
    held : (D, M) float array
        How far each of D documents holds each of M topics, >= 0. A topic that no document holds is like no other.
    k : int
        At most M.

    Returns
    -------
    (M,) int array
        Group of each topic, 0 to k - 1, numbered by the first topic of each.

    References
    ----------
    Strehl & Ghosh (2002), Journal of Machine Learning Research 3, 583-617 (meta-clustering); over resamples: Monti, Tamayo,
    Mesirov & Golub (2003), Machine Learning 52, 91-118.

    Examples
    --------
    >>> held = np.array([[1.0, 0.0, 0.1, 0.9], [0.9, 0.1, 0.0, 1.0], [0.0, 1.0, 0.9, 0.1]])
    >>> meta_clusters(held, 2).tolist()
    [0, 1, 1, 0]
    """
    from scipy.cluster.hierarchy import cut_tree, linkage
    from scipy.spatial.distance import squareform

    if k > held.shape[1]:
        raise ValueError(f"meta_clusters: {held.shape[1]} topics cannot be put into {k} groups")
    if held.shape[1] == 1:
        return np.zeros(1, np.int64)
    norms = np.linalg.norm(held, axis=0)
    scaled = np.divide(held, norms, out=np.zeros_like(held), where=norms > 0)
    # Rounded, so that the last bits of a sum do not decide which of two equal pairs is joined first.
    distance = np.maximum(1 - scaled.T @ scaled, 0).round(9)
    np.fill_diagonal(distance, 0)
    tree = linkage(squareform(distance, checks=False), method="average")
    groups: NDArray[np.int64] = cut_tree(tree, n_clusters=[k]).ravel().astype(np.int64)
    return groups
