"""Paired differences: intervals that resample pairs, and tests that flip their signs."""

from __future__ import annotations

from itertools import product

import numpy as np
from numpy.typing import NDArray

from framing.stats.intervals import percentile_interval, small_sample_factor, stretched
from framing.stats.permute import Permutation, p_values
from framing.stats.resample import cluster_weights

Floats = NDArray[np.float64]
MOST_PAIRS = 16


def sign_flips(n_pairs: int, rng: np.random.Generator, *, n_draws: int = 9_999) -> tuple[Floats, bool]:
    """
    Ways to swap the two sides within pairs.

    Parameters
    ----------
    n_pairs : int
    rng : Generator
        Not used up to 16 pairs, where all 2**n ways are listed.
    n_draws : int

    Returns
    -------
    (signs, exact) : (S, n_pairs) float array of -1 and 1, and bool

    Examples
    --------
    >>> signs, exact = sign_flips(3, np.random.default_rng(0))
    >>> signs.shape, exact
    ((8, 3), True)
    """
    if n_pairs <= MOST_PAIRS:
        return np.array(list(product((1.0, -1.0), repeat=n_pairs))).reshape(2**n_pairs, n_pairs), True
    return rng.choice([-1.0, 1.0], size=(n_draws, n_pairs)), False


def sign_flip_test(differences: Floats, rng: np.random.Generator, *, n_draws: int = 9_999) -> Permutation:
    """
    Test that paired differences are symmetric about zero.

    Parameters
    ----------
    differences : (E,) float array
    rng : Generator
    n_draws : int

    Returns
    -------
    Permutation

    References
    ----------
    Fisher (1935), The Design of Experiments, section 21.

    Examples
    --------
    >>> float(sign_flip_test(np.array([1.0, 2.0, 3.0]), np.random.default_rng(0)).two_sided[0])
    0.25
    """
    signs, exact = sign_flips(len(differences), rng, n_draws=n_draws)
    return p_values(float(np.mean(differences)), signs @ differences / len(differences), exact=exact)


def paired_interval(
    differences: Floats, rng: np.random.Generator, *, n_draws: int = 2000, level: float = 0.95
) -> tuple[float, float]:
    """
    Percentile bootstrap interval of the mean of paired differences, stretched for few pairs.

    Parameters
    ----------
    differences : (E,) float array
    rng : Generator
    n_draws : int
    level : float

    Returns
    -------
    (low, high) : float
        NaN with fewer than two pairs.

    References
    ----------
    Efron & Tibshirani (1993), chapter 13; stretched as `framing.stats.resample.small_sample_factor` says.

    Examples
    --------
    >>> low, high = paired_interval(np.array([1.0, 2.0, 3.0, 2.0]), np.random.default_rng(0))
    >>> bool(0 < low < 2 < high)
    True
    """
    n = len(differences)
    if n < 2:
        return float("nan"), float("nan")
    draws = cluster_weights(n, n_draws, rng) @ differences / n
    low, high = percentile_interval(draws, level)
    factor = small_sample_factor([n], [draws.var()], level)
    bounds = stretched(float(np.mean(differences)), low, high, factor)
    return float(bounds[0]), float(bounds[1])
