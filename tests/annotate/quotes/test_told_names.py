"""Speakers behind their verb, with what names them; all people are invented."""

import pytest

from framing.annotate.quotations import find_quotes
from tests.annotate.attributions import attributions


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        (
            "Wise words. “The tide is not on trial”, replied the presiding judge, Mirko Dal Vinh, when we asked.",
            "the presiding judge, Mirko Dal Vinh",
        ),
        (
            "The page was slow. “The first nine keys came back”, wrote a user by the name of wet_reeds towards evening.",
            "a user by the name of wet_reeds",
        ),
        ("“It is a house without a door”, remarked Casimir Lauten-Ndi, who had knocked.", "Casimir Lauten-Ndi"),
        ('"Only on Sunday," answered reed_7, in whose shed it was.', "reed_7"),
    ],
)  # fmt: skip
def test_a_speaker_behind_the_verb_has_a_name(text, speaker):
    assert [s for s, _, _ in attributions(text)] == [speaker]


@pytest.mark.parametrize(
    ("text", "speaker", "content"),
    [
        (
            "His superior, Major Tove Akker of the Lock Guard, has denied in writing that the remark was made.",
            "His superior, Major Tove Akker of the Lock Guard",
            "that the remark was made",
        ),
        (
            "Orrin Telecom, whose own collectors go about on bicycles too, has promised to put them into orange caps.",
            "Orrin Telecom",
            "to put them into orange caps",
        ),
        (
            'The claim, spread by reed_7 in the chat group "Back Row", that the keys had been sold found many readers.',
            "reed_7",
            "that the keys had been sold",
        ),
    ],
)
def test_what_stands_between_name_and_cue_does_not_take_the_speaker(text, speaker, content):
    assert (speaker, content) in [(s, c) for s, _, c in attributions(text)]


def test_an_officer_named_behind_a_comma_boasts():
    text = 'A sergeant of the Network Guard, Gao Lisha, boasted at the weekend that "the lane is quiet now at night".'
    assert [q.speaker_resolved for q in find_quotes([("a", text)]).quotes["a"]] == ["Gao Lisha"]


def test_an_explanation_between_commas_is_not_the_speaker():
    text = "Superintendent Giles Marro of the Signal Watch, the branch of the guard that follows crime, reported 230 addresses."
    assert [q.speaker_resolved for q in find_quotes([("a", text)]).quotes["a"]] == ["Giles Marro"]


def test_a_town_that_goes_on_is_no_name_of_the_speaker():
    text = "It rained. “The bell rang far too late”, replied a baker from Merrow, Lindport being asleep by then."
    assert "Lindport" not in attributions(text)[0][0]
