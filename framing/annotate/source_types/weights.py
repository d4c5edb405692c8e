"""
How much each clue speaks for each kind of source: a log-linear model, learnt from invented articles.

Its weights are those of a multinomial logistic regression and, at a fifth, of naive Bayes; the two err in different places.
After Ng and Jordan (2001), Advances in Neural Information Processing Systems 14, 841-848, who compare them.
"""

from __future__ import annotations

import math
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

    def rows(self, found: Iterable[str]) -> NDArray[np.int32]:
        """
        The rows of the clues that are known, in order; a quarter of the memory of their names.

        Examples
        --------
        >>> len(weights().rows(["rule=police", "head=judge", "no such clue"]))
        2
        """
        return np.array(sorted(self.clues[clue] for clue in found if clue in self.clues), dtype=np.int32)

    def verdict(self, rows: NDArray[np.int32], n_documents: int = 1) -> tuple[str, float]:
        """
        The most probable type and its probability.

        Parameters
        ----------
        rows : (R,) int array
            Of all clues, each once.
        n_documents : int
            How many documents they come from. These say much the same, so that the log-odds are divided by the square root
            of their number.

        Returns
        -------
        (type, probability in (0, 1])

        Examples
        --------
        >>> weights().verdict(weights().rows(["rule=police", "head=detective", "say:police"]))[0]
        'police'
        """
        logits = (self.table[rows].sum(axis=0) + self.table[self.clues[""]]) / (SCALE * math.sqrt(n_documents))
        odds = np.exp(logits - logits.max())
        best = int(odds.argmax())
        return self.types[best], round(float(odds[best] / odds.sum()), 3)


@cache
def weights() -> Weights:
    """The shipped model."""
    lines = resources.files("framing.data").joinpath(FILE).read_text(encoding="utf-8").splitlines()
    rows = [line.split("\t") for line in lines if not line.startswith("#")]
    types = tuple(rows[0][1:])
    table = np.array([[int(n) for n in row[1:]] for row in rows[1:]], dtype=np.int64)
    return Weights(types, {row[0]: n for n, row in enumerate(rows[1:])}, table)
