"""Log-odds and G2: hand arithmetic, published tables, laws, refusals."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from framing.errors import OptionError
from framing.stats.association import chi_squared, fisher_exact, log_likelihood, log_odds, williams

PAIRS = st.lists(st.tuples(st.integers(0, 99), st.integers(0, 99)), min_size=2, max_size=8)


def test_log_odds_matches_hand_calculation():
    fit = log_odds([8, 2], [1, 9], prior=0.5)

    by_hand = np.log(8.5 / 2.5) - np.log(1.5 / 9.5)
    assert fit.estimate == pytest.approx([by_hand, -by_hand])
    assert fit.std_error[0] == pytest.approx(np.sqrt(1 / 8.5 + 1 / 1.5))


@given(PAIRS)
def test_swapping_the_sides_flips_every_sign(pairs):
    a, b = np.array(pairs).T

    assert np.allclose(log_odds(a, b, prior=0.5).z, -log_odds(b, a, prior=0.5).z)


@given(PAIRS, st.permutations(range(8)))
def test_the_order_of_words_does_not_matter(pairs, order):
    a, b = np.array(pairs).T
    order = [i for i in order if i < len(a)]

    assert np.allclose(log_odds(a, b, prior=0.5).estimate[order], log_odds(a[order], b[order], prior=0.5).estimate)


def test_words_left_out_before_still_count_in_the_totals():
    whole = log_odds([8, 2, 5], [1, 9, 5], prior=0.5)
    cut = log_odds([8, 2], [1, 9], prior=0.5, n_a=15, n_b=15, prior_total=1.5)

    assert cut.estimate == pytest.approx(whole.estimate[:2])


def test_a_larger_prior_shrinks_the_estimate():
    weak, strong = (log_odds([8, 2], [1, 9], prior=p).estimate[0] for p in (0.1, 10))

    assert 0 < strong < weak


def test_refuses_a_negative_prior():
    with pytest.raises(OptionError, match="`prior` must be greater than 0, got -1"):
        log_odds([1, 2], [2, 1], prior=-1)


def test_refuses_no_prior_for_a_word_that_one_side_lacks():
    with pytest.raises(OptionError, match="one of the corpora lacks"):
        log_odds([0, 2], [2, 1], prior=0)


def test_is_nan_where_one_word_is_the_whole_corpus():
    assert np.isnan(log_odds([5], [3], prior=1).estimate[0])


def test_two_cells_of_g2_are_never_more_than_four():
    a, b = np.arange(20), np.arange(20)[::-1]

    assert (log_likelihood(a, b, 400, 300) <= log_likelihood(a, b, 400, 300, cells=4) + 1e-9).all()


def test_g2_is_nan_for_a_word_that_neither_has_and_zero_at_equal_rates():
    assert np.isnan(log_likelihood([0], [0], 10, 10)[0])
    assert log_likelihood([50], [100], 10_000, 20_000)[0] == pytest.approx(0, abs=1e-9)


def test_chi_squared_and_fisher_agree_with_scipy():
    from scipy.stats import chi2_contingency

    table = np.array([[12, 88], [30, 70]])

    assert chi_squared([12], [30], 100, 100)[0] == pytest.approx(chi2_contingency(table, correction=False).statistic)
    assert chi_squared([12], [30], 100, 100, yates=True)[0] == pytest.approx(chi2_contingency(table).statistic)
    assert fisher_exact([0], [0], 5, 5)[0] != fisher_exact([0], [0], 5, 5)[0]
    assert williams([3], [2], 17, 12)[0] > 1
