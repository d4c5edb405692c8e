"""Content on both sides of its cue; all people are invented."""

import pytest

from tests.annotate.attributions import attributions


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("The pier was late, Mara Voss said, and the boats had left.", "The pier was late … and the boats had left"),
        ("The pier was late, Mara Voss said, and added that she was sorry.", "The pier was late"),
        ('It was "late", Mara Voss said, and "a gift to the gulls".', 'It was "late" … "a gift to the gulls"'),
        ("The pier was late, Mara Voss said, pointing at the water.", "The pier was late"),
        ("The pier was late, Mara Voss said, while others stayed away.", "The pier was late"),
        (
            "The boats had left, Mara Voss said, leaving them would be worse.",
            "The boats had left … leaving them would be worse",
        ),
    ],
)
def test_a_clause_behind_an_inserted_cue_goes_on_or_is_the_outlets_own(text, content):
    assert attributions(text)[0] == ("Mara Voss", "say", content)


def test_what_happens_then_is_told_by_the_outlet():
    assert [c for _, _, c in attributions("The lamp was out, said the keeper, and then the hall fell silent.")] == [
        "The lamp was out"
    ]


def test_what_happened_meanwhile_is_not_said():
    text = "The bridge will be closed, Mara Voss announced on Thursday, as the water rose to nine feet."
    ((_, _, content),) = attributions(text)
    assert content == "The bridge will be closed"


def test_what_someone_is_to_the_speaker_is_not_said():
    ((_, _, content),) = attributions("“Nobody was hurt,” her lawyer, Hugo Lind, remarked.")
    assert content == "“Nobody was hurt,”"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The harbour was always too small, she says, and unwraps a cake.", "The harbour was always too small"),
        (
            "The oil escaped at night, the agency says, and has been pumped out.",
            "The oil escaped at night … and has been pumped out",
        ),
        (
            "The town bought three pumps, Mara Voss said, and used none of them.",
            "The town bought three pumps … and used none of them",
        ),
    ],
)
def test_what_the_speaker_does_next_stands_in_another_tense_than_what_was_said(text, expected):
    assert [c for _, _, c in attributions(text)] == [expected]


def test_as_somebody_describes_it_stands_inside_what_they_say():
    found = attributions("The ring, as investigators describe it, was a simple one.")

    assert found == [("investigators", "describe", "The ring … was a simple one")]
    assert attributions("The lamp, as he held it up, was a simple one.") == []


def test_a_question_put_to_somebody_is_not_what_they_said():
    found = attributions("When asked whether she would go, Ada Orr said no.")

    assert not any(speaker == "Ada Orr" for speaker, _, _ in found)


def test_a_clause_of_place_is_all_that_is_noted_inside_it():
    found = attributions("Members crossed the square for lunch, where the menus, the Courier noted, already bore tallies.")

    assert found == [("the Courier", "note", "the menus … already bore tallies")]
