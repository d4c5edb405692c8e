from itertools import combinations

import numpy as np
import pandas as pd
import pytest

from framing.compare.time import over_time
from framing.errors import CorpusError, OptionError
from framing.results import DocumentScores, Provenance


def dated(rows):
    """`rows`: list of (side, outlet, date, value)."""
    data = [
        (f"d{i}", side, outlet, outlet, None, day, "all", "score", value, np.nan, np.nan, "")
        for i, (side, outlet, day, value) in enumerate(rows)
    ]
    return DocumentScores(pd.DataFrame(data, columns=list(DocumentScores.columns)), Provenance("made", seed=1))


def story(jump=0.0, n_outlets=4, seed=0, trend=0.0, noise=0.3):
    """A document of every outlet every three days of March and April 2016; side a jumps on 1 April."""
    rng = np.random.default_rng(seed)
    days = pd.date_range("2016-03-01", "2016-04-30", freq="3D").strftime("%Y-%m-%d")
    return [
        (side, f"{side}{o}", day, i * trend + (jump if side == "a" and day >= "2016-04-01" else 0.0) + noise * rng.normal())
        for side in "ab" for o in range(n_outlets) for i, day in enumerate(days)
    ]  # fmt: skip


def test_means_by_side_and_period():
    rows = [
        ("a", "A", "2016-03-02", 1.0),
        ("a", "B", "2016-03-09", 3.0),
        ("a", "A", "2016-05-01", 8.0),
        ("b", "C", "2016-03-02", 0.0),
    ]
    data = over_time(dated(rows)).data.set_index(["side", "period"])

    assert data.loc[("a", "2016-03"), "mean"] == 2.0
    assert data.loc[("a", "2016-05"), "mean"] == 8.0
    assert data.loc[("a", "2016-05"), "reason"] == "one outlet: no interval can be computed"


def test_months_without_documents_stay_in_the_table():
    rows = [("a", "A", "2016-03-02", 1.0), ("a", "B", "2016-06-09", 3.0), ("b", "C", "2016-03-02", 0.0)]
    data = over_time(dated(rows)).data

    assert data[data.side == "a"].period.tolist() == ["2016-03", "2016-04", "2016-05", "2016-06"]
    assert np.isnan(data[(data.side == "a") & (data.period == "2016-04")]["mean"].iloc[0])


def test_the_change_of_one_side_is_seen_against_the_other():
    table = over_time(dated(story(jump=1.0)), event="2016-04-01").tables["change"].set_index("side")

    assert table.loc["difference", "change"] == pytest.approx(table.loc["a", "change"] - table.loc["b", "change"])
    assert table.loc["difference", "ci_low"] < 1 < table.loc["difference", "ci_high"]
    assert table.loc["difference", "p"] == pytest.approx(2 / 70)
    assert table.loc["difference", "p_placebo"] < 0.15


def test_a_trend_that_both_sides_share_is_no_change_of_one():
    table = over_time(dated(story(trend=0.2)), event="2016-04-01").tables["change"].set_index("side")

    assert table.loc["a", "ci_low"] > 1
    assert table.loc["difference", "ci_low"] < 0 < table.loc["difference", "ci_high"]


def test_the_permutation_of_the_change_is_enumerated():
    rows = story(jump=0.2, n_outlets=3, seed=4)
    table = over_time(dated(rows), event="2016-04-01").tables["change"].set_index("side")
    outlets = sorted({(s, o) for s, o, _, _ in rows})

    def difference(chosen):
        changes = []
        for inside in (True, False):
            use = [(d, v) for s, o, d, v in rows if ((s, o) in chosen) == inside]
            changes.append(np.mean([v for d, v in use if d >= "2016-04-01"]) - np.mean([v for d, v in use if d < "2016-04-01"]))
        return changes[0] - changes[1]

    null = np.array([difference(c) for c in combinations(outlets, 3)])
    observed = difference(outlets[:3])
    by_hand = min(1.0, 2 * min((null >= observed - 1e-9).mean(), (null <= observed + 1e-9).mean()))

    assert table.loc["difference", "p"] == pytest.approx(by_hand)


def test_a_window_leaves_distant_documents_out():
    table = over_time(dated(story()), event="2016-04-01", window=7).tables["change"].set_index("side")

    assert (table.loc["a", "n_before"], table.loc["a", "n_after"]) == (12, 8)


def test_nothing_before_the_event_says_so():
    rows = [r for r in story() if r[2] >= "2016-04-01"]
    table = over_time(dated(rows), event="2016-04-01").tables["change"].set_index("side")

    assert np.isnan(table.loc["a", "change"])
    assert "before" in table.loc["a", "reason"]


def test_vague_dates_are_left_out_with_a_count():
    rows = [*story(), ("a", "a0", "2016", 5.0), ("a", "a0", None, 5.0)]
    result = over_time(dated(rows))

    assert any("2 of" in note and "no date exact enough for months" in note for note in result.provenance.notes)


def test_an_impossible_day_is_refused():
    with pytest.raises(OptionError, match="written YYYY-MM-DD, got '1 April'"):
        over_time(dated(story()), event="1 April")


def test_a_corpus_without_dates_is_refused():
    with pytest.raises(CorpusError, match="no document has a date exact enough for weeks"):
        over_time(dated([("a", "A", "2016", 1.0), ("b", "B", None, 1.0)]), period="week")


def test_equal_means_have_no_interval_and_rates_none_below_zero():
    march = [("a", "A", "2016-03-02", 0.0), ("a", "B", "2016-03-09", 0.0)]
    april = [("a", "A", "2016-04-02", 0.0), ("a", "B", "2016-04-09", 9.0)]
    data = over_time(dated([*march, *april, ("b", "C", "2016-03-02", 0.0)])).data.set_index(["side", "period"])

    assert np.isnan(data.loc[("a", "2016-03"), "ci_low"])
    assert "same mean" in data.loc[("a", "2016-03"), "reason"]
    assert data.loc[("a", "2016-04"), "ci_low"] == 0
    assert data.loc[("a", "2016-04"), "ci_high"] > 9
