"""What to do with copies: drop them, resample them together, and see whether it matters."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from typing import Any

import pandas as pd

from framing.checks import one_of
from framing.corpus.copies import Duplicates, Options, duplicate_clusters, earliest
from framing.corpus.documents import Corpus, Document, cluster_of

__all__ = [
    "POLICIES",
    "Duplicates",
    "Options",
    "drop_duplicates",
    "duplicate_clusters",
    "duplicate_sensitivity",
    "resampling_clusters",
]

POLICIES = ("keep-all", "keep-first", "one-per-cluster")


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
    changes: dict[str, Any] = {"notes": (*corpus.notes, note)}
    if hasattr(corpus, "flow"):
        n_by_side = Counter(corpus[id].side or "" for id in dropped)
        changes["flow"] = (*corpus.flow, *(("dropped as copies", side, n, policy) for side, n in sorted(n_by_side.items())))
    return corpus.with_documents(tuple(d for d in corpus if d.id not in gone), **changes)


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
    >>> copies = tuple(Document(id, text, outlet=id, side="state") for id in "ab")
    >>> corpus = Corpus((*copies, Document("c", "Else.", outlet="c")))
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
