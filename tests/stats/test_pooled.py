import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from framing.stats.pooled import evenness, pooled, pooled_shares, top_share


def rng():
    return np.random.default_rng(5)


def test_shares_are_pooled_before_they_are_divided():
    fit = pooled_shares([[1, 1], [9, 29]], [2, 38], rng())

    assert fit.estimate.tolist() == [10 / 40, 30 / 40]
    assert fit.low[0] <= 0.25 <= fit.high[0]


def test_the_interval_covers_a_planted_share_about_as_often_as_it_says():
    draws, held = np.random.default_rng(11), 0
    for _ in range(300):
        taste = np.clip(draws.normal(0.4, 0.1, 8), 0, 1)
        words = draws.binomial(60, taste)
        fit = pooled_shares(words[:, None], np.full(8, 60), rng(), n_draws=400)
        held += bool(fit.low[0] <= 0.4 <= fit.high[0])

    assert 0.90 <= held / 300 <= 0.99


def test_the_interval_of_centred_evenness_holds_its_estimate_where_the_plain_one_does_not():
    # Every outlet has a speaker of its own: a draw that repeats outlets always finds fewer.
    own = np.eye(12) * 5 + 1

    plain, centred = (pooled(own, lambda sums: evenness(sums)[:, None], rng(), centred=c) for c in (False, True))

    assert plain.high[0] < plain.estimate[0]
    assert centred.low[0] < centred.estimate[0] <= centred.high[0] + 1e-9


def test_one_cluster_has_no_interval_and_says_why():
    fit = pooled_shares([[3, 1], [0, 0]], [4, 0], rng())

    assert fit.estimate.tolist() == [0.75, 0.25]
    assert np.isnan(fit.low).all()
    assert fit.reasons("outlet") == ["one outlet: no interval can be computed"] * 2


def test_equal_clusters_have_no_spread_and_few_are_rough():
    fit = pooled_shares([[2, 1, 1], [2, 2, 0]], [4, 4], rng())

    assert fit.reasons("outlet")[0] == "no spread between outlets: no interval can be computed"
    assert fit.reasons("outlet")[1] == "few outlets (2): the interval is rough"


def test_nothing_at_all_is_nan():
    fit = pooled_shares(np.zeros((2, 1)), np.zeros(2), rng())

    assert np.isnan(fit.estimate[0])
    assert fit.reasons() == ["nothing to count"]


def test_evenness_and_top_share_by_hand():
    by_hand = -(0.75 * np.log(0.75) + 0.25 * np.log(0.25)) / np.log(2)

    assert evenness([[3, 1, 0]])[0] == pytest.approx(by_hand)
    assert evenness([[3, 3, 0]])[0] == pytest.approx(1)
    assert np.isnan(evenness([[3, 0, 0]])[0])
    assert top_share([[6, 2, 2]], 1).tolist() == [0.6]
    assert top_share([[6, 2, 2]], 5).tolist() == [1.0]


@given(st.lists(st.integers(0, 50), min_size=2, max_size=9))
def test_evenness_lies_between_nought_and_one_and_ignores_order(n):
    value = evenness([n])[0]

    assert np.isnan(value) or -1e-12 <= value <= 1 + 1e-12
    assert np.isclose(value, evenness([n[::-1]])[0], equal_nan=True)
