"""Tables of a term comparison, from the arrays that `framing.stats.term_contrast` gives."""

from __future__ import annotations

import weakref
from collections.abc import Sequence
from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from framing.annotate.counting.term_counts import TermCounts
from framing.corpus.documents import Corpus
from framing.stats.keyness_effects import battery, log_ratio
from framing.stats.multiplicity import adjust
from framing.stats.rank import rank_turbulence
from framing.stats.term_contrast import SideCounts

_COPIES: weakref.WeakKeyDictionary[Corpus, NDArray[np.bool_]] = weakref.WeakKeyDictionary()


def main_rows(terms: tuple[str, ...], pair: tuple[str, str], voice: str, found: dict[str, Any], reason: str) -> pd.DataFrame:
    """The columns of `TermContrast` for one pair, sorted; the index keeps the place of each term."""
    leans_a = found["estimate"] >= 0
    data = pd.DataFrame({"term": list(terms), "voice": voice, "side_a": pair[0], "side_b": pair[1]})
    for name in ("estimate", "std_error", "z", "ci_low", "ci_high", "p"):
        data[name] = found[name]
    data["p_adjusted"], data["p_min"] = np.nan, found["p_min"]
    for name in ("n_a", "n_b", "rate_a", "rate_b", "n_documents_a", "n_documents_b"):
        data[name] = found[name]
    data["dp_norm"] = np.where(leans_a, found["dp_norm_documents_a"], found["dp_norm_documents_b"])
    data["top_document_share"] = np.where(leans_a, found["top_document_share_a"], found["top_document_share_b"])
    side = pd.Series(np.where(leans_a, pair[0], pair[1]), dtype=object)
    # A word with equal odds leans to no side; rounding may leave 1e-17.
    data["side"] = side.where(np.abs(found["estimate"]) > 1e-12, None)
    data["reason"] = pd.Series([reason or None] * len(data), dtype=object)
    # Ties broken by term, so that two runs print the same table.
    return data.sort_values(["z", "term"], ascending=[False, True], kind="stable")


def measure_rows(
    data: pd.DataFrame, found: dict[str, Any], a: SideCounts, b: SideCounts, documents: tuple[NDArray[Any], NDArray[Any]]
) -> pd.DataFrame:
    """Every other measure, in the order of the main rows; `documents` are the ids of the rows of each side."""
    order = data.index.to_numpy()
    detail = data[["term", "voice", "side_a", "side_b", "n_a", "n_b"]].reset_index(drop=True)
    columns: dict[str, Any] = {}
    if a.n_tokens and b.n_tokens:
        columns = battery(found["n_a"], found["n_b"], a.n_tokens, b.n_tokens)
    columns |= {name: found[name] for name in found if name.startswith(("dp_", "n_outlets_", "top_outlet", "near_duplicate"))}
    columns |= {name: found[name] for name in ("top_document_share_a", "top_document_share_b")}
    for name, ids in (("a", documents[0]), ("b", documents[1])):
        place = found[f"top_document_{name}"]
        columns[f"top_document_{name}"] = np.array([ids[i] if i >= 0 else None for i in place.tolist()], dtype=object)
    for name, values in columns.items():
        detail[name] = values[order]
    return detail


def rank_divergence(first: NDArray[Any], second: NDArray[Any], kept: NDArray[np.int64], alpha: float) -> dict[str, Any]:
    """Rank-turbulence divergence over the whole vocabulary, its parts for the listed terms."""
    found = rank_turbulence(first, second, alpha=alpha)
    return {
        "divergence": found.divergence,
        "rtd": found.contribution[kept],
        "rank_a": found.rank_a[kept],
        "rank_b": found.rank_b[kept],
    }


def lockwords(data: pd.DataFrame, sizes: tuple[float, float], *, ratio: float) -> pd.DataFrame:
    """
    Words that the sides use alike (Baker 2011), most frequent first within those that are surely alike.

    Parameters
    ----------
    data : DataFrame
        The rows of one pair.
    sizes : (n_a, n_b)
        All tokens of each side.
    ratio : float
        Rates within this ratio of each other are alike.

    Returns
    -------
    DataFrame
        Words of both sides whose rates are alike. `locked` is True if the interval of the log-odds ratio lies within
        the bounds too, False if it does not, missing without an interval. `cv` is the coefficient of variation of the
        two rates in per cent.

    References
    ----------
    Baker (2011), Times may change but we'll always have money, Journal of English Linguistics 39(1), 65-88.
    """
    columns = ["term", "voice", "side_a", "side_b", "n_a", "n_b", "rate_a", "rate_b", "estimate", "ci_low", "ci_high"]
    alike = data[(data["n_a"] > 0) & (data["n_b"] > 0)][columns]
    exact = log_ratio(alike["n_a"], alike["n_b"], *sizes) if len(alike) else np.zeros(0)
    alike = alike.assign(log_ratio=exact)[np.abs(exact) <= np.log2(ratio)]
    rates = alike[["rate_a", "rate_b"]].to_numpy(dtype=float)
    alike["cv"] = 100 * rates.std(axis=1) / rates.mean(axis=1) if len(alike) else []
    bound = np.log(ratio)
    inside = (alike["ci_low"] >= -bound) & (alike["ci_high"] <= bound)
    alike["locked"] = inside.astype(object).where(alike["ci_low"].notna(), None)
    total = alike["n_a"] + alike["n_b"]
    order = pd.DataFrame({"open": ~inside, "rare": -total, "term": alike["term"]})
    return alike.loc[order.sort_values(["open", "rare", "term"], kind="stable").index].reset_index(drop=True)


def corrected(data: pd.DataFrame, method: str) -> pd.DataFrame:
    """`p_adjusted` over every row: the family is the whole table."""
    data["p_adjusted"] = adjust(data["p"].to_numpy(dtype=float), method)
    return data


def copies(corpus: Corpus) -> NDArray[np.bool_]:
    """(D,) bool array: documents that are near-duplicates of an earlier one; looked for once for each corpus."""
    if corpus not in _COPIES:
        from framing.corpus.duplicates import duplicate_clusters

        data = duplicate_clusters(corpus).data
        later = set(data.loc[~data["first"].astype(bool), "document"])
        _COPIES[corpus] = np.array([document.id in later for document in corpus], dtype=bool)
    return _COPIES[corpus]


def copied_share(matrix: Any, is_copy: NDArray[np.bool_] | None) -> NDArray[np.float64]:
    """Share of each term's tokens that stand in copies, in [0, 1]; NaN if copies were not looked for."""
    if is_copy is None:
        return np.full(matrix.shape[1], np.nan)
    total = np.asarray(matrix.sum(axis=0), dtype=float).ravel()
    with np.errstate(divide="ignore", invalid="ignore"):
        return np.asarray(matrix.T @ is_copy.astype(float), dtype=float).ravel() / total


def never_seen(given: Sequence[str], counts: TermCounts) -> list[str]:
    """
    What to say of given terms that never occur; nothing if all do.

    Examples
    --------
    >>> from scipy import sparse
    >>> counts = TermCounts(("law", "order"), sparse.csr_matrix([[0, 2]]), np.array([2]), pd.DataFrame())
    >>> never_seen(["law", "order"], counts)
    ["given terms that never occur in this voice: 'law'"]
    """
    totals = dict(zip(counts.terms, counts.totals.tolist(), strict=True))
    never = [f"{term!r}" for term in dict.fromkeys(given) if not totals.get(term)]
    return [f"given terms that never occur in this voice: {', '.join(never)}"] if never else []
