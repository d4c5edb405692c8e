"""
Terms and readability at scale: `python benchmarks/terms.py [BENCH_FOLDER]`.

CPU seconds of this process, the best of three runs; readability beside textstat on the same texts in the same run.
"""

from __future__ import annotations

import sys
import time
import warnings
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np

DEFAULT = Path(__file__).resolve().parents[2] / "shared" / "data" / "bench"
SCORES = ("flesch_reading_ease", "flesch_kincaid_grade", "smog_index")


def best(function: Callable[[], Any], times: int = 3) -> tuple[float, Any]:
    """CPU seconds of the fastest run, and what it gave."""
    seconds = []
    for _ in range(times):
        start = time.process_time()
        result = function()
        seconds.append(time.process_time() - start)
    return min(seconds), result


def line(what: str, value: float, unit: str, target: float, *, at_least: bool = False) -> None:
    """One line of the report."""
    met = value >= target if at_least else value <= target
    print(f"{what:<72} {value:>10.2f} {unit:<3} target {'>=' if at_least else '<='} {target:g}  {'met' if met else 'MISSED'}")


def log_odds_of_47000_types() -> None:
    """Counts to log-odds."""
    from framing.stats.association import log_odds

    rng = np.random.default_rng(0)
    a, b = rng.poisson(3, 47_000), rng.poisson(3, 47_000)
    prior = 0.1 * (a + b) + 0.01
    line("counts to log-odds, 47,000 types", 1000 * best(lambda: log_odds(a, b, prior), 20)[0], "ms", 5)


def bootstrap_of_15000_types() -> None:
    """1,000 cluster replicates of a whole table."""
    from framing.stats.resample import cluster_weights
    from framing.stats.term_resampling import bootstrap_log_odds

    rng = np.random.default_rng(0)
    a, b = (rng.poisson(2, (20, 15_000)).astype(float) for _ in range(2))
    w, prior = cluster_weights(20, 1000, rng), 0.1 * (a.sum(0) + b.sum(0))
    totals = {"totals_a": a.sum(1), "totals_b": b.sum(1), "prior_total": float(prior.sum())}
    seconds, _ = best(lambda: bootstrap_log_odds(a, b, prior, w, w, **totals), 2)
    line("1,000 cluster-bootstrap replicates, 15,000 types, 20 + 20 clusters", seconds, "s", 10)


def readability_of_the_corpus(folder: Path) -> None:
    """Three scores of every article, by textstat and from counts."""
    import pandas as pd

    from framing.annotate.annotated import Annotated
    from framing.annotate.counting.counts import count
    from framing.annotate.counting.syllables import count_syllables, textstat_offline
    from framing.annotate.counting.tokens import tokenise
    from framing.corpus.documents import Corpus, Document
    from framing.measures.readability import readability

    frame = pd.read_parquet(folder / "bench_10000.parquet")
    corpus = Corpus(tuple(Document(str(i), text, side="A") for i, text in zip(frame["id"], frame["text"], strict=True)), ("A",))
    textstat = textstat_offline().textstat
    textstat.flesch_reading_ease("Loading the dictionary is not part of the race.")
    count_syllables(["race"])
    peer_seconds, peer = best(lambda: [[getattr(textstat, name)(text) for name in SCORES] for text in frame["text"]], 1)
    token_seconds, store = best(lambda: tokenise(corpus, {}), 2)
    annotated = Annotated(corpus, {}, {}, count(store, corpus), store=store)
    seconds, result = best(lambda: readability(annotated, library="counts", scores=SCORES))
    line(
        f"readability of {len(corpus):,} articles, from counts: times textstat's rate",
        peer_seconds / seconds,
        "x",
        15,
        at_least=True,
    )
    both = peer_seconds / (seconds + token_seconds)
    print(f"  textstat {peer_seconds:.1f} s; from counts {seconds:.2f} s; with tokenising {both:.1f} x")
    ours = result.data["value"].to_numpy().reshape(len(SCORES), -1).T
    for name, gap in zip(SCORES, np.abs(ours - np.array(peer)).T, strict=True):
        print(f"  {name}: median distance {np.nanmedian(gap):.2f}, 95 % within {np.nanquantile(gap, 0.95):.2f}")


def main(arguments: list[str]) -> None:
    """Everything, one line each."""
    warnings.simplefilter("ignore")
    log_odds_of_47000_types()
    bootstrap_of_15000_types()
    folder = Path(arguments[0]) if arguments else DEFAULT
    if (folder / "bench_10000.parquet").exists():
        readability_of_the_corpus(folder)
    else:
        print(f"no bench_10000.parquet in {folder.name}: readability was not measured")


if __name__ == "__main__":
    main(sys.argv[1:])
