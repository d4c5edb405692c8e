"""Sources that do not want to be known; all people are invented."""

import pytest

from tests.annotate.attributions import attributions


@pytest.mark.parametrize(
    "text",
    [
        "Two divers asked not to be identified.",
        "A diver asked us to leave out everything that points to his boat.",
        "A diver begged me to say nothing of his boat.",
        "A diver asked us to forget the boat he works on.",
        "A diver asked that only her nickname be used.",
        "A diver asked that his name be left out.",
        "A diver asked for his name to be withheld.",
        "A diver agreed to meet us on condition that we not name him.",
        "A diver asked not to appear by name here.",
    ],
)
def test_how_a_source_wants_to_be_told_of_is_no_quotation(text):
    assert attributions(text) == []


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("A diver asked us to leave the pier.", "to leave the pier"),
        ("A diver asked that the boat be left out.", "that the boat be left out"),
        ("Two divers agreed that they would not meet again.", "that they would not meet again"),
        ("A diver asked that the name of the pier stay.", "that the name of the pier stay"),
    ],
)
def test_other_requests_are(text, said):
    assert [content for _, _, content in attributions(text)] == [said]


def test_a_wish_to_have_names_printed_is_about_the_matter():
    found = attributions("Mara Voss asked us to print the names of the streets where the lamps are.")

    assert found == [("Mara Voss", "ask", "to print the names of the streets where the lamps are")]
