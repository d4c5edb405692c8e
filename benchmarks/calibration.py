"""
Do the error rates and intervals keep what they promise? `python benchmarks/calibration.py [CORPUS.jsonl] [--draws N]`.

Real outlets are dealt to two sides at random, so that no side differs from the other: a 5 % test must reject 5 % of the
draws, and a 95 % interval must hold zero in 95 % of them. The token-level G2 that most tools print is made on the same draws,
and a Welch t test over documents. Without the corpus, outlets are simulated. Then outlets are simulated with a known
difference, and the curves of the multiverse are put on the same random splits. Seeds are fixed; only the time changes.
"""

from __future__ import annotations

import argparse
import json
import re
import time
import warnings
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
import pandas as pd
from scipy import stats

from framing.annotate.annotated import Annotated
from framing.annotate.counting.counts import count
from framing.annotate.counting.tokens import tokenise
from framing.compare.multiverse import multiverse
from framing.compare.sides import contrast
from framing.corpus.documents import Corpus, Document
from framing.results import DocumentScores, Provenance
from framing.stats.clusters import bootstrap_clusters
from framing.stats.permute import label_splits, permute_difference
from framing.stats.resample import bootstrap_difference, cluster_sums, cluster_weights

HERE = Path(__file__).resolve().parents[1]
DEFAULT = HERE.parent / "shared" / "data" / "corpora" / "allsides_immigration_dev.jsonl"
# Words of different kinds and dispersion: topical, legal, personal, a name, function words, modals.
LISTS = {
    "illegal": r"illegal\w*", "border": r"border\w*", "law": r"laws?|legal\w*|courts?|judges?", "we": r"we|our|us",
    "family": r"famil\w+|child\w*", "president": r"president\w*", "threat": r"threat\w*|crim\w+|danger\w*",
    "modal": r"could|may|might|would",
}  # fmt: skip
SIDES = ("one", "other")


@dataclass(frozen=True)
class Material:
    """Hits of each list (D, K), tokens (D,), and the outlet of each document."""

    hits: np.ndarray
    tokens: np.ndarray
    outlet: np.ndarray
    origin: str
    texts: tuple[str, ...] = ()


def real(path: Path) -> Material:
    """Counts from a corpus file."""
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    texts = [row["text"].lower() for row in rows]
    hits = np.array([[len(re.findall(rf"\b(?:{p})\b", text)) for p in LISTS.values()] for text in texts], dtype=float)
    tokens = np.array([len(re.findall(r"\w+", text)) for text in texts], dtype=float)
    return Material(hits, tokens, np.array([row["outlet"] for row in rows]), path.name, tuple(texts))


def simulated(seed: int = 1) -> Material:
    """Fifty outlets with their own rates and unequal numbers of texts."""
    rng = np.random.default_rng(seed)
    outlet = np.repeat(np.arange(50), rng.geometric(1 / 6, size=50)).astype(str)
    tokens = rng.integers(300, 1500, size=len(outlet)).astype(float)
    level = {name: rng.gamma(2.0, 0.0015, size=len(LISTS)) for name in dict.fromkeys(outlet)}
    rate = np.array([level[name] for name in outlet]) * rng.gamma(1.5, 1 / 1.5, size=(len(outlet), len(LISTS)))
    return Material(rng.poisson(rate * tokens[:, None]).astype(float), tokens, outlet, "simulated outlets")


def scores(material: Material, side_of: dict[str, str]) -> DocumentScores:
    """Rates per 1,000 tokens of the documents whose outlet was dealt to a side."""
    rows = np.flatnonzero([o in side_of for o in material.outlet])
    k = len(LISTS)
    outlet = np.repeat(material.outlet[rows], k)
    base = np.repeat(material.tokens[rows], k)
    n = material.hits[rows].ravel()
    data = pd.DataFrame({
        "document": np.repeat([f"d{i}" for i in rows], k), "side": [side_of[o] for o in outlet], "outlet": outlet,
        "cluster": outlet, "event": None, "date": None, "voice": "all", "name": list(LISTS) * len(rows),
        "value": 1000 * n / base, "n": n, "base": base, "reason": "",
    })  # fmt: skip
    return DocumentScores(data, Provenance("rates", options={"sides": list(SIDES)}))


def token_g2(hits: np.ndarray, tokens: np.ndarray, first: np.ndarray) -> np.ndarray:
    """Two-sided p of the four-cell G2 over tokens, one for each list."""
    p = []
    for k in range(hits.shape[1]):
        n = np.array([hits[first, k].sum(), hits[~first, k].sum()])
        rest = np.array([tokens[first].sum(), tokens[~first].sum()]) - n
        fit = stats.chi2_contingency([n, rest], correction=False, lambda_="log-likelihood") if n.sum() else None
        p.append(1.0 if fit is None else fit.pvalue)
    return np.array(p)


def document_t(rates: np.ndarray, first: np.ndarray) -> np.ndarray:
    """Two-sided p of Welch's t over documents, one for each list."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", RuntimeWarning)
        return np.nan_to_num(stats.ttest_ind(rates[first], rates[~first], equal_var=False).pvalue, nan=1.0)


def deal(material: Material, n: int, rng: np.random.Generator) -> dict[str, str]:
    """2 n outlets, n to each side."""
    chosen = rng.permutation(np.unique(material.outlet))[: 2 * n]
    return {outlet: SIDES[i >= n] for i, outlet in enumerate(chosen)}


def null_splits(material: Material, n: int, draws: int, weight: str) -> dict[str, float]:
    """Error rates and coverage of random splits with n outlets a side, by the array functions behind `contrast`."""
    rng = np.random.default_rng([20141009, n])
    names, outlet = np.unique(material.outlet, return_inverse=True)
    rates = 1000 * material.hits / material.tokens[:, None]
    weights = np.ones_like(rates) if weight == "document" else np.repeat(material.tokens[:, None], len(LISTS), axis=1)
    sums, sizes = cluster_sums(rates * weights, outlet, len(names)), cluster_sums(weights, outlet, len(names))
    splits, is_a = label_splits(n, n, rng), np.arange(2 * n) < n
    seen: dict[str, list[np.ndarray]] = {}
    for draw in range(draws):
        dealt = deal(material, n, rng)
        sides = [np.searchsorted(names, sorted(o for o, side in dealt.items() if side == s)) for s in SIDES]
        both = np.concatenate(sides)
        p = permute_difference(sums[both], sizes[both], is_a, splits).two_sided
        drawn = [cluster_weights(n, 1000, rng) for _ in sides]
        fit = bootstrap_difference(*(x[side] for side in sides for x in (sums, sizes)), *drawn)
        if draw < 3:
            check_against_contrast(scores(material, dealt), weight, p, fit.estimate, 1e-9 if splits.exact else 0.03)
        for kind in ("percentile", "bca", "plain"):
            low, high = fit.interval(0.95, kind)
            seen.setdefault(kind, []).append(np.where(np.isnan(low), np.nan, (low <= 0) & (high >= 0)))
        documents = np.isin(outlet, both)
        first = np.isin(outlet[documents], sides[0])
        seen.setdefault("permutation", []).append(p <= 0.05)
        seen.setdefault("g2", []).append(token_g2(material.hits[documents], material.tokens[documents], first) <= 0.05)
        seen.setdefault("t", []).append(document_t(rates[documents], first) <= 0.05)
    means = {name: np.nanmean(np.array(values, dtype=float), axis=0) for name, values in seen.items()}
    out = {name: float(value.mean()) for name, value in means.items()}
    return out | {"permutation_low": float(means["permutation"].min()), "permutation_high": float(means["permutation"].max())}


def check_against_contrast(table: DocumentScores, weight: str, p: np.ndarray, estimate: np.ndarray, slack: float) -> None:
    """The public function must give what the benchmark counts; random splits differ a little."""
    row = contrast(table, weight=weight, n_draws=100, adjust="none").data
    if not (np.allclose(row["p"], p, equal_nan=True, rtol=0, atol=slack) and np.allclose(row["estimate"], estimate)):
        raise SystemExit("`contrast` and the array functions disagree: these tables would not be about the package")


def known_difference(n: int, draws: int) -> dict[str, float]:
    """Coverage of a true difference of 1 with n simulated outlets a side, unequal in size and skewed."""
    rng = np.random.default_rng([77, n])
    seen: dict[str, list[bool]] = {"percentile": [], "bca": [], "plain": []}
    for draw in range(draws):
        sides = [
            [rng.gamma(2.0, 0.5) + shift + rng.gamma(1.0, 1.0, size=rng.integers(2, 12)) for _ in range(n)]
            for shift in (1.0, 0.0)
        ]
        fit = bootstrap_clusters(*sides, n_draws=1000, seed=draw)
        for kind, inside in seen.items():
            low, high = fit.interval(0.95, kind)
            inside.append(bool(low[0] <= 1.0 <= high[0]))
    return {kind: float(np.mean(inside)) for kind, inside in seen.items()}


def curves(material: Material, n: int, draws: int) -> tuple[float, float, int]:
    """Share of random splits in which a curve is called unlikely (p <= .05): by its resampled median, by Stouffer's Z."""
    documents = tuple(
        Document(f"d{i}", text, side="x", outlet=o)
        for i, (text, o) in enumerate(zip(material.texts, material.outlet, strict=True))
    )
    counts = count(tokenise(Corpus(documents, ("x",)), {}), Corpus(documents, ("x",)))
    rng = np.random.default_rng([5, n])
    found, naive, n_specs = [], [], 0
    for draw in range(draws):
        side_of = deal(material, n, rng)
        dealt = tuple(replace(d, side=side_of.get(d.outlet or "")) for d in documents)
        use = [d for d in dealt if d.side]
        rows = counts.rows["document"].isin({d.id for d in use}).to_numpy()
        some = replace(counts, matrix=counts.matrix[np.flatnonzero(rows)], rows=counts.rows[rows].reset_index(drop=True))
        made = Annotated(Corpus(tuple(use), SIDES), {}, {}, some)
        table = multiverse(
            made, claims=("keyness:border", "keyness:law", "keyness:children"), seed=draw, voices=("own",), headline=("out",),
            duplicates=("keep-all",), tokens=("words", "no-numbers"), min_count=(1, 3),
            prior=("pooled:0.1", "uniform:0.01", "pooled:1"),
            n_null=999, n_draws=100,
        )  # fmt: skip
        claims = table.tables["claims"]
        found.append((claims["p_median"] <= 0.05).to_numpy())
        naive.append(2 * stats.norm.sf(np.abs(claims["stouffer"].to_numpy())) <= 0.05)
        n_specs = int(claims["n_specifications"].iloc[0])
    return float(np.mean(found)), float(np.mean(naive)), n_specs


def speed() -> None:
    """Time of 500 specifications of ten claims on the shipped corpus."""
    from framing.annotate.annotated import annotate
    from framing.corpus.readers import read_corpus

    folder = HERE / "corpus" / "clean-harbour"
    if not folder.exists():
        return
    sides = {"official": {"side": ("official",)}, "critical": {"side": ("critical",)}}
    annotated = annotate(read_corpus(folder, sides=sides))
    lists = ("control-order", "threat", "law", "morality", "rights-liberties")
    words = ("harbour", "internet", "order", "police", "rumour")
    claims = (*(f"lexicon:{name}" for name in lists), *(f"keyness:{word}" for word in words))
    begin, cpu = time.perf_counter(), time.process_time()
    result = multiverse(annotated, claims=claims, min_count=(1, 2), tokens=("words", "no-numbers"))
    seconds, cpu = time.perf_counter() - begin, time.process_time() - cpu
    print(
        f"\nclean-harbour ({len(annotated.corpus)} documents): {len(result.data)} specifications of {len(claims)} claims,",
        end=" ",
    )
    print(f"{len(result.data) // len(claims)} each: {seconds:.1f} s, {cpu:.1f} CPU seconds (target 60 s)")


def main() -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpus", nargs="?", type=Path, default=DEFAULT)
    parser.add_argument("--draws", type=int, default=1000)
    chosen = parser.parse_args()
    begin = time.process_time()
    material = real(chosen.corpus) if chosen.corpus.exists() else simulated()
    n_outlets = len(np.unique(material.outlet))
    print(f"{material.origin}: {len(material.tokens)} documents, {n_outlets} outlets, {len(LISTS)} word lists")
    print_null(material, chosen.draws)
    print(f"\nKnown difference of 1, skewed and unequal simulated outlets, {chosen.draws} draws: 95 % intervals that hold it")
    for n in (2, 3, 4, 5, 8, 12, 20):
        r = known_difference(n, chosen.draws)
        print(f"{n:3} v {n:<3} percentile* {r['percentile']:.1%}   BCa* {r['bca']:.1%}   plain percentile {r['plain']:.1%}")
    if material.texts:
        share, naive, n_specs = curves(material, 8, max(50, chosen.draws // 5))
        print(f"\nMultiverse, {n_specs} specifications a claim, 8 v 8 outlets, no difference: rejects at 5 %")
        print(
            f"  by the resampled p of the median {share:.1%}; by Stouffer's Z as if specifications were independent {naive:.1%}"
        )
    speed()
    print(f"\n{time.process_time() - begin:.0f} CPU seconds")


def print_null(material: Material, draws: int) -> None:
    """Error rates of random splits."""
    print("\nNo difference: 5 % tests that reject (target 3.5-6.5 %) | 95 % intervals that hold zero (target 92-97 %)")
    print(
        "weight    outlets draws  permutation (range over lists)  token G2  document t | percentile*   BCa*  plain percentile"
    )
    for weight in ("document", "word"):
        for n in (2, 3, 4, 5, 8, 12) if weight == "document" else (8,):
            n_draws = draws if n == 8 else max(100, draws // 4)
            r = null_splits(material, n, n_draws, weight)
            print(
                f"{weight:9} {n:3} v {n:<3} {n_draws:5} {r['permutation']:8.1%}    ({r['permutation_low']:.1%} to "
                f"{r['permutation_high']:.1%})       {r['g2']:9.1%} {r['t']:10.1%}  | {r['percentile']:10.1%} "
                f"{r['bca']:8.1%} {r['plain']:10.1%}",
                flush=True,
            )
    print("* stretched for few clusters; with 2 or 3 outlets a side no permutation p can reach .05 (least: .33, .10)")


if __name__ == "__main__":
    main()
