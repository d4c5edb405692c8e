"""How much each clue speaks for a quotation being right: a logistic regression, learnt from invented articles."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from functools import cache
from importlib import resources

FILE = "quotes_certainty_en.tsv"
SCALE = 100


@cache
def weights() -> Mapping[str, int]:
    """Clue to log-odds in hundredths, whole numbers, so that sums are the same everywhere; "" is the intercept."""
    lines = resources.files("framing.data").joinpath(FILE).read_text(encoding="utf-8").splitlines()
    rows = (line.rsplit("\t", 1) for line in lines if not line.startswith("# "))
    return {clue: int(weight) for clue, weight in rows}


def probability(clues: Iterable[str], model: Mapping[str, int]) -> float:
    """
    The probability of being right.

    Parameters
    ----------
    clues : iterable of str
        Each once; those that the model does not know count for nothing.
    model : mapping of str to int
        As `weights`.

    Returns
    -------
    float
        In [0, 1], to three places.

    Examples
    --------
    >>> probability(["cue=say", "no such clue"], {"": 200, "cue=say": 100})
    0.953
    """
    odds = model[""] + sum(model.get(clue, 0) for clue in clues)
    return round(1 / (1 + math.exp(-odds / SCALE)), 3)
