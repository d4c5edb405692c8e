"""Mentions cut inside a name."""

import pytest

from framing.annotate.people.people import People
from framing.annotate.people.whole_names import with_whole_name


@pytest.mark.parametrize(
    ("text", "cut", "expected"),
    [
        ("Captain Vytas Orr of the guard spoke.", "Orr of the guard", "Captain Vytas Orr of the guard"),
        ("It sank, according to Captain Vytas Orr.", "Captain", "Captain Vytas Orr"),
        ("Raimo Lauten of the Union of Concord wept.", "Concord", "Raimo Lauten of the Union of Concord"),
    ],
)
def test_a_cut_name_is_whole_again(text, cut, expected):
    start = text.index(cut)
    a, b = with_whole_name(People(text), (start, start + len(cut)))
    assert text[a:b] == expected


@pytest.mark.parametrize(
    ("text", "phrase"),
    [
        ("The captain told Ann Orr.", "The captain"),
        ("It was hot in Merrow, Calif. The Lind State wept.", "The Lind State"),
        ("“Late.” Said Ann Orr.", "Ann Orr"),
    ],
)
def test_a_whole_mention_stays_as_it_is(text, phrase):
    start = text.index(phrase)
    assert with_whole_name(People(text), (start, start + len(phrase))) == (start, start + len(phrase))
