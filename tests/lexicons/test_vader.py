import sys

import numpy as np
import pytest

from framing.errors import ModelMissing
from framing.lexicons.vader import vader_scores

# An invented package of the same shape: what is tested is that its answers come back in order.
PACKAGE = """
class SentimentIntensityAnalyzer:
    def polarity_scores(self, text):
        n = text.count("good")
        return {"neg": 0.0, "neu": 0.5, "pos": 0.5, "compound": n / 10}
"""


@pytest.fixture
def package(tmp_path, monkeypatch, unimported):
    folder = tmp_path / "vaderSentiment"
    folder.mkdir()
    (folder / "__init__.py").write_text("")
    (folder / "vaderSentiment.py").write_text(PACKAGE)
    unimported("vaderSentiment")
    monkeypatch.syspath_prepend(tmp_path)


@pytest.mark.usefixtures("package")
def test_every_text_has_its_scores_in_order_and_an_empty_one_has_none():
    scores = vader_scores(["good, good", " ", "bad"])

    assert list(scores.columns) == ["neg", "neu", "pos", "compound"]
    assert scores["compound"].tolist()[::2] == [0.2, 0.0]
    assert np.isnan(scores.loc[1]).all()


@pytest.mark.usefixtures("package")
def test_no_texts_have_no_scores():
    assert vader_scores([]).shape == (0, 4)


def test_a_package_that_is_missing_is_named(monkeypatch, unimported):
    unimported("vaderSentiment")
    monkeypatch.setitem(sys.modules, "vaderSentiment", None)

    with pytest.raises(ModelMissing, match="install vaderSentiment"):
        vader_scores(["good"])
