"""Collocation measures against textbook tables."""

import numpy as np
import pytest

from framing.stats.collocation import association, delta_p, log_dice, log_likelihood_of_pair, npmi, pmi, t_score

N = 14_307_668


@pytest.mark.parametrize(
    ("f_x", "f_y", "f_xy", "published"),
    [(42, 20, 20, 18.38), (41, 27, 20, 17.98), (30, 117, 20, 16.31), (77, 59, 20, 15.94), (24, 320, 20, 15.19)],
)
def test_pmi_equals_table_5_14_of_manning_and_schuetze(f_x, f_y, f_xy, published):
    assert round(float(pmi(f_xy, f_x, f_y, N)), 2) == published


def test_t_equals_the_example_of_manning_and_schuetze():
    assert float(t_score(8, 15_828, 4_675, N)) == pytest.approx(0.999932, abs=1e-6)


def test_words_that_always_meet_have_npmi_one_and_logdice_fourteen():
    assert float(npmi(5, 5, 5, 1000)) == pytest.approx(1)
    assert float(log_dice(5, 5, 5)) == 14


def test_words_that_never_meet():
    found = association(0, 10, 10, 1000)

    assert float(found["npmi"]) == -1
    assert float(found["log_dice"]) == -np.inf
    assert np.isnan(found["t_score"])


def test_delta_p_looks_in_two_directions():
    forward, backward = delta_p(8, 10, 20, 100)

    assert float(forward) == pytest.approx(8 / 10 - 12 / 90)
    assert float(backward) == pytest.approx(8 / 20 - 2 / 80)


def test_pairs_and_tables_give_the_same_g2():
    assert float(log_likelihood_of_pair(110, 2552, 221, 31_777)) == pytest.approx(270.72, abs=0.005)
