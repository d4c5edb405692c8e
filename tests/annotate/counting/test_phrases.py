import pytest

from framing.annotate.counting.phrases import find
from framing.annotate.counting.tokens import tokenise
from framing.corpus.documents import Corpus, Document
from framing.errors import OptionError


def store_of(text, **fields):
    return tokenise(Corpus((Document("a", text, **fields),)))


def places(store, *terms):
    token, length = find(store, terms)
    return list(zip(token.tolist(), length.tolist(), strict=True))


def test_a_phrase_is_found_across_punctuation_and_case():
    assert places(store_of("Rule, of LAW. The rule of the law"), "rule of law") == [(0, 3)]


def test_of_overlapping_matches_the_longest_stays():
    assert places(store_of("the rule of law and law"), "rule", "rule of law", "law", "law") == [(1, 3), (5, 1)]


def test_wildcards_stay_within_a_word():
    assert places(store_of("riots and rioters"), "riot*", "r* and") == [(0, 2), (2, 1)]


def test_nothing_is_found_where_nothing_stands():
    assert places(store_of(""), "law") == []
    assert places(store_of("order"), "law", "the * of") == []


@pytest.mark.parametrize("term", ["", "...", "*", "* ?"])
def test_a_term_without_a_word_is_refused(term):
    with pytest.raises(OptionError, match="`term` must hold a word"):
        find(store_of("law"), [term])
