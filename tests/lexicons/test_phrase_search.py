import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from framing.annotate.counting.tokens import tokenise
from framing.corpus.documents import Corpus, Document
from framing.lexicons import phrase_search
from framing.lexicons.compiled import compile_lexicon
from framing.lexicons.model import Entry, Lexicon
from framing.lexicons.phrase_search import find_phrase, find_phrases

TEXT = st.lists(st.sampled_from(["a", "b", "c", "dx", "dy"]), max_size=12).map(" ".join)
PHRASE = st.lists(st.sampled_from(["a", "b", "c", "d*", "?x", "*"]), min_size=2, max_size=4).filter(lambda p: set(p) != {"*"})


@given(
    st.lists(st.tuples(TEXT, TEXT), min_size=1, max_size=4),
    st.lists(st.tuples(PHRASE.map(" ".join), st.sampled_from("xy")), min_size=1, max_size=8, unique=True),
    st.sampled_from([8, 131_072]),
    st.sampled_from([1, 2**22]),
    st.sampled_from([0, 1000]),
)
@settings(max_examples=300, deadline=None)
def test_many_phrases_at_once_are_found_where_each_of_them_is(texts, terms, step, most_cells, most_pairs):
    store = tokenise(Corpus(tuple(Document(str(i), text, title=title) for i, (title, text) in enumerate(texts))))
    lexicon = Lexicon.from_entries("test", tuple(Entry(term, category) for term, category in terms))
    phrases = compile_lexicon(lexicon, store.forms).phrases
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(phrase_search, "_STEP", step)
        patch.setattr(phrase_search, "_MOST_CELLS", most_cells)
        patch.setattr(phrase_search, "_MOST_PAIRS", most_pairs)
        first, part, number = find_phrases(phrases, store)

    expected = {(int(place), e) for e, words in enumerate(lexicon.words) for place in find_phrase(words, store)}
    assert set(zip(first.tolist(), phrases.entry[number].tolist(), strict=True)) == expected
    assert len(first) == len(expected)
    assert np.array_equal(np.lexsort((number, first)), np.arange(len(first)))
    assert np.array_equal(part, store.part_at(first))
