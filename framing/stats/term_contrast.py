"""All numbers of a two-sided term table, from document counts, sizes and clusters."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy import sparse

from framing.stats.association import log_odds
from framing.stats.dispersion import dispersion
from framing.stats.permute import label_splits
from framing.stats.resample import cluster_weights
from framing.stats.term_resampling import bootstrap_log_odds, permute_log_odds

Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class SideCounts:
    """
    What one side contributes.

    Attributes
    ----------
    matrix : (D, V) sparse matrix
        Tokens of each listed word in each document.
    sizes : (D,) array
        All tokens of each document.
    clusters, outlets : (D,) int arrays
        Cluster and outlet of each document, numbered over the whole corpus.
    """

    matrix: sparse.csr_matrix
    sizes: NDArray[Any]
    clusters: NDArray[np.int64]
    outlets: NDArray[np.int64]

    @property
    def n_tokens(self) -> float:
        """All tokens of the side."""
        return float(self.sizes.sum())

    def by_cluster(self) -> tuple[sparse.csc_matrix, Floats]:
        """Word counts (K, V) and all tokens (K,) of each cluster that has tokens."""
        return sums_of(self.matrix, self.sizes, self.clusters)

    def by_outlet(self) -> tuple[sparse.csc_matrix, Floats]:
        """Word counts (O, V) and all tokens (O,) of each outlet that has tokens."""
        return sums_of(self.matrix, self.sizes, self.outlets)


@dataclass(frozen=True, slots=True)
class Resampling:
    """
    How uncertainty is computed.

    Attributes
    ----------
    n_bootstrap, n_permutations : int
        Draws; 0 for none.
    level : float
        Coverage of the interval.
    """

    n_bootstrap: int = 1000
    n_permutations: int = 2000
    level: float = 0.95


def sums_of(matrix: Any, sizes: NDArray[Any], groups: NDArray[Any]) -> tuple[sparse.csc_matrix, Floats]:
    """
    Rows added up within groups that have tokens, in the order of the group numbers.

    Examples
    --------
    >>> sums, sizes = sums_of(np.array([[1, 2], [3, 4], [5, 6]]), np.array([3, 7, 11]), np.array([0, 1, 0]))
    >>> sums.toarray(), sizes
    (array([[6, 8],
           [3, 4]]), array([14.,  7.]))
    """
    kept = np.flatnonzero(np.asarray(sizes) > 0)
    _, place = np.unique(np.asarray(groups)[kept], return_inverse=True)
    n_groups = int(place.max()) + 1 if len(place) else 0
    adder: Any = sparse.csr_matrix((np.ones(len(kept), dtype=np.int64), (place, kept)), shape=(n_groups, len(sizes)))
    sums = sparse.csr_matrix(adder @ sparse.csr_matrix(matrix)).tocsc()
    return sums, np.bincount(place, np.asarray(sizes, dtype=float)[kept], n_groups).astype(float)


def contrast_terms(
    a: SideCounts, b: SideCounts, prior: Floats, *, prior_total: float, resampling: Resampling, rng: np.random.Generator
) -> dict[str, Any]:
    """
    Estimates, intervals, p values, counts and dispersion of every listed word.

    Parameters
    ----------
    a, b : SideCounts
        Positive estimates lean to `a`.
    prior : (V,) array
    prior_total : float
        Sum of the prior over the whole vocabulary.
    resampling : Resampling
    rng : Generator

    Returns
    -------
    dict
        Columns by name, each (V,), and `p_min`, `n_clusters_a`, `n_clusters_b` as numbers. Estimates are NaN if a
        side has no token at all; `ci_low`, `ci_high` and `p` are NaN with fewer than two clusters on a side.

    Examples
    --------
    >>> side = SideCounts(sparse.csr_matrix([[3, 0], [2, 1]]), np.array([4, 4]), *[np.array([0, 1])] * 2)
    >>> other = SideCounts(sparse.csr_matrix([[1, 2], [0, 3]]), np.array([4, 4]), *[np.array([2, 3])] * 2)
    >>> found = contrast_terms(side, other, np.array([0.6, 0.6]), prior_total=1.6, resampling=Resampling(),
    ...                        rng=np.random.default_rng(0))
    >>> found["n_a"], found["estimate"].round(2), round(found["p_min"], 3)
    (array([5, 1]), array([ 1.95, -1.95]), 0.333)
    """
    n_a, n_b = np.asarray(a.matrix.sum(axis=0)).ravel(), np.asarray(b.matrix.sum(axis=0)).ravel()
    fit = log_odds(n_a, n_b, prior, n_a=a.n_tokens, n_b=b.n_tokens, prior_total=prior_total)
    found: dict[str, Any] = {"estimate": fit.estimate, "std_error": fit.std_error, "z": fit.z, "n_a": n_a, "n_b": n_b}
    if not (a.n_tokens and b.n_tokens):
        for name in ("estimate", "std_error", "z"):
            found[name] = np.full(len(n_a), np.nan)
    with np.errstate(divide="ignore", invalid="ignore"):
        found["rate_a"], found["rate_b"] = n_a * 1000 / a.n_tokens, n_b * 1000 / b.n_tokens
    return found | _uncertainty(a, b, prior, prior_total, found["estimate"], resampling, rng) | _spread(a, b)


def _uncertainty(
    a: SideCounts, b: SideCounts, prior: Floats, prior_total: float, estimate: Floats, how: Resampling,
    rng: np.random.Generator,
) -> dict[str, Any]:  # fmt: skip
    (sums_a, totals_a), (sums_b, totals_b) = a.by_cluster(), b.by_cluster()
    k_a, k_b = len(totals_a), len(totals_b)
    empty = np.full(len(prior), np.nan)
    found = {
        "n_clusters_a": k_a, "n_clusters_b": k_b, "p_min": np.nan, "ci_low": empty, "ci_high": empty, "p": empty,
    }  # fmt: skip
    if min(k_a, k_b) < 2:
        return found
    if how.n_bootstrap:
        draws = [cluster_weights(k, how.n_bootstrap, rng) for k in (k_a, k_b)]
        found["ci_low"], found["ci_high"] = bootstrap_log_odds(
            sums_a, sums_b, prior, *draws, totals_a=totals_a, totals_b=totals_b, prior_total=prior_total, level=how.level
        )
    if how.n_permutations:
        splits = label_splits(k_a, k_b, rng, n_draws=how.n_permutations, most=how.n_permutations)
        both, totals = sparse.vstack([sums_a, sums_b]).tocsc(), np.concatenate([totals_a, totals_b])
        found["p"] = permute_log_odds(both, totals, prior, estimate, splits, prior_total=prior_total)
        found["p_min"] = splits.p_min
    return found


def _spread(a: SideCounts, b: SideCounts) -> dict[str, Any]:
    """Dispersion over the documents and over the outlets of each side."""
    found: dict[str, Any] = {}
    for name, side in (("a", a), ("b", b)):
        documents = dispersion(side.matrix, side.sizes)
        outlets = dispersion(*side.by_outlet())
        found |= {
            f"n_documents_{name}": documents.n_parts,
            f"dp_documents_{name}": documents.dp,
            f"dp_norm_documents_{name}": documents.dp_norm,
            f"n_outlets_{name}": outlets.n_parts,
            f"dp_outlets_{name}": outlets.dp,
            f"dp_norm_outlets_{name}": outlets.dp_norm,
            f"top_document_share_{name}": documents.top_share,
            f"top_document_{name}": documents.top_part,
            f"top_outlet_share_{name}": outlets.top_share,
        }
    return found
