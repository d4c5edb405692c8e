"""What only looks like a report of speech; all people are invented."""

import pytest

from tests.annotate.attributions import attributions


@pytest.mark.parametrize(
    "text",
    [
        "Nobody at the harbour said that the pier was shut.",
        "Neither side has said that the pier was shut.",
        "A cynic could say that the pier was never meant to open.",
        "Two divers asked not to be named.",
        "Let us ask who paid for the pier.",
        "It would be easy to say that the pier is late.",
        "That said, the pier is late.",
        "One must ask who paid for the pier.",
        "Readers ought to ask who paid for the pier.",
        "The town has a right to ask who paid for the pier.",
        "Two divers asked to remain unnamed.",
        "Mara Voss did not ask who paid for the pier.",
        "The board does not dispute that the pier is late.",
        "When the pier will open, the letter did not say.",
        "The bell cannot say who rang it.",
        "Nothing says who paid for the pier.",
        "He does not know, until they tell him, who paid for the pier.",
        "If Mara Voss should ever say that she is sorry, the town will ring its bells.",
        "He who pays says: the pier is mine.",
        "A sceptic would reply that the pier was never meant to open.",
        "One can imagine the firm pleading that it knew nothing.",
        "It can be left at the gate, no questions asked, until the pier opens.",
        "The pier opened on Friday, as announced.",
    ],
)
def test_words_that_nobody_has_spoken_are_no_quotation(text):
    assert attributions(text) == []


def test_a_modal_before_words_in_marks_is_a_report():
    assert [lemma for _, lemma, _ in attributions('Mara Voss will say: "The pier is late and we are sorry."')] == ["say"]


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("Skippers were urged to wait for the tide.", "to wait for the tide"),
        ("The firm was accused of hiding the report.", "hiding the report"),
    ],
)
def test_a_passive_without_agent_is_a_quotation_without_speaker(text, content):
    assert [(speaker, said) for speaker, _, said in attributions(text)] == [(None, content)]


def test_a_passive_that_only_could_be_is_none():
    assert attributions("Skippers could be urged to wait for the tide.") == []


def test_an_attack_on_a_name_alone_counts_and_a_word_alone_does_not():
    assert attributions("Mara Voss criticised Lind.") == [("Mara Voss", "criticise", "Lind")]
    assert attributions("Mara Voss mentioned it.") == []


def test_what_the_sentence_before_has_told_of_can_be_rejected():
    assert attributions("The prefecture rejects this.") == [("The prefecture", "reject", "this")]


def test_who_speaks_can_be_lost_in_the_phrase_that_opens_the_sentence():
    text = "From the tower Captain Ida Merrow praises the calm of the crowd."
    assert attributions(text) == [("Captain Ida Merrow", "praise", "the calm of the crowd")]
