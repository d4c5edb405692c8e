"""Fit every K from many starts and on many parts of the documents, and see which holds still."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import NDArray
from scipy import sparse

from framing.measures.topics.anchors import anchored_rows, anchored_start
from framing.measures.topics.material import Material
from framing.measures.topics.models import fit_lda, fit_nmf
from framing.measures.topics.options import Options
from framing.stats.alignment import medoid
from framing.stats.coherence import npmi_document_window, umass
from framing.stats.stability import pairwise_agreement, recommend, stability, topic_diversity

Floats = NDArray[np.float64]
# Only the order of the top words of a resample counts, and it settles early; seeds go on, since the model is made of them.
SEED_TOLERANCE, RESAMPLE_TOLERANCE = 1e-3, 1e-2


@dataclass(frozen=True, eq=False)
class Examined:
    """
    What one K gave.

    Attributes
    ----------
    k : int
    runs : list of (K, V) arrays
        One a seed.
    samples : list of (K, V) arrays
        One a resample.
    reference : int
        The run that all others match best.
    stability : (S,) array
        Agreement with each resample; empty without resamples.
    row : dict
        Diagnostics.
    """

    k: int
    runs: list[Floats]
    samples: list[Floats]
    reference: int
    stability: Floats
    row: dict[str, Any] = field(default_factory=dict)


def top_words(components: Floats, n: int) -> NDArray[np.int64]:
    """Columns of the `n` heaviest words of each topic; ties by column, weights that differ only by rounding are ties."""
    return np.argsort(-components.round(12), axis=1, kind="stable")[:, :n]


def fit_once(
    data: Material, rows: NDArray[Any], k: int, seed: int, options: Options, *, tolerance: float = SEED_TOLERANCE
) -> Floats:
    """Topics of some units from one random start; `tolerance` is for "nmf"."""
    if options.model == "lda":
        counts = sparse.vstack([data.counts[rows], anchored_rows(data, len(rows), options, counts=True)])
        return fit_lda(counts, k, seed, max_iter=options.max_iter or 10)
    weighed = sparse.vstack([data.weighed[rows], anchored_rows(data, len(rows), options, counts=False)], format="csr")
    start = anchored_start(data, k, seed, options)
    return fit_nmf(weighed, k, seed, max_iter=options.max_iter or 200, start=start, tolerance=tolerance)


def parts(data: Material, options: Options) -> list[tuple[NDArray[Any], NDArray[Any]]]:
    """Rows of each resample and of what it leaves out, by document; the same for every K."""
    documents = np.unique(data.document)
    n = max(2, round(options.resample_share * len(documents)))
    out = []
    for stream in np.random.SeedSequence([options.fit_seed, 1]).spawn(options.n_resamples):
        drawn = np.random.default_rng(stream).permutation(documents)[:n]
        inside = np.isin(data.document, drawn)
        out.append((np.flatnonzero(inside), np.flatnonzero(~inside)))
    return out


def seeds_of(options: Options, use: int, n: int) -> list[int]:
    """Seeds of models."""
    return [int(s) for s in np.random.SeedSequence([options.fit_seed, use]).generate_state(n)]


def examine(data: Material, k: int, options: Options, splits: list[tuple[NDArray[Any], NDArray[Any]]]) -> Examined:
    """All fits of one K, with coherence, stability, agreement and diversity."""
    everything = np.arange(data.counts.shape[0])
    runs = [fit_once(data, everything, k, seed, options) for seed in seeds_of(options, 2, options.n_seeds)]
    reference = medoid(runs)
    tops = [top_words(run, options.n_terms) for run in runs]
    samples: list[Floats] = []
    held_out = []
    for (inside, outside), seed in zip(splits, seeds_of(options, 3, len(splits)), strict=True):
        if len(inside) <= k:
            continue
        # From a random start of its own: started at the topics of all documents, a resample would agree with them too easily.
        samples.append(fit_once(data, inside, k, seed, options, tolerance=RESAMPLE_TOLERANCE))
        top = top_words(samples[-1], options.n_terms)
        held_out.append((_mean(npmi_document_window(data.counts[outside], top)), _mean(umass(data.counts[outside], top))))
    moved = stability(tops[reference].tolist(), [top_words(sample, options.n_terms).tolist() for sample in samples])
    pairs = pairwise_agreement([top.tolist() for top in tops])
    outside_means = np.array(held_out).reshape(-1, 2)
    row = {
        "k": k,
        "stability": _mean(moved),
        "stability_sd": float(np.std(moved, ddof=1)) if len(moved) > 1 else np.nan,
        "agreement": _mean(pairs),
        "npmi": _mean(outside_means[:, 0]),
        "u_mass": _mean(outside_means[:, 1]),
        "npmi_fitted": _mean(npmi_document_window(data.counts, tops[reference])),
        "diversity": topic_diversity(tops[reference].tolist()),
    }
    return Examined(k, runs, samples, reference, moved, row)


def _mean(values: Floats) -> float:
    """Mean of what is there; NaN without anything."""
    there = values[~np.isnan(values)]
    return float(there.mean()) if len(there) else float("nan")


def choose(found: list[Examined], options: Options) -> tuple[Examined, pd.DataFrame, str, str]:
    """The K to use, the table of diagnostics, the verdict ("clear", "range", "none", "given") and what to say of it."""
    table = pd.DataFrame([e.row for e in found])
    n = max((len(e.stability) for e in found), default=0)
    scores = np.full((len(found), max(n, 1)), np.nan)
    for i, e in enumerate(found):
        scores[i, : len(e.stability)] = e.stability
    if np.isnan(scores).all():
        # Without resamples only the agreement of seeds is left to go by.
        scores = table[["agreement"]].to_numpy(dtype=np.float64)
    best = recommend(scores, least=options.least_stability)
    inside = np.flatnonzero(best.within)
    chosen = best.best
    if len(inside) > 1 and table["npmi"].notna().any():
        chosen = int(inside[np.argmax(table["npmi"].to_numpy()[inside].round(9))])
    table["recommended"] = best.within
    table["chosen"] = np.arange(len(table)) == chosen
    return found[chosen], table, best.verdict, _say(table, best.verdict, chosen, options)


def _say(table: pd.DataFrame, verdict: str, chosen: int, options: Options) -> str:
    """The recommendation in words."""
    k, value = int(table["k"][chosen]), table["stability"][chosen]
    value = table["agreement"][chosen] if np.isnan(value) else value
    if np.isnan(value):
        return f"K = {k}: with one seed and no resample nothing is known about stability; raise `n_seeds`."
    if verdict == "none":
        tried = f"K = {k}, the only one tried, does not reach" if len(table) == 1 else f"none of the {len(table)} tried reaches"
        # Rounded down, so that no sentence says that 0.60 does not reach 0.6.
        reached = np.floor(100 * value) / 100
        return (
            f"No K is stable here: {tried} a stability of {options.least_stability:g}; K = {k} has {reached:.2f}. "
            "Read its topics as one possible grouping among others."
        )
    if len(table) == 1:
        return f"K = {k} was given; its stability over resamples is {value:.2f}. No other K was tried."
    if verdict == "clear":
        return f"K = {k} is recommended: stability {value:.2f}, and no other K tried comes near."
    among = ", ".join(str(x) for x in table.loc[table["recommended"], "k"])
    return (
        f"K = {k} was chosen among {among}, which are equally stable within error ({value:.2f}): the number of topics is not "
        "settled by these texts; check that findings hold for the others."
    )
