"""A document is that of whoever is named behind it as having put it out."""

import pytest

from framing.annotate.quotations import find_quotes

SAID = "says that the gate is closed."


def speakers(text):
    return [q.speaker_resolved for q in find_quotes([("a", text)]).quotes["a"] if q.speech]


@pytest.mark.parametrize(
    "mention",
    [
        "A notice taped to the door by the Fen Bank",
        "A sheet pushed under every door by the Fen Bank",
        "An opinion submitted by the Fen Bank",
        "The letter that she got from the Fen Bank",
        "The slip that he was given by the Fen Bank",
        "The sheet, headed Fen Bank,",
    ],
)
def test_who_set_a_document_down_or_gave_it_to_somebody_issued_it(mention):
    assert speakers(f"{mention} {SAID}") == ["Fen Bank"]


def test_whoever_is_named_in_a_clause_with_a_verb_of_making_made_the_document():
    assert (
        speakers(f"The gate is closed, according to a report that the botanist Ann Orr prepared for us. It {SAID}")[0]
        == "Ann Orr"
    )
    assert speakers(f"The permit, which took the Fen Council nine days to issue, {SAID}") == ["Fen Council"]


def test_whoever_only_read_a_document_has_not_made_it():
    assert speakers(f"The permit that Ann Orr read to the children {SAID}") == [None]


def test_a_clause_can_tell_whose_seal_a_document_bears():
    text = "The gate is closed, according to a receipt which we have seen and which bears the seal of the Fen Bank."

    assert speakers(text) == ["Fen Bank"]


def test_whoever_obtained_a_document_has_not_issued_it():
    assert speakers("The gate is closed, according to letters obtained by the Merrow Herald.") == [None]
