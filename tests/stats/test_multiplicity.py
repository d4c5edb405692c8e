import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from framing.stats.multiplicity import adjust, benjamini_hochberg, bonferroni, holm

# Benjamini & Hochberg (1995), section 4.1: BH rejects 4 of 15 at .05, Bonferroni 3.
PUBLISHED = np.array(
    [0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.324, 0.4262, 0.5719, 0.6528, 0.759, 1.0]
)


def test_the_published_example_rejects_as_many_as_the_paper():
    assert (benjamini_hochberg(PUBLISHED) <= 0.05).sum() == 4
    assert (bonferroni(PUBLISHED) <= 0.05).sum() == 3


@pytest.mark.parametrize(
    ("method", "peer"), [("holm", "holm"), ("bh", "fdr_bh"), ("by", "fdr_by"), ("bonferroni", "bonferroni")]
)
def test_adjusted_values_agree_with_statsmodels(method, peer):
    multitest = pytest.importorskip("statsmodels.stats.multitest")
    p = np.random.default_rng(4).permutation(np.r_[PUBLISHED, 0.0201, 0.0004])

    assert adjust(p, method) == pytest.approx(multitest.multipletests(p, method=peer)[1], abs=1e-12)


def test_missing_values_are_no_tests():
    p = np.array([0.01, np.nan, 0.04, np.nan, 0.04])

    adjusted = holm(p)

    assert np.isnan(adjusted[[1, 3]]).all()
    assert adjusted[[0, 2, 4]] == pytest.approx([0.03, 0.08, 0.08])


@given(st.lists(st.floats(0, 1), min_size=1, max_size=30), st.sampled_from(["holm", "bh", "by", "bonferroni"]))
def test_adjusting_never_makes_p_smaller_and_keeps_the_order(values, method):
    p = np.array(values)

    adjusted = adjust(p, method)

    assert (adjusted >= p - 1e-12).all()
    assert (adjusted <= 1).all()
    assert (np.diff(adjusted[np.argsort(p)]) >= -1e-12).all()


def test_without_a_correction_many_tests_have_no_adjusted_p():
    assert np.isnan(adjust(np.array([0.01, 0.02]), "none")).all()
    assert adjust(np.array([0.01, np.nan]), "none")[0] == 0.01


def test_nothing_to_adjust_is_not_an_error():
    assert np.isnan(adjust(np.array([np.nan, np.nan]), "bh")).all()
    assert adjust(np.array([]), "holm").shape == (0,)


def test_values_that_are_no_p_are_refused():
    with pytest.raises(ValueError, match="between 0 and 1"):
        holm(np.array([0.2, 1.2]))
