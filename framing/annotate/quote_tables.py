"""Who is given the word on each side, pooled over its documents: shares with intervals that resample outlets."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
import pandas as pd

from framing.annotate.cues import STANCES
from framing.stats.pooled import Pooled, evenness, pooled, pooled_shares, top_share

UNKNOWN = "unknown"
# Below so many quotations a share is hardly more than a few sentences; it is marked and has no interval.
THIN = 10
TYPES = (
    "side", "source_type", "n_quotes", "n_words", "n_speakers", "share_words", "ci_low", "ci_high", "share_quotes",
    "ci_low_quotes", "ci_high_quotes", "n_clusters", "reason", "speakers",
)  # fmt: skip
STANCE = (
    "side", "source_type", "stance", "n_quotes", "n_cued", "share", "ci_low", "ci_high", "n_clusters", "thin", "reason",
)  # fmt: skip
EVENNESS = ("side", "name", "value", "ci_low", "ci_high", "n_speakers", "n_quotes", "n_words", "n_clusters", "reason")
SPEAKERS = ("side", "speaker", "source_type", "type_confidence", "n_quotes", "n_words", "n_documents")
CERTAINTY = ("side", "kind", "n_quotes", "share_right", "ci_low", "ci_high", "n_below_half", "n_clusters", "reason")
Frame = pd.DataFrame


def _mean(chances: pd.Series[Any]) -> float:
    """Mean probability of the kinds of one name; NaN where a list names it."""
    return round(float(pd.to_numeric(chances).mean()), 3)


class QuoteTables:
    """
    Tables of the sides from one row per quotation.

    Parameters
    ----------
    quotes : DataFrame
        The columns document, side, outlet, cluster, event, speaker_resolved, source_type, type_confidence, stance, cue and
        n_words of `framing.results.Quotations`; thought, plan and poll left out. Rows on no side are left out.
    sides : sequence of str
        The study's order. Without any, everything is one side, "all".
    seed : int
        Of the draws.
    """

    def __init__(self, quotes: Frame, sides: Sequence[str], seed: int) -> None:
        self.sides = list(sides) or ["all"]
        side = quotes["side"] if len(sides) else pd.Series("all", index=quotes.index, dtype=object)
        cluster = quotes["cluster"].where(quotes["cluster"].notna(), quotes["document"]).astype(str)
        quotes = quotes.assign(
            side=side, cluster=cluster, source_type=quotes["source_type"].where(quotes["source_type"].notna(), UNKNOWN)
        )
        quotes = quotes.assign(n_words=quotes["n_words"].astype(float))
        self.quotes = quotes[quotes["side"].isin(self.sides)]
        self.noun = "outlet" if (quotes["cluster"] == quotes["outlet"].astype(str)).all() else "cluster"
        self.seed = seed

    def _rng(self, side: str) -> np.random.Generator:
        """A stream for each side, so that no row changes with the company it is in."""
        return np.random.default_rng(np.random.SeedSequence([self.seed, self.sides.index(side), 23]))

    def _of_sides(self, quotes: Frame) -> list[tuple[str, Frame]]:
        parts = [(side, quotes[quotes["side"] == side]) for side in self.sides]
        return [(side, part) for side, part in parts if len(part)]

    def types(self, quotes: Frame | None = None) -> Frame:
        """
        Quotations, words and named speakers by side and kind of source.

        Shares are of all quoted words (or quotations) of the side and add up to 1; "unknown" has no speaker in the text.
        `ci_low` and `ci_high` belong to `share_words`. NaN with a `reason` where a side has one cluster.
        """
        rows: list[dict[str, Any]] = []
        for side, part in self._of_sides(self.quotes if quotes is None else quotes):
            by_words, by_quotes = _by_cluster(part, "source_type", "n_words"), _by_cluster(part, "source_type")
            words, number = self._shares(by_words, side), self._shares(by_quotes, side)
            kinds = dict(list(part.groupby("source_type")))
            rows += [
                {
                    "side": side, "source_type": kind, "n_quotes": len(kinds[kind]), "n_words": kinds[kind]["n_words"].sum(),
                    "share_words": words.estimate[k], "ci_low": words.low[k], "ci_high": words.high[k],
                    "share_quotes": number.estimate[k], "ci_low_quotes": number.low[k], "ci_high_quotes": number.high[k],
                    "n_clusters": words.n_clusters, "reason": reason, "n_speakers": kinds[kind]["speaker_resolved"].nunique(),
                    "speakers": ", ".join(sorted(set(kinds[kind]["speaker_resolved"].dropna()))),
                }
                for k, (kind, reason) in enumerate(zip(by_words.columns, words.reasons(self.noun), strict=True))
            ]  # fmt: skip
        return pd.DataFrame(rows, columns=list(TYPES))

    def events(self) -> Frame:
        """`types` for every event apart, in the order of their names."""
        told = self.quotes[self.quotes["event"].notna()]
        parts = [self.types(part).assign(event=event) for event, part in told.groupby("event", sort=True)]
        columns = ["event", *TYPES]
        return pd.concat(parts, ignore_index=True)[columns] if parts else pd.DataFrame(columns=columns)

    def stances(self) -> Frame:
        """
        Stances of the cues by side and kind of source, after those of all sources together ("all").

        `share` is of the `n_cued` quotations of the cell that have a cue. Cells below `THIN` are `thin`: no interval.
        """
        cued = self.quotes[self.quotes["cue"].notna() & self.quotes["stance"].notna()]
        found = [stance for stance in STANCES if (cued["stance"] == stance).any()]
        rows: list[dict[str, Any]] = []
        for kind in ["all", *sorted(set(cued["source_type"]))]:
            for side, part in self._of_sides(cued if kind == "all" else cued[cued["source_type"] == kind]):
                counts = _by_cluster(part, "stance").reindex(columns=found, fill_value=0.0)
                fit, thin = self._shares(counts, side), len(part) < THIN
                few = f"{len(part)} quotation{'s' * (len(part) != 1)} with a cue: too few for an interval"
                rows += [
                    {
                        "side": side, "source_type": kind, "stance": stance, "n_quotes": int(counts[stance].sum()),
                        "n_cued": len(part), "share": fit.estimate[k], "n_clusters": fit.n_clusters, "thin": thin,
                        "ci_low": np.nan if thin else fit.low[k], "ci_high": np.nan if thin else fit.high[k],
                        "reason": few if thin else reason,
                    }
                    for k, (stance, reason) in enumerate(zip(found, fit.reasons(self.noun), strict=True))
                ]  # fmt: skip
        return pd.DataFrame(rows, columns=list(STANCE))

    def certainty(self) -> Frame:
        """
        How many quotations of each side are likely to be right, of all and by the way they are quoted.

        `share_right` is the mean probability, in [0, 1]; `n_below_half` of the `n_quotes` are more probably wrong than
        right. Quotations without a probability (other languages, no parser) are left out. A side found worse than another
        is a difference that measures by voice inherit.
        """
        rows: list[dict[str, Any]] = []
        weighed = self.quotes[self.quotes["confidence"].notna()]
        for kind in ("all", "direct", "mixed", "indirect"):
            for side, part in self._of_sides(weighed if kind == "all" else weighed[weighed["kind"] == kind]):
                part = part.assign(confidence=part["confidence"].astype(float))
                number = part.groupby("cluster")["confidence"].agg(["sum", "size"])
                fit = pooled_shares(number[["sum"]].to_numpy(), number["size"].to_numpy(), self._rng(side))
                rows.append({
                    "side": side, "kind": kind, "n_quotes": len(part), "share_right": fit.estimate[0],
                    "ci_low": fit.low[0], "ci_high": fit.high[0], "n_below_half": int((part["confidence"] < 0.5).sum()),
                    "n_clusters": fit.n_clusters, "reason": fit.reasons(self.noun)[0],
                })  # fmt: skip
        return pd.DataFrame(rows, columns=list(CERTAINTY))

    def _shares(self, counts: Frame, side: str) -> Pooled:
        return pooled_shares(counts.to_numpy(), counts.sum(axis=1).to_numpy(), self._rng(side))

    def speakers(self) -> Frame:
        """Named speakers of each side, those with most quotations first."""
        rows = []
        for side, part in self._of_sides(self._named()):
            found = part.groupby("speaker_resolved").agg(
                source_type=("source_type", lambda kinds: kinds.mode().iloc[0]),
                type_confidence=("type_confidence", _mean), n_quotes=("n_words", "size"),
                n_words=("n_words", "sum"), n_documents=("document", "nunique"),
            )  # fmt: skip
            found = found.rename_axis("speaker").reset_index().assign(side=side)
            rows.append(found.sort_values(["n_quotes", "n_words", "speaker"], ascending=[False, False, True]))
        columns = list(SPEAKERS)
        return pd.concat(rows, ignore_index=True)[columns] if rows else pd.DataFrame(columns=columns)

    def evenness(self) -> Frame:
        """
        How evenly the word is shared among the named speakers of a side.

        Names: "speakers" (how many), "evenness of words" and "evenness of quotes" (Pielou), "top speaker" and "top 5
        speakers" (their share of the words of named speakers). Draws are centred (see `framing.stats.pooled.pooled`);
        a number of speakers has no interval, because more outlets always bring more.
        """
        rows: list[dict[str, Any]] = []
        for side, part in self._of_sides(self._named()):
            words, quotes = (_by_cluster(part, "speaker_resolved", value) for value in ("n_words", None))
            about = {
                "side": side, "n_speakers": words.shape[1], "n_quotes": len(part), "n_words": part["n_words"].sum(),
                "n_clusters": len(words),
            }  # fmt: skip
            more = "grows with the number of texts: no interval is given"
            rows.append(about | {"name": "speakers", "value": float(words.shape[1]), "reason": more})
            fits = [
                (("evenness of words", "top speaker", "top 5 speakers"), self._centred(words, side, _shared)),
                (("evenness of quotes",), self._centred(quotes, side, lambda sums: evenness(sums)[:, None])),
            ]
            for names, fit in fits:
                for k, (name, reason) in enumerate(zip(names, fit.reasons(self.noun), strict=True)):
                    alone = "fewer than two speakers" if np.isnan(fit.estimate[k]) else reason
                    rows.append(
                        about | {"name": name, "value": fit.estimate[k], "ci_low": fit.low[k], "ci_high": fit.high[k],
                                 "reason": alone}
                    )  # fmt: skip
        return pd.DataFrame(rows, columns=list(EVENNESS))

    def _centred(self, counts: Frame, side: str, statistic: Any) -> Pooled:
        return pooled(counts.to_numpy(), statistic, self._rng(side), centred=True)

    def _named(self) -> Frame:
        return self.quotes[self.quotes["speaker_resolved"].notna()]


def _by_cluster(part: Frame, column: str, value: str | None = None) -> Frame:
    """Quotations, or their words, by cluster and category; both sorted, so that the order of documents changes nothing."""
    amount = pd.Series(1.0, index=part.index) if value is None else part[value].astype(float)
    return pd.crosstab(part["cluster"], part[column], values=amount, aggfunc="sum").fillna(0.0)


def _shared(sums: np.ndarray) -> np.ndarray:
    return np.column_stack([evenness(sums), top_share(sums, 1), top_share(sums, 5)])
