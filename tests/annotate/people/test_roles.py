"""Roles that take up a name; all people are invented."""

import pytest

from framing.annotate.quotations import find_quotes


def resolved(text):
    return [q.speaker_resolved for q in find_quotes([("a", text)]).quotes["a"] if q.speech]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Anton Lind was led away. His sister swears that he slept. “He was ill,” said Petra Lind, a baker.", "Petra Lind"),
        ("Anton Lind was led away. His sister swears that he slept. “He was ill,” said Petra Voss, a baker.", None),
        ("Anton Lind was led away. His sister swears that he slept. “He was ill,” said Peter Lind, a baker.", None),
    ],
)
def test_his_sister_is_the_woman_of_his_family_name_near_by(text, expected):
    assert resolved(text)[0] == expected


def test_the_defendant_is_the_one_whom_the_text_has_seen_sentenced():
    text = (
        "Hugo Lind was given a sentence of two years for a song. “He had time,” Prosecutor Ann Orr told the court. "
        "The defendant replied that he had none.\n\n“I sing,” he added."
    )

    assert resolved(text) == ["Ann Orr", "Hugo Lind", "Hugo Lind"]


def test_the_defendant_is_nobody_where_two_were_sentenced():
    text = "Hugo Lind was sentenced on Monday. Mara Voss was sentenced on Friday. The defendant replied that it was late."

    assert resolved(text) == [None]


def test_a_defendant_who_is_called_so_beside_the_name_is_found_by_it():
    assert resolved("Mara Voss, the defendant, sat down. The defendant replied that it was late.") == ["Mara Voss"]


def test_a_role_by_which_an_interview_addresses_somebody_is_theirs():
    text = (
        "We met Mara Voss at the mill.\n\nCommissioner, why so late?\n\nVoss: Because you asked us to wait.\n\n"
        "And now?\n\nVoss: We stay.\n\nThen the commissioner announced that a school would open."
    )

    assert resolved(text)[-1] == "Mara Voss"


def test_members_speak_for_their_body_and_residents_do_not_for_their_town():
    assert resolved("The volunteers of LampKeepers announced that the pier was shut.") == ["LampKeepers"]
    assert resolved("The residents of Merrow announced that the pier was shut.") == [None]


def test_an_old_man_behind_a_comma_is_the_porter():
    text = "Bram Orr left. The porter, old Hugo Lind, recalls that the gate was open."

    assert resolved(text) == ["Hugo Lind"]


def test_he_behind_a_document_is_not_the_document():
    text = "Among them is a tiler, Anton Lind. The charge sheet accuses him of “lying”. He swears that he slept."

    assert resolved(text)[-1] == "Anton Lind"


def test_the_later_of_two_subjects_with_a_comma_between_speaks():
    text = "No friend of gulls, the Merrow Mercury alleges that the pier saw “a slaughter of birds”."

    assert resolved(text) == ["Merrow Mercury"]


def test_whoever_is_guilty_is_the_accused():
    text = "Bram Orr is guilty of theft. Ann Lind wept. It rained.\n\nThe accused said the pier was late."

    assert [q.speaker_resolved for q in find_quotes([("a", text)]).quotes["a"]][-1] == "Bram Orr"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Hugo Lind sat. The prosecutor, Dora Lim, accused him of theft. “It rained,” the accused told her.", "Hugo Lind"),
        ("Dora Lim’s appeal failed at noon. Hugo Lind, a clerk, rang a bell. “It rained,” the prisoner wrote.", "Dora Lim"),
        ("Hugo Lind sang. Dora Lim rang a bell. “It rained,” the accused told the court.", None),
    ],
)  # fmt: skip
def test_the_accused_is_whom_the_court_has_before_it(text, expected):
    assert resolved(text)[-1] == expected
