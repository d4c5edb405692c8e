"""Cues that stand seldom in the way of "said that"; all people are invented."""

import pytest

from tests.annotate.attributions import attributions


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('Hugo Lind apologised "to any sailor who knew his boat".', [("apologise", '"to any sailor who knew his boat"')]),
        ("A note on the door demanded “nine eels before the tide”.", [("demand", "“nine eels before the tide”")]),
        ("Hugo Lind has admitted to cutting the net.", [("admit", "cutting the net")]),
        ("Hugo Lind proposes to paint the gate.", [("propose", "to paint the gate")]),
        ("Mara Voss laughs that the gull knows her name.", [("laugh", "that the gull knows her name")]),
        ("It recommends draining the pond at once.", [("recommend", "draining the pond at once")]),
        ("Our reader suggests painting it in stripes.", [("suggest", "painting it in stripes")]),
        ("The bank confirmed having passed on the letter.", [("confirm", "having passed on the letter")]),
        ("The harbour office let us know that the crane was ill.", [("let know", "that the crane was ill")]),
        ("In the words of Hugo Lind, who came at noon, the shed is “a hat for rats”.",
         [("in words", "the shed is “a hat for rats”")]),
        ("Hugo Lind asked us to print that he had known it.", [("ask", "to print that he had known it")]),
        ("The bench held that the net was new.", [("hold", "that the net was new")]),
        ("Two bakers inquired when the old ropes on the pier would be replaced.",
         [("inquire", "when the old ropes on the pier would be replaced")]),
        ("The ferry firm boasts in a circular of “perfect order at sea”.", [("boast", "“perfect order at sea”")]),
    ],
)  # fmt: skip
def test_less_common_cues_have_their_content(text, expected):
    assert [(lemma, content.removeprefix("that ")) for _, lemma, content in attributions(text)] == [
        (lemma, content.removeprefix("that ")) for lemma, content in expected
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Remember what it was all for.",
        "There are those who would say that a lamp is only a lamp.",
        "The bench held a meeting.",
        "The lamp, a 1961 “Heron,” will be sold.",
    ],
)
def test_orders_names_and_what_some_would_say_are_no_quotations(text):
    assert attributions(text) == []
