"""Topics that hold still: fitted many times, agreed on, and laid over every voice."""

from __future__ import annotations

import warnings
from dataclasses import asdict
from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from framing.annotate.annotated import Annotated, as_annotated
from framing.corpus.documents import Corpus
from framing.engine import one_thread
from framing.errors import FramingWarning
from framing.measures.topics.covariates import regression, timeline
from framing.measures.topics.describe import term_table, topic_table
from framing.measures.topics.fitted import Fitted, fitted_topics
from framing.measures.topics.names import with_names
from framing.measures.topics.networks import network_tables
from framing.measures.topics.options import Options
from framing.measures.topics.passages import passages
from framing.measures.topics.result import Topics, settled
from framing.measures.topics.sides import contrasts, prevalence
from framing.measures.topics.within import within
from framing.registry import measure, options_from
from framing.results import Provenance, TopicModel

Floats = NDArray[np.float64]


@measure("topics", options=Options, result=TopicModel)
def topics(
    corpus: Corpus | Annotated, *, options: Options | None = None, voice: str = "all", seed: int = 0, **settings: Any
) -> Topics:
    """
    Groups of words that go together, how stable they are, and how much each side writes on them.

    The model is fitted once on the words of all voices, whichever voice is asked for, and laid over that voice; so topic 3
    is the same topic in every voice. Randomness of the model comes from the option `fit_seed`, not from `seed`.

    Parameters
    ----------
    corpus : Corpus or Annotated
    options : Options, optional
        Or its fields as keywords.
    voice : str
        "own", "quoted", "all", or one voice.
    seed : int
        Of intervals and tests.

    Returns
    -------
    Topics
        One row per document and topic. Numbers have six significant digits. `tables` holds:

        - "topics": label, terms by weight, FREX and lift, size, stability, coherence and flags of each topic;
        - "terms": the terms with weight, FREX and lift;
        - "diagnostics": coherence, stability, agreement and diversity of every K that was tried;
        - "prevalence" and "contrast": mean share by side, and differences of sides, with intervals by cluster;
        - "within": how the sides word the same topic;
        - "network", "communities", "partition": topics that go together in documents;
        - "passages" (with texts), "timeline" (option `time`), "regression" (option `covariates`).

    Raises
    ------
    OptionError
        If K is not smaller than the number of different documents.
    CorpusError
        If the thresholds leave no words, or there is one document.

    References
    ----------
    Lee & Seung (1999), Nature 401, 788-791; Greene, O'Callaghan & Cunningham (2014), ECML PKDD, 498-513.
    """
    options = options_from(Options, options, settings)
    annotated = as_annotated(corpus)
    fitted = fitted_topics(annotated, options)
    if fitted is None:
        return _nothing(annotated, options, voice, seed)
    return laid_over(fitted, annotated, options, voice, seed)


def laid_over(fitted: Fitted, annotated: Annotated, options: Options, voice: str, seed: int) -> Topics:
    """The result of a model on the documents of a corpus, in one voice."""
    with one_thread():
        counts = annotated.counts.select(voice, headline=options.headline)
        known = fitted.vocabulary.of(counts)
        shares = fitted.shares(known)
        data = share_table(shares, counts.rows, np.asarray(known.sum(axis=1)).ravel())
        tables, notes = _tables(fitted, annotated, options, voice, seed, known, shares, counts.rows)
    if fitted.verdict == "none":
        # Said of the model, so that it is the same sentence for every voice.
        warnings.warn(f"topics: {fitted.advice}", FramingWarning, stacklevel=3)
    for note in notes:
        warnings.warn(f"topics, voice {voice!r}: {note}", FramingWarning, stacklevel=3)
    provenance = Provenance(
        "topics", asdict(options) | {"chosen_k": fitted.k, "verdict": fitted.verdict}, annotated.corpus.fingerprint, voice,
        seed, models=annotated.models, notes=(fitted.advice, *fitted.notes, *notes),
    )  # fmt: skip
    return Topics(settled(data), provenance, {name: settled(table) for name, table in tables.items()}, fitted=fitted)


def share_table(shares: Floats, rows: pd.DataFrame, n_words: NDArray[Any]) -> pd.DataFrame:
    """One row per document and topic, in the order of the documents."""
    n, k = shares.shape
    long = rows.loc[rows.index.repeat(k)].reset_index(drop=True)
    words = np.repeat(n_words, k)
    reason = np.where(words == 0, "no word of the topics' vocabulary in this voice", "its words belong to no topic")
    return long.assign(
        topic=np.tile(np.arange(1, k + 1), n), share=shares.ravel(), n_words=words,
        reason=np.where(np.isnan(shares.ravel()), reason, "").astype(object),
    )  # fmt: skip


def _tables(
    fitted: Fitted,
    annotated: Annotated,
    options: Options,
    voice: str,
    seed: int,
    known: Any,
    shares: Floats,
    rows: pd.DataFrame,
) -> tuple[dict[str, pd.DataFrame], list[str]]:
    """Every table of the result, and what to warn of."""
    sides = annotated.corpus.sides
    lengths = np.asarray(known.sum(axis=1), dtype=np.float64).ravel()
    of_seeds = np.stack([fitted.shares(known, words=run) for run in fitted.run_words])
    terms = term_table(fitted)
    whole = fitted.vocabulary.of(annotated.counts.select("all", headline=options.headline))
    # By document: a features bundle has no rows for documents without tokens.
    language = {d.id: d.lang for d in annotated.corpus}
    langs = [language[document] for document in rows["document"]]
    about = topic_table(fitted, terms, fitted.shares(whole), whole, rows, langs, options.anchors)
    about, unmatched = with_names(about, options.names, tuple(name for name, _ in options.anchors))
    notes = [*_missing(shares), *unmatched]
    tables = {
        "topics": about,
        "terms": terms,
        "diagnostics": fitted.diagnostics,
        "prevalence": prevalence(shares, rows, sides, voice, options, seed),
        "contrast": contrasts(shares, of_seeds, rows, sides, voice, options, seed),
        "within": within(fitted, known, shares, rows, sides, options, seed),
        **network_tables(shares, of_seeds, lengths, options),
    }
    if options.time != "none":
        tables["timeline"], undated = timeline(shares, rows, sides, voice, options, seed)
        notes += undated
    if options.covariates and not np.isnan(shares).all():
        tables["regression"], left = regression(shares, of_seeds, rows, lengths, sides, options)
        notes += left
    if annotated.has_text and options.n_passages:
        tables["passages"] = passages(fitted, annotated, shares, voice, options.n_passages)
    return tables, notes


def _missing(shares: Floats) -> list[str]:
    n = int(np.isnan(shares).any(axis=1).sum())
    return [f"{n} of {len(shares)} documents have no share: they hold no word of the topics"] if n else []


def _nothing(annotated: Annotated, options: Options, voice: str, seed: int) -> Topics:
    """No K was asked for, and there are too few documents for any: said, not guessed."""
    note = (
        f"{len(annotated.corpus)} documents are too few for topics (12 different ones at least, unless `k` is given): "
        "none were fitted"
    )
    warnings.warn(f"topics, voice {voice!r}: {note}", FramingWarning, stacklevel=3)
    rows = annotated.counts.select(voice, headline=options.headline).rows.iloc[:0]
    data = rows.assign(
        topic=np.zeros(0, np.int64), share=np.zeros(0), n_words=np.zeros(0, np.int64), reason=np.zeros(0, object)
    )
    provenance = Provenance(
        "topics", asdict(options), annotated.corpus.fingerprint, voice, seed, models=annotated.models, notes=(note,)
    )
    empty = pd.DataFrame(columns=["topic", "rank", "term", "weight"])
    return Topics(data, provenance, {"terms": empty})
