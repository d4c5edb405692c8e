import numpy as np
import pandas as pd
import pytest

from framing.annotate.annotated import Annotated
from framing.annotate.counting.counts import count
from framing.annotate.counting.tokens import tokenise
from framing.compare.sides import contrast
from framing.corpus.documents import Corpus, Document
from framing.lexicons.model import Lexicon
from framing.measures.lexicon import lexicon
from tests.compare.made import scores

TEXTS = {
    ("a", "A"): "order order police went home and slept",
    ("a", "B"): "the police said nothing of order at all today",
    ("b", "C"): "law and bread and order and law again for all",
    ("b", "D"): "nothing was said of law here on that long day",
}


def annotated():
    documents = tuple(Document(f"{s}{o}", t, side=s, outlet=o) for (s, o), t in TEXTS.items())
    corpus = Corpus(documents, ("a", "b"))
    store = tokenise(corpus, {})
    return Annotated(corpus, {}, {}, count(store, corpus), store=store)


def rate(side, words):
    texts = [t.split() for (s, _), t in TEXTS.items() if s == side]
    return 1000 * sum(w in words for t in texts for w in t) / sum(map(len, texts))


def test_leaving_an_entry_out_gives_the_rates_of_the_others():
    made = lexicon(annotated(), Lexicon.from_words("talk", ["order", "police", "law"]))
    table = contrast(made).tables["leave_one_term_out"].set_index("left_out")
    rest = ("police", "law")

    assert table.loc["order", "estimate"] == pytest.approx(rate("a", rest) - rate("b", rest))
    assert table.loc["order", ["n_a", "n_b"]].tolist() == [3, 1]
    assert table.share.sum() == pytest.approx(1)


def test_an_entry_that_carries_the_sign_is_marked():
    made = lexicon(annotated(), Lexicon.from_words("talk", ["order", "police", "law"]))
    table = contrast(made).tables["leave_one_term_out"]
    full = rate("a", ("order", "police", "law")) - rate("b", ("order", "police", "law"))
    by_hand = {w for w in ("order", "police", "law") if full * (full - rate("a", (w,)) + rate("b", (w,))) < 0}

    assert set(table[table.sign_changes].left_out) == by_hand


def test_entries_that_do_not_add_up_to_the_scores_give_no_table():
    made = scores({"a": {"A": [1.0, 2], "B": [3.0]}, "b": {"C": [1.0], "D": [2.0]}}, base=[10, 20, 10, 30, 10])
    hits = pd.DataFrame([("score", "order", side, 3, 1.0) for side in "ab"], columns=["name", "entry", "side", "n", "weight"])
    wrong = type(made)(made.data, made.provenance, {"hits": hits})

    assert "leave_one_term_out" not in contrast(wrong).tables


def test_correlation_with_length_needs_four_documents():
    table = contrast(scores({"a": {"A": [1.0, 2]}, "b": {"B": [1.0, 2], "C": [3.0]}}, base=[1, 2, 3, 4, 5])).tables["length"]

    assert np.isnan(table.set_index("side").spearman["a"])
    assert not np.isnan(table.set_index("side").spearman["all"])
