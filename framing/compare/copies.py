"""Which documents each policy for near-duplicates keeps."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from framing.annotate.annotated import Annotated


class KeptDocuments:
    """Which documents each duplicates policy keeps; worked out once."""

    def __init__(self, annotated: Annotated) -> None:
        self.annotated, self.notes = annotated, list[str]()
        self._kept = {"keep-all": np.ones(len(annotated.corpus), dtype=bool)}

    def __call__(self, policy: str) -> NDArray[np.bool_]:
        if policy not in self._kept:
            self._kept[policy] = self._look(policy)
        return self._kept[policy]

    def _look(self, policy: str) -> NDArray[np.bool_]:
        from framing.corpus.duplicates import drop_duplicates

        if not self.annotated.has_text:
            self.notes.append(f"The choice {policy!r} needs the texts, which are not here: it keeps every document.")
            return self._kept["keep-all"]
        corpus = self.annotated.corpus
        stay = {d.id for d in drop_duplicates(corpus, policy)}
        if len(stay) == len(corpus):
            self.notes.append(f"No near-duplicates were found: the choice {policy!r} changes nothing.")
        return np.array([d.id in stay for d in corpus])
