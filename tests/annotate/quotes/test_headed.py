"""What is reported behind a colon; all people are invented."""

import pytest

from tests.annotate.attributions import attributions


@pytest.mark.parametrize(
    ("text", "speaker", "content"),
    [
        ("The porters ask us the same thing: who has the key?", "The porters", "who has the key"),
        (
            "Mara Voss remembers it differently: the guild had complained in March about the smell.",
            "Mara Voss",
            "the guild had complained in March about the smell",
        ),
        (
            "A clerk on the fourth floor tells a different story: the press was delivered in May, “in crates marked pianos”.",
            "A clerk on the fourth floor",
            "the press was delivered in May, “in crates marked pianos”",
        ),
        ("She wrote to the mothers of the class: nobody had seen the bus.", "She", "nobody had seen the bus"),
    ],
)
def test_a_clause_behind_the_colon_of_a_reporting_clause_is_what_was_said(text, speaker, content):
    assert [(who, what) for who, _, what in attributions(text)] == [(speaker, content)]


@pytest.mark.parametrize(
    "text",
    [
        "The mayor was angry: nobody had mended the pump.",
        "The mayor who spoke last was tired: nobody had mended the pump.",
        "The ferry that the mayor praised was full: forty people stood.",
    ],
)
def test_a_colon_behind_another_verb_reports_nothing(text):
    assert not [what for _, _, what in attributions(text) if "nobody" in what or "forty" in what]


def test_marks_right_behind_a_colon_are_a_quotation_without_what_follows_them():
    found = attributions("Mara Voss scolded him: “The pump has been dry since the winter,” she said at the gate.")
    assert [what for _, _, what in found] == ["“The pump has been dry since the winter,”"]
