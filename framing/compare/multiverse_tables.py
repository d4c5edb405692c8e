"""What the specification curves add up to: verdicts, choices that matter, documents that dominate."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from framing.compare.claims import Claim
from framing.compare.draws import Drawer
from framing.compare.sensitivity import DOMINANT, LEAST_HITS
from framing.compare.specifications import CHOICES
from framing.corpus.documents import Corpus
from framing.stats.permute import Splits
from framing.stats.speccurve import curve_inference, variance_shares

if TYPE_CHECKING:
    from framing.compare.multiverse import Found

# Shares of the claim's sign that differ by less, on both sides of a half, are a close call and no turn.
TURNING = 0.25


def claim_row(
    claim: Claim, frame: pd.DataFrame, found: Found, splits: Splits | None, *, alpha: float, reason: str
) -> dict[str, Any]:
    """One claim over all its specifications, with the joint inference; NaN where the design allows none."""
    estimate = frame["estimate"].to_numpy()
    there = ~np.isnan(estimate)
    agrees = frame["agrees"].to_numpy()[there]
    row: dict[str, Any] = {
        "claim": claim.text, "declared": claim.side is not None, "side": _claimed_side(claim, frame),
        "n_specifications": len(frame), "n_computed": int(there.sum()),
        "reference": estimate[0], "lowest": np.nan, "median": np.nan, "highest": np.nan, "share_sign": np.nan,
        "share_significant": np.nan, "stouffer": np.nan, "p_median": np.nan, "p_share": np.nan, "p_stouffer": np.nan,
        "p_min": np.nan, "n_shuffles": 0, "exact": False, "verdict": "nothing to compare", "reason": reason.lstrip("; "),
    }  # fmt: skip
    if not there.any():
        return row | {"reason": next(iter(frame["reason"]), "")}
    values = estimate[there]
    row |= {"lowest": values.min(), "median": np.median(values), "highest": values.max(), "share_sign": agrees.mean()}
    if splits is not None:
        fit = curve_inference(found.estimate, found.p, found.null, found.null_p, alpha=alpha)
        p = ("p_median", "p_share", "p_stouffer")
        row |= {name: getattr(fit, name if splits.exact else name.replace("p_", "p_plus_one_")) for name in p}
        row |= {"share_significant": float(fit.observed.share), "stouffer": float(fit.observed.stouffer)}
        row |= {"p_min": splits.p_min, "n_shuffles": len(splits.member), "exact": splits.exact}
    return row | {"verdict": _verdict(row["share_sign"])}


def _claimed_side(claim: Claim, frame: pd.DataFrame) -> str:
    """The declared side, or that of the first specification with an estimate."""
    if claim.side:
        return claim.side
    first = frame["estimate"].dropna().head(1)
    side_a, side_b = frame["side_a"].iloc[0], frame["side_b"].iloc[0]
    return str(side_a if not len(first) or first.iloc[0] >= 0 else side_b)


def _verdict(share: float) -> str:
    """The share of specifications with the claim's sign, in words; says nothing about chance."""
    if share == 1:
        return "every specification has the claim's sign"
    if share >= 0.95:
        return "nearly every specification has the claim's sign"
    if share >= 0.5:
        return "the sign depends on the choices"
    return "most specifications contradict the claim" if share > 0 else "every specification contradicts the claim"


def choice_tables(claim: Claim, frame: pd.DataFrame, levels: NDArray[np.int64], side: str) -> tuple[pd.DataFrame, pd.DataFrame]:
    """
    How much each choice moves one claim.

    Returns
    -------
    choices : DataFrame
        claim, choice, n_options, main, total (shares of variance, see `framing.stats.speccurve.variance_shares`) and
        `turns_sign`: True if under one option most specifications agree with the claim and under another most do not,
        the shares being at least a quarter apart.
    options : DataFrame
        claim, choice, option, n, median, lowest, highest, share_sign.
    """
    touched = [choice for choice in CHOICES if (frame[choice] != "").any()]
    n_options = {choice: frame[choice].nunique() for choice in touched}
    codes = np.stack([pd.factorize(frame[choice])[0] for choice in touched], axis=1) if touched else levels
    main, total = variance_shares(frame["estimate"].to_numpy(), codes)
    rows, options = [], []
    computed = frame[frame["estimate"].notna()]
    for index, choice in enumerate(touched):
        by = computed.groupby(choice, sort=False)
        part = by["estimate"].agg(n="size", median="median", lowest="min", highest="max")
        part["share_sign"] = by["agrees"].mean()
        options.append(part.rename_axis("option").reset_index().assign(claim=claim.text, choice=choice))
        best, worst = part["share_sign"].max(), part["share_sign"].min()
        turns = bool(len(part) and best > 0.5 > worst and best - worst >= TURNING)
        rows.append({
            "claim": claim.text, "side": side, "choice": choice, "n_options": n_options[choice],
            "main": main[index] if n_options[choice] > 1 else 0.0, "total": total[index] if n_options[choice] > 1 else 0.0,
            "turns_sign": turns,
        })  # fmt: skip
    columns = ["claim", "choice", "option", "n", "median", "lowest", "highest", "share_sign"]
    choices = pd.DataFrame(rows).sort_values("total", ascending=False, kind="stable", ignore_index=True)
    return choices, pd.concat(options, ignore_index=True)[columns]


def what_matters(choices: pd.DataFrame) -> dict[str, str]:
    """
    The choice with the largest total share of the variance, and the choices that turn the sign, by name.

    Examples
    --------
    >>> table = pd.DataFrame({"choice": ["voices", "weight"], "total": [0.9, 0.1], "turns_sign": [True, False]})
    >>> what_matters(table)
    {'matters_most': 'voices', 'turned_by': 'voices'}
    """
    moved = choices[choices["total"] > 0].sort_values("total", ascending=False, kind="stable")
    return {
        "matters_most": str(moved["choice"].iloc[0]) if len(moved) else "",
        "turned_by": ", ".join(choices.loc[choices["turns_sign"], "choice"]),
    }


def dominance(claim: Claim, drawer: Drawer, corpus: Corpus, sides: tuple[str, str], *, top: int = 3) -> pd.DataFrame:
    """
    The documents with most hits of a claim on each side.

    Returns
    -------
    DataFrame
        claim, side, document, outlet, n (hits in the body), share (of the side's hits), n_documents (of the side with a
        hit) and flagged: more than a quarter of at least 8 hits in one document, and more than twice its fair part.
    """
    hits = drawer.hits_by_document()
    rows = []
    for side in sides:
        where = np.array([i for i, d in enumerate(corpus) if d.side == side], dtype=np.int64)
        total = hits[where].sum()
        for i in where[np.argsort(-hits[where], kind="stable")][:top]:
            if hits[i] > 0:
                document, share = corpus.documents[i], float(hits[i] / total)
                flagged = share > max(DOMINANT, 2 / len(where)) and total >= LEAST_HITS
                rows.append(
                    (claim.text, side, document.id, document.outlet, hits[i], share, int((hits[where] > 0).sum()), flagged)
                )
    columns = ["claim", "side", "document", "outlet", "n", "share", "n_documents", "flagged"]
    return pd.DataFrame(rows, columns=columns).astype({"flagged": bool})
