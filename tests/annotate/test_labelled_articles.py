"""The labelled articles the rules were developed on: a floor under them, not a claim about other texts."""

import importlib.util
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
SETS = [path for path in sorted((ROOT / "tests" / "annotate" / "gold").iterdir()) if path.is_dir()]

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def benchmark():
    spec = importlib.util.spec_from_file_location("attribution", ROOT / "benchmarks" / "attribution.py")
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    yield module
    del sys.modules[spec.name]


@pytest.mark.parametrize("folder", SETS, ids=lambda folder: folder.name)
def test_voices_types_and_stances_of_the_articles_developed_on_stay_right(benchmark, folder):
    articles = list(benchmark.by_package(folder))
    right = {name: value for name, (value, _, _) in benchmark.voices_and_types(articles, 10).items()}
    n_labelled = sum(quote["speech"] for article in articles for quote in article.gold)
    n_found = sum(1 for article in articles for _ in benchmark.matched(article))

    assert right["voice"] > 95
    assert right["stance"] > 97
    assert right["type"] > 78
    assert n_found > 0.88 * n_labelled


def test_a_second_coder_of_clean_harbour_agrees_with_the_first(benchmark):
    gold = ROOT / "corpus" / "clean-harbour" / "gold"
    articles = list(benchmark.by_coder(gold / "annotated", gold / "second"))
    right = benchmark.voices_and_types(articles, 10)

    assert round(right["voice"][0], 1) == 98.9
    assert round(right["type"][0], 1) == 92.1
