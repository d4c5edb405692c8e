"""Regression of shares on covariates, pooled over fits."""

import numpy as np
import pytest

from framing.stats.covariates import pooled_regression


def drawn(n_fits=1, noise=0.0):
    rng = np.random.default_rng(0)
    x = np.column_stack([np.ones(40), np.arange(40) % 2, rng.normal(size=40)])
    clusters = np.arange(40) // 4
    base = x @ np.array([[0.2], [0.3], [-0.1]]) + rng.normal(0, 0.05, (40, 1))
    return np.array([base + rng.normal(0, noise, (40, 1)) for _ in range(n_fits)]), x, clusters


def test_errors_are_those_of_statsmodels():
    sm = pytest.importorskip("statsmodels.api")
    y, x, clusters = drawn()
    peer = sm.OLS(y[0, :, 0], x).fit(cov_type="cluster", cov_kwds={"groups": clusters})

    found = pooled_regression(y, x, clusters)

    assert found.estimate[:, 0] == pytest.approx(peer.params)
    assert found.std_error[:, 0] == pytest.approx(peer.bse)
    assert found.df == 9


def test_fits_that_disagree_widen_the_error_as_rubin_says():
    y, x, clusters = drawn(n_fits=5, noise=0.1)
    alone = [pooled_regression(one[None], x, clusters) for one in y]
    within = np.mean([fit.std_error**2 for fit in alone], axis=0)
    between = np.var([fit.estimate for fit in alone], axis=0, ddof=1)

    found = pooled_regression(y, x, clusters)

    assert found.std_error**2 == pytest.approx(within + (1 + 1 / 5) * between)


def test_one_cluster_gives_no_error():
    y, x, _ = drawn()
    found = pooled_regression(y, x, np.zeros(40))

    assert np.isnan(found.std_error).all()
    assert np.isnan(found.interval()[0]).all()


def test_refuses_columns_that_follow_from_one_another():
    y, x, clusters = drawn()

    with pytest.raises(ValueError, match="depend on one another"):
        pooled_regression(y, np.column_stack([x, x[:, 1] * 2]), clusters)
