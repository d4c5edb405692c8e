"""
What does a stable topic model cost? Ten aligned NMF fits with coherence, and stability over ten resamples, against one LDA fit,
in one run.

    python benchmarks/topics.py DOCUMENTS.parquet [K]

The table needs the columns id, side, outlet, date and text; the first 3,000 rows are used.
"""

from __future__ import annotations

import sys
import time
import warnings

import numpy as np
import pandas as pd

from framing.annotate.annotated import Annotated
from framing.annotate.counting.counts import count
from framing.annotate.counting.tokens import tokenise
from framing.corpus.documents import Corpus, Document
from framing.engine import one_thread
from framing.measures.topics.fitted import consensus
from framing.measures.topics.grid import examine, parts
from framing.measures.topics.material import material
from framing.measures.topics.options import Options

N_DOCUMENTS, N_SEEDS = 3000, 10


def corpus_of(path: str) -> Annotated:
    """The documents with their counts; quotations are not needed here."""
    frame = pd.read_parquet(path).head(N_DOCUMENTS)
    documents = tuple(Document(str(r.id), r.text, side=r.side, outlet=r.outlet, date=r.date) for r in frame.itertuples())
    corpus = Corpus(documents, tuple(sorted(frame["side"].unique())))
    store = tokenise(corpus, {})
    return Annotated(corpus, {}, {}, count(store, corpus), store=store)


def main(path: str, k: int = 20) -> None:
    """Print CPU seconds and their ratio."""
    from sklearn.decomposition import LatentDirichletAllocation

    annotated = corpus_of(path)
    warnings.simplefilter("ignore")
    with one_thread():
        options = Options(k=k, n_seeds=N_SEEDS, n_resamples=10)
        data = material(annotated, options)
        print(f"{data.counts.shape[0]} documents, {data.counts.shape[1]} words, K = {k}")
        examine(data, k, Options(k=k, n_seeds=1, n_resamples=0), [])  # imports and caches are not part of either
        rows: list[tuple[str, float]] = []
        for name, splits in (("ours, 10 seeds", []), ("ours, 10 seeds and 10 resamples", parts(data, options))):
            start = time.process_time()
            found = examine(data, k, options, splits)
            consensus(found, data, options)
            rows.append((name, time.process_time() - start))
        start = time.process_time()
        LatentDirichletAllocation(k, learning_method="online", max_iter=10, random_state=0).fit(data.counts.astype(np.float64))
        rows.append(("scikit-learn LDA, online, 10 passes, one fit", time.process_time() - start))
    for name, seconds in rows:
        print(f"{name:48} {seconds:8.2f} CPU s   {seconds / rows[-1][1]:5.2f} x LDA")
    print("target: ten seeds and ten resamples with alignment, coherence, agreement and stability at most 2.00 x LDA")
    print({name: round(float(value), 3) for name, value in found.row.items()})


if __name__ == "__main__":
    main(sys.argv[1], *(int(x) for x in sys.argv[2:3]))
