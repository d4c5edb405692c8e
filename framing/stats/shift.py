"""Word shifts: how much every word adds to the difference of two texts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray

from framing.errors import OptionError

Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Shift:
    """
    A difference, second text less first, and what each word adds to it.

    Attributes
    ----------
    contribution : (V,) float array
        NaN for a word that has no score; the others add up to `difference`.
    difference : float
        Of the two values below; the divergence itself where there are no two values.
    value_a, value_b : float
    """

    contribution: Floats
    difference: float
    value_a: float
    value_b: float

    @property
    def normalised(self) -> Floats:
        """Contributions divided by the sum of their absolute values; NaN if all are 0."""
        with np.errstate(invalid="ignore", divide="ignore"):
            return np.asarray(self.contribution / np.nansum(np.abs(self.contribution)))


def shares(counts: ArrayLike) -> Floats:
    """
    Relative frequencies along the last axis; NaN for a text without words.

    Examples
    --------
    >>> shares([1, 3])
    array([0.25, 0.75])
    """
    values = np.asarray(counts, dtype=float)
    with np.errstate(invalid="ignore", divide="ignore"):
        return np.asarray(values / values.sum(axis=-1, keepdims=True))


def proportion_shift(a: ArrayLike, b: ArrayLike) -> Shift:
    """
    Difference of relative frequencies of every word, second text less first.

    Parameters
    ----------
    a, b : (V,) arrays of counts

    References
    ----------
    Gallagher et al. (2021), EPJ Data Science 10, 4.

    Examples
    --------
    >>> proportion_shift([3, 1], [1, 3]).contribution
    array([-0.5,  0.5])
    """
    difference = shares(b) - shares(a)
    return Shift(difference, float(difference.sum()), 1.0, 1.0)


def _surprise(p: Floats, base: float) -> Floats:
    """`-p log p`, 0 at 0."""
    with np.errstate(divide="ignore", invalid="ignore"):
        return np.where(p > 0, -p * np.log(p) / np.log(base), np.where(np.isnan(p), np.nan, 0.0))


def entropy_shift(a: ArrayLike, b: ArrayLike, *, base: float = 2) -> Shift:
    """
    Difference of the Shannon entropies, second text less first: which words make one text more varied.

    Parameters
    ----------
    a, b : (V,) arrays of counts
    base : float
        Of the logarithm; bits by default.

    References
    ----------
    Gallagher et al. (2021), EPJ Data Science 10, 4; Shannon (1948).

    Examples
    --------
    >>> shift = entropy_shift([2, 2], [4, 0])
    >>> shift.value_a, shift.difference
    (1.0, -1.0)
    """
    first, second = _surprise(shares(a), base), _surprise(shares(b), base)
    return Shift(second - first, float(second.sum() - first.sum()), float(first.sum()), float(second.sum()))


def divergence_terms(p: Floats, q: Floats, *, weights: Sequence[float] = (0.5, 0.5), base: float = 2) -> Floats:
    """
    What each word adds to the Jensen-Shannon divergence of two distributions; never negative.

    Examples
    --------
    >>> divergence_terms(np.array([1.0, 0]), np.array([0, 1.0]))
    array([0.5, 0.5])
    """
    first, second = weights
    mixed = first * p + second * q
    return _surprise(mixed, base) - first * _surprise(p, base) - second * _surprise(q, base)


def jensen_shannon_shift(a: ArrayLike, b: ArrayLike, *, weights: Sequence[float] = (0.5, 0.5), base: float = 2) -> Shift:
    """
    Jensen-Shannon divergence of two texts, word by word.

    Parameters
    ----------
    a, b : (V,) arrays of counts
    weights : pair of float
        Of the two texts in the mixture; they sum to 1.
    base : float
        Of the logarithm; with base 2 and equal weights the divergence lies in [0, 1].

    Returns
    -------
    Shift
        `difference` is the divergence; contributions are not negative, so take the direction from `proportion_shift`.

    References
    ----------
    Lin (1991), IEEE Transactions on Information Theory 37(1), 145-151; Gallagher et al. (2021).

    Examples
    --------
    >>> jensen_shannon_shift([1, 0], [0, 1]).difference
    1.0
    """
    terms = np.maximum(divergence_terms(shares(a), shares(b), weights=weights, base=base), 0.0)
    return Shift(terms, float(terms.sum()), float("nan"), float("nan"))


def outside_lens(scores: ArrayLike, lens: tuple[float, float] | None) -> NDArray[np.bool_]:
    """
    Words with a score that is not inside the closed interval `lens`.

    Examples
    --------
    >>> outside_lens([1.0, 5, float("nan")], (4, 6))
    array([ True, False, False])
    """
    values = np.asarray(scores, dtype=float)
    used = ~np.isnan(values)
    return used if lens is None else used & ((values < lens[0]) | (values > lens[1]))


def weighted_shift(
    a: ArrayLike, b: ArrayLike, scores: ArrayLike, *, scores_b: ArrayLike | None = None,
    reference: float | str = "a", lens: tuple[float, float] | None = None,
) -> Shift:  # fmt: skip
    """
    Difference of the mean score of two texts, second less first, word by word.

    Parameters
    ----------
    a, b : (V,) arrays of counts
    scores : (V,) array
        NaN for words without a score; they are left out, so report how many tokens that is.
    scores_b : (V,) array, optional
        Other scores for the second text; a word then also adds by its change of score.
    reference : float or {"a", "b", "pooled"}
        What a word's score is compared with: a number, or the mean of a text. It moves contributions between words,
        not their sum.
    lens : (low, high), optional
        Words with a score in this closed interval (neutral ones) are left out.

    Returns
    -------
    Shift
        All NaN if a text has no word with a score.

    References
    ----------
    Dodds et al. (2011), PLoS ONE 6(12), e26752; Gallagher et al. (2021), equation 9.

    Examples
    --------
    >>> shift = weighted_shift([1, 1], [1, 3], [1.0, 5.0])
    >>> shift.difference, shift.contribution
    (1.0, array([0.5, 0.5]))
    """
    s_a = np.asarray(scores, dtype=float)
    s_b = s_a if scores_b is None else np.asarray(scores_b, dtype=float)
    used = outside_lens(s_a, lens) & outside_lens(s_b, lens)
    p, q = shares(np.where(used, a, 0)), shares(np.where(used, b, 0))
    s_a, s_b = np.where(used, s_a, 0.0), np.where(used, s_b, 0.0)
    mean_a, mean_b = float((p * s_a).sum()), float((q * s_b).sum())
    middle = _reference(reference, mean_a, mean_b)
    terms = (q - p) * ((s_a + s_b) / 2 - middle) + (p + q) / 2 * (s_b - s_a)
    return Shift(np.where(used, terms, np.nan), mean_b - mean_a, mean_a, mean_b)


def _reference(reference: float | str, mean_a: float, mean_b: float) -> float:
    if not isinstance(reference, str):
        return float(reference)
    known = {"a": mean_a, "b": mean_b, "pooled": (mean_a + mean_b) / 2}
    if reference not in known:
        raise OptionError(f"`reference` must be a number or one of a, b, pooled, got {reference!r}")
    return known[reference]


def distances(p: ArrayLike, q: ArrayLike) -> dict[str, float]:
    """
    Distances of two distributions over one vocabulary.

    Returns
    -------
    dict of str to float
        `hellinger`, `total_variation` and `jsd_base2` in [0, 1]; `cosine` similarity in [0, 1]; Kullback-Leibler
        divergences in nats, infinite where the second lacks a word of the first; `euclidean`, `manhattan`.

    References
    ----------
    Cover & Thomas (2006), Elements of Information Theory; Lin (1991).

    Examples
    --------
    >>> found = distances([0.5, 0.5], [1.0, 0.0])
    >>> found["total_variation"], found["KL_p_q"]
    (0.5, inf)
    """
    p, q = np.asarray(p, dtype=float), np.asarray(q, dtype=float)
    with np.errstate(divide="ignore", invalid="ignore"):
        forward = np.where(p > 0, p * np.log(p / q), 0.0).sum()
        backward = np.where(q > 0, q * np.log(q / p), 0.0).sum()
        cosine = p @ q / np.sqrt((p @ p) * (q @ q))
    jsd = float(np.maximum(divergence_terms(p, q), 0.0).sum())
    return {
        "hellinger": float(np.sqrt(((np.sqrt(p) - np.sqrt(q)) ** 2).sum() / 2)),
        "total_variation": float(np.abs(p - q).sum() / 2),
        "cosine": float(cosine),
        "KL_p_q": float(forward),
        "KL_q_p": float(backward),
        "jsd_base2": jsd,
        "js_distance": float(np.sqrt(jsd)),
        "euclidean": float(np.sqrt(((p - q) ** 2).sum())),
        "manhattan": float(np.abs(p - q).sum()),
    }
