"""Word shift: parts add up, planted words lead, missing scores are said aloud."""

import numpy as np
import pytest

from framing.errors import FramingWarning, OptionError
from framing.measures.shift import Options, shift
from tests.measures.invented import annotated, planted

RATES = {"good": (0.03, 0.006), "bad": (0.006, 0.03), "harbour": (0.02, 0.02)}
SCORES = {"good": 8.0, "bad": 2.0, "harbour": 5.0, "nowhere": 9.0}


@pytest.fixture(scope="module")
def corpus():
    return annotated(planted(1, rates=RATES, spread=0.1))


def test_weighted_parts_add_up_to_the_difference_and_planted_words_lead(corpus):
    result = shift(corpus, kind="weighted", scores=SCORES, min_count=1)
    total = result.tables["totals"].iloc[0]

    assert result.data["contribution"].sum() == pytest.approx(total["difference"])
    assert total["difference"] == pytest.approx(total["value_a"] - total["value_b"])
    assert total["ci_low"] > 0
    assert total["p"] < 0.05
    assert set(result.data["term"].head(2)) == {"good", "bad"}
    assert total["scored_share_a"] == pytest.approx(result.data["n_a"].sum() / (6 * 5 * 200))


def test_a_neutral_word_goes_with_the_lens(corpus):
    assert "harbour" not in set(shift(corpus, kind="weighted", scores=SCORES, lens=(4, 6)).data["term"])


@pytest.mark.parametrize("kind", ["jsd", "entropy", "proportion"])
def test_planted_words_lead_whatever_the_kind(corpus, kind):
    result = shift(corpus, kind=kind)

    assert set(result.data["term"].head(2)) == {"good", "bad"}
    assert result.data["share"].sum() <= 1 + 1e-9
    good = result.data[result.data["term"] == "good"].iloc[0]
    assert good["side"] == "north"
    assert good["contribution"] > 0
    assert good["ci_low"] > 0


def test_a_divergence_has_a_p_but_no_interval(corpus):
    total = shift(corpus).tables["totals"].iloc[0]

    assert 0 < total["difference"] < 1
    assert total["p"] < 0.05
    assert np.isnan(total["ci_low"])


def test_one_cluster_on_a_side_gives_parts_without_intervals():
    with pytest.warns(FramingWarning, match="fewer than 2 clusters"):
        result = shift(annotated(planted(2, n_outlets=1, rates=RATES)))

    assert result.data["contribution"].notna().all()
    assert result.data["ci_low"].isna().all()
    assert result.data["reason"].str.contains("clusters").all()


def test_no_word_with_a_score_is_said_aloud(corpus):
    with pytest.warns(FramingWarning, match="has no such words in this voice"):
        result = shift(corpus, kind="weighted", scores={"nowhere": 1.0})

    assert len(result.data) == 0
    assert np.isnan(result.tables["totals"]["difference"].iloc[0])


def test_a_lexicon_file_gives_the_scores(corpus, tmp_path):
    path = tmp_path / "mine.csv"
    path.write_text("term,score\ngood,8\nbad,2\nharbour,5\n")
    by_file, by_dict = (shift(corpus, kind="weighted", scores=s).tables["totals"] for s in (str(path), SCORES))

    assert by_file["difference"].iloc[0] == pytest.approx(by_dict["difference"].iloc[0])


@pytest.mark.parametrize(
    ("settings", "message"),
    [
        ({"kind": "kl"}, "`kind` must be one of"),
        ({"lens": (6, 4)}, "`lens` must be two numbers"),
        ({"reference": "c"}, "`reference` must be one of"),
    ],
)
def test_options_refuse_impossible_values(settings, message):
    with pytest.raises(OptionError, match=message):
        Options(**settings)


def test_a_weighted_shift_without_scores_is_refused(corpus):
    with pytest.raises(OptionError, match="`scores` must name a weighted lexicon"):
        shift(corpus, kind="weighted")
