"""Formulas of frame analysis at their edges; their values are in the oracles."""

import numpy as np
import pytest

from framing.stats.framesets import frame_axis, frames_of_document, polarity, power_scores


def test_ties_for_the_primary_frame_are_all_reported():
    lexicon = {"A": ["x"], "B": ["y"]}

    assert frames_of_document(["x", "y"] * 4, lexicon)[2] == ["A", "B"]
    assert frames_of_document([], lexicon)[2] == ["Other"]


def test_no_hit_is_no_polarity():
    assert np.isnan(polarity([0], [0], [5])["relpropdiff"][0])
    assert polarity([0], [0], [5])["logit"][0] == 0


def test_verbs_without_a_power_label_do_not_count():
    assert power_scores([("a", "see", "b")], {"see": "power_equal"}) == ({}, {})


def test_a_word_on_the_axis_has_bias_one():
    bias, intensity = frame_axis([3], [[2.0, 0]], [1.0, 0], [-1.0, 0])

    assert bias == pytest.approx(1)
    assert intensity == pytest.approx(1)
