"""The house style of an outlet does not become a topic, and true differences between outlets stay."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest
from scipy import sparse
from statsmodels.formula.api import ols
from statsmodels.stats.anova import anova_lm

from framing.measures.topics import topics
from framing.measures.topics.outlets import spread_within
from tests.measures.test_topics import QUICK, bundle, matched, wide

pytestmark = pytest.mark.filterwarnings("ignore::framing.errors.FramingWarning")


def test_spread_is_the_mean_square_within_over_the_whole_of_an_analysis_of_variance():
    rng = np.random.default_rng(0)
    outlets = np.repeat(list("abcd"), 5)
    word = (rng.random(20) < np.repeat([0.1, 0.2, 0.8, 0.5], 5)).astype(int)
    table = anova_lm(ols("word ~ outlet", pd.DataFrame({"word": word, "outlet": outlets})).fit())
    by_hand = table.loc["Residual", "mean_sq"] / word.var(ddof=1)

    assert spread_within(sparse.csr_matrix(word[:, None]), outlets, np.repeat("x", 20)) == pytest.approx([by_hand])


def test_words_of_a_side_are_not_words_of_an_outlet():
    outlets, sides = np.repeat(list("abcd"), 4), np.repeat(list("xy"), 8)
    words = np.array([np.repeat([1, 0], 8), np.tile(np.repeat([1, 0], 4), 2)]).T

    assert spread_within(sparse.csr_matrix(words), outlets, sides).tolist() == [1, 0]


@pytest.mark.parametrize("outlets", [list("abcdefgh"), list("xxxxyyyy")])
def test_without_outlets_to_compare_every_word_keeps_its_weight(outlets):
    counts = sparse.csr_matrix(np.random.default_rng(0).integers(0, 2, (8, 5)))

    assert spread_within(counts, np.array(outlets), np.repeat(["x", "y"], 4)).tolist() == [1] * 5


def styled(seed):
    """Eight events in the styles of eight outlets, four texts each: most words of a text are style and common background."""
    rng = np.random.default_rng(seed)
    event, style = (rng.dirichlet(np.full(1200, a), 8) for a in (0.02, 0.03))
    of_event = np.repeat(np.arange(8), 4)
    outlet = (3 * np.tile(np.arange(4), 8) + of_event) % 8
    mixed = 0.2 * event[of_event] + 0.3 * style[outlet] + 0.5 * rng.dirichlet(np.full(1200, 0.1))
    matrix = np.array([rng.multinomial(170, p) for p in mixed])
    return bundle(matrix, sides=["xy"[o % 2] for o in outlet], outlets=[f"outlet {o}" for o in outlet]), of_event


def purity(shares, of_event):
    return np.mean([np.bincount(shares[of_event == e].argmax(axis=1)).max() / 4 for e in range(8)])


def test_events_are_found_behind_the_styles_of_outlets():
    gain = []
    for seed in range(6):
        annotated, of_event = styled(seed)
        shares = [wide(topics(annotated, k=8, across_outlets=on, **QUICK)) for on in (True, False)]
        gain.append([purity(s, of_event) for s in shares])
    weighted, plain = np.mean(gain, axis=0)

    assert weighted > 0.85
    assert weighted > plain + 0.05, (weighted, plain)


@pytest.mark.parametrize("seed", range(3))
def test_what_one_outlet_writes_more_on_is_not_made_smaller(seed):
    rng = np.random.default_rng(seed)
    phi, theta = rng.dirichlet(np.full(500, 0.05), 6), rng.dirichlet(np.full(6, 0.15), 240)
    of_it = np.arange(240) % 8 == 0
    theta[of_it] = 0.3 * theta[of_it] + 0.7 * np.eye(6)[0]
    annotated = bundle(np.array([rng.multinomial(120, p) for p in theta @ phi]))
    result = topics(annotated, k=6, **QUICK)
    shares = wide(result)[:, int(np.flatnonzero(matched(result, annotated, phi)[0] == 0)[0])]
    true = theta[of_it, 0].mean() - theta[~of_it, 0].mean()

    assert shares[of_it].mean() - shares[~of_it].mean() == pytest.approx(true, rel=0.06)
