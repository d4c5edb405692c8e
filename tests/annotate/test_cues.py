import pytest

from framing.annotate.cues import CLASSES, STANCES, forms, lexicon, reporting, sense


def test_every_cue_has_a_known_class_and_stance():
    assert {cue.kind for cue in lexicon().values()} <= set(CLASSES)
    assert {cue.stance for cue in lexicon().values()} == set(STANCES)


def test_there_are_at_least_250_cues():
    assert len(lexicon()) >= 250


def test_irregular_and_regular_forms_lead_to_the_lemma():
    assert [forms()[f] for f in ("said", "wrote", "claimed", "denies", "urging", "told")] == [
        "say", "write", "claim", "deny", "urge", "tell",
    ]  # fmt: skip


def test_thought_is_no_speech():
    assert not lexicon()["believe", "v"].speech
    assert lexicon()["say", "v"].speech


def test_a_word_of_two_groups_has_the_class_of_its_frame():
    assert [sense(lexicon()["call", "v"], frame).kind for frame in ("o", "for", "c")] == ["call", "urge", "call"]


@pytest.mark.parametrize(
    ("before", "word", "can"),
    [
        ("the", "state", False),
        ("notice", "states", True),
        ("the", "statement", True),
        ("by", "saying", True),
        ("is", "expected", False),
        ("many", "expected", True),
    ],
)
def test_a_noun_behind_an_article_reports_nothing(before, word, can):
    assert (reporting(word, before) == frozenset()) == can


def test_a_verb_that_reports_with_its_noun_alone_needs_it():
    assert reporting("paid", "they") == {"tribute"}
