"""Reporting clauses between commas that parsers lose; all people are invented."""

import pytest

from tests.annotate.attributions import attributions


@pytest.mark.parametrize(
    ("text", "speaker", "content"),
    [
        (
            "A gate that squeaks is a free watchman, warned Sergeant Odo Brandt of the river guard, who oils no hinges.",
            "Sergeant Odo Brandt of the river guard",
            "A gate that squeaks is a free watchman",
        ),
        (
            "The lamps were changed “upstairs, by night”, a former porter told this paper on condition that he stay unnamed.",
            "a former porter",
            "The lamps were changed “upstairs, by night”",
        ),
        (
            "“A cold bath cures nobody,” the village doctor, Elsbeth Kern, replied.",
            "the village doctor, Elsbeth Kern",
            "“A cold bath cures nobody,”",
        ),
        (
            "There was no hearing, she said; a clerk read out the sum and wished her a pleasant afternoon.",
            "she",
            "There was no hearing … a clerk read out the sum and wished her a pleasant afternoon",
        ),
        (
            "The only seal in the building, the Harbour Bell assured its readers, had been found on the coal-hatch.",
            "the Harbour Bell",
            "The only seal in the building … had been found on the coal-hatch",
        ),
        (
            "Whoever shouts fire in a theatre, writes a piano tuner from the Lime Yard, ought to pay for the seats.",
            "a piano tuner from the Lime Yard",
            "Whoever shouts fire in a theatre … ought to pay for the seats",
        ),
        (
            "It came to forty crowns a piece, our editor, Mara Voss-Hill, wrote to the court, and we were ashamed of the sum.",
            "our editor, Mara Voss-Hill",
            "It came to forty crowns a piece … and we were ashamed of the sum",
        ),
        (
            "The lamp was burning, he says, and he knows it because he stood beneath it.",
            "he",
            "The lamp was burning … and he knows it because he stood beneath it",
        ),
        (
            "Her husband has sat in a cell since March, and under her own name, she told my cousin, she cannot load the page.",
            "she",
            "under her own name … she cannot load the page",
        ),
        (
            "A receipt was refused, Mara Voss, 67, who founded the house, told us; she was handed a slip.",
            "Mara Voss, 67, who founded the house",
            "A receipt was refused … she was handed a slip",
        ),
        (
            "The lease had been cancelled, it read, and he should leave the mill by noon.",
            "it",
            "The lease had been cancelled … and he should leave the mill by noon",
        ),
        (
            "It was a slip of the printer, assured a spokeswoman for the guild, and it would stay.",
            "a spokeswoman for the guild",
            "It was a slip of the printer … and it would stay",
        ),
        (
            "In the whole of May, says the miller Mara Voss, who lives in Pell, it stood too high.",
            "the miller Mara Voss",
            "In the whole of May … it stood too high",
        ),
        ("Into the cellar, he says, at first.", "he", "Into the cellar … at first"),
    ],
)
def test_what_stands_around_a_reporting_clause_is_what_was_said(text, speaker, content):
    assert [(who, what) for who, _, what in attributions(text)] == [(speaker, content)]


@pytest.mark.parametrize(
    "text",
    [
        "He is, as far as we know, the only person questioned over the crash.",
        "“First the small rooms, then the hall,” its secretary, Elena Drost, told us.",
        "It was late, said Monday.",
        "The band, a group the critics called dull, played on.",
    ],
)
def test_other_commas_and_marks_are_no_aside(text):
    assert all("…" not in what for _, _, what in attributions(text))


def test_a_topic_behind_its_preposition_is_the_content():
    assert [c for _, _, c in attributions("In the Lime Yard, residents complained of lukewarm radiators.")] == [
        "lukewarm radiators"
    ]


def test_the_columnists_own_remark_behind_the_aside_is_not_said():
    assert [c for _, _, c in attributions("Nobody has anything to hide, says the minister, and I believe him.")] == [
        "Nobody has anything to hide"
    ]


@pytest.mark.parametrize(
    "text",
    [
        "The guild would pay for every bandage, she promised from the steps, with soot on both sleeves.",
        "The guild would pay for every bandage, the Board of Mills ruled on Friday, and now there are people who laugh.",
    ],
)
def test_how_it_was_said_and_what_is_the_case_now_is_not_said(text):
    assert [c for _, _, c in attributions(text)] == ["The guild would pay for every bandage"]


def test_a_reminder_to_the_readers_is_said_by_whoever_reminds_them():
    text = "Those who wish to fetch theirs should bring the slip, as the harbour office reminds us."
    assert [c for _, _, c in attributions(text)] == ["Those who wish to fetch theirs should bring the slip"]


def test_what_somebody_else_demands_behind_a_semicolon_is_not_said():
    text = "Measurements will be made in autumn, the Environment Inspectorate said; the Writers' Guild demands that it measure."

    assert ("the Environment Inspectorate", "say", "Measurements will be made in autumn") in attributions(text)


def test_a_name_and_what_explains_it_before_a_cue_is_the_speaker():
    text = "The mayor, Ada Orr, said Bela Voss, the clerk, had left."

    assert attributions(text) == [("The mayor, Ada Orr", "say", "Bela Voss, the clerk, had left")]


def test_what_explains_a_subject_is_not_who_confesses():
    text = "The brigade's spokesman, Captain Xie Bo, said the first author, a 29-year-old rider, had confessed."

    assert [content for _, _, content in attributions(text)] == ["the first author, a 29-year-old rider, had confessed"]
