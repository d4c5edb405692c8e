"""Keyness: which words set the sides apart, how far, how evenly spread, and how sure we are."""

from __future__ import annotations

import warnings
from dataclasses import asdict, dataclass, field
from itertools import combinations
from typing import TYPE_CHECKING, Any, ClassVar

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from framing.annotate.annotated import Annotated, as_annotated
from framing.checks import between, greater_than, integer, one_of
from framing.corpus.documents import Corpus
from framing.errors import FramingWarning, OptionError
from framing.registry import measure, options_from
from framing.results import Provenance, TermContrast
from framing.stats.keyness_effects import battery
from framing.stats.multiplicity import adjust
from framing.stats.term_contrast import Resampling, SideCounts, contrast_terms

if TYPE_CHECKING:
    from framing.annotate.counts import Counts

FEW_CLUSTERS = 5
REST = "rest"


@dataclass(frozen=True)
class Options:
    """
    How words are compared.

    Attributes
    ----------
    min_count : int
        A word is listed if all sides together use it at least this often.
    min_documents : int
        And if it stands in at least this many documents.
    against : {"each", "rest", "both"}
        Every pair of sides, each side against all others, or both; with two sides always the one pair.
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
        For `p_adjusted`; the family is every word of every pair of this result.
    stop_words : tuple of str
        Words that are not listed; they stay in the totals.
    headline : bool
        Count headlines as well.
    """

    min_count: int = 5
    min_documents: int = 1
    against: str = "each"
    prior: str = "pooled"
    prior_weight: float = 0.1
    level: float = 0.95
    n_bootstrap: int = 1000
    n_permutations: int = 2000
    correction: str = "bh"
    stop_words: tuple[str, ...] = ()
    headline: bool = False

    def __post_init__(self) -> None:
        integer("min_count", self.min_count, low=1)
        integer("min_documents", self.min_documents, low=1)
        one_of("against", self.against, ("each", "rest", "both"))
        one_of("prior", self.prior, ("pooled", "uniform"))
        greater_than("prior_weight", self.prior_weight, 0)
        between("level", self.level, 0.5, 0.999)
        integer("n_bootstrap", self.n_bootstrap)
        integer("n_permutations", self.n_permutations)
        one_of("correction", self.correction, ("bh", "holm"))


@dataclass(frozen=True)
class Keyness(TermContrast):
    """
    One row per term and pair of sides; see `TermContrast`.

    `tables["measures"]` holds every other keyness measure and the dispersion of both sides.
    """

    annotated: Annotated | None = field(default=None, repr=False, compare=False)

    columns: ClassVar[tuple[str, ...]] = TermContrast.columns


@dataclass(frozen=True)
class _Table:
    """Counts of the listed terms, one row per document, ready to be split by side."""

    terms: tuple[str, ...]
    counts: SideCounts
    sides: NDArray[Any]
    prior: NDArray[np.float64]
    prior_total: float

    def part(self, rows: NDArray[np.bool_]) -> SideCounts:
        c = self.counts
        return SideCounts(c.matrix[np.flatnonzero(rows)], c.sizes[rows], c.clusters[rows], c.outlets[rows])


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
        prior. Intervals and p are NaN with a `reason` where a side has fewer than two clusters.

    Raises
    ------
    OptionError
        With fewer than two sides.

    References
    ----------
    Monroe, Colaresi & Quinn (2008), Political Analysis 16(4), 372-403; Gries (2008), International Journal of Corpus
    Linguistics 13(4), 403-437.
    """
    options = options_from(Options, options, settings)
    annotated = as_annotated(corpus)
    counts = annotated.counts.select(voice, headline=options.headline)
    table = _table(counts, options)
    pairs = sides_to_compare(annotated.corpus.sides, options.against)
    streams = np.random.SeedSequence(seed).spawn(len(pairs))
    how = Resampling(options.n_bootstrap, options.n_permutations, options.level)
    frames, details, notes = [], [], []
    for (a, b), stream in zip(pairs, streams, strict=True):
        first = table.part(table.sides == a)
        second = table.part(table.sides != a if b == REST else table.sides == b)
        found = contrast_terms(
            first, second, table.prior, prior_total=table.prior_total, resampling=how, rng=np.random.default_rng(stream)
        )
        reason = _reason(a, b, first, second, found, options)
        frames.append(_rows(table.terms, (a, b), voice, found, reason))
        details.append(_measures(frames[-1], found, first.n_tokens, second.n_tokens))
        notes += _notes(a, b, found, reason)
    if not table.terms:
        notes.append(_nothing(options, counts, annotated.corpus.sides))
    for note in notes:
        warnings.warn(f"keyness, voice {voice!r}: {note}", FramingWarning, stacklevel=2)
    data = _adjust(pd.concat(frames, ignore_index=True), options.correction)
    provenance = Provenance(
        "keyness", asdict(options), annotated.corpus.fingerprint, voice, seed, models=annotated.models, notes=tuple(notes)
    )
    return Keyness(data, provenance, {"measures": pd.concat(details, ignore_index=True)}, annotated=annotated)


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


def _table(counts: Counts, options: Options) -> _Table:
    matrix, sizes = counts.matrix, np.asarray(counts.n_tokens)
    frequency = np.asarray(matrix.sum(axis=0), dtype=float).ravel()
    in_documents = np.bincount(matrix.indices, minlength=matrix.shape[1])
    listed = (frequency >= options.min_count) & (in_documents >= options.min_documents)
    stop = set(options.stop_words)
    listed &= np.array([term not in stop for term in counts.types], dtype=bool).reshape(listed.shape)
    kept = np.flatnonzero(listed)
    prior, total = _prior(frequency, options)
    rows = counts.rows
    groups = [pd.factorize(pd.Series(list(rows[name]), dtype=object))[0] for name in ("cluster", "outlet")]
    sides = np.array([str(side) for side in rows["side"]], dtype=object)
    parts = SideCounts(matrix[:, kept].tocsr(), sizes, groups[0], groups[1])
    return _Table(tuple(counts.types[i] for i in kept), parts, sides, prior[kept], total)


def _prior(frequency: NDArray[np.float64], options: Options) -> tuple[NDArray[np.float64], float]:
    used = frequency > 0
    if options.prior == "uniform":
        return np.full(len(frequency), options.prior_weight), options.prior_weight * float(used.sum())
    return options.prior_weight * frequency, options.prior_weight * float(frequency.sum())


def _rows(terms: tuple[str, ...], pair: tuple[str, str], voice: str, found: dict[str, Any], reason: str) -> pd.DataFrame:
    """The columns of `TermContrast` for one pair, sorted."""
    leans_a = found["estimate"] >= 0
    data = pd.DataFrame({"term": list(terms), "voice": voice, "side_a": pair[0], "side_b": pair[1]})
    for name in ("estimate", "std_error", "z", "ci_low", "ci_high", "p"):
        data[name] = found[name]
    data["p_adjusted"], data["p_min"] = np.nan, found["p_min"]
    for name in ("n_a", "n_b", "rate_a", "rate_b", "n_documents_a", "n_documents_b"):
        data[name] = found[name]
    data["dp_norm"] = np.where(leans_a, found["dp_norm_documents_a"], found["dp_norm_documents_b"])
    data["top_document_share"] = np.where(leans_a, found["top_document_share_a"], found["top_document_share_b"])
    data["side"] = pd.Series(np.where(leans_a, pair[0], pair[1]), dtype=object).where(~np.isnan(found["estimate"]), None)
    data["reason"] = reason or None
    # Ties broken by term, so that two runs print the same table.
    return data.sort_values(["z", "term"], ascending=[False, True], kind="stable")


def _measures(data: pd.DataFrame, found: dict[str, Any], n_a: float, n_b: float) -> pd.DataFrame:
    """Every other measure, in the order of the main rows."""
    order = data.index.to_numpy()
    detail = data[["term", "voice", "side_a", "side_b", "n_a", "n_b"]].reset_index(drop=True)
    with np.errstate(divide="ignore", invalid="ignore"):
        columns = battery(found["n_a"], found["n_b"], n_a, n_b) if n_a and n_b else {}
    for name, values in columns.items():
        detail[name] = values[order]
    for name, values in found.items():
        if name.startswith(("dp_", "n_outlets", "top_")) and not name.startswith("top_document_a"):
            detail[name] = values[order]
    return detail


def _reason(a: str, b: str, first: SideCounts, second: SideCounts, found: dict[str, Any], options: Options) -> str:
    for side, part in ((a, first), (b, second)):
        if not part.n_tokens:
            return f"{side!r} has no tokens in this voice"
    few = [f"{side!r} has {found[f'n_clusters_{x}']}" for side, x in ((a, "a"), (b, "b")) if found[f"n_clusters_{x}"] < 2]
    if few and (options.n_bootstrap or options.n_permutations):
        return f"no interval and no p: fewer than 2 clusters ({', '.join(few)})"
    return ""


def _notes(a: str, b: str, found: dict[str, Any], reason: str) -> list[str]:
    if reason:
        return [f"{a!r} against {b!r}: {reason}"]
    fewest = min(found["n_clusters_a"], found["n_clusters_b"])
    if fewest < FEW_CLUSTERS:
        return [
            f"{a!r} against {b!r}: {found['n_clusters_a']} and {found['n_clusters_b']} clusters; with fewer than"
            f" {FEW_CLUSTERS} a side intervals are too narrow and the smallest p is {found['p_min']:.3g}"
        ]
    return []


def _nothing(options: Options, counts: Counts, sides: tuple[str, ...]) -> str:
    sizes = ", ".join(f"{int(np.asarray(counts.n_tokens)[counts.side_rows(side)].sum())} in {side!r}" for side in sides)
    return (
        f"no word occurs {options.min_count} times in {options.min_documents} documents (tokens: {sizes});"
        " lower `min_count` or add documents"
    )


def _adjust(data: pd.DataFrame, correction: str) -> pd.DataFrame:
    data["p_adjusted"] = adjust(data["p"].to_numpy(), correction)
    return data
