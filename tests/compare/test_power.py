import numpy as np
import pytest

from framing.compare.power import power
from framing.errors import OptionError
from tests.compare.made import noise, scores

SIDES = {"a": noise(6, 5, seed=1), "b": noise(6, 5, seed=2)}


def test_more_outlets_see_smaller_differences():
    table = power(scores(SIDES), n_clusters=(12, 24), n_simulations=200).tables["detectable"]
    seen = table.set_index("n_clusters_a").detectable_sd

    assert seen[24] < seen[12] < seen[6]


def test_a_real_difference_does_not_count_as_noise():
    moved = {"a": noise(6, 5, seed=1, shift=50.0), "b": noise(6, 5, seed=2)}
    here, there = (power(scores(s), n_simulations=200).data for s in (SIDES, moved))

    assert here.power.to_numpy() == pytest.approx(there.power.to_numpy())
    assert here.effect.to_numpy() == pytest.approx(there.effect.to_numpy())


def test_three_outlets_a_side_cannot_show_anything():
    few = {"a": noise(3, 5, seed=1), "b": noise(3, 5, seed=2)}
    result = power(scores(few), n_simulations=100)

    assert (result.data.power == 0).all()
    assert "no difference, however large, can be shown" in result.data.reason.iloc[0]
    assert np.isnan(result.tables["detectable"].detectable.iloc[0])


def test_scores_that_do_not_vary_have_no_power_to_simulate():
    result = power(scores({"a": {"A": [1.0, 1], "B": [1.0]}, "b": {"C": [1.0], "D": [1.0]}}), n_simulations=100)

    assert result.data.power.isna().all()
    assert "do not vary" in result.data.reason.iloc[0]


def test_likeness_within_outlets_is_reported():
    icc = power(scores(SIDES), n_simulations=100).tables["detectable"].icc.iloc[0]

    assert 0.2 < icc < 0.8


def test_negative_effects_are_refused():
    with pytest.raises(OptionError, match="at least 0"):
        power(scores(SIDES), effects_sd=(-1.0,))
