"""Claims about topics: how much of each document belongs to the topic that holds a word."""

from __future__ import annotations

import warnings
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy import sparse

from framing.compare.material import Material
from framing.compare.specifications import voice_mask

Floats = NDArray[np.float64]


def topic_of_word(material: Material, word: str, spec: dict[str, Any]) -> tuple[Floats, Floats, str]:
    """
    Share of the topic of a word in each document.

    The topic model (NMF of tf-idf) knows nothing of sides, so it is fitted once for each voice, number of topics and
    seed, and shuffling the outlets does not touch it.

    Parameters
    ----------
    material : Material
    word : str
    spec : dict
        With voices, headline, min_count, stop_words, k and topic_seeds.

    Returns
    -------
    (share, n_tokens, reason) : (D,) float arrays and str
        `share` in [0, 1]; the topic is the one in which the word has the largest part. `reason` says why there is none.

    References
    ----------
    Lee & Seung (1999), Nature 401, 788-791.
    """
    key = ("topic", word, *(spec[c] for c in ("voices", "headline", "min_count", "stop_words", "k", "topic_seeds")))
    return material.once(key, lambda: _topic_of_word(material, word, spec))


def _topic_of_word(material: Material, word: str, spec: dict[str, Any]) -> tuple[Floats, Floats, str]:
    counts = material.matrix(voice_mask(spec["voices"], spec["headline"]))
    n_tokens = np.asarray(counts.sum(axis=1)).ravel()
    kept = np.flatnonzero(_listed(material.types, counts, spec))
    words = [material.types[t] for t in kept]
    documents = np.flatnonzero(np.asarray(counts[:, kept].sum(axis=1)).ravel() > 0)
    nothing = np.zeros(len(n_tokens)), np.zeros(len(n_tokens))
    if word.lower() not in words:
        return *nothing, f"{word!r} is not in the vocabulary of the topics"
    if spec["k"] >= min(len(documents), len(kept)):
        return *nothing, f"{spec['k']} topics are too many for {len(documents)} documents"
    share = np.zeros(len(n_tokens))
    share[documents] = _fit(counts[documents][:, kept], words.index(word.lower()), spec["k"], spec["topic_seeds"])
    return share, np.where(np.isin(np.arange(len(n_tokens)), documents), n_tokens, 0.0), ""


def _listed(types: tuple[str, ...], counts: sparse.csr_matrix, spec: dict[str, Any]) -> NDArray[np.bool_]:
    """Types that enter the topic model: in two documents or more, often enough, and no stop words if they are dropped."""
    in_documents = np.bincount(counts.indices[counts.data > 0], minlength=len(types))
    listed = (in_documents >= 2) & (np.asarray(counts.sum(axis=0)).ravel() >= spec["min_count"])
    if spec["stop_words"] == "dropped":
        from sklearn.feature_extraction.text import ENGLISH_STOP_WORDS

        listed &= np.array([t not in ENGLISH_STOP_WORDS for t in types])
    return listed


def _fit(counts: sparse.csr_matrix, word: int, k: int, seed: int) -> Floats:
    """Share of the word's topic in each document."""
    from sklearn.decomposition import NMF
    from sklearn.exceptions import ConvergenceWarning
    from sklearn.feature_extraction.text import TfidfTransformer

    with warnings.catch_warnings():
        # A topic model that is still moving a little at the last step is a specification like any other.
        warnings.simplefilter("ignore", ConvergenceWarning)
        model = NMF(k, init="random", random_state=seed, max_iter=300, tol=1e-3)
        loads = model.fit_transform(TfidfTransformer(sublinear_tf=True).fit_transform(counts))
    terms = model.components_
    mass = loads * terms.sum(axis=1)
    total = mass.sum(axis=1)
    topic = int(np.argmax(terms[:, word] / np.maximum(terms.sum(axis=1), 1e-300)))
    return np.divide(mass[:, topic], total, out=np.zeros(len(total)), where=total > 0)
