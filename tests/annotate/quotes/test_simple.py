"""Without a parser model; people are invented."""

import pytest

from framing.annotate.quotations import find_quotes
from tests.growth import assert_in_proportion


@pytest.fixture(autouse=True)
def _no_model(monkeypatch):
    monkeypatch.setattr("framing.annotate.documents.load_model", lambda: (None, {}, ()))


def read(text):
    quotes = find_quotes([("a", text)]).quotes["a"]
    return [(" | ".join(text[a:b] for a, b in q.parts), q.cue_text, q.speaker_text) for q in quotes]


@pytest.mark.parametrize(
    ("text", "cue", "speaker"),
    [
        ('"Nobody came," said lawyer Wu Lin.', "said", "lawyer Wu Lin"),
        ('"Nobody came," human rights lawyer Wu Lin said.', "said", "human rights lawyer Wu Lin"),
        ('Yesterday lawyer Wu Lin said: "Nobody came."', "said", "lawyer Wu Lin"),
        ('In Corran, fisherman Bob Ray told the Tide: "Nobody came."', "told", "fisherman Bob Ray"),
        ('"Nobody came," he said on Friday.', "said", "he"),
        ('Mara Orr, a pilot, said: "Nobody came."', "said", None),
    ],
)
def test_a_title_in_lower_case_belongs_to_the_name(text, cue, speaker):
    assert [(c, s) for _, c, s in read(text)] == [(cue, speaker)]


def test_on_friday_is_nobody():
    assert read('"Nobody came," said on Friday Wu Lin.') == [('"Nobody came,"', None, None)]


def test_two_cues_are_two_quotations():
    text = 'Mara Orr, a pilot, said: "We stay." "No," she added.'

    assert read(text) == [('"We stay."', "said", None), ('"No,"', "added", "she")]


def test_many_short_quotations_take_time_in_proportion():
    text = '"We stay here," said harbour pilot Mara Voss. It was late, and the man who came last said: "We go." ' * 750

    assert len(read(text)) >= 750
    assert_in_proportion(read, text, text * 4)
