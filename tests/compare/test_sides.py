import time
from itertools import combinations

import numpy as np
import pandas as pd
import pytest

from framing.compare.sides import contrast
from framing.errors import CorpusError, OptionError
from framing.results import DocumentScores, Provenance
from framing.stats.effect import cliffs_delta, hedges_g
from tests.compare.made import noise, scores, together

TWO = {"official": {"A": [1.0, 2, 3], "B": [4.0], "C": [6.0, 6]}, "critical": {"X": [0.0, 0], "Y": [1.0, 5], "Z": [2.0]}}


def test_the_estimate_is_the_difference_of_means_over_documents():
    row = contrast(scores(TWO)).data.iloc[0]
    a, b = np.array([1.0, 2, 3, 4, 6, 6]), np.array([0.0, 0, 1, 5, 2])

    assert (row.mean_a, row.mean_b, row.estimate) == pytest.approx((a.mean(), b.mean(), a.mean() - b.mean()))
    assert row.hedges_g == pytest.approx(hedges_g(a, b))
    assert row.cliffs_delta == pytest.approx(cliffs_delta(a, b))
    assert (row.n_documents_a, row.n_documents_b, row.n_clusters_a, row.n_clusters_b) == (6, 5, 3, 3)


def test_p_lists_every_split_of_the_outlets():
    clusters = [[1.0, 2, 3], [4.0], [6.0, 6], [0.0, 0], [1.0, 5], [2.0]]

    def difference(chosen):
        a = np.concatenate([clusters[i] for i in chosen])
        b = np.concatenate([clusters[i] for i in range(6) if i not in chosen])
        return a.mean() - b.mean()

    null = np.array([difference(c) for c in combinations(range(6), 3)])
    by_hand = min(1.0, 2 * min((null >= difference((0, 1, 2)) - 1e-9).mean(), (null <= difference((0, 1, 2)) + 1e-9).mean()))

    row = contrast(scores(TWO)).data.iloc[0]

    assert row.p == pytest.approx(by_hand)
    assert row.p_min == pytest.approx(0.10)
    assert "the smallest possible p is 0.1" in row.reason


def test_words_weigh_when_asked():
    base = [10, 10, 20, 40, 5, 5, 10, 10, 10, 20, 50]
    row = contrast(scores(TWO, base=base), weight="word").data.iloc[0]
    values = np.array([1.0, 2, 3, 4, 6, 6, 0, 0, 1, 5, 2])

    assert row.mean_a == pytest.approx(np.average(values[:6], weights=base[:6]))
    assert row.mean_b == pytest.approx(np.average(values[6:], weights=base[6:]))


def test_scores_without_counts_are_weighted_by_document_and_it_is_said():
    result = contrast(scores(TWO), weight="word")

    assert result.data.estimate.iloc[0] == contrast(scores(TWO)).data.estimate.iloc[0]
    assert "Scores without word counts are weighted by document: score." in result.provenance.notes


def test_an_outlet_that_holds_most_of_a_side_is_named():
    row = contrast(scores({"a": {"A": [1.0] * 8, "B": [2.0], "C": [0.0]}, "b": {"D": [1.0], "E": [3.0]}})).data.iloc[0]

    assert "outlet 'A' holds 80% of side 'a'" in row.reason


def test_a_document_that_holds_most_hits_of_a_side_is_flagged():
    table = scores(TWO, base=[100.0] * 11)
    table.data["n"] = [1, 0, 1, 1, 40, 0, 1, 1, 1, 1, 1]
    result = contrast(table)
    heavy = result.tables["dominance"].set_index("side")

    assert heavy.loc["official", ["document", "flagged"]].tolist() == ["d4", True]
    assert heavy.loc["official", "share"] == pytest.approx(40 / 43)
    assert not heavy.loc["critical", "flagged"]
    assert any("one document (d4) holds 93% of the hits of side 'official'" in note for note in result.provenance.notes)


def test_one_outlet_on_a_side_gives_no_interval_and_says_why():
    result = contrast(scores({"official": TWO["official"], "critical": {"X": [0.0, 1, 2, 2]}}))
    row = result.data.iloc[0]

    assert np.isnan([row.ci_low, row.ci_high]).all()
    assert row.estimate == pytest.approx(22 / 6 - 5 / 4)
    assert "side 'critical' has one outlet: no interval can be computed" in row.reason
    assert any("cannot be told apart" in note for note in result.provenance.notes)


def test_one_document_on_each_side_still_gives_an_estimate_and_no_inference():
    row = contrast(scores({"a": {"A": [3.0]}, "b": {"B": [1.0]}})).data.iloc[0]

    assert row.estimate == 2.0
    assert np.isnan([row.ci_low, row.p, row.p_adjusted, row.hedges_g]).all()
    assert "no test is possible" in row.reason


def test_scores_that_are_all_equal_have_no_interval_and_no_test():
    row = contrast(scores({"a": {"A": [0.1, 0.1], "B": [0.1]}, "b": {"C": [0.1], "D": [0.1]}})).data.iloc[0]

    assert row.estimate == pytest.approx(0, abs=1e-12)
    assert np.isnan([row.ci_low, row.ci_high, row.p, row.hedges_g]).all()
    assert "same score" in row.reason


def test_missing_scores_are_left_out_and_their_outlets_do_not_count():
    sides = {"a": {"A": [1.0, 2], "B": [np.nan], "C": [3.0]}, "b": {"D": [1.0], "E": [0.0]}}
    row = contrast(scores(sides)).data.iloc[0]

    assert (row.n_documents_a, row.n_clusters_a) == (3, 2)
    assert row.mean_a == 2.0


def test_a_side_without_any_score_is_nan_with_a_reason():
    row = contrast(scores({"a": {"A": [1.0, 2], "B": [2.0]}, "b": {"D": [np.nan], "E": [np.nan]}})).data.iloc[0]

    assert np.isnan([row.estimate, row.ci_low, row.p, row.p_min]).all()
    assert "side 'b' has no document with this score" in row.reason


def test_swapping_the_sides_flips_the_sign_and_nothing_else():
    data = {"a": noise(5, 4, seed=1), "b": noise(6, 3, seed=2)}
    one = contrast(scores(data)).data.iloc[0]

    other = contrast(scores(data), sides=["b", "a"]).data.iloc[0]

    assert other.estimate == pytest.approx(-one.estimate)
    assert other.p == pytest.approx(one.p)
    assert other.side_a == "b"


def test_the_order_of_documents_changes_nothing():
    table = scores({"a": noise(5, 4, seed=1), "b": noise(6, 3, seed=2)})
    mixed = DocumentScores(table.data.sample(frac=1, random_state=3), table.provenance)

    one, other = contrast(table, sides=["a", "b"]).data, contrast(mixed, sides=["a", "b"]).data

    pd.testing.assert_frame_equal(one, other)


def test_a_score_does_not_change_with_the_company_it_is_in():
    a = scores({"a": noise(5, 4, seed=1), "b": noise(6, 3, seed=2)}, name="one")
    b = scores({"a": noise(5, 4, seed=3), "b": noise(6, 3, seed=4)}, name="two")
    b.data.loc[0, "value"] = np.nan
    alone = contrast(a).data.iloc[0][["estimate", "ci_low", "ci_high", "p"]].astype(float)
    b.data["cluster"], b.data["outlet"] = a.data["cluster"], a.data["outlet"]

    beside = contrast(together(a, b)).data.iloc[0][["estimate", "ci_low", "ci_high", "p"]].astype(float)

    assert alone.to_numpy() == pytest.approx(beside.to_numpy())


def test_the_family_is_all_tests_unless_it_is_split():
    both = together(scores(TWO, name="one"), scores(TWO, name="two"))

    whole, split = contrast(both).data, contrast(both, family=["name"]).data

    assert whole.p_adjusted.tolist() == pytest.approx([min(1, 2 * p) for p in whole.p])
    assert split.p_adjusted.tolist() == pytest.approx(split.p.tolist())
    assert whole.n_tests.tolist() == [2, 2]


def test_many_tests_without_correction_have_no_adjusted_p_and_a_warning():
    both = together(scores(TWO, name="one"), scores(TWO, name="two"))

    result = contrast(both, adjust="none")

    assert result.data.p_adjusted.isna().all()
    assert any("none of them may be called significant" in note for note in result.provenance.notes)


def test_a_design_that_cannot_reach_a_small_p_says_so():
    result = contrast(scores(TWO))

    assert any("cannot show a difference by a test" in note for note in result.provenance.notes)


def test_three_sides_give_three_pairs_in_order_and_an_omnibus_test():
    three = {"a": noise(4, 3, seed=1), "b": noise(4, 3, seed=2), "c": noise(4, 3, seed=3, shift=9)}

    result = contrast(scores(three))

    assert list(zip(result.data.side_a, result.data.side_b, strict=True)) == [("a", "b"), ("a", "c"), ("b", "c")]
    assert result.tables["omnibus"].p.iloc[0] < 0.01


def test_leaving_an_outlet_out_gives_the_contrast_of_the_rest():
    table = contrast(scores(TWO)).tables["leave_one_out"]
    rest = {"official": {"A": TWO["official"]["A"], "B": TWO["official"]["B"]}, "critical": TWO["critical"]}

    without_c = table[table.left_out == "C"].estimate.iloc[0]

    assert without_c == pytest.approx(contrast(scores(rest)).data.estimate.iloc[0])
    assert len(table) == 6


def test_an_outlet_that_carries_the_sign_is_marked():
    sides = {"a": {"A": [1.0], "B": [1.0], "C": [90.0]}, "b": {"D": [2.0], "E": [3.0]}}
    table = contrast(scores(sides)).tables["leave_one_out"]

    assert table[table.sign_changes].left_out.tolist() == ["C"]


def test_scores_that_follow_length_are_seen():
    base = [10, 20, 30, 40, 60, 65, 5, 6, 10, 50, 20]
    table = contrast(scores(TWO, base=base)).tables["length"]

    assert table[table.side == "official"].spearman.iloc[0] == pytest.approx(0.9856, abs=1e-3)
    assert table[table.side == "all"].n_documents.iloc[0] == 11


def test_equivalence_needs_an_interval_inside_the_bounds():
    data = {"a": noise(8, 6, seed=1, spread=0.1), "b": noise(8, 6, seed=2, spread=0.1)}

    wide = contrast(scores(data), equivalence=1.0).tables["equivalence"].iloc[0]
    narrow = contrast(scores(data), equivalence=0.01).tables["equivalence"].iloc[0]

    assert wide.verdict == "smaller than the bound"
    assert wide.p_equivalence < 0.05
    assert narrow.verdict == "undecided"
    assert narrow.p_equivalence > 0.05


def test_a_cluster_on_both_sides_is_said():
    result = contrast(scores({"a": {"wire": [1.0], "A": [2.0]}, "b": {"wire": [3.0], "B": [0.0]}}))

    assert any("more than one side (wire)" in note for note in result.provenance.notes)


def test_clusters_other_than_outlets_are_not_called_outlets():
    row = contrast(scores({"a": {"A": [1.0, 3]}, "b": {"B": [3.0], "C": [1.0]}}, outlet="Daily")).data.iloc[0]

    assert "side 'a' has one cluster" in row.reason


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ({"weight": "page"}, "`weight` must be one of document, word, got 'page'"),
        ({"adjust": "hlom"}, "did you mean 'holm'"),
        ({"n_draws": 5}, "`n_draws` must be a whole number of at least 100"),
        ({"equivalence": 0}, "`equivalence` must be greater than 0"),
        ({"intervall": "bca"}, "did you mean 'interval'"),
    ],
)
def test_impossible_options_are_refused(options, message):
    with pytest.raises(OptionError, match=message):
        contrast(scores(TWO), **options)


def test_one_side_is_refused():
    with pytest.raises(CorpusError, match="needs documents on two sides"):
        contrast(scores({"a": TWO["official"]}))


def test_two_scores_of_one_document_are_refused():
    with pytest.raises(CorpusError, match="two scores of the same name and voice"):
        contrast(together(scores(TWO), scores(TWO)))


def test_the_same_seed_gives_the_same_table():
    table = scores({"a": noise(5, 4, seed=1), "b": noise(6, 3, seed=2)})

    pd.testing.assert_frame_equal(contrast(table).data, contrast(table).data)
    assert contrast(table, seed=8).data.ci_low.iloc[0] != contrast(table).data.ci_low.iloc[0]


def test_the_scores_are_not_changed():
    table = scores(TWO)
    before = table.data.copy()

    contrast(table)

    pd.testing.assert_frame_equal(table.data, before)


def test_two_hundred_scores_of_three_hundred_documents_take_seconds():
    rng = np.random.default_rng(0)
    documents = [(f"d{i}", "ab"[i % 2], f"o{i % 16}") for i in range(300)]
    data = pd.DataFrame([
        (d, s, o, o, None, None, "all", f"s{k}", rng.normal(), np.nan, 100.0, "") for k in range(200) for d, s, o in documents
    ], columns=list(DocumentScores.columns))  # fmt: skip
    start = time.process_time()

    result = contrast(DocumentScores(data, Provenance("made")))

    assert len(result.data) == 200
    assert time.process_time() - start < 20
