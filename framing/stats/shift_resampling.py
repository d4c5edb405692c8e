"""Word shifts with uncertainty: whole clusters are drawn again or change sides."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy.special import xlogy

from framing.errors import OptionError
from framing.stats.permute import Splits, p_values
from framing.stats.resample import small_sample_factor, stretched
from framing.stats.term_resampling import quantiles

Floats = NDArray[np.float64]
KINDS = ("proportion", "entropy", "jsd", "weighted")
_BLOCK = 512


@dataclass(frozen=True, slots=True)
class ShiftWords:
    """
    What a shift is computed from; K clusters of both sides, V words.

    Attributes
    ----------
    kind : {"proportion", "entropy", "jsd", "weighted"}
    clusters : (K, V) array or CSC matrix of counts
        Words without a score are left out before.
    is_a : (K,) bool array
        Clusters of the first side.
    scores : (V,) float array
        Used by "weighted" only.
    reference : float or {"a", "b", "pooled"}
        What a word's score is compared with.
    """

    kind: str
    clusters: Any
    is_a: NDArray[np.bool_]
    scores: Floats
    reference: float | str = "b"

    @property
    def totals(self) -> Floats:
        """(K,) tokens of each cluster."""
        return np.asarray(self.clusters.sum(axis=1), dtype=float).ravel()

    @property
    def scored(self) -> Floats:
        """(K,) sum of scores over the tokens of each cluster."""
        return np.asarray(self.clusters @ self.scores, dtype=float).ravel()


def contributions(
    words: ShiftWords, weights_a: Floats, weights_b: Floats, listed: NDArray[np.int64] | None = None
) -> Iterator[tuple[NDArray[np.int64], Floats]]:
    """
    What each word adds to the first side less the second, for many weightings of the clusters, block by block.

    Parameters
    ----------
    words : ShiftWords
    weights_a, weights_b : (B, K) arrays
        How often each cluster counts for either side.
    listed : (v,) int array, optional
        Only these words.

    Yields
    ------
    block : int array
        Which words.
    terms : (B, v) float array
        Positive where the word adds to the first side. For "jsd" the size is the word's part of the divergence and the
        sign says which side uses it more.
    """
    if words.kind not in KINDS:
        raise OptionError(f"`kind` must be one of {', '.join(KINDS)}, got {words.kind!r}")
    n_a, n_b = weights_a @ words.totals, weights_b @ words.totals
    mean_a, mean_b = _means(words, weights_a, weights_b)
    middle = _middle(words.reference, mean_a, mean_b)
    wanted = np.arange(words.clusters.shape[1]) if listed is None else listed
    for start in range(0, len(wanted), _BLOCK):
        block = wanted[start : start + _BLOCK]
        counts = words.clusters[:, block]
        counts = np.asarray(counts.toarray() if hasattr(counts, "toarray") else counts, dtype=float)
        with np.errstate(divide="ignore", invalid="ignore"):
            p, q = weights_a @ counts / n_a[:, None], weights_b @ counts / n_b[:, None]
        yield block, _terms(words.kind, p, q, words.scores[block], middle)


def _means(words: ShiftWords, weights_a: Floats, weights_b: Floats) -> tuple[Floats, Floats]:
    """Mean score of either side under each weighting."""
    with np.errstate(divide="ignore", invalid="ignore"):
        return weights_a @ words.scored / (weights_a @ words.totals), weights_b @ words.scored / (weights_b @ words.totals)


def _middle(reference: float | str, mean_a: Floats, mean_b: Floats) -> Floats:
    if not isinstance(reference, str):
        return np.full(len(mean_a), float(reference))
    return {"a": mean_a, "b": mean_b, "pooled": (mean_a + mean_b) / 2}[reference]


def _terms(kind: str, p: Floats, q: Floats, scores: Floats, middle: Floats) -> Floats:
    if kind == "proportion":
        return p - q
    if kind == "weighted":
        return (p - q) * (scores[None, :] - middle[:, None])
    if kind == "jsd":
        mixed = (p + q) / 2
        size = (xlogy(p, p) + xlogy(q, q)) / 2 - xlogy(mixed, mixed)
        return np.sign(p - q) * np.maximum(size, 0.0) / np.log(2)
    return (xlogy(q, q) - xlogy(p, p)) / np.log(2)


def observed_terms(words: ShiftWords) -> tuple[Floats, float]:
    """
    What each word adds, and the difference of the sides (the divergence for "jsd").

    Examples
    --------
    >>> words = ShiftWords("weighted", np.array([[1.0, 1], [1, 3]]), np.array([False, True]), np.array([1.0, 5.0]))
    >>> observed_terms(words)
    (array([0.5, 0.5]), 1.0)
    """
    rows = words.is_a.astype(float)[None, :]
    parts = [terms[0] for _, terms in contributions(words, rows, 1 - rows)]
    terms = np.concatenate([np.zeros(0), *parts])
    return terms, _total(words.kind, terms)


def _total(kind: str, terms: Floats) -> float:
    if kind == "proportion":
        return 0.0
    return float(np.abs(terms).sum() if kind == "jsd" else terms.sum())


def _totals(words: ShiftWords, weights_a: Floats, weights_b: Floats) -> Floats:
    """The difference of the sides under each weighting."""
    if words.kind == "weighted":
        mean_a, mean_b = _means(words, weights_a, weights_b)
        return mean_a - mean_b
    total = np.zeros(len(weights_a))
    for _, terms in contributions(words, weights_a, weights_b):
        total += (np.abs(terms) if words.kind == "jsd" else terms).sum(axis=1)
    return total


@dataclass(frozen=True, slots=True)
class ShiftIntervals:
    """Intervals of every word and of the difference; see `bootstrap_shift`."""

    low: Floats
    high: Floats
    total_low: float
    total_high: float


def bootstrap_shift(
    words: ShiftWords, weights_a: Floats, weights_b: Floats, *, listed: NDArray[np.int64], level: float = 0.95
) -> ShiftIntervals:
    """
    Percentile intervals from clusters drawn with replacement within each side, stretched for few clusters.

    Parameters
    ----------
    words : ShiftWords
    weights_a, weights_b : (B, K_a), (B, K_b) arrays
        From `framing.stats.resample.cluster_weights`.
    listed : (v,) int array
        Words that get an interval.
    level : float

    Returns
    -------
    ShiftIntervals
        `low` and `high` for the listed words. The interval of the difference is NaN for "proportion", where it is 0,
        and for "jsd": a resample repeats clusters and so exaggerates a divergence.

    References
    ----------
    Davison & Hinkley (1997), section 3.8; Hesterberg (2015), The American Statistician 69, 371-386.
    """
    wide_a, wide_b = (np.zeros((len(weights_a), len(words.is_a))) for _ in range(2))
    wide_a[:, words.is_a], wide_b[:, ~words.is_a] = weights_a, weights_b
    estimate, total = observed_terms(words)
    tails = [(1 - level) / 2, (1 + level) / 2]
    n_clusters = (int(words.is_a.sum()), int((~words.is_a).sum()))
    factor = small_sample_factor(n_clusters, (np.ones(1), np.ones(1)), level)
    bounds = [quantiles(terms, tails) for _, terms in contributions(words, wide_a, wide_b, listed)]
    ends = np.concatenate([np.zeros((2, 0)), *bounds], axis=1)
    low, high = stretched(estimate[listed], ends[0], ends[1], factor)
    if words.kind in ("jsd", "proportion"):
        return ShiftIntervals(low, high, float("nan"), float("nan"))
    reach = quantiles(_totals(words, wide_a, wide_b)[:, None], tails)
    total_low, total_high = stretched(total, reach[0], reach[1], factor)
    return ShiftIntervals(low, high, float(total_low[0]), float(total_high[0]))


def permute_shift(words: ShiftWords, splits: Splits) -> float:
    """
    Two-sided p of the difference when clusters change sides (for "jsd", share of splits with as large a divergence).

    NaN for "proportion", whose differences add up to 0.

    References
    ----------
    Ernst (2004), Statistical Science 19(4), 676-685.
    """
    if words.kind == "proportion":
        return float("nan")
    _, total = observed_terms(words)
    draws = _totals(words, splits.member, 1 - splits.member)
    found = p_values(total, draws, exact=splits.exact)
    return float((found.greater if words.kind == "jsd" else found.two_sided)[0])
