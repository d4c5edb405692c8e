"""
Certainty: how far the probabilities of quotations hold in worlds they were not learnt from, and the learning itself.

    python benchmarks/certainty.py [--data DIR] [--folds N] [--kept DIR ...] [--write]

A quotation is right where it overlaps a labelled one by a fifth or more (intersection over union of words) and has its
speaker: whether whoever is thanked belongs to the thanks is set differently from label to label, and is no error here.
Prints for invented worlds, articles that rules were written from and plain news, each by weights of other folds, and for
PolNeAR (never learnt from) by all weights: the area under the curve of the rank the rules give and of the probability, the
mean probability beside the share that was right, and the share right by probability. `--kept` scores further folders;
`--write` writes the weights the package ships. `--data` names the folder with `score.py` and `polnear_dev.jsonl`, which are
not part of this repository.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from types import ModuleType
from typing import Any

import attribution
import numpy as np
from quotes import part_of
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import roc_auc_score
from source_types import READ, ROOT, SNIPPETS, WORLDS

import framing.annotate.quotes.assemble as assembling
from framing.annotate.certainty.clues import clues
from framing.annotate.certainty.weights import FILE, SCALE, probability
from framing.annotate.quotations import Quote, find_quotes
from framing.annotate.stream import record_of

TARGET = ROOT / "framing" / "data" / FILE
PENALTY, ROUNDS, FEWEST, LEAST, OVERLAP = 0.03, 300, 12, 3, 0.2
STEPS = (0, 0.5, 0.7, 0.8, 0.9, 0.95, 0.98, 1.01)


@dataclass(frozen=True)
class Case:
    """One quotation that was found: its clues, the rank of the rules, and whether it is right."""

    kind: str
    world: str
    clues: frozenset[str]
    rank: float
    right: bool


def main() -> None:
    """Print the tables; write the weights where asked."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, default=attribution.SCORER, help="folder with score.py and polnear_dev.jsonl")
    parser.add_argument("--folds", type=int, default=6, help="groups of worlds that are left out in turn")
    parser.add_argument("--kept", type=Path, nargs="*", default=[], help="folders that are only scored, with all weights")
    parser.add_argument("--write", action="store_true", help=f"write {TARGET.name}")
    options = parser.parse_args()
    if not (options.data / "score.py").exists():
        sys.exit(f"{options.data}: no score.py; name its folder with --data")
    score = attribution._load("score", options.data / "score.py")
    cases = [
        case
        for name, folders in (("worlds", WORLDS.iterdir()), ("read", READ.iterdir()), ("news", SNIPPETS.glob("*.txt")))
        for folder in sorted(folders)
        if folder.is_dir() or folder.suffix == ".txt"
        for case in of_folder(folder, name, score)
    ]
    show(crossed(cases, options.folds))
    model = learn(cases)
    kept = [case for folder in options.kept for case in of_folder(folder, folder.name, score)]
    if (options.data / "polnear_dev.jsonl").exists():
        gold = [d for d in score.load(options.data / "polnear_dev.jsonl") if part_of(d["id"]) == "tune"]
        kept += of_articles([(d["text"], d["quotes"]) for d in gold], "polnear", "polnear", score)
    show([(case, probability(case.clues, model)) for case in kept])
    if options.write:
        write(model, len(cases))


def of_folder(folder: Path, kind: str, score: ModuleType) -> list[Case]:
    """Every quotation found in the labelled articles of a folder or file."""
    return of_articles([(text, gold) for text, gold, _ in attribution.read(folder).values()], kind, folder.stem, score)


def of_articles(articles: list[tuple[str, list[dict[str, Any]]]], kind: str, world: str, score: ModuleType) -> list[Case]:
    """The cases of labelled articles; the ranks are those before the model has its say."""
    kept, assembling.certain = assembling.certain, lambda _, quotes: quotes
    try:
        found = find_quotes(((str(n), text) for n, (text, _) in enumerate(articles)), indirect_from=0).quotes
    finally:
        assembling.certain = kept
    return [
        Case(kind, world, frozenset(clues(text, quotes, at)), quotes[at].confidence, right)
        for (text, gold), quotes in zip(articles, found.values(), strict=True)
        for at, right in judged(text, gold, quotes, score)
    ]


def judged(text: str, gold: list[dict[str, Any]], quotes: tuple[Quote, ...], score: ModuleType) -> Iterator[tuple[int, bool]]:
    """
    Which of the quotations are right, by the rules of the scorer.

    What overlaps a labelled thought is left out, whatever is taken for one, and questions that somebody asks, which half of
    the labels count ("Asked whether the pier was safe, she ..."). A quotation of several fragments or paragraphs is right
    where half of them are.
    """
    words = score.toks(text)
    marks = score.marks(text, words)
    labels = score.prep({"quotes": [dict(g) for g in gold]}, words, text, True, marks)
    score.cluster(labels)
    speech, optional = [g for g in labels if g["speech"]], [g for g in labels if not g["speech"]]
    units, of = [], []
    for at, quote in enumerate(quotes):
        if quote.speech and quote.cue_lemma != "ask":
            parts = score.prep({"quotes": [record_of(quote)]}, words, text, True, marks)
            units += parts
            of += [at] * len(parts)
    near = {j for _, j, _ in score.pairs(speech, units, score.iou, 0.3)}
    right = {j for _, j, ok in score.pairs(speech, units, score.iou, OVERLAP) if ok}
    of_speech = set().union(*(g["w"] for g in speech))
    thought = set().union(*(g["w"] for g in optional)) - of_speech
    votes: dict[int, list[bool]] = defaultdict(list)
    for j, (unit, at) in enumerate(zip(units, of, strict=True)):
        free = any(score.iou(g, unit) >= 0.3 for g in optional) or 2 * len(unit["w"] & thought) >= len(unit["w"])
        if j in near or not free:
            votes[at].append(j in right)
    yield from ((at, 2 * sum(units_right) >= len(units_right)) for at, units_right in votes.items())


def learn(cases: list[Case]) -> dict[str, int]:
    """A logistic regression with an L2 penalty."""
    number = Counter(clue for case in cases for clue in case.clues)
    columns = {clue: n for n, clue in enumerate(sorted(clue for clue, times in number.items() if times >= FEWEST))}
    at = [(row, columns[clue]) for row, case in enumerate(cases) for clue in case.clues if clue in columns]
    rows, places = zip(*at, strict=True)
    seen = csr_matrix((np.ones(len(at)), (rows, places)), shape=(len(cases), len(columns)))
    fit = LogisticRegression(C=PENALTY, max_iter=ROUNDS, tol=1e-3).fit(seen, [case.right for case in cases])
    of_clue = {clue: round(SCALE * weight) for clue, weight in zip(columns, fit.coef_[0].tolist(), strict=True)}
    return {"": round(SCALE * float(fit.intercept_[0]))} | {c: w for c, w in of_clue.items() if abs(w) >= LEAST}


def crossed(cases: list[Case], folds: int) -> list[tuple[Case, float]]:
    """Each world by the weights of worlds of other folds."""
    worlds = sorted({case.world for case in cases})
    told = []
    for fold in range(folds):
        out = set(worlds[fold::folds])
        model = learn([case for case in cases if case.world not in out])
        told += [(case, probability(case.clues, model)) for case in cases if case.world in out]
    return told


def show(told: Iterable[tuple[Case, float]]) -> None:
    """Two lines a kind of text."""
    by_kind = defaultdict(list)
    for case, chance in told:
        by_kind[case.kind].append((case.right, case.rank, chance))
    for kind, rows in by_kind.items():
        right, rank, chance = (np.array(column, dtype=float) for column in zip(*rows, strict=True))
        areas = [100 * roc_auc_score(right, by) if 0 < right.mean() < 1 else float("nan") for by in (rank, chance)]
        print(
            f"{kind:16s} {len(rows):6d} quotations   area: rank {areas[0]:.1f}, probability {areas[1]:.1f}   "
            f"mean probability {100 * chance.mean():.1f}, right {100 * right.mean():.1f}"
        )
        steps = [(low, right[(chance >= low) & (chance < high)]) for low, high in pairwise(STEPS)]
        print(" " * 17 + "  ".join(f"from {low}: {100 * part.mean():.1f} % of {len(part)}" for low, part in steps if len(part)))


def write(model: dict[str, int], n_cases: int) -> None:
    """The intercept first, the clues in order."""
    head = (
        "# Weights (log-odds in hundredths) of clues for a quotation being right, learnt by benchmarks/certainty.py\n"
        f"# from {n_cases} quotations found in invented articles. CC0-1.0.\n"
    )
    lines = "".join(f"{clue}\t{weight}\n" for clue, weight in model.items())
    TARGET.write_text(head + lines, encoding="utf-8", newline="\n")
    print(f"{TARGET.relative_to(ROOT)}: {len(model)} clues, {TARGET.stat().st_size / 1024:.0f} KB")


if __name__ == "__main__":
    main()
