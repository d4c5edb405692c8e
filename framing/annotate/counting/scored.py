"""The hits of a lexicon by document and category."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property

import numpy as np
import pandas as pd
from scipy import sparse

from framing.lexicons.match import Hits
from framing.lexicons.model import Lexicon

# Each match, and the index of the document it stands in.
Located = tuple[Hits, np.ndarray]


@dataclass(frozen=True, eq=False)
class Scored:
    """
    The hits of one lexicon by document (D) and category (C).

    Attributes
    ----------
    lexicon : Lexicon
    n, covered, negated : (D, C) int64 array
        Hits, tokens that belong to a hit, and negated hits.
    weight : (D, C) float array
        Sum of the weights.
    find : callable, optional
        Finds each match; None where there are counts only.
    table : DataFrame, optional
        What `by_entry` gives where there are counts only.
    notes : tuple of str
    unseen : str
        What cannot be seen: "phrases", or something all terms need; "" if everything can.
    """

    lexicon: Lexicon
    n: np.ndarray
    weight: np.ndarray
    covered: np.ndarray
    negated: np.ndarray
    find: Callable[[], Located] | None = None
    table: pd.DataFrame | None = None
    notes: tuple[str, ...] = ()
    unseen: str = ""

    @cached_property
    def reasons(self) -> dict[str, str]:
        """Why a category has no score; categories with a score are not in it."""
        names = self.lexicon.category_names
        if self.unseen and self.unseen != "phrases":
            return dict.fromkeys(names, f"{self.unseen} cannot be seen in counts")
        regex = self.lexicon.unit == "regex"
        sizes: dict[str, set[int]] = {name: set() for name in names}
        for entry, words in zip(self.lexicon.entries, self.lexicon.words, strict=True):
            sizes[entry.category].add(min(len(words), 2) or int(regex))
        found = {name: "no term of this category can match" for name, own in sizes.items() if own <= {0}}
        if self.unseen == "phrases":
            found |= {name: "phrases cannot be seen in counts" for name, own in sizes.items() if 1 not in own and 2 in own}
        return found

    @cached_property
    def located(self) -> Located | None:
        """Each match and its document, looked for when first asked for; None where there are counts only."""
        return None if self.find is None else self.find()

    @property
    def hits(self) -> Hits | None:
        """Each match; None where there are counts only."""
        return None if self.located is None else self.located[0]

    @cached_property
    def by_entry(self) -> pd.DataFrame:
        """Hits of each entry in each document: columns document (index), entry (index), n."""
        if self.located is None:
            return pd.DataFrame({"document": [], "entry": [], "n": []}, dtype=int) if self.table is None else self.table
        hits, document = self.located
        ones = np.ones(len(hits), np.int64)
        counts = sparse.csr_matrix((ones, (document, hits.entry)), shape=(len(self.n), len(self.lexicon)))
        counts.sort_indices()
        cells = counts.tocoo()
        return pd.DataFrame(
            {"document": cells.row.astype(np.int64), "entry": cells.col.astype(np.int64), "n": cells.data}, copy=False
        )
