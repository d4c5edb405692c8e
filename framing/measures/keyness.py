"""Keyness: which words set the sides apart, how far, how evenly spread, and how sure we are."""

from __future__ import annotations

import warnings
from dataclasses import asdict, dataclass, field
from itertools import combinations
from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from framing.annotate.annotated import Annotated, as_annotated
from framing.annotate.counting import term_tables as tables
from framing.annotate.counting.term_counts import TermCounts, term_counts
from framing.checks import between, greater_than, integer, one_of
from framing.corpus.documents import Corpus
from framing.errors import FramingWarning, NeedsText, OptionError
from framing.registry import measure, options_from
from framing.results import Provenance, Result, TermContrast
from framing.stats.term_contrast import Resampling, SideCounts, contrast_terms

FEW_CLUSTERS = 5
REST = "rest"


@dataclass(frozen=True)
class Options:
    """
    How words are compared.

    Attributes
    ----------
    min_count : int
        A word is listed for a pair if the two sides together use it at least this often.
    min_documents : int
        And if it stands in at least this many of their documents.
    against : {"each", "rest", "both"}
        Every pair of sides, each side against all others, or both; with two sides always the one pair.
    ngrams : int
        Words of a term; longer ones need the texts.
    terms : tuple of str
        Words and phrases that are listed however seldom they occur, with `*` and `?` as wildcards.
    prior : {"pooled", "uniform"}
        Background of the Dirichlet prior: the pooled corpus (informative) or the same for every word.
    prior_weight : float
        With "pooled", pseudo-tokens as a share of the pooled corpus: 0.1 caps the estimate of a word that one of two
        equal sides lacks at ln 11. With "uniform", pseudo-tokens of each word.
    level : float
        Coverage of the intervals.
    n_bootstrap, n_permutations : int
        Draws of clusters; all permutations are listed if there are at most `n_permutations`. 0 for none.
    correction : {"bh", "holm"}
        For `p_adjusted`; the family is every row of this result.
    stop_words : tuple of str
        Words that are not listed; they stay in the totals.
    lock_ratio : float
        Rates within this ratio of each other count as alike (lockwords).
    rank_alpha : float
        Of the rank-turbulence divergence: small values listen to rare words.
    duplicates : bool
        Look for near-duplicates and say what share of each word stands in them.
    headline : bool
        Count headlines as well.
    """

    min_count: int = 5
    min_documents: int = 1
    against: str = "each"
    ngrams: int = 1
    terms: tuple[str, ...] = ()
    prior: str = "pooled"
    prior_weight: float = 0.1
    level: float = 0.95
    n_bootstrap: int = 1000
    n_permutations: int = 2000
    correction: str = "bh"
    stop_words: tuple[str, ...] = ()
    lock_ratio: float = 1.5
    rank_alpha: float = 1 / 3
    duplicates: bool = True
    headline: bool = False

    def __post_init__(self) -> None:
        integer("min_count", self.min_count, low=1)
        integer("min_documents", self.min_documents, low=1)
        one_of("against", self.against, ("each", "rest", "both"))
        integer("ngrams", self.ngrams, low=1)
        one_of("prior", self.prior, ("pooled", "uniform"))
        greater_than("prior_weight", self.prior_weight, 0)
        between("level", self.level, 0.5, 0.999)
        integer("n_bootstrap", self.n_bootstrap)
        integer("n_permutations", self.n_permutations)
        one_of("correction", self.correction, ("bh", "holm"))
        greater_than("lock_ratio", self.lock_ratio, 1)
        between("rank_alpha", self.rank_alpha, 0, float("inf"))
        for name in ("terms", "stop_words"):
            if isinstance(getattr(self, name), str):
                raise OptionError(f"`{name}` must be a list of words, got {getattr(self, name)!r}")


@dataclass(frozen=True)
class Keyness(TermContrast):
    """
    One row per term and pair of sides; see `TermContrast`.

    `tables["measures"]` holds every other keyness measure and the dispersion of both sides, in the same order;
    `tables["lockwords"]` the words the sides use alike; `tables["pairs"]` one row per pair: tokens, documents, clusters,
    and the rank-turbulence divergence of the whole vocabulary.
    """

    annotated: Annotated | None = field(default=None, repr=False, compare=False)

    def kwic(self, term: str, **options: Any) -> Result:
        """
        Lines in which a term occurs, in the voice of this result (see `framing.annotate.counting.kwic.kwic`).

        Raises
        ------
        NeedsText
            If the corpus is not at hand.
        """
        if self.annotated is None:
            raise NeedsText("keyness: this result was made without its corpus; call `kwic(corpus, term)` instead")
        from framing.annotate.counting.kwic import kwic

        return kwic(self.annotated, term, **{"voice": self.provenance.voice} | options)


@measure("keyness", options=Options, result=Keyness)
def keyness(
    corpus: Corpus | Annotated, *, options: Options | None = None, voice: str = "all", seed: int = 0, **settings: Any
) -> Keyness:
    """
    Compare the words of the sides, with intervals and p values that respect clusters.

    Parameters
    ----------
    corpus : Corpus or Annotated
    options : Options, optional
        Or its fields as keywords.
    voice : str
        "own", "quoted", "all", or one voice.
    seed : int

    Returns
    -------
    Keyness
        Sorted by pair, then from the first side's words to the second's. Estimates are log-odds with a Dirichlet
        prior. Intervals come from a bootstrap and p from a permutation of clusters; both are NaN with a `reason`
        where a side has fewer than two clusters. Words that one side lacks are kept.

    Raises
    ------
    OptionError
        With fewer than two sides.

    References
    ----------
    Monroe, Colaresi & Quinn (2008), Political Analysis 16(4), 372-403; Gries (2008), International Journal of Corpus
    Linguistics 13(4), 403-437; Gabrielatos (2018), in Taylor & Marchi (eds), Corpus Approaches to Discourse, 225-258.
    """
    options = options_from(Options, options, settings)
    annotated = as_annotated(corpus)
    counts = term_counts(annotated, voice=voice, headline=options.headline, ngrams=options.ngrams, phrases=options.terms)
    pairs = sides_to_compare(annotated.corpus.sides, options.against)
    work = _Comparison(counts, options, annotated, voice)
    streams = np.random.SeedSequence(seed).spawn(len(pairs))
    parts = [work.compare(pair, np.random.default_rng(stream)) for pair, stream in zip(pairs, streams, strict=True)]
    data = tables.corrected(pd.concat([part["data"] for part in parts], ignore_index=True), options.correction)
    notes = [note for part in parts for note in part["notes"]] + tables.never_seen(options.terms, counts)
    for note in notes:
        warnings.warn(f"keyness, voice {voice!r}: {note}", FramingWarning, stacklevel=2)
    if work.copy is None:
        why = "not asked for" if not options.duplicates else "the bundle holds no text"
        notes.append(f"near-duplicates were not looked for ({why}): their shares are missing")
    provenance = Provenance(
        "keyness", asdict(options), annotated.corpus.fingerprint, voice, seed, models=annotated.models, notes=tuple(notes)
    )
    further = {name: pd.concat([part[name] for part in parts], ignore_index=True) for name in ("measures", "lockwords")}
    further["pairs"] = pd.DataFrame([part["pair"] for part in parts])
    return Keyness(data, provenance, further, annotated=annotated)


def sides_to_compare(sides: tuple[str, ...], against: str) -> list[tuple[str, str]]:
    """
    Pairs of sides in the study's order.

    Examples
    --------
    >>> sides_to_compare(("x", "y", "z"), "rest")
    [('x', 'rest'), ('y', 'rest'), ('z', 'rest')]
    """
    if len(sides) < 2:
        raise OptionError(
            f"keyness: needs at least two sides, got {len(sides)} ({', '.join(sides)}); name the sides of the corpus"
        )
    each = list(combinations(sides, 2))
    if len(sides) == 2 or against == "each":
        return each
    rest = [(side, REST) for side in sides]
    return rest if against == "rest" else each + rest


class _Comparison:
    """The listed terms with their prior, ready to be compared pair by pair."""

    def __init__(self, counts: TermCounts, options: Options, annotated: Annotated, voice: str) -> None:
        self.options, self.voice, self.counts = options, voice, counts
        stop = set(options.stop_words)
        self.allowed = np.array([term not in stop for term in counts.terms], dtype=bool)
        asked = set(options.terms)
        self.asked = np.array([term in asked for term in counts.terms], dtype=bool)
        self.prior, self.prior_total = _prior(counts.totals, counts.sizes, options)
        rows = counts.rows
        self.sides = rows["side"].to_numpy(dtype=object)
        self.ids = rows["document"].to_numpy(dtype=object)
        self.groups = [pd.factorize(rows[name])[0] for name in ("cluster", "outlet")]
        looked = options.duplicates and annotated.has_text
        self.copy = tables.copies(annotated.corpus) if looked else None

    def _listed(self, rows: NDArray[np.int64]) -> NDArray[np.int64]:
        """Numbers of the terms that occur often enough in some documents."""
        matrix, o = self.counts.matrix[rows], self.options
        totals = np.asarray(matrix.sum(axis=0)).ravel()
        n_documents = np.bincount(matrix.indices, minlength=len(totals))
        often = self.allowed & (totals >= o.min_count) & (n_documents >= o.min_documents)
        return np.flatnonzero(often | (self.asked & (totals > 0)))

    def _part(self, rows: NDArray[np.int64], kept: NDArray[np.int64]) -> SideCounts:
        listed = self.counts.matrix[rows][:, kept].tocsr()
        return SideCounts(listed, self.counts.sizes[rows], *(group[rows] for group in self.groups))

    def compare(self, pair: tuple[str, str], rng: np.random.Generator) -> dict[str, Any]:
        """Everything about one pair."""
        a, b = pair
        there = pd.notna(self.sides)
        in_a = np.flatnonzero(there & (self.sides == a))
        in_b = np.flatnonzero(there & (self.sides != a if b == REST else self.sides == b))
        kept = self._listed(np.concatenate([in_a, in_b]))
        first, second = self._part(in_a, kept), self._part(in_b, kept)
        o = self.options
        how = Resampling(o.n_bootstrap, o.n_permutations, o.level)
        found = contrast_terms(first, second, self.prior[kept], prior_total=self.prior_total, resampling=how, rng=rng)
        for name, rows, part in (("a", in_a, first), ("b", in_b, second)):
            found[f"near_duplicate_share_{name}"] = tables.copied_share(
                part.matrix, None if self.copy is None else self.copy[rows]
            )
        reason = _reason(pair, (first.n_tokens, second.n_tokens), found, o)
        data = tables.main_rows(tuple(self.counts.terms[i] for i in kept), pair, self.voice, found, reason)
        measures = tables.measure_rows(data, found, first, second, (self.ids[in_a], self.ids[in_b]))
        totals = [np.asarray(self.counts.matrix[rows].sum(axis=0)).ravel() for rows in (in_a, in_b)]
        ranks = tables.rank_divergence(totals[0], totals[1], kept, o.rank_alpha)
        for name in ("rtd", "rank_a", "rank_b"):
            measures[name] = ranks[name][data.index.to_numpy()]
        sizes = (first.n_tokens, second.n_tokens)
        return {
            "data": data, "measures": measures, "lockwords": tables.lockwords(data, sizes, ratio=o.lock_ratio),
            "notes": ([] if len(kept) else [_nothing(pair, sizes, o)]) + _notes(pair, found, reason),
            "pair": {
                "side_a": a, "side_b": b, "voice": self.voice, "n_tokens_a": sizes[0], "n_tokens_b": sizes[1],
                "n_documents_a": len(in_a), "n_documents_b": len(in_b), "n_clusters_a": found["n_clusters_a"],
                "n_clusters_b": found["n_clusters_b"], "p_min": found["p_min"],
                "rank_turbulence_divergence": ranks["divergence"],
            },
        }  # fmt: skip


def _nothing(pair: tuple[str, str], n_tokens: tuple[float, float], options: Options) -> str:
    tokens = [f"{int(n)} in {side!r}" for side, n in zip(pair, n_tokens, strict=True)]
    return (
        f"no term occurs {options.min_count} times in {options.min_documents} documents (tokens: {', '.join(tokens)}); "
        "lower `min_count` or add documents"
    )


def _prior(totals: NDArray[np.int64], sizes: NDArray[np.int64], options: Options) -> tuple[NDArray[np.float64], float]:
    """Pseudo-tokens of each term, and of the whole vocabulary."""
    if options.prior == "uniform":
        return np.full(len(totals), options.prior_weight), options.prior_weight * float((totals > 0).sum())
    return (options.prior_weight * totals).astype(np.float64), options.prior_weight * float(sizes.sum())


def _reason(pair: tuple[str, str], n_tokens: tuple[float, float], found: dict[str, Any], options: Options) -> str:
    for side, n in zip(pair, n_tokens, strict=True):
        if not n:
            return f"{side!r} has no tokens in this voice"
    n_clusters = [found["n_clusters_a"], found["n_clusters_b"]]
    few = [f"{side!r} has {n}" for side, n in zip(pair, n_clusters, strict=True) if n < 2]
    if few and (options.n_bootstrap or options.n_permutations):
        return f"no interval and no p: fewer than 2 clusters ({', '.join(few)})"
    return ""


def _notes(pair: tuple[str, str], found: dict[str, Any], reason: str) -> list[str]:
    a, b = pair
    if reason:
        return [f"{a!r} against {b!r}: {reason}"]
    n_a, n_b = found["n_clusters_a"], found["n_clusters_b"]
    if min(n_a, n_b) >= FEW_CLUSTERS:
        return []
    return [
        f"{a!r} against {b!r}: {n_a} and {n_b} clusters; with fewer than {FEW_CLUSTERS} a side the intervals are rough"
        + ("" if np.isnan(found["p_min"]) else f" and no p falls below {found['p_min']:.3g}")
    ]
