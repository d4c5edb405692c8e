"""Matrix products by numpy in the parser."""

import pytest

from framing.annotate.quotes.models import MODELS
from framing.annotate.quotes.products import use_numpy_products
from framing.engine import one_thread

spacy = pytest.importorskip("spacy")
TEXTS = [
    "The harbour master said on Monday that nobody had asked him whether the lamps would be lit.",
    "According to the notice, which hung there for a week, the ferry stops at nine; “we were not told,” a baker complained.",
    "No.",
]


def loaded():
    for name in MODELS:
        if spacy.util.is_package(name):
            return spacy.load(name)
    pytest.skip("no English parser model is installed")


def test_the_parse_is_that_of_the_pipeline_as_it_comes():
    fast = loaded()
    use_numpy_products(fast)

    with one_thread():
        parses = [
            [[(token.head.i, token.dep_, token.tag_) for token in doc] for doc in nlp.pipe(TEXTS)] for nlp in (loaded(), fast)
        ]

    assert parses[0] == parses[1]


def test_every_matrix_product_of_the_pipeline_is_by_numpy():
    from thinc.api import NumpyOps, Ops

    nlp = loaded()
    use_numpy_products(nlp)
    nodes = [node for _, pipe in nlp.components if getattr(pipe, "model", None) for node in pipe.model.walk()]

    assert nodes
    assert all(type(node.ops).gemm is Ops.gemm for node in nodes if isinstance(node.ops, NumpyOps))


def test_a_component_without_a_model_stays_as_it_is():
    nlp = spacy.blank("en")
    nlp.add_pipe("sentencizer")

    use_numpy_products(nlp)

    assert [len(list(doc.sents)) for doc in nlp.pipe(["One. Two."])] == [2]
