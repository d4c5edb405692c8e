"""Many specifications of one claim at once: estimates, intervals and the same curve on shuffled outlets."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from framing.stats.intervals import percentile_interval, small_sample_factor, stretched
from framing.stats.permute import Splits
from framing.stats.resample import bootstrap_difference, cluster_sums

Floats = NDArray[np.float64]


@dataclass(frozen=True)
class Columns:
    """
    S specifications of one claim as columns over D documents and G units.

    Attributes
    ----------
    top, bottom : (D, S) float array
        Hits and tokens of each document; 0 tokens where a specification leaves the document out.
    by_word : (S,) bool array
        True where documents weigh by their words.
    scale : float
        1000 for rates per 1,000 words.
    unit : (D,) int array
    is_a : (G,) bool array
        Units of the first side. Documents of no unit (another side) have unit -1 and count nowhere.
    prior, prior_total : (S,) float array
        Pseudo-tokens of the word and of all words, for log-odds; empty for differences of rates.
    """

    top: Floats
    bottom: Floats
    by_word: NDArray[np.bool_]
    scale: float
    unit: NDArray[np.int64]
    is_a: NDArray[np.bool_]
    prior: Floats = field(default_factory=lambda: np.zeros(0))
    prior_total: Floats = field(default_factory=lambda: np.zeros(0))

    @property
    def log_odds(self) -> bool:
        """True for log-odds ratios, False for differences of rates."""
        return len(self.prior) > 0

    def sums(self) -> tuple[Floats, Floats]:
        """Weighted sums and sizes of each unit, (G, S)."""
        there = self.bottom > 0
        with np.errstate(invalid="ignore", divide="ignore"):
            rate = np.where(there, self.top / self.bottom, 0.0)
            # In log-odds a document weighs as many tokens as the mean document, so that the counts keep their size.
            one = np.where(there, 1.0, 0.0) if not self.log_odds else self._mean_length() * there
        top = np.where(self.by_word, np.where(there, self.top, 0.0), rate * one)
        bottom = np.where(self.by_word, np.where(there, self.bottom, 0.0), one)
        n = len(self.is_a)
        # Documents without a unit have code -1, which no unit has.
        return self.scale * cluster_sums(top, self.unit, n), cluster_sums(bottom, self.unit, n)

    def _mean_length(self) -> Floats:
        use = (self.bottom > 0) & (self.unit >= 0)[:, None]
        return np.where(use, self.bottom, 0.0).sum(axis=0) / np.maximum(use.sum(axis=0), 1)


@dataclass(frozen=True)
class Curve:
    """Estimates of S specifications with intervals, permutation p, and the same for B shuffles of the outlets."""

    estimate: Floats
    mean_a: Floats
    mean_b: Floats
    ci_low: Floats
    ci_high: Floats
    null: Floats


def curve(columns: Columns, splits: Splits, weights: tuple[Floats, Floats] | None, *, level: float) -> Curve:
    """
    Run all specifications on the data, on bootstrap draws and on shuffled outlets.

    Parameters
    ----------
    columns : Columns
    splits : Splits
        Of all units; shared by all specifications and claims, so that their correlation is kept.
    weights : pair of (B, G_a) and (B, G_b) float arrays, or None
        Bootstrap weights; None for no intervals.
    level : float

    Returns
    -------
    Curve
    """
    sums, sizes = columns.sums()
    a, b = columns.is_a, ~columns.is_a
    cell = sums[a], sizes[a], sums[b], sizes[b]
    null = _statistic(columns, splits.member @ sums, splits.member @ sizes, sums.sum(axis=0), sizes.sum(axis=0))
    one = a[None, :].astype(np.float64)
    estimate = _statistic(columns, one @ sums, one @ sizes, sums.sum(axis=0), sizes.sum(axis=0))[0]
    with np.errstate(invalid="ignore", divide="ignore"):
        means = [cell[0].sum(axis=0) / cell[1].sum(axis=0), cell[2].sum(axis=0) / cell[3].sum(axis=0)]
    low, high = _interval(columns, cell, weights, estimate, level)
    return Curve(estimate, means[0], means[1], low, high, null)


def _statistic(columns: Columns, top_a: Floats, size_a: Floats, top: Floats, size: Floats) -> Floats:
    """Difference of rates, or log-odds ratio, from the sums of one side and of both."""
    with np.errstate(invalid="ignore", divide="ignore"):
        if not columns.log_odds:
            return top_a / size_a - (top - top_a) / (size - size_a)
        odds = _log_odds(columns, top_a, size_a) - _log_odds(columns, top - top_a, size - size_a)
        return np.where((size_a > 0) & (size - size_a > 0), odds, np.nan)


def _log_odds(columns: Columns, top: Floats, size: Floats) -> Floats:
    """Log odds of a word with its prior."""
    assert columns.prior is not None
    assert columns.prior_total is not None
    with np.errstate(invalid="ignore", divide="ignore"):
        return np.log(top + columns.prior) - np.log(size + columns.prior_total - top - columns.prior)


def _interval(
    columns: Columns, cell: tuple[Floats, ...], weights: tuple[Floats, Floats] | None, estimate: Floats, level: float
) -> tuple[Floats, Floats]:
    """Percentile interval of the cluster bootstrap, stretched for few clusters; NaN where a draw has no documents."""
    if weights is None:
        return np.full(len(estimate), np.nan), np.full(len(estimate), np.nan)
    if not columns.log_odds:
        fit = bootstrap_difference(cell[0], cell[1], cell[2], cell[3], weights[0], weights[1])
        draws, variances = fit.draws, fit.variances
    else:
        parts = [_log_odds(columns, w @ cell[2 * i], w @ cell[2 * i + 1]) for i, w in enumerate(weights)]
        draws, variances = parts[0] - parts[1], (parts[0].var(axis=0), parts[1].var(axis=0))
    low, high = percentile_interval(draws, level)
    # Units without documents in a specification do not count towards its clusters.
    n = [np.maximum((cell[1] > 0).sum(axis=0), 0), np.maximum((cell[3] > 0).sum(axis=0), 0)]
    out_low, out_high = np.full(len(estimate), np.nan), np.full(len(estimate), np.nan)
    for n_a, n_b in {(int(x), int(y)) for x, y in zip(*n, strict=True)}:
        if min(n_a, n_b) < 2:
            continue
        use = (n[0] == n_a) & (n[1] == n_b)
        factor = small_sample_factor([n_a, n_b], [variances[0][use], variances[1][use]], level)
        out_low[use], out_high[use] = stretched(estimate[use], low[use], high[use], factor)
    return out_low, out_high
