"""Small formulas of frame analysis: learnt frame lexicons, frames of a document, polarity, power, frame axes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

import numpy as np
from numpy.typing import ArrayLike, NDArray

from framing.stats.collocation import npmi

Floats = NDArray[np.float64]


def frame_word_information(
    in_frame: Mapping[str, Mapping[str, int]], in_corpus: Mapping[str, int]
) -> dict[str, dict[str, float]]:
    """
    How much more often each word stands in the passages of a frame than in the corpus: ln(P(w|frame) / P(w)).

    Parameters
    ----------
    in_frame : dict of frame to dict of word to int
        Tokens in the annotated passages of each frame.
    in_corpus : dict of word to int
        Tokens in the whole corpus.

    Returns
    -------
    dict of frame to dict of word to float
        Words of each frame's passages only.

    References
    ----------
    Field et al. (2018), EMNLP, 3570-3580, section 5.

    Examples
    --------
    >>> frame_word_information({"Economic": {"jobs": 2, "law": 1}}, {"jobs": 2, "law": 4})["Economic"]["jobs"].__round__(3)
    0.693
    """
    total = sum(in_corpus.values())
    found = {}
    for frame, words in in_frame.items():
        size = sum(words.values())
        found[frame] = {w: float(np.log(n / size * total / in_corpus[w])) for w, n in words.items() if n}
    return found


def frames_of_document(
    words: Iterable[str], lexicon: Mapping[str, Iterable[str]], *, min_hits: int = 3, primary_min: int = 4
) -> tuple[dict[str, int], list[str], list[str]]:
    """
    Frames a document uses, by hits of each frame's words.

    Parameters
    ----------
    words : iterable of str
    lexicon : dict of frame to words
    min_hits : int
        A frame is present from this many hits on.
    primary_min : int
        Below this many hits the primary frame is "Other".

    Returns
    -------
    hits : dict of frame to int
    present : list of str
    primary : list of str
        All frames that share the largest number of hits.

    References
    ----------
    Field et al. (2018), EMNLP, 3570-3580, section 5.

    Examples
    --------
    >>> frames_of_document(["jobs", "wages", "law"], {"Economic": ["jobs", "wages"]}, min_hits=2)
    ({'Economic': 2}, ['Economic'], ['Other'])
    """
    counts = Counter(words)
    hits = {frame: sum(counts[word] for word in set(entries)) for frame, entries in lexicon.items()}
    present = [frame for frame, n in hits.items() if n >= min_hits]
    most = max(hits.values(), default=0)
    return hits, present, [frame for frame, n in hits.items() if n == most] if most >= primary_min else ["Other"]


def frame_topic_npmi(n_both: float, n_topic: float, n_frame: float, n_documents: float) -> float:
    """
    How much documents on a topic prefer a frame: NPMI in [-1, 1].

    References
    ----------
    Field et al. (2018), EMNLP, 3570-3580; Bouma (2009).

    Examples
    --------
    >>> round(frame_topic_npmi(50, 100, 200, 1000), 4)
    0.3059
    """
    return float(npmi(n_both, n_topic, n_frame, n_documents))


def power_scores(
    triples: Iterable[tuple[str, str, str]], verb_power: Mapping[str, str]
) -> tuple[dict[str, float], dict[str, int]]:
    """
    Power of each actor: +1 as agent of a verb that gives its agent power, -1 as its theme, the other way round for theme verbs.

    Parameters
    ----------
    triples : iterable of (subject, verb, object)
        Passives turned round before; an empty string where there is no subject or object.
    verb_power : dict of verb to {"power_agent", "power_theme", ...}
        Other values count for nothing.

    Returns
    -------
    scores : dict of str to float
        Mean over scored mentions, in [-1, 1].
    n : dict of str to int
        Scored mentions.

    References
    ----------
    Sap et al. (2017), EMNLP, 2329-2334; Antoniak et al. (2023), ACL demonstrations, 377-388.

    Examples
    --------
    >>> power_scores([("police", "arrest", "students")], {"arrest": "power_agent"})
    ({'police': 1.0, 'students': -1.0}, {'police': 1, 'students': 1})
    """
    total: Counter[str] = Counter()
    n: Counter[str] = Counter()
    for subject, verb, theme in triples:
        sign = {"power_agent": 1, "power_theme": -1}.get(verb_power.get(verb, ""), 0)
        for actor, value in ((subject, sign), (theme, -sign)):
            if sign and actor:
                total[actor] += value
                n[actor] += 1
    return {actor: total[actor] / n[actor] for actor in n}, dict(n)


def polarity(positive: ArrayLike, negative: ArrayLike, n_tokens: ArrayLike, *, smooth: float = 0.5) -> dict[str, Floats]:
    """
    Polarity from counts of positive and negative words.

    Returns
    -------
    dict of str to array
        `logit` ln((positive + smooth) / (negative + smooth)); `relpropdiff` their difference over their sum, in
        [-1, 1], NaN without a hit; `abspropdiff` their difference over all tokens, NaN without a token.

    References
    ----------
    Lowe, Benoit, Mikhaylov & Laver (2011), Legislative Studies Quarterly 36(1), 123-155.

    Examples
    --------
    >>> polarity([3], [2], [10])["logit"].round(4)
    array([0.3365])
    """
    good, bad, n = (np.asarray(x, dtype=float) for x in (positive, negative, n_tokens))
    with np.errstate(divide="ignore", invalid="ignore"):
        return {
            "logit": np.log((good + smooth) / (bad + smooth)),
            "relpropdiff": (good - bad) / (good + bad),
            "abspropdiff": (good - bad) / n,
        }


def frame_axis(
    counts: ArrayLike, vectors: ArrayLike, positive: ArrayLike, negative: ArrayLike, *, baseline: float = 0.0
) -> tuple[float, float]:
    """
    Bias and intensity of a text on the axis between two opposed words.

    Parameters
    ----------
    counts : (V,) array
        Tokens of each word.
    vectors : (V, E) array
        Word vectors.
    positive, negative : (E,) arrays
        Vectors of the two poles; the axis is the first less the second.
    baseline : float
        Bias of the whole corpus, from which intensity is measured.

    Returns
    -------
    bias : float
        Mean cosine with the axis, in [-1, 1]; NaN without words.
    intensity : float
        Mean squared distance of the cosines from the baseline, in [0, 4].

    References
    ----------
    Kwak, An, Jing & Ahn (2021), PeerJ Computer Science 7, e644.

    Examples
    --------
    >>> frame_axis([1, 1], [[1.0, 0], [0, 1.0]], [1.0, 0], [-1.0, 0])
    (0.5, 0.5)
    """
    n, words = np.asarray(counts, dtype=float), np.asarray(vectors, dtype=float)
    axis = np.asarray(positive, dtype=float) - np.asarray(negative, dtype=float)
    with np.errstate(divide="ignore", invalid="ignore"):
        cosine = words @ axis / (np.linalg.norm(words, axis=1) * np.linalg.norm(axis))
        return float((n * cosine).sum() / n.sum()), float((n * (cosine - baseline) ** 2).sum() / n.sum())


def expand_spans(documents: Sequence[Mapping[str, object]]) -> tuple[dict[str, Counter[str]], Counter[str]]:
    """
    Tokens in the passages of each frame, and in all documents, from `{"text": tokens, "spans": [{frame, start, end}]}`.

    Examples
    --------
    >>> in_frame, corpus = expand_spans([{"text": ["a", "b"], "spans": [{"frame": "F", "start": 0, "end": 1}]}])
    >>> dict(in_frame["F"]), corpus.total()
    ({'a': 1}, 2)
    """
    in_frame: dict[str, Counter[str]] = {}
    corpus: Counter[str] = Counter()
    for document in documents:
        tokens = list(document["text"])  # type: ignore[call-overload]
        corpus.update(tokens)
        for span in document.get("spans", ()):  # type: ignore[attr-defined]
            in_frame.setdefault(span["frame"], Counter()).update(tokens[span["start"] : span["end"]])
    return in_frame, corpus
