"""Agreement: published values are in the oracles; here edges, intervals and what kappa gets wrong."""

import numpy as np
import pytest

from framing.errors import OptionError
from framing.stats.agreement import cohen_kappa, confusion, krippendorff_alpha
from framing.stats.agreement_many import agreement, fleiss_kappa


def test_alpha_is_undefined_without_variation_and_without_pairs():
    assert krippendorff_alpha([[1, 1], [1, 1]]).reason == "all codings are equal"
    alone = krippendorff_alpha([[1, None], [None, 2]])
    assert np.isnan(alone.value)
    assert alone.reason == "no unit was coded twice"


def test_alpha_has_an_interval_from_resampled_units():
    rng = np.random.default_rng(3)
    truth = rng.integers(0, 3, 80)
    codings = np.array([np.where(rng.random(80) < 0.8, truth, rng.integers(0, 3, 80)) for _ in range(3)])
    found = krippendorff_alpha(codings, n_bootstrap=300, rng=np.random.default_rng(1))

    assert found.ci_low < found.value < found.ci_high
    assert 0.05 < found.ci_high - found.ci_low < 0.4
    with pytest.raises(OptionError, match="`rng` must be given"):
        krippendorff_alpha(codings, n_bootstrap=10)


def test_alpha_refuses_an_unknown_level():
    with pytest.raises(OptionError, match="`level` must be one of nominal"):
        krippendorff_alpha([[1, 2], [1, 2]], "cardinal")


def test_units_that_one_coder_left_out_do_not_count():
    table, categories = confusion(["a", None, "b"], ["a", "b", "a"])

    assert categories == ["a", "b"]
    assert table.tolist() == [[1, 0], [1, 0]]


def test_weighted_kappa_forgives_near_misses():
    table = [[5, 2, 0], [2, 5, 2], [0, 2, 5]]

    assert cohen_kappa(table)[0] < cohen_kappa(table, "linear")[0] < cohen_kappa(table, "quadratic")[0]
    with pytest.raises(OptionError, match="`weights`"):
        cohen_kappa(table, "cubic")


def test_kappa_is_undefined_when_chance_agreement_is_certain():
    assert np.isnan(cohen_kappa([[9, 0], [0, 0]])[0])
    assert np.isnan(fleiss_kappa([[3, 0], [3, 0]]))


def test_ac1_stays_sensible_where_kappa_does_not():
    first, second = [1] * 17 + [1, 0, 0], [1] * 17 + [0, 1, 1]
    kappa = cohen_kappa(confusion(first, second)[0])[0]

    assert kappa < 0
    assert agreement([first, second], "gwet_ac1").value > 0.8


def test_agreement_of_many_refuses_and_explains():
    with pytest.raises(OptionError, match="`coefficient` must be one of"):
        agreement([[1], [1]], "pi")
    assert agreement([[1, 1], [1, 1]], "fleiss").reason == "all codings are equal"
    assert agreement([[1, None], [None, 1]]).reason == "no unit was coded twice"
