"""A topic model as a result: shares of documents, tables, and what can be done with it next."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, ClassVar

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from framing.annotate.annotated import Annotated, as_annotated
from framing.corpus.documents import Corpus
from framing.errors import FramingError
from framing.measures.topics.fitted import Fitted
from framing.results import DocumentScores, SideContrast, TopicModel

DIGITS = 6


def significant(values: Any, digits: int = DIGITS) -> NDArray[np.float64]:
    """
    Numbers to so many significant digits, so that tables do not change with the last bits of a sum.

    Examples
    --------
    >>> significant([0.12345678, 0.0, float("nan")]).tolist()
    [0.123457, 0.0, nan]
    """
    return np.array([float(f"{x:.{digits}g}") for x in np.asarray(values, dtype=np.float64).ravel()], dtype=np.float64)


def settled(frame: pd.DataFrame) -> pd.DataFrame:
    """The frame with every float column at six significant digits."""
    floats = [c for c in frame.columns if pd.api.types.is_float_dtype(frame[c])]
    return frame.assign(**{c: significant(frame[c]) for c in floats}).reset_index(drop=True)


@dataclass(frozen=True)
class Topics(TopicModel):
    """
    One row per document and topic: `share` in [0, 1], NaN with a `reason` where a document has no known words.

    Shares of a document sum to 1. A topic is a group of words that go together; it is not a frame.
    """

    fitted: Fitted | None = field(default=None, repr=False, compare=False)

    columns: ClassVar[tuple[str, ...]] = TopicModel.columns

    def scores(self) -> DocumentScores:
        """
        The shares as document scores, one score a topic, for `framing.contrast` and everything else that takes scores.

        Returns
        -------
        DocumentScores
            `name` is "topic NUMBER: LABEL", `value` the share, `base` the known words of the document.
        """
        names = {
            t: f"topic {t}: {name or label}" for t, name, label in self.tables["topics"][["topic", "name", "label"]].values
        }
        data = self.data.rename(columns={"share": "value", "n_words": "base"}).drop(columns="topic")
        data = data.assign(name=self.data["topic"].map(names).astype(object), n=np.nan, base=data["base"].astype(float))
        return DocumentScores(data[list(DocumentScores.columns)], self.provenance)

    def compare(self, **options: Any) -> SideContrast:
        """Contrast the sides in every topic (see `framing.compare.sides.contrast`)."""
        return self.scores().compare(**options)

    def project(self, corpus: Corpus | Annotated, *, voice: str = "all", seed: int | None = None) -> Topics:
        """
        The same topics laid over other documents.

        Parameters
        ----------
        corpus : Corpus or Annotated
        voice : str
        seed : int, optional
            Of intervals and tests; that of this result unless given.

        Returns
        -------
        Topics

        Raises
        ------
        FramingError
            If this result was read from a file and holds no model.
        """
        from framing.measures.topics.measure import laid_over
        from framing.measures.topics.options import Options

        if self.fitted is None:
            raise FramingError("topics: this result holds no model to lay over other documents; fit the topics again")
        known = {k: v for k, v in self.provenance.options.items() if k in Options.__dataclass_fields__}
        return laid_over(
            self.fitted, as_annotated(corpus), Options(**known), voice, self.provenance.seed if seed is None else seed
        )

    def to_graphml(self, path: str | Path) -> None:
        """Write the topic network as GraphML, with labels, communities and sizes (see `framing.measures.topics.networks`)."""
        from framing.measures.topics.networks import write_graphml

        write_graphml(self.tables, Path(path))

    def write_names(self, path: str | Path) -> None:
        """
        Write a CSV file to put names into: topic, name, terms, and the flags to look at.

        The option `names` reads it again; the terms tie a name to its topic even if the numbers change.
        """
        self.tables["topics"][["topic", "name", "terms", "flags"]].to_csv(path, index=False, lineterminator="\n")
