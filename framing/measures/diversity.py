"""Lexical diversity: how varied the words of each document are, whatever its length."""

from __future__ import annotations

import warnings
from collections.abc import Callable
from dataclasses import asdict, dataclass
from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from framing.annotate.annotated import Annotated, as_annotated
from framing.checks import between, integer, one_of
from framing.corpus.documents import Corpus, cluster_of
from framing.errors import FramingWarning
from framing.registry import measure, options_from
from framing.results import DocumentScores, Provenance
from framing.stats.diversity import hdd, mattr, mtld, yule_k

SCORES = ("mattr", "mtld", "hdd", "yule_k")


@dataclass(frozen=True)
class Options:
    """
    Which scores, and what counts as too short.

    Attributes
    ----------
    scores : tuple of str
        Some of "mattr", "mtld", "hdd" and "yule_k".
    window : int
        Of MATTR, in words; a shorter text has no MATTR.
    threshold : float
        Type-token ratio at which a stretch of MTLD ends.
    sample : int
        Tokens of HD-D's imagined sample; a shorter text has no HD-D.
    min_words : int
        A text with fewer words in this voice has no score at all: below about 100 words none of them is steady.
    headline : bool
        Count headlines as well.
    """

    scores: tuple[str, ...] = SCORES
    window: int = 100
    threshold: float = 0.72
    sample: int = 42
    min_words: int = 100
    headline: bool = False

    def __post_init__(self) -> None:
        for score in self.scores:
            one_of("scores", score, SCORES)
        integer("window", self.window, low=2)
        between("threshold", self.threshold, 0.01, 0.99)
        integer("sample", self.sample, low=2)
        integer("min_words", self.min_words, low=1)


@measure("diversity", options=Options, result=DocumentScores, needs_text=True)
def diversity(
    corpus: Corpus | Annotated, *, options: Options | None = None, voice: str = "all", seed: int = 0, **settings: Any
) -> DocumentScores:
    """
    Lexical diversity of every document in one voice.

    Parameters
    ----------
    corpus : Corpus or Annotated
    options : Options, optional
        Or its fields as keywords.
    voice : str
        The words of other voices are left out, and the rest is read as one text.
    seed : int
        Not used: nothing is drawn.

    Returns
    -------
    DocumentScores
        One row per document and score. NaN with a `reason` for texts that are too short. Larger means more varied, but
        for `yule_k`, where smaller does.

    Raises
    ------
    NeedsText
        For a bundle without texts.

    References
    ----------
    Covington & McFall (2010), Journal of Quantitative Linguistics 17(2), 94-100; McCarthy & Jarvis (2010), Behavior
    Research Methods 42(2), 381-392; Yule (1944), The Statistical Study of Literary Vocabulary.
    """
    options = options_from(Options, options, settings)
    annotated = as_annotated(corpus)
    store = annotated.tokens
    use, kinds = store.in_voice(voice, headline=options.headline), store.type_ids
    rows = []
    for number, document in enumerate(annotated.corpus.documents):
        low, high = store.offsets[number], store.offsets[number + 1]
        words = kinds[low:high][use[low:high]]
        about = (document.id, document.side, document.outlet, cluster_of(document), document.event, document.date, voice)
        rows += [(*about, name, *_score(name, words, options)) for name in options.scores]
    data = pd.DataFrame(
        rows, columns=["document", "side", "outlet", "cluster", "event", "date", "voice", "name", "value", "reason"]
    )
    data["n"], data["base"] = np.nan, np.nan
    data = data[list(DocumentScores.columns)].astype({"reason": object, "side": object, "event": object, "date": object})
    missing = data.loc[data["reason"].notna(), "document"].nunique()
    notes = (
        (f"{missing} of {len(annotated.corpus)} documents are too short for a score (the column `reason` says which)",)
        if missing
        else ()
    )
    for note in notes:
        warnings.warn(f"diversity, voice {voice!r}: {note}", FramingWarning, stacklevel=2)
    provenance = Provenance(
        "diversity",
        asdict(options) | {"sides": annotated.corpus.sides},
        annotated.corpus.fingerprint,
        voice,
        seed,
        models=annotated.models,
        notes=notes,
    )
    return DocumentScores(data, provenance)


def _score(name: str, words: NDArray[Any], options: Options) -> tuple[float, str | None]:
    """One score of one text, or NaN and why."""
    n = len(words)
    least = max(options.min_words, {"mattr": options.window, "hdd": options.sample}.get(name, 1))
    if n < least:
        return float("nan"), f"{n} words in this voice, fewer than {least}"
    compute: dict[str, Callable[[], float]] = {
        "mattr": lambda: mattr(words, window=options.window),
        "mtld": lambda: mtld(words, threshold=options.threshold),
        "hdd": lambda: hdd(words, sample=options.sample),
        "yule_k": lambda: yule_k(words),
    }
    value = compute[name]()
    return value, "no stretch ends: every word is new" if np.isnan(value) else None
