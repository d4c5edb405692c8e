"""Comparing two rankings: rank-turbulence divergence and rank-biased overlap."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray

from framing.errors import OptionError

Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Turbulence:
    """
    Rank-turbulence divergence of two texts.

    Attributes
    ----------
    divergence : float
        0 for equal rankings, about 1 for texts without a common word; NaN if a text has no word.
    contribution : (V,) float array
        What each word adds; never negative.
    rank_a, rank_b : (V,) float array
        Tied ranks over the union of the words; absent words share the last rank.
    """

    divergence: float
    contribution: Floats
    rank_a: Floats
    rank_b: Floats


def rank_turbulence(a: ArrayLike, b: ArrayLike, *, alpha: float = 1 / 3, normaliser: str = "present") -> Turbulence:
    """
    How far every word moves between the rankings of two texts.

    Parameters
    ----------
    a, b : (V,) arrays of counts
        Words that neither text has are left out.
    alpha : float
        0 to infinity: small values listen to rare words, large ones to frequent words.
    normaliser : {"present", "union"}
        Over the words each text has, as in the authors' own code (allotaxonometer), or over the union as in some ports.

    Returns
    -------
    Turbulence

    References
    ----------
    Dodds et al. (2020), arXiv:2002.09770; the normaliser as in the authors' allotaxonometer code.

    Examples
    --------
    >>> found = rank_turbulence([9, 5, 0], [9, 0, 5], alpha=1 / 3)
    >>> found.rank_a, round(found.divergence, 3)
    (array([1., 2., 3.]), 0.302)
    """
    from scipy.stats import rankdata

    if not alpha >= 0:
        raise OptionError(f"`alpha` must be at least 0, got {alpha}")
    y_a, y_b = np.asarray(a, dtype=float), np.asarray(b, dtype=float)
    used = (y_a > 0) | (y_b > 0)
    rank_a, rank_b, terms = (np.full(len(y_a), np.nan) for _ in range(3))
    rank_a[used], rank_b[used] = rankdata(-y_a[used]), rankdata(-y_b[used])
    in_a, in_b = y_a[used] > 0, y_b[used] > 0
    if not (in_a.any() and in_b.any()):
        return Turbulence(float("nan"), terms, rank_a, rank_b)
    first, second = rank_a[used], rank_b[used]
    # Where all words of the other text would stand if the two had none in common.
    beyond_a, beyond_b = in_a.sum() + in_b.sum() / 2, in_b.sum() + in_a.sum() / 2
    if normaliser == "present":
        norm = _turbulence(first[in_a], beyond_b, alpha).sum() + _turbulence(second[in_b], beyond_a, alpha).sum()
    else:
        norm = _turbulence(first, beyond_b, alpha).sum() + _turbulence(second, beyond_a, alpha).sum()
    terms[:] = 0.0
    terms[used] = _turbulence(first, second, alpha) / norm
    return Turbulence(float(terms.sum()), terms, rank_a, rank_b)


def _turbulence(first: Floats, second: Floats | float, alpha: float) -> Floats:
    """The unnormalised distance of two ranks; its factor that depends on alpha alone cancels out."""
    if alpha == 0:
        return np.abs(np.log(first / second))
    if np.isinf(alpha):
        return np.where(first == second, 0.0, np.maximum(1 / first, 1 / np.asarray(second)))
    return (alpha + 1) / alpha * np.abs(first**-alpha - np.asarray(second, dtype=float) ** -alpha) ** (1 / (alpha + 1))


def rank_biased_overlap(a: Sequence[str], b: Sequence[str], *, p: float = 0.9) -> tuple[float, float]:
    """
    Overlap of two ranked lists, top first, with a reader who goes on to the next rank with probability `p`.

    Parameters
    ----------
    a, b : sequences of hashable
        Without repetition; they may differ in length.
    p : float
        In (0, 1).

    Returns
    -------
    truncated, extrapolated : float
        The sum over the ranks both lists have (a lower bound), and RBO_ext, which assumes that the agreement at the last
        rank goes on; both in [0, 1], NaN for an empty list.

    References
    ----------
    Webber, Moffat & Zobel (2010), ACM Transactions on Information Systems 28(4), 20, equations 4 and 32.

    Examples
    --------
    >>> [round(x, 3) for x in rank_biased_overlap("abc", "abd", p=0.5)]
    [0.833, 0.917]
    """
    if not 0 < p < 1:
        raise OptionError(f"`p` must lie between 0 and 1, got {p}")
    short, long = sorted((list(a), list(b)), key=len)
    if not short:
        return float("nan"), float("nan")
    s, n = len(short), len(long)
    overlap = np.array([len(set(short[:depth]) & set(long[:depth])) for depth in range(1, n + 1)], dtype=float)
    depths = np.arange(1, n + 1)
    weights = p ** (depths - 1.0)
    truncated = (1 - p) * float((overlap[:s] / depths[:s] * weights[:s]).sum())
    agreement = overlap / depths
    tail = overlap[s - 1] * (depths[s:] - s) / (s * depths[s:])
    total = (agreement * p**depths).sum() + (tail * p ** depths[s:]).sum()
    last = (overlap[-1] - overlap[s - 1]) / n + overlap[s - 1] / s
    return truncated, float((1 - p) / p * total + last * p**n)
