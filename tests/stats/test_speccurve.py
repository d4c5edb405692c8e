import json

import numpy as np
import pytest
from scipy import stats

from framing.stats.speccurve import curve_inference, curve_statistics, null_p_values, variance_shares
from tests.shared import shared

ESTIMATES = np.array([0.12, 0.3, -0.05, 0.22, 0.18, 0.41])
P = np.array([0.2, 0.01, 0.7, 0.04, 0.08, 0.001])


def test_the_three_statistics_of_a_curve():
    curve = curve_statistics(ESTIMATES, P)
    z = np.sign(ESTIMATES) * stats.norm.isf(P / 2)

    assert curve.median == pytest.approx(0.2)
    assert curve.share == pytest.approx(0.5)
    assert curve.stouffer == pytest.approx(z.sum() / np.sqrt(6))
    assert curve.stouffer == pytest.approx(4.313968714176071, abs=1e-9)


@pytest.mark.shared
def test_the_case_of_twenty_resamples_passes():
    case = json.loads(shared("data/oracles/specification_curve_inference.json").read_text())
    given, expected = case["input"], case["expected"]

    fit = curve_inference(*(np.array(given[k]) for k in ("estimates", "p_values", "null_estimates", "null_p_values")))

    assert fit.observed.stouffer == pytest.approx(expected["stouffer_Z"], abs=1e-9)
    assert (fit.p_median, fit.p_share, fit.p_stouffer) == (0, 0, 0)


def test_the_null_counts_are_those_of_a_loop():
    rng = np.random.default_rng(0)
    null, null_p = rng.normal(size=(40, 6)) * 0.3, rng.uniform(size=(40, 6)) ** 2
    fit = curve_inference(ESTIMATES, P, null, null_p)
    count = [0, 0, 0]
    for row, p in zip(null, null_p, strict=True):
        sign = np.sign(np.median(row))
        count[0] += abs(np.median(row)) >= 0.2
        count[1] += np.mean([(q < 0.05) and np.sign(e) == sign for e, q in zip(row, p, strict=True)]) >= 0.5
        count[2] += abs(sum(np.sign(row) * stats.norm.isf(p / 2)) / np.sqrt(6)) >= 4.313968714176071

    assert (fit.p_median, fit.p_share, fit.p_stouffer) == tuple(c / 40 for c in count)
    assert fit.p_plus_one_median == (count[0] + 1) / 41


def test_significant_results_against_the_dominant_sign_do_not_count():
    assert curve_statistics(np.array([1.0, 1, -1]), np.array([0.5, 0.01, 0.001])).share == pytest.approx(1 / 3)


def test_specifications_without_an_estimate_are_left_out():
    with_hole = curve_statistics(np.append(ESTIMATES, np.nan), np.append(P, np.nan))

    assert with_hole.median == curve_statistics(ESTIMATES, P).median
    assert with_hole.stouffer == pytest.approx(curve_statistics(ESTIMATES, P).stouffer)
    assert np.isnan(curve_statistics(np.full(3, np.nan), np.full(3, np.nan)).median)


def test_each_resample_gets_the_p_it_would_have_had():
    null = np.random.default_rng(1).normal(size=(25, 2))
    by_hand = [min(1.0, 2 * min((null[:, 1] >= x).mean(), (null[:, 1] <= x).mean())) for x in null[:, 1]]

    assert null_p_values(null)[:, 1] == pytest.approx(by_hand)


def test_a_choice_that_does_nothing_has_no_share():
    levels = np.array([[a, b] for a in range(3) for b in range(2)])
    main, total = variance_shares(levels[:, 0].astype(float), levels)

    assert main == pytest.approx([1, 0])
    assert total == pytest.approx([1, 0])


def test_two_choices_that_only_matter_together_have_total_but_no_main_share():
    levels = np.array([[0, 0], [0, 1], [1, 0], [1, 1]])
    main, total = variance_shares(np.array([1.0, -1, -1, 1]), levels)

    assert main == pytest.approx([0, 0])
    assert total == pytest.approx([1, 1])


def test_equal_estimates_have_no_variance_to_share():
    main, total = variance_shares(np.full(4, 0.3), np.array([[0, 0], [0, 1], [1, 0], [1, 1]]))

    assert np.isnan(main).all()
    assert np.isnan(total).all()
