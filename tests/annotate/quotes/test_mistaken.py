"""Words around a cue that are not what was said; all people are invented."""

import pytest

from tests.annotate.attributions import attributions

MISTAKEN = {
    "a result": ("Mara Voss said it so softly that nobody could hear her.", []),
    "who denies": (
        "The man regarded as the chief, Hugo Lind, denies everything, including the boat.", ["everything, including the boat"],
    ),
    "a meeting for a day": ("The union called its meeting for the following Monday.", []),
    "a witness": ("Hugo Lind, who lost nine boats, was called for the defence.", []),
    "an inquiry is called for": ("The board called for an inquiry.", ["an inquiry"]),
    "a place": ("Mara Voss spoke in the hall of the old school.", []),
    "what is spoken of": ("Mara Voss spoke of the old school.", ["the old school"]),
    "an adverb before the preposition": ("Mara Voss has spoken only of “a loose bolt”.", ["“a loose bolt”"]),
    "what was to come": ("Her appeal was to be heard this week.", []),
}  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), MISTAKEN.values(), ids=MISTAKEN.keys())
def test_only_what_was_said_is_content(text, expected):
    assert [content for _, _, content in attributions(text)] == expected


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("The Civil Hospital certifies on its form that the boy had slept for a week.", "that the boy had slept for a week"),
        (
            "Its friends in Cape Brandt allege that the fine is a punishment for a joke.",
            "that the fine is a punishment for a joke",
        ),
    ],
)
def test_a_verb_taken_for_a_noun_reports_behind_a_phrase_of_place_or_a_plural(text, said):
    assert said in [content for _, _, content in attributions(text)]
