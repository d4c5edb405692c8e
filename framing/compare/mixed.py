"""A mixed model with outlets as random effects, for readers who expect one; needs the extra `stats`."""

from __future__ import annotations

import warnings
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, ClassVar

import numpy as np
import pandas as pd

from framing.checks import between
from framing.compare.design import Design, lay_out
from framing.errors import ModelMissing
from framing.results import DocumentScores, Provenance, Result


@dataclass(frozen=True)
class MixedModel(Result):
    """
    One row per score, voice and pair of sides: `estimate` is side_a less side_b in a model with random outlets.

    `ci_low`, `ci_high` and `p` are Wald values with normal quantiles, which are too sure of themselves with few outlets:
    read them beside the permutation p of `contrast`. `icc` is the share of variance between outlets.
    """

    columns: ClassVar[tuple[str, ...]] = (
        "name", "voice", "side_a", "side_b", "estimate", "std_error", "ci_low", "ci_high", "p", "icc", "n_documents",
        "n_clusters", "reason",
    )  # fmt: skip
    figure: ClassVar[str] = "forest"


def mixed(scores: DocumentScores, *, level: float = 0.95, sides: Sequence[str] | None = None) -> MixedModel:
    """
    Fit score ~ side + (1 | outlet) by restricted maximum likelihood, for every score, voice and pair of sides.

    Parameters
    ----------
    scores : DocumentScores
    level : float
    sides : sequence of str, optional

    Returns
    -------
    MixedModel
        NaN with a `reason` where a side has fewer than two outlets or the model does not converge.

    Raises
    ------
    ModelMissing
        If statsmodels is not installed.

    References
    ----------
    Laird & Ware (1982), Biometrics 38, 963-974.
    """
    try:
        import statsmodels.regression.mixed_linear_model as mlm
    except ImportError:
        raise ModelMissing("a mixed model needs statsmodels; install it with: pip install 'framing-analysis[stats]'") from None
    between("level", level, 0.5, 0.999)
    design = lay_out(scores, sides=sides)
    rows = [_fit(mlm, design, k, pair, level) for k in range(len(design.keys)) for pair in design.pairs()]
    old = scores.provenance
    provenance = Provenance(
        f"mixed model of {old.measure}", old.options | {"mixed": {"level": level}}, old.corpus, old.voice, old.seed,
        old.lexicons, old.models, old.notes + design.notes,
    )  # fmt: skip
    return MixedModel(pd.DataFrame(rows, columns=list(MixedModel.columns)), provenance)


def _fit(mlm: Any, design: Design, k: int, pair: tuple[int, int], level: float) -> dict[str, Any]:
    """One model."""
    use = np.isin(design.side, pair) & (design.weights[:, k] > 0)
    y, unit, is_a = design.values[use, k], design.unit[use], (design.side[use] == pair[0]).astype(np.float64)
    row: dict[str, Any] = {
        "name": design.keys["name"].iloc[k], "voice": design.keys["voice"].iloc[k], "side_a": design.sides[pair[0]],
        "side_b": design.sides[pair[1]], "n_documents": len(y), "n_clusters": len(np.unique(unit)), "reason": "",
    }  # fmt: skip
    row |= dict.fromkeys(("estimate", "std_error", "ci_low", "ci_high", "p", "icc"), np.nan)
    n_units = [len(np.unique(unit[is_a == side])) for side in (1, 0)]
    if min(n_units) < 2:
        return row | {"reason": f"a side has fewer than two {design.noun}s: outlets and sides cannot be told apart"}
    if len(y) == len(np.unique(unit)) or np.ptp(y) == 0:
        return row | {"reason": "one document in every cluster, or no variation: there is nothing to model"}
    scale = float(y.std())
    fit, said = _converged(mlm.MixedLM(y / scale, np.column_stack([np.ones(len(y)), is_a]), groups=unit))
    if fit is None:
        return row | {"reason": said}
    low, high = fit.conf_int(alpha=1 - level)[1] * scale
    between_units = float(np.asarray(fit.cov_re)[0, 0])
    return row | {
        "estimate": fit.params[1] * scale, "std_error": fit.bse[1] * scale, "ci_low": low, "ci_high": high,
        "p": fit.pvalues[1], "icc": between_units / (between_units + fit.scale), "reason": said,
    }  # fmt: skip


def _converged(model: Any) -> tuple[Any, str]:
    """The fit of the first optimiser that arrives, and what must be said of it; None and the reason if none does."""
    said = "the model did not converge"
    for method in ("lbfgs", "bfgs", "powell", "cg"):
        with warnings.catch_warnings():
            # statsmodels warns of every optimiser that fails; what matters is said in the reason.
            warnings.simplefilter("ignore")
            try:
                fit = model.fit(reml=True, method=method)
            except (np.linalg.LinAlgError, ValueError) as error:
                said = f"the model could not be fitted: {error}"
                continue
        if fit.converged and np.isfinite(fit.bse[1]):
            at_bound = float(np.asarray(fit.cov_re)[0, 0]) < 1e-4 * fit.scale
            return fit, "outlets do not differ more than documents: their variance is estimated as 0" if at_bound else ""
    return None, said
