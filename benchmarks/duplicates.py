"""
Near-duplicates against rensa, on the same texts in one run: pair recall, precision and CPU seconds.

    python benchmarks/duplicates.py [bench_10000.parquet]

The column `dup_of` is the truth. Copies of the same original are duplicates of each other too; they count for
precision, and recall is given with and without them. rensa is optional: install it where this runs, or put its folder
on PYTHONPATH; without it the table has our rows only. CPU seconds are `time.process_time` (all threads), the best of
several rounds, and contain everything from the list of texts to the list of pairs.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np
import pandas as pd

from framing.corpus.shingles import near_pairs

BENCH = Path(__file__).resolve().parents[2] / "shared" / "data" / "bench" / "bench_10000.parquet"
ROUNDS = 5
PERMUTATIONS, BANDS, THRESHOLD = 128, 32, 0.5

Pairs = set[tuple[int, int]]


def ours(texts: Sequence[str]) -> Pairs:
    """The package with its defaults."""
    found = near_pairs(texts)
    return set(zip(found.a.tolist(), found.b.tolist(), strict=True))


def with_rensa(texts: Sequence[str], tokens: Callable[[str], list[str]]) -> Pairs:
    """rensa as its documentation shows it: sketch, insert, query, keep what its estimate confirms."""
    import rensa

    index = rensa.RMinHashLSH(threshold=THRESHOLD, num_perm=PERMUTATIONS, num_bands=BANDS)
    sketches = []
    for number, text in enumerate(texts):
        sketch = rensa.RMinHash(num_perm=PERMUTATIONS, seed=42)
        sketch.update(tokens(text))
        index.insert(number, sketch)
        sketches.append(sketch)
    return {
        (number, other)
        for number, sketch in enumerate(sketches)
        for other in index.query(sketch)
        if other > number and sketch.jaccard(sketches[other]) >= THRESHOLD
    }


def words(text: str) -> list[str]:
    return text.split()


def shingles(text: str, k: int = 3) -> list[str]:
    every = text.lower().split()
    return [" ".join(every[i : i + k]) for i in range(len(every) - k + 1)]


def truth(frame: pd.DataFrame) -> tuple[Pairs, Pairs]:
    """Pairs of a copy with its original, and all pairs within a family."""
    place = {id: i for i, id in enumerate(frame["id"])}
    direct = {
        (min(place[a], place[b]), max(place[a], place[b]))
        for a, b in zip(frame["id"], frame["dup_of"], strict=True)
        if isinstance(b, str)
    }
    root = np.arange(len(frame))
    for a, b in direct:
        root[[a, b]] = min(root[a], root[b])
    families: dict[int, list[int]] = {}
    for i, name in enumerate(root.tolist()):
        families.setdefault(name, []).append(i)
    family = {(a, b) for members in families.values() for k, a in enumerate(members) for b in members[k + 1 :]}
    return direct, family | direct


def timed(run: Callable[[], Pairs]) -> tuple[float, Pairs]:
    """CPU seconds of the best round, and what it found."""
    seconds, pairs = [], set()
    for _ in range(ROUNDS):
        start = time.process_time()
        pairs = run()
        seconds.append(time.process_time() - start)
    return min(seconds), pairs


def main() -> None:
    path = Path(sys.argv[1]) if len(sys.argv) > 1 else BENCH
    if not path.exists():
        sys.exit(f"{path}: not there; give the path of bench_10000.parquet")
    frame = pd.read_parquet(path)
    texts = [str(text) for text in frame["text"]]
    direct, family = truth(frame)
    runs: dict[str, Callable[[], Pairs]] = {"framing, 3-word shingles": lambda: ours(texts)}
    try:
        import rensa  # noqa: F401

        runs["rensa, words"] = lambda: with_rensa(texts, words)
        runs["rensa, 3-word shingles"] = lambda: with_rensa(texts, shingles)
    except ImportError:
        print("rensa is not installed: no peer in this run (pip install rensa, or put it on PYTHONPATH)")
    print(f"{len(texts)} texts, {len(direct)} copies, {len(family)} pairs within families; best of {ROUNDS} rounds\n")
    print(f"{'':26}{'CPU s':>8}{'pairs':>8}{'recall':>9}{'all':>8}{'precision':>11}{'ours / peer':>13}")
    base = 0.0
    for name, run in runs.items():
        seconds, pairs = timed(run)
        base = base or seconds
        recall, every = len(pairs & direct) / len(direct), len(pairs & family) / len(family)
        precision = len(pairs & family) / max(len(pairs), 1)
        ratio = "" if name.startswith("framing") else f"{base / seconds:.2f}"
        print(f"{name:26}{seconds:8.3f}{len(pairs):8}{recall:9.4f}{every:8.4f}{precision:11.4f}{ratio:>13}")


if __name__ == "__main__":
    main()
