"""Whose forum or page was closed is hit by it, in a text that tells of closures."""

import pytest

from framing.annotate.quotations import find_quotes

SAID = "said the gate was open."
SHUT = "Thirty pages and forums were shut on Monday."


def kinds(text):
    return [q.source_type for q in find_quotes([("a", text)]).quotes["a"] if q.speech]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        (f"{SHUT} Ann Orr, who ran a forum for bakers, {SAID}", "victim"),
        (f"Thirty pages were printed. Ann Orr, who ran a forum for bakers, {SAID}", "citizen"),
        (f"{SHUT} Ann Orr, who walked to the forum with a spoon, {SAID}", "citizen"),
        (f"{SHUT} Ann Orr, a chemist who had kept the yeast page for six years, {SAID}", "victim"),
        (f"{SHUT} Hugo Lind, who wrote about bread for six years at Warm Crust, {SAID}", "victim"),
        (f"{SHUT} Hugo Lind, to whom the Copper Spoon has belonged since May, {SAID}", "victim"),
        (f"The forum was gone by noon. Kestrel, one of the founders, {SAID}", "victim"),
        (f"Ann Orr, a cook, {SAID} Her page was deleted on Monday.", "victim"),
        (f"{SHUT} Ann Orr, the minister who had kept the yeast page for six years, {SAID}", "official"),
    ],
)
def test_whose_page_was_closed_is_a_victim(text, kind):
    assert kinds(text)[-1] == kind


def test_the_founder_stays_one_at_a_pronoun():
    text = f"{SHUT} Ann Orr, a chemist who had kept the yeast page for six years, {SAID} “It was a good page,” she said."

    assert kinds(text) == ["victim", "victim"]
