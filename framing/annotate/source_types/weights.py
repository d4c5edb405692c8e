"""How much each clue speaks for each kind of source: a multinomial logistic model, learnt from invented articles."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from importlib import resources

import numpy as np
from numpy.typing import NDArray

FILE = "source_types_en.tsv"
# Weights are stored as whole numbers, so that the file reads the same everywhere.
SCALE = 100


@dataclass(frozen=True)
class Weights:
    """
    The model.

    Attributes
    ----------
    types : tuple of str
        K source types, in the order of the columns.
    clues : dict of str to int
        Clue to row.
    table : (C, K) float array
        Log-odds; the row "" is the intercept.
    """

    types: tuple[str, ...]
    clues: dict[str, int]
    table: NDArray[np.float64]

    def probabilities(self, found: Iterable[str]) -> NDArray[np.float64]:
        """
        Probability of each type given some clues; unknown clues count nothing.

        Returns
        -------
        (K,) float array
            Sums to 1.
        """
        rows = sorted(self.clues[clue] for clue in found if clue in self.clues)
        logits = self.table[[self.clues[""], *rows]].sum(axis=0)
        odds = np.exp(logits - logits.max())
        return np.asarray(odds / odds.sum())


@cache
def weights() -> Weights:
    """The shipped model."""
    lines = resources.files("framing.data").joinpath(FILE).read_text(encoding="utf-8").splitlines()
    rows = [line.split("\t") for line in lines if not line.startswith("#")]
    types = tuple(rows[0][1:])
    table = np.array([[int(n) for n in row[1:]] for row in rows[1:]], dtype=np.float64) / SCALE
    return Weights(types, {row[0]: n for n, row in enumerate(rows[1:])}, table)
