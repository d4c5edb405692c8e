import json
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from framing.annotate.counting.tokens import tokenise
from framing.corpus.documents import Corpus, Document
from framing.errors import OptionError
from framing.lexicons.match import match
from framing.lexicons.model import Entry, Lexicon, Negation

ORACLE = Path(__file__).parents[1] / "oracles" / "dictionary_matching.json"


def store_of(*texts, **fields):
    return tokenise(Corpus(tuple(Document(str(i), text, **fields) for i, text in enumerate(texts))))


def lexicon_of(dictionary, **fields):
    entries = [Entry(term, category) for category, terms in dictionary.items() for term in terms]
    return Lexicon.from_entries("test", tuple(entries), **fields)


def totals(hits):
    counts = np.bincount(hits.category, minlength=len(hits.lexicon.categories))
    return dict(zip(hits.lexicon.category_names, counts.tolist(), strict=True))


def found(hits, store):
    """Category, entry and words of each hit, in the order of the text."""
    words = [store.types[t] for t in store.type_ids]
    names, entries = hits.lexicon.category_names, hits.lexicon.entries
    rows = zip(hits.category, hits.entry, hits.token, hits.length, strict=True)
    return sorted((int(t), names[c], entries[e].term, " ".join(words[t : t + n])) for c, e, t, n in rows)


@pytest.mark.parametrize(
    ("overlap", "key"), [("allow", "overlapping_allowed"), ("longest", "longest_match_wins_across_categories")]
)
def test_matching_agrees_with_the_oracle(overlap, key):
    case = json.loads(ORACLE.read_text(encoding="utf-8"))
    store = store_of(case["input"]["text"])

    assert store.words("0") == case["input"]["tokens"]
    assert totals(match(lexicon_of(case["input"]["dictionary"]), store, overlap=overlap)) == case["expected"][key]


def test_hits_lead_to_their_words():
    store = store_of("The rule of law, Law and ORDER", "no order")
    hits = match(lexicon_of({"harmony": ["rule of law", "order"], "legal": ["law"]}), store)

    assert found(hits, store) == [
        (1, "harmony", "rule of law", "rule of law"), (3, "legal", "law", "law"), (4, "legal", "law", "law"),
        (6, "harmony", "order", "order"), (8, "harmony", "order", "order"),
    ]  # fmt: skip


def test_within_a_category_the_longest_match_counts_once():
    store = store_of("rule of law and order")
    hits = match(lexicon_of({"a": ["law", "rule of law", "law and order", "order"]}), store)

    assert [row[2] for row in found(hits, store)] == ["rule of law", "order"]


def test_a_longer_phrase_wins_over_one_that_begins_before_it():
    store = store_of("a b c d")

    assert found(match(lexicon_of({"x": ["a b", "b c d"]}), store), store) == [(1, "x", "b c d", "b c d")]


def test_overlapping_phrases_of_one_length_go_to_the_leftmost():
    store = store_of("a b a b a")

    assert [row[0] for row in found(match(lexicon_of({"x": ["a b a"]}), store), store)] == [0]
    assert [row[0] for row in found(match(lexicon_of({"x": ["a b"]}), store), store)] == [0, 2]


def test_a_word_counts_for_the_entry_that_says_most_about_it():
    store = store_of("clashes clash clashed")
    hits = match(lexicon_of({"a": ["c*", "clash*", "clashes"]}), store)

    assert [row[2] for row in found(hits, store)] == ["clashes", "clash*", "clash*"]


@pytest.mark.parametrize(
    ("pattern", "expected"),
    [
        ("stab*", ["stab", "stability"]),
        ("*ity", ["stability", "city"]),
        ("c?ty", ["city"]),
        ("s*y", ["stability"]),
        ("anti-*", ["anti-riot"]),
        ("* riot", []),
        ("U.S.", ["u.s"]),
        ("don't", ["don't"]),
    ],
)
def test_wildcards_stay_within_a_token(pattern, expected):
    store = store_of("stab stability city anti-riot U.S. don’t")

    assert [row[3] for row in found(match(lexicon_of({"a": [pattern]}), store), store)] == expected


def test_wildcards_work_inside_phrases():
    store = store_of("the rule of law, the rules of the law")
    hits = match(lexicon_of({"a": ["rule* of law", "rule* of * law"]}), store)

    assert [row[3] for row in found(hits, store)] == ["rule of law", "rules of the law"]


def test_a_phrase_does_not_run_from_one_document_or_part_into_another():
    corpus = Corpus((Document("a", "law", title="rule of"), Document("b", "and order")))
    hits = match(lexicon_of({"x": ["of law", "law and", "law and order", "rule of"]}), tokenise(corpus))

    assert totals(hits) == {"x": 1}


def test_case_counts_only_where_the_lexicon_says_so():
    store = store_of("The Party and the party")

    assert totals(match(lexicon_of({"a": ["Party"]}, case="keep"), store)) == {"a": 1}
    assert totals(match(lexicon_of({"a": ["Party"]}), store)) == {"a": 2}


def test_without_wildcards_a_star_is_no_joker():
    assert totals(match(lexicon_of({"a": ["clash*"]}, wildcards="none"), store_of("clash clashes"))) == {"a": 1}


@pytest.mark.parametrize(
    ("effect", "n", "weights"), [("ignore", 4, [2, 2, 2, 2]), ("drop", 2, [2, 2]), ("flip", 4, [-2, -2, 2, 2])]
)
def test_negation_does_what_the_lexicon_says(effect, n, weights):
    store = store_of("Not a good idea. It isn't good. Never mind the weather, which is good. No way. Good!")
    lexicon = Lexicon.from_entries("x", (Entry("good", "x", 2.0),), negation=Negation(effect, window=3))
    hits = match(lexicon, store).ordered()

    assert len(hits) == n
    assert hits.weight.tolist() == weights


def test_an_unknown_overlap_rule_is_refused():
    with pytest.raises(OptionError, match="`overlap` must be one of allow, longest"):
        match(lexicon_of({"a": ["x"]}), store_of("x"), overlap="none")


@pytest.mark.parametrize("texts", [(), ("",), ("x",)])
def test_nothing_is_found_in_nothing(texts):
    store = store_of(*texts)

    assert len(match(lexicon_of({"a": ["law", "rule of law", "l*", "* of law"]}), store)) == 0


def by_hand(words, dictionary):
    """Slow and plain: every phrase at every place, longest first, then the leftmost, each token once in a category."""
    totals = {}
    for category, terms in dictionary.items():
        spans = [
            (len(term.split()), i)
            for term in terms
            for i in range(len(words))
            if words[i : i + len(term.split())] == term.split()
        ]
        taken, n = set(), 0
        for size, i in sorted(set(spans), key=lambda span: (-span[0], span[1])):
            if taken.isdisjoint(range(i, i + size)):
                taken.update(range(i, i + size))
                n += 1
        totals[category] = n
    return totals


TERM = st.lists(st.sampled_from("abc"), min_size=1, max_size=3).map(" ".join)


@given(
    st.lists(st.sampled_from("abcd"), max_size=25),
    st.dictionaries(st.sampled_from(["x", "y"]), st.lists(TERM, min_size=1, max_size=5, unique=True), min_size=1),
)
@settings(max_examples=300, deadline=None)
def test_matching_equals_a_search_by_hand(words, dictionary):
    assert totals(match(lexicon_of(dictionary), store_of(" ".join(words)))) == by_hand(words, dictionary)


@given(st.lists(st.lists(st.sampled_from("abcd"), max_size=8).map(" ".join), min_size=1, max_size=5), st.randoms())
@settings(max_examples=60, deadline=None)
def test_the_order_of_documents_does_not_matter(texts, random):
    lexicon = lexicon_of({"x": ["a", "a b", "b c d"], "y": ["b*", "d a"]})
    mixed = texts.copy()
    random.shuffle(mixed)

    assert totals(match(lexicon, store_of(*texts))) == totals(match(lexicon, store_of(*mixed)))
