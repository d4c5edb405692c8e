""" "It" goes back to what the sentence before is about."""

import pytest

from framing.annotate.quotations import find_quotes

SAYS = "It says that the gate is closed."


def speakers(text):
    return [(q.speaker_resolved, q.source_type) for q in find_quotes([("a", text)]).quotes["a"] if q.speech]


@pytest.mark.parametrize(
    "before",
    [
        "A leaflet from the Fen Bank is pinned above the stove.",
        "The Fen Bank’s leaflet, on which the guests were sitting, is green.",
    ],
)
def test_it_is_the_document_that_the_sentence_before_is_about(before):
    assert speakers(f"The Board of Pumps met. {before} {SAYS}") == [("Fen Bank", "company")]


def test_a_poster_of_nobody_is_of_no_body_named_earlier():
    text = "The Association of Old Rowers sold tea. The poster hangs in every shop now. " + SAYS

    assert speakers(text)[-1][0] is None


def test_who_drew_up_a_document_can_be_told_after_it():
    text = f"The charge sheet has two pages. {SAYS} It was drawn up by the Bureau of Calm."

    assert speakers(text)[0] == ("Bureau of Calm", "official")


def test_it_is_the_body_without_a_name_that_the_sentence_before_is_about():
    text = "The bus left the Tamrin bends on Monday. A commission led by three judges finished its work today. "

    assert speakers(text + "It found that the brakes were old.")[-1] == (None, "official")


def test_it_is_still_the_body_named_in_the_sentence_before():
    assert speakers(f"The Fen Bank closed on Monday. {SAYS}") == [("Fen Bank", "company")]
