import pytest

from framing.errors import LexiconError
from framing.lexicons.model import Category, Entry, Lexicon, Negation


def full(**changes):
    fields = {
        "name": "x", "entries": (Entry("law", "x"),), "version": "1", "citation": "A (2020)", "licence": "CC0",
        "language": "en", "unit": "word", "weights": "every entry counts 1", "weight_range": (1.0, 1.0),
        "case": "fold", "wildcards": "glob",
        "negation": Negation(), "validated": "none", "sha256": "0" * 64,
    }  # fmt: skip
    return Lexicon(**(fields | changes))


@pytest.mark.parametrize("key", ["version", "citation", "licence", "language", "weights", "validated", "negation", "sha256"])
def test_the_papers_are_not_optional(key):
    complete = {name: getattr(full(), name) for name in Lexicon.__dataclass_fields__ if name != key}

    with pytest.raises(TypeError, match=key):
        Lexicon(**complete)


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"citation": " "}, "`citation` must be text, got ' '; write 'not stated'"),
        ({"case": "upper"}, "`case` must be one of fold, keep"),
        ({"unit": "letter"}, "`unit` must be one of word, lemma, regex"),
        ({"entries": ()}, "no entries"),
    ],
)
def test_impossible_papers_are_refused(changes, message):
    with pytest.raises(LexiconError, match=message):
        full(**changes)


def test_a_score_has_the_name_of_the_list_if_there_is_only_one_category():
    assert full().score_name("x") == "x"
    assert full(entries=(Entry("law", "legal"),)).score_name("legal") == "x/legal"


def test_joining_levels_counts_an_entry_once():
    categories = (Category("a/b", ("a", "b")), Category("a/c", ("a", "c")))
    lexicon = full(entries=(Entry("law", "a/b"), Entry("law", "a/c")), categories=categories)

    assert lexicon.at_level(1).category_names == ("a",)
    assert len(lexicon.at_level(1)) == 1
    assert len(lexicon.at_level(2)) == 2


def test_one_category_can_be_taken_out():
    lexicon = full(entries=(Entry("law", "a"), Entry("riot", "b")))

    assert [entry.term for entry in lexicon.only("b").entries] == ["riot"]
    with pytest.raises(LexiconError, match="`category` must be one of a, b, got 'c'"):
        lexicon.only("c")


def test_two_lists_with_other_words_have_other_fingerprints():
    assert Lexicon.from_words("x", ["a"]).sha256 != Lexicon.from_words("x", ["b"]).sha256


@pytest.mark.parametrize("weight", [float("nan"), float("inf")])
def test_a_weight_that_is_no_number_is_refused(weight):
    with pytest.raises(LexiconError, match="lexicon 'x': the weight of 'riot' must be a number"):
        Lexicon.from_entries("x", (Entry("riot", "neg", weight),))
