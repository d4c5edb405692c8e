"""Quotations: every one with its cue, speaker and kind of source, one row each."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict, dataclass
from typing import Any

import pandas as pd

from framing.annotate.annotated import Annotated, as_annotated
from framing.annotate.people.coreference import Coref
from framing.annotate.people.same_person import one_kind
from framing.annotate.quotations import INDIRECT_FROM, Quote, word_count
from framing.annotate.quote_tables import QuoteTables
from framing.annotate.voices import VoiceSpan
from framing.checks import between
from framing.corpus.documents import Corpus, Document, cluster_of
from framing.registry import measure, options_from
from framing.results import Provenance, Quotations
from framing.stats.pooled import INTERVAL


@dataclass(frozen=True)
class Options:
    """
    Which quotations are listed.

    Attributes
    ----------
    speech_only : bool
        Leave out thought, plan and poll.
    min_confidence : float
        Leave out those below, in [0, 1].
    """

    speech_only: bool = False
    min_confidence: float = 0.0

    def __post_init__(self) -> None:
        between("min_confidence", self.min_confidence, 0, 1)


@measure("quotes", options=Options, result=Quotations, needs_text=True, by_voice=False)
def quotes(
    corpus: Corpus | Annotated, *, options: Options | None = None, voice: str = "all", seed: int = 0,
    clausal_only: bool = False, indirect_from: float = INDIRECT_FROM, coref: Coref | None = None, **settings: Any,
) -> Quotations:  # fmt: skip
    """
    Every quotation of the corpus.

    Parameters
    ----------
    corpus : Corpus or Annotated
    options : Options, optional
    voice : str
        Not used: quotations are what the voices are made from.
    seed : int
        Of the draws behind the intervals in the tables.
    clausal_only, indirect_from, coref
        How a corpus is annotated; see `framing.annotate.annotated.annotate`. For several measures annotate once, with
        `as_annotated(corpus, clausal_only=..., coref=...)`.
    **settings
        Fields of `Options`.

    Returns
    -------
    Quotations
        In corpus order and the order of the text. `n_words` counts the words of all parts; `voice` is "block" inside a
        passage taken over, else "direct" or "indirect", whichever has more of its words; `parts` lists `[start, end]`.
        Tables "types", "stance" and "certainty" (how many are likely to be right) pool the speech of each side, with
        intervals that resample outlets (see `framing.annotate.quote_tables`).

    Examples
    --------
    >>> from framing.corpus.documents import Corpus, Document
    >>> text = 'The plan is late, Mara Voss said. "It will open in May," she added.'
    >>> found = quotes(Corpus((Document("a", text, side="x"),), ("x",)))
    >>> found.data[["kind", "speaker", "speaker_resolved", "cue_lemma"]].values.tolist()
    [['indirect', 'Mara Voss', 'Mara Voss', 'say'], ['direct', 'she', 'Mara Voss', 'add']]
    """
    options = options_from(Options, options, settings)
    annotated = as_annotated(corpus, clausal_only=clausal_only, indirect_from=indirect_from, coref=coref)
    found, notes = one_kind(annotated)
    rows: list[dict[str, Any]] = []
    for document in annotated.corpus:
        rows.extend(
            _row(document, quote, annotated.voices.get(document.id, ()))
            for quote in found.get(document.id, ())
            if quote.confidence >= options.min_confidence and (quote.speech or not options.speech_only)
        )
    data = pd.DataFrame(rows, columns=list(Quotations.columns))
    provenance = Provenance(
        "quotes",
        asdict(options) | {"sides": list(annotated.corpus.sides), "interval_name": INTERVAL},
        annotated.corpus.fingerprint,
        voice,
        seed,
        models=dict(annotated.models),
        notes=annotated.notes + notes,
    )
    speech = data[data["speech"].astype(bool)]
    weighed = {d.id for d in annotated.corpus if annotated.models and (d.lang is None or d.lang.lower().startswith("en"))}
    speech = speech.assign(confidence=speech["confidence"].where(speech["document"].isin(weighed)))
    pooled = QuoteTables(speech, annotated.corpus.sides, seed)
    tables = {"types": pooled.types(), "stance": pooled.stances(), "certainty": pooled.certainty()}
    return Quotations(data, provenance, tables)


def _row(document: Document, quote: Quote, voices: Iterable[VoiceSpan]) -> dict[str, Any]:
    return {
        "document": document.id, "side": document.side, "outlet": document.outlet, "cluster": cluster_of(document),
        "event": document.event, "quote": quote.id, "start": quote.start, "end": quote.end,
        "parts": [list(part) for part in quote.parts], "kind": quote.kind, "voice": _voice(quote, voices),
        "text": " […] ".join(document.text[a:b] for a, b in quote.parts), "n_words": word_count(document.text, quote.parts),
        "cue": quote.cue_text, "cue_lemma": quote.cue_lemma, "cue_class": quote.cue_class, "stance": quote.stance,
        "speaker": quote.speaker_text, "speaker_resolved": quote.speaker_resolved, "source_type": quote.source_type,
        "type_confidence": quote.type_confidence, "confidence": quote.confidence, "speech": quote.speech,
    }  # fmt: skip


def _voice(quote: Quote, voices: Iterable[VoiceSpan]) -> str:
    """The voice of most of its characters; thought, plan and poll are the outlet's own."""
    if quote.block:
        return "block"
    if not quote.speech:
        return "own"
    held = {"direct": 0, "indirect": 0}
    for span in voices:
        if span.voice in held:
            held[span.voice] += sum(max(0, min(span.end, b) - max(span.start, a)) for a, b in quote.parts)
    if not any(held.values()):
        return "indirect" if quote.kind == "indirect" else "direct"
    return max(held, key=lambda voice: held[voice])
