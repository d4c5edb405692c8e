"""Checks of the design: sides, clusters, number of documents, confounding, dominance."""

from __future__ import annotations

from collections.abc import Iterator

from framing.corpus.checklist import Look, Warned, check, named

MIN_CLUSTERS, MIN_DOCUMENTS = 5, 30
DOMINANT_DOCUMENT, DOMINANT_OUTLET = 0.25, 0.5


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
                f"< 2 clusters: {row.side!r} has {row.n_clusters} (what is resampled, the outlet unless said). "
                "Intervals are refused and no p value can be small; what follows is description.",
                "Add outlets to this side, or choose another unit with [corpus] cluster.",
            )
        elif row.n_clusters < MIN_CLUSTERS:
            yield Warned(
                "warning",
                "few-clusters",
                f"< 5 outlets a side: {row.side!r} has {row.n_clusters} clusters. Intervals from so few are too narrow, "
                "and the smallest p value that can be reached is large.",
                "Add outlets; read the permutation p with its attainable minimum beside it.",
            )


@check
def _few_documents(look: Look) -> Iterator[Warned]:
    few = [f"{row.side!r} {row.n_documents}" for row in look.sides if 0 < row.n_documents < MIN_DOCUMENTS]
    if few:
        yield Warned(
            "warning",
            "few-documents",
            f"< 30 documents: {named(few, 6)}. A few texts can carry any difference.",
            "Add documents, and look at every finding in the texts themselves.",
        )


@check
def _confounded(look: Look) -> Iterator[Warned]:
    outlets = look.documents.dropna(subset=["outlet", "side"]).groupby("outlet")["side"].nunique()
    if outlets.empty or len(look.data) < 2:
        return
    single = [row.side for row in look.sides if row.n_documents and row.n_outlets == 1]
    if single and (outlets == 1).all():
        verb = "consists" if len(single) == 1 else "each consist"
        yield Warned(
            "warning",
            "confounded",
            f"Side and outlet are confounded: {named(map(repr, single))} {verb} of one outlet. A difference of sides "
            "cannot be told from a difference of house styles.",
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
        if row.n_documents >= 4 and row.top_document_share > max(DOMINANT_DOCUMENT, 2 / row.n_documents):
            yield Warned(
                "warning",
                "dominant-document",
                f"One document dominates: {row.top_document!r} holds {row.top_document_share:.0%} "
                f"of the words of {row.side!r}.",
                "Look whether it belongs here (a rolling live blog?), and repeat the analysis without it.",
            )
        if row.n_outlets > 1 and row.top_outlet_share > DOMINANT_OUTLET:
            yield Warned(
                "note",
                "dominant-outlet",
                f"One outlet dominates: {row.top_outlet!r} wrote {row.top_outlet_share:.0%} of the documents of {row.side!r}.",
                "Read the leave-one-outlet-out table.",
            )
