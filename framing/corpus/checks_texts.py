"""Checks of the texts: length, period, genre, language, copies, relevance, what cleaning and import left."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import numpy as np

from framing.corpus.checklist import Look, Warned, check, named

MAX_LENGTH_RATIO = 2.0
MIN_COVERAGE, MAX_COVERAGE_GAP = 0.10, 0.10
MAX_DISTANCE = 0.5  # of two distributions over languages, sections or periods (total variation)


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
            f"{len(outliers)} of {look.n} documents are far longer or shorter than the others ({named(outliers['document'])}).",
            "Read them: round-ups, live blogs and fragments are seldom what a study means by an article.",
        )


@check
def _period(look: Look) -> Iterator[Warned]:
    spans = {row.side: (row.first_date, row.last_date) for row in look.sides if isinstance(row.first_date, str)}
    apart = [(a, b) for i, a in enumerate(spans) for b in list(spans)[i + 1 :] if _disjoint(spans[a], spans[b])]
    if apart:
        a, b = apart[0]
        yield Warned(
            "warning",
            "period",
            f"Sides differ in period: {a!r} runs from {spans[a][0]} to {spans[a][1]}, "
            f"{b!r} from {spans[b][0]} to {spans[b][1]}; they share no day.",
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
            f"{len(other)} of {look.n} documents are in another language than said: {named(found)}.",
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
            f"{len(empty)} of {look.n} documents have no text ({named(empty['document'])}).",
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
            f"Duplicates or wire copies: {len(copies)} of {look.n} documents in {copies['copies'].nunique()} clusters, "
            f"{n} beyond the first of each. Copies count the same words again.",
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
            f"{len(without)} of {look.n} documents hold none of the study's terms ({named(without['document'])}).",
            "Read them and leave out what is about something else.",
        )


@check
def _cleaning(look: Look) -> Iterator[Warned]:
    live = look.documents[look.documents["is_live_blog"]]
    if len(live):
        yield Warned(
            "warning",
            "live-blog",
            f"{len(live)} of {look.n} documents are rolling live blogs ({named(live['document'])}).",
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
