"""How strongly two words attract each other, from their frequencies and how often they meet."""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike, NDArray

Floats = NDArray[np.float64]


def _floats(*values: ArrayLike) -> tuple[Floats, ...]:
    return tuple(np.asarray(value, dtype=float) for value in values)


def log_dice(f_xy: ArrayLike, f_x: ArrayLike, f_y: ArrayLike) -> Floats:
    """
    logDice: at most 14, whatever the size of the corpus; one less means half as often. -inf if the words never meet.

    References
    ----------
    Rychly (2008), RASLAN 2008, 6-9.

    Examples
    --------
    >>> log_dice([5, 1], [5, 2], [5, 2])
    array([14., 13.])
    """
    joint, x, y = _floats(f_xy, f_x, f_y)
    with np.errstate(divide="ignore", invalid="ignore"):
        return 14 + np.log2(2 * joint / (x + y))


def pmi(f_xy: ArrayLike, f_x: ArrayLike, f_y: ArrayLike, n: ArrayLike) -> Floats:
    """
    Pointwise mutual information in bits; -inf if the words never meet. It favours rare words.

    References
    ----------
    Church & Hanks (1990), Computational Linguistics 16(1), 22-29.

    Examples
    --------
    >>> pmi([20], [42], [20], 14307668).round(2)
    array([18.38])
    """
    joint, x, y, size = _floats(f_xy, f_x, f_y, n)
    with np.errstate(divide="ignore", invalid="ignore"):
        return np.log2(joint * size / (x * y))


def npmi(f_xy: ArrayLike, f_x: ArrayLike, f_y: ArrayLike, n: ArrayLike) -> Floats:
    """
    Pointwise mutual information divided by its maximum, in [-1, 1]; -1 if the words never meet.

    References
    ----------
    Bouma (2009), GSCL, 31-40.

    Examples
    --------
    >>> npmi([50], [100], [200], 1000).round(4)
    array([0.3059])
    """
    joint, _, _, size = _floats(f_xy, f_x, f_y, n)
    with np.errstate(divide="ignore", invalid="ignore"):
        value = pmi(f_xy, f_x, f_y, n) / -np.log2(joint / size)
    return np.where(joint > 0, value, -1.0)


def mi3(f_xy: ArrayLike, f_x: ArrayLike, f_y: ArrayLike, n: ArrayLike) -> Floats:
    """
    Mutual information with the joint frequency cubed, which tames its love of rare words; in bits.

    References
    ----------
    Daille (1994), Approche mixte pour l'extraction automatique de terminologie; Oakes (1998).

    Examples
    --------
    >>> mi3([2], [4], [4], 16)
    array([3.])
    """
    joint, x, y, size = _floats(f_xy, f_x, f_y, n)
    with np.errstate(divide="ignore", invalid="ignore"):
        return np.log2(joint**3 * size / (x * y))


def t_score(f_xy: ArrayLike, f_x: ArrayLike, f_y: ArrayLike, n: ArrayLike) -> Floats:
    """
    Observed less expected meetings in units of the root of the observed; NaN if the words never meet.

    References
    ----------
    Church, Gale, Hanks & Hindle (1991), in Zernik (ed.), Lexical Acquisition, 115-164.

    Examples
    --------
    >>> t_score([8], [15828], [4675], 14307668).round(6)
    array([0.999932])
    """
    joint, x, y, size = _floats(f_xy, f_x, f_y, n)
    with np.errstate(divide="ignore", invalid="ignore"):
        return np.where(joint > 0, (joint - x * y / size) / np.sqrt(joint), np.nan)


def z_score(f_xy: ArrayLike, f_x: ArrayLike, f_y: ArrayLike, n: ArrayLike) -> Floats:
    """
    Observed less expected meetings in units of the root of the expected.

    References
    ----------
    Berry-Rogghe (1973), The computation of collocations and their relevance in lexical studies.

    Examples
    --------
    >>> z_score([9], [4], [4], 16)
    array([8.])
    """
    joint, x, y, size = _floats(f_xy, f_x, f_y, n)
    with np.errstate(divide="ignore", invalid="ignore"):
        return (joint - x * y / size) / np.sqrt(x * y / size)


def log_likelihood_of_table(k11: ArrayLike, k12: ArrayLike, k21: ArrayLike, k22: ArrayLike) -> Floats:
    """
    G2 of a two-by-two table, never negative: cells are first row, then second row.

    References
    ----------
    Dunning (1993), Computational Linguistics 19(1), 61-74.

    Examples
    --------
    >>> round(float(log_likelihood_of_table(110, 2442, 111, 29114)), 2)
    270.72
    """
    cells = np.array(np.broadcast_arrays(*_floats(k11, k12, k21, k22)))
    a, b, c, d = cells
    n = cells.sum(axis=0)
    with np.errstate(divide="ignore", invalid="ignore"):
        model = np.array([(a + b) * (a + c), (a + b) * (b + d), (c + d) * (a + c), (c + d) * (b + d)]) / n
        terms = np.where(cells > 0, cells * np.log(cells / model), 0.0)
    return np.asarray(np.maximum(2 * terms.sum(axis=0), 0.0))


def log_likelihood_of_pair(f_xy: ArrayLike, f_x: ArrayLike, f_y: ArrayLike, n: ArrayLike) -> Floats:
    """
    Dunning's G2 of two words, never negative.

    Examples
    --------
    >>> log_likelihood_of_pair([110], [2552], [221], 31777).round(2)
    array([270.72])
    """
    joint, x, y, size = _floats(f_xy, f_x, f_y, n)
    # Windows that overlap can make a pair meet more often than a word stands: no cell may fall below 0.
    return log_likelihood_of_table(
        joint, np.maximum(x - joint, 0), np.maximum(y - joint, 0), np.maximum(size - x - y + joint, 0)
    )


def chi_squared_of_pair(f_xy: ArrayLike, f_x: ArrayLike, f_y: ArrayLike, n: ArrayLike) -> Floats:
    """
    Pearson's chi-squared of two words.

    Examples
    --------
    >>> chi_squared_of_pair([8], [15828], [4675], 14307668).round(2)
    array([1.55])
    """
    joint, x, y, size = _floats(f_xy, f_x, f_y, n)
    b, c, d = x - joint, y - joint, size - x - y + joint
    with np.errstate(divide="ignore", invalid="ignore"):
        return size * (joint * d - b * c) ** 2 / (x * (size - x) * y * (size - y))


def delta_p(f_xy: ArrayLike, f_x: ArrayLike, f_y: ArrayLike, n: ArrayLike) -> tuple[Floats, Floats]:
    """
    How much more likely the second word is where the first stands, and the other way round; each in [-1, 1].

    Returns
    -------
    y_given_x, x_given_y : arrays

    References
    ----------
    Gries (2013), International Journal of Corpus Linguistics 18(1), 137-165.

    Examples
    --------
    >>> forward, backward = delta_p([8], [10], [20], 100)
    >>> forward.round(3), backward.round(3)
    (array([0.667]), array([0.375]))
    """
    joint, x, y, size = _floats(f_xy, f_x, f_y, n)
    with np.errstate(divide="ignore", invalid="ignore"):
        return joint / x - (y - joint) / (size - x), joint / y - (x - joint) / (size - y)


def association(f_xy: ArrayLike, f_x: ArrayLike, f_y: ArrayLike, n: ArrayLike) -> dict[str, Floats]:
    """
    Every measure above, by name.

    Examples
    --------
    >>> sorted(association([8], [10], [20], 100))[:4]
    ['chi2', 'delta_p_backward', 'delta_p_forward', 'dice']
    """
    given = (f_xy, f_x, f_y, n)
    joint, x, y, size = _floats(*given)
    forward, backward = delta_p(*given)
    with np.errstate(divide="ignore", invalid="ignore"):
        return {
            "expected": x * y / size, "log_dice": log_dice(f_xy, f_x, f_y), "dice": 2 * joint / (x + y),
            "pmi": pmi(*given), "npmi": npmi(*given), "mi3": mi3(*given), "t_score": t_score(*given),
            "z_score": z_score(*given), "log_likelihood": log_likelihood_of_pair(*given),
            "chi2": chi_squared_of_pair(*given), "delta_p_forward": forward, "delta_p_backward": backward,
        }  # fmt: skip
