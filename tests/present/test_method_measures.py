from types import SimpleNamespace

import pandas as pd
import pytest

from framing.present.method_measures import measures
from framing.present.references import cite
from tests.present import factories


def written(name, result, *voices):
    results = SimpleNamespace(results={f"{name}:{voice}": result for voice in voices})
    return dict(measures(results, {"versions": {"scikit-learn": "1.9"}}, lambda *keys: f"({'; '.join(map(cite, keys))})"))


def topics(**options):
    provenance = SimpleNamespace(options={"model": "nmf", "n_seeds": 10, "n_resamples": 5} | options, measure="topics")
    return SimpleNamespace(data=pd.DataFrame({"topic": [1, 2]}), tables={}, provenance=provenance)


def test_voices_are_named_as_a_sentence_names_them():
    text = written("keyness", factories.term_contrast(), "own", "all")["Keywords"]

    assert "It was computed for the outlet's own words and all words." in text


def test_topics_say_what_the_model_is_made_of_and_how_its_number_was_judged():
    text = written("topics", topics(verdict="clear"), "all")["Topics"]

    assert "as implemented in scikit-learn 1.9 (Pedregosa et al. 2011)" in text
    assert "the consensus of 10 random starts and of fits to 5 random parts of the documents" in text
    assert "No number of topics was stable" not in text


@pytest.mark.parametrize(("verdict", "said"), [("none", "No number of topics was stable"), ("range", "equally stable")])
def test_an_unsettled_number_of_topics_is_told(verdict, said):
    assert said in written("topics", topics(verdict=verdict), "all")["Topics"]


def test_without_resamples_nothing_is_said_of_them():
    text = written("topics", topics(n_resamples=0), "all")["Topics"]

    assert "judged by their agreement" in text
    assert "parts of the documents" not in text


def test_sources_are_described_and_not_called_a_score():
    text = written("sources", topics(), "all")["Sources"]

    assert "their probabilities stand in the list of speakers, which should be read" in text
    assert "It was computed for" not in text
