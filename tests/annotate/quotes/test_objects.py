"""Objects of reporting verbs; all people are invented."""

import pytest

from tests.annotate.attributions import attributions

OBJECTS = {
    "called with marks": ('Mara Voss called the plan "a gift to nobody".', [("call", 'the plan "a gift to nobody"')]),
    "called in an absolute clause": (
        "With Mara Voss calling the plan “a gift to nobody”, the council stopped.", [("call", "the plan “a gift to nobody”")],
    ),
    "as with a mark that ends the sentence": (
        'Mara Voss described the demonstrations as largely "very peaceful."',
        [("describe", 'the demonstrations as largely "very peaceful."')],
    ),
    "called into question": ("Mara Voss called the plan into question.", [("call", "the plan into question")]),
    "a meeting is called": ("Mara Voss called a meeting.", []),
    "called out": ("Mara Voss called out the builders.", [("call out", "the builders")]),
    "as with marks": ("Mara Voss praised the crew as “very calm”.", [("praise", "the crew as “very calm”")]),
    "a place belongs to the object": (
        "Mara Voss denied any role in the sale of the pier.", [("deny", "any role in the sale of the pier")],
    ),
    "an occasion does not": ("Mara Voss denied any role in an interview on Monday.", [("deny", "any role")]),
    "called three things": (
        'The mayor called the law "vague", "dangerous" and "a gift to the police".',
        [("call", 'the law "vague", "dangerous" and "a gift to the police"')],
    ),
    "called by a name": ("The papers call him Hugo Lind, and he laughs.", []),
    "a number is called": ("The man who called the office has gone.", []),
    "witnesses are called": ("The defence called nine.", []),
    "something in the hand": ("The guard offered the visitor a chair.", []),
    "something for sale": ("Two shops that offered ropes and oars were shut.", []),
    "something on the table": ("The board offered a full inquiry.", [("offer", "a full inquiry")]),
    "something ordered": ("The baker ordered a new oven.", []),
    "a charge behind a place": (
        "Mara Voss accused him over the loudspeaker of the port of “selling fog”.", [("accuse", "“selling fog”")],
    ),
    "thanks in a book": (
        "The league thanked the guard in the guest book for “the patience of a mule”.", [("thank", "“the patience of a mule”")],
    ),
    "tribute": ("Mara Voss paid tribute to the old crew.", [("pay tribute", "the old crew")]),
}  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), OBJECTS.values(), ids=OBJECTS.keys())
def test_objects_are_read(text, expected):
    assert [(lemma, content) for _, lemma, content in attributions(text)] == expected


def test_a_charge_behind_the_agent_is_what_is_said():
    (found,) = attributions("The chairman was accused by two of his own sailors of hiding the report.")

    assert found == ("two of his own sailors", "accuse", "hiding the report")


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("The Gazette accused him in a box on page two of having sold the bell.", "having sold the bell"),
        ("Mara Voss accused him over the loudspeaker of the bus station of “frying the tickets”.", "“frying the tickets”"),
        ("Mara Voss thanked the crew in a letter for “having sung in such rain”.", "“having sung in such rain”"),
        ("A roofer of 40 apologised in writing for having passed on the key.", "having passed on the key"),
    ],
)
def test_what_somebody_is_told_stands_behind_the_phrases_on_the_way(text, content):
    assert [what for _, _, what in attributions(text)] == [content]


def test_for_whom_somebody_speaks_is_no_part_of_what_is_praised():
    ((_, _, content),) = attributions("Mara Voss welcomed the verdict on behalf of her two hundred members.")
    assert content == "the verdict"


def test_shares_of_what_is_asked_for_go_on_behind_it():
    ((_, _, content),) = attributions("The prosecutor asked for six years for Mara Voss and four for Jon Lind.")
    assert content == "six years for Mara Voss and four for Jon Lind"


def test_to_whom_something_is_offered_is_told_where_a_clause_says_who_they_are():
    ((_, _, content),) = attributions("Mara Voss is offering a free ticket to everyone who brings a rusty nail.")
    assert content == "a free ticket to everyone who brings a rusty nail"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Mara Voss calls a pier without a rail for the children “unheard of”.",
         "a pier without a rail for the children “unheard of”"),
        ("A resolution of the guild declares the order of March “valid from the start”.",
         "the order of March “valid from the start”"),
        ("One of the nurses who signed the note called Brandt a quack, fake and charlatan.",
         "Brandt a quack, fake and charlatan"),
    ],
)  # fmt: skip
def test_what_something_is_called_goes_on_to_its_new_name(text, said):
    assert said in [content for _, _, content in attributions(text)]


def test_a_meeting_is_called_and_not_named_after_the_room():
    assert attributions("Mara Voss called a meeting in the back room of the “Blue Heron”.") == []


def test_a_thing_that_looks_like_a_time_is_asked_for():
    found = attributions("The guild of smiths has requested a month of rest for the bellows.")

    assert found == [("The guild of smiths", "request", "a month of rest for the bellows")]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Attorney Ada Gajda called the ban excessive.", ["the ban excessive"]),
        ("The League called the search disproportionate.", ["the search disproportionate"]),
        ("A former treasurer, whose name we know and do not print, called that nonsense.", ["that nonsense"]),
        ("Deputy Orr called the press conference.", []),
        ("She called the old doctor.", []),
    ],
)
def test_a_thing_is_called_something_without_a_verb_between(text, said):
    assert [content for _, _, content in attributions(text)] == said


def test_a_charge_goes_on_with_what_it_was_done_for():
    found = attributions("General Abasheva accused certain bloggers of frightening disabled men for the sake of clicks.")

    assert [content for _, _, content in found] == ["frightening disabled men for the sake of clicks"]
