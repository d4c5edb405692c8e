"""Exact, near and contained copies: which documents are one text."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, ClassVar

import numpy as np
import pandas as pd

from framing.checks import between, integer
from framing.corpus.documents import Corpus, Document
from framing.corpus.shingles import near_pairs
from framing.registry import options_from
from framing.results import Provenance, Result


@dataclass(frozen=True)
class Options:
    """
    What counts as a copy.

    Attributes
    ----------
    k : int
        Words of a shingle.
    jaccard : float in [0, 1]
        Shared shingles by those of either text; 0.4 on three-word shingles is a text in which about one word in
        seven was changed.
    containment : float in [0, 1]
        Shared shingles by those of the shorter text.
    """

    k: int = 3
    jaccard: float = 0.4
    containment: float = 0.8

    def __post_init__(self) -> None:
        integer("k", self.k, low=1)
        between("jaccard", self.jaccard, 0.3, 1)
        between("containment", self.containment, 0.5, 1)


@dataclass(frozen=True)
class Duplicates(Result):
    """
    One row per document that is a copy of another or has one, by cluster and in corpus order.

    `kind` is "exact" (same words), "near" or "contained"; `jaccard` and `containment` are those with the most similar
    other document, `twin`, of the cluster; `first` marks the earliest document of the cluster (undated ones last, then
    corpus order). `tables["pairs"]` has every verified pair, `tables["summary"]` the clusters by kind and reach.
    """

    columns: ClassVar[tuple[str, ...]] = (
        "cluster", "document", "side", "outlet", "date", "title", "kind", "twin", "jaccard", "containment",
        "n_documents", "n_outlets", "n_sides", "first",
    )  # fmt: skip
    figure: ClassVar[str] = "health"

    @property
    def clusters(self) -> dict[str, str]:
        """Document id to cluster, for documents that are in one."""
        return dict(zip(self.data["document"], self.data["cluster"], strict=True))


def duplicate_clusters(corpus: Corpus, *, options: Options | None = None, **settings: Any) -> Duplicates:
    """
    Clusters of exact, near and contained copies, across and within outlets.

    Parameters
    ----------
    corpus : Corpus
    options : Options, optional
    **settings
        Fields of the options.

    Returns
    -------
    Duplicates
        Clusters are the connected components of the verified pairs, numbered by their first document.

    References
    ----------
    Broder (1997), On the resemblance and containment of documents, SEQUENCES'97.

    Examples
    --------
    >>> text = "The ministry of ports said on Monday that forty ships had left the harbour since June."
    >>> corpus = Corpus((Document("a", text, outlet="Post"), Document("b", text + " More soon.", outlet="Sun")))
    >>> duplicate_clusters(corpus).data[["cluster", "document", "kind", "first"]].values.tolist()
    [['d1', 'a', 'near', True], ['d1', 'b', 'near', False]]
    """
    options = options_from(Options, options, settings)
    found = near_pairs(
        [document.text for document in corpus], k=options.k, jaccard=options.jaccard, containment=options.containment
    )
    pairs = _pair_table(corpus, found, options)
    labels = _components(len(corpus), found.a, found.b)
    data = _members(corpus, labels, pairs)
    note = f"{found.n_candidates} pairs compared, {len(pairs)} kept, {data['cluster'].nunique()} clusters"
    provenance = Provenance(
        "duplicates",
        {"k": options.k, "jaccard": options.jaccard, "containment": options.containment},
        corpus.fingerprint,
        notes=(note,),
    )
    return Duplicates(data, provenance, {"pairs": pairs, "summary": _summary(data)})


def _pair_table(corpus: Corpus, found: Any, options: Options) -> pd.DataFrame:
    """Every verified pair with what it is."""
    documents = corpus.documents
    near = found.jaccard >= options.jaccard
    kind = np.where(found.jaccard >= 1, "exact", np.where(near, "near", "contained"))
    a, b = [documents[i] for i in found.a], [documents[i] for i in found.b]
    return pd.DataFrame({
        "document_a": [d.id for d in a], "document_b": [d.id for d in b],
        "jaccard": found.jaccard, "containment": found.containment, "kind": kind.astype(object),
        "same_outlet": np.array([x.outlet == y.outlet for x, y in zip(a, b, strict=True)], dtype=bool),
        "same_side": np.array([x.side == y.side for x, y in zip(a, b, strict=True)], dtype=bool),
    })  # fmt: skip


def _components(n: int, a: np.ndarray, b: np.ndarray) -> np.ndarray:
    """Connected components: one label a document, -1 for documents without a pair."""
    from scipy.sparse import coo_matrix
    from scipy.sparse.csgraph import connected_components

    _, labels = connected_components(coo_matrix((np.ones(len(a)), (a, b)), shape=(n, n)), directed=False)
    alone = np.bincount(labels, minlength=n)[labels] == 1
    return np.where(alone, -1, labels)


def _members(corpus: Corpus, labels: np.ndarray, pairs: pd.DataFrame) -> pd.DataFrame:
    """One row per document of a cluster."""
    best = _best(pairs)
    numbers: dict[int, int] = {}
    groups: dict[int, list[Document]] = {}
    for document, label in zip(corpus.documents, labels.tolist(), strict=True):
        if label >= 0:
            numbers.setdefault(label, len(numbers) + 1)
            groups.setdefault(label, []).append(document)
    rows = []
    for label, documents in groups.items():
        first = earliest(documents)
        shared = {
            "n_documents": len(documents),
            "n_outlets": len({document.outlet for document in documents}),
            "n_sides": len({document.side for document in documents}),
        }
        rows += [
            {
                "cluster": f"d{numbers[label]}",
                "document": d.id,
                "side": d.side,
                "outlet": d.outlet,
                "date": d.date,
                "title": d.title,
            }
            | best[d.id]
            | shared
            | {"first": d is first}
            for d in documents
        ]
    return pd.DataFrame(rows, columns=list(Duplicates.columns))


def _best(pairs: pd.DataFrame) -> dict[str, dict[str, Any]]:
    """The most similar other document of each document."""
    best: dict[str, dict[str, Any]] = {}
    columns = [pairs[name] for name in ("document_a", "document_b", "jaccard", "containment", "kind")]
    for a, b, jaccard, containment, kind in zip(*columns, strict=True):
        for one, other in ((a, b), (b, a)):
            if one not in best or jaccard > best[one]["jaccard"]:
                best[one] = {"kind": kind, "twin": other, "jaccard": jaccard, "containment": containment}
    return best


def earliest(documents: list[Document]) -> Document:
    """The earliest document; undated ones last, ties in the given order."""
    return min(documents, key=lambda document: (document.date is None, document.date or ""))


def _summary(data: pd.DataFrame) -> pd.DataFrame:
    """Clusters and documents by how far they reach."""
    reach = np.select([data["n_sides"] > 1, data["n_outlets"] > 1], ["across sides", "across outlets"], "within an outlet")
    table = data.assign(reach=reach.astype(object)).groupby("reach", sort=True)
    out = table.agg(n_clusters=("cluster", "nunique"), n_documents=("document", "size")).reset_index()
    return out.assign(n_copies=out["n_documents"] - out["n_clusters"])
