"""The consensus of many fits: topics in a fixed order, ready to be laid over any counts."""

from __future__ import annotations

import weakref
from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from framing.annotate.annotated import Annotated
from framing.annotate.counting.counts import Counts
from framing.engine import one_thread
from framing.measures.topics.folding import fold_in
from framing.measures.topics.grid import Examined, choose, examine, parts, top_words
from framing.measures.topics.material import Material, material, usable_k
from framing.measures.topics.models import fit_nmf, nmf_loads, unit_rows, word_probabilities
from framing.measures.topics.options import Options
from framing.measures.topics.vocabulary import Vocabulary
from framing.stats.alignment import align, cosines, match_topics
from framing.stats.coherence import npmi_document_window
from framing.stats.ensembles import meta_clusters
from framing.stats.stability import average_jaccard

Floats = NDArray[np.float64]


@dataclass(frozen=True, eq=False)
class Fitted:
    """
    A topic model that no longer changes; K topics, V words, S seeds.

    Attributes
    ----------
    vocabulary : Vocabulary
    model : {"nmf", "lda"}
    components : (K, V) array
        Topics in the space they were fitted in; rows sum to 1.
    words : (K, V) array
        Probability of each word in each topic.
    marginal : (V,) array
        Share of each word in the texts the model was fitted on.
    runs, run_words : (S, K, V) arrays
        The same topics in every seed: as they were fitted, and as probabilities of words.
    similarity : (S, K) array
        Cosine of each topic of each seed with the consensus.
    overlap : (K,) array
        Mean average Jaccard of the top words with those of the seeds.
    coherence : (K,) array
        NPMI of the top words in all documents.
    diagnostics : DataFrame
    verdict, advice : str
    notes : tuple of str
    """

    vocabulary: Vocabulary
    model: str
    components: Floats
    words: Floats
    marginal: Floats
    runs: Floats
    run_words: Floats
    similarity: Floats
    overlap: Floats
    coherence: Floats
    diagnostics: pd.DataFrame
    verdict: str
    advice: str
    notes: tuple[str, ...] = ()

    @property
    def k(self) -> int:
        """Number of topics."""
        return len(self.components)

    def shares(self, counts: Any, *, words: Floats | None = None) -> Floats:
        """
        Share of the known words of each row that belong to each topic (see `framing.measures.topics.folding`).

        Parameters
        ----------
        counts : (R, V) sparse matrix
            Of the words of the vocabulary.
        words : (K, V) array, optional
            Those of one seed instead of the consensus.

        Returns
        -------
        (R, K) float array
            Rows sum to 1; NaN for a row that holds no known word, or whose words belong to no topic.
        """
        return fold_in(counts, self.words if words is None else words)


# One model for each set of counts and options: every voice of a study uses the same.
_CACHE: weakref.WeakKeyDictionary[Counts, dict[Any, Fitted | None]] = weakref.WeakKeyDictionary()
# What does not change the model.
_LATER = ("n_passages", "names", "time", "covariates", "backbone", "level", "n_bootstrap", "n_permutations", "correction")


def fitted_topics(annotated: Annotated, options: Options) -> Fitted | None:
    """
    The model of a corpus, fitted once on all voices.

    Returns
    -------
    Fitted or None
        None if no K was asked for and there are too few documents for any.
    """
    known = _CACHE.setdefault(annotated.counts, {})
    key = tuple((name, getattr(options, name)) for name in options.__dataclass_fields__ if name not in _LATER)
    if key not in known:
        with one_thread():
            known[key] = _fit(material(annotated, options), options)
    return known[key]


def _fit(data: Material, options: Options) -> Fitted | None:
    numbers, notes = usable_k(options, data)
    if not numbers:
        return None
    splits = parts(data, options)
    found = [examine(data, k, options, splits) for k in numbers]
    chosen, diagnostics, verdict, advice = choose(found, options)
    components = consensus(chosen, data, options)
    return _ordered(components, chosen, data, options, diagnostics, verdict, advice, notes)


def consensus(found: Examined, data: Material, options: Options) -> Floats:
    """
    One model from many fits.

    Under "nmf" the mean of the same topics over all seeds and resamples, settled by a last fit that starts there; which topics
    are the same is told by the documents that hold them (`framing.stats.ensembles.meta_clusters`). Under "lda", whose last fit
    would start anew, the mean over seeds of the topics that match those of the reference by their words; one that a seed does
    not have (cosine below 0.5) is left out of the mean of that topic.

    Returns
    -------
    (K, V) float array
        Rows sum to 1.

    References
    ----------
    Belford, Mac Namee & Greene (2018), Expert Systems with Applications 91, 159-169 (ensembles of factorisations).
    """
    if options.model == "lda":
        return unit_rows(_matched_mean(found))
    fits = [*found.runs, *found.samples]
    group = meta_clusters(np.hstack([_held(fit, data) for fit in fits]), found.k)
    topics = np.vstack(fits)
    mean = np.array([topics[group == k].mean(axis=0) for k in range(found.k)])
    # The last fit is to the documents alone: anchors chose where it starts, not what it finds.
    return unit_rows(fit_nmf(data.weighed, found.k, 0, max_iter=options.max_iter or 200, start=mean, tolerance=1e-4))


def _held(components: Floats, data: Material) -> Floats:
    """(R, K) array: the share of each topic of one fit in each unit, by tf-idf."""
    # Which documents hold a topic is told long before the last digit of how much.
    loads = nmf_loads(data.weighed, components, tolerance=1e-3) * np.linalg.norm(components, axis=1)
    total = loads.sum(axis=1, keepdims=True)
    return np.divide(loads, total, out=np.zeros_like(loads), where=total > 1e-12)


def _matched_mean(found: Examined) -> Floats:
    """(K, V) array: the mean of each topic of the reference and its partners in the other seeds."""
    reference = found.runs[found.reference]
    order, similarity = align(found.runs, reference)
    mean = np.zeros_like(reference)
    for k in range(found.k):
        same = [run[o[k]] for run, o, s in zip(found.runs, order, similarity, strict=True) if s[k] >= 0.5]
        mean[k] = np.mean(same, axis=0) if same else reference[k]
    return mean


def _ordered(
    components: Floats, found: Examined, data: Material, options: Options, diagnostics: pd.DataFrame, verdict: str, advice: str,
    notes: tuple[str, ...],
) -> Fitted:  # fmt: skip
    """Topics from the largest to the smallest, with everything that belongs to them."""
    marginal = np.asarray(data.counts.sum(axis=0), dtype=np.float64).ravel() / data.counts.sum()
    words = as_words(components, data, options)
    size = np.nan_to_num(fold_in(data.counts, words)).mean(axis=0).round(9)
    leading = [data.vocabulary.words[i] for i in components.round(12).argmax(axis=1)]
    anchored = len(options.anchors)
    new = np.array(
        sorted(range(len(components)), key=lambda k: (k >= anchored, k if k < anchored else 0, -size[k], leading[k]))
    )
    components, words = components[new], words[new]
    runs = np.stack([run[match_topics(cosines(components, run))[0]] for run in found.runs])
    run_words = np.stack([as_words(run, data, options, start=(words + run) / 2, n_steps=10) for run in runs])
    tops = top_words(components, options.n_terms)
    overlap = np.array(
        [np.mean([average_jaccard(list(tops[k]), list(top_words(run[k : k + 1], options.n_terms)[0])) for run in runs])
         for k in range(len(tops))]
    )  # fmt: skip
    return Fitted(
        data.vocabulary, options.model, components, words, marginal, runs, run_words,
        np.array([np.diag(cosines(components, run)) for run in runs]), overlap,
        npmi_document_window(data.counts, tops), diagnostics, verdict, advice, notes,
    )  # fmt: skip


def as_words(components: Floats, data: Material, options: Options, *, start: Floats | None = None, n_steps: int = 30) -> Floats:
    """
    Topics as probabilities of words: those of LDA are; those of tf-idf become so from the documents that hold them.

    The weights of documents in tf-idf give first words; the shares these words give, the words to keep. `start` saves steps.
    """
    if options.model == "lda":
        return components
    loads = nmf_loads(data.weighed, components)
    total = loads.sum(axis=1, keepdims=True)
    shares = np.divide(loads, total, out=np.zeros_like(loads), where=total > 1e-12)
    words = word_probabilities(data.counts, shares, components if start is None else start, n_steps=n_steps)
    shares = np.nan_to_num(fold_in(data.counts, words, most_cycles=20))
    return word_probabilities(data.counts, shares, words, n_steps=10)
