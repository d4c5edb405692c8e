"""FREX as in stm, and lift."""

import json
from pathlib import Path

import numpy as np
import pytest

from framing.stats.frex import exclusivity, frex, lift

ORACLE = Path(__file__).resolve().parents[1] / "oracles" / "frex_stm.json"


def test_frex_and_exclusivity_are_those_of_stm():
    oracle = json.loads(ORACLE.read_text(encoding="utf-8"))
    beta = oracle["input"]["beta_topics_x_words"]

    assert exclusivity(beta) == pytest.approx(np.array(oracle["expected"]["exclusivity"]))
    assert frex(beta, oracle["params"]["w"]) == pytest.approx(np.array(oracle["expected"]["frex"]))


def test_weight_one_ranks_by_exclusivity_alone():
    beta = np.array([[0.6, 0.3, 0.1], [0.6, 0.4, 0.0]])

    assert frex(beta, 1.0)[0].argmax() == 2
    assert frex(beta, 0.0)[0].argmax() == 0


def test_a_word_without_weight_has_no_frex():
    assert np.isnan(frex([[0.5, 0.0], [0.5, 0.0]])[:, 1]).all()


def test_lift_is_the_ratio_to_all_texts():
    found = lift([[0.5, 0.5]], [0.25, 0.0])

    assert found[0, 0] == 2
    assert np.isnan(found[0, 1])


def test_refuses_a_weight_above_one():
    with pytest.raises(ValueError, match="between 0 and 1, got 2"):
        frex([[1.0]], 2)
