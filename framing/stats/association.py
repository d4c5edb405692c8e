"""How far a word leans to one of two corpora: log-odds with a Dirichlet prior, G2, and the field's effect sizes."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray

from framing.errors import OptionError

Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class LogOdds:
    """
    Log-odds ratios of one vocabulary; positive means the word leans to the first corpus.

    Attributes
    ----------
    estimate : (V,) float array
        Natural logarithm of the ratio of the two posterior odds.
    std_error : (V,) float array
        Square root of the approximate variance (equation 20 of the paper) or of the full one (equation 19).
    z : (V,) float array
        `estimate / std_error`.
    """

    estimate: Floats
    std_error: Floats
    z: Floats


def log_odds(
    a: ArrayLike,
    b: ArrayLike,
    prior: ArrayLike,
    *,
    n_a: float | None = None,
    n_b: float | None = None,
    prior_total: float | None = None,
    variance: str = "approximate",
) -> LogOdds:
    """
    Log-odds ratio of every word with a Dirichlet prior.

    Parameters
    ----------
    a, b : (V,) array of counts
        Tokens of each word in the two corpora.
    prior : float or (V,) array
        Pseudo-counts of each word: one small number (uninformative), or counts of a background corpus (informative).
    n_a, n_b : float, optional
        Tokens of each corpus; the sums of `a` and `b` unless the vocabulary was cut before.
    prior_total : float, optional
        Sum of the prior over the whole vocabulary; the sum of `prior` over the words given unless said.
    variance : {"approximate", "full"}
        The usual approximation `1/(a + prior) + 1/(b + prior)`, or all four terms.

    Returns
    -------
    LogOdds
        NaN where one word is the whole corpus, prior included, so that its odds are infinite.

    Raises
    ------
    OptionError
        If a prior is negative, or zero for a word that one corpus lacks.

    References
    ----------
    Monroe, Colaresi & Quinn (2008), Political Analysis 16(4), 372-403, equations 15-22.

    Examples
    --------
    >>> fit = log_odds([8, 2], [1, 9], prior=0.5)
    >>> fit.estimate.round(3)
    array([ 3.07, -3.07])
    """
    y_a, y_b = np.asarray(a, dtype=float), np.asarray(b, dtype=float)
    alpha = np.asarray(prior, dtype=float)
    if alpha.ndim == 0:
        alpha = np.full(y_a.shape, float(alpha))
    _refuse_prior(alpha, y_a, y_b)
    total = float(alpha.sum()) if prior_total is None else prior_total
    with_a, with_b = y_a + alpha, y_b + alpha
    without_a = (y_a.sum() if n_a is None else n_a) + total - with_a
    without_b = (y_b.sum() if n_b is None else n_b) + total - with_b
    spread = 1 / with_a + 1 / with_b
    with np.errstate(divide="ignore", invalid="ignore"):
        if variance == "full":
            spread = spread + 1 / without_a + 1 / without_b
        estimate = np.log(with_a * without_b / (without_a * with_b))
    estimate[~np.isfinite(estimate)] = np.nan
    std_error = np.sqrt(spread)
    return LogOdds(estimate, std_error, estimate / std_error)


def _refuse_prior(alpha: Floats, y_a: Floats, y_b: Floats) -> None:
    if alpha.size and not alpha.min() >= 0:
        raise OptionError(f"`prior` must be greater than 0, got {alpha.min():g}")
    if alpha.size and alpha.min() == 0 and bool(((alpha == 0) & ((y_a == 0) | (y_b == 0))).any()):
        raise OptionError("`prior` must be greater than 0 for every word that one of the corpora lacks, got 0")


def expected(a: ArrayLike, b: ArrayLike, n_a: float, n_b: float) -> tuple[Floats, Floats]:
    """
    Tokens expected in each corpus if the word had one rate in both.

    Examples
    --------
    >>> expected([150], [90], 100_000, 120_000)
    (array([109.09090909]), array([130.90909091]))
    """
    both = np.asarray(a, dtype=float) + np.asarray(b, dtype=float)
    return both * n_a / (n_a + n_b), both * n_b / (n_a + n_b)


def _times_log_ratio(observed: Floats, model: Floats) -> Floats:
    """`O ln(O / E)`, 0 where nothing was observed."""
    with np.errstate(divide="ignore", invalid="ignore"):
        return np.where(observed > 0, observed * np.log(observed / model), 0.0)


def log_likelihood(a: ArrayLike, b: ArrayLike, n_a: float, n_b: float, *, cells: int = 2) -> Floats:
    """
    G2, the log-likelihood ratio of a word in two corpora; never negative.

    Parameters
    ----------
    a, b : (V,) array of counts
    n_a, n_b : float
        Tokens of each corpus.
    cells : {2, 4}
        2 as on the UCREL wizard (the word alone); 4 as in Dunning (the other words too).

    Returns
    -------
    (V,) float array
        NaN where neither corpus has the word.

    References
    ----------
    Dunning (1993), Computational Linguistics 19(1), 61-74; Rayson & Garside (2000), Workshop on Comparing Corpora.

    Examples
    --------
    >>> log_likelihood([150], [90], 100_000, 120_000).round(4)
    array([28.0913])
    """
    o_a, o_b = np.asarray(a, dtype=float), np.asarray(b, dtype=float)
    e_a, e_b = expected(o_a, o_b, n_a, n_b)
    total = _times_log_ratio(o_a, e_a) + _times_log_ratio(o_b, e_b)
    if cells == 4:
        total = total + _times_log_ratio(n_a - o_a, n_a - e_a) + _times_log_ratio(n_b - o_b, n_b - e_b)
    # Rounding may leave -1e-15 where both rates are equal.
    return np.where(o_a + o_b > 0, np.maximum(2 * total, 0.0), np.nan)


def chi_squared(a: ArrayLike, b: ArrayLike, n_a: float, n_b: float, *, yates: bool = False) -> Floats:
    """
    Pearson's chi-squared of the word against all other words, with or without Yates' correction.

    NaN where neither corpus has the word.

    References
    ----------
    Pearson (1900), Philosophical Magazine 50, 157-175; Yates (1934), J. R. Stat. Soc. Suppl. 1, 217-235.

    Examples
    --------
    >>> chi_squared([150], [90], 100_000, 120_000).round(3)
    array([28.156])
    """
    o_a, o_b = np.asarray(a, dtype=float), np.asarray(b, dtype=float)
    n = n_a + n_b
    determinant = np.abs(o_a * (n_b - o_b) - o_b * (n_a - o_a))
    if yates:
        determinant = np.maximum(determinant - n / 2, 0.0)
    with np.errstate(divide="ignore", invalid="ignore"):
        return n * determinant**2 / (n_a * n_b * (o_a + o_b) * (n - o_a - o_b))


def williams(a: ArrayLike, b: ArrayLike, n_a: float, n_b: float) -> Floats:
    """
    Williams' divisor for G2 of small tables; G2 divided by it is closer to chi-squared. At least 1.

    References
    ----------
    Williams (1976), Biometrika 63(1), 33-37.

    Examples
    --------
    >>> williams([3], [2], 17, 12).round(3)
    array([1.108])
    """
    o_a, o_b = np.asarray(a, dtype=float), np.asarray(b, dtype=float)
    n = n_a + n_b
    with np.errstate(divide="ignore", invalid="ignore"):
        rows = n / (o_a + o_b) + n / (n - o_a - o_b) - 1
        return 1 + rows * (n / n_a + n / n_b - 1) / (6 * n)


def fisher_exact(a: ArrayLike, b: ArrayLike, n_a: int, n_b: int) -> Floats:
    """
    Two-sided p of Fisher's exact test of the word against all other words.

    NaN where neither corpus has the word. Tokens are not independent: use it for small tables, never as evidence alone.

    References
    ----------
    Fisher (1922), J. R. Stat. Soc. 85(1), 87-94.

    Examples
    --------
    >>> fisher_exact([5], [2], 17, 12).round(3)
    array([0.665])
    """
    from scipy.stats import fisher_exact as exact

    pairs = zip(np.asarray(a, dtype=int).tolist(), np.asarray(b, dtype=int).tolist(), strict=True)
    return np.array([float(exact(np.array([[x, n_a - x], [y, n_b - y]])).pvalue) if x + y else np.nan for x, y in pairs])
