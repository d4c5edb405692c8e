"""The same events told by both sides: paired contrasts, and differences between voices."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any, ClassVar

import numpy as np
import pandas as pd

from framing.checks import between, integer, one_of
from framing.compare.design import Design, Floats, lay_out
from framing.compare.sides import contrast
from framing.errors import CorpusError
from framing.results import DocumentScores, Provenance, Result, SideContrast
from framing.stats.multiplicity import adjust as adjusted
from framing.stats.paired import paired_interval, sign_flip_test
from framing.stats.permute import label_splits, p_values

INTERVAL = "percentile interval of a bootstrap of events, stretched for few events (t)"


@dataclass(frozen=True)
class Matched(Result):
    """
    One row per score, voice and pair of sides: the mean over events of side_a less side_b within the event.

    `ci_low`, `ci_high` resample events; `p` flips the sides within events and `p_min` is the least it can be; both are
    about events of this kind told by these outlets. `p_outlets` moves whole outlets between the sides instead, events
    held: about other outlets. `n_events` have documents on both sides, `n_unmatched` do not and are left out.
    `tables["events"]`: one row per event, with both means.
    """

    columns: ClassVar[tuple[str, ...]] = (
        "name", "voice", "side_a", "side_b", "estimate", "ci_low", "ci_high", "p", "p_adjusted", "p_min", "p_outlets",
        "p_min_outlets", "n_events", "n_unmatched", "n_documents_a", "n_documents_b", "interval", "reason",
    )  # fmt: skip
    figure: ClassVar[str] = "matched"


def matched(
    scores: DocumentScores, *, weight: str = "document", n_draws: int = 2000, n_permutations: int = 9_999,
    level: float = 0.95, adjust: str = "holm", seed: int | None = None, sides: Sequence[str] | None = None,
) -> Matched:  # fmt: skip
    """
    Contrast the sides within events.

    Parameters
    ----------
    scores : DocumentScores
        Documents carry an `event`; those without are left out.
    weight : {"document", "word"}
        How documents of one side count within an event; every event counts once.
    n_draws, n_permutations : int
    level : float
    adjust : {"holm", "bh", "by", "bonferroni", "none"}
    seed : int, optional
    sides : sequence of str, optional

    Returns
    -------
    Matched

    Raises
    ------
    CorpusError
        If no document has an event.

    References
    ----------
    Fisher (1935), section 21 (paired randomisation); Efron & Tibshirani (1993), chapter 13.
    """
    integer("n_draws", n_draws, low=100)
    between("level", level, 0.5, 0.999)
    one_of("adjust", adjust, ["holm", "bh", "by", "bonferroni", "none"])
    if not scores.data["event"].notna().any():
        raise CorpusError(
            f"{scores.provenance.measure}: no document has an event; name them in the column `event` of the corpus"
        )
    design = lay_out(scores, weight=weight, sides=sides)
    events = scores.data.drop_duplicates("document").set_index("document")["event"].reindex(design.documents).to_numpy()
    seed = scores.provenance.seed if seed is None else seed
    rows, details = [], []
    for k in range(len(design.keys)):
        for pair in design.pairs():
            detail, by_unit = _events(design, k, pair, events)
            details.append(detail)
            rng = np.random.default_rng(np.random.SeedSequence([seed, *pair, 5]))
            rows.append(_row(design, detail, by_unit, k, pair, rng, n_draws, n_permutations, level))
    data = pd.DataFrame(rows)
    data["p_adjusted"] = adjusted(data["p"].to_numpy(dtype=np.float64), adjust)
    settings = {"weight": weight, "n_draws": n_draws, "n_permutations": n_permutations, "level": level, "adjust": adjust}
    old = scores.provenance
    provenance = Provenance(
        f"{old.measure} by matched events", old.options | {"matched": settings}, old.corpus, old.voice, seed, old.lexicons,
        old.models, old.notes + design.notes,
    )  # fmt: skip
    return Matched(data, provenance, {"events": pd.concat(details, ignore_index=True)})


def _events(design: Design, k: int, pair: tuple[int, int], events: Any) -> tuple[pd.DataFrame, tuple[Floats, Floats, Any]]:
    """Means of both sides in every event, and sums by unit and event for moving outlets."""
    use = np.isin(design.side, pair) & (design.weights[:, k] > 0) & pd.notna(events)
    names = sorted(set(events[use]))
    event = np.array([names.index(e) for e in events[use]], dtype=np.int64)
    units, unit = np.unique(design.unit[use], return_inverse=True)
    sums, sizes = np.zeros((len(units), len(names))), np.zeros((len(units), len(names)))
    weights = design.weights[use, k]
    np.add.at(sums, (unit, event), design.values[use, k] * weights)
    np.add.at(sizes, (unit, event), weights)
    is_a = design.unit_side[units] == pair[0]
    with np.errstate(invalid="ignore", divide="ignore"):
        means = [sums[s].sum(axis=0) / sizes[s].sum(axis=0) for s in (is_a, ~is_a)]
    numbers = [np.bincount(event[design.side[use] == side], minlength=len(names)) for side in pair]
    detail = pd.DataFrame({
        "name": design.keys["name"].iloc[k], "voice": design.keys["voice"].iloc[k], "side_a": design.sides[pair[0]],
        "side_b": design.sides[pair[1]], "event": names, "mean_a": means[0], "mean_b": means[1],
        "difference": means[0] - means[1], "n_documents_a": numbers[0], "n_documents_b": numbers[1],
    })  # fmt: skip
    return detail, (sums, sizes, is_a)


def _row(
    design: Design, detail: pd.DataFrame, by_unit: tuple[Floats, Floats, Any], k: int, pair: tuple[int, int],
    rng: np.random.Generator, n_draws: int, n_permutations: int, level: float,
) -> dict[str, Any]:  # fmt: skip
    """One score, voice and pair over its events."""
    both = detail[detail["difference"].notna()]
    d = both["difference"].to_numpy()
    row: dict[str, Any] = {
        "name": design.keys["name"].iloc[k], "voice": design.keys["voice"].iloc[k],
        "side_a": design.sides[pair[0]], "side_b": design.sides[pair[1]], "estimate": d.mean() if len(d) else np.nan,
        "ci_low": np.nan, "ci_high": np.nan, "p": np.nan, "p_adjusted": np.nan, "p_min": np.nan, "p_outlets": np.nan,
        "p_min_outlets": np.nan, "n_events": len(d), "n_unmatched": len(detail) - len(d),
        "n_documents_a": int(both["n_documents_a"].sum()), "n_documents_b": int(both["n_documents_b"].sum()),
        "interval": INTERVAL, "reason": "",
    }  # fmt: skip
    if len(d) < 2:
        said = "no event has" if not len(d) else "only one event has"
        return row | {"reason": f"{said} documents with this score on both sides: no interval can be computed"}
    if np.ptp(d) <= 1e-12 * np.abs(d).max(initial=0.0):
        return row | {"reason": "all events have the same difference: there is no spread to compute an interval from"}
    row["ci_low"], row["ci_high"] = paired_interval(d, rng, n_draws=n_draws, level=level)
    test = sign_flip_test(d, rng, n_draws=n_permutations)
    row["p"], row["p_min"] = float(test.two_sided[0]), 2.0 / (test.n_splits + (not test.exact))
    row["p_outlets"], row["p_min_outlets"] = _outlets(*by_unit, float(d.mean()), rng, n_permutations)
    if len(d) < 6:
        row["reason"] = f"{len(d)} events: the smallest possible p is {row['p_min']:.2g}"
    return row


def _outlets(
    sums: Floats, sizes: Floats, is_a: Any, observed: float, rng: np.random.Generator, n_draws: int
) -> tuple[float, float]:
    """Permutation p that moves outlets between the sides; events a split leaves one-sided do not count in it."""
    n_a, n_b = int(is_a.sum()), int((~is_a).sum())
    splits = label_splits(n_a, n_b, rng, n_draws=n_draws)
    if not splits.p_min < 1:
        return float("nan"), splits.p_min
    with np.errstate(invalid="ignore", divide="ignore"):
        top, bottom = splits.member @ sums, splits.member @ sizes
        d = top / bottom - (sums.sum(axis=0) - top) / (sizes.sum(axis=0) - bottom)
    n = (~np.isnan(d)).sum(axis=1)
    null = np.where(np.isnan(d), 0.0, d).sum(axis=1) / np.maximum(n, 1)
    return float(p_values(observed, null[n > 0], exact=splits.exact).two_sided[0]), splits.p_min


def between_voices(
    scores: DocumentScores, other: DocumentScores | None = None, *, first: str = "own", second: str = "quoted", **options: Any
) -> SideContrast:
    """
    Difference of differences: do the sides differ more in one voice than in another?

    Every document gives its score in the first voice less that in the second; the sides are then contrasted in this.

    Parameters
    ----------
    scores : DocumentScores
        Holds the first voice, and the second too unless `other` is given.
    other : DocumentScores, optional
        Holds the second voice.
    first, second : str
    **options
        As of `framing.compare.sides.contrast`; documents always count once.

    Returns
    -------
    SideContrast
        `voice` is "own - quoted" and the like; `estimate` is (side_a first - second) - (side_b first - second).

    Raises
    ------
    CorpusError
        If a voice is missing from the scores.
    """
    tables = {first: scores.data, second: scores.data if other is None else other.data}
    key = ["document", "name"]
    parts = {}
    for voice, data in tables.items():
        parts[voice] = data[data["voice"] == voice]
        if not len(parts[voice]):
            there = ", ".join(sorted(set(data["voice"])))
            raise CorpusError(f"{scores.provenance.measure}: there are no scores in the voice {voice!r}; voices: {there}")
    right = parts[second][[*key, "value"]].rename(columns={"value": "_second"})
    data = parts[first].merge(right, on=key, how="inner", validate="one_to_one")
    data = data.assign(
        value=data["value"] - data["_second"], voice=f"{first} - {second}", n=np.nan, base=np.nan, reason=""
    ).drop(columns="_second")
    lost = int(data["value"].isna().sum())
    note = (f"{lost} of {len(data)} documents lack one of the voices {first} and {second} and are left out.",) if lost else ()
    old = scores.provenance
    made = DocumentScores(data, replace(old, voice=f"{first} - {second}", notes=old.notes + note))
    return contrast(made, **options)
