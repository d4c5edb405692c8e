"""What was planted in clean-harbour is found by the whole pipeline, and nothing is found where nothing was planted."""

from dataclasses import replace
from pathlib import Path

import pandas as pd
import pytest

from framing.runner import execute, plan
from framing.study import read_study

STUDY = Path(__file__).resolve().parents[2] / "corpus" / "clean-harbour" / "study.toml"
NEEDED = ("lexicon", "keyness", "voices", "sources")

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def results():
    study = read_study(STUDY)
    measures = {name: options for name, options in study.measures.items() if name in NEEDED}
    return execute(plan(replace(study, measures=measures, voices=("own", "all"), multiverse={})))


@pytest.fixture(scope="module")
def contrast(results):
    def row(key, name):
        frame = results.contrasts[key].data.set_index("name")
        return frame.loc[name]

    return row


@pytest.mark.parametrize(
    ("name", "sign"),
    [("control-order", 1), ("rights-liberties", -1), ("threat", 1)],
    ids=["P1 control official", "P2 rights critical", "P3 threat official"],
)
def test_a_planted_vocabulary_is_found_in_the_outlets_own_words(contrast, name, sign):
    row = contrast("lexicon:own", name)

    assert row["estimate"] * sign > 0
    assert min(row["ci_low"] * sign, row["ci_high"] * sign) > 0
    assert row["p"] == pytest.approx(row["p_min"])  # all outlets of one side lie above all of the other


def test_the_contrast_of_control_is_larger_in_own_words_than_in_all_words(contrast):
    own, everything = contrast("lexicon:own", "control-order"), contrast("lexicon:all", "control-order")

    assert own["estimate"] > 1.8 * everything["estimate"] > 0


@pytest.mark.parametrize("term", ["healthy", "positive", "netizens", "supervision", "discipline"])
def test_a_planted_official_key_term_leans_to_the_official_side(results, term):
    row = results.results["keyness:own"].data.set_index("term").loc[term]

    assert row["side"] == "official"
    assert row["ci_low"] > 0


@pytest.mark.parametrize("term", ["deleted", "vanished"])
def test_a_planted_critical_key_term_leans_to_the_critical_side(results, term):
    row = results.results["keyness:own"].data.set_index("term").loc[term]

    assert row["side"] == "critical"
    assert row["ci_high"] < 0


def test_only_critical_outlets_take_over_blocks(results):
    block = results.results["voices:all"].data.query("name == 'block'").groupby(["side", "outlet"])["value"].mean()

    assert (block["official"] == 0).all()
    assert (block["critical"] > 0.15).all()


def test_critical_outlets_print_more_of_other_peoples_words(contrast):
    row = contrast("voices:all", "own")

    assert row["estimate"] > 0.05
    assert row["ci_low"] > 0
    assert row["p"] == pytest.approx(row["p_min"])  # no outlet of one side lies among those of the other


def test_officials_are_quoted_more_on_the_official_side(contrast):
    assert contrast("sources:all", "quotes official")["estimate"] > 0.1


def test_officials_claim_and_insist_on_the_critical_side_only(contrast):
    row = contrast("sources:all", "officials distancing")

    assert row["mean_a"] == pytest.approx(0, abs=0.02)
    assert row["mean_b"] > 0.1
    assert row["ci_high"] < 0


@pytest.mark.parametrize("name", ["hedges", "boosters", "modals/obligation", "modals/possibility", "modals/prediction"])
def test_nothing_is_found_where_nothing_was_planted(contrast, name):
    row = contrast("lexicon:own", name)

    assert row["ci_low"] < 0 < row["ci_high"]
    assert row["p"] > 0.05


def test_no_difference_is_called_significant_that_this_design_cannot_show(results):
    frames = [contrast.data for contrast in results.contrasts.values()]

    assert pd.concat(frames)["p_adjusted"].min() > 0.05
