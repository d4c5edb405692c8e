"""Do the top words of a topic go together in texts? Coherence from documents or from sliding windows."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy import sparse

Floats = NDArray[np.float64]
Topics = Sequence[Sequence[int]] | NDArray[np.int64]
EPSILON = 1e-12


def presence(texts: Sequence[Sequence[Hashable]], words: Sequence[Hashable], *, window: int | None = None) -> sparse.csr_matrix:
    """
    Which words stand in which document, or in which sliding window.

    Parameters
    ----------
    texts : sequence of sequences of tokens
    words : sequence of V tokens
        The columns.
    window : int, optional
        Tokens of a window that moves by one; a text that is shorter is one window. Whole documents unless given.

    Returns
    -------
    (N, V) sparse matrix of 0 and 1

    Examples
    --------
    >>> presence([["a", "b", "c"], ["a"]], ["a", "c"], window=2).toarray().tolist()
    [[1, 0], [0, 1], [1, 0]]
    """
    column = {word: i for i, word in enumerate(words)}
    rows = []
    for text in texts:
        last = 0 if window is None else max(0, len(text) - window)
        size = len(text) if window is None else window
        rows += [sorted({column[w] for w in text[i : i + size] if w in column}) for i in range(last + 1)]
    pointers = np.concatenate([[0], np.cumsum([len(row) for row in rows])]).astype(np.int64)
    indices = np.array([i for row in rows for i in row], dtype=np.int64)
    return sparse.csr_matrix((np.ones(len(indices), np.int64), indices, pointers), shape=(len(rows), len(words)))


def co_documents(counts: Any, topic: Sequence[int] | NDArray[np.int64]) -> Floats:
    """
    In how many documents (or windows) each pair of words of a topic stands together.

    Parameters
    ----------
    counts : (N, V) array or sparse matrix
        Anything above zero counts as present.
    topic : (t,) int sequence
        Columns.

    Returns
    -------
    (t, t) float array
        The diagonal holds the documents of each word.

    Examples
    --------
    >>> co_documents(np.array([[2, 1], [1, 0]]), [0, 1]).tolist()
    [[2.0, 1.0], [1.0, 1.0]]
    """
    there = (sparse.csc_matrix(counts)[:, np.asarray(topic, dtype=np.int64)] > 0).astype(np.float64)
    return np.asarray((there.T @ there).todense(), dtype=np.float64)


def npmi_document_window(counts: Any, topics: Topics, *, unseen: float = -1.0) -> Floats:
    """
    Mean normalised pointwise mutual information of the pairs of words of each topic; a document is one window.

    Parameters
    ----------
    counts : (N, V) array or sparse matrix
        Reference documents, best others than those the topics were fitted on.
    topics : sequence of sequences of columns
    unseen : float
        What a pair counts that never stands together though both words occur.

    Returns
    -------
    (K,) float array
        In [-1, 1]; 0 is chance. Pairs with a word that stands in no document, or of words that both stand in all, say
        nothing and are left out; NaN where no pair is left.

    References
    ----------
    Bouma (2009), GSCL; Lau, Newman & Baldwin (2014), EACL, 530-539.

    Examples
    --------
    >>> npmi_document_window(np.array([[1, 1, 0], [1, 1, 0], [0, 0, 1], [0, 0, 1]]), [[0, 1], [0, 2]]).tolist()
    [1.0, -1.0]
    """
    n = counts.shape[0]
    columns = sparse.csc_matrix(counts)
    return np.array([_mean_pair(_npmi(co_documents(columns, t) / max(n, 1), unseen)) for t in topics], dtype=np.float64)


def _npmi(joint: Floats, unseen: float) -> Floats:
    """NPMI of all pairs from their probabilities; NaN where it is not defined."""
    single = np.diag(joint)
    with np.errstate(divide="ignore", invalid="ignore"):
        value = np.log(joint / np.outer(single, single)) / -np.log(joint)
    value = np.where(joint == 0, unseen, value)
    defined = np.outer(single > 0, single > 0) & (joint < 1)
    return np.where(defined, value, np.nan)


def _mean_pair(values: Floats) -> float:
    """Mean over the pairs above the diagonal that are defined; NaN without one."""
    pairs = values[np.triu_indices(len(values), 1)]
    pairs = pairs[~np.isnan(pairs)]
    return float(pairs.mean()) if len(pairs) else float("nan")


def umass(counts: Any, topics: Topics, *, smoothing: float = 1.0) -> Floats:
    """
    Mean log-probability of a word given a higher ranked word of its topic.

    Parameters
    ----------
    counts : (N, V) array or sparse matrix
    topics : sequence of sequences of columns
        Best word first.
    smoothing : float
        Documents added to each pair: 1 as in the paper; `1e-12 * N` gives the numbers of Gensim.

    Returns
    -------
    (K,) float array
        Mostly below 0; closer to 0 is better. Pairs whose higher word stands in no document are left out; NaN where no
        pair is left. Unlike the paper it is the mean, not the sum, so that topics of other lengths compare.

    References
    ----------
    Mimno et al. (2011), EMNLP, 262-272.

    Examples
    --------
    >>> umass(np.array([[1, 1], [1, 0], [0, 1]]), [[0, 1]]).round(4).tolist()
    [0.0]
    """
    columns = sparse.csc_matrix(counts)
    out = []
    for topic in topics:
        joint = co_documents(columns, topic)
        with np.errstate(divide="ignore", invalid="ignore"):
            value = np.log((joint + smoothing) / np.diag(joint)[:, None])
        out.append(_mean_pair(np.where(np.diag(joint)[:, None] > 0, value, np.nan)))
    return np.array(out, dtype=np.float64)


def sliding_window_coherence(
    texts: Sequence[Sequence[Hashable]], topics: Sequence[Sequence[Hashable]], measure: str = "c_npmi", *, window: int = 10
) -> Floats:
    """
    Coherence in windows of running text, with the conventions of Gensim.

    Parameters
    ----------
    texts : sequence of sequences of tokens
    topics : sequence of sequences of words
        Best word first.
    measure : {"c_uci", "c_npmi", "c_v"}
        Mean PMI, mean NPMI, or the mean cosine of each word's NPMI vector with the topic's.
    window : int
        Tokens; 10 is usual, 110 for "c_v".

    Returns
    -------
    (K,) float array
        1e-12 is added to joint probabilities. NaN for a word that no text holds.

    References
    ----------
    Newman et al. (2010), NAACL, 100-108; Aletras & Stevenson (2013), IWCS, 13-22; Röder, Both & Hinneburg (2015), WSDM,
    399-408.

    Examples
    --------
    >>> texts = [["a", "b"], ["a", "b"], ["c"], ["d"]]
    >>> sliding_window_coherence(texts, [["a", "b"]], "c_npmi").round(3).tolist()
    [1.0]
    """
    words = sorted({word for topic in topics for word in topic}, key=str)
    place = {word: i for i, word in enumerate(words)}
    there = presence(texts, words, window=window)
    out = []
    for topic in topics:
        joint = co_documents(there, [place[w] for w in topic]) / there.shape[0]
        single = np.diag(joint)
        with np.errstate(divide="ignore", invalid="ignore"):
            pmi = np.log((joint + EPSILON) / np.outer(single, single))
            npmi = pmi / -np.log(joint + EPSILON)
        if measure == "c_v":
            total = npmi.sum(axis=0)
            norms = np.linalg.norm(npmi, axis=1) * np.linalg.norm(total)
            out.append(float((npmi @ total / norms).mean()))
        else:
            out.append(_mean_pair(pmi if measure == "c_uci" else npmi))
    return np.array(out, dtype=np.float64)
