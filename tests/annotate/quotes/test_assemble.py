"""From readings to quotations; all people are invented."""

from tests.annotate.attributions import attributions


def test_what_is_said_of_other_peoples_words_is_one_quotation():
    found = attributions("Mara Voss said that Hugo Lind had told her that the pier was late.")

    assert found == [("Mara Voss", "say", "that Hugo Lind had told her that the pier was late")]


def test_thought_does_not_take_over_the_speech_in_it():
    lemmas = [lemma for _, lemma, _ in attributions("Hugo Lind believes that Mara Voss said that the pier was late.")]

    assert lemmas == ["say"]


def test_what_somebody_else_is_asked_to_say_is_all_asked():
    found = attributions("Mara Voss asked us by telephone to mention that the ferry was late.")
    assert found == [("Mara Voss", "ask", "to mention that the ferry was late")]
