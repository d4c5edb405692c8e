"""The design behind a contrast: scores as a matrix, and the units (outlets) that are resampled and permuted."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from framing.errors import CorpusError
from framing.results import DocumentScores
from framing.stats.resample import cluster_sums

Floats = NDArray[np.float64]


@dataclass(frozen=True)
class Design:
    """
    Scores of D documents in K columns (name x voice), and the G units they belong to.

    Attributes
    ----------
    sides : tuple of str
    side : (D,) int array
        Side of each document.
    unit : (D,) int array
        Unit of each document. A cluster that stands on two sides makes two units.
    unit_side : (G,) int array
    unit_names : tuple of str
    keys : DataFrame
        Columns name and voice; one row per column of `values`.
    values : (D, K) float array
        NaN where there is no score.
    weights : (D, K) float array
        1 for each document, or its words; 0 where there is no score.
    lengths : (D, K) float array
        `base` of the scores; NaN where there is none.
    documents : tuple of str
    noun : str
        What a unit is called: "outlet" or "cluster".
    notes : tuple of str
    """

    sides: tuple[str, ...]
    side: NDArray[np.int64]
    unit: NDArray[np.int64]
    unit_side: NDArray[np.int64]
    unit_names: tuple[str, ...]
    keys: pd.DataFrame
    values: Floats
    weights: Floats
    lengths: Floats
    documents: tuple[str, ...]
    noun: str
    notes: tuple[str, ...] = ()

    def pairs(self) -> list[tuple[int, int]]:
        """Pairs of sides in the study's order."""
        return list(combinations(range(len(self.sides)), 2))

    def sums(self) -> tuple[Floats, Floats]:
        """Weighted sums and sizes of each unit, (G, K) each."""
        n = len(self.unit_side)
        return cluster_sums(self.values * self.weights, self.unit, n), cluster_sums(self.weights, self.unit, n)

    def patterns(self, sizes: Floats) -> Iterator[tuple[NDArray[np.bool_], NDArray[np.int64]]]:
        """Columns that have scores in the same units, as (units with scores, columns)."""
        there = sizes > 0
        patterns, member = np.unique(there, axis=1, return_inverse=True)
        for index in range(patterns.shape[1]):
            yield patterns[:, index], np.flatnonzero(np.ravel(member) == index)


def lay_out(scores: DocumentScores, *, weight: str = "document", sides: Sequence[str] | None = None) -> Design:
    """
    The design of a table of document scores.

    Parameters
    ----------
    scores : DocumentScores
    weight : {"document", "word"}
        Every document counts once, or by its words (`base`); scores without `base` always by document, with a note.
    sides : sequence of str, optional
        Order of the sides; otherwise `provenance.options["sides"]`, the categories of the column, or first appearance.

    Returns
    -------
    Design

    Raises
    ------
    CorpusError
        If a document has two scores of one name and voice, or fewer than two sides have documents.
    """
    data = scores.data[scores.data["side"].notna()]
    order = _side_order(scores, sides)
    data = data[data["side"].isin(order)]
    if len(order) < 2 or data["side"].nunique() < 2:
        raise CorpusError(
            f"{scores.provenance.measure}: a contrast needs documents on two sides, got {sorted(set(data['side']))}; "
            "check [sides] of the study"
        )
    row, documents = pd.factorize(data["document"])
    column, keys = _columns(data)
    if pd.Index(row.astype(np.int64) * len(keys) + column).has_duplicates:
        raise CorpusError(f"{scores.provenance.measure}: a document has two scores of the same name and voice")
    shape = (len(documents), len(keys))
    values, lengths = np.full(shape, np.nan), np.full(shape, np.nan)
    values[row, column] = data["value"].to_numpy(dtype=np.float64, na_value=np.nan)
    lengths[row, column] = data["base"].to_numpy(dtype=np.float64, na_value=np.nan)
    first = data.drop_duplicates("document")
    side = np.array([order.index(s) for s in first["side"]], dtype=np.int64)
    cluster = [str(c) for c in first["cluster"].where(first["cluster"].notna(), first["document"])]
    unit, unit_side, names = _units(side, cluster)
    same = (first["cluster"] == first["outlet"]).all()
    weights, no_words = _weights(values, lengths, weight)
    notes = _notes(scores, order, unit_side, names)
    if no_words.any():
        names_of = ", ".join(dict.fromkeys(keys["name"][no_words].astype(str)))
        notes += (f"Scores without word counts are weighted by document: {names_of}.",)
    return Design(
        tuple(order), side, unit, unit_side, names, keys, values, weights, lengths, tuple(documents),
        "outlet" if same else "cluster", notes,
    )  # fmt: skip


def _side_order(scores: DocumentScores, sides: Sequence[str] | None) -> list[str]:
    """The study's order of sides, as well as the scores know it."""
    column = scores.data["side"]
    there = list(dict.fromkeys(column.dropna()))
    known = sides or scores.provenance.options.get("sides") or ()
    if not known and isinstance(column.dtype, pd.CategoricalDtype):
        known = list(column.cat.categories)
    if not known:
        return there
    missing = [side for side in known if side not in there]
    if sides and missing:
        raise CorpusError(
            f"{scores.provenance.measure}: no document on side {missing[0]!r}; sides with documents: {', '.join(there)}"
        )
    return [side for side in known if side in there]


def _columns(data: pd.DataFrame) -> tuple[NDArray[np.int64], pd.DataFrame]:
    """Column number of every row, and the name and voice of each column, in order of appearance."""
    name, names = pd.factorize(data["name"])
    voice, voices = pd.factorize(data["voice"])
    column, codes = pd.factorize(name.astype(np.int64) * len(voices) + voice)
    pairs = [int(code) for code in codes]
    keys = pd.DataFrame({"name": [names[p // len(voices)] for p in pairs], "voice": [voices[p % len(voices)] for p in pairs]})
    return column.astype(np.int64), keys


def _units(side: NDArray[np.int64], cluster: list[str]) -> tuple[NDArray[np.int64], NDArray[np.int64], tuple[str, ...]]:
    """Units in the order of sides, then of names, so that the order of documents changes nothing."""
    pairs = list(zip(side.tolist(), cluster, strict=True))
    units = sorted(set(pairs))
    code = {pair: index for index, pair in enumerate(units)}
    return (
        np.array([code[pair] for pair in pairs], dtype=np.int64),
        np.array([s for s, _ in units], dtype=np.int64),
        tuple(name for _, name in units),
    )


def _weights(values: Floats, lengths: Floats, weight: str) -> tuple[Floats, NDArray[np.bool_]]:
    """1 or the words of each document, 0 where it has no score; and the columns that cannot be weighted as asked."""
    there = ~np.isnan(values)
    if weight == "document":
        return there.astype(np.float64), np.zeros(values.shape[1], dtype=bool)
    no_words = ~(there & (lengths > 0)).any(axis=0) & there.any(axis=0)
    words = np.where(there, np.nan_to_num(lengths), 0.0)
    return np.where(no_words, there, words), np.asarray(no_words)


def _notes(scores: DocumentScores, order: list[str], unit_side: NDArray[np.int64], names: tuple[str, ...]) -> tuple[str, ...]:
    """What a reader must know of the design."""
    notes = []
    without = scores.data.loc[scores.data["side"].isna(), "document"].nunique()
    if without:
        notes.append(f"Documents that stand on no side and are left out of the contrast: {without}.")
    shared = sorted({name for name in names if names.count(name) > 1})
    if shared:
        notes.append(
            f"{len(shared)} clusters stand on more than one side ({', '.join(shared[:3])}{' ...' if len(shared) > 3 else ''}); "
            "each counts as one unit on each side, so their pairing is not used: consider matched contrasts."
        )
    for index, side in enumerate(order):
        own = [name for name, s in zip(names, unit_side, strict=True) if s == index]
        if len(own) == 1:
            notes.append(
                f"Side {side!r} is one outlet ({own[0]}): what is due to the side and what to this outlet "
                "cannot be told apart; every difference is one between outlets."
            )
    return tuple(notes)
