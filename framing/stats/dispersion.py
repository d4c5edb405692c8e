"""How evenly a word is spread over the parts of a corpus: documents, outlets."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import ArrayLike, NDArray
from scipy import sparse

Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Dispersion:
    """
    Deviation of proportions of every word.

    Attributes
    ----------
    dp : (V,) float array
        In [0, 1): 0 when the word is spread as the tokens are, near 1 when it stands in one small part.
    dp_norm : (V,) float array
        In [0, 1]: divided by its maximum for these parts.
    n_parts : (V,) int array
        Parts that have the word.
    top_share : (V,) float array
        Share of the word's tokens that stand in the part with most of them, in (0, 1].
    top_part : (V,) int array
        That part; the first of equals, -1 where no part has the word.
    """

    dp: Floats
    dp_norm: Floats
    n_parts: NDArray[np.int64]
    top_share: Floats
    top_part: NDArray[np.int64]


def dispersion(counts: Any, sizes: ArrayLike) -> Dispersion:
    """
    DP and DPnorm of every word at once, from sparse counts.

    Parameters
    ----------
    counts : (P, V) array or sparse matrix
        Tokens of each word in each part.
    sizes : (P,) array
        All tokens of each part; parts without tokens are left out.

    Returns
    -------
    Dispersion
        `dp`, `dp_norm` and `top_share` are NaN for words that do not occur and with fewer than two parts.

    References
    ----------
    Gries (2008), International Journal of Corpus Linguistics 13(4), 403-437; Lijffijt & Gries (2012), ibid. 17(1),
    147-149 (DPnorm).

    Examples
    --------
    >>> spread = dispersion(np.array([[1, 2, 3, 4, 5]]).T, [9, 10, 10, 10, 11])
    >>> spread.dp.round(3), spread.dp_norm.round(4), spread.top_share.round(3)
    (array([0.18]), array([0.2195]), array([0.333]))
    """
    size = np.asarray(sizes, dtype=float)
    matrix = sparse.csc_matrix(counts)
    matrix = matrix[np.flatnonzero(size > 0)].tocsc() if (size <= 0).any() else matrix
    matrix.eliminate_zeros()
    kept = np.flatnonzero(size > 0)
    share = size[kept] / size[kept].sum() if len(kept) else size[kept]
    totals = np.asarray(matrix.sum(axis=0), dtype=float).ravel()
    words = np.repeat(np.arange(matrix.shape[1]), np.diff(matrix.indptr))
    with np.errstate(divide="ignore", invalid="ignore"):
        observed = matrix.data / totals[words]
        far = np.bincount(words, np.abs(observed - share[matrix.indices]), matrix.shape[1])
        covered = np.bincount(words, share[matrix.indices], matrix.shape[1])
        dp = (far + 1 - covered) / 2
        norm = dp / (1 - share.min()) if len(kept) > 1 else np.full_like(dp, np.nan)
    top, part = _largest(matrix, totals)
    without_meaning = (totals == 0) | (len(kept) < 2)
    dp[without_meaning], norm[without_meaning] = np.nan, np.nan
    parts = np.diff(matrix.indptr).astype(np.int64)
    return Dispersion(dp, norm, parts, top, np.where(part >= 0, kept[part] if len(kept) else -1, -1))


def _largest(matrix: sparse.csc_matrix, totals: Floats) -> tuple[Floats, NDArray[np.int64]]:
    """Share and row of the largest entry of each column; the first row of equals."""
    n_words = matrix.shape[1]
    words = np.repeat(np.arange(n_words), np.diff(matrix.indptr))
    order = np.lexsort((matrix.indices, -matrix.data, words))
    first = np.full(n_words, -1)
    present = np.flatnonzero(np.diff(matrix.indptr) > 0)
    first[present] = order[matrix.indptr[present]]
    share, row = np.full(n_words, np.nan), np.full(n_words, -1, dtype=np.int64)
    share[present] = matrix.data[first[present]] / totals[present]
    row[present] = matrix.indices[first[present]]
    return share, row


def dispersion_of_one(freqs: ArrayLike, sizes: ArrayLike) -> dict[str, float]:
    """
    Every dispersion measure of one word, as the textbook lists them.

    Parameters
    ----------
    freqs : (P,) array
        Tokens of the word in each part.
    sizes : (P,) array
        All tokens of each part.

    Returns
    -------
    dict of str to float
        NaN for a word that does not occur; DPnorm, Juilland's D, D2 and the normed divergence also with one part.
        Juilland's D over unequal parts (`juilland_D_relfreq`) uses relative frequencies and the population sd.

    References
    ----------
    Gries (2020), Analyzing dispersion, in A Practical Handbook of Corpus Linguistics; Juilland & Chang-Rodriguez
    (1964); Carroll (1970); Rosengren (1971).

    Examples
    --------
    >>> textbook = dispersion_of_one([1, 2, 3, 4, 5], [9, 10, 10, 10, 11])
    >>> {name: round(textbook[name], 3) for name in ("DP", "juilland_D_relfreq", "carroll_D2", "KLD")}
    {'DP': 0.18, 'juilland_D_relfreq': 0.785, 'carroll_D2': 0.938, 'KLD': 0.137}
    """
    f, size = np.asarray(freqs, dtype=float), np.asarray(sizes, dtype=float)
    n, total = len(f), f.sum()
    found = {"range": float((f > 0).sum()), "range_prop": float((f > 0).mean()) if n else np.nan}
    if not total > 0:
        return found | dict.fromkeys(_MEASURES, np.nan)
    share, observed = size / size.sum(), f / total
    with np.errstate(divide="ignore", invalid="ignore"):
        rate = f / size
        dp = float(np.abs(observed - share).sum() / 2)
        divergence = float(np.where(observed > 0, observed * np.log2(observed / share), 0.0).sum())
        return found | {
            "DP": dp,
            "DPnorm": dp / (1 - share.min()) if n > 1 else np.nan,
            "juilland_D_relfreq": _juilland(rate),
            "juilland_D_equal_parts": _juilland(f),
            "carroll_D2": _carroll(rate),
            "rosengren_S_adj": float(np.sqrt(share * f).sum() ** 2 / total),
            "KLD": divergence,
            "KLD_norm": 1 - 2.0**-divergence,
            "sd_sample": float(f.std(ddof=1)) if n > 1 else np.nan,
            "vc_pop": float(f.std() / f.mean()),
        }


_MEASURES = (
    "DP", "DPnorm", "juilland_D_relfreq", "juilland_D_equal_parts", "carroll_D2", "rosengren_S_adj", "KLD", "KLD_norm",
    "sd_sample", "vc_pop",
)  # fmt: skip


def _juilland(values: Floats) -> float:
    if len(values) < 2:
        return float("nan")
    return float(1 - values.std() / values.mean() / np.sqrt(len(values) - 1))


def _carroll(rate: Floats) -> float:
    if len(rate) < 2:
        return float("nan")
    p = rate[rate > 0] / rate.sum()
    return float(-(p * np.log2(p)).sum() / np.log2(len(rate)))
