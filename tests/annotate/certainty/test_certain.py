"""Probabilities of quotations, and what is reported."""

import pytest

from framing.annotate.annotated import UNSURE, annotate, as_annotated
from framing.annotate.certainty.certain import certain, counts
from framing.annotate.quotations import Quote, find_quotes
from framing.annotate.stream import quote_records
from framing.corpus.documents import Corpus, Document
from framing.errors import OptionError

PLAIN = "Mara Voss said that the pier was safe."
BOTH = f'{PLAIN} Guides speak of a leaning pier. "It leans," she added.'


def chances(text):
    return [quote.confidence for quote in find_quotes([("a", text)], indirect_from=0).quotes["a"]]


def test_a_plain_clause_with_its_speaker_is_nearly_certain():
    assert chances(PLAIN)[0] > 0.9


def test_every_quotation_has_a_probability():
    assert len(chances(BOTH)) == 3
    assert all(0 < chance < 1 for chance in chances(BOTH))


def test_what_is_quoted_before_can_move_the_probability_and_nothing_else_of_a_quotation():
    found = find_quotes([("a", BOTH)]).quotes["a"]

    assert [q.confidence for q in certain(BOTH, found)] != [q.confidence for q in found]
    assert [(q.parts, q.cue, q.speaker, q.id) for q in certain(BOTH, found)] == [
        (q.parts, q.cue, q.speaker, q.id) for q in found
    ]


def test_indirect_speech_below_the_bound_is_left_out_and_direct_speech_stays():
    least = min(chances(BOTH))

    kept = find_quotes([("a", BOTH)], indirect_from=least + 0.001).quotes["a"]
    assert [q.kind for q in find_quotes([("a", BOTH)], indirect_from=0).quotes["a"]] == ["indirect", "indirect", "direct"]
    assert [q.kind for q in kept] == ["indirect", "direct"]
    assert [q.id for q in kept] == [0, 1]
    assert [q.kind for q in find_quotes([("a", BOTH)], indirect_from=1).quotes["a"]] == ["direct"]


def test_what_is_left_out_is_the_outlets_own_voice():
    corpus = Corpus((Document("a", BOTH),))
    strict, all_of_it = annotate(corpus, indirect_from=1), annotate(corpus, indirect_from=0)

    assert {span.voice for span in strict.voices["a"]} == {"own", "direct"}
    assert {span.voice for span in all_of_it.voices["a"]} == {"own", "direct", "indirect"}
    assert UNSURE.format(1) in strict.notes
    assert UNSURE.format(0) in all_of_it.notes
    assert not any("indirect_from" in note for note in annotate(corpus).notes)


def test_each_bound_is_annotated_once_and_not_mixed_up():
    corpus = Corpus((Document("a", BOTH),))

    assert as_annotated(corpus, indirect_from=0.9) is as_annotated(corpus, indirect_from=0.9)
    assert as_annotated(corpus, indirect_from=0.9) is not as_annotated(corpus)
    with pytest.raises(OptionError, match="`indirect_from`"):
        as_annotated(as_annotated(corpus), indirect_from=0.9)


def test_speakers_keep_their_kinds_when_quotations_between_them_are_left_out():
    text = "Guides speak of a leaning pier. Detective Ann Orr said that the lock was whole."

    assert [q.source_type for q in find_quotes([("a", text)], indirect_from=0.9).quotes["a"]] == ["police"]


@pytest.mark.parametrize("bound", [-0.1, 1.5])
def test_a_bound_that_is_no_probability_is_refused(bound):
    with pytest.raises(OptionError, match="indirect_from"):
        find_quotes([("a", PLAIN)], indirect_from=bound)
    with pytest.raises(OptionError, match="indirect_from"):
        list(quote_records([{"id": "a", "text": PLAIN}], indirect_from=bound))


def test_thought_is_not_left_out():
    quote = Quote(0, 4, ((0, 4),), "indirect", (5, 9), speech=False, confidence=0.1)

    assert counts(quote, 0.5)
    assert not counts(Quote(0, 4, ((0, 4),), "indirect", (5, 9), confidence=0.1), 0.5)


def test_texts_in_other_languages_keep_the_rank_of_the_rule_beside_english_ones():
    texts = [("a", PLAIN), ("b", "市长说：“我们明天重建码头。”")]
    alone = find_quotes(texts[1:], lang="zh").quotes["b"]

    assert alone
    assert find_quotes(texts, lang=["en", "zh"], indirect_from=1).quotes == {"a": (), "b": alone}


def test_a_pronoun_that_stands_for_nobody_is_less_sure_than_one_that_stands_for_a_name():
    alone, resolved = (
        chances("She said that it was cold."),
        chances("Ann Orr said the gate was open. She said that it was cold."),
    )

    assert alone[0] < resolved[1]
