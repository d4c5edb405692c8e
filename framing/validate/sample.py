"""A blind coding sheet: stratified by side and score, shuffled, with sides and scores in a separate key."""

from __future__ import annotations

import csv
import itertools
from dataclasses import dataclass
from pathlib import Path
from typing import ClassVar

import numpy as np
import pandas as pd

from framing.checks import integer
from framing.errors import CorpusError, NeedsText, OutputError
from framing.results import DocumentScores, Provenance, Result, StudyResults

# A spreadsheet would run a cell that starts with one of these.
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


@dataclass(frozen=True)
class CodingSheet(Result):
    """
    One row per document to be coded, in random order; `tables["key"]` says which document, side and score each row is.

    Coders see `row` and `text` and fill one column per category; they never see the key.
    """

    columns: ClassVar[tuple[str, ...]] = ("row", "text")


def coding_sheet(results: StudyResults, *, n: int = 50, seed: int = 0, measure: str = "lexicon:all") -> CodingSheet:
    """
    Draw documents for blind coding.

    Parameters
    ----------
    results : StudyResults
        With texts.
    n : int
        Documents to draw; all of them if there are fewer.
    seed : int
    measure : str
        Key of the `DocumentScores` whose categories are to be validated.

    Returns
    -------
    CodingSheet
        Each side gives the same number of documents as far as it has them, spread evenly over the order of the score
        (the mean over categories of the within-category rank), so that low and high scores are both coded.

    Raises
    ------
    NeedsText
        If the study ran on a features bundle.
    CorpusError
        If the study has no such scores.

    References
    ----------
    Barbera, Boydstun, Linn, McMahon & Nagler (2021), Political Analysis 29, 19-42.
    """
    integer("n", n, low=2)
    if not results.annotated.has_text:
        raise NeedsText("a coding sheet shows texts, and this study ran on a features bundle; draw it where the texts are")
    scores = results.results.get(measure)
    if not isinstance(scores, DocumentScores):
        known = ", ".join(key for key, result in results.results.items() if isinstance(result, DocumentScores))
        raise CorpusError(f"the study has no document scores {measure!r}; known: {known or 'none'}")
    rng = np.random.default_rng(np.random.SeedSequence([seed, 1]))
    drawn = _stratified(scores.data, n, rng)
    rng.shuffle(drawn)
    names = sorted(scores.data["name"].unique())
    corpus = results.annotated.corpus
    sheet = pd.DataFrame({"row": range(1, len(drawn) + 1), "text": [corpus[document].text for document in drawn]})
    for name in names:
        sheet[name] = ""
    wide = scores.data.pivot_table(index="document", columns="name", values="value").reindex(drawn)
    key = pd.DataFrame({"row": sheet["row"], "document": drawn, "side": [corpus[document].side for document in drawn]})
    key = pd.concat([key, wide.reset_index(drop=True)], axis=1)
    provenance = Provenance("coding sheet", {"n": n, "measure": measure}, corpus=corpus.fingerprint, seed=seed)
    return CodingSheet(data=sheet, provenance=provenance, tables={"key": key})


def _stratified(scores: pd.DataFrame, n: int, rng: np.random.Generator) -> list[str]:
    """Documents: equal numbers by side, and by side spread evenly over the order of the score."""
    rank = scores.assign(rank=scores.groupby("name")["value"].rank(pct=True)).groupby(["side", "document"])["rank"].mean()
    sides = sorted(rank.index.get_level_values("side").unique())
    drawn: list[str] = []
    for place, side in enumerate(sides):
        documents = rank.loc[side].sort_values(kind="stable").index.to_list()
        wanted = min(n // len(sides) + (place < n % len(sides)), len(documents))
        # One document at random out of each of `wanted` equal stretches of the order.
        edges = np.linspace(0, len(documents), wanted + 1).astype(int)
        drawn += [documents[rng.integers(low, high)] for low, high in itertools.pairwise(edges)]
    return drawn


def write_sheet(sheet: CodingSheet, out: Path) -> None:
    """
    Write the sheet for the coders and, beside it, the key they must not see (`NAME.key.csv`).

    Raises
    ------
    OutputError
        If either file exists: codings are work, and are never overwritten.
    """
    key = out.with_suffix(".key.csv")
    for path in (out, key):
        if path.exists():
            raise OutputError(f"{path}: exists already and may hold codings; name another file or move it away")
    try:
        out.parent.mkdir(parents=True, exist_ok=True)
        for path, frame in ((out, sheet.data), (key, sheet.tables["key"])):
            inert = frame.map(lambda cell: f"'{cell}" if isinstance(cell, str) and cell.startswith(_FORMULA) else cell)
            inert.to_csv(path, index=False, lineterminator="\n", quoting=csv.QUOTE_MINIMAL)
    except OSError as error:
        raise OutputError(f"{out}: cannot be written ({error.strerror}); choose another place") from error
