"""Regression of shares on covariates, with clusters and with several fits of the same model."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import ArrayLike, NDArray

Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Pooled:
    """
    Coefficients of P covariates for K outcomes, pooled over S fits.

    Attributes
    ----------
    estimate, std_error : (P, K) float arrays
        `std_error` joins the error by clusters and the spread over fits; NaN with fewer than two clusters.
    between : (P, K) float array
        Share of the variance that comes from the spread over fits, in [0, 1].
    df : float
        Clusters less one: for Student's t.
    """

    estimate: Floats
    std_error: Floats
    between: Floats
    df: float

    def interval(self, level: float = 0.95) -> tuple[Floats, Floats]:
        """Low and high ends by Student's t, (P, K) each."""
        from scipy.stats import t

        reach = t.ppf((1 + level) / 2, self.df) * self.std_error if self.df >= 1 else np.full_like(self.estimate, np.nan)
        return self.estimate - reach, self.estimate + reach

    def p(self) -> Floats:
        """Two-sided p by Student's t, (P, K)."""
        from scipy.stats import t

        with np.errstate(divide="ignore", invalid="ignore"):
            ratio = np.abs(self.estimate / self.std_error)
        return 2 * t.sf(ratio, self.df) if self.df >= 1 else np.full_like(self.estimate, np.nan)


def pooled_regression(y: ArrayLike, x: ArrayLike, clusters: ArrayLike) -> Pooled:
    """
    Least squares of each outcome on the covariates, with cluster-robust errors, pooled over fits.

    Parameters
    ----------
    y : (S, D, K) array
        Outcomes (shares of topics) of each document under each of S fits of the model (seeds).
    x : (D, P) array
        Covariates, with a column of ones if an intercept is wanted; columns must not depend on one another.
    clusters : (D,) int array

    Returns
    -------
    Pooled

    Raises
    ------
    ValueError
        If the columns of `x` depend on one another.

    References
    ----------
    Rubin (1987), Multiple Imputation for Nonresponse in Surveys, chapter 3 (pooling); Liang & Zeger (1986), Biometrika 73,
    13-22, with the factor G / (G - 1) * (D - 1) / (D - P).

    Examples
    --------
    >>> x = np.column_stack([np.ones(4), [0, 0, 1, 1]])
    >>> fit = pooled_regression(np.array([[[0.1], [0.3], [0.5], [0.7]]]), x, np.arange(4))
    >>> fit.estimate.round(3).ravel().tolist(), fit.df
    ([0.2, 0.4], 3.0)
    """
    outcomes, design = np.asarray(y, dtype=np.float64), np.asarray(x, dtype=np.float64)
    n_fits, n, k = outcomes.shape
    p = design.shape[1]
    if np.linalg.matrix_rank(design) < p:
        raise ValueError(f"pooled_regression: the {p} columns of `x` depend on one another; leave one out")
    _, member = np.unique(np.asarray(clusters), return_inverse=True)
    n_clusters = int(member.max()) + 1
    bread = np.linalg.inv(design.T @ design)
    estimates = np.array([bread @ design.T @ one for one in outcomes])
    within = np.full((p, k), np.nan)
    if n_clusters > 1 and n > p:
        factor = n_clusters / (n_clusters - 1) * (n - 1) / (n - p)
        variances = [_robust(one - design @ b, design, bread, member) for one, b in zip(outcomes, estimates, strict=True)]
        within = factor * np.mean(variances, axis=0)
    spread = estimates.var(axis=0, ddof=1) * (1 + 1 / n_fits) if n_fits > 1 else np.zeros((p, k))
    total = within + spread
    with np.errstate(divide="ignore", invalid="ignore"):
        between = spread / total
    return Pooled(estimates.mean(axis=0), np.sqrt(total), between, float(n_clusters - 1))


def _robust(residuals: Any, design: Floats, bread: Any, member: NDArray[np.int64]) -> Floats:
    """Diagonal of the sandwich for each outcome, (P, K)."""
    out = np.zeros((design.shape[1], residuals.shape[1]))
    for k in range(residuals.shape[1]):
        scores = np.zeros((int(member.max()) + 1, design.shape[1]))
        np.add.at(scores, member, design * residuals[:, [k]])
        out[:, k] = np.diag(bread @ (scores.T @ scores) @ bread)
    return out
