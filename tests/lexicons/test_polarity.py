import json
from pathlib import Path

import numpy as np
import pytest

from framing.lexicons.polarity import polarity

CASE = json.loads((Path(__file__).parents[1] / "oracles" / "quanteda_polarity.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize(("kind", "key"), [("logit", "logit"), ("relative", "relpropdiff"), ("absolute", "abspropdiff")])
def test_polarity_agrees_with_quanteda(kind, key):
    given = CASE["input"]
    got = polarity(given["pos"], given["neg"], given["n_tokens"], kind=kind, smooth=CASE["params"]["smooth"])

    assert got == pytest.approx(np.array(CASE["expected"][key], float), abs=1e-9, nan_ok=True)
