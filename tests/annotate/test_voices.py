import pytest

from framing.annotate.quotations import Quote, find_quotes
from framing.annotate.voices import VoiceSpan, voice_spans


def voiced(text, quotes):
    return [(text[s.start : s.end], s.voice) for s in voice_spans(text, quotes)]


def test_a_mixed_quotation_is_direct_inside_its_marks():
    text = 'She called it "a bad plan".'

    assert voiced(text, [Quote(11, 26, ((11, 26),), "mixed")]) == [
        ("She called ", "own"), ("it ", "indirect"), ('"a bad plan"', "direct"), (".", "own"),
    ]  # fmt: skip


def test_cue_and_speaker_stay_the_outlets_own():
    text = '"We will stay here," Ann Orr said.'

    spans = voiced(text, find_quotes([("a", text)]).quotes["a"])

    assert spans == [('"We will stay here,"', "direct"), (" Ann Orr said.", "own")]


def test_a_leading_that_is_the_outlets_own():
    text = "Ann Orr said that the pier was shut."

    assert voiced(text, [Quote(13, 35, ((13, 35),), "indirect")]) == [
        ("Ann Orr said that ", "own"), ("the pier was shut", "indirect"), (".", "own"),
    ]  # fmt: skip


@pytest.mark.parametrize("dateline", ["CORRAN, May 2 (HW) -- ", "CORRAN (HW) — ", "NEW CORRAN - ", "ST. MERLE, Monday – "])
def test_a_dateline_is_the_outlets_own(dateline):
    text = f"{dateline}The pier was shut, Ann Orr said."
    start, end = 0, len(text) - 14

    assert voiced(text, [Quote(start, end, ((start, end),), "indirect")])[0] == (dateline, "own")


def test_a_word_in_capitals_inside_a_line_makes_no_dateline():
    text = "Orr said NATO - an alliance - sleeps."

    assert voiced(text, [Quote(9, 36, ((9, 36),), "indirect")])[1] == ("NATO - an alliance - sleeps", "indirect")


@pytest.mark.parametrize("text", ["I - we - sleep", "The pier - shut since May - is cold"])
def test_a_dash_alone_makes_no_dateline(text):
    shown = voiced(text, [Quote(0, len(text), ((0, len(text)),), "indirect")])

    assert [voice for _, voice in shown] == ["indirect"]


@pytest.mark.parametrize(
    ("inside", "voice"),
    [("‘Clear Slopes’", "indirect"), ("‘clear slopes’", "direct"), ("‘Slopes’", "direct"), ("‘Clear Slopes!’", "direct")],
)
def test_a_title_in_marks_is_no_quotation(inside, voice):
    text = f"Orr boasted that {inside} had helped."
    start, end = 17, len(text) - 1

    spans = voice_spans(text, [Quote(start, end, ((start, end),), "mixed")])

    assert next(s.voice for s in spans if s.start <= text.index("‘") < s.end) == voice


def test_a_whole_quotation_is_direct_even_with_capitals():
    text = "‘Clear Slopes’, said Orr."

    assert voiced(text, [Quote(0, 14, ((0, 14),), "direct")])[0] == ("‘Clear Slopes’", "direct")


def test_marks_that_a_quotation_cuts_through_are_direct_to_their_end():
    text = 'Her client "wrote about houses, and about nothing else".'

    assert voiced(text, [Quote(0, 30, ((0, 30),), "mixed")]) == [
        ("Her client ", "indirect"), ('"wrote about houses, and about nothing else"', "direct"), (".", "own"),
    ]  # fmt: skip


def test_marks_beside_a_quotation_are_none_of_it():
    text = "The ‘reform’ he called late."

    assert [v for _, v in voiced(text, [Quote(13, 27, ((13, 27),), "indirect")])] == ["own", "indirect", "own"]


def test_thought_stays_own():
    assert voice_spans("He thinks so.", [Quote(3, 12, ((3, 12),), "indirect", speech=False)]) == (VoiceSpan(0, 13, "own"),)


def test_a_block_wins_over_what_is_quoted_in_it():
    text = 'The Tide reports:\n\n> "We stay here now," Ann Orr said.\n\nWe doubt it.'

    spans = voiced(text, find_quotes([("a", text)]).quotes["a"])

    assert [voice for _, voice in spans] == ["own", "block", "own"]


def test_an_empty_text_has_no_voices():
    assert voice_spans("", []) == ()
