from dataclasses import dataclass

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from framing.annotate.counting.tokens import HEADLINE, TokenStore, tokenise
from framing.corpus.documents import Corpus, Document
from framing.corpus.words import TOKEN, fold
from framing.errors import OptionError


@dataclass(frozen=True)
class Span:
    start: int
    end: int
    voice: str


def one(text, **fields):
    return Corpus((Document("a", text, **fields),))


def surfaces(store):
    return [store.surfaces[i] for i in store.ids]


def same(left, right):
    return all(np.array_equal(getattr(left, name), getattr(right, name)) for name in TokenStore.__dataclass_fields__)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Don’t, don't!", ["Don’t", "don't"]),
        ("law-and-order – order—law", ["law-and-order", "order", "law"]),
        ("1,000.5 and 10:30, 9/11; 5% of $3", ["1,000.5", "and", "10:30", "9/11", "5", "of", "3"]),
        ("see https://a.org/b?c=1, or www.b.cn/x.", ["see", "https://a.org/b?c=1", "or", "www.b.cn/x"]),
        ("write to a.b@c.org.", ["write", "to", "a.b@c.org"]),
        ("The U.S. at 5 a.m. sharp", ["The", "U.S", "at", "5", "a.m", "sharp"]),
        ("workers' rights, the '90s, 'tis", ["workers", "rights", "the", "90s", "tis"]),
        ("naïve café Ürümqi cafe\u0301", ["naïve", "café", "Ürümqi", "cafe\u0301"]),
        ("_emphasis_ snake_case 3-year-old 20th", ["emphasis", "snake_case", "3-year-old", "20th"]),
        ("end.Next -- ... !", ["end", "Next"]),
        ("हिन्दी में", ["हिन्दी", "में"]),
        ("", []),
        ("“”, — …", []),
    ],
)
def test_words_are_what_the_rules_say(text, expected):
    assert surfaces(tokenise(one(text))) == expected


@pytest.mark.parametrize(
    ("surface", "expected"),
    [("Don’t", "don't"), ("LAW‑and‐Order", "law-and-order"), ("cafe\u0301", "café"), ("co\u00adoperate", "cooperate")],
)
def test_a_type_has_one_form(surface, expected):
    assert fold(surface) == expected


PIECES = [*"abAB1.,:/-'’“”()@_ \n\t\u00a0\u00ad\u0301é中—…!?", "www.", "https://", "Mr. ", "\n\n"]
TEXT = st.lists(st.sampled_from(PIECES), max_size=60).map("".join)


@given(TEXT)
@settings(max_examples=400, deadline=None)
def test_looking_at_stretches_equals_the_pattern_on_the_whole_text(text):
    store = tokenise(one(text))

    assert [*zip(store.start.tolist(), store.end.tolist(), strict=True)] == [m.span() for m in TOKEN.finditer(text)]
    assert surfaces(store) == TOKEN.findall(text)
    assert [store.types[t] for t in store.type_ids] == [fold(w) for w in TOKEN.findall(text)]


@given(st.lists(st.tuples(TEXT, TEXT), max_size=6), st.integers(1, 80))
@settings(max_examples=150, deadline=None)
def test_the_store_does_not_depend_on_the_chunks(parts, chunk):
    corpus = Corpus(tuple(Document(str(i), text, title=title or None) for i, (title, text) in enumerate(parts)))

    assert same(tokenise(corpus), tokenise(corpus, chunk=chunk))


@given(st.lists(st.tuples(TEXT, TEXT), min_size=1, max_size=6), st.data())
@settings(max_examples=150, deadline=None)
def test_merged_shards_equal_one_pass(parts, data):
    documents = tuple(Document(str(i), text, title=title or None) for i, (title, text) in enumerate(parts))
    cut = data.draw(st.integers(0, len(documents)))
    shards = [tokenise(Corpus(documents[:cut])), tokenise(Corpus(documents[cut:]))]

    assert same(TokenStore.merge(shards), tokenise(Corpus(documents)))


def test_a_headline_has_its_own_voice_and_offsets():
    store = tokenise(one("Two words.", title="One Title"))

    assert store.voice.tolist() == [HEADLINE, HEADLINE, 0, 0]
    assert store.start.tolist() == [0, 4, 0, 4]
    assert store.in_voice("all").tolist() == [False, False, True, True]
    assert store.in_voice("all", headline=True).all()


def test_a_token_belongs_to_the_voice_in_which_it_begins():
    text = 'He said "no more" today.'
    spans = (Span(0, 8, "own"), Span(8, 17, "direct"), Span(17, len(text), "own"))
    store = tokenise(one(text), {"a": spans})

    assert store.voice.tolist() == [0, 0, 1, 1, 0]
    assert store.in_voice("quoted").tolist() == [False, False, True, True, False]


def test_a_voice_that_does_not_exist_is_refused():
    with pytest.raises(OptionError, match=r"`voice` must be one of .*did you mean 'quoted'"):
        tokenise(one("x")).in_voice("quotd")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("One two. Three four.", [0, 0, 1, 1]),
        ("Mr. Wei spoke. He left.", [0, 0, 0, 1, 1]),
        ("In the U.S. Congress met. In the U.S. He left", [0, 0, 0, 0, 0, 1, 1, 1, 2, 2]),
        ("“Stop!” he said. “Go.” She went", [0, 0, 0, 1, 2, 2]),
        ("No stop here\n\nbut a new paragraph", [0, 0, 0, 1, 1, 1, 1]),
        ("He asked: why? because", [0, 0, 0, 0]),
        ("One . Two", [0, 1]),
    ],
)
def test_sentences_end_where_they_should(text, expected):
    assert tokenise(one(text)).sentence.tolist() == expected


def test_sentences_are_numbered_through_the_store_and_a_headline_is_one():
    corpus = Corpus((Document("a", "One. Two.", title="What? No!"), Document("b", "Three."), Document("c", "")))
    store = tokenise(corpus)

    assert store.sentence.tolist() == [0, 0, 1, 2, 3]
    assert store.offsets.tolist() == [0, 4, 5, 5]


def test_positions_are_those_of_the_type():
    store = tokenise(one("The law, the LAW and the order"))

    assert store.positions("the").tolist() == [0, 2, 5]
    assert store.positions("law").tolist() == [1, 3]
    assert store.positions("chaos").tolist() == []


def test_an_empty_corpus_gives_an_empty_store():
    store = tokenise(Corpus(()))

    assert len(store) == 0
    assert store.types == ()
    assert store.offsets.tolist() == [0]


def test_a_store_cannot_be_written_to():
    with pytest.raises(ValueError, match="read-only"):
        tokenise(one("one")).ids[0] = 3
