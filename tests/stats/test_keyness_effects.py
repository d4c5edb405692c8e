"""Effect sizes of keyness at their edges; their values are in the oracles."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from framing.stats import keyness_effects as e

COUNT = st.integers(0, 500)


@given(COUNT, COUNT)
def test_log_ratio_and_difference_coefficient_flip_with_the_sides(a, b):
    assert np.allclose(e.log_ratio([a], [b], 900, 700), -e.log_ratio([b], [a], 700, 900), equal_nan=True)
    assert np.allclose(
        e.difference_coefficient([a], [b], 900, 700), -e.difference_coefficient([b], [a], 700, 900), equal_nan=True
    )


def test_a_word_that_neither_side_has_has_no_effect():
    found = e.battery([0, 3], [0, 1], 10, 10)

    assert all(np.isnan(found[name][0]) for name in ("log_ratio", "percent_difference", "odds_ratio", "bayes_factor_bic"))


def test_ell_is_nan_where_an_expected_count_is_at_most_one():
    assert np.isnan(e.effect_size_of_log_likelihood([1], [0], 100, 100)[0])


def test_percent_difference_is_astronomical_where_the_second_lacks_the_word():
    assert e.percent_difference([1], [0], 100, 100)[0] == pytest.approx(1e18)
