"""How much each side writes on each topic, with intervals and tests that respect clusters."""

from __future__ import annotations

from itertools import combinations
from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from framing.measures.topics.options import Options
from framing.stats.multiplicity import adjust
from framing.stats.permute import label_splits, permute_difference
from framing.stats.resample import (
    bootstrap_difference,
    cluster_sums,
    cluster_weights,
    percentile_interval,
    ratio,
    small_sample_factor,
    stretched,
)

Floats = NDArray[np.float64]


def side_sums(shares: Floats, rows: pd.DataFrame, side: str) -> tuple[Floats, Floats]:
    """Sums of shares and numbers of documents of each cluster of a side that has documents with shares, (G, K) each."""
    used = (rows["side"] == side).to_numpy() & ~np.isnan(shares).any(axis=1)
    codes, names = pd.factorize(rows["cluster"][used].astype(object))
    sums = cluster_sums(shares[used], codes.astype(np.int64), len(names))
    sizes = np.bincount(codes, minlength=len(names)).astype(np.float64)[:, None]
    return sums, np.broadcast_to(sizes, sums.shape).copy()


def prevalence(
    shares: Floats, rows: pd.DataFrame, sides: tuple[str, ...], voice: str, options: Options, seed: int
) -> pd.DataFrame:
    """
    Mean share of each topic on each side: topic, voice, side, share, ci_low, ci_high, n_documents, n_clusters, reason.

    Intervals draw clusters with replacement; percentiles stretched for few clusters; NaN with fewer than two clusters.
    """
    frames = []
    for number, side in enumerate(sides):
        sums, sizes = side_sums(shares, rows, side)
        n, k = sums.shape[0], shares.shape[1]
        mean = ratio(sums, sizes) if n else np.full(k, np.nan)
        low = high = np.full(k, np.nan)
        if n >= 2 and options.n_bootstrap:
            rng = np.random.default_rng(np.random.SeedSequence([seed, 11, number]))
            draws = ratio(sums, sizes, cluster_weights(n, options.n_bootstrap, rng))
            low, high = percentile_interval(draws, options.level)
            low, high = stretched(mean, low, high, small_sample_factor((n,), (draws.var(axis=0),), options.level))
        frames.append(
            pd.DataFrame(
                {
                    "topic": np.arange(1, k + 1), "voice": voice, "side": side, "share": mean, "ci_low": np.maximum(low, 0),
                    "ci_high": np.minimum(high, 1), "n_documents": int(sizes[:, 0].sum()), "n_clusters": n,
                    "reason": _why(side, n),
                }
            )
        )  # fmt: skip
    if not frames:
        return pd.DataFrame(
            columns=["topic", "voice", "side", "share", "ci_low", "ci_high", "n_documents", "n_clusters", "reason"]
        )
    return pd.concat(frames).sort_values("topic", kind="stable", ignore_index=True)


def _why(side: str, n: int) -> str:
    if n == 0:
        return f"side {side!r} has no document with known words in this voice"
    return f"side {side!r} has one cluster: no interval can be computed" if n == 1 else ""


def contrasts(
    shares: Floats, of_seeds: Floats, rows: pd.DataFrame, sides: tuple[str, ...], voice: str, options: Options, seed: int
) -> pd.DataFrame:
    """
    Difference of the mean shares of two sides in each topic.

    Parameters
    ----------
    shares : (D, K) array
    of_seeds : (S, D, K) array
        Shares under the topics of each seed.
    rows : DataFrame
        Side and cluster of each document.

    Returns
    -------
    DataFrame
        topic, voice, side_a, side_b, mean_a, mean_b, estimate, ci_low, ci_high, seed_low, seed_high (least and largest
        estimate over seeds), p (clusters moved between the sides), p_adjusted, p_min, n_documents_a, n_documents_b,
        n_clusters_a, n_clusters_b, reason. NaN where a side has no or, for intervals, one cluster.
    """
    frames = [
        _pair(shares, of_seeds, rows, pair, voice, options, [seed, 12, i]) for i, pair in enumerate(combinations(sides, 2))
    ]
    if not frames:
        return pd.DataFrame()
    table = pd.concat(frames, ignore_index=True)
    table["p_adjusted"] = table["p"] if options.correction == "none" else adjust(table["p"].to_numpy(), options.correction)
    return table.sort_values(["topic"], kind="stable", ignore_index=True)


def _pair(
    shares: Floats,
    of_seeds: Floats,
    rows: pd.DataFrame,
    pair: tuple[str, str],
    voice: str,
    options: Options,
    entropy: list[int],
) -> pd.DataFrame:
    (sums_a, sizes_a), (sums_b, sizes_b) = (side_sums(shares, rows, side) for side in pair)
    n_a, n_b, k = len(sums_a), len(sums_b), shares.shape[1]
    out: dict[str, Any] = {"topic": np.arange(1, k + 1), "voice": voice, "side_a": pair[0], "side_b": pair[1]}
    nothing = np.full(k, np.nan)
    out |= {"mean_a": ratio(sums_a, sizes_a) if n_a else nothing, "mean_b": ratio(sums_b, sizes_b) if n_b else nothing}
    out["estimate"] = out["mean_a"] - out["mean_b"]
    out |= dict.fromkeys(("ci_low", "ci_high", "seed_low", "seed_high", "p", "p_adjusted", "p_min"), nothing)
    streams = [np.random.default_rng(s) for s in np.random.SeedSequence(entropy).spawn(3)]
    if min(n_a, n_b) >= 2 and options.n_bootstrap:
        weights = [cluster_weights(n, options.n_bootstrap, rng) for n, rng in zip((n_a, n_b), streams, strict=False)]
        fit = bootstrap_difference(sums_a, sizes_a, sums_b, sizes_b, *weights)
        out["ci_low"], out["ci_high"] = fit.interval(options.level)
    if n_a and n_b:
        if options.n_permutations and n_a + n_b > 2:
            splits = label_splits(n_a, n_b, streams[2], n_draws=options.n_permutations, most=options.n_permutations)
            both, sizes = np.concatenate([sums_a, sums_b]), np.concatenate([sizes_a, sizes_b])
            out["p"] = permute_difference(both, sizes, np.arange(len(both)) < n_a, splits).two_sided
            out["p_min"] = np.full(k, splits.p_min)
        seeds = np.array([_difference(s, rows, pair) for s in of_seeds]).reshape(-1, k)
        if len(seeds):
            out["seed_low"], out["seed_high"] = seeds.min(axis=0), seeds.max(axis=0)
    n_documents = [int(sizes[:, 0].sum()) for sizes in (sizes_a, sizes_b)]
    out |= {"n_documents_a": n_documents[0], "n_documents_b": n_documents[1], "n_clusters_a": n_a, "n_clusters_b": n_b}
    return pd.DataFrame(out).assign(reason="; ".join(w for w in (_why(pair[0], n_a), _why(pair[1], n_b)) if w))


def _difference(shares: Floats, rows: pd.DataFrame, pair: tuple[str, str]) -> Floats:
    known = ~np.isnan(shares).any(axis=1)
    means = [shares[known & (rows["side"] == side).to_numpy()].mean(axis=0) for side in pair]
    return np.asarray(means[0] - means[1])
