"""Effect sizes of a word in two corpora, as the keyness literature names them."""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike, NDArray

from framing.stats.association import chi_squared, expected, log_likelihood

Floats = NDArray[np.float64]


def log_ratio(a: ArrayLike, b: ArrayLike, n_a: float, n_b: float) -> Floats:
    """
    Binary logarithm of the ratio of relative frequencies: 1 means twice as frequent in the first corpus.

    A count of 0 stands as 0.5; NaN where neither corpus has the word.

    References
    ----------
    Hardie (2014), Log Ratio: an informal introduction, CASS.

    Examples
    --------
    >>> log_ratio([150, 0], [90, 12], 100_000, 120_000).round(3)
    array([ 1.   , -4.322])
    """
    y_a, y_b = np.asarray(a, dtype=float), np.asarray(b, dtype=float)
    with np.errstate(divide="ignore"):
        ratio = np.log2((np.where(y_a > 0, y_a, 0.5) / n_a) / (np.where(y_b > 0, y_b, 0.5) / n_b))
    return np.where(y_a + y_b > 0, ratio, np.nan)


def percent_difference(a: ArrayLike, b: ArrayLike, n_a: float, n_b: float) -> Floats:
    """
    %DIFF, the difference of relative frequencies in per cent of the second; -100 if the first lacks the word.

    A second frequency of 0 stands as 1e-18, as in the paper, so that the value is astronomically large: print
    "absent" there. NaN where neither corpus has the word.

    References
    ----------
    Gabrielatos & Marchi (2011), Keyness: matching metrics to definitions.

    Examples
    --------
    >>> percent_difference([150], [90], 100_000, 120_000).round(6)
    array([100.])
    """
    rate_a, rate_b = np.asarray(a, dtype=float) / n_a, np.asarray(b, dtype=float) / n_b
    base = np.where(rate_b > 0, rate_b, 1e-18)
    return np.where(rate_a + rate_b > 0, (rate_a - rate_b) * 100 / base, np.nan)


def relative_risk(a: ArrayLike, b: ArrayLike, n_a: float, n_b: float) -> Floats:
    """
    Ratio of the two relative frequencies; infinite if only the second lacks the word, NaN if both do.

    Examples
    --------
    >>> relative_risk([150], [90], 100_000, 120_000)
    array([2.])
    """
    with np.errstate(divide="ignore", invalid="ignore"):
        return (np.asarray(a, dtype=float) * n_b) / (np.asarray(b, dtype=float) * n_a)


def odds_ratio(a: ArrayLike, b: ArrayLike, n_a: float, n_b: float) -> Floats:
    """
    Ratio of the odds of the word in the two samples; infinite if only the second lacks the word, NaN if both do.

    Examples
    --------
    >>> odds_ratio([150], [90], 100_000, 120_000).round(4)
    array([2.0015])
    """
    y_a, y_b = np.asarray(a, dtype=float), np.asarray(b, dtype=float)
    with np.errstate(divide="ignore", invalid="ignore"):
        return y_a * (n_b - y_b) / (y_b * (n_a - y_a))


def effect_size_of_log_likelihood(a: ArrayLike, b: ArrayLike, n_a: float, n_b: float) -> Floats:
    """
    ELL, the share of the largest possible G2 (2 cells), about [0, 1].

    NaN where the smaller expected count is at most 1, where its logarithm has no use as a scale, and where neither
    corpus has the word.

    References
    ----------
    Johnston, Berry & Mielke (2006), Perceptual and Motor Skills 103(2), 412-414.

    Examples
    --------
    >>> effect_size_of_log_likelihood([0], [12], 40_000, 50_000)
    array([9.36351955e-05])
    """
    e_a, e_b = expected(a, b, n_a, n_b)
    smaller = np.minimum(e_a, e_b)
    with np.errstate(divide="ignore", invalid="ignore"):
        effect = log_likelihood(a, b, n_a, n_b) / ((n_a + n_b) * np.log(smaller))
    return np.where(smaller > 1, effect, np.nan)


def bayes_factor(a: ArrayLike, b: ArrayLike, n_a: float, n_b: float) -> Floats:
    """
    BIC approximation of the Bayes factor of G2 (2 cells): above 10 very strong, 6-10 strong, 2-6 positive, below 0
    evidence that the rates are equal.

    NaN where neither corpus has the word.

    References
    ----------
    Wilson (2013), in Bieswanger & Koll-Stobbe (eds), New Approaches to the Study of Linguistic Variability, 3-11.

    Examples
    --------
    >>> bayes_factor([150], [90], 100_000, 120_000).round(2)
    array([15.79])
    """
    return log_likelihood(a, b, n_a, n_b) - np.log(n_a + n_b)


def difference_coefficient(a: ArrayLike, b: ArrayLike, n_a: float, n_b: float) -> Floats:
    """
    Difference of the relative frequencies over their sum, in [-1, 1]; NaN where neither corpus has the word.

    References
    ----------
    Hofland & Johansson (1982), Word Frequencies in British and American English.

    Examples
    --------
    >>> difference_coefficient([150], [90], 100_000, 120_000).round(3)
    array([0.333])
    """
    rate_a, rate_b = np.asarray(a, dtype=float) / n_a, np.asarray(b, dtype=float) / n_b
    with np.errstate(divide="ignore", invalid="ignore"):
        return (rate_a - rate_b) / (rate_a + rate_b)


def simple_maths(a: ArrayLike, b: ArrayLike, n_a: float, n_b: float, *, k: float = 100) -> Floats:
    """
    Ratio of the frequencies per million, each with `k` added: small `k` favours rare words, large `k` frequent ones.

    References
    ----------
    Kilgarriff (2009), Simple maths for keywords, Corpus Linguistics.

    Examples
    --------
    >>> simple_maths([150], [90], 100_000, 120_000, k=100).round(4)
    array([1.8824])
    """
    return (np.asarray(a, dtype=float) * 1e6 / n_a + k) / (np.asarray(b, dtype=float) * 1e6 / n_b + k)


def pointwise_information(a: ArrayLike, b: ArrayLike, n_a: float, n_b: float) -> Floats:
    """
    Natural logarithm of the observed over the expected count in the first corpus; -inf if it lacks the word.

    References
    ----------
    Church & Hanks (1990), Computational Linguistics 16(1), 22-29.

    Examples
    --------
    >>> pointwise_information([3], [2], 17, 12).round(4)
    array([0.0233])
    """
    with np.errstate(divide="ignore", invalid="ignore"):
        return np.log(np.asarray(a, dtype=float) / expected(a, b, n_a, n_b)[0])


def battery(a: ArrayLike, b: ArrayLike, n_a: float, n_b: float) -> dict[str, Floats]:
    """
    Every measure above for every word, by the name it has in `Keyness.tables["measures"]`.

    Examples
    --------
    >>> sorted(battery([3], [1], 10, 10))[:4]
    ['bayes_factor_bic', 'chi2', 'difference_coefficient', 'ell']
    """
    given = (a, b, n_a, n_b)
    sign = np.sign(np.asarray(a, dtype=float) * n_b - np.asarray(b, dtype=float) * n_a)
    return {
        "g2_2cell": log_likelihood(*given),
        "g2_4cell": log_likelihood(*given, cells=4),
        "chi2": chi_squared(*given),
        "log_ratio": log_ratio(*given),
        "percent_difference": percent_difference(*given),
        "relative_risk": relative_risk(*given),
        "odds_ratio": odds_ratio(*given),
        "ell": effect_size_of_log_likelihood(*given),
        "bayes_factor_bic": bayes_factor(*given),
        "difference_coefficient": difference_coefficient(*given),
        "simple_maths": simple_maths(*given),
        "sign": sign,
    }
