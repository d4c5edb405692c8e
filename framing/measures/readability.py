"""Readability: how hard a text is to read, by textstat or from syllable counts of types."""

from __future__ import annotations

import re
import warnings
from dataclasses import asdict, dataclass
from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from framing.annotate.annotated import Annotated, as_annotated
from framing.annotate.counting.scorable import why_not
from framing.annotate.counting.syllables import TABLE_SHA256, count_syllables, textstat_offline
from framing.annotate.counting.tokens import VOICE_GROUPS, TokenStore
from framing.checks import integer, one_of
from framing.corpus.documents import Corpus, Document, cluster_of
from framing.errors import FramingWarning
from framing.registry import measure, options_from
from framing.results import DocumentScores, Provenance
from framing.stats import readability as formulas

SCORES = (
    "flesch_reading_ease", "flesch_kincaid_grade", "gunning_fog", "smog_index", "automated_readability_index",
    "coleman_liau_index", "words_per_sentence", "syllables_per_word",
)  # fmt: skip
_END = re.compile(r"[.!?…]|\n\s*\n")
_END_OF_TEXT = re.compile(r"[.!?…]\W*$")
# What McLaughlin made SMOG for.
_SMOG_SENTENCES = 30


@dataclass(frozen=True)
class Options:
    """
    Which scores, and who computes them.

    Attributes
    ----------
    library : {"textstat", "counts"}
        "textstat" reads the texts; "counts" uses words, sentences and syllables per type of the token store, at scale.
        `docs/readability.md` says what each counts and how far they differ.
    scores : tuple of str
        Some of `SCORES`.
    min_words : int
        A text with fewer words in this voice has no score.
    headline : bool
        Count the headline as a sentence ("counts" only).
    """

    library: str = "textstat"
    scores: tuple[str, ...] = SCORES
    min_words: int = 50
    headline: bool = False

    def __post_init__(self) -> None:
        one_of("library", self.library, ("textstat", "counts"))
        for score in self.scores:
            one_of("scores", score, SCORES)
        integer("min_words", self.min_words, low=1)


@dataclass(frozen=True, slots=True)
class TextCounts:
    """What the formulas need of each document; (D,) int arrays."""

    words: NDArray[np.int64]
    sentences: NDArray[np.int64]
    syllables: NDArray[np.int64]
    polysyllables: NDArray[np.int64]
    letters: NDArray[np.int64]


@measure("readability", options=Options, result=DocumentScores, needs_text=True)
def readability(
    corpus: Corpus | Annotated, *, options: Options | None = None, voice: str = "all", seed: int = 0, **settings: Any
) -> DocumentScores:
    """
    Readability of every document, English only.

    Parameters
    ----------
    corpus : Corpus or Annotated
    options : Options, optional
        Or its fields as keywords.
    voice : str
    seed : int
        Not used: nothing is drawn.

    Returns
    -------
    DocumentScores
        One row per document and score. NaN with a `reason` for a text in another language or with fewer than
        `min_words` words in this voice. `n` and `base` are filled for the two ratios.

    Raises
    ------
    NeedsText
        For a bundle without texts.

    References
    ----------
    See `framing.stats.readability` for each formula.
    """
    options = options_from(Options, options, settings)
    annotated = as_annotated(corpus)
    counted = text_counts(annotated.tokens, voice, headline=options.headline)
    documents = annotated.corpus.documents
    reasons = [why_not(d, n, options.min_words) for d, n in zip(documents, counted.words.tolist(), strict=True)]
    values = from_counts(counted)
    if options.library == "textstat":
        texts = [
            _text_of(annotated, document, voice) if not reason else ""
            for document, reason in zip(documents, reasons, strict=True)
        ]
        values = _from_textstat(texts, options.scores)
    parts = {
        "words_per_sentence": (counted.words, counted.sentences), "syllables_per_word": (counted.syllables, counted.words),
    } if options.library == "counts" else {}  # fmt: skip
    frames = [_frame(documents, voice, name, values[name], reasons, parts.get(name)) for name in options.scores]
    notes = _notes(options, documents, reasons, counted)
    for note in notes:
        warnings.warn(f"readability, voice {voice!r}: {note}", FramingWarning, stacklevel=2)
    provenance = Provenance(
        "readability", asdict(options) | {"sides": annotated.corpus.sides}, annotated.corpus.fingerprint, voice, seed,
        lexicons={"syllables": TABLE_SHA256}, models=annotated.models, notes=tuple(notes),
    )  # fmt: skip
    return DocumentScores(pd.concat(frames, ignore_index=True), provenance)


def text_counts(store: TokenStore, voice: str, *, headline: bool = False) -> TextCounts:
    """
    Words, sentences, syllables, words of three or more syllables, and letters of each document in one voice.

    A sentence counts for a voice if at least one of its words is in that voice.
    """
    n_documents = len(store.documents)
    used = np.flatnonzero(store.in_voice(voice, headline=headline))
    document, kind, sentence = store.document_of[used], store.type_ids[used], store.sentence[used]
    syllables = count_syllables(store.types)
    letters = np.array([sum(character.isalnum() for character in word) for word in store.types], dtype=np.int64)

    def total(per_type: NDArray[Any]) -> NDArray[np.int64]:
        return np.bincount(document, per_type[kind], n_documents).astype(np.int64)

    first = np.flatnonzero(np.diff(sentence, prepend=-1))
    return TextCounts(
        np.bincount(document, minlength=n_documents), np.bincount(document[first], minlength=n_documents),
        total(syllables), total(syllables >= 3), total(letters),
    )  # fmt: skip


def from_counts(counted: TextCounts) -> dict[str, NDArray[np.float64]]:
    """Every score of every document, from counts alone; NaN where a document has no words."""
    c = counted
    with np.errstate(divide="ignore", invalid="ignore"):
        return {
            "flesch_reading_ease": formulas.flesch_reading_ease(c.words, c.sentences, c.syllables),
            "flesch_kincaid_grade": formulas.flesch_kincaid_grade(c.words, c.sentences, c.syllables),
            "gunning_fog": formulas.gunning_fog(c.words, c.sentences, c.polysyllables),
            "smog_index": formulas.smog_index(c.sentences, c.polysyllables),
            "automated_readability_index": formulas.automated_readability_index(c.words, c.sentences, c.letters),
            "coleman_liau_index": formulas.coleman_liau_index(c.words, c.sentences, c.letters),
            "words_per_sentence": np.where(c.words > 0, c.words / c.sentences, np.nan),
            "syllables_per_word": np.where(c.words > 0, c.syllables / c.words, np.nan),
        }


def _from_textstat(texts: list[str], names: tuple[str, ...]) -> dict[str, NDArray[np.float64]]:
    """The same scores as textstat gives them; NaN for an empty text."""
    textstat = textstat_offline()
    own: dict[str, Any] = {
        "words_per_sentence": textstat.textstat.words_per_sentence,
        "syllables_per_word": textstat.textstat.avg_syllables_per_word,
    }
    scores = {name: own.get(name) or getattr(textstat.textstat, name) for name in names}
    return {name: np.array([score(text) if text else np.nan for text in texts]) for name, score in scores.items()}


def _text_of(annotated: Annotated, document: Document, voice: str) -> str:
    """What one voice says: its stretches one after the other, with a full stop where a sentence ended between two."""
    if voice == "all":
        return document.text
    wanted = VOICE_GROUPS.get(voice, (voice,))
    spans = [span for span in annotated.voices.get(document.id, ()) if span.voice in wanted]
    said = ""
    for span, before in zip(spans, [None, *spans], strict=False):
        if before is not None:
            ended = _END.search(document.text[before.end : span.start]) and not _END_OF_TEXT.search(said)
            said += ". " if ended else " "
        said += document.text[span.start : span.end].strip()
    return said


def _frame(
    documents: tuple[Document, ...], voice: str, name: str, values: NDArray[np.float64], reasons: list[str | None],
    ratio: tuple[NDArray[Any], NDArray[Any]] | None,
) -> pd.DataFrame:  # fmt: skip
    known = np.array([reason is None for reason in reasons])
    frame = pd.DataFrame(
        [(d.id, d.side, d.outlet, cluster_of(d), d.event, d.date) for d in documents],
        columns=["document", "side", "outlet", "cluster", "event", "date"],
        dtype=object,
    )
    frame["voice"], frame["name"] = voice, name
    frame["value"] = np.where(known, values, np.nan)
    for column, part in zip(("n", "base"), ratio or (values * np.nan, values * np.nan), strict=True):
        frame[column] = np.where(known, part, np.nan)
    frame["reason"] = pd.Series(reasons, dtype=object)
    return frame


def _notes(options: Options, documents: tuple[Document, ...], reasons: list[str | None], counted: TextCounts) -> list[str]:
    notes = []
    missing = sum(reason is not None for reason in reasons)
    if missing:
        notes.append(f"{missing} of {len(documents)} documents have no score (the column `reason` says why)")
    short = sum(r is None and s < _SMOG_SENTENCES for r, s in zip(reasons, counted.sentences.tolist(), strict=True))
    if "smog_index" in options.scores and short:
        notes.append(
            f"{short} of {len(documents)} documents have fewer than {_SMOG_SENTENCES} sentences, for which SMOG is rough"
        )
    return notes
