"""Results: a tidy long frame that knows where it came from."""

from __future__ import annotations

import importlib
import json
from dataclasses import asdict, dataclass, field
from typing import TYPE_CHECKING, Any, ClassVar

import pandas as pd

if TYPE_CHECKING:
    from matplotlib.axes import Axes


@dataclass(frozen=True, slots=True)
class Provenance:
    """
    Where a result came from; no clock time, so that reruns are byte-identical.

    Attributes
    ----------
    measure : str
    options : dict
        Every option, defaults included, as plain values.
    corpus : str
        Fingerprint of the corpus (sha256).
    voice : str
    seed : int
    lexicons, models : dict of str to str
        Name to sha256 of the file(s) used.
    notes : tuple of str
        What a reader must know: refusals, fallbacks, what was not done.
    """

    measure: str
    options: dict[str, Any] = field(default_factory=dict)
    corpus: str = ""
    voice: str = "all"
    seed: int = 0
    lexicons: dict[str, str] = field(default_factory=dict)
    models: dict[str, str] = field(default_factory=dict)
    notes: tuple[str, ...] = ()

    def as_dict(self) -> dict[str, Any]:
        """Plain values, ready for JSON."""
        return json.loads(json.dumps(asdict(self), default=str, sort_keys=True))  # type: ignore[no-any-return]


@dataclass(frozen=True)
class Result:
    """
    Base of all results: a frozen tidy frame with its provenance.

    Attributes
    ----------
    data : DataFrame
        Tidy and unrounded, at least with the columns of `columns`.
    provenance : Provenance
    tables : dict of str to DataFrame
        Further frames of the same result (for instance the hits of each lexicon entry).
    """

    data: pd.DataFrame
    provenance: Provenance
    tables: dict[str, pd.DataFrame] = field(default_factory=dict)

    columns: ClassVar[tuple[str, ...]] = ()
    figure: ClassVar[str] = ""
    # Short names of the figures of this kind of result, and the figures.
    figures: ClassVar[dict[str, str]] = {}

    def __post_init__(self) -> None:
        missing = [column for column in self.columns if column not in self.data.columns]
        if missing:
            raise TypeError(f"{type(self).__name__} lacks the columns {', '.join(missing)}")

    def plot(self, kind: str | None = None, *, ax: Axes | None = None, **options: Any) -> Axes:
        """Draw the result (see `framing.present.figures`); `kind` names another figure than the usual one, short or in full."""
        figures = importlib.import_module("framing.present.figures")
        name = self.figures.get(kind, kind) if kind else self.figure
        return figures.draw(name, self, ax=ax, **options)  # type: ignore[no-any-return]

    def to_table(self, **options: Any) -> pd.DataFrame:
        """A frame for print: labels instead of names, rounded, a few columns."""
        tables = importlib.import_module("framing.present.tables")
        return tables.printed(self, **options)  # type: ignore[no-any-return]

    def to_latex(self, **options: Any) -> str:
        """The printed table as a LaTeX `tabular` with booktabs rules; special characters are escaped."""
        tables = importlib.import_module("framing.present.tables")
        return tables.latex(self, **options)  # type: ignore[no-any-return]

    def _repr_html_(self) -> str:
        tables = importlib.import_module("framing.present.tables")
        return tables.notebook_html(self)  # type: ignore[no-any-return]


@dataclass(frozen=True)
class DocumentScores(Result):
    """
    One row per document, voice and score name.

    `value` is the score (NaN with a `reason` where it means nothing); `n` and `base` are its numerator and
    denominator where it is a ratio of counts, NaN otherwise, so that contrasts can weight by word.
    """

    columns: ClassVar[tuple[str, ...]] = (
        "document", "side", "outlet", "cluster", "event", "date", "voice", "name", "value", "n", "base", "reason",
    )  # fmt: skip
    figure: ClassVar[str] = "score_strips"
    figures: ClassVar[dict[str, str]] = {"strips": "score_strips", "voices": "voices_bar", "events": "event_sources"}

    def compare(self, **options: Any) -> SideContrast:
        """Contrast the sides (see `framing.compare.sides.contrast`)."""
        sides = importlib.import_module("framing.compare.sides")
        return sides.contrast(self, **options)  # type: ignore[no-any-return]


@dataclass(frozen=True)
class SideContrast(Result):
    """
    One row per score name, voice and pair of sides: `estimate` = `mean_a` - `mean_b`, in the unit of the score.

    Intervals and p values resample clusters, never tokens; NaN with a `reason` where the design allows none.
    """

    columns: ClassVar[tuple[str, ...]] = (
        "name", "voice", "side_a", "side_b", "mean_a", "mean_b", "estimate", "ci_low", "ci_high",
        "hedges_g", "cliffs_delta", "p", "p_adjusted", "p_min",
        "n_documents_a", "n_documents_b", "n_clusters_a", "n_clusters_b", "reason",
    )  # fmt: skip
    figure: ClassVar[str] = "forest"
    figures: ClassVar[dict[str, str]] = {"by_voice": "forest_by_voice"}


@dataclass(frozen=True)
class TermContrast(Result):
    """
    One row per term, voice and pair of sides: how far a term leans to `side_a` (positive) or `side_b` (negative).

    `estimate` is the log-odds ratio, `std_error` and `z` its approximate error; `ci_low`, `ci_high`, `p`, `p_adjusted`
    come from clusters; `n_a`, `n_b` are counts and `rate_a`, `rate_b` counts per 1,000 tokens.
    """

    columns: ClassVar[tuple[str, ...]] = (
        "term", "voice", "side_a", "side_b", "estimate", "std_error", "z", "ci_low", "ci_high",
        "p", "p_adjusted", "p_min", "n_a", "n_b", "rate_a", "rate_b", "n_documents_a", "n_documents_b",
        "dp_norm", "top_document_share", "side", "reason",
    )  # fmt: skip
    figure: ClassVar[str] = "keyness_lollipop"
    figures: ClassVar[dict[str, str]] = {"lollipop": "keyness_lollipop", "scatter": "term_scatter"}


@dataclass(frozen=True)
class TopicModel(Result):
    """One row per document (or unit), voice and topic: `share` in [0, 1]; `tables["terms"]` names the topics."""

    columns: ClassVar[tuple[str, ...]] = ("document", "side", "outlet", "cluster", "event", "date", "voice", "topic", "share")
    figure: ClassVar[str] = "topic_prevalence"
    figures: ClassVar[dict[str, str]] = {
        "prevalence": "topic_prevalence", "terms": "topic_terms", "diagnostics": "k_diagnostics", "within": "within_topic",
        "network": "topic_network", "timeline": "topic_timeline",
    }  # fmt: skip


@dataclass(frozen=True)
class Quotations(Result):
    """One row per quotation, in the order of the text; offsets slice the document's text."""

    columns: ClassVar[tuple[str, ...]] = (
        "document", "side", "outlet", "cluster", "event", "quote", "start", "end", "parts", "kind", "voice", "text",
        "n_words", "cue", "cue_lemma", "cue_class", "stance", "speaker", "speaker_resolved", "source_type",
        "type_confidence", "confidence", "speech",
    )  # fmt: skip
    figure: ClassVar[str] = "who_speaks"
    figures: ClassVar[dict[str, str]] = {"sources": "who_speaks", "stance": "cue_stance", "speakers": "speaker_matrix"}


@dataclass(frozen=True)
class StudyResults:
    """
    Everything one run of a study produced; what the report is made from.

    Attributes
    ----------
    study : Study
    annotated : Annotated
        Corpus, quotes, voices, tokens and counts.
    health : Result
        Corpus health, with its warnings in `tables["warnings"]`.
    results : dict of str to Result
        Keys are "measure:voice", for instance "keyness:own"; "quotes:all" holds the `Quotations`.
    contrasts : dict of str to SideContrast
        Same keys, for every result that is `DocumentScores`; further ones such as "voices:all".
    warnings : tuple of str
        Everything the reader must know, once each.
    """

    study: Any
    annotated: Any
    health: Any
    results: dict[str, Result]
    contrasts: dict[str, SideContrast]
    warnings: tuple[str, ...] = ()
