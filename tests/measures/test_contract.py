"""What every measure promises, whoever wrote it: kind of result, provenance, the same numbers twice, untouched input."""

from dataclasses import replace

import numpy as np
import pandas as pd
import pytest

from framing.annotate.annotated import as_annotated
from framing.corpus.readers import read_corpus
from framing.errors import NeedsText, OptionError
from framing.registry import measures
from framing.study import read_study
from tests.conftest import write_corpus

NAMES = sorted(measures())
# Options without which a tiny corpus leaves nothing to compute.
SMALL = {
    "keyness": {"min_count": 2}, "lexicon": {"lexicons": ("control-order",)}, "topics": {"k": 2, "min_documents": 2},
    "readability": {"min_words": 5},
}  # fmt: skip
# What is warned of on eight short texts is not at stake here.
pytestmark = pytest.mark.filterwarnings("ignore::framing.errors.FramingWarning")


@pytest.fixture(scope="module")
def annotated(tmp_path_factory):
    texts = {f"d{i}": f"Order on quay {i} was kept, officers said. Boats left. " * (i + 3) for i in (1, 2)}
    study = read_study(write_corpus(tmp_path_factory.mktemp("contract") / "tiny", texts=texts))
    return as_annotated(read_corpus(study.corpus.path, sides=study.sides))


def computed(annotated, name, **more):
    entry = measures()[name]
    return entry.function(annotated, voice="all", seed=5, **SMALL.get(name, {}), **more)


@pytest.mark.parametrize("name", NAMES)
def test_the_result_is_of_the_declared_kind_with_its_columns(annotated, name):
    result = computed(annotated, name)

    assert isinstance(result, measures()[name].result)
    assert set(type(result).columns) <= set(result.data.columns)


@pytest.mark.parametrize("name", NAMES)
def test_provenance_holds_measure_options_corpus_seed_and_sides(annotated, name):
    provenance = computed(annotated, name).provenance

    assert provenance.measure.startswith(name)
    assert provenance.corpus == annotated.corpus.fingerprint
    assert provenance.seed == 5
    assert tuple(provenance.options["sides"]) == ("state", "critics")
    assert set(SMALL.get(name, {})) <= set(provenance.options)
    provenance.as_dict()


@pytest.mark.parametrize("name", NAMES)
def test_the_same_seed_gives_the_same_table(annotated, name):
    first, second = computed(annotated, name), computed(annotated, name)

    pd.testing.assert_frame_equal(first.data, second.data)
    assert list(first.tables) == list(second.tables)


@pytest.mark.parametrize("name", NAMES)
def test_the_input_is_left_as_it_was(annotated, name):
    before = annotated.counts.matrix.copy()
    rows = annotated.counts.rows.copy()

    computed(annotated, name)

    assert (annotated.counts.matrix != before).nnz == 0
    pd.testing.assert_frame_equal(annotated.counts.rows, rows)


@pytest.mark.parametrize("name", NAMES)
def test_an_unknown_option_is_refused_with_the_known_ones(annotated, name):
    with pytest.raises(OptionError, match=r"no option 'nonsense'.*Known: "):
        measures()[name].function(annotated, nonsense=1)


@pytest.mark.parametrize("name", NAMES)
def test_without_texts_a_measure_computes_from_counts_or_says_that_it_needs_them(annotated, name):
    counted = replace(annotated, store=None, quotes={}, voices={})

    if measures()[name].needs_text:
        with pytest.raises(NeedsText):
            computed(counted, name)
    else:
        assert len(computed(counted, name).data)


@pytest.mark.parametrize("name", NAMES)
def test_scores_that_mean_nothing_have_a_reason(annotated, name):
    data = computed(annotated, name).data
    if {"value", "reason"} <= set(data.columns):
        missing = data["value"].isna()
        assert data.loc[missing, "reason"].fillna("").str.len().gt(0).all()
        assert np.isfinite(data.loc[~missing, "value"]).all()
