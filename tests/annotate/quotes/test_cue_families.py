"""Whole families of reporting words, each with the frame it stands in; all people are invented."""

import pytest

from tests.annotate.attributions import attributions

SAID = {
    "attribute": ("Mara Voss attributes the delay to “a wet summer in June”.", "the delay to “a wet summer in June”"),
    "lecture": ("The Tide lectured its readers on Monday that rain was no excuse.", "that rain was no excuse"),
    "caution against": ('Hugo Lind cautioned against "tales told over soup" and left.', '"tales told over soup"'),
    "appeal for one word": ("The mayor appealed for patience.", "patience"),
    "pledge a thing": ("The ministry pledged a new roof for every school.", "a new roof for every school"),
    "report doing": ("Neighbours reported hearing a bell.", "hearing a bell"),
    "petition": ("The league has petitioned the court to stop the sale.", "to stop the sale"),
    "undertake": ("Tide Loop undertook on Monday to close all accounts.", "to close all accounts"),
    "declare": ("The board declared Mara Voss the winner by nine votes.", "Mara Voss the winner by nine votes"),
    "figure without a verb's at": ("A clerk put the number of lamps sold at 40.", "the number of lamps sold at 40"),
    "give one's word": ("He gave his word that no skipper would pay before May.", "that no skipper would pay before May"),
    "want to know": ("Several guests wanted to know why the hall was locked.", "why the hall was locked"),
    "rule out": ("Mara Voss ruled out any change of the route.", "any change of the route"),
    "apologise for": ("Hugo Lind apologised for the noise of the pumps.", "the noise of the pumps"),
    "beg for": ("Her pupils begged for a last song.", "a last song"),
    "estimate": ("The Chamber of Chandlers estimates that one stall in five is empty.", "that one stall in five is empty"),
    "demand of somebody": ("We join the league in its demand for boats instead of coupons.", "boats instead of coupons"),
    "by the count of": ("Nine of the crew were new, by the count of the Tide Union.", "Nine of the crew were new"),
    "have readers believe": ("Hugo Lind would have readers believe that the rain did it.", "that the rain did it"),
    "an objection raised by": ("The objection that pupils pay a toll was raised by two bakers.", "that pupils pay a toll"),
    "promised without agent": ("The families were promised news every two hours.", "news every two hours"),
    "regret": ("The keeper regretted “the noise of the pumps”.", "“the noise of the pumps”"),
    "request a thing": ("The league requests the return of nine carts.", "the return of nine carts"),
    "call out": ("A porter called out that the gate would close.", "that the gate would close"),
    "teach": ("The hermit Jo Lind teaches that a word is a guest.", "that a word is a guest"),
    "on television": ("Hugo Lind boasted on television of his crew's skill.", "his crew's skill"),
}  # fmt: skip


@pytest.mark.parametrize(("text", "content"), SAID.values(), ids=SAID.keys())
def test_the_word_reports_with_its_frame(text, content):
    assert [said for _, _, said in attributions(text)] == [content]


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("Hugo Lind accused the harbour office of counting boats twice.", "counting boats twice"),
        ("The mayor thanked the divers for going down at night.", "going down at night"),
        ("The harbour office accuses us by name of “stirring the mud”.", "“stirring the mud”"),
        ("Sister Jo Lind, who runs the hospice, thanks the council for its patience.", "its patience"),
        ("One recording spoke of nine boats lost at the Point of the Bell.", "nine boats lost at the Point of the Bell"),
        ("He congratulated the town on its patience.", "its patience"),
        ("The Tide mocks the doubters as “geese before a bell”.", "“geese before a bell”"),
        ("Bishop Orr called on both crews to shake hands.", "to shake hands"),
        ("Mara Voss warned the public not to answer such letters.", "not to answer such letters"),
    ],
)
def test_whoever_is_addressed_is_no_part_of_what_is_said(text, content):
    assert [said for _, _, said in attributions(text)] == [content]


def test_a_second_verb_that_reports_only_with_its_noun_goes_on_with_what_was_said():
    said = "that the boats had been taken away in May and were merely given back"

    assert attributions(f"Hugo Lind revealed {said}.") == [("Hugo Lind", "reveal", said)]


@pytest.mark.parametrize(
    "text",
    [
        "His friends call him “the Weathercock”, for he knows the wind.",
        "A widow whom we call Aunt Stamp opened the door.",
        "The fire claimed two lives.",
        "Nine in ten are content, according to a poll by the Tide Centre.",
        "A clerk begged us not to print her name.",
        "China’s demand for oil fell.",
    ],
)
def test_words_that_name_no_speech_give_no_quotation(text):
    assert attributions(text) == []


@pytest.mark.parametrize("cue", ["complained", "protested", "lamented", "grumbled", "retorted"])
def test_a_complaint_is_no_attack(cue):
    from framing.annotate.quotations import find_quotes

    (quote,) = find_quotes([("a", f"Mara Voss {cue} that the pier was shut.")]).quotes["a"]

    assert quote.stance == "neutral"
