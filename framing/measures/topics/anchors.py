"""Topics that a word list pulls into place."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from scipy import sparse

from framing.errors import OptionError
from framing.measures.topics.material import Material
from framing.measures.topics.options import Options

Floats = NDArray[np.float64]


def anchor_columns(data: Material, options: Options) -> list[NDArray[np.int64]]:
    """
    Columns of the known words of each anchor.

    Raises
    ------
    OptionError
        If none of the words of an anchor is in the vocabulary.
    """
    place = {word: i for i, word in enumerate(data.vocabulary.words)}
    out = []
    for name, words in options.anchors:
        known = sorted({place[w] for w in words if w in place})
        if not known:
            raise OptionError(
                f"topics: no word of the anchor {name!r} ({', '.join(words)}) is in the vocabulary of {len(place)} words; "
                f"lower `min_documents` (now {data.vocabulary.min_documents}), raise `max_share`, or use other words"
            )
        out.append(np.array(known, dtype=np.int64))
    return out


def anchored_rows(data: Material, n_rows: int, options: Options, *, counts: bool) -> sparse.csr_matrix:
    """
    Made-up documents that hold nothing but the words of an anchor: they pull a topic to these words.

    A row of length `m` weighs in least squares as m**2 rows of length 1.
    """
    columns = anchor_columns(data, options)
    weight = max(1.0, options.anchor_strength * n_rows)
    rows = []
    for known in columns:
        row = np.zeros(len(data.vocabulary.words))
        row[known] = weight * 100 / len(known) if counts else np.sqrt(weight / len(known))
        rows.append(row)
    return sparse.csr_matrix(np.array(rows).reshape(len(rows), len(data.vocabulary.words)))


def anchored_start(data: Material, k: int, seed: int, options: Options) -> Floats | None:
    """Topics to start from: the anchors first, then random ones; None without anchors."""
    columns = anchor_columns(data, options)
    if not columns:
        return None
    rng = np.random.default_rng(seed)
    start = rng.random((k, len(data.vocabulary.words))) / len(data.vocabulary.words)
    for i, known in enumerate(columns):
        start[i] *= 0.1
        start[i, known] += 1 / len(known)
    return start
