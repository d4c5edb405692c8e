"""What is a part of a body speaks for it."""

import pytest

from framing.annotate.quotations import find_quotes


def speakers(text):
    return [q.speaker_resolved for q in find_quotes([("a", text)]).quotes["a"] if q.speech]


@pytest.mark.parametrize("part", ["The laboratory", "A mission"])
def test_a_laboratory_and_a_mission_speak_for_their_body(part):
    assert speakers(f"{part} of the Health Office says that the well is clean.") == ["Health Office"]


def test_the_mission_is_known_again():
    text = (
        "A mission of the Health Office says that the well is clean. Ann Orr wept. The mission’s report adds that it is deep."
    )

    assert speakers(text) == ["Health Office"] * 2


def test_itself_is_no_part_of_the_name():
    text = "The Rowers’ Association met on Monday. Ann Orr left. The association itself says that the well is clean."

    assert speakers(text) == ["Rowers’ Association"]


def test_a_ministry_without_a_name_is_no_other_office():
    assert speakers("The Road Inspectorate met. The ministry says that the well is clean.") == [None]
