"""Invented quotations with planted effects: who speaks, with which cue, about which event."""

from __future__ import annotations

import numpy as np

from framing.annotate.annotated import Annotated
from framing.annotate.counting.counts import count
from framing.annotate.counting.tokens import tokenise
from framing.annotate.quotations import Quote
from framing.annotate.voices import voice_spans
from framing.corpus.documents import Corpus, Document

KINDS = ("official", "expert", "citizen")
CUES = {"neutral": "said", "distancing": "claimed", "warm": "praised"}
SIDES = ("state", "press")


def told(
    seed: int = 0, *, officials: tuple[float, ...] = (0.7, 0.2), doubted: tuple[float, ...] = (0.05, 0.5), n_outlets: int = 8,
    n_documents: int = 6, n_quotes: int = 10, n_people: int = 5, sides: tuple[str, ...] = SIDES, order: int | None = None,
) -> Annotated:  # fmt: skip
    """
    An annotated corpus of quotations of five words each.

    `officials` is the share of official sources on each side, `doubted` the share of distancing cues; `order` shuffles
    the documents.
    """
    rng = np.random.default_rng(seed)
    documents, quotes = [], {}
    for s, side in enumerate(sides):
        for outlet in range(n_outlets):
            own = np.clip(officials[s] + rng.normal(0, 0.05), 0, 1)
            for n in range(n_documents):
                id, lines, found, at = f"{side}-{outlet}-{n}", [], [], 0
                for q in range(n_quotes):
                    kind = "official" if rng.random() < own else KINDS[1 + int(rng.integers(2))]
                    stance = "distancing" if rng.random() < doubted[s] else "neutral"
                    name = f"{kind.title()} Person{int(rng.integers(n_people))}"
                    line, cue = f"the tide takes five days, {name} {CUES[stance]}. ", CUES[stance]
                    where = at + line.index(cue)
                    found.append(Quote(
                        at, at + 24, ((at, at + 24),), "indirect", cue=(where, where + len(cue)), cue_text=cue, stance=stance,
                        speaker=(at + 26, at + 26 + len(name)), speaker_text=name, speaker_resolved=name, source_type=kind,
                        id=q,
                    ))  # fmt: skip
                    lines.append(line)
                    at += len(line)
                documents.append(Document(id, "".join(lines), side=side, outlet=f"{side} {outlet}", event=f"event {n % 3}"))
                quotes[id] = tuple(found)
    if order is not None:
        documents = [documents[i] for i in np.random.default_rng(order).permutation(len(documents))]
    corpus = Corpus(tuple(documents), sides)
    voices = {d.id: voice_spans(d.text, quotes[d.id]) for d in corpus}
    store = tokenise(corpus, voices)
    return Annotated(corpus, quotes, voices, count(store, corpus), store=store)
