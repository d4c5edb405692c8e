"""Parses built by hand: no model is needed to test how one is read."""

import pytest
from spacy.tokens import Doc
from spacy.vocab import Vocab

from framing.annotate.layout.marks import marked
from framing.annotate.quotes.attribution import readings
from framing.annotate.quotes.parse import prepare, tree


def made(words, heads, deps, tags):
    return tree(Doc(Vocab(), words=words, heads=heads, deps=deps, tags=tags))


def test_content_is_the_clause_and_speaker_the_subject():
    parse = made(
        ["Voss", "said", "it", "rained", "."], [1, 1, 3, 1, 1], ["nsubj", "ROOT", "nsubj", "ccomp", "punct"],
        ["NNP", "VBD", "PRP", "VBD", "."],
    )  # fmt: skip

    (reading,) = readings(parse, [False] * 5)

    assert (reading.content, reading.speaker, reading.cue.lemma) == ([2, 3], [0], "say")


def test_a_cue_inside_quoted_text_is_not_read():
    parse = made(
        ["Voss", "said", "it", "rained", "."], [1, 1, 3, 1, 1], ["nsubj", "ROOT", "nsubj", "ccomp", "punct"],
        ["NNP", "VBD", "PRP", "VBD", "."],
    )  # fmt: skip

    assert readings(parse, [True] * 5) == []


def test_a_long_quotation_is_shortened_for_the_parser_and_offsets_lead_back():
    text = '"We have waited long enough for this pier. It is late," Voss said.'
    marks = marked(text)

    (sentence,) = prepare(text, marks, [(0, len(text))])

    assert sentence.text == '"It works," Voss said.'
    assert sentence.original(1, 9, marks) == (0, text.index(" Voss"))
    at = sentence.text.index("Voss")
    assert text[slice(*sentence.original(at, at + 4, marks))] == "Voss"


def test_a_sentence_without_a_reporting_word_is_not_parsed():
    text = "It rained. Voss said so."

    assert [s.parsed for s in prepare(text, [], [(0, len(text))])] == [False, True]


def test_a_sentence_that_is_only_a_quotation_is_not_parsed():
    text = '"We have waited long enough for this pier."'

    assert [s.parsed for s in prepare(text, marked(text), [(0, len(text))])] == [False]


def test_a_headline_is_read_as_prose_of_the_same_length():
    text = "Voss Says Pier Works Will Begin\n\nThe town heard from Voss on the pier."
    lines = [(0, text.index("\n")), (text.index("The"), len(text))]

    first = prepare(text, [], lines)[0]

    assert first.text == "Voss says pier works will begin"


@pytest.mark.parametrize(
    ("line", "first"),
    [
        ("MERROW, May 3 (Northern Wire) - The pier is late.", "The pier is late."),
        ("MERROW — The pier is late.", "The pier is late."),
        ("Merrow (NW) -- The pier is late.", "The pier is late."),
        ("Mara Voss - a diver - said so.", "Mara Voss - a diver - said so."),
        ("NOW OPEN—the pier said so.", "NOW OPEN—the pier said so."),
    ],
)
def test_a_dateline_is_no_part_of_the_first_sentence(line, first):
    sentence = prepare(line, marked(line), [(0, len(line))])[0]

    assert sentence.text == first
    assert line[slice(*sentence.original(0, len(first), []))] == first


def test_marks_around_words_of_the_sentence_are_not_parsed_and_offsets_lead_back():
    text = "She said the plan was “a gift” to nobody."
    marks = marked(text)

    (sentence,) = prepare(text, marks, [(0, len(text))])

    assert sentence.text == "She said the plan was a gift to nobody."
    assert text[slice(*sentence.original(22, 28, marks))] == "a gift"


def test_a_parse_is_read_without_loss():
    words = ["Orr", "’s", "pier", "🙂", "fell", "."]
    doc = Doc(
        Vocab(), words=words, spaces=[False, True, True, True, False, False], heads=[2, 0, 4, 4, 4, 4],
        deps=["poss", "case", "nsubj", "dep", "ROOT", "punct"], tags=["NNP", "POS", "NN", "NFP", "VBD", "."],
    )  # fmt: skip

    read = tree(doc)

    assert (read.words, read.heads, read.starts) == (words, [2, 0, 4, 4, 4, 4], [0, 3, 6, 11, 13, 17])
    assert read.kids[4] == [2, 3, 5]


def test_a_parse_is_read_without_walking_through_all_strings_ever_seen(monkeypatch):
    class Table(dict):
        def keys(self):
            raise AssertionError("the whole table")

        __iter__ = keys

    monkeypatch.setattr("framing.annotate.quotes.parse._TEXTS", Table())
    doc = Doc(Vocab(), words=["Voss", "left"], tags=["NNP", "VBD"], deps=["nsubj", "ROOT"], heads=[1, 1])

    assert tree(doc).words == ["Voss", "left"]
