"""Corpora of invented words with effects planted on purpose."""

from __future__ import annotations

import numpy as np

from framing.annotate.annotated import Annotated
from framing.annotate.counting.counts import count
from framing.annotate.counting.tokens import tokenise
from framing.annotate.voices import VoiceSpan
from framing.corpus.documents import Corpus, Document

FILLER = tuple(f"{a}{b}" for a in ("bal", "cor", "dim", "fen", "gol", "hap") for b in ("ra", "to", "mi", "su", "ke"))


def annotated(corpus: Corpus, voices: dict[str, tuple[VoiceSpan, ...]] | None = None) -> Annotated:
    """A corpus counted without a parse; everything is the outlet's own voice unless voices are given."""
    store = tokenise(corpus, voices or {})
    return Annotated(corpus, {}, voices or {}, count(store, corpus), store=store)


def planted(
    seed: int = 0, *, sides: tuple[str, ...] = ("north", "south"), n_outlets: int = 6, n_documents: int = 5, n_words: int = 200,
    rates: dict[str, tuple[float, ...]] | None = None, spread: float = 0.0,
) -> Corpus:  # fmt: skip
    """
    Documents of filler words, with some words used at a given rate on each side.

    `spread` is the standard deviation of each outlet's own taste for each word, in log units: it makes the tokens of an
    outlet depend on each other.
    """
    rng = np.random.default_rng(seed)
    words = [*FILLER, *(rates or {})]
    documents = []
    for s, side in enumerate(sides):
        base = np.array([1 / len(FILLER)] * len(FILLER) + [rate[s] for rate in (rates or {}).values()])
        for outlet in range(n_outlets):
            p = base * np.exp(rng.normal(0, spread, len(base)))
            for number in range(n_documents):
                drawn = rng.choice(words, size=n_words, p=p / p.sum())
                text = " ".join(f"{' '.join(part)}." for part in np.array_split(drawn, max(1, n_words // 12)))
                documents.append(Document(f"{side}-{outlet}-{number}", text, side=side, outlet=f"{side} {outlet}"))
    return Corpus(tuple(documents), sides)
