"""Types of all speakers of a text, weighed together; all people are invented."""

import pytest

from framing.annotate.quotations import find_quotes
from framing.annotate.source_types.weights import weights


def found(text):
    return find_quotes([("a", text)]).quotes["a"]


def test_all_quotations_of_one_name_have_one_type():
    quotes = found(
        "Mara Voss, a lawyer who defends two of the accused, said the file was thin. The hall was full. "
        "Voss said her client had slept badly. “We will appeal,” she said."
    )

    assert [q.speaker_resolved for q in quotes] == ["Mara Voss"] * 3
    assert {q.source_type for q in quotes} == {"lawyer"}
    assert len({q.type_confidence for q in quotes}) == 1
    assert quotes[0].type_confidence is not None


def test_what_is_told_late_in_a_text_counts_for_the_first_quotation():
    first, *_ = found(
        "“The shaft was never safe,” Mara Voss said.\n\nVoss is a detective of the harbour police and led the search. "
        "Detective Voss said the door was open."
    )

    assert first.source_type == "police"


def test_a_well_known_body_is_left_to_the_lists():
    (quote,) = found("The World Health Organization said the wells were clean.")

    assert (quote.source_type, quote.type_confidence) == ("organisation", None)


@pytest.mark.parametrize("text", ["“Nobody came.”", "It was said that the pier was late.", "He said so.", "“…”, said"])
def test_speakers_of_whom_nothing_is_told_have_a_type_and_its_probability(text):
    for quote in found(text):
        assert quote.source_type in weights().types
        assert 0 < quote.type_confidence <= 1
