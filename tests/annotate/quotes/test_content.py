"""What a reporting verb or noun has as its content; all people are invented."""

import pytest

from tests.annotate.attributions import attributions

CONTENTS = {
    "a second that-clause": (
        "Mara Voss predicted that wages would fall over time, but that the higher pay would more than offset any loss.",
        [("Mara Voss", "predict", "that wages would fall over time, but that the higher pay would more than offset any loss")],
    ),
    "another speaker behind while": (
        "Mara Voss said that the pier was shut, whereas Hugo Lind said that it was open.",
        [("Mara Voss", "say", "that the pier was shut"), ("Hugo Lind", "say", "that it was open")],
    ),
    "a second verb of another form": (
        "Mara Voss is telling reporters that it is late and says she will sue.",
        [("Mara Voss", "tell", "that it is late"), ("Mara Voss", "say", "she will sue")],
    ),
    "that before marks": ("Mara Voss promises that “nobody will wait”.", [("Mara Voss", "promise", "“nobody will wait”")]),
    "that before words and marks": (
        "Mara Voss promises that nobody “will have to wait”.",
        [("Mara Voss", "promise", "that nobody “will have to wait”")],
    ),
    "two promises and requests": (
        "The ministry promised to pay for the nets and urged skippers to wait.",
        [("The ministry", "promise", "to pay for the nets"), ("The ministry", "urge", "to wait")],
    ),
    "a wish behind for": ("Mara Voss called for the pier to be shut.", [("Mara Voss", "call", "the pier to be shut")]),
    "a gerund away from its verb": (
        "Mara Voss admitted in court having sold the boat.", [("Mara Voss", "admit", "having sold the boat")],
    ),
    "an infinitive of the past": (
        "Hugo Lind claimed to have seen the boat.", [("Hugo Lind", "claim", "to have seen the boat")],
    ),
    "a verb with its noun": ("Mara Voss took aim at the harbour board.", [("Mara Voss", "take aim", "the harbour board")]),
    "a noun and is": ("Her view is that the pier should go.", [("Her", "view", "that the pier should go")]),
    "marks around a part of the clause": (
        "Mara Voss said the days when the town had “a single pier” were gone.",
        [("Mara Voss", "say", "the days when the town had “a single pier” were gone")],
    ),
    "a chant": ("They chanted “stop the pier now” and left.", [("They", "chant", "“stop the pier now”")]),
    "two words and what was done next": ("Mara Voss said 'no comment' and left.", [("Mara Voss", "say", "'no comment'")]),
    "a figure": ("Hugo Lind put the number at 300.", [("Hugo Lind", "put", "the number at 300")]),
    "no figure": ("Hugo Lind put the boat at the pier, and Mara Voss put hers at berth 9.", []),
    "a noun behind its warner": (
        "A warning from Mara Voss that the bridge was unsafe came too late.",
        [("Mara Voss", "warning", "that the bridge was unsafe")],
    ),
    "a noun that is issued": (
        "Mara Voss issued a warning that the bridge was unsafe.", [("Mara Voss", "warning", "that the bridge was unsafe")],
    ),
    "a noun before the verb of its sentence": (
        "His claim that the vote was rigged drew laughter.", [("His", "claim", "that the vote was rigged")],
    ),
    "a claim that is denied": (
        "Mara Voss dismissed the claim that the vote was rigged.", [("Mara Voss", "dismiss", "that the vote was rigged")],
    ),
    "a claim that is printed": (
        "The paper printed a claim that the bridge was unsafe.", [(None, "claim", "that the bridge was unsafe")],
    ),
    "a claim that is shown": (
        "Mara Voss was shown a claim that the bridge was unsafe.", [(None, "claim", "that the bridge was unsafe")],
    ),
    "a demand": ("Residents carried a demand for an inquiry.", [("Residents", "demand", "an inquiry")]),
    "a demand for nothing": ("Mara Voss issued a demand for", []),
    "demand for goods": ("Demand for tea rose, and China’s demand for oil fell.", []),
}  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), CONTENTS.values(), ids=CONTENTS.keys())
def test_content_is_read(text, expected):
    assert attributions(text) == expected


def test_an_idea_that_is_rejected_is_said_with_its_noun():
    ((_, _, content),) = attributions("Mara Voss rejected the suspicion that the fire had been set.")
    assert content == "the suspicion that the fire had been set"
