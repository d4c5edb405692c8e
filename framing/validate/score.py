"""What human coders say of a measure: their agreement, and the measure's error on each side."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any, ClassVar

import numpy as np
import pandas as pd

from framing.checks import unknown
from framing.errors import CorpusError
from framing.results import DocumentScores, Provenance, Result, StudyResults
from framing.stats.agreement import krippendorff_alpha

FEWEST_CODERS = 2
GOOD, TENTATIVE = 0.80, 0.667


@dataclass(frozen=True)
class Validation(Result):
    """
    One row per category: how far coders agree, and how far the measure agrees with them.

    `alpha` is Krippendorff's alpha (interval level, percentile interval over documents), `percent_agreement` the share of
    documents on which all coders gave the same code, `prevalence` the mean code. `r` is the correlation of the measure
    with the coders' mean, `r_SIDE` the same on each side: a measure that works on one side only makes a difference where
    there is none. NaN with a `reason` where a number means nothing. `tables["coded"]` holds codes and scores.
    """

    columns: ClassVar[tuple[str, ...]] = (
        "name", "n_documents", "n_coders", "alpha", "ci_low", "ci_high", "percent_agreement", "prevalence", "r", "verdict",
        "reason",
    )  # fmt: skip


def validation(
    results: StudyResults, coded: list[Path], *, measure: str = "lexicon:all", n_bootstrap: int = 1000
) -> Validation:
    """
    Compare coding sheets with each other and with the measure.

    Parameters
    ----------
    results : StudyResults
    coded : list of Path
        Filled sheets of `framing sample`, one per coder; the key of the first must lie beside it (`NAME.key.csv`).
    measure : str
        Key of the validated `DocumentScores`.
    n_bootstrap : int

    Returns
    -------
    Validation

    Raises
    ------
    CorpusError
        With fewer than two coders, without the key, for a code that is no number, or for an unknown category.

    References
    ----------
    Krippendorff (2018), Content Analysis, 4th ed.; Grimmer & Stewart (2013), Political Analysis 21, 267-297;
    Song et al. (2020), Political Communication 37, 550-572.
    """
    if len(coded) < FEWEST_CODERS:
        raise CorpusError(f"{len(coded)} coding sheet given; agreement needs two coders or more")
    scores = results.results.get(measure)
    if not isinstance(scores, DocumentScores):
        raise CorpusError(f"the study has no document scores {measure!r}; add the measure to the study")
    key = _key(coded[0])
    sheets = [_sheet(path, key) for path in coded]
    names = [column for column in sheets[0].columns if column not in ("row", "text")]
    known = set(scores.data["name"])
    for name in names:
        if name not in known:
            raise CorpusError(f"{coded[0].name}: {unknown('category', name, known)}")
    rng = np.random.default_rng(np.random.SeedSequence([results.study.seed, 2]))
    rows, long = [], []
    for name in names:
        codes = np.array([sheet[name].to_numpy(dtype=float) for sheet in sheets])
        frame = key[["row", "document", "side"]].assign(name=name, coders=_mean(codes), measure=_scores_of(scores, name, key))
        rows.append(_row(name, codes, frame, rng, n_bootstrap))
        long.append(frame)
    provenance = Provenance(
        "validation", {"measure": measure, "n_coders": len(coded)}, corpus=results.annotated.corpus.fingerprint
    )
    return Validation(data=pd.DataFrame(rows), provenance=provenance, tables={"coded": pd.concat(long, ignore_index=True)})


def _key(first: Path) -> pd.DataFrame:
    """Which document and side each row is."""
    stem = first.name.split(".")[0]
    candidates = sorted(first.parent.glob(f"{stem}*.key.csv")) or sorted(first.parent.glob("*.key.csv"))
    if len(candidates) != 1:
        raise CorpusError(
            f"{first.name}: beside it lie {len(candidates)} key files (NAME.key.csv); put the one key of this sheet there"
        )
    return pd.read_csv(candidates[0], dtype={"document": str, "side": str}).sort_values("row", ignore_index=True)


def _sheet(path: Path, key: pd.DataFrame) -> pd.DataFrame:
    """One coder's codes in the order of the key."""
    if not path.is_file():
        raise CorpusError(f"{path}: there is no such coding sheet")
    frame = pd.read_csv(path, encoding="utf-8-sig", dtype=str, keep_default_na=False)
    if "row" not in frame:
        raise CorpusError(f"{path.name}: no column 'row'; give back the sheet as it was written, with the codes filled in")
    frame["row"] = frame["row"].astype(int)
    missing = sorted(set(key["row"]) - set(frame["row"]))
    if missing:
        raise CorpusError(
            f"{path.name}: {len(missing)} rows of the sheet are missing (first: {missing[0]}); give back all rows"
        )
    frame = frame.set_index("row").loc[key["row"]].reset_index()
    for column in (c for c in frame.columns if c not in ("row", "text")):
        frame[column] = [_code(path, column, row, cell) for row, cell in zip(frame["row"], frame[column], strict=True)]
    return frame


def _code(path: Path, column: str, row: int, cell: str) -> float:
    """A number, or NaN for an empty cell."""
    if not cell.strip():
        return float("nan")
    try:
        return float(cell.replace(",", "."))
    except ValueError as error:
        raise CorpusError(
            f"{path.name}, row {row}, {column}: {cell!r} is no number; code with numbers, empty for not coded"
        ) from error


def _mean(codes: np.ndarray) -> np.ndarray:
    """Mean over coders; NaN where nobody coded."""
    n = (~np.isnan(codes)).sum(axis=0)
    return np.divide(np.nansum(codes, axis=0), n, out=np.full(codes.shape[1], np.nan), where=n > 0)


def _scores_of(scores: DocumentScores, name: str, key: pd.DataFrame) -> np.ndarray:
    one = scores.data[scores.data["name"] == name].set_index("document")["value"]
    return one.reindex(key["document"]).to_numpy(dtype=float)


def _row(name: str, codes: np.ndarray, frame: pd.DataFrame, rng: np.random.Generator, n_bootstrap: int) -> dict[str, Any]:
    """One category."""
    alpha = krippendorff_alpha(codes, "interval", n_bootstrap=n_bootstrap, rng=rng)
    twice = (~np.isnan(codes)).sum(axis=0) >= FEWEST_CODERS
    same = np.nanmax(codes[:, twice], axis=0) == np.nanmin(codes[:, twice], axis=0) if twice.any() else np.array([np.nan])
    row = {
        "name": name, "n_documents": int(twice.sum()), "n_coders": len(codes), "alpha": alpha.value, "ci_low": alpha.ci_low,
        "ci_high": alpha.ci_high, "percent_agreement": float(np.mean(same)), "prevalence": float(np.nanmean(frame["coders"]))
        if frame["coders"].notna().any() else float("nan"),
        "r": _correlation(frame), "verdict": _verdict(alpha.value), "reason": alpha.reason or "",
    }  # fmt: skip
    return row | {f"r_{side}": _correlation(group) for side, group in frame.groupby("side", sort=True)}


def _correlation(frame: pd.DataFrame) -> float:
    """Pearson's r of measure and coders; NaN with fewer than three documents or without variation."""
    both = frame[["coders", "measure"]].dropna()
    if len(both) < 3 or both["coders"].nunique() < 2 or both["measure"].nunique() < 2:
        return float("nan")
    return float(np.corrcoef(both["coders"], both["measure"])[0, 1])


def _verdict(alpha: float) -> str:
    if np.isnan(alpha):
        return "undefined"
    if alpha >= GOOD:
        return "good"
    return "tentative" if alpha >= TENTATIVE else "too low: mend the codebook before using the category"
