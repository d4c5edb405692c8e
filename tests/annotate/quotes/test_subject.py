"""Who speaks, read from a parse; all people are invented."""

import pytest

from tests.annotate.attributions import attributions

SPEAKERS = {
    "likely to": ("Mara Voss is likely to argue that the pier was late.", ["Mara Voss"]),
    "forced to": ("The judge forced Mara Voss to admit that the pier was late.", ["Mara Voss"]),
    "a second verb over a clause": (
        "Mara Voss insists that she will fight on and refuses to say who paid.", ["Mara Voss", "Mara Voss"],
    ),
    "claim of": ("The claim of the prosecutors that the pier was safe cost them the case.", ["the prosecutors"]),
    "claim behind a name": (
        "Its spokesman Hugo Lind’s claim that nobody lived above the weir has not gone down well.", ["Hugo Lind’s"],
    ),
    "a verb taken for a participle": (
        "The union’s chairman, Hugo Lind, boasted on Monday that the harbour was shut.", ["The union’s chairman, Hugo Lind"],
    ),
    "name between commas": ("Boats, Mara Voss suggested, will have to wait.", ["Mara Voss"]),
    "apposition before the cue": (
        "Mara Voss, a spokeswoman for the harbour in Merrow, said the pier was late.",
        ["Mara Voss, a spokeswoman for the harbour in Merrow"],
    ),
    "a handle": (
        "GullRock9, a reader of this page, writes: “My brother was on that boat and did not come up.”",
        ["GullRock9, a reader of this page"],
    ),
    "in somebody's words": ('The pier is, in the words of Mara Voss, "a bridge to nowhere at all".', ["Mara Voss"]),
    "in the words of a company": ('The line is, in the words of Lind Tramways, "a promise kept".', ["Lind Tramways"]),
    "a surname behind surnamed": ("A resident surnamed Lind said the water was brown.", ["A resident surnamed Lind"]),
    "a description that heads the sentence": (
        "The lawyer Mara Voss urged the court to wait.", ["The lawyer Mara Voss"],
    ),
    "a description before the name": ("The lawyer Mo Adler urged the court to wait.", ["The lawyer Mo Adler"]),
    "us and me are told": (
        '"The water was brown," a driver told us. Mara Voss told me that the pier was late.', ["a driver", "Mara Voss"],
    ),
    "have us believe": ("Mara Voss would have us believe that the pier is safe.", ["Mara Voss"]),
    "in somebody's view": ("In the view of Mara Voss, the pier should go.", ["Mara Voss"]),
}  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), SPEAKERS.values(), ids=SPEAKERS.keys())
def test_the_speaker_is_found(text, expected):
    assert [speaker for speaker, _, _ in attributions(text)] == expected


def test_who_was_closed_or_ordered_to_move_does_not_speak():
    assert attributions("Shops were either closed or ordered to move within a month.") == []


def test_who_was_fined_and_promised_to_pay_speaks():
    assert [who for who, _, _ in attributions("Mara Voss was fined and promised to pay.")] == ["Mara Voss"]
