"""How much each clue speaks for each kind of source: a multinomial logistic model, learnt from invented articles."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from importlib import resources

import numpy as np
from numpy.typing import NDArray

FILE = "source_types_en.tsv"
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
    table : (C, K) int array
        Log-odds in hundredths, whole numbers, so that sums are the same everywhere; the row "" is the intercept.
    """

    types: tuple[str, ...]
    clues: dict[str, int]
    table: NDArray[np.int64]

    def probabilities(self, found: Iterable[str]) -> NDArray[np.float64]:
        """
        Probability of each type given some clues; unknown clues count nothing.

        Returns
        -------
        (K,) float array
            Sums to 1.

        Examples
        --------
        >>> chances = weights().probabilities(["rule=police", "head=detective", "say:police"])
        >>> weights().types[int(chances.argmax())]
        'police'
        """
        rows = [self.clues[""], *(self.clues[clue] for clue in found if clue in self.clues)]
        logits = self.table[rows].sum(axis=0) / SCALE
        odds = np.exp(logits - logits.max())
        return np.asarray(odds / odds.sum())


@cache
def weights() -> Weights:
    """The shipped model."""
    lines = resources.files("framing.data").joinpath(FILE).read_text(encoding="utf-8").splitlines()
    rows = [line.split("\t") for line in lines if not line.startswith("#")]
    types = tuple(rows[0][1:])
    table = np.array([[int(n) for n in row[1:]] for row in rows[1:]], dtype=np.int64)
    return Weights(types, {row[0]: n for n, row in enumerate(rows[1:])}, table)
