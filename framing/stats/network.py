"""Topics that go together in documents: their network, its communities, and whether two partitions agree."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray

from framing.stats.alignment import cosines

Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class TopicNetwork:
    """
    Topics as nodes; see `antmn`.

    Attributes
    ----------
    cosine : (K, K) float array
        Similarity of the documents' shares of two topics; 1 on the diagonal.
    community : (K,) int array
        Numbered from 0 in the order of the first topic of each.
    modularity : float
    size_share : (K,) float array
        Share of all words.
    """

    cosine: Floats
    community: NDArray[np.int64]
    modularity: float
    size_share: Floats


def antmn(theta: ArrayLike, lengths: ArrayLike | None = None, *, seed: int = 0, backbone: float | None = None) -> TopicNetwork:
    """
    Network of topics by their co-occurrence in documents, with its communities.

    Parameters
    ----------
    theta : (D, K) array
        Share of each topic in each document.
    lengths : (D,) array, optional
        Words of each document; 1 for each unless given.
    seed : int
        Of the Louvain method.
    backbone : float, optional
        Keep only edges that the disparity filter finds significant at this level.

    Returns
    -------
    TopicNetwork

    References
    ----------
    Walter & Ophir (2019), Communication Methods and Measures 13(4), 248-266; Blondel et al. (2008), J. Stat. Mech. P10008;
    Serrano, Boguñá & Vespignani (2009), PNAS 106, 6483-6488.

    Examples
    --------
    >>> theta = [[0.5, 0.5, 0, 0], [0.6, 0.4, 0, 0], [0, 0, 0.5, 0.5], [0, 0.1, 0.5, 0.4]]
    >>> antmn(theta).community.tolist()
    [0, 0, 1, 1]
    """
    shares = np.asarray(theta, dtype=np.float64)
    cosine = cosines(shares.T, shares.T)
    weights = cosine if backbone is None else np.where(disparity_backbone(cosine, backbone), cosine, 0.0)
    community = communities(weights, seed=seed)
    return TopicNetwork(cosine, community, modularity(weights, community), topic_sizes(shares, lengths))


def topic_sizes(theta: ArrayLike, lengths: ArrayLike | None = None) -> Floats:
    """
    Share of all words that belongs to each topic.

    Examples
    --------
    >>> topic_sizes([[1.0, 0.0], [0.5, 0.5]], [10, 30]).tolist()
    [0.625, 0.375]
    """
    shares = np.asarray(theta, dtype=np.float64)
    words = np.ones(len(shares)) if lengths is None else np.asarray(lengths, dtype=np.float64)
    total = words @ shares
    return np.divide(total, total.sum(), out=np.full_like(total, np.nan), where=total.sum() > 0)


def communities(weights: ArrayLike, *, seed: int = 0) -> NDArray[np.int64]:
    """
    Communities of a weighted network by the Louvain method; the diagonal is not used.

    Returns
    -------
    (K,) int array
        Numbered from 0 in the order of the first node of each; a node without edges is alone.

    References
    ----------
    Blondel et al. (2008), J. Stat. Mech. P10008.

    Examples
    --------
    >>> communities([[0, 1, 0], [1, 0, 0], [0, 0, 0]]).tolist()
    [0, 0, 1]
    """
    import networkx as nx

    table = np.asarray(weights, dtype=np.float64)
    graph: nx.Graph = nx.Graph()
    graph.add_nodes_from(range(len(table)))
    first, second = np.triu_indices(len(table), 1)
    # Rounded, so that the last bits of a cosine do not decide a tie.
    edges = [(int(i), int(j), round(float(table[i, j]), 12)) for i, j in zip(first, second, strict=True)]
    graph.add_weighted_edges_from(edge for edge in edges if edge[2] > 0)
    label = np.zeros(len(table), dtype=np.int64)
    found = nx.community.louvain_communities(graph, weight="weight", seed=seed) if len(table) else []
    for number, members in enumerate(sorted(found, key=min)):
        label[sorted(members)] = number
    return label


def modularity(weights: ArrayLike, community: ArrayLike) -> float:
    """
    How much more weight lies within the communities than chance would put there; the diagonal is not used.

    Returns
    -------
    float
        In [-0.5, 1); NaN without edges.

    References
    ----------
    Newman (2004), Phys. Rev. E 70, 056131.

    Examples
    --------
    >>> modularity([[0, 1, 0, 0], [1, 0, 0, 0], [0, 0, 0, 1], [0, 0, 1, 0]], [0, 0, 1, 1])
    0.5
    """
    table = np.array(weights, dtype=np.float64)
    np.fill_diagonal(table, 0.0)
    total = table.sum()
    if not total > 0:
        return float("nan")
    label = np.asarray(community)
    degree = table.sum(axis=1)
    return float(((table / total - np.outer(degree, degree) / total**2) * (label[:, None] == label)).sum())


def disparity_backbone(weights: ArrayLike, level: float = 0.05) -> NDArray[np.bool_]:
    """
    Edges that carry more of a node's weight than chance would give them.

    Parameters
    ----------
    weights : (K, K) symmetric array
    level : float
        Keep an edge if (1 - share)**(degree - 1) is below it for one of its two nodes.

    Returns
    -------
    (K, K) bool array
        A node with one edge keeps it only if its other end does.

    References
    ----------
    Serrano, Boguñá & Vespignani (2009), PNAS 106, 6483-6488.

    Examples
    --------
    >>> disparity_backbone([[0, 9, 0.1, 0.1], [9, 0, 0.1, 0.1], [0.1, 0.1, 0, 0.1], [0.1, 0.1, 0.1, 0]])[0].tolist()
    [False, True, False, False]
    """
    table = np.array(weights, dtype=np.float64)
    np.fill_diagonal(table, 0.0)
    degree, strength = (table > 0).sum(axis=1), table.sum(axis=1, keepdims=True)
    share = np.divide(table, strength, out=np.zeros_like(table), where=strength > 0)
    p = (1 - share) ** np.maximum(degree - 1, 0)[:, None]
    kept = (p < level) & (table > 0)
    return kept | kept.T


def partition_agreement(a: Sequence[Hashable], b: Sequence[Hashable]) -> tuple[float, float]:
    """
    Do two partitions of the same things agree?

    Parameters
    ----------
    a, b : sequences of n labels

    Returns
    -------
    ari, nmi : float
        Adjusted Rand index (1 the same, 0 as by chance) and mutual information normalised by the mean of the entropies
        (in [0, 1]); both 1 if both partitions are the same trivial one.

    References
    ----------
    Hubert & Arabie (1985), Journal of Classification 2, 193-218; Vinh, Epps & Bailey (2010), JMLR 11, 2837-2854.

    Examples
    --------
    >>> ari, nmi = partition_agreement([0, 0, 1, 1, 2, 2, 2], [1, 1, 0, 0, 0, 2, 2])
    >>> round(ari, 3), round(nmi, 4)
    (0.475, 0.7472)
    """
    if len(a) != len(b):
        raise ValueError(f"partition_agreement: {len(a)} and {len(b)} labels; the partitions must be of the same things")
    codes = [{label: i for i, label in enumerate(dict.fromkeys(x))} for x in (a, b)]
    table = np.zeros((len(codes[0]), len(codes[1])))
    for x, y in zip(a, b, strict=True):
        table[codes[0][x], codes[1][y]] += 1
    if max(table.shape) == 1 or (table > 0).sum() == len(a) == min(table.shape):
        return 1.0, 1.0
    return _adjusted_rand(table), _mutual_information(table)


def _pairs(n: Floats) -> float:
    return float((n * (n - 1) / 2).sum())


def _adjusted_rand(table: Floats) -> float:
    together, rows, columns = _pairs(table), _pairs(table.sum(axis=1)), _pairs(table.sum(axis=0))
    expected = rows * columns / _pairs(table.sum(keepdims=True))
    return (together - expected) / ((rows + columns) / 2 - expected)


def _mutual_information(table: Floats) -> float:
    p = table / table.sum()
    rows, columns = p.sum(axis=1), p.sum(axis=0)
    there = p > 0
    information = float((p[there] * np.log(p[there] / np.outer(rows, columns)[there])).sum())
    mean_entropy = -float((rows * np.log(rows)).sum() + (columns * np.log(columns)).sum()) / 2
    return information / mean_entropy if mean_entropy > 0 else 0.0
