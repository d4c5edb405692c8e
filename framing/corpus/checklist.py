"""
The warnings of corpus health, in the words of the field's checklist, each with what to do.

Warn if sides differ in language, genre, length (ratio > 2) or period; < 5 outlets a side; < 30 documents; coverage < 10 % or
differing by > 10 points; duplicates or wire copies. No interval with fewer than two clusters.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from types import SimpleNamespace
from typing import Any

import numpy as np
import pandas as pd

from framing.corpus.documents import Corpus
from framing.results import Result

LEVELS = ("error", "warning", "note")
MIN_CLUSTERS, MIN_DOCUMENTS, MAX_LENGTH_RATIO = 5, 30, 2.0
MIN_COVERAGE, MAX_COVERAGE_GAP = 0.10, 0.10
DOMINANT_DOCUMENT, DOMINANT_OUTLET = 0.25, 0.5
MAX_DISTANCE = 0.5  # of two distributions over languages, sections or periods (total variation)


@dataclass(frozen=True, slots=True)
class Warned:
    """One problem: how grave, its code, what it is, and what to do."""

    level: str
    code: str
    message: str
    repair: str

    def row(self) -> tuple[str, str, str, str]:
        return self.level, self.code, self.message, self.repair


@dataclass(frozen=True, slots=True)
class Look:
    """What every check may look at."""

    corpus: Corpus
    data: pd.DataFrame
    documents: pd.DataFrame
    balance: pd.DataFrame
    terms: tuple[str, ...]
    parse_report: Result | None

    @property
    def sides(self) -> list[Any]:
        """Rows of the sides, with their columns as attributes."""
        return [SimpleNamespace(**{str(key): value for key, value in row.items()}) for row in self.data.to_dict("records")]

    @property
    def n(self) -> int:
        return len(self.documents)


Check = Callable[[Look], Iterator[Warned]]
CHECKS: list[Check] = []


def check(function: Check) -> Check:
    """Add a check; they run in the order of this file."""
    CHECKS.append(function)
    return function


def warned(
    corpus: Corpus,
    data: pd.DataFrame,
    documents: pd.DataFrame,
    balance: pd.DataFrame,
    terms: tuple[str, ...],
    parse_report: Result | None,
) -> list[Warned]:
    """Every warning, in the order of the checks."""
    look = Look(corpus, data, documents, balance, terms, parse_report)
    return [entry for each in CHECKS for entry in each(look)]


def _named(values: Any, limit: int = 3) -> str:
    """The first few names."""
    names = [str(value) for value in values]
    return ", ".join(names[:limit]) + (f" and {len(names) - limit} more" if len(names) > limit else "")


@check
def _sides(look: Look) -> Iterator[Warned]:
    n_sides = len([side for side in look.data["side"] if side])
    if n_sides < 2:
        yield Warned(
            "error",
            "one-side",
            f"There {'is 1 side' if n_sides else 'are no sides'}: nothing can be compared.",
            "Name two or more in [sides] of the study file, or fill the column `side`.",
        )
    for row in look.sides:
        if row.side and not row.n_documents:
            yield Warned(
                "error", "empty-side", f"The side {row.side!r} has no documents.", "Add its documents or correct [sides]."
            )
        elif row.n_documents and row.n_empty == row.n_documents:
            yield Warned(
                "error", "no-text", f"No document of {row.side or 'the corpus'!r} has text.", "Put the texts in place."
            )


@check
def _clusters(look: Look) -> Iterator[Warned]:
    for row in look.sides:
        if not row.n_documents:
            continue
        if row.n_clusters < 2:
            yield Warned(
                "error",
                "one-cluster",
                f"< 2 clusters: {row.side!r} has {row.n_clusters} (what is resampled, the outlet unless said). Intervals and "
                "p values are refused; what follows is description.",
                "Add outlets to this side, or choose another unit with [corpus] cluster.",
            )
        elif row.n_clusters < MIN_CLUSTERS:
            yield Warned(
                "warning",
                "few-clusters",
                f"< 5 outlets a side: {row.side!r} has {row.n_clusters} clusters. Intervals from so few are too narrow, and the "
                "smallest p value that can be reached is large.",
                "Add outlets; read the permutation p with its attainable minimum beside it.",
            )


@check
def _few_documents(look: Look) -> Iterator[Warned]:
    few = [f"{row.side!r} {row.n_documents}" for row in look.sides if 0 < row.n_documents < MIN_DOCUMENTS]
    if few:
        yield Warned(
            "warning",
            "few-documents",
            f"< 30 documents: {_named(few, 6)}. A few texts can carry any difference.",
            "Add documents, and look at every finding in the texts themselves.",
        )


@check
def _confounded(look: Look) -> Iterator[Warned]:
    outlets = look.documents.dropna(subset=["outlet", "side"]).groupby("outlet")["side"].nunique()
    if outlets.empty or len(look.data) < 2:
        return
    single = [row.side for row in look.sides if row.n_documents and row.n_outlets == 1]
    if single and (outlets == 1).all():
        yield Warned(
            "warning",
            "confounded",
            f"Side and outlet are confounded: {_named(map(repr, single))} consists of one outlet. A difference of sides cannot be "
            "told from a difference of house styles.",
            "Add outlets to that side, and speak of the outlet, not of the side.",
        )
    elif (outlets == 1).all():
        yield Warned(
            "note",
            "nested",
            "Every outlet stands on one side only: sides are compared between outlets, never within one.",
            "Read the leave-one-outlet-out table.",
        )


@check
def _dominant(look: Look) -> Iterator[Warned]:
    for row in look.sides:
        if row.n_documents >= 4 and row.top_document_share > DOMINANT_DOCUMENT:
            yield Warned(
                "warning",
                "dominant-document",
                f"One document dominates: {row.top_document!r} holds {row.top_document_share:.0%} of the words of {row.side!r}.",
                "Look whether it belongs here (a rolling live blog?), and repeat the analysis without it.",
            )
        if row.n_outlets > 1 and row.top_outlet_share > DOMINANT_OUTLET:
            yield Warned(
                "note",
                "dominant-outlet",
                f"One outlet dominates: {row.top_outlet!r} wrote {row.top_outlet_share:.0%} of the documents of {row.side!r}.",
                "Read the leave-one-outlet-out table.",
            )


@check
def _length(look: Look) -> Iterator[Warned]:
    medians = {row.side: row.median_words for row in look.sides if row.median_words > 0}
    if len(medians) > 1 and max(medians.values()) > MAX_LENGTH_RATIO * min(medians.values()):
        long, short = max(medians, key=lambda s: medians[s]), min(medians, key=lambda s: medians[s])
        yield Warned(
            "warning",
            "length",
            f"Sides differ in length (ratio > 2): the median document of {long!r} has {medians[long]:.0f} words, of {short!r} "
            f"{medians[short]:.0f}.",
            "Look at the correlation of each score with length, or match by length.",
        )
    outliers = look.documents[look.documents["is_outlier"]]
    if len(outliers):
        yield Warned(
            "warning",
            "length-outliers",
            f"{len(outliers)} of {look.n} documents are far longer or shorter than the others ({_named(outliers['document'])}).",
            "Read them: round-ups, live blogs and fragments are seldom what a study means by an article.",
        )


@check
def _period(look: Look) -> Iterator[Warned]:
    spans = {row.side: (row.first_date, row.last_date) for row in look.sides if row.first_date}
    apart = [(a, b) for i, a in enumerate(spans) for b in list(spans)[i + 1 :] if _disjoint(spans[a], spans[b])]
    if apart:
        a, b = apart[0]
        yield Warned(
            "warning",
            "period",
            f"Sides differ in period: {a!r} runs from {spans[a][0]} to {spans[a][1]}, {b!r} from {spans[b][0]} to {spans[b][1]}; "
            "they share no day.",
            "Compare the same period, or match by date; what changed in between is mixed into every difference.",
        )
    elif far := _farthest(look, "period"):
        yield Warned(
            "warning", "period", f"Sides differ in period: {far}.", "Match by date, or look at the differences over time."
        )
    undated = int(look.data["n_undated"].sum())
    if undated:
        yield Warned(
            "note",
            "undated",
            f"{undated} of {look.n} documents have no date.",
            "They are left out of time lines and of matching by date; add dates where the source says them.",
        )


def _disjoint(a: tuple[str, str], b: tuple[str, str]) -> bool:
    # Dates may be less exact than a day: they are compared at the exactness both have.
    n = min(len(date) for date in (*a, *b))
    return a[1][:n] < b[0][:n] or b[1][:n] < a[0][:n]


def _farthest(look: Look, dimension: str) -> str | None:
    """The pair of sides whose distributions over a dimension differ most, if by more than half of all documents."""
    rows = look.balance[(look.balance["dimension"] == dimension) & look.balance["value"].notna()]
    if rows.empty:
        return None
    shares = rows.pivot_table(index="value", columns="side", values="share", sort=False)
    worst, words = MAX_DISTANCE, None
    for i, a in enumerate(shares.columns):
        for b in shares.columns[i + 1 :]:
            gap = (shares[a] - shares[b]).fillna(0)
            distance = float(np.abs(gap).sum() / 2)
            if distance > worst:
                most = str(gap.abs().idxmax())
                worst, words = (
                    distance,
                    f"{shares[a][most]:.0%} of {a!r} and {shares[b][most]:.0%} of {b!r} are {most!r}",
                )
    return words


@check
def _genre(look: Look) -> Iterator[Warned]:
    if far := _farthest(look, "section"):
        yield Warned(
            "warning",
            "genre",
            f"Sides differ in genre (section): {far}.",
            "Compare like with like: restrict or match sections.",
        )


@check
def _language(look: Look) -> Iterator[Warned]:
    if far := _farthest(look, "lang"):
        yield Warned(
            "warning", "language", f"Sides differ in language: {far}.", "Word lists and topics do not compare across languages."
        )
    other = look.documents[look.documents["found_lang"].notna()]
    if len(other):
        found = [f"{id} ({lang})" for id, lang in zip(other["document"], other["found_lang"], strict=True)]
        yield Warned(
            "warning",
            "foreign",
            f"{len(other)} of {look.n} documents are in another language than said: {_named(found)}.",
            "Correct the column `lang`, or leave them out.",
        )
    if not look.documents.attrs.get("detector"):
        yield Warned(
            "note",
            "language-unchecked",
            "The language of the texts was not checked.",
            "Install the extra `import` (py3langid).",
        )


@check
def _empty(look: Look) -> Iterator[Warned]:
    empty = look.documents[look.documents["n_words"] == 0]
    if len(empty):
        yield Warned(
            "warning",
            "empty",
            f"{len(empty)} of {look.n} documents have no text ({_named(empty['document'])}).",
            "Find their texts or remove their rows; they count as documents, but have no score.",
        )


@check
def _copies(look: Look) -> Iterator[Warned]:
    copies = look.documents[look.documents["copies"].notna()]
    if len(copies):
        n = int(copies["is_copy"].sum())
        yield Warned(
            "warning",
            "duplicates",
            f"Duplicates or wire copies: {len(copies)} of {look.n} documents in {copies['copies'].nunique()} clusters, {n} beyond the "
            "first of each. Copies count the same words again.",
            'Choose [corpus] duplicates = "keep-first", resample the clusters, and read the table with and without.',
        )
        both = copies.groupby("copies")["side"].nunique()
        if (both > 1).any():
            yield Warned(
                "warning",
                "shared-copies",
                f"{int((both > 1).sum())} clusters of copies reach across sides.",
                "The same text on both sides makes them alike; see `duplicates` for which.",
            )


@check
def _relevance(look: Look) -> Iterator[Warned]:
    shares = {row.side: row.share_with_terms for row in look.sides if row.share_with_terms == row.share_with_terms}
    if not shares:
        return
    said = ", ".join(f"{share:.0%} of {side!r}" for side, share in shares.items())
    low = min(shares.values()) < MIN_COVERAGE
    if low or max(shares.values()) - min(shares.values()) > MAX_COVERAGE_GAP:
        what = "coverage < 10 %" if low else "coverage differs by > 10 points"
        yield Warned(
            "warning",
            "relevance",
            f"Relevance, {what}: the study's terms occur in {said}.",
            "Check how the documents of each side were searched for, and the terms.",
        )
    elif min(shares.values()) < 1:
        without = look.documents[look.documents["has_terms"].eq(False)]
        yield Warned(
            "note",
            "relevance",
            f"{len(without)} of {look.n} documents hold none of the study's terms ({_named(without['document'])}).",
            "Read them and leave out what is about something else.",
        )


@check
def _cleaning(look: Look) -> Iterator[Warned]:
    live = look.documents[look.documents["is_live_blog"]]
    if len(live):
        yield Warned(
            "warning",
            "live-blog",
            f"{len(live)} of {look.n} documents are rolling live blogs ({_named(live['document'])}).",
            "One such page outweighs many articles and repeats itself: leave it out, or split it.",
        )
    doubtful = look.documents[look.documents["n_doubtful"] > 0]
    if len(doubtful):
        yield Warned(
            "note",
            "doubtful-lines",
            f"{int(doubtful['n_doubtful'].sum())} doubtful lines in {len(doubtful)} documents stayed in the bodies.",
            "Read the log of cuts; switch rules by name in [corpus] clean.",
        )


@check
def _import(look: Look) -> Iterator[Warned]:
    if look.parse_report is None:
        return
    summary: Callable[[], tuple[str, ...]] = getattr(look.parse_report, "summary", tuple)
    for sentence in summary()[1:]:
        yield Warned("warning", "import", sentence, "See the parse report.")
