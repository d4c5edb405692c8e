"""Voices: which share of its words a text prints as its own, quotes, reports or takes over."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Any

import numpy as np
import pandas as pd

from framing.annotate.annotated import Annotated, as_annotated
from framing.annotate.voice_tables import voice_shares
from framing.annotate.voices import VOICES
from framing.corpus.documents import Corpus
from framing.registry import measure, options_from
from framing.results import DocumentScores, Provenance
from framing.stats.pooled import INTERVAL


@dataclass(frozen=True)
class Options:
    """Nothing to choose: the four voices are fixed, and the headline belongs to none of them."""


@measure("voices", options=Options, result=DocumentScores, by_voice=False)
def voices(
    corpus: Corpus | Annotated, *, options: Options | None = None, voice: str = "all", seed: int = 0, **settings: Any
) -> DocumentScores:
    """
    Share of the words of each body in each voice.

    Parameters
    ----------
    corpus : Corpus or Annotated
    options : Options, optional
    voice : str
        Not used: the voices are what is measured.
    seed : int
        Kept in the provenance for the contrast.
    **settings
        None known.

    Returns
    -------
    DocumentScores
        Names "own", "direct", "indirect", "block"; `value` = `n` / `base` in [0, 1], words of the voice by words of the
        body; the four add up to 1. NaN with a reason for a body without words. Table "sides": the same shares of all words
        of a side, with intervals that resample outlets, NaN with a `reason` where a side has one.

    Examples
    --------
    >>> from framing.corpus.documents import Corpus, Document
    >>> corpus = Corpus((Document("a", 'It rained. "We stay," Ann Orr said.', side="x"),), ("x",))
    >>> voices(corpus).data.set_index("name")["n"].to_dict()
    {'own': 5.0, 'direct': 2.0, 'indirect': 0.0, 'block': 0.0}
    """
    options = options_from(Options, options, settings)
    annotated = as_annotated(corpus)
    found = {name: annotated.counts.select(name) for name in VOICES}
    rows = next(iter(found.values())).rows.reset_index(drop=True)
    numbers = {name: np.asarray(counts.n_tokens, dtype=float) for name, counts in found.items()}
    base = np.sum(list(numbers.values()), axis=0)
    parts = [_scores(rows, name, n, base) for name, n in numbers.items()]
    data = pd.concat(parts, keys=range(len(parts)), names=["_name", "_row"]).sort_index(level=["_row", "_name"])
    provenance = Provenance(
        "voices",
        asdict(options) | {"sides": list(annotated.corpus.sides), "interval_name": INTERVAL},
        annotated.corpus.fingerprint,
        voice,
        seed,
        models=dict(annotated.models),
        notes=annotated.notes,
    )
    data = data.reset_index(drop=True)
    return DocumentScores(data, provenance, {"sides": voice_shares(data, annotated.corpus.sides, seed)})


def _scores(rows: pd.DataFrame, name: str, n: np.ndarray, base: np.ndarray) -> pd.DataFrame:
    with np.errstate(invalid="ignore", divide="ignore"):
        value = np.where(base > 0, n / base, np.nan)
    frame = rows[["document", "side", "outlet", "cluster", "event", "date"]].assign(
        voice="all", name=name, value=value, n=n, base=base, reason=np.where(base > 0, "", "no words in the body")
    )
    return frame[list(DocumentScores.columns)]
