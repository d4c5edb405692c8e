import itertools

import numpy as np
import pandas as pd
import pytest

from framing.compare.matched import between_voices, matched
from framing.errors import CorpusError
from framing.results import DocumentScores, Provenance
from tests.compare.made import scores, together


def events(values, voice="all"):
    """`values`: list of (event, side, outlet, value)."""
    rows = [
        (f"d{i}", side, outlet, outlet, event, None, voice, "score", value, np.nan, np.nan, "")
        for i, (event, side, outlet, value) in enumerate(values)
    ]
    return DocumentScores(pd.DataFrame(rows, columns=list(DocumentScores.columns)), Provenance("made", seed=1))


def crossed(n_events=8, shift=1.0, seed=0, noise=0.5):
    rng = np.random.default_rng(seed)
    level = rng.normal(size=n_events) * 20
    return [
        (f"e{e}", side, f"{side}{o}", level[e] + (shift if side == "a" else 0) + noise * rng.normal())
        for e in range(n_events) for side in "ab" for o in range(3)
    ]  # fmt: skip


def test_every_event_counts_once_whatever_its_documents():
    table = events(
        [("x", "a", "A", 1.0), ("x", "a", "B", 3.0), ("x", "b", "C", 0.0), ("y", "a", "A", 5.0), ("y", "b", "C", 1.0)]
    )
    row = matched(table).data.iloc[0]

    assert row.estimate == pytest.approx(((2 - 0) + (5 - 1)) / 2)
    assert (row.n_events, row.n_documents_a, row.n_documents_b) == (2, 3, 2)


def test_pairing_takes_the_events_out_of_the_noise():
    # Events differ by 20, sides by 1: unpaired, nothing could be seen.
    fits = [matched(events(crossed(seed=seed)), n_draws=400, n_permutations=99).data.iloc[0] for seed in range(60)]
    covered = np.mean([fit.ci_low < 1 < fit.ci_high for fit in fits])

    assert 0.87 <= covered <= 1
    assert max(fit.ci_high - fit.ci_low for fit in fits) < 2.5
    assert fits[0].p_min == pytest.approx(2 / 256)


def test_moving_outlets_is_enumerated_with_events_held():
    data = crossed(n_events=4, seed=3, shift=0.2)
    table = events(data)
    outlets = sorted({(side, outlet) for _, side, outlet, _ in data})

    def statistic(chosen):
        out = []
        for e in sorted({row[0] for row in data}):
            a = [v for ev, s, o, v in data if ev == e and (s, o) in chosen]
            b = [v for ev, s, o, v in data if ev == e and (s, o) not in chosen]
            out.append(np.mean(a) - np.mean(b))
        return np.mean(out)

    null = np.array([statistic(c) for c in itertools.combinations(outlets, 3)])
    observed = statistic([o for o in outlets if o[0] == "a"])
    by_hand = min(1.0, 2 * min((null >= observed - 1e-9).mean(), (null <= observed + 1e-9).mean()))

    assert matched(table).data.p_outlets.iloc[0] == pytest.approx(by_hand)


def test_events_of_one_side_only_are_counted_and_left_out():
    result = matched(events([*crossed(n_events=3), ("alone", "a", "a0", 99.0)]))

    assert result.data.n_unmatched.iloc[0] == 1
    assert result.tables["events"].set_index("event").difference.isna()["alone"]


def test_one_shared_event_gives_no_interval_and_says_why():
    row = matched(events([("x", "a", "A", 1.0), ("x", "b", "B", 3.0)])).data.iloc[0]

    assert row.estimate == -2
    assert np.isnan([row.ci_low, row.p]).all()
    assert "only one event has documents" in row.reason


def test_few_events_say_the_smallest_possible_p():
    row = matched(events(crossed(n_events=4))).data.iloc[0]

    assert row.p_min == pytest.approx(2 / 16)
    assert "4 events: the smallest possible p is 0.12" in row.reason


def test_a_corpus_without_events_is_refused():
    with pytest.raises(CorpusError, match="no document has an event"):
        matched(scores({"a": {"A": [1.0]}, "b": {"B": [1.0]}}))


def test_the_difference_between_voices_is_a_difference_of_differences():
    sides = {"a": {"A": [5.0, 6], "B": [7.0]}, "b": {"C": [1.0], "D": [3.0, 2]}}
    other = {"a": {"A": [1.0, 1], "B": [1.0]}, "b": {"C": [2.0], "D": [2.0, 2]}}
    both = together(scores(sides, voice="own"), scores(other, voice="quoted"))
    row = between_voices(both).data.iloc[0]

    assert row.estimate == pytest.approx((6 - 1) - (2 - 2))
    assert row.voice == "own - quoted"
    assert between_voices(scores(sides, voice="own"), scores(other, voice="quoted")).data.equals(between_voices(both).data)


def test_documents_without_one_of_the_voices_are_left_out_and_counted():
    sides = {"a": {"A": [5.0, 6], "B": [7.0]}, "b": {"C": [1.0], "D": [3.0, 2]}}
    other = {"a": {"A": [np.nan, 1], "B": [1.0]}, "b": {"C": [2.0], "D": [2.0, 2]}}
    result = between_voices(scores(sides, voice="own"), scores(other, voice="quoted"))

    assert result.data.n_documents_a.iloc[0] == 2
    assert any("1 of 6 documents lack one of the voices" in note for note in result.provenance.notes)


def test_a_missing_voice_is_named():
    with pytest.raises(CorpusError, match="no scores in the voice 'quoted'; voices: own"):
        between_voices(scores({"a": {"A": [1.0]}, "b": {"B": [1.0]}}, voice="own"))
