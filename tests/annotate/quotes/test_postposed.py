"""Reporting clauses behind what was said; all people and papers are invented."""

import pytest

from framing.annotate.quotations import find_quotes
from tests.annotate.attributions import attributions


def quoted(text: str) -> list[tuple[str, str | None, str | None]]:
    return [(text[q.start : q.end], q.cue_text, q.speaker_text) for q in find_quotes([("a", text)]).quotes["a"]]


@pytest.mark.parametrize(
    ("said", "clause", "cue", "speaker"),
    [
        ("It stood on a plot leased for goats", "ran the demolition warrant", "ran", "the demolition warrant"),
        ("There is no eleventh floor", "runs the reply of the Council; its lift has a button", "runs",
         "the reply of the Council"),
        ("The lice are an exaggeration", "decreed the school nurse from her post at the door", "decreed", None),
        ("The document has been kept in a dry place", "prosecutor Ann Orr retorts", "retorts", "prosecutor Ann Orr"),
        ("If you jail the finders, only sellers are left", "warned a retired ferry pilot", "warned", "a retired ferry pilot"),
        ("Visits would begin after the rains", "the prison sub-clerk let her know", "let her know", "the prison sub-clerk"),
        ("There were beds for nineteen households", "the Burial Fund let it be known", "let it be known", "the Burial Fund"),
        ("A cable had been bitten by a shark", "was the word from the Commissariat", "was the word", "the Commissariat"),
        ("He had never set foot in a factory", "he owned", "owned", "he"),
        ("Coincidence", "shrugs Ann Orr, who handles the post", "shrugs", "Ann Orr"),
        ("The pens include a wall", "the governor, Colonel Ann Orr, objected last time", "objected", None),
        ("The question is under study", "the resolution closes", "closes", "the resolution"),
    ],
)  # fmt: skip
def test_what_stands_before_the_clause_is_what_was_said(said, clause, cue, speaker):
    ((content, found, who),) = quoted(f"{said}, {clause}.")

    assert (content, found) == (said, cue)
    assert speaker is None or who == speaker


@pytest.mark.parametrize(
    "text",
    [
        "She came in, corrected the guard.",
        "He sat down, read the letter.",
        "The ship sank, the crew ran.",
        "The clerk, who wrote from a train, noted a list of pens.",
        "Martha Lim, the boy's grandmother, answered the clerk.",
    ],
)
def test_a_row_of_deeds_is_nothing_that_was_said(text):
    assert not any(content.startswith(text.partition(",")[0]) for content, _, _ in quoted(text))


def test_a_clause_with_a_semicolon_behind_it_ends_there():
    text = "A fall takes one second, Dr Orr deposed; the injuries told her no more than that."

    assert ("A fall takes one second", "deposed", "Dr Orr") in quoted(text)


def test_a_sentence_that_breaks_off_behind_its_clause_is_read():
    text = "The pens are too small, warned the governor,"

    assert ("The pens are too small", "warned", "the governor") in quoted(text)


def test_a_name_with_its_title_is_not_what_somebody_else_said():
    text = "Her solicitor, Ewan Hathers, said the compensation offered would not cover a year."

    assert attributions(text) == [("Her solicitor, Ewan Hathers", "say", "the compensation offered would not cover a year")]


@pytest.mark.parametrize(
    ("said", "clause", "cue", "speaker"),
    [
        ("Land conflicts fall when deadlines are kept", "pointed out Marta Olguín, an economist at the Llano", "point out",
         "Marta Olguín"),
        ("The classification was applied two years after publication",
         "Edvin Saar, a radar specialist who left the country in 2031, noted", "note",
         "Edvin Saar, a radar specialist who left the country in 2031,"),
        ("They burned the huts of those who hesitated", "said a coastguard officer speaking anonymously", "say",
         "a coastguard officer"),
    ],
)  # fmt: skip
def test_verbs_with_a_particle_and_speakers_with_a_clause_of_their_own_end_a_sentence(said, clause, cue, speaker):
    assert attributions(f"{said}, {clause}.") == [(speaker, cue, said)]
