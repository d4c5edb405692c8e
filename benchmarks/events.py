"""
Are planted events found as topics? Matched F1 on three invented corpora of one design, topics as they are by default.

    python benchmarks/events.py [--draws 12] [--k 8]

Each corpus has 32 texts on eight events of one campaign, told by eight outlets on two sides, four texts an event. A text
belongs to its largest topic; events and topics are matched one to one so that the sum of F1 is greatest. The first figure of
a row is for all texts, the second the mean and range over draws of 28 texts: how much of it is chance. How many fits become
one model was chosen on draws of the corpora in `benchmarks/events`, nothing on Clean Harbour.
"""

from __future__ import annotations

import argparse
import warnings
from pathlib import Path

import numpy as np
from scipy.optimize import linear_sum_assignment

from framing import read_corpus
from framing.annotate.annotated import Annotated
from framing.annotate.counting.counts import Counts, count
from framing.annotate.counting.tokens import tokenise
from framing.corpus.documents import Corpus, Document
from framing.measures.topics import topics

HERE = Path(__file__).resolve().parent
N_KEPT = 28


def read(folder: Path) -> Corpus:
    """Texts with a head of `key: value` lines; the event stands before the hyphen of the file's name."""
    documents = []
    for path in sorted(folder.glob("e*.txt")):
        top, body = path.read_text(encoding="utf-8").split("\n\n", 1)
        head = dict((part.strip() for part in line.split(":", 1)) for line in top.splitlines())
        event = path.stem.partition("-")[0]
        documents.append(Document(path.stem, body.strip(), side=head["side"], outlet=head["outlet"], event=event))
    return Corpus(tuple(documents), ("official", "critical"))


def counted(corpus: Corpus) -> Annotated:
    """The counts of all words; quotations are not needed here."""
    store = tokenise(corpus, {})
    return Annotated(corpus, {}, {}, count(store, corpus), store=store)


def part_of(whole: Annotated, kept: set[str]) -> Annotated:
    """Some documents of a corpus."""
    rows = whole.counts.rows["document"].isin(kept).to_numpy()
    counts = Counts(whole.counts.matrix[rows], whole.counts.rows[rows].reset_index(drop=True), whole.counts.types)
    return Annotated(whole.corpus.with_documents(tuple(d for d in whole.corpus if d.id in kept)), {}, {}, counts)


def matched_f1(annotated: Annotated, k: int, **options: int) -> np.ndarray:
    """F1 of each event with the topic it is matched to; 0 for one without."""
    wide = topics(annotated, k=k, **options).data.pivot_table(index="document", columns="topic", values="share")
    event_of = {document.id: document.event for document in annotated.corpus}
    event = np.array([event_of[id] for id in wide.index])
    main, names = wide.to_numpy().argmax(axis=1), sorted(set(event))
    both = np.array([[((main == t) & (event == name)).sum() for t in range(wide.shape[1])] for name in names])
    f1 = 2 * both / (both.sum(axis=1, keepdims=True) + np.bincount(main, minlength=wide.shape[1]))
    found = np.zeros(len(names))
    rows, columns = linear_sum_assignment(-f1)
    found[rows] = f1[rows, columns]
    return found


def main() -> None:
    """Print one row a corpus."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--draws", type=int, default=12)
    parser.add_argument("--k", type=int, default=8)
    options = parser.parse_args()
    warnings.simplefilter("ignore")
    corpora = {"clean-harbour": read_corpus(HERE.parent / "corpus" / "clean-harbour")}
    corpora |= {path.name: read(path) for path in sorted((HERE / "events").iterdir()) if path.is_dir()}
    print(f"K = {options.k}; matched F1 of eight events; aim 0.8")
    for name, corpus in corpora.items():
        whole = counted(corpus)
        f1 = matched_f1(whole, options.k)
        rng = np.random.default_rng(np.random.SeedSequence(8))
        ids = np.array([document.id for document in corpus])
        draws = [
            matched_f1(part_of(whole, set(rng.permutation(ids)[:N_KEPT])), options.k, n_resamples=0).mean()
            for _ in range(options.draws)
        ]
        print(
            f"{name:14} {f1.mean():.3f}  (events {', '.join(f'{value:.2f}' for value in np.sort(f1)[::-1])})  "
            f"{N_KEPT} of {len(ids)} texts: mean {np.mean(draws):.3f}, {min(draws):.3f} to {max(draws):.3f}"
        )


if __name__ == "__main__":
    main()
