"""Agency: grammar that leaves out who did it - passives without an agent, and nouns made from verbs."""

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
from framing.annotate.counting.tokens import VOICE_GROUPS
from framing.annotate.quotes.clauses import Passives, passives
from framing.checks import greater_than, integer, one_of
from framing.corpus.documents import Corpus, Document, cluster_of
from framing.errors import FramingWarning
from framing.registry import measure, options_from
from framing.results import DocumentScores, Provenance

SCORES = ("agentless_passives", "passives_with_agent", "nominalisations", "agentless_share")
_SUFFIX = re.compile(r"[a-z]{3,}(?:tion|sion|ment|ness|ity)(?:s|es)?|[a-z]{3,}ities")
# Words with these endings that name no act or state made from another word, or an institution.
_EXCEPTIONS = """
city cities university universities community communities nation nations station stations section sections mention mentions
moment moments comment comments element elements segment segments document documents instrument instruments garment garments
cement apartment apartments parliament parliaments department departments basement monument monuments supplement compliment
complement fragment fragments ornament sentiment regiment condiment tournament tournaments harness witness business businesses
wilderness million millions mission missions session sessions version versions pension pensions tension passion fashion region
question questions fraction portion potion lotion ration rations television vision dimension mansion entity entities deity
charity charities quantity utility facility facilities celebrity celebrities majority majorities minority minorities
personality personalities commodity commodities government governments administration administrations organization
organizations organisation organisations institution institutions corporation corporations association associations federation
foundation foundations commission commissions constitution population populations
"""
_NOT_MADE = frozenset(_EXCEPTIONS.split())


@dataclass(frozen=True)
class Options:
    """
    Which indicators, and per how many words.

    Attributes
    ----------
    scores : tuple of str
        Some of "agentless_passives", "passives_with_agent", "nominalisations" (all per `per` words) and
        "agentless_share" (of all passives).
    per : float
        Words a rate refers to.
    min_words : int
        A text with fewer words in this voice has no score.
    """

    scores: tuple[str, ...] = SCORES
    per: float = 1000
    min_words: int = 50

    def __post_init__(self) -> None:
        for score in self.scores:
            one_of("scores", score, SCORES)
        greater_than("per", self.per, 0)
        integer("min_words", self.min_words, low=1)


@measure("agency", options=Options, result=DocumentScores, needs_text=True)
def agency(
    corpus: Corpus | Annotated, *, options: Options | None = None, voice: str = "all", seed: int = 0, **settings: Any
) -> DocumentScores:
    """
    How often each document's grammar leaves out who acts, in one voice. English only.

    Parameters
    ----------
    corpus : Corpus or Annotated
    options : Options, optional
        Or its fields as keywords.
    voice : str
        A passive belongs to the voice in which its verb stands.
    seed : int
        Not used: nothing is drawn.

    Returns
    -------
    DocumentScores
        One row per document and score, with counts and base. NaN with a `reason` for texts that are too short or in
        another language, and for a share of no passives. These are indicators of framing, not validated against
        human coding: an agentless passive may be plain news style.

    Raises
    ------
    ModelMissing
        If passives are asked for and no parser is installed.
    NeedsText
        For a bundle without texts.

    References
    ----------
    Greene & Resnik (2009), NAACL-HLT, 503-511 (packaging of agents); Biber (1988), Variation across Speech and Writing
    (nominalisations by suffix).
    """
    options = options_from(Options, options, settings)
    annotated = as_annotated(corpus)
    store = annotated.tokens
    use = store.in_voice(voice)
    documents = annotated.corpus.documents
    words = np.bincount(store.document_of[use], minlength=len(documents))
    made = np.array([is_nominalisation(kind) for kind in store.types], dtype=bool)
    counts = {"nominalisations": np.bincount(store.document_of[use & made[store.type_ids]], minlength=len(documents))}
    found = passives(annotated) if set(options.scores) - {"nominalisations"} else None
    if found is not None:
        counts |= _passive_counts(annotated, found, voice)
    reasons = [why_not(d, n, options.min_words) for d, n in zip(documents, words.tolist(), strict=True)]
    data = pd.concat(
        [_frame(documents, voice, name, counts, words, reasons, options) for name in options.scores], ignore_index=True
    )
    missing = sum(reason is not None for reason in reasons)
    notes = list(found.notes) if found is not None else []
    if missing:
        notes.append(f"{missing} of {len(documents)} documents have no score (the column `reason` says why)")
        warnings.warn(f"agency, voice {voice!r}: {notes[-1]}", FramingWarning, stacklevel=2)
    models = annotated.models | (found.models if found is not None else {})
    provenance = Provenance(
        "agency",
        asdict(options) | {"sides": annotated.corpus.sides},
        annotated.corpus.fingerprint,
        voice,
        seed,
        models=models,
        notes=tuple(notes),
    )
    return DocumentScores(data, provenance)


def is_nominalisation(kind: str) -> bool:
    """
    True for a word that looks like a noun made from a verb or an adjective.

    By its ending (-tion, -sion, -ment, -ness, -ity), with a list of exceptions; about the rule of Biber (1988).

    Examples
    --------
    >>> is_nominalisation("detention"), is_nominalisation("city")
    (True, False)
    """
    return bool(_SUFFIX.fullmatch(kind)) and kind not in _NOT_MADE


def _passive_counts(annotated: Annotated, found: Passives, voice: str) -> dict[str, NDArray[np.int64]]:
    """Passives of each document whose verb stands in the voice asked for."""
    wanted = VOICE_GROUPS.get(voice, (voice,))
    documents = annotated.corpus.documents
    here = np.ones(len(found.start), dtype=bool)
    if voice != "all":
        for i, (number, start) in enumerate(zip(found.document.tolist(), found.start.tolist(), strict=True)):
            spans = annotated.voices.get(documents[number].id, ())
            spoken = next((span.voice for span in spans if span.start <= start < span.end), "own")
            here[i] = spoken in wanted
    n = len(documents)
    return {
        "agentless_passives": np.bincount(found.document[here & ~found.has_agent], minlength=n),
        "passives_with_agent": np.bincount(found.document[here & found.has_agent], minlength=n),
    }


def _frame(
    documents: tuple[Document, ...], voice: str, name: str, counts: dict[str, NDArray[np.int64]], words: NDArray[np.int64],
    reasons: list[str | None], options: Options,
) -> pd.DataFrame:  # fmt: skip
    frame = pd.DataFrame(
        [(d.id, d.side, d.outlet, cluster_of(d), d.event, d.date) for d in documents],
        columns=["document", "side", "outlet", "cluster", "event", "date"],
        dtype=object,
    )
    n, base, scale = counts.get(name), words, options.per
    if name == "agentless_share":
        n, scale = counts["agentless_passives"], 1.0
        base = n + counts["passives_with_agent"]
        reasons = [r or ("no passive in this voice" if not b else None) for r, b in zip(reasons, base.tolist(), strict=True)]
    known = np.array([reason is None for reason in reasons], dtype=bool)
    with np.errstate(divide="ignore", invalid="ignore"):
        value = scale * np.asarray(n, dtype=float) / base
    frame["voice"], frame["name"] = voice, name
    frame["value"] = np.where(known, value, np.nan)
    frame["n"], frame["base"] = np.where(known, np.asarray(n, dtype=float), np.nan), np.where(known, base.astype(float), np.nan)
    frame["reason"] = pd.Series(reasons, dtype=object)
    return frame
