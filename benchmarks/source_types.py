"""
Source types: how well the weighed clues tell them in worlds that were not learnt from, and the learning itself.

    python benchmarks/source_types.py [--worlds DIR] [--write] [--folds N]

Prints, for each labelled world, the share of quotations with the right type by the rules alone and by weights learnt from
other worlds: those of its document by itself, and those of all documents that quote the same speaker. `--write` learns from
all worlds and writes the weights the package ships. The invented articles from which the weights are learnt are
`benchmarks/worlds`, `benchmarks/snippets` and `tests/annotate/gold`; rules were written with the errors of the last in view, so
there the kind the rules give is no clue. Snippets and gold are only learnt from, never scored.
"""

from __future__ import annotations

import argparse
import warnings
from collections import Counter, defaultdict
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any

import attribution
import numpy as np
from scipy.sparse import csr_matrix, vstack
from sklearn.exceptions import ConvergenceWarning
from sklearn.linear_model import LogisticRegression
from sklearn.naive_bayes import MultinomialNB

from framing.annotate.source_types.pool import same_speakers, weighed_together
from framing.annotate.source_types.weigh import Evidence, gather
from framing.annotate.source_types.weights import SCALE, Weights

ROOT = Path(__file__).resolve().parents[1]
WORLDS = ROOT / "benchmarks" / "worlds"
READ = ROOT / "tests" / "annotate" / "gold"
SNIPPETS = ROOT / "benchmarks" / "snippets"
SECOND = ROOT / "benchmarks" / "second_reading.tsv"
TARGET = ROOT / "framing" / "data" / "source_types_en.tsv"
# Every quotation counts twice, with the kind of either reader.
PENALTY, ROUNDS, WORLDS_NEEDED, LEAST = 0.15, 200, 3, 8
# Real texts differ from those learnt from more than these do from each other, so the rules count a little more.
TRUST = 0.6
# Naive Bayes errs elsewhere than the logistic model, so the two together are better than either; both are sums over clues.
# It counts clues that come together as if each were news: its log-odds weigh a fifth, and the sum of both is made smaller
# until probabilities keep what they promise (share right by probability, printed below, in worlds of other folds).
SMOOTHING, SHARE, SHRINK = 0.1, 0.2, 0.36


@dataclass
class Case:
    """One labelled quotation: the clues of its speaker, what the rules say, what is right, and what a second reader says."""

    world: str
    document: str
    name: str | None
    person: bool
    clues: frozenset[str]
    rules: str
    right: str
    second: str


def main() -> None:
    """Print the table; write the weights where asked."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--worlds", type=Path, default=WORLDS, help="folder of folders of labelled articles")
    parser.add_argument("--folds", type=int, default=6, help="groups of worlds that are left out in turn; 0 for none")
    parser.add_argument("--kept", type=Path, nargs="*", default=[], help="worlds that are only scored, with all weights")
    parser.add_argument("--write", action="store_true", help=f"write {TARGET.name}")
    options = parser.parse_args()
    cases = [case for folder in sorted(options.worlds.iterdir()) if folder.is_dir() for case in read(folder, rules=True)]
    old = [case for folder in sorted(READ.iterdir()) if folder.is_dir() for case in read(folder, rules=False)]
    old += [case for path in sorted(SNIPPETS.glob("*.txt")) for case in read(path, rules=True)]
    if options.folds:
        crossed(cases, old, options.folds)
    if options.write or options.kept:
        model = learn(cases + old)
        for folder in options.kept:
            kept = read(folder, rules=True)
            show(folder.name, [(c.rules, *verdict[:2], c.right) for c, verdict in zip(kept, tell(model, kept), strict=True)])
        if options.write:
            write(model, len({c.world for c in cases + old}), len(cases + old))


def read(folder: Path, *, rules: bool) -> list[Case]:
    """The matched speech quotations of a world."""
    import framing.annotate.quotes.assemble as assembling

    seen: dict[str, tuple[list[Any], list[Any]]] = {}

    def remember(text: str, quotes: Any, persons: Any, people: Any) -> list[Evidence]:
        quotes = list(quotes)
        person = {n for n, p in enumerate(persons) if p is not None and p.is_person}
        seen[text] = (quotes, [(numbers, clues, not person.isdisjoint(numbers)) for numbers, clues in
                               gather(text, quotes, persons, people)])  # fmt: skip
        return []

    kept, assembling.evidence = assembling.evidence, remember
    try:
        articles = list(attribution.by_package(folder, indirect_from=0))
    finally:
        assembling.evidence = kept
    cases = []
    readings = second_reading()
    for article in articles:
        # Snippets were read once.
        seconds = readings.get((folder.stem, article.id)) or [gold["source_type"] for gold in article.gold]
        of_second = {id(gold): kind for gold, kind in zip(article.gold, seconds, strict=True)}
        quotes, groups = seen[article.text]
        of = {n: (frozenset(clues), person) for numbers, clues, person in groups for n in numbers}
        for gold, found in attribution.matched(article):
            n = next(n for n, q in enumerate(quotes) if [list(p) for p in q.parts] == found["parts"]
                     and (list(q.speaker) if q.speaker else None) == found["speaker"])  # fmt: skip
            if n in of:
                clues, person = of[n]
                told = clues if rules else frozenset(c for c in clues if not c.startswith("rule="))
                name = quotes[n].speaker_resolved
                labels = found["source_type"], gold["source_type"], of_second[id(gold)]
                cases.append(Case(folder.stem, article.id, name, person, told, *labels))
    return cases


@cache
def second_reading() -> dict[tuple[str, str], list[str]]:
    """World and text to the second reader's kinds of its quotations, in the order of the text."""
    rows = [line.split("\t") for line in SECOND.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
    return {(world, text): [kind.partition(":")[0] for kind in kinds.split()] for world, text, kinds in rows}


def learn(cases: list[Case]) -> Weights:
    """A multinomial logistic model with an L2 penalty, and naive Bayes beside it."""
    worlds = defaultdict(set)
    for case in cases:
        for clue in case.clues:
            worlds[clue].add(case.world)
    clues = {clue: n for n, clue in enumerate(sorted(c for c, w in worlds.items() if len(w) >= WORLDS_NEEDED))}
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", ConvergenceWarning)
        seen, right = matrix(cases, clues), [c.right for c in cases] + [c.second for c in cases]
        seen = vstack([seen, seen]).tocsr()
        fit = LogisticRegression(C=PENALTY, max_iter=ROUNDS, tol=1e-3).fit(seen, right)
    bayes = MultinomialNB(alpha=SMOOTHING).fit(seen, right)
    counted = np.vstack([bayes.feature_log_prob_.T, bayes.class_log_prior_])
    table = np.vstack([fit.coef_.T, fit.intercept_])
    for column, kind in enumerate(fit.classes_):
        if f"rule={kind}" in clues:
            table[clues[f"rule={kind}"], column] += TRUST
    table = SHRINK * (table + SHARE * (counted - counted.mean(axis=1, keepdims=True)))
    return Weights(tuple(map(str, fit.classes_)), clues | {"": len(clues)}, np.rint(SCALE * table).astype(np.int64))


def matrix(cases: list[Case], clues: dict[str, int]) -> csr_matrix:
    """(cases, clues) of 0 and 1."""
    at = [(row, clues[clue]) for row, case in enumerate(cases) for clue in case.clues if clue in clues]
    rows, columns = zip(*at, strict=True)
    return csr_matrix((np.ones(len(at)), (rows, columns)), shape=(len(cases), len(clues)))


def tell(model: Weights, cases: list[Case]) -> list[tuple[str, str, float]]:
    """For the quotations of one world: the type by their own document, that by all documents, and its probability."""
    told: dict[str, dict[frozenset[str], Evidence]] = defaultdict(dict)
    for case in cases:
        told[case.document][case.clues] = Evidence((), case.name, case.person, model.rows(case.clues))
    verdicts = {id(e): model.verdict(e.rows) for of_document in told.values() for e in of_document.values()}
    alone = {key: kind for key, (kind, _) in verdicts.items()}
    for mentions in same_speakers({document: list(found.values()) for document, found in told.items()}):
        verdict = weighed_together([e for _, e in mentions], model)
        verdicts |= {id(e): verdict for _, e in mentions}
    found = [id(told[case.document][case.clues]) for case in cases]
    return [(alone[key], *verdicts[key]) for key in found]


def crossed(cases: list[Case], old: list[Case], folds: int) -> None:
    """Each world by the weights of worlds of other folds."""
    worlds = sorted({c.world for c in cases})
    told = {}
    for fold in range(folds):
        out = set(worlds[fold::folds])
        model = learn([c for c in cases if c.world not in out] + old)
        for world in out:
            of_world = [c for c in cases if c.world == world]
            told |= {id(c): verdict for c, verdict in zip(of_world, tell(model, of_world), strict=True)}
    for world in worlds:
        show(world, [(c.rules, *told[id(c)][:2], c.right) for c in cases if c.world == world])
    show("all", [(c.rules, *told[id(c)][:2], c.right) for c in cases])
    for low, high in pairwise((0, 0.4, 0.6, 0.8, 0.9, 1.01)):
        sure = [told[id(c)][1] == c.right for c in cases if low <= told[id(c)][2] < high]
        share, right = 100 * len(sure) / len(cases), 100 * np.mean(sure)
        print(f"probability from {low:.1f}: {share:4.1f} % of quotations, {right:4.1f} % right")
    for share in (0.1, 0.2, 0.3, 0.5):
        coded = by_hand(cases, told, share)
        print(f"the least sure {100 * share:.0f} % of the speakers of each world coded by hand: {coded:.1f} % right")
    readers = 100 * np.mean([c.second == c.right for c in cases])
    ours = 100 * np.mean([c.second == told[id(c)][1] for c in cases])
    print(f"the second reader agrees with the first in {readers:.1f} %, with the weights in {ours:.1f} %")
    confused = Counter((c.right, told[id(c)][1]) for c in cases if told[id(c)][1] != c.right)
    print("confused: " + ", ".join(f"{a} as {b} {n}" for (a, b), n in confused.most_common(12)))


def by_hand(cases: list[Case], told: dict[int, tuple[str, str, float]], share: float) -> float:
    """Percent right where somebody has coded a share of the speakers of each world rightly, the least sure first."""
    worlds: dict[str, dict[Any, list[tuple[float, bool]]]] = defaultdict(lambda: defaultdict(list))
    for case in cases:
        _, kind, chance = told[id(case)]
        worlds[case.world][case.name or (case.document, case.clues)].append((chance, kind == case.right))
    right = 0
    for speakers in worlds.values():
        least_sure = sorted(speakers.values(), key=lambda quotations: np.mean([chance for chance, _ in quotations]))
        n_coded = round(share * len(least_sure))
        right += sum(len(quotations) for quotations in least_sure[:n_coded])
        right += sum(ok for quotations in least_sure[n_coded:] for _, ok in quotations)
    return 100 * right / len(cases)


def show(name: str, rows: list[tuple[str, str, str, str]]) -> None:
    """One line."""
    rules, alone, pooled = (100 * np.mean([row[k] == row[3] for row in rows]) for k in range(3))
    print(f"{name:16s} {len(rows):5d} quotations   rules {rules:5.1f}   document {alone:5.1f}   corpus {pooled:5.1f}")


def write(model: Weights, n_worlds: int, n_cases: int) -> None:
    """Whole numbers of a hundredth; clues that move nothing are left out."""
    table = model.table
    names = sorted(model.clues, key=model.clues.__getitem__)
    kept = [n for n, name in enumerate(names) if not name or np.abs(table[n]).max() >= LEAST]
    head = [
        "# Weights (log-odds in hundredths) of clues for source types, learnt by benchmarks/source_types.py",
        f"# from {n_cases} quotations of {n_worlds} invented worlds. CC0-1.0.",
        "\t".join(["clue", *model.types]),
    ]
    lines = ["\t".join([names[n], *map(str, table[n])]) for n in kept]
    TARGET.write_text("\n".join([*head, *lines]) + "\n", encoding="utf-8", newline="\n")
    print(f"{TARGET.relative_to(ROOT)}: {len(kept)} clues, {TARGET.stat().st_size / 1024:.0f} KB")


if __name__ == "__main__":
    main()
