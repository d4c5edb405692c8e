"""Content behind relative clauses, idioms and phrases that parsers lose it in; all people are invented."""

import pytest

from tests.annotate.attributions import attributions


@pytest.mark.parametrize(
    ("text", "speaker", "content"),
    [
        (
            "The Guild of Menders protested against “the arrest of a box of nails”.",
            "The Guild of Menders",
            "“the arrest of a box of nails”",
        ),
        (
            "The bylaws of the guild insist on “a treasurer without a dog”.",
            "The bylaws of the guild",
            "“a treasurer without a dog”",
        ),
        (
            "The Guild of Menders, whose clerk sits two doors from Tarrow's, insists that the tools have been counted.",
            "The Guild of Menders",
            "that the tools have been counted",
        ),
        (
            "Marit Osk, who used to repair clocks, has given her word that the tower does not lean.",
            "Marit Osk",
            "that the tower does not lean",
        ),
        (
            "The clerk, Ebba Rune, urges those who lost a boat to come to the chapel.",
            "The clerk, Ebba Rune",
            "to come to the chapel",
        ),
        (
            "According to an order which lay on every bench, any hall where more than ten people meet counts as a theatre.",
            "an order",
            "any hall where more than ten people meet counts as a theatre",
        ),
        (
            "By the end of May the boards had heard ninety appeals and decided three, according to the Dunholt police.",
            "the Dunholt police",
            "By the end of May the boards had heard ninety appeals and decided three",
        ),
        (
            "Some forty came and there were no arrests, according to the Dunholt police.",
            "the Dunholt police",
            "Some forty came and there were no arrests",
        ),
        (
            "Not one key had left the vault, in the words of Ebba Rune, who keeps it.",
            "Ebba Rune",
            "Not one key had left the vault",
        ),
        ("The guild asks for lamps, for ropes, and for patience.", "The guild", "lamps, for ropes, and for patience"),
        ("Her advice is to keep the receipts.", "Her", "to keep the receipts"),
        (
            "The guild praised a report “without one figure before page nine”.",
            "The guild",
            "a report “without one figure before page nine”",
        ),
        (
            "The order was late, Captain Ebba Rune of the Dunholt guard announced on Friday.",
            "Captain Ebba Rune of the Dunholt guard",
            "The order was late",
        ),
    ],
)
def test_the_whole_content_is_found(text, speaker, content):
    assert [(who, what) for who, _, what in attributions(text)] == [(speaker, content)]


@pytest.mark.parametrize(
    "text",
    [
        "The weekly describes the matter as follows:",
        "Half of the skippers who answered our questions intend to carry flares again.",
        "The general meeting, announced for 2 March, will take place in a hall with room for six hundred people.",
    ],
)
def test_what_only_stands_near_a_cue_is_not_said(text):
    assert attributions(text) == []


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("Mara Voss added, and a drawer was shut, that the key was lost.", "that the key was lost"),
        ("The baker complained that gulls from the harbour drink nothing but cream.",
         "that gulls from the harbour drink nothing but cream"),
        ("The office replied that paint without a label has to be thrown away.",
         "that paint without a label has to be thrown away"),
        ("Hugo Lind shouted from the roof that he had the ladder.", "that he had the ladder"),
    ],
)  # fmt: skip
def test_a_that_clause_is_found_where_the_parser_lost_it(text, content):
    assert [what.removeprefix("that ") for _, _, what in attributions(text)] == [content.removeprefix("that ")]


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("The driver asked which of the two goats I was fetching.", "which of the two goats I was fetching"),
        ("Mara Voss has asked the harbour office which rope is hers.", "which rope is hers"),
        ("Mara Voss asked her pupils who was missing from the choir.", "who was missing from the choir"),
        ("Mara Voss has asked in writing with which part of the roof the office disagrees.",
         "with which part of the roof the office disagrees"),
        ("Hugo Lind asks if a cough counts as a song.", "if a cough counts as a song"),
        ("Hugo Lind, a mason, explained to the court how rain gets from the roof into the cellar.",
         "how rain gets from the roof into the cellar"),
    ],
)  # fmt: skip
def test_a_question_is_found_behind_whoever_is_asked(text, content):
    assert [what for _, _, what in attributions(text)] == [content]


def test_who_is_asked_is_no_question():
    assert attributions("Mara Voss asked the firm which owned the roof.") == []
