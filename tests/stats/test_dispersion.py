"""Dispersion: the sparse way against the textbook's, and the edges."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import sparse

from framing.stats.dispersion import dispersion, dispersion_of_one

PARTS = st.lists(st.tuples(st.integers(0, 9), st.integers(10, 40)), min_size=2, max_size=7)


@given(PARTS)
def test_the_sparse_way_gives_what_the_textbook_gives(parts):
    freqs, sizes = np.array(parts).T
    one, many = dispersion_of_one(freqs, sizes), dispersion(sparse.csr_matrix(freqs[:, None]), sizes)

    assert many.dp[0] == pytest.approx(one["DP"], nan_ok=True)
    assert many.dp_norm[0] == pytest.approx(one["DPnorm"], nan_ok=True)
    assert many.n_parts[0] == one["range"]


def test_parts_without_tokens_are_left_out():
    assert dispersion([[1], [1], [0]], [5, 5, 0]).dp[0] == pytest.approx(0)


def test_the_largest_part_is_named_and_the_first_of_equals_wins():
    spread = dispersion([[1, 0], [3, 2], [0, 2]], [10, 10, 10])

    assert spread.top_part.tolist() == [1, 1]
    assert spread.top_share.tolist() == [0.75, 0.5]


def test_is_nan_with_one_part_and_for_an_absent_word():
    assert np.isnan(dispersion([[3]], [10]).dp[0])
    absent = dispersion([[0, 1], [0, 1]], [10, 10])
    assert np.isnan(absent.dp[0])
    assert np.isnan(absent.top_share[0])
    assert absent.top_part[0] == -1
