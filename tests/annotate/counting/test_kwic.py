from dataclasses import replace

import pytest

from framing.annotate.annotated import Annotated, as_annotated
from framing.annotate.counting.counts import count
from framing.annotate.counting.kwic import kwic
from framing.annotate.counting.tokens import tokenise
from framing.annotate.voices import VoiceSpan
from framing.corpus.documents import Corpus, Document
from framing.errors import NeedsText, OptionError

TEXT = 'The new order stands. "Order  must be\n\nkept," said Wei Lin. An order, then.'
SPANS = (VoiceSpan(0, 22, "own"), VoiceSpan(22, 46, "direct"), VoiceSpan(46, len(TEXT), "own"))


class Spoken:
    parts = ((22, 46),)
    speaker_resolved = None
    speaker_text = "Wei Lin"


@pytest.fixture
def annotated():
    corpus = Corpus(
        (Document("a", TEXT, side="x", outlet="o", title="Order now"), Document("b", "No such word", side="y")), ("x", "y")
    )
    voices = {"a": SPANS}
    store = tokenise(corpus, voices)
    return Annotated(corpus, {"a": (Spoken(),), "b": ()}, voices, count(store, corpus), store=store)


def test_lines_stand_in_the_order_of_the_text_with_voice_and_speaker(annotated):
    data = kwic(annotated, "order", window=2).data

    assert data[["left", "keyword", "right"]].values.tolist() == [
        ["The new", "order", 'stands. "Order'],
        ['order stands. "', "Order", "must be"],
        ["Lin. An", "order", ", then."],
    ]
    assert data["voice"].tolist() == ["own", "direct", "own"]
    assert data["speaker"].tolist() == [None, "Wei Lin", None]
    assert data[["document", "side", "outlet"]].drop_duplicates().values.tolist() == [["a", "x", "o"]]


def test_offsets_slice_the_text(annotated):
    data = kwic(annotated, "order").data

    assert [TEXT[a:b] for a, b in zip(data["start"], data["end"], strict=True)] == ["order", "Order", "order"]


def test_the_voice_can_be_chosen_and_the_headline_added(annotated):
    assert len(kwic(annotated, "order", voice="quoted").data) == 1
    assert kwic(annotated, "order", headline=True).data["voice"].tolist() == ["headline", "own", "direct", "own"]
    assert kwic(annotated, "order", voice="headline").data[["left", "keyword", "right"]].values.tolist() == [
        ["", "Order", "now"]
    ]


def test_phrases_and_wildcards_are_found(annotated):
    assert kwic(annotated, ["new order", "ord*"]).data["keyword"].tolist() == ["new order", "Order", "order"]


def test_a_draw_is_the_same_for_the_same_seed(annotated):
    one, same = kwic(annotated, "order", n=2, seed=3), kwic(annotated, "order", n=2, seed=3)

    assert one.data.equals(same.data)
    assert len(one.data) == 2
    assert one.provenance.notes == ("2 of 3 lines drawn",)
    assert len({tuple(kwic(annotated, "order", n=2, seed=seed).data["start"]) for seed in range(12)}) > 1


def test_no_line_is_an_empty_table(annotated):
    result = kwic(annotated, "chaos")

    assert len(result.data) == 0
    assert list(result.data.columns) == list(result.columns)


def test_a_bundle_without_text_is_refused(annotated):
    with pytest.raises(NeedsText, match="needs the texts"):
        kwic(replace(annotated, store=None), "order")


@pytest.mark.parametrize("settings", [{"window": -1}, {"n": 0}, {"voice": "loud"}])
def test_impossible_options_are_refused(annotated, settings):
    with pytest.raises(OptionError):
        kwic(annotated, "order", **settings)


def test_speakers_come_from_the_quotations_of_a_real_annotation():
    corpus = Corpus((Document("a", '"We keep order," said Wei Lin, a spokesman for the ministry. The order holds.'),))
    data = kwic(as_annotated(corpus), "order").data

    assert data["voice"].tolist() == ["direct", "own"]
    assert data["speaker"].tolist()[0] == "Wei Lin"


@pytest.mark.parametrize("term", [5, None, [], ["law", 5]])
def test_a_term_that_is_no_text_is_refused(term):
    with pytest.raises(OptionError, match="`term` must be a word or phrase"):
        kwic(Corpus((Document("a", "The law"),)), term)
