"""Which words stand near each other within a sentence."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from framing.annotate.counting.tokens import TokenStore

Ints = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Neighbours:
    """
    Pairs of types that meet; P pairs, both directions of a pair are rows.

    Attributes
    ----------
    node, collocate : (P,) int array
        Types.
    n_joint : (P,) int array
        Tokens of the collocate that stand in the span of the node; each counts once, also between two nodes.
    n_documents : (P,) int array
    frequency : (T,) int array
        Tokens of each type among those looked at.
    slots : (T,) int array
        Places in the spans of each type, each once, ends of sentences taken into account.
    n_tokens : int
    """

    node: Ints
    collocate: Ints
    n_joint: Ints
    n_documents: Ints
    frequency: Ints
    slots: Ints
    n_tokens: int


def neighbours(
    store: TokenStore, use: NDArray[np.bool_], *, left: int, right: int, nodes: Ints | None, least: int
) -> Neighbours:
    """
    Count the neighbours of words.

    Parameters
    ----------
    store : TokenStore
    use : (N,) bool array
        Tokens looked at; a span counts places in the running text, so that it does not jump over others.
    left, right : int
        Words of the span on either side; it never leaves the sentence.
    nodes : (M,) int array or None
        Types whose neighbours are wanted; None for all.
    least : int
        Pairs that meet less often are left out.

    Returns
    -------
    Neighbours
    """
    kinds, n_types = store.type_ids.astype(np.int64), len(store.types)
    wanted = np.ones(n_types, dtype=bool) if nodes is None else np.isin(np.arange(n_types), nodes)
    frequency = np.bincount(kinds[use], minlength=n_types)
    # A node this rare cannot have a listed pair; leaving it out keeps the table small.
    wanted &= frequency * (left + right) >= least
    n = len(kinds)
    places = [np.zeros(0, np.int64)]
    for distance in [-d for d in range(1, left + 1)] + list(range(1, right + 1)):
        here, there = _pairs(store, use, distance)
        kept = wanted[kinds[here]]
        places.append(kinds[here[kept]] * n + there[kept])
    unique = np.unique(np.concatenate(places))
    x, there = unique // max(n, 1), unique % max(n, 1)
    y = kinds[there] if n else there
    slots = np.bincount(x, minlength=n_types)
    other = x != y
    keys, documents = (x * n_types + y)[other], store.document_of[there[other]]
    return _tallied(keys, documents, n_types, frequency, slots, least, int(use.sum()))


def _pairs(store: TokenStore, use: NDArray[np.bool_], distance: int) -> tuple[Any, Any]:
    """Places of tokens and of those `distance` words on, in the same sentence and both looked at."""
    n = len(store.ids)
    here = np.arange(max(0, -distance), min(n, n - distance))
    there = here + distance
    both = use[here] & use[there] & (store.sentence[here] == store.sentence[there])
    return here[both], there[both]


def _tallied(
    keys: Ints, documents: NDArray[Any], n_types: int, frequency: Ints, slots: Ints, least: int, n_tokens: int
) -> Neighbours:
    order = np.lexsort((documents, keys))
    keys, documents = keys[order], documents[order]
    first = np.flatnonzero(np.diff(keys, prepend=-1))
    joint = np.diff(np.append(first, len(keys)))
    new = (np.diff(keys, prepend=-1) != 0) | (np.diff(documents, prepend=-1) != 0)
    n_documents = np.add.reduceat(new.astype(np.int64), first) if len(first) else np.zeros(0, np.int64)
    often = joint >= least
    pairs = keys[first][often]
    return Neighbours(pairs // n_types, pairs % n_types, joint[often], n_documents[often], frequency, slots, n_tokens)
