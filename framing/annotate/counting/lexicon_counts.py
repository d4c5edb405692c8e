"""What a lexicon finds where there are counts and no text."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pandas as pd
from scipy import sparse

from framing.annotate.counting.scored import Scored
from framing.annotate.counting.tokens import VOICE_GROUPS
from framing.lexicons.compiled import compile_lexicon
from framing.lexicons.model import Lexicon
from framing.lexicons.patterns import Forms

if TYPE_CHECKING:
    from framing.annotate.annotated import Annotated


def score_counts(annotated: Annotated, lexicon: Lexicon, voice: str, headline: bool) -> Scored:
    """Single words from the counts, phrases from a table of hits if there is one; the parameters are those of `score`."""
    counts = annotated.counts.select(voice, headline)
    shape = counts.matrix.shape[0], len(lexicon.categories)
    notes, unseen = [], ""
    if lexicon.unit == "regex" or lexicon.case == "keep":
        what = "regular expressions" if lexicon.unit == "regex" else "upper and lower case"
        notes.append(f"lexicon {lexicon.name}: {what} cannot be seen in counts; not scored")
        unseen = what
        kind = entry = np.zeros(0, np.int64)
        n_phrases = 0
    else:
        bound, n_phrases = compile_lexicon(lexicon, Forms(counts.types)), len(lexicon.sorted_out[2])
        kind, entry = bound.type, bound.entry
    if lexicon.negation.effect != "ignore":
        notes.append(f"lexicon {lexicon.name}: negation cannot be seen in counts; every hit counts as it stands")
    entries = sparse.csr_matrix((np.ones(len(kind), np.int64), (kind, entry)), shape=(counts.matrix.shape[1], len(lexicon)))
    by_entry = (counts.matrix @ entries).tocoo()
    category, weights = lexicon.entry_categories, lexicon.entry_weights
    cell = by_entry.row * np.int64(shape[1]) + category[by_entry.col]
    size = shape[0] * shape[1]
    n = np.bincount(cell, by_entry.data, size).reshape(shape).astype(np.int64)
    weight = np.bincount(cell, by_entry.data * weights[by_entry.col], size).reshape(shape)
    if n_phrases:
        extra, said = _phrase_table(annotated, lexicon, n_phrases, voice, headline)
        notes.append(said)
        if extra is None:
            unseen = "phrases"
        else:
            n, weight = n + extra, weight + extra
    table = pd.DataFrame({"document": by_entry.row, "entry": by_entry.col, "n": by_entry.data})
    return Scored(lexicon, n, weight, n, np.zeros_like(n), table=table, notes=tuple(notes), unseen=unseen)


def _phrase_table(
    annotated: Annotated, lexicon: Lexicon, n_phrases: int, voice: str, headline: bool
) -> tuple[np.ndarray | None, str]:
    """Hits of phrases from the table of a bundle, None without one, and what to say about them."""
    documents = {document.id: d for d, document in enumerate(annotated.corpus)}
    number = {name: c for c, name in enumerate(lexicon.category_names)}
    extra = np.zeros((len(documents), len(number)), np.int64)
    table = getattr(annotated, "lexicon_hits", None)
    own = None if table is None else table[table["lexicon"] == lexicon.name]
    if own is None or not len(own):
        share = f"{n_phrases} of {len(lexicon)} entries"
        return None, f"lexicon {lexicon.name}: {share} are phrases, which counts cannot show; not counted"
    wanted = {*VOICE_GROUPS.get(voice, (voice,)), *(["headline"] if headline else [])}
    for row in own.itertuples():
        if row.voice in wanted and row.document in documents and row.category in number:
            extra[documents[row.document], number[row.category]] += int(row.n)
    return extra, f"lexicon {lexicon.name}: hits of {n_phrases} phrases taken from the bundle"
