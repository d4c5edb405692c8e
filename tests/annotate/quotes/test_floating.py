"""Stretches between marks without a cue of their own; all people and works are invented."""

import pytest

from tests.annotate.attributions import attributions


@pytest.mark.parametrize(
    "text",
    [
        "Mara Voss, the author of “Going Under,” slept on the pier.",
        "She was seen on Merrow’s “Harbour Lights.”",
        "On the programme “Low Water, High Water,” the pier was shown.",
    ],
)
def test_a_title_with_the_comma_of_its_sentence_is_no_quotation(text):
    assert attributions(text) == []


def test_a_short_quotation_behind_its_cue_is_one_although_it_has_capitals():
    assert attributions('Mara Voss said "Never." Then she left.') == [("Mara Voss", "say", '"Never."')]


def test_single_marks_without_a_cue_are_none_in_a_text_of_double_marks():
    text = "“The pier is late,” Mara Voss said. “We are sorry.”\n\n‘There is so much anger.’\n\nNobody came."

    assert attributions(text) == [("Mara Voss", "say", "“The pier is late,” … “We are sorry.”")]


def test_single_marks_of_a_text_that_has_no_others_are_quotations():
    text = "‘The pier is late,’ Mara Voss said.\n\n‘We are sorry about it.’"

    assert "‘We are sorry about it.’" in " ".join(said for _, _, said in attributions(text))


def test_words_behind_somebody_who_is_reported_in_the_same_paragraph_are_theirs():
    text = "The huts stood too low, explains Mara Voss, a geologist. “Every autumn the sea came in.” Behind her is a pond."

    assert ("Mara Voss, a geologist", None, "“Every autumn the sea came in.”") in attributions(text)


def test_words_behind_a_second_report_are_no_part_of_the_first_quotation():
    text = "‘Ask the gulls,’ said Hugo Lind. Mara Voss points out that the gulls had left by June. ‘They went with the fish.’"

    assert attributions(text)[-1] == ("Mara Voss", None, "‘They went with the fish.’")


def test_words_behind_a_sentence_that_begins_with_a_name_are_of_whoever_bears_it():
    text = "Mara Voss keeps the keys in a drawer. “I have never counted them.” Nobody has."

    assert attributions(text) == [("Mara Voss", None, "“I have never counted them.”")]


def test_a_second_half_behind_a_semicolon_belongs_to_the_first():
    text = "“We are not renting strangers,” he promises; “we are renting the shore.”"

    assert attributions(text) == [("he", "promise", "“We are not renting strangers,” … “we are renting the shore.”")]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("‘Fog!’ mocked one of the women round the stove.", "one of the women"),
        ("‘It is a sentence from the rules,’ points out Mara Voss.", "Mara Voss"),
    ],
)
def test_a_speaker_stands_behind_the_cue(text, speaker):
    assert attributions(text)[0][0] == speaker


def test_marks_that_a_clause_opens_close_in_it():
    said = "that the form existed “on paper only, in the small size”"

    assert attributions(f"Hugo Lind conceded {said}.") == [("Hugo Lind", "concede", said)]


def test_words_in_marks_right_behind_a_clause_belong_to_it():
    text = "Hugo Lind read out Mara Voss’s assurance that nobody would be served first “because a lawyer shouted”."

    assert attributions(text)[-1][2] == "that nobody would be served first “because a lawyer shouted”"


def test_a_name_in_marks_can_speak():
    text = "“Nightjar” told the harbour office that the lamps were out."

    assert [said for _, _, said in attributions(text)] == ["that the lamps were out"]
    assert "Nightjar" in attributions(text)[0][0]


def test_words_that_a_sentence_of_the_outlet_sets_apart_are_a_quotation_of_their_own():
    text = "Mara Voss reads.\n\n“The cat can stay.” Nineteen of the cards are blank. “I only count them,” says the clerk."

    assert [said for _, _, said in attributions(text)] == ["“The cat can stay.”", "“I only count them,”"]


@pytest.mark.parametrize(
    ("before", "speaker"),
    [
        ("Ann Orr, a pensioner who lost her cart, came to see the list.", "Ann Orr"),
        ("For three nights Ann Orr slept on a bench.", "Ann Orr"),
        ("At its head stands Ann Orr, until last week a pilot.", "Ann Orr"),
        ("For three nights it rained on Ann Orr.", None),
    ],
)
def test_words_without_a_cue_are_those_of_whom_the_sentence_before_tells(before, speaker):
    (found,) = attributions(f"{before} “I paid eight crowns and I got a picture.”")

    assert found[0] == speaker


def test_a_full_stop_behind_a_title_ends_no_sentence_between_two_parts():
    text = "“It is a plain case of rust,” said Dr. Mara Voss, chief of the yard. “It is ugly and it passes.”"

    assert [said for _, _, said in attributions(text)] == ["“It is a plain case of rust,” … “It is ugly and it passes.”"]


def test_words_that_open_again_in_the_next_paragraph_are_of_whoever_did_not_close_them():
    text = (
        "“I paid four crowns a week,” Mara Voss says. “I never saw it.\n\n“And my boy was hungry.” She had read of it in a "
        "paper. Odo Brandt had assured her that it was “the best address in town”."
    )

    assert attributions(text)[0] == (
        "Mara Voss", "say", "“I paid four crowns a week,” … “I never saw it. … “And my boy was hungry.”"
    )  # fmt: skip
