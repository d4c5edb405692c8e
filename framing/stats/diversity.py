"""Lexical diversity of one text: how many different words it uses, with and without the effect of its length."""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike, NDArray

from framing.errors import OptionError

NAN = float("nan")


def mattr(tokens: ArrayLike, *, window: int = 100) -> float:
    """
    Moving-average type-token ratio: mean over all windows of the share of different words.

    Parameters
    ----------
    tokens : (N,) int array
        Type of each token, in the order of the text.
    window : int

    Returns
    -------
    float
        In (0, 1]; NaN for a text shorter than the window.

    References
    ----------
    Covington & McFall (2010), Journal of Quantitative Linguistics 17(2), 94-100.

    Examples
    --------
    >>> mattr([0, 1, 0, 1], window=2), mattr([0, 0, 1, 1], window=2)
    (1.0, 0.6666666666666666)
    """
    kinds = np.asarray(tokens)
    n = len(kinds)
    if window < 1:
        raise OptionError(f"`window` must be at least 1, got {window}")
    if n < window:
        return NAN
    # A token is new in all windows that begin after its previous occurrence and end at or after it.
    previous = _previous(kinds)
    place = np.arange(n)
    first, last = np.maximum(previous + 1, np.maximum(place - window + 1, 0)), np.minimum(place, n - window)
    return float(np.maximum(last - first + 1, 0).sum() / ((n - window + 1) * window))


def _previous(kinds: NDArray[np.int64]) -> NDArray[np.int64]:
    """Where the same type stood last, -1 where it is new."""
    order = np.argsort(kinds, kind="stable")
    same = np.flatnonzero(kinds[order][1:] == kinds[order][:-1])
    previous = np.full(len(kinds), -1, dtype=np.int64)
    previous[order[same + 1]] = order[same]
    return previous


def msttr(tokens: ArrayLike, *, window: int = 100) -> float:
    """
    Mean segmental type-token ratio: mean over whole segments that do not overlap; the rest of the text is left out.

    NaN for a text shorter than the segment.

    References
    ----------
    Johnson (1944), Psychological Monographs 56(2), 1-15.

    Examples
    --------
    >>> msttr([0, 1, 0, 0, 2], window=2)
    0.75
    """
    kinds = np.asarray(tokens)
    n = len(kinds) // window
    if not n:
        return NAN
    return float(np.mean([len(np.unique(kinds[i * window : (i + 1) * window])) / window for i in range(n)]))


def mtld(tokens: ArrayLike, *, threshold: float = 0.72, min_tokens: int = 0) -> float:
    """
    Measure of textual lexical diversity: mean length of stretches that keep their type-token ratio above a threshold.

    Parameters
    ----------
    tokens : (N,) int array
        Type of each token, in the order of the text.
    threshold : float
        In (0, 1).
    min_tokens : int
        A stretch may not end before this many tokens; 0 as in the paper, 10 in some ports.

    Returns
    -------
    float
        Mean of the forward and the backward pass, in words. A last stretch that does not reach the threshold counts in
        part. NaN for an empty text, and where every word of it is new, so that no stretch ends.

    References
    ----------
    McCarthy & Jarvis (2010), Behavior Research Methods 42(2), 381-392.

    Examples
    --------
    >>> mtld([0, 1, 0, 1, 0, 1, 0, 1])
    4.0
    """
    kinds = np.asarray(tokens).tolist()
    forward, backward = (_factors(way, threshold, min_tokens) for way in (kinds, kinds[::-1]))
    if not (forward and backward):
        return NAN
    return (len(kinds) / forward + len(kinds) / backward) / 2


def _factors(kinds: list[int], threshold: float, min_tokens: int) -> float:
    """Stretches of one pass, the last one in part."""
    factors, seen, n, ratio = 0.0, set(), 0, 1.0
    for kind in kinds:
        seen.add(kind)
        n += 1
        ratio = len(seen) / n
        if ratio < threshold and n >= min_tokens:
            factors, seen, n, ratio = factors + 1, set(), 0, 1.0
    return factors + (1 - ratio) / (1 - threshold) if n else factors


def hdd(tokens: ArrayLike, *, sample: int = 42) -> float:
    """
    HD-D: the type-token ratio expected in a random sample of this many tokens.

    Parameters
    ----------
    tokens : (N,) int array
    sample : int

    Returns
    -------
    float
        In (0, 1]; NaN for a text shorter than the sample.

    References
    ----------
    McCarthy & Jarvis (2007), Language Testing 24(4), 459-488.

    Examples
    --------
    >>> round(hdd([0] * 25 + [1] * 25), 4)
    0.0476
    """
    from scipy.special import gammaln

    frequency = np.unique(np.asarray(tokens), return_counts=True)[1].astype(float)
    n = frequency.sum()
    if n < sample:
        return NAN
    rest = n - frequency
    possible = rest >= sample
    absent = np.zeros(len(frequency))
    left = rest[possible]
    absent[possible] = np.exp(gammaln(left + 1) - gammaln(left - sample + 1) - gammaln(n + 1) + gammaln(n - sample + 1))
    return float((1 - absent).sum() / sample)


def yule_k(tokens: ArrayLike) -> float:
    """
    Yule's K: the chance that two tokens drawn from the text are the same word, times 10,000; small is diverse.

    NaN for an empty text.

    References
    ----------
    Yule (1944), The Statistical Study of Literary Vocabulary.

    Examples
    --------
    >>> yule_k([0, 0, 1, 2])
    1250.0
    """
    return yule_k_of_frequencies(np.unique(np.asarray(tokens), return_counts=True)[1])


def yule_k_of_frequencies(frequencies: ArrayLike, n_types: ArrayLike = 1) -> float:
    """
    Yule's K from how often each type occurs, or from a frequency spectrum.

    Parameters
    ----------
    frequencies : (F,) array
        Tokens of a type.
    n_types : int or (F,) array
        How many types have that frequency.

    Examples
    --------
    >>> yule_k_of_frequencies([1, 2], [2, 1])
    1250.0
    """
    f, types = np.asarray(frequencies, dtype=float), np.asarray(n_types, dtype=float)
    n = float((f * types).sum())
    return float(1e4 * ((f**2 * types).sum() - n) / n**2) if n else NAN


def simple_measures(n_types: int, n_tokens: int) -> dict[str, float]:
    """
    Measures of types V and tokens N alone; all but the last few still depend on the length of the text.

    Returns
    -------
    dict of str to float
        `ttr` V/N, `root_ttr` (Guiraud's R), `corrected_ttr` (Carroll), `log_ttr` (Herdan's C), `maas` (a squared),
        `summer`, `dugast`. NaN for an empty text, and where a logarithm is 0 in a denominator.

    References
    ----------
    Tweedie & Baayen (1998), Computers and the Humanities 32, 323-352.

    Examples
    --------
    >>> simple_measures(2, 8)["ttr"], round(simple_measures(2, 8)["log_ttr"], 3)
    (0.25, 0.333)
    """
    if not n_tokens:
        return dict.fromkeys(("ttr", "root_ttr", "corrected_ttr", "log_ttr", "maas", "summer", "dugast"), NAN)
    v, n = np.float64(n_types), np.float64(n_tokens)
    with np.errstate(divide="ignore", invalid="ignore"):
        found = {
            "ttr": v / n,
            "root_ttr": v / np.sqrt(n),
            "corrected_ttr": v / np.sqrt(2 * n),
            "log_ttr": np.log(v) / np.log(n),
            "maas": (np.log10(n) - np.log10(v)) / np.log10(n) ** 2,
            "summer": np.log(np.log(v)) / np.log(np.log(n)),
            "dugast": np.log(n) ** 2 / (np.log(n) - np.log(v)),
        }
    return {name: float(value) if np.isfinite(value) else NAN for name, value in found.items()}
