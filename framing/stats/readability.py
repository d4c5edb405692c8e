"""Readability formulas on counts of words, sentences, syllables and letters."""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike, NDArray

Floats = NDArray[np.float64]


def _ratio(over: ArrayLike, under: ArrayLike) -> Floats:
    top, base = np.asarray(over, dtype=float), np.asarray(under, dtype=float)
    with np.errstate(divide="ignore", invalid="ignore"):
        return np.where(base > 0, top / base, np.nan)


def flesch_reading_ease(words: ArrayLike, sentences: ArrayLike, syllables: ArrayLike) -> Floats:
    """
    Flesch's reading ease: about 0 (very hard) to 100 (very easy), without bounds; NaN without words or sentences.

    References
    ----------
    Flesch (1948), Journal of Applied Psychology 32(3), 221-233.

    Examples
    --------
    >>> float(flesch_reading_ease(6, 1, 6).round(3))
    116.145
    """
    return 206.835 - 1.015 * _ratio(words, sentences) - 84.6 * _ratio(syllables, words)


def flesch_kincaid_grade(words: ArrayLike, sentences: ArrayLike, syllables: ArrayLike) -> Floats:
    """
    School grade (United States) needed to read the text; NaN without words or sentences.

    References
    ----------
    Kincaid, Fishburne, Rogers & Chissom (1975), Research Branch Report 8-75.

    Examples
    --------
    >>> float(flesch_kincaid_grade(420, 18, 680).round(3))
    12.615
    """
    return 0.39 * _ratio(words, sentences) + 11.8 * _ratio(syllables, words) - 15.59


def automated_readability_index(words: ArrayLike, sentences: ArrayLike, letters: ArrayLike) -> Floats:
    """
    School grade from characters per word and words per sentence; NaN without words or sentences.

    References
    ----------
    Smith & Senter (1967), Automated readability index, AMRL-TR-66-220.

    Examples
    --------
    >>> float(automated_readability_index(420, 18, 2150).round(3))
    14.347
    """
    return 4.71 * _ratio(letters, words) + 0.5 * _ratio(words, sentences) - 21.43


def coleman_liau_index(words: ArrayLike, sentences: ArrayLike, letters: ArrayLike) -> Floats:
    """
    School grade from letters and sentences per 100 words; no syllables needed. NaN without words.

    References
    ----------
    Coleman & Liau (1975), Journal of Applied Psychology 60(2), 283-284.

    Examples
    --------
    >>> float(coleman_liau_index(420, 18, 2150).round(3))
    13.031
    """
    return 5.88 * _ratio(letters, words) - 29.6 * _ratio(sentences, words) - 15.8


def gunning_fog(words: ArrayLike, sentences: ArrayLike, complex_words: ArrayLike) -> Floats:
    """
    Years of school from sentence length and the share of words of three or more syllables; NaN without words.

    References
    ----------
    Gunning (1952), The Technique of Clear Writing.

    Examples
    --------
    >>> float(gunning_fog(420, 18, 62).round(3))
    15.238
    """
    return 0.4 * (_ratio(words, sentences) + 100 * _ratio(complex_words, words))


def smog_index(sentences: ArrayLike, polysyllables: ArrayLike) -> Floats:
    """
    School grade from words of three or more syllables per 30 sentences; NaN without sentences.

    Made for samples of 30 sentences; on shorter texts it is rough.

    References
    ----------
    McLaughlin (1969), Journal of Reading 12(8), 639-646.

    Examples
    --------
    >>> float(smog_index(18, 62).round(3))
    13.732
    """
    return 1.043 * np.sqrt(30 * _ratio(polysyllables, sentences)) + 3.1291


def dale_chall(words: ArrayLike, sentences: ArrayLike, difficult: ArrayLike) -> Floats:
    """
    Dale-Chall score from words that are not on the list of easy words; 3.6365 is added above 5 per cent of them.

    NaN without words or sentences.

    References
    ----------
    Dale & Chall (1948), Educational Research Bulletin 27(1), 11-20.

    Examples
    --------
    >>> float(dale_chall(420, 18, 95).round(3))
    8.365
    """
    share = 100 * _ratio(difficult, words)
    return 0.1579 * share + 0.0496 * _ratio(words, sentences) + np.where(share > 5, 3.6365, 0.0)


def lix(words: ArrayLike, sentences: ArrayLike, long_words: ArrayLike) -> Floats:
    """
    Lasbarhetsindex: words per sentence plus the percentage of words of more than six letters; NaN without words.

    References
    ----------
    Bjornsson (1968), Lasbarhet.

    Examples
    --------
    >>> float(lix(100, 5, 25))
    45.0
    """
    return _ratio(words, sentences) + 100 * _ratio(long_words, words)
