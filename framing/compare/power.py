"""What difference could this design see? Asked of the corpus itself, before the result is looked at."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, ClassVar

import numpy as np
import pandas as pd

from framing.checks import between, integer
from framing.compare.design import Design, Floats, lay_out
from framing.errors import OptionError
from framing.results import DocumentScores, Provenance, Result
from framing.stats.permute import minimum_p
from framing.stats.power import intraclass_correlation, simulate_power, smallest_detectable, wilson_interval
from framing.stats.resample import cluster_sums

GRID = (0.0, 0.1, 0.2, 0.3, 0.5, 0.8, 1.2, 1.8, 2.5)


@dataclass(frozen=True)
class Power(Result):
    """
    One row per score, voice, pair of sides, design and effect.

    `effect` is the difference in the unit of the score, `effect_sd` the same in standard deviations over documents;
    `power` the share of simulated studies that find it (Wilson interval `ci_low`, `ci_high` for the number of
    simulations), `p_min` the least p of the design; `actual` marks the design of the corpus. `tables["detectable"]` has
    one row per design: the smallest effect found in 80 % of studies, the intraclass correlation, and a sentence.
    """

    columns: ClassVar[tuple[str, ...]] = (
        "name", "voice", "side_a", "side_b", "n_clusters_a", "n_clusters_b", "actual", "effect", "effect_sd", "power",
        "ci_low", "ci_high", "p_min", "reason",
    )  # fmt: skip
    figure: ClassVar[str] = "power"


def power(
    scores: DocumentScores, *, n_clusters: Sequence[int] = (), effects_sd: Sequence[float] = GRID, n_simulations: int = 500,
    alpha: float = 0.05, wanted: float = 0.8, weight: str = "document", seed: int | None = None,
    sides: Sequence[str] | None = None,
) -> Power:  # fmt: skip
    """
    Simulate studies from the corpus: outlets with their documents are dealt to two sides, an effect is added, and tested.

    Parameters
    ----------
    scores : DocumentScores
    n_clusters : sequence of int
        Further designs: so many outlets on each side, drawn with replacement from those of the corpus.
    effects_sd : sequence of float
        Differences to look for, in standard deviations over documents.
    n_simulations : int
    alpha : float
    wanted : float
        Power at which an effect counts as detectable.
    weight : {"document", "word"}
    seed : int, optional
        The seed of the scores unless given.
    sides : sequence of str, optional

    Returns
    -------
    Power
        Real differences between the sides are taken out first, so the answer does not depend on them.

    Raises
    ------
    OptionError
        For impossible options.

    References
    ----------
    Manly (2006), Randomization, Bootstrap and Monte Carlo Methods in Biology, section 5.
    """
    integer("n_simulations", n_simulations, low=100)
    between("alpha", alpha, 0.0001, 0.5)
    between("wanted", wanted, 0.1, 0.99)
    for n in n_clusters:
        integer("n_clusters", n, low=1)
    if not len(effects_sd) or min(effects_sd) < 0:
        raise OptionError(f"`effects_sd` must name differences of at least 0, got {tuple(effects_sd)}")
    design = lay_out(scores, weight=weight, sides=sides)
    seed = scores.provenance.seed if seed is None else seed
    settings = {
        "n_clusters": list(n_clusters), "effects_sd": list(effects_sd), "n_simulations": n_simulations, "alpha": alpha,
        "wanted": wanted, "weight": weight,
    }  # fmt: skip
    rows: list[dict[str, Any]] = []
    designs: list[dict[str, Any]] = []
    for k in range(len(design.keys)):
        for pair in design.pairs():
            _column(rows, designs, design, k, pair, settings, seed)
    old = scores.provenance
    provenance = Provenance(
        f"power of {old.measure}", old.options | {"power": settings, "n_draws": n_simulations}, old.corpus, old.voice, seed,
        old.lexicons, old.models,
        old.notes + design.notes,
    )  # fmt: skip
    return Power(pd.DataFrame(rows), provenance, {"detectable": pd.DataFrame(designs)})


def _column(
    rows: list[dict[str, Any]], designs: list[dict[str, Any]], design: Design, k: int, pair: tuple[int, int],
    settings: dict[str, Any], seed: int,
) -> None:  # fmt: skip
    """All designs of one score, voice and pair of sides."""
    use = np.isin(design.side, pair) & (design.weights[:, k] > 0)
    values, weights = _without_side_means(design, k, pair, use)
    units = np.unique(design.unit[use])
    codes = np.searchsorted(units, design.unit[use])
    sums, sizes = (cluster_sums(x, codes, len(units)) for x in (values * weights, weights))
    actual = tuple(int((design.unit_side[units] == side).sum()) for side in pair)
    spread = float(np.sqrt(np.average(values**2, weights=weights))) if len(values) > 2 else 0.0
    likeness = intraclass_correlation(values, codes)
    label: dict[str, Any] = {"name": design.keys["name"].iloc[k], "voice": design.keys["voice"].iloc[k]}
    label |= {"side_a": design.sides[pair[0]], "side_b": design.sides[pair[1]]}
    for n_a, n_b in dict.fromkeys([actual, *((n, n) for n in settings["n_clusters"])]):
        head = label | {"n_clusters_a": n_a, "n_clusters_b": n_b, "actual": (n_a, n_b) == actual}
        effects = np.array(settings["effects_sd"], dtype=np.float64)
        if not spread > 0 or min(n_a, n_b) < 1:
            reason = "the scores do not vary, or a side has none: nothing can be simulated"
            rows.extend(head | _empty(e, reason) for e in effects)
            designs.append(head | {"detectable": np.nan, "detectable_sd": np.nan, "icc": likeness, "reason": reason})
            continue
        rng = np.random.default_rng(np.random.SeedSequence([seed, *pair, n_a, n_b]))
        share, p_min = simulate_power(
            sums, sizes, effects * spread, (n_a, n_b), rng, n_simulations=settings["n_simulations"], alpha=settings["alpha"]
        )
        # The simulation samples its splits; the real test lists them all, or draws 9,999.
        p_min = max(minimum_p(n_a, n_b), 2 / 10_000) if p_min <= settings["alpha"] else p_min
        low, high = wilson_interval(share, settings["n_simulations"])
        reason = _cannot(n_a, n_b, p_min, settings["alpha"])
        rows.extend(
            head
            | {"effect": e * spread, "effect_sd": e, "power": s, "ci_low": x, "ci_high": y, "p_min": p_min, "reason": reason}
            for e, s, x, y in zip(effects, share, low, high, strict=True)
        )
        seen = smallest_detectable(effects, share, settings["wanted"])
        reason = reason or ("" if seen == seen else "no difference of the grid is found often enough")
        designs.append(head | {"detectable": seen * spread, "detectable_sd": seen, "icc": likeness, "reason": reason})


def _empty(effect_sd: float, reason: str) -> dict[str, Any]:
    """A row that says why there is no number."""
    nothing = dict.fromkeys(("effect", "power", "ci_low", "ci_high", "p_min"), np.nan)
    return {"effect_sd": effect_sd, **nothing, "reason": reason}


def _cannot(n_a: int, n_b: int, p_min: float, alpha: float) -> str:
    if p_min <= alpha:
        return ""
    return f"with {n_a} and {n_b} clusters the smallest possible p is {p_min:.2g}: no difference, however large, can be shown"


def _without_side_means(design: Design, k: int, pair: tuple[int, int], use: Any) -> tuple[Floats, Floats]:
    """Scores with the mean of their side taken out, and their weights."""
    values, weights = design.values[use, k].copy(), design.weights[use, k]
    for side in pair:
        here = design.side[use] == side
        if here.any():
            values[here] -= np.average(values[here], weights=weights[here])
    return values, weights
