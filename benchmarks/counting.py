"""
How fast counting is, beside scikit-learn in the same run: `python benchmarks/counting.py [BENCH_FOLDER] [--quick]`.

CPU seconds of this process, one thread, the best of three runs each (of nine for what takes milliseconds); only ratios mean
anything on a shared machine. Peak memory is that of a fresh process for each of the two. The folder holds
`bench_10000.parquet` and `lexicon.{json,dic,yml}`.
"""

from __future__ import annotations

import argparse
import os
import re
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np

HERE = Path(__file__).resolve().parents[1]
DEFAULT = HERE.parent / "shared" / "data" / "bench"


def best(function: Callable[[], Any], times: int = 3) -> tuple[float, Any]:
    """CPU seconds of the fastest run, and what it gave."""
    seconds = []
    for _ in range(times):
        begin = time.process_time()
        result = function()
        seconds.append(time.process_time() - begin)
    return min(seconds), result


def line(what: str, value: str, target: str = "", met: bool | None = None) -> None:
    """One line of the report."""
    verdict = "" if met is None else ("  met" if met else "  MISSED")
    print(f"{what:<66} {value:>22}  {target}{verdict}")


def read(folder: Path) -> dict[str, list[str]]:
    """The benchmark corpus as lists of strings, which is where both sides start."""
    import pandas as pd

    frame = pd.read_parquet(folder / "bench_10000.parquet")
    return {name: frame[name].tolist() for name in ("id", "text", "side", "outlet", "date")}


def as_corpus(columns: dict[str, list[str]]) -> Any:
    """The lists as documents; building them is part of what is timed."""
    from framing.corpus.documents import Corpus, Document

    rows = zip(*columns.values(), strict=True)
    return Corpus(tuple(Document(i, text, side=s, outlet=o, date=d) for i, text, s, o, d in rows), ("A", "B"))


def annotated_from(corpus: Any, store: Any, counts: Any) -> Any:
    """An annotated corpus in which everybody speaks in their own voice."""
    from framing.annotate.annotated import Annotated

    return Annotated(corpus=corpus, quotes={}, voices={}, counts=counts, store=store)


def first_pass(columns: dict[str, list[str]], lexicon: Any) -> tuple[Any, Any]:
    """Text to counts and the scores of one lexicon."""
    from framing.annotate.counting.counts import count
    from framing.annotate.counting.lexicon_hits import score
    from framing.annotate.counting.tokens import tokenise

    corpus = as_corpus(columns)
    store = tokenise(corpus)
    annotated = annotated_from(corpus, store, count(store, corpus))
    return annotated, score(annotated, lexicon)


def sklearn_pass(texts: list[str], pattern: str | None) -> Any:
    """Text to counts by the peer."""
    from sklearn.feature_extraction.text import CountVectorizer

    settings = {} if pattern is None else {"token_pattern": f"(?:{pattern})"}
    return CountVectorizer(**settings).fit_transform(texts)


def reference_totals(texts: list[str], lexicon: Any) -> list[int]:
    """
    Category totals by plain `re` and dictionaries, without any of the machinery: single words and phrases looked up at every
    token, longest phrase first within a category.
    """
    from framing.corpus.words import TOKEN_PATTERN, fold

    token, entries = re.compile(TOKEN_PATTERN), lexicon.entries
    exact: dict[str, set[str]] = {}
    phrases: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    wild: list[tuple[re.Pattern[str], str]] = []
    for entry, words in zip(entries, lexicon.words, strict=True):
        if len(words) > 1:
            phrases.setdefault(words[0], []).append((words, entry.category))
        elif words and "*" in words[0]:
            wild.append((re.compile(re.escape(words[0]).replace(r"\*", ".*")), entry.category))
        elif words:
            exact.setdefault(words[0], set()).add(entry.category)
    totals: Counter[str] = Counter()
    seen: dict[str, frozenset[str]] = {}
    for text in texts:
        words_here = [fold(word) for word in token.findall(text)]
        taken: dict[str, set[int]] = {}
        found = []
        for i, word in enumerate(words_here):
            for phrase, category in phrases.get(word, ()):
                if tuple(words_here[i : i + len(phrase)]) == phrase:
                    found.append((len(phrase), -i, category))
        for size, place, category in sorted(found, reverse=True):
            span = set(range(-place, -place + size))
            if span.isdisjoint(taken.setdefault(category, set())):
                taken[category] |= span
                totals[category] += 1
        for i, word in enumerate(words_here):
            if word not in seen:
                seen[word] = frozenset(exact.get(word, set()) | {c for pattern, c in wild if pattern.fullmatch(word)})
            for category in seen[word]:
                totals[category] += i not in taken.get(category, ())
    return [totals[name] for name in lexicon.category_names]


def peak(folder: Path, which: str) -> float:
    """Peak memory of a fresh process in MB."""
    command = [sys.executable, __file__, str(folder), "--peak", which]
    return float(subprocess.run(command, capture_output=True, text=True, check=True, cwd=HERE).stdout.split()[-1])


def only_peak(folder: Path, which: str) -> None:
    """Do one pass and print the peak memory."""
    from framing.corpus.words import TOKEN_PATTERN
    from framing.lexicons.formats import load

    columns = read(folder)
    if which == "framing":
        first_pass(columns, load(folder / "lexicon.json"))
    elif which == "sklearn":
        sklearn_pass(columns["text"], TOKEN_PATTERN)
    # The highest resident size since this program began; `ru_maxrss` would remember that of the parent.
    status = Path("/proc/self/status").read_text(encoding="ascii")
    print(int(re.search(r"VmHWM:\s+(\d+)", status)[1]) / 1024)  # type: ignore[index]


def counting(folder: Path, *, quick: bool) -> Any:
    """Tokens, counts, lexicons."""
    from framing.annotate.counting.lexicon_hits import score
    from framing.corpus.words import TOKEN_PATTERN
    from framing.lexicons.formats import load

    columns = read(folder)
    texts = columns["text"]
    lists = {kind: load(folder / f"lexicon.{kind}") for kind in ("json", "dic", "yml")}
    times = 1 if quick else 3
    seconds, (annotated, scored) = best(lambda: first_pass(columns, lists["json"]), times)
    peer, _ = best(lambda: sklearn_pass(texts, TOKEN_PATTERN), times)
    default, _ = best(lambda: sklearn_pass(texts, None), times)
    size = sum(len(text.encode()) for text in texts) / 1e6
    line("text -> counts + 10-category lexicon", f"{seconds:.2f} s, {size / seconds:.0f} MB/s")
    line("scikit-learn CountVectorizer, same pattern", f"{peer:.2f} s, {size / peer:.0f} MB/s")
    line("  ratio", f"{peer / seconds:.2f} x", ">= 2.5 (goal 5)", peer / seconds >= 2.5)
    line("  ratio to CountVectorizer with its own, simpler pattern", f"{default / seconds:.2f} x")
    totals = dict(zip(scored.lexicon.category_names, scored.n.sum(axis=0).tolist(), strict=True))
    further = []
    for kind in ("dic", "yml"):
        one, again = best(lambda kind=kind: score(annotated, lists[kind]), 3 * times)  # type: ignore[misc]
        further.append(one)
        line(f"a further lexicon ({kind}) on the counted corpus", f"{1000 * one:.1f} ms")
        same = dict(zip(again.lexicon.category_names, again.n.sum(axis=0).tolist(), strict=True)) == totals
        line("  same totals as the first", str(same))
    line("  ratio to the first pass", f"{seconds / min(further):.1f} x", ">= 30", seconds / min(further) >= 30)
    if not quick:
        expected = reference_totals(texts, lists["json"])
        same = expected == scored.n.sum(axis=0).tolist()
        line("category totals equal those of a plain `re` reference", str(same), "identical", same)
        ours, theirs, base = peak(folder, "framing"), peak(folder, "sklearn"), peak(folder, "nothing")
        memory = f"{ours:.0f} / {theirs:.0f} / {base:.0f} MB"
        line("peak memory: ours, scikit-learn's, of reading the texts", memory, "<= theirs", ours <= theirs)
    return annotated


def lines_in_context(annotated: Any) -> None:
    """KWIC of at least 6,000 lines."""
    from framing.annotate.counting.kwic import kwic
    from framing.annotate.counting.phrases import find

    store = annotated.tokens
    sizes = np.bincount(store.type_ids, minlength=len(store.types))
    word = store.types[int(np.argmin(np.where(sizes >= 6000, sizes, sizes.max())))]
    seconds, result = best(lambda: kwic(annotated, word))
    line(f"KWIC of {len(result.data)} lines ({word!r})", f"{1000 * seconds:.0f} ms", "<= 200 ms", seconds <= 0.2)
    seconds, (found, _) = best(lambda: find(store, ["of the", "presiden* *", "the american people"]))
    line(f"three phrases with wildcards, {len(found)} places", f"{1000 * seconds:.0f} ms")


def keyness(annotated: Any) -> None:
    """Counts to log-odds, bootstrap of a keyness table."""
    try:
        from framing.stats.association import log_odds
    except ImportError as error:
        line("counts -> log-odds", f"not available ({error})")
        return
    counts = annotated.counts.select("all")
    a, b = (np.asarray(counts.matrix[counts.side_rows(side)].sum(axis=0)).ravel() for side in ("A", "B"))
    prior = 0.1 * (a + b)
    use = prior > 0
    seconds, _ = best(lambda: log_odds(a[use], b[use], prior=prior[use]))
    line(f"counts -> log-odds, {int(use.sum())} types", f"{1000 * seconds:.1f} ms", "<= 5 ms", seconds <= 0.005)
    try:
        from framing.measures.keyness import keyness as measure

        kept = int((counts.totals >= 10).sum())
        begin = time.process_time()
        measure(annotated, min_count=10, n_bootstrap=1000, n_permutations=0)
        seconds = time.process_time() - begin
        line(f"1,000 cluster-bootstrap replicates, {kept} types", f"{seconds:.1f} s", "<= 10 s", seconds <= 10)
    except Exception as error:  # the other lines are still worth printing
        line("1,000 cluster-bootstrap replicates", f"not available ({type(error).__name__}: {error})")


def permutations(annotated: Any, folder: Path) -> None:
    """10,000 permutations x 10 categories."""
    try:
        from framing.measures.lexicon import lexicon

        scores = lexicon(annotated, str(folder / "lexicon.json"), samples=0)
        begin = time.process_time()
        scores.compare(n_permutations=10_000)
        seconds = time.process_time() - begin
        line("10,000 permutations x 10 categories (with effect sizes)", f"{seconds:.1f} s", "<= 5 s", seconds <= 5)
    except Exception as error:  # the other lines are still worth printing
        line("10,000 permutations x 10 categories", f"not available ({type(error).__name__}: {error})")


def readability(annotated: Any) -> None:
    """Readability from per-type syllable counts against textstat."""
    try:
        from framing.annotate.counting.syllables import textstat_offline
        from framing.measures.readability import readability as ours

        textstat = textstat_offline()

        texts = [document.text for document in annotated.corpus.documents[:300]]
        peer, _ = best(
            lambda: [
                [textstat.flesch_reading_ease(t), textstat.flesch_kincaid_grade(t), textstat.gunning_fog(t)] for t in texts
            ],
            1,
        )
        begin = time.process_time()
        ours(annotated, library="counts")
        seconds = time.process_time() - begin
        ratio = (peer / len(texts)) / (seconds / len(annotated.corpus))
        line("readability of 10,000 documents", f"{seconds:.1f} s")
        line("  ratio to textstat's rate, three measures", f"{ratio:.0f} x", ">= 15", ratio >= 15)
    except Exception as error:  # the other lines are still worth printing
        line("readability", f"not available ({type(error).__name__}: {error})")


def main() -> None:
    """Print every ratio."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", nargs="?", type=Path, default=DEFAULT)
    parser.add_argument("--quick", action="store_true", help="one run each, no reference, no memory")
    parser.add_argument("--peak", help=argparse.SUPPRESS)
    given = parser.parse_args()
    if os.environ.get("OMP_NUM_THREADS") != "1":
        # Threads are counted in CPU seconds, and the number is read when NumPy is loaded: start again with one.
        threads = dict.fromkeys(("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "ARROW_NUM_THREADS"), "1")
        os.execve(sys.executable, [sys.executable, *sys.argv], os.environ | threads)
    sys.path.insert(0, str(HERE))
    if given.peak:
        only_peak(given.folder, given.peak)
        return
    if not (given.folder / "bench_10000.parquet").exists():
        raise SystemExit(f"{given.folder}: no bench_10000.parquet; give the folder that holds it")
    annotated = counting(given.folder, quick=given.quick)
    lines_in_context(annotated)
    keyness(annotated)
    permutations(annotated, given.folder)
    readability(annotated)


if __name__ == "__main__":
    main()
