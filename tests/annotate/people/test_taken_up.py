"""Roles that take up somebody named before."""

import pytest

from framing.annotate.quotations import find_quotes

SAID = "said the pier was late."


def resolved(text):
    return [q.speaker_resolved for q in find_quotes([("a", text)]).quotes["a"] if q.speech]


@pytest.mark.parametrize(
    "text",
    [
        f"Bram Orr taught geology for nine years. It rained. Nobody came. The geologist {SAID}",
        f"Bram Orr has been lock keeper since May. It rained. Nobody came. The lock keeper {SAID}",
        f"Bram Orr lives by the quay. He is the only nurse on the island. The vans were late. The nurse {SAID}",
        f"Bram Orr, who has led the union since May, left. It rained. The unionist {SAID}",
    ],
)
def test_what_the_text_tells_of_somebody_is_taken_up_by_its_noun(text):
    assert resolved(text) == ["Bram Orr"]


def test_an_old_man_is_the_only_person_of_the_paragraph_whatever_his_office():
    assert resolved(f"Professor Bram Orr came late. It rained. The tide rose. The old man {SAID}") == ["Bram Orr"]


def test_a_widow_is_no_man():
    assert resolved(f"Bram Orr came late. He was wet. The widow {SAID}") == [None]


def test_an_office_is_that_of_the_person_before_whom_nothing_describes():
    assert (
        resolved(f"Mara Voss closed the folder and announced that she was leaving.\n\nThe minister {SAID}")[-1] == "Mara Voss"
    )


def test_who_is_told_apart_by_a_clause_is_nobody_named_before():
    assert resolved(f"Mara Voss came late. The woman who keeps the ledger {SAID}") == [None]


def test_a_ministry_is_no_person():
    assert resolved(f"Mara Voss came late. The ministry {SAID}") == [None]


def test_who_heads_a_body_named_beside_them_is_meant_by_it():
    text = f"Bram Orr, for whom the Tide Office works, was pleased. The head of the Tide Office {SAID}"

    assert resolved(text) == ["Bram Orr"]


@pytest.mark.parametrize(
    "text",
    [
        "At the pump Mara Voss filled two cans. They leaked. Nobody cared. “It rained,” said the daughter.",
        "The bookshop of Mara Voss is shut. It rained. Nobody came. “It rained,” said the bookseller.",
        "At the school library Mara Voss put out a box. It rained. “It rained,” the librarian said.",
        "Minister of Ports Mara Voss came late. It rained. Bram Lind wept. “It rained,” the minister replied.",
        "Justice Mara Voss came late. It rained. Bram Lind wept. “It rained,” the judge replied.",
    ],
)
def test_a_noun_behind_quoted_words_takes_up_whom_the_paragraph_is_about(text):
    assert resolved(text) == ["Mara Voss"]


def test_an_office_can_be_named_by_a_later_sentence():
    text = "“We knock,” said the captain. It rained.\n\nCaptain Mara Voss left."

    assert resolved(text) == ["Mara Voss"]
