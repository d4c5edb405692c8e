import sys

import numpy as np
import pytest

from framing.compare.mixed import mixed
from framing.errors import ModelMissing
from tests.compare.made import noise, scores


def test_a_balanced_design_gives_the_difference_of_means():
    pytest.importorskip("statsmodels")
    table = scores({"a": noise(6, 5, seed=1, shift=2.0), "b": noise(6, 5, seed=2)})
    row = mixed(table).data.iloc[0]
    means = table.data.groupby("side")["value"].mean()

    assert row.estimate == pytest.approx(means["a"] - means["b"])
    assert row.ci_low < row.estimate < row.ci_high
    assert 0 < row.icc < 1


def test_the_error_of_a_balanced_design_is_that_of_the_outlet_means():
    pytest.importorskip("statsmodels")
    table = scores({"a": noise(6, 5, seed=1), "b": noise(6, 5, seed=2)})
    means = table.data.groupby(["side", "outlet"])["value"].mean()
    by_hand = np.sqrt(sum(means[s].var(ddof=1) for s in "ab") / 2 * 2 / 6)

    assert mixed(table).data.std_error.iloc[0] == pytest.approx(by_hand, rel=1e-3)


def test_one_outlet_on_a_side_is_refused_with_a_reason():
    pytest.importorskip("statsmodels")
    row = mixed(scores({"a": {"A": [1.0, 2, 3]}, "b": {"B": [1.0, 3], "C": [2.0, 5]}})).data.iloc[0]

    assert np.isnan(row.estimate)
    assert "fewer than two outlets" in row.reason


def test_without_statsmodels_the_message_says_what_to_install(monkeypatch):
    monkeypatch.setitem(sys.modules, "statsmodels.regression.mixed_linear_model", None)

    with pytest.raises(ModelMissing, match="statsmodels"):
        mixed(scores({"a": {"A": [1.0]}, "b": {"B": [1.0]}}))


@pytest.mark.parametrize("seed", range(6))
def test_a_side_that_is_all_zero_still_gives_the_difference_of_means(seed):
    pytest.importorskip("statsmodels")
    rng = np.random.default_rng(seed)
    sides = {"a": {f"A{i}": [0.0] * 4 for i in range(4)}, "b": {f"B{i}": rng.gamma(2, 3, size=4).tolist() for i in range(4)}}
    row = mixed(scores(sides)).data.iloc[0]

    assert row.estimate == pytest.approx(-np.mean([v for c in sides["b"].values() for v in c]), rel=1e-6)
