"""Offices and bodies that are taken up by another word; all people are invented."""

import pytest

from tests.annotate.people.test_speakers import resolved


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("President Dora Lim spoke late. At the gate stood Hugo Lind. The head of state said it was cold.", "Dora Lim"),
        ("Hugo Lind, a barrister, sat down. It was late. A bell rang. The counsel said it was cold.", "Hugo Lind"),
        ("Hugo Lind, a barrister, met Dora Lim, an advocate. A bell rang. It was late. The defence said it was cold.", None),
        ("The Court of Merrow Bay met. In the same hour the judges ordered that it be opened.", "Court of Merrow Bay"),
    ],
)
def test_an_office_by_another_word_is_the_one_who_holds_it(text, expected):
    assert resolved(text)[-1] == expected


def test_an_inspectorate_is_no_ministry():
    assert resolved("The Ferry Inspectorate met. The ministry said it was late.") == [None]


def test_a_speaker_himself_is_the_speaker():
    assert resolved("Hugo Lind sat down. Lind himself said it was late.") == ["Hugo Lind"]
