"""Kin by the other end of the bond; all people are invented."""

from tests.annotate.people.test_speakers import resolved


def test_whose_son_is_told_of_is_the_father():
    text = (
        "Hugo Lind, a baker whose son was lost at sea, was told to sign. A clerk, Otto Berg, stood by. It was dark. "
        "“I know,” says the father."
    )

    assert resolved(text)[-1:] == ["Hugo Lind"]


def test_a_woman_whose_son_is_told_of_is_no_father():
    text = "Mrs Dora Lim, a baker whose son was lost at sea, waited. It was dark. “I know,” says the father."

    assert resolved(text)[-1:] == [None]
