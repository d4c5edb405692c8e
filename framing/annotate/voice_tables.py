"""Whose words each side prints: shares of the voices pooled over its documents, with intervals that resample outlets."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
import pandas as pd

from framing.annotate.voices import VOICES
from framing.stats.pooled import pooled_shares

SIDES = ("side", "voice", "n_words", "share", "ci_low", "ci_high", "n_documents", "n_clusters", "reason")


def voice_shares(scores: pd.DataFrame, sides: Sequence[str], seed: int) -> pd.DataFrame:
    """
    Each voice's share of all words of a side.

    Parameters
    ----------
    scores : DataFrame
        Of the measure "voices": one row per document and voice (`name`), with `n` words.
    sides : sequence of str
        The study's order.
    seed : int
        Of the draws.

    Returns
    -------
    DataFrame
        Columns `SIDES`; intervals are NaN with a `reason` where a side has one outlet.
    """
    rows: list[dict[str, Any]] = []
    noun = "outlet" if (scores["cluster"].astype(str) == scores["outlet"].astype(str)).all() else "cluster"
    for number, side in enumerate(sides):
        part = scores[scores["side"] == side]
        if part.empty:
            continue
        cluster = part["cluster"].where(part["cluster"].notna(), part["document"]).astype(str)
        words = pd.crosstab(cluster, part["name"], values=part["n"], aggfunc="sum").reindex(columns=list(VOICES)).fillna(0.0)
        rng = np.random.default_rng(np.random.SeedSequence([seed, number, 29]))
        fit = pooled_shares(words.to_numpy(), words.sum(axis=1).to_numpy(), rng)
        rows += [
            {
                "side": side, "voice": name, "n_words": float(words[name].sum()), "share": fit.estimate[k],
                "ci_low": fit.low[k], "ci_high": fit.high[k], "n_documents": part["document"].nunique(),
                "n_clusters": fit.n_clusters, "reason": reason,
            }
            for k, (name, reason) in enumerate(zip(VOICES, fit.reasons(noun), strict=True))
        ]  # fmt: skip
    return pd.DataFrame(rows, columns=list(SIDES))
