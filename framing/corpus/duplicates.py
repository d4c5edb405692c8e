"""Exact, near and contained copies: clusters, what to do with them, and whether it matters."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, ClassVar

import numpy as np
import pandas as pd

from framing.checks import between, integer, one_of
from framing.corpus.documents import Corpus, Document, cluster_of
from framing.corpus.shingles import near_pairs
from framing.registry import options_from
from framing.results import Provenance, Result

POLICIES = ("keep-all", "keep-first", "one-per-cluster")


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
        between("jaccard", self.jaccard, 0.01, 1)
        between("containment", self.containment, 0.01, 1)


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


def drop_duplicates(corpus: Corpus, policy: str = "keep-first", duplicates: Duplicates | None = None) -> Corpus:
    """
    The corpus under one policy for copies.

    Parameters
    ----------
    corpus : Corpus
    policy : str
        "keep-all": nothing is dropped. "keep-first": of every cluster the earliest document stays on each side, since
        a text that both sides print is evidence for both. "one-per-cluster": of every cluster a single document
        stays, the longest (ties: the earliest).
    duplicates : Duplicates, optional
        Clusters that were found before; searched for by default.

    Returns
    -------
    Corpus
        With a note that says what was dropped.

    Raises
    ------
    OptionError
        For an unknown policy.
    """
    one_of("duplicates", policy, POLICIES)
    if policy == "keep-all":
        return corpus
    duplicates = duplicate_clusters(corpus) if duplicates is None else duplicates
    groups: dict[tuple[str, str | None], list[Document]] = {}
    for id, cluster in duplicates.clusters.items():
        document = corpus[id]
        groups.setdefault((cluster, document.side if policy == "keep-first" else None), []).append(document)
    choose = earliest if policy == "keep-first" else _longest
    kept = {choose(group).id for group in groups.values()}
    dropped = [id for id in duplicates.clusters if id not in kept]
    if not dropped:
        return corpus
    gone = set(dropped)
    some = ", ".join(dropped[:3]) + (" ..." if len(dropped) > 3 else "")
    note = f"duplicates = {policy!r}: {len(dropped)} of {len(corpus)} documents are copies and were dropped ({some})"
    return corpus.with_documents(tuple(d for d in corpus if d.id not in gone), notes=(*corpus.notes, note))


def _longest(documents: list[Document]) -> Document:
    return min(documents, key=lambda d: (-len(d.text), d.date is None, d.date or ""))


def resampling_clusters(corpus: Corpus, duplicates: Duplicates | None = None, *, base: str = "cluster") -> dict[str, str]:
    """
    Clusters for the resampling that never part two copies of one text.

    Parameters
    ----------
    corpus : Corpus
    duplicates : Duplicates, optional
    base : {"cluster", "document"}
        "cluster": the corpus's own clusters, joined where one side's clusters share a copy. "document": every
        document for itself, copies on one side together.

    Returns
    -------
    dict of str to str
        Document id to cluster, for `framing.corpus.readers.with_clusters`. Clusters never reach across sides.

    Examples
    --------
    >>> text = "The ministry of ports said on Monday that forty ships had left the harbour since June."
    >>> corpus = Corpus(tuple(Document(id, text, outlet=id, side="state") for id in "ab") + (Document("c", "Else.", outlet="c"),))
    >>> resampling_clusters(corpus)
    {'a': 'a + b', 'b': 'a + b', 'c': 'c'}
    """
    one_of("base", base, ("cluster", "document"))
    duplicates = duplicate_clusters(corpus) if duplicates is None else duplicates
    name = {d.id: cluster_of(d) if base == "cluster" else d.id for d in corpus}
    parent = {key: key for key in ((d.side, name[d.id]) for d in corpus)}

    def root(key: tuple[str | None, str]) -> tuple[str | None, str]:
        while parent[key] != key:
            key = parent[key]
        return key

    leader: dict[tuple[str | None, str], tuple[str | None, str]] = {}
    for id, cluster in duplicates.clusters.items():
        side = corpus[id].side
        key = root((side, name[id]))
        parent[key] = root(leader.setdefault((side, cluster), key))
    joined: dict[tuple[str | None, str], list[str]] = {}
    for key in parent:
        joined.setdefault(root(key), []).append(key[1])
    return {d.id: _joined_name(joined[root((d.side, name[d.id]))]) for d in corpus}


def _joined_name(names: list[str]) -> str:
    """A readable name of joined clusters."""
    names = sorted(dict.fromkeys(names))
    return " + ".join(names) if len(names) <= 3 else f"{names[0]} + {len(names) - 1} more"


def duplicate_sensitivity(
    corpus: Corpus,
    measure: Callable[[Corpus], pd.DataFrame],
    *,
    policies: tuple[str, ...] = POLICIES,
    duplicates: Duplicates | None = None,
) -> pd.DataFrame:
    """
    The same measure under every policy, so that a reader sees whether copies carry the finding.

    Parameters
    ----------
    corpus : Corpus
    measure : callable
        From a corpus to a frame, for instance ``lambda c: keyness(c).data``.
    policies : tuple of str
    duplicates : Duplicates, optional

    Returns
    -------
    DataFrame
        The frames one below the other, with the columns `duplicates` (the policy) and `n_corpus` in front.
    """
    duplicates = duplicate_clusters(corpus) if duplicates is None else duplicates
    frames = []
    for policy in policies:
        kept = drop_duplicates(corpus, policy, duplicates)
        frame = measure(kept).copy()
        frame.insert(0, "n_corpus", len(kept))
        frame.insert(0, "duplicates", policy)
        frames.append(frame)
    return pd.concat(frames, ignore_index=True)
