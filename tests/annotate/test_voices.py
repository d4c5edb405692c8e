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


def test_thought_stays_own():
    assert voice_spans("He thinks so.", [Quote(3, 12, ((3, 12),), "indirect", speech=False)]) == (VoiceSpan(0, 13, "own"),)


def test_a_block_wins_over_what_is_quoted_in_it():
    text = 'The Tide reports:\n\n> "We stay here now," Ann Orr said.\n\nWe doubt it.'

    spans = voiced(text, find_quotes([("a", text)]).quotes["a"])

    assert [voice for _, voice in spans] == ["own", "block", "own"]


def test_an_empty_text_has_no_voices():
    assert voice_spans("", []) == ()
