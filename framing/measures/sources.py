"""Sources: who is given the word, with how many words, how evenly, and how the word is given."""

from __future__ import annotations

from collections import Counter
from dataclasses import asdict, dataclass
from typing import Any

import pandas as pd

from framing.annotate.annotated import Annotated, as_annotated
from framing.annotate.cues import STANCES
from framing.annotate.people.full_names import full_names
from framing.annotate.people.same_person import one_kind
from framing.annotate.people.sources import TYPES
from framing.annotate.quotations import Quote, word_count
from framing.annotate.quote_tables import QuoteTables
from framing.checks import between
from framing.corpus.documents import Corpus, Document, cluster_of
from framing.registry import measure, options_from
from framing.results import DocumentScores, Provenance
from framing.stats.pooled import INTERVAL, evenness

NO_QUOTES = "no quotations in this text"


@dataclass(frozen=True)
class Options:
    """
    Which quotations count.

    Attributes
    ----------
    blocks : bool
        Count quotations inside passages taken over from another outlet, too.
    min_confidence : float
        Leave out those below, in [0, 1].
    min_type_confidence : float
        Count speakers whose kind has a lower probability as of unknown kind, in [0, 1].
    """

    blocks: bool = True
    min_confidence: float = 0.0
    min_type_confidence: float = 0.0

    def __post_init__(self) -> None:
        between("min_confidence", self.min_confidence, 0, 1)
        between("min_type_confidence", self.min_type_confidence, 0, 1)


@measure("sources", options=Options, result=DocumentScores, needs_text=True, by_voice=False)
def sources(
    corpus: Corpus | Annotated, *, options: Options | None = None, voice: str = "all", seed: int = 0, **settings: Any
) -> DocumentScores:
    """
    Who is given the word in each text; thought, plan and poll are left out.

    Parameters
    ----------
    corpus : Corpus or Annotated
    options : Options, optional
    voice : str
        Not used: sources are counted over the whole body.
    seed : int
        Kept in the provenance for the contrast.
    **settings
        Fields of `Options`.

    Returns
    -------
    DocumentScores
        `value` = `n` / `base` in [0, 1]. Names: "quotes TYPE" (quotations by kind of source, of those with a speaker),
        "words TYPE" (their words), "stance STANCE" (of those with a cue), "officials STANCE" (the same for official
        and police sources), "named" (speakers with a name), "attributed" (quotations with a speaker), "evenness" (Pielou,
        `n` and `base` NaN). NaN with a reason where the base is 0. Tables, pooled over the documents of a side, with
        intervals that resample outlets (see `framing.annotate.quote_tables`): "types" (who is given the word, by kind of
        source), "stance" (of the cues, by kind of source), "evenness" (of the named speakers), "events" (types by event)
        and "speakers" (named ones). `plot` draws "who_speaks", "cue_stance" and "event_sources".

    Examples
    --------
    >>> from framing.corpus.documents import Corpus, Document
    >>> corpus = Corpus((Document("a", 'Mayor Ann Orr claimed it was late.', side="x"),), ("x",))
    >>> sources(corpus).data.set_index("name")["value"][["quotes official", "stance distancing", "named"]].tolist()
    [1.0, 1.0, 1.0]
    """
    options = options_from(Options, options, settings)
    annotated = as_annotated(corpus)
    found, notes = one_kind(annotated)
    quotes = _table(annotated.corpus, found, options)
    of = {id: part.to_dict("records") for id, part in quotes.groupby("document", sort=False)}
    rows = [row for document in annotated.corpus for row in _document(document, of.get(document.id, []))]
    provenance = Provenance(
        "sources",
        asdict(options) | {"sides": list(annotated.corpus.sides), "interval_name": INTERVAL},
        annotated.corpus.fingerprint,
        voice,
        seed,
        models=dict(annotated.models),
        notes=annotated.notes + notes,
    )
    pooled = QuoteTables(quotes, annotated.corpus.sides, seed)
    tables = {
        "types": pooled.types(), "stance": pooled.stances(), "evenness": pooled.evenness(), "events": pooled.events(),
        "speakers": pooled.speakers(),
    }  # fmt: skip
    return DocumentScores(pd.DataFrame(rows, columns=list(DocumentScores.columns)), provenance, tables)


_COLUMNS = (
    "document", "side", "outlet", "cluster", "event", "speaker", "speaker_resolved", "source_type", "type_confidence", "cue",
    "stance", "n_words",
)  # fmt: skip


def _table(corpus: Corpus, quotes: dict[str, tuple[Quote, ...]], options: Options) -> pd.DataFrame:
    """One row per quotation that counts."""
    rows = [
        _row(document, quote, word_count(document.text, quote.parts), options.min_type_confidence)
        for document in corpus
        for quote in quotes.get(document.id, ())
        if quote.speech and quote.confidence >= options.min_confidence and (options.blocks or not quote.block)
    ]
    # "Voss" in one text and "Mara Voss" in another are one speaker, if nobody else of the corpus has that family name.
    full = full_names(dict.fromkeys(row["speaker_resolved"] for row in rows if row["speaker_resolved"]))
    for row in rows:
        row["speaker_resolved"] = full.get(row["speaker_resolved"]) or row["speaker_resolved"]
    return pd.DataFrame(rows, columns=list(_COLUMNS), dtype=object).astype({"n_words": float})


def _row(document: Document, quote: Quote, n_words: int, least: float) -> dict[str, Any]:
    sure = quote.type_confidence is None or quote.type_confidence >= least
    return {
        "document": document.id, "side": document.side, "outlet": document.outlet, "cluster": cluster_of(document),
        "event": document.event, "speaker": quote.speaker_text, "speaker_resolved": quote.speaker_resolved,
        "source_type": quote.source_type if sure else None, "type_confidence": quote.type_confidence,
        "cue": quote.cue_text if quote.cue else None,
        "stance": quote.stance if quote.cue else None, "n_words": n_words,
    }  # fmt: skip


def _document(document: Document, quotes: list[dict[Any, Any]]) -> list[dict[str, Any]]:
    """All scores of one text, from plain records: a corpus has too many texts for a frame each."""
    spoken = [q for q in quotes if q["speaker"] is not None]
    cued = [q for q in quotes if q["stance"] is not None]
    official = [q for q in cued if q["source_type"] in ("official", "police")]
    n_words = sum(q["n_words"] for q in spoken)
    scores: list[tuple[str, float, float, str]] = []
    for kind in TYPES:
        of_kind = [q["n_words"] for q in spoken if q["source_type"] == kind]
        scores.append((f"quotes {kind}", len(of_kind), len(spoken), "no quotation with a speaker"))
        scores.append((f"words {kind}", sum(of_kind), n_words, "no quotation with a speaker"))
    for stance in STANCES:
        for name, among, why in (("stance", cued, "no quotation with a cue"), ("officials", official, "no official speaks")):
            scores.append((f"{name} {stance}", sum(q["stance"] == stance for q in among), len(among), why))
    named = sum(q["speaker_resolved"] is not None for q in spoken)
    scores.append(("named", named, len(spoken), "no quotation with a speaker"))
    scores.append(("attributed", len(spoken), len(quotes), NO_QUOTES))
    rows = [_score(document, name, n, base, NO_QUOTES if not quotes else reason) for name, n, base, reason in scores]
    return [*rows, _evenness(document, spoken, empty=not quotes)]


def _score(document: Document, name: str, n: float, base: float, reason: str) -> dict[str, Any]:
    value = n / base if base else float("nan")
    return _head(document) | {
        "name": name,
        "value": value,
        "n": float(n),
        "base": float(base),
        "reason": "" if base else reason,
    }


def _evenness(document: Document, spoken: list[dict[Any, Any]], *, empty: bool) -> dict[str, Any]:
    who = Counter(q["speaker_resolved"] or str(q["speaker"]).lower() for q in spoken)
    value = float(evenness([list(who.values())])[0]) if who else float("nan")
    reason = "" if value == value else (NO_QUOTES if empty else "fewer than two speakers")
    return _head(document) | {"name": "evenness", "value": value, "n": float("nan"), "base": float("nan"), "reason": reason}


def _head(document: Document) -> dict[str, Any]:
    return {
        "document": document.id, "side": document.side, "outlet": document.outlet, "cluster": cluster_of(document),
        "event": document.event, "date": document.date, "voice": "all",
    }  # fmt: skip
