"""Word shift: which words make the difference between two sides, and how much of it."""

from __future__ import annotations

import warnings
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from itertools import combinations
from typing import Any, ClassVar

import numpy as np
import pandas as pd
from numpy.typing import NDArray
from scipy import sparse

from framing.annotate.annotated import Annotated, as_annotated
from framing.annotate.counting.counts import Counts
from framing.checks import between, integer, one_of
from framing.corpus.documents import Corpus
from framing.errors import FramingWarning, OptionError
from framing.registry import measure, options_from
from framing.results import Provenance, Result
from framing.stats.permute import label_splits
from framing.stats.resample import cluster_weights
from framing.stats.shift import outside_lens
from framing.stats.shift_resampling import KINDS, ShiftWords, bootstrap_shift, observed_terms, permute_shift
from framing.stats.term_contrast import sums_of


@dataclass(frozen=True)
class Options:
    """
    Which difference, and how sure.

    Attributes
    ----------
    kind : {"jsd", "proportion", "entropy", "weighted"}
        Jensen-Shannon divergence, relative frequencies, Shannon entropy, or the mean score of a weighted lexicon.
    scores : str
        Name or path of the lexicon, for "weighted".
    category : str
        Its category; the first one if empty.
    reference : {"b", "a", "pooled"} or float
        What a word's score is compared with: the mean of a side, or a number (the neutral point of the scale).
    lens : tuple of two floats, or empty
        Words with a score in this closed interval are left out.
    min_count : int
        A word is listed if the two sides together use it at least this often; every word counts in the totals.
    level : float
        Coverage of the intervals.
    n_bootstrap, n_permutations : int
        Draws of clusters; 0 for none.
    headline : bool
        Count headlines as well.
    """

    kind: str = "jsd"
    scores: str = ""
    category: str = ""
    reference: str | float = "b"
    lens: tuple[float, ...] = ()
    min_count: int = 5
    level: float = 0.95
    n_bootstrap: int = 1000
    n_permutations: int = 1000
    headline: bool = False

    def __post_init__(self) -> None:
        one_of("kind", self.kind, KINDS)
        if isinstance(self.reference, str):
            one_of("reference", self.reference, ("a", "b", "pooled"))
        if len(self.lens) not in (0, 2) or (self.lens and not self.lens[0] <= self.lens[1]):
            raise OptionError(f"`lens` must be two numbers, the lower first, got {self.lens!r}")
        between("level", self.level, 0.5, 0.999)
        integer("min_count", self.min_count, low=1)
        integer("n_bootstrap", self.n_bootstrap)
        integer("n_permutations", self.n_permutations)


@dataclass(frozen=True)
class WordShift(Result):
    """
    One row per term, voice and pair of sides: what the term adds to `side_a` less `side_b`.

    For "jsd" the size of `contribution` is the term's part of the divergence and its sign says who uses it more; `share`
    is its part of all absolute contributions. `side` is the side that uses the term more. `tables["totals"]` has the
    difference of each pair with interval, p and the share of tokens that carry a score.
    """

    columns: ClassVar[tuple[str, ...]] = (
        "term", "voice", "side_a", "side_b", "contribution", "share", "ci_low", "ci_high", "n_a", "n_b", "rate_a",
        "rate_b", "score", "side", "reason",
    )  # fmt: skip
    figure: ClassVar[str] = "word_shift"


@measure("shift", options=Options, result=WordShift)
def shift(
    corpus: Corpus | Annotated, *, options: Options | None = None, voice: str = "all", seed: int = 0,
    scores: Mapping[str, float] | None = None, **settings: Any,
) -> WordShift:  # fmt: skip
    """
    Take the difference of every pair of sides apart, word by word.

    Parameters
    ----------
    corpus : Corpus or Annotated
    options : Options, optional
        Or its fields as keywords.
    voice : str
    seed : int
    scores : dict of str to float, optional
        Score of each word, for "weighted"; instead of the option of the same name.

    Returns
    -------
    WordShift
        Sorted by pair, then by the size of the contribution. Intervals and p resample clusters; NaN with a `reason`
        where a side has fewer than two clusters or no words.

    Raises
    ------
    OptionError
        With fewer than two sides, and for "weighted" without scores.

    References
    ----------
    Gallagher et al. (2021), EPJ Data Science 10, 4; Dodds et al. (2011), PLoS ONE 6(12), e26752.
    """
    if isinstance(scores, str):
        settings["scores"], scores = scores, None
    options = options_from(Options, options, settings)
    annotated = as_annotated(corpus)
    sides = annotated.corpus.sides
    if len(sides) < 2:
        raise OptionError(f"shift: needs at least two sides, got {len(sides)}; name the sides of the corpus")
    counts = annotated.counts.select(voice, headline=options.headline)
    values, lexicon = _scores(options, scores, counts.types)
    pairs = list(combinations(sides, 2))
    streams = np.random.SeedSequence(seed).spawn(len(pairs))
    frames, totals, notes = [], [], []
    for pair, stream in zip(pairs, streams, strict=True):
        data, total = _compare(counts, pair, values, options, np.random.default_rng(stream))
        frames.append(data.assign(voice=voice))
        totals.append(total | {"voice": voice})
        if total["reason"]:
            notes.append(f"{pair[0]!r} against {pair[1]!r}: {total['reason']}")
    for note in notes:
        warnings.warn(f"shift, voice {voice!r}: {note}", FramingWarning, stacklevel=2)
    provenance = Provenance(
        "shift", asdict(options), annotated.corpus.fingerprint, voice, seed, lexicons=lexicon, models=annotated.models,
        notes=tuple(notes),
    )  # fmt: skip
    frame = pd.concat(frames, ignore_index=True)[list(WordShift.columns)]
    return WordShift(frame, provenance, {"totals": pd.DataFrame(totals)})


def _scores(
    options: Options, scores: Mapping[str, float] | None, types: tuple[str, ...]
) -> tuple[NDArray[np.float64], dict[str, str]]:
    """The score of each type, NaN where it has none, and the hash of the lexicon."""
    if options.kind != "weighted":
        return np.zeros(len(types)), {}
    if scores is not None:
        folded = {word.lower(): float(value) for word, value in scores.items()}
        return np.array([folded.get(word, np.nan) for word in types]), {}
    if not options.scores:
        raise OptionError(
            "`scores` must name a weighted lexicon (or be a dict of words and scores) for kind = 'weighted', got ''"
        )
    from framing.lexicons.formats import load
    from framing.lexicons.match import compile_lexicon
    from framing.lexicons.patterns import Forms

    lexicon = load(options.scores)
    category = options.category or lexicon.category_names[0]
    bound = compile_lexicon(lexicon.only(category), Forms(types))
    entries = lexicon.only(category).entries
    values = np.full(len(types), np.nan)
    values[bound.type] = [entries[i].weight for i in bound.entry.tolist()]
    return values, {lexicon.name: lexicon.sha256}


def _compare(
    counts: Counts, pair: tuple[str, str], scores: NDArray[np.float64], options: Options, rng: np.random.Generator
) -> tuple[pd.DataFrame, dict[str, Any]]:
    """Rows and total of one pair."""
    rows = [np.flatnonzero((counts.rows["side"] == side).to_numpy()) for side in pair]
    n = [np.asarray(counts.matrix[r].sum(axis=0), dtype=np.int64).ravel() for r in rows]
    used = outside_lens(scores, (options.lens[0], options.lens[1]) if options.lens else None) & (n[0] + n[1] > 0)
    parts = []
    clusters = pd.factorize(counts.rows["cluster"])[0]
    for r in rows:
        matrix = counts.matrix[r][:, np.flatnonzero(used)]
        parts.append(sums_of(matrix, np.asarray(matrix.sum(axis=1)).ravel(), clusters[r])[0])
    is_a = np.repeat([True, False], [part.shape[0] for part in parts])
    words = ShiftWords(options.kind, sparse.vstack(parts).tocsc(), is_a, scores[used], options.reference)
    listed = np.flatnonzero((n[0] + n[1])[used] >= options.min_count)
    total = _total(pair, words, n, used, listed, options, rng)
    terms, low, high = total.pop("terms")
    sizes = [max(int(x.sum()), 1) for x in n]
    kept = np.flatnonzero(used)[listed]
    data = pd.DataFrame({
        "term": [counts.types[i] for i in kept], "side_a": pair[0], "side_b": pair[1],
        "contribution": terms[listed], "ci_low": low, "ci_high": high, "n_a": n[0][kept], "n_b": n[1][kept],
        "rate_a": n[0][kept] * 1000 / sizes[0], "rate_b": n[1][kept] * 1000 / sizes[1],
        "score": scores[kept] if options.kind == "weighted" else np.nan,
    })  # fmt: skip
    all_of_it = np.abs(terms).sum()
    data["share"] = data["contribution"].abs() / all_of_it if all_of_it > 0 else np.nan
    data["side"] = np.where(data["rate_a"] >= data["rate_b"], pair[0], pair[1]).astype(object)
    data["reason"] = pd.Series([total["reason"]] * len(data), dtype=object)
    by_size = pd.DataFrame({"size": -data["contribution"].abs(), "term": data["term"]})
    return data.loc[by_size.sort_values(["size", "term"], kind="stable").index], total


def _total(
    pair: tuple[str, str], words: ShiftWords, n: list[NDArray[np.int64]], used: NDArray[np.bool_],
    listed: NDArray[np.int64], options: Options, rng: np.random.Generator,
) -> dict[str, Any]:  # fmt: skip
    """The difference of one pair with its uncertainty, and the arrays of its words."""
    k = (int(words.is_a.sum()), int((~words.is_a).sum()))
    empty = np.full(len(listed), np.nan)
    total: dict[str, Any] = {
        "side_a": pair[0], "side_b": pair[1], "kind": options.kind, "difference": np.nan, "value_a": np.nan,
        "value_b": np.nan, "ci_low": np.nan, "ci_high": np.nan, "p": np.nan, "p_min": np.nan, "n_clusters_a": k[0],
        "n_clusters_b": k[1], "scored_share_a": n[0][used].sum() / max(n[0].sum(), 1),
        "scored_share_b": n[1][used].sum() / max(n[1].sum(), 1), "reason": None,
        "terms": (np.full(len(used), np.nan)[used], empty, empty),
    }  # fmt: skip
    for side, some in zip(pair, k, strict=True):
        if not some:
            return total | {"reason": f"{side!r} has no such words in this voice"}
    terms, difference = observed_terms(words)
    total |= {"difference": difference, "terms": (terms, empty, empty)} | _values(words)
    if min(k) < 2:
        return total | {"reason": f"no interval and no p: fewer than 2 clusters ({k[0]} in {pair[0]!r}, {k[1]} in {pair[1]!r})"}
    if options.n_bootstrap:
        draws = [cluster_weights(some, options.n_bootstrap, rng) for some in k]
        found = bootstrap_shift(words, draws[0], draws[1], listed=listed, level=options.level)
        total |= {"ci_low": found.total_low, "ci_high": found.total_high, "terms": (terms, found.low, found.high)}
    if options.n_permutations and options.kind != "proportion":
        splits = label_splits(*k, rng, n_draws=options.n_permutations, most=options.n_permutations)
        total |= {"p": permute_shift(words, splits), "p_min": splits.p_min}
    return total


def _values(words: ShiftWords) -> dict[str, float]:
    """The value of each side: mean score, or entropy in bits."""
    found = {}
    for name, mine in (("value_a", words.is_a), ("value_b", ~words.is_a)):
        if words.kind == "weighted":
            found[name] = float(words.scored[mine].sum() / words.totals[mine].sum())
        elif words.kind == "entropy":
            sums = np.asarray(words.clusters[np.flatnonzero(mine)].sum(axis=0), dtype=float).ravel()
            p = sums[sums > 0] / sums.sum()
            found[name] = float(-(p * np.log2(p)).sum())
    return found
