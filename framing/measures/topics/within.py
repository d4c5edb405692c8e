"""The same topic, worded differently: terms that each side prefers inside one topic."""

from __future__ import annotations

from itertools import combinations
from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import NDArray
from scipy import sparse

from framing.measures.topics.fitted import Fitted
from framing.measures.topics.models import expected_counts
from framing.measures.topics.options import Options
from framing.stats.multiplicity import adjust
from framing.stats.term_contrast import Resampling, SideCounts, contrast_terms

Floats = NDArray[np.float64]
N_WORDS, N_SHOWN, LEAST_COUNT, PRIOR = 200, 15, 3.0, 0.1
COLUMNS = ("estimate", "std_error", "z", "ci_low", "ci_high", "p", "n_a", "n_b")


def topic_counts(table: sparse.csr_matrix, shares: Floats, words: Floats, total: Floats, topic: int) -> sparse.csr_matrix:
    """
    Expected counts of each word that belong to one topic: n times P(topic | document, word).

    Examples
    --------
    >>> table, shares, words = sparse.csr_matrix([[4.0, 2.0]]), np.array([[0.5, 0.5]]), np.array([[0.3, 0.1], [0.1, 0.1]])
    >>> topic_counts(table, shares, words, expected_counts(table, shares, words), 0).toarray().round(6).tolist()
    [[3.0, 1.0]]
    """
    row = np.repeat(np.arange(table.shape[0]), np.diff(table.indptr))
    part = shares[row, topic] * words[topic, table.indices]
    belongs = np.divide(part, total, out=np.zeros_like(total), where=total > 0)
    return sparse.csr_matrix((table.data * belongs, table.indices, table.indptr), shape=table.shape)


def within(
    fitted: Fitted, counts: Any, shares: Floats, rows: pd.DataFrame, sides: tuple[str, ...], options: Options, seed: int
) -> pd.DataFrame:
    """
    Log-odds of the words of each topic between two sides, from the counts that belong to the topic.

    Returns
    -------
    DataFrame
        topic, term, side_a, side_b, estimate (positive leans to `side_a`), std_error, z, ci_low, ci_high, p, p_adjusted,
        n_a, n_b (expected counts), n_tested. The 15 words that lean most to each side, of at most 200 that are heaviest in
        the topic. Intervals and p draw and move clusters; `p_adjusted` is over all words tested in that topic and pair.
        Pairs in which a side has nothing in the topic are left out.
    """
    outlets = pd.factorize(rows["outlet"].astype(object))[0]
    clusters = pd.factorize(rows["cluster"].astype(object))[0]
    side = rows["side"].astype(object).to_numpy()
    frames = []
    how = Resampling(min(options.n_bootstrap, 500), min(options.n_permutations, 1000), options.level)
    table, known = sparse.csr_matrix(counts, dtype=np.float64), np.nan_to_num(shares)
    expected = expected_counts(table, known, fitted.words)
    for topic in range(fitted.k):
        own = topic_counts(table, known, fitted.words, expected, topic)
        sizes = np.asarray(own.sum(axis=1)).ravel()
        total = np.asarray(own.sum(axis=0)).ravel()
        heavy = np.argsort(-total.round(9), kind="stable")[:N_WORDS]
        tested = np.sort(heavy[total[heavy] >= LEAST_COUNT])
        for number, (a, b) in enumerate(combinations(sides, 2)):
            first, second = (_part(own, sizes, tested, side == name, clusters, outlets) for name in (a, b))
            if not len(tested) or min(first.n_tokens, second.n_tokens) <= 0:
                continue
            rng = np.random.default_rng(np.random.SeedSequence([seed, 13, topic, number]))
            prior: Floats = np.asarray(PRIOR * total, dtype=np.float64)
            found = contrast_terms(first, second, prior[tested], prior_total=float(prior.sum()), resampling=how, rng=rng)
            of_topic = pd.DataFrame({name: found[name] for name in COLUMNS})
            of_topic["p_adjusted"] = adjust(found["p"], "bh" if options.correction == "none" else options.correction)
            terms = [fitted.vocabulary.words[i] for i in tested]
            of_topic = of_topic.assign(topic=topic + 1, term=terms, side_a=a, side_b=b, n_tested=len(tested))
            frames.append(_ends(of_topic))
    return (
        pd.concat(frames, ignore_index=True)
        if frames
        else pd.DataFrame(columns=["topic", "term", "side_a", "side_b", *COLUMNS])
    )


def _part(own: Any, sizes: Any, tested: Any, rows: NDArray[np.bool_], clusters: Any, outlets: Any) -> SideCounts:
    # Documents that have nothing in the topic are not part of it.
    used = np.flatnonzero(rows & (sizes > 1e-9))
    return SideCounts(own[used][:, tested].tocsr(), sizes[used], clusters[used], outlets[used])


def _ends(table: pd.DataFrame) -> pd.DataFrame:
    """The words that lean most to each side; ties by word."""
    table = table.assign(_z=table["z"].round(9)).sort_values(["_z", "term"], ascending=[False, True]).drop(columns="_z")
    a, b = table[table["estimate"] > 0].head(N_SHOWN), table[table["estimate"] < 0].tail(N_SHOWN)
    first = ["topic", "term", "side_a", "side_b"]
    return pd.concat([a, b])[[*first, *(c for c in table.columns if c not in first)]]
