"""Clues of certainty."""

import re

from framing.annotate.certainty.clues import clues
from framing.annotate.quotations import Quote, find_quotes

WORDS = "The mayor said that the pier was safe."


def clues_in(text, n=0):
    return clues(text, find_quotes([("a", text)]).quotes["a"], n)


def made(text, words, cue=None, speaker=None, **fields):
    span = lambda phrase: None if phrase is None else re.search(re.escape(phrase), text).span()  # noqa: E731
    start, end = span(words)
    told = {"kind": "indirect", "cue_text": cue, "cue_lemma": cue, "cue_class": "say", "speaker_text": speaker}
    return Quote(start, end, ((start, end),), cue=span(cue), speaker=span(speaker), **(told | fields))


def test_cue_words_and_speaker_are_clues():
    found = clues_in(WORDS)

    assert {"cue=say", "kind=indirect", "speaker=the", "speaker end=mayor", "shape=common", "where=before"} <= found
    assert {"first=that", "finite,cue=True,say"} <= found


def test_the_rank_that_the_rules_give_is_a_clue():
    text = "Orr spoke of rain."
    quote = made(text, "rain", "spoke", "Orr", confidence=0.65)

    assert {"rank=0.65", "rank,kind=0.65,indirect"} <= clues(text, [quote], 0)


def test_a_speaker_far_away_is_another_clue_than_one_beside_the_cue():
    text = "Orr, whom nobody had seen for a week, spoke of rain. Orr spoke."
    far, near = made(text, "rain", "spoke", "Orr"), made(text, "rain", "spoke", None)

    assert "away=<6" in clues(text, [far], 0)  # 35 characters: six binary digits
    assert "nobody" in clues(text, [near], 0)


def test_the_place_of_the_cue_is_a_clue():
    text = "It was late, Orr said. Orr said it was late."

    assert "where=behind" in clues(text, [made(text, "It was late", "said", "Orr")], 0)
    assert "no cue" in clues(text, [made(text, "It was late")], 0)


def test_who_was_quoted_before_is_a_clue():
    text = 'Orr said it was late. "It is dark." "It is cold."'
    orr = made(text, "it was late", "said", "Orr", speaker_resolved="Orr")
    same, other = (
        made(text, f'"It is {word}."', kind="direct", speaker_resolved=who) for word, who in (("dark", "Orr"), ("cold", "Lau"))
    )

    assert not {"opens", "same=True"} & clues(text, [orr, same, other], 0)
    assert "opens" in clues(text, [same], 0)
    assert "same,kind=True,direct" in clues(text, [orr, same, other], 1)
    assert "same,kind=False,direct" in clues(text, [orr, same, other], 2)


def test_a_paragraph_between_two_quotations_is_a_clue():
    text = '"It is dark."\n\n"It is cold."'
    quotes = [made(text, f'"It is {word}."', kind="direct") for word in ("dark", "cold")]

    assert "apart=paragraph" in clues(text, quotes, 1)


def test_a_paragraph_before_moves_only_clues_of_place():
    alone, behind = clues_in(WORDS), clues_in(f"Rain fell.\n\n{WORDS}")

    assert {clue.partition("=")[0] for clue in alone ^ behind} <= {"b2", "c2"}
