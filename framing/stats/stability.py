"""Do the topics come back? Agreement of ranked word lists over seeds and resamples, and which K holds still."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray

from framing.stats.alignment import match_topics

Floats = NDArray[np.float64]
Ranked = Sequence[Sequence[Hashable]]


def average_jaccard(a: Sequence[Hashable], b: Sequence[Hashable], *, depth: int | None = None) -> float:
    """
    Overlap of two ranked lists, in which the top ranks count more.

    Parameters
    ----------
    a, b : sequences, best first, without repetition
    depth : int, optional
        Ranks that count; the longer list unless given.

    Returns
    -------
    float
        Mean over depths 1 to `depth` of the Jaccard similarity of the heads of both lists, in [0, 1]; NaN for two empty
        lists.

    References
    ----------
    Greene, O'Callaghan & Cunningham (2014), ECML PKDD, 498-513, equation 2.

    Examples
    --------
    >>> one, two = ["album", "music", "best", "award", "win"], ["sport", "best", "win", "medal", "award"]
    >>> round(average_jaccard(one, two), 3)
    0.154
    """
    depth = max(len(a), len(b)) if depth is None else depth
    if not depth or not (a or b):
        return float("nan")
    heads = ((set(a[:d]), set(b[:d])) for d in range(1, depth + 1))
    return float(np.mean([len(x & y) / len(x | y) for x, y in heads]))


def agreement(a: Ranked, b: Ranked) -> float:
    """
    Mean average Jaccard of two sets of ranked topics under their best matching.

    Parameters
    ----------
    a, b : sequences of K ranked word lists

    Returns
    -------
    float
        In [0, 1].

    References
    ----------
    Greene, O'Callaghan & Cunningham (2014), equation 4.

    Examples
    --------
    >>> one = [["sport", "win", "award"], ["bank", "finance", "money"], ["music", "album", "band"]]
    >>> two = [["finance", "bank", "economy"], ["music", "band", "award"], ["win", "sport", "money"]]
    >>> round(agreement(one, two), 2)
    0.54
    """
    return float(match_topics(average_jaccard_table(a, b))[1].mean())


def average_jaccard_table(a: Ranked, b: Ranked) -> Floats:
    """
    Average Jaccard of every list of one set of topics with every list of another, all of the same length.

    Parameters
    ----------
    a, b : sequences of K and L ranked lists of t words

    Returns
    -------
    (K, L) float array

    Examples
    --------
    >>> average_jaccard_table([["a", "b"]], [["b", "a"], ["a", "b"], ["c", "a"]]).round(3).tolist()
    [[0.5, 1.0, 0.167]]
    """
    depth = len(a[0])
    if any(len(words) != depth for words in (*a, *b)) or not depth:
        return np.array([[average_jaccard(x, y) for y in b] for x in a])
    code = {word: i for i, word in enumerate({word: None for words in (*a, *b) for word in words})}
    first, second = (np.array([[code[word] for word in words] for words in x]) for x in (a, b))
    same = first[:, None, :, None] == second[None, :, None, :]
    # A shared word counts from the deeper of its two ranks on.
    deeper = np.maximum.outer(np.arange(depth), np.arange(depth))
    new = np.stack([(same & (deeper == d)).sum(axis=(2, 3)) for d in range(depth)], axis=-1)
    shared = np.cumsum(new, axis=-1)
    return np.asarray((shared / (2 * np.arange(1, depth + 1) - shared)).mean(axis=-1), dtype=np.float64)


def stability(reference: Ranked, samples: Sequence[Ranked]) -> Floats:
    """
    Agreement of the topics of all documents with the topics of each resample of documents.

    Parameters
    ----------
    reference : K ranked word lists
    samples : sequence of S sets of K ranked word lists

    Returns
    -------
    (S,) float array
        Its mean is the stability of K.

    References
    ----------
    Greene, O'Callaghan & Cunningham (2014), section 3.3.

    Examples
    --------
    >>> stability([["a", "b"], ["c", "d"]], [[["c", "d"], ["a", "b"]], [["a", "x"], ["c", "d"]]]).round(3).tolist()
    [1.0, 0.833]
    """
    return np.array([agreement(reference, sample) for sample in samples], dtype=np.float64)


def pairwise_agreement(runs: Sequence[Ranked]) -> Floats:
    """
    Agreement of every pair of runs.

    Returns
    -------
    (S * (S - 1) / 2,) float array
        Empty for one run.

    Examples
    --------
    >>> pairwise_agreement([[["a"], ["b"]], [["b"], ["a"]], [["a"], ["c"]]]).tolist()
    [1.0, 0.5, 0.5]
    """
    return np.array([agreement(runs[i], runs[j]) for i in range(len(runs)) for j in range(i + 1, len(runs))], dtype=np.float64)


def topic_diversity(topics: Ranked) -> float:
    """
    Share of different words among the top words of all topics.

    Returns
    -------
    float
        In (0, 1]; 1 if no two topics share a top word. NaN without words.

    References
    ----------
    Dieng, Ruiz & Blei (2020), TACL 8, 439-453.

    Examples
    --------
    >>> topic_diversity([["a", "b"], ["b", "c"]])
    0.75
    """
    words = [word for topic in topics for word in topic]
    return len(set(words)) / len(words) if words else float("nan")


@dataclass(frozen=True, slots=True)
class Recommendation:
    """
    Which K hold still.

    Attributes
    ----------
    best : int
        Place of the most stable K.
    within : (G,) bool array
        K that are not worse than the best beyond its error: the recommended range.
    verdict : {"clear", "range", "none"}
        One K stands out; several are as good; or none is stable, and `best` is only the least bad.
    """

    best: int
    within: NDArray[np.bool_]
    verdict: str


def recommend(scores: ArrayLike, *, least: float = 0.6) -> Recommendation:
    """
    The K that come back best over resamples, and how sure that is.

    Parameters
    ----------
    scores : (G, S) array
        Stability of each K (rows, ascending) in each resample. The same resamples for every K, so that differences are
        paired. NaN is left out.
    least : float
        A mean below this is no stability.

    Returns
    -------
    Recommendation
        A K is within the range if its mean is at least `least`, and its paired difference to the best is no more than two
        standard errors of that difference or 0.02, whichever is larger. Of equal means the larger K is the best, because
        it says more.

    References
    ----------
    Greene, O'Callaghan & Cunningham (2014); the rule of standard errors after Breiman et al. (1984), section 3.4.3.

    Examples
    --------
    >>> recommend([[0.7, 0.72, 0.68], [0.95, 0.97, 0.96], [0.8, 0.82, 0.78]]).verdict
    'clear'
    >>> recommend([[0.3, 0.2], [0.4, 0.35]]).verdict
    'none'
    """
    table = np.asarray(scores, dtype=np.float64)
    means = np.array([row[~np.isnan(row)].mean() if (~np.isnan(row)).any() else -np.inf for row in table])
    best = len(means) - 1 - int(np.argmax(means[::-1].round(9)))
    gap = table[best] - table
    n = np.maximum((~np.isnan(gap)).sum(axis=1), 1)
    with np.errstate(invalid="ignore"):
        spread = np.sqrt(np.nansum((gap - (np.nansum(gap, axis=1) / n)[:, None]) ** 2, axis=1) / np.maximum(n - 1, 1))
    near = means[best] - means <= np.maximum(2 * spread / np.sqrt(n), 0.02)
    within = near & (means >= least)
    verdict = "none" if not within.any() else "clear" if within.sum() == 1 else "range"
    return Recommendation(best, within, verdict)
