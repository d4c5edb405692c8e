"""Rankings: edges of rank-turbulence divergence and rank-biased overlap."""

import numpy as np
import pytest

from framing.errors import OptionError
from framing.stats.rank import rank_biased_overlap, rank_turbulence


@pytest.mark.parametrize("alpha", [0, 1 / 3, 1, float("inf")])
def test_equal_texts_do_not_diverge_and_texts_without_common_words_do(alpha):
    assert rank_turbulence([9, 5, 1], [9, 5, 1], alpha=alpha).divergence == 0
    # The authors' normaliser puts the other text's words one place too far; in short texts that shows.
    assert rank_turbulence([9, 5, 0, 0], [0, 0, 9, 5], alpha=alpha).divergence == pytest.approx(1, abs=0.25)


def test_swapping_the_texts_changes_nothing():
    first, second = rank_turbulence([9, 5, 0, 2], [1, 5, 3, 0]), rank_turbulence([1, 5, 3, 0], [9, 5, 0, 2])

    assert first.contribution == pytest.approx(second.contribution)


def test_an_empty_text_has_no_divergence_and_a_negative_alpha_is_refused():
    assert np.isnan(rank_turbulence([0, 0], [1, 2]).divergence)
    with pytest.raises(OptionError, match="`alpha` must be at least 0"):
        rank_turbulence([1], [1], alpha=-1)


def test_overlap_of_equal_lists_is_one_and_of_disjoint_ones_zero():
    assert rank_biased_overlap("abc", "abc")[1] == pytest.approx(1)
    assert rank_biased_overlap("abc", "xyz") == (0, 0)
    assert np.isnan(rank_biased_overlap("", "abc")[0])
    assert rank_biased_overlap("abcd", "ab")[1] == pytest.approx(rank_biased_overlap("ab", "abcd")[1])
