"""Sources: who is given the word, with how many words, how evenly, and how the word is given."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Any

import numpy as np
import pandas as pd

from framing.annotate.annotated import Annotated, as_annotated
from framing.annotate.cues import STANCES
from framing.annotate.quotations import Quote, word_count
from framing.annotate.sources import TYPES
from framing.checks import between
from framing.corpus.documents import Corpus, Document, cluster_of
from framing.registry import measure, options_from
from framing.results import DocumentScores, Provenance

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
    """

    blocks: bool = True
    min_confidence: float = 0.0

    def __post_init__(self) -> None:
        between("min_confidence", self.min_confidence, 0, 1)


def speaker_evenness(n_quotes: np.ndarray) -> float:
    """
    How evenly quotations are shared among speakers.

    Parameters
    ----------
    n_quotes : (S,) int array
        Quotations of each speaker; zeros are ignored.

    Returns
    -------
    float
        Pielou's evenness in [0, 1]; 1 when all speak equally often. NaN with fewer than two speakers, where evenness
        means nothing.

    References
    ----------
    Pielou (1966), J. Theor. Biol. 13, 131-144.

    Examples
    --------
    >>> speaker_evenness(np.array([4, 4]))
    1.0
    """
    share = n_quotes[n_quotes > 0] / max(1, n_quotes.sum())
    if len(share) < 2:
        return float("nan")
    return float(-(share * np.log(share)).sum() / np.log(len(share)))


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
        `n` and `base` NaN). NaN with a reason where the base is 0. Tables: "speakers" (named ones, per side), "stance" (by
        side and kind of source), "types" (by side), "events" (by event, side and kind of source).

    Examples
    --------
    >>> from framing.corpus.documents import Corpus, Document
    >>> corpus = Corpus((Document("a", 'Mayor Ann Orr claimed it was late.', side="x"),), ("x",))
    >>> sources(corpus).data.set_index("name")["value"][["quotes official", "stance distancing", "named"]].tolist()
    [1.0, 1.0, 1.0]
    """
    options = options_from(Options, options, settings)
    annotated = as_annotated(corpus)
    quotes = _table(annotated, options)
    rows = [row for document in annotated.corpus for row in _document(document, quotes[quotes["document"] == document.id])]
    provenance = Provenance(
        "sources",
        asdict(options),
        annotated.corpus.fingerprint,
        voice,
        seed,
        models=dict(annotated.models),
        notes=annotated.notes,
    )
    tables = {
        "speakers": _speakers(quotes), "types": _types(quotes, ["side"]), "stance": _stance(quotes),
        "events": _types(quotes[quotes["event"].notna()], ["event", "side"]),
    }  # fmt: skip
    return DocumentScores(pd.DataFrame(rows, columns=list(DocumentScores.columns)), provenance, tables)


_COLUMNS = ("document", "side", "event", "speaker", "name", "source_type", "stance", "n_words")


def _table(annotated: Annotated, options: Options) -> pd.DataFrame:
    """One row per quotation that counts."""
    rows = [
        _row(document, quote, word_count(document.text, quote.parts))
        for document in annotated.corpus
        for quote in annotated.quotes.get(document.id, ())
        if quote.speech and quote.confidence >= options.min_confidence and (options.blocks or not quote.block)
    ]
    return pd.DataFrame(rows, columns=list(_COLUMNS), dtype=object).astype({"n_words": float})


def _row(document: Document, quote: Quote, n_words: int) -> dict[str, Any]:
    return {
        "document": document.id, "side": document.side, "event": document.event, "speaker": quote.speaker_text,
        "name": quote.speaker_resolved, "source_type": quote.source_type, "stance": quote.stance if quote.cue else None,
        "n_words": n_words,
    }  # fmt: skip


def _document(document: Document, quotes: pd.DataFrame) -> list[dict[str, Any]]:
    spoken = quotes[quotes["speaker"].notna()]
    cued = quotes[quotes["stance"].notna()]
    official = cued[cued["source_type"].isin(("official", "police"))]
    scores: list[tuple[str, float, float, str]] = []
    for kind in TYPES:
        of_kind = spoken["source_type"] == kind
        scores.append((f"quotes {kind}", float(of_kind.sum()), len(spoken), "no quotation with a speaker"))
        scores.append(
            (f"words {kind}", spoken["n_words"][of_kind].sum(), spoken["n_words"].sum(), "no quotation with a speaker")
        )
    for stance in STANCES:
        scores.append((f"stance {stance}", float((cued["stance"] == stance).sum()), len(cued), "no quotation with a cue"))
        scores.append((f"officials {stance}", float((official["stance"] == stance).sum()), len(official), "no official speaks"))
    scores.append(("named", float(spoken["name"].notna().sum()), len(spoken), "no quotation with a speaker"))
    scores.append(("attributed", float(len(spoken)), len(quotes), NO_QUOTES))
    rows = [_score(document, name, n, base, NO_QUOTES if not len(quotes) else reason) for name, n, base, reason in scores]
    return [*rows, _evenness(document, spoken, empty=not len(quotes))]


def _score(document: Document, name: str, n: float, base: float, reason: str) -> dict[str, Any]:
    value = n / base if base else float("nan")
    return _head(document) | {"name": name, "value": value, "n": n, "base": float(base), "reason": "" if base else reason}


def _evenness(document: Document, spoken: pd.DataFrame, *, empty: bool) -> dict[str, Any]:
    who = spoken["name"].fillna(spoken["speaker"].astype(str).str.lower())
    value = speaker_evenness(who.value_counts().to_numpy())
    reason = "" if value == value else (NO_QUOTES if empty else "fewer than two speakers")
    return _head(document) | {"name": "evenness", "value": value, "n": float("nan"), "base": float("nan"), "reason": reason}


def _head(document: Document) -> dict[str, Any]:
    return {
        "document": document.id, "side": document.side, "outlet": document.outlet, "cluster": cluster_of(document),
        "event": document.event, "date": document.date, "voice": "all",
    }  # fmt: skip


def _speakers(quotes: pd.DataFrame) -> pd.DataFrame:
    """Named speakers of each side, those with most quotations first."""
    named = quotes[quotes["name"].notna()]
    found = named.groupby(["side", "name"], sort=True, dropna=False).agg(
        source_type=("source_type", lambda kinds: kinds.mode().iloc[0]), n_quotes=("name", "size"),
        n_words=("n_words", "sum"), n_documents=("document", "nunique"),
    )  # fmt: skip
    found = found.reset_index().rename(columns={"name": "speaker"})
    return found.sort_values(
        ["side", "n_quotes", "n_words", "speaker"], ascending=[True, False, False, True], ignore_index=True
    )


def _types(quotes: pd.DataFrame, by: list[str]) -> pd.DataFrame:
    """Quotations, words and speakers by kind of source; shares add up to 1 inside each group of `by`."""
    spoken = quotes[quotes["source_type"].notna()]
    found = spoken.groupby([*by, "source_type"], sort=True, dropna=False).agg(
        n_quotes=("source_type", "size"), n_words=("n_words", "sum"),
        speakers=("name", lambda names: ", ".join(sorted(set(names.dropna())))),
    ).reset_index()  # fmt: skip
    group = found.groupby(by, dropna=False)
    found["share_quotes"] = found["n_quotes"] / group["n_quotes"].transform("sum")
    found["share_words"] = found["n_words"] / group["n_words"].transform("sum")
    return found


def _stance(quotes: pd.DataFrame) -> pd.DataFrame:
    """Cue stances by side and kind of source."""
    cued = quotes[quotes["stance"].notna() & quotes["source_type"].notna()]
    found = cued.groupby(["side", "source_type", "stance"], sort=True, dropna=False).size().rename("n_quotes").reset_index()
    found["share"] = found["n_quotes"] / found.groupby(["side", "source_type"], dropna=False)["n_quotes"].transform("sum")
    return found
