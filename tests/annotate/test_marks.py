import pytest

from framing.annotate.marks import marked


def inner(text):
    return [text[m.inner_start : m.inner_end] for m in marked(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“One two” three “four”", ["One two", "four"]),
        ('"One two" three "four"', ["One two", "four"]),
        ("''One two'' three", ["One two"]),
        ("``One two'' three", ["One two"]),
        ("„Eins zwei“ drei", ["Eins zwei“ drei"]),
        ("«Un deux» trois", ["Un deux"]),
        ("“He said \"no\" twice” and left", ['He said "no" twice']),
        ('"He said “no” twice" and left', ["He said “no” twice"]),
        ("“One two", ["One two"]),
        ("“One two\n\nthree” four", ["One two"]),
        ("A 6\" pipe", []),
        ("No marks, it's the ministers' plan", []),
        ("‘We stay here,’ she said of Voss’s plan", ["We stay here,"]),
        ("‘We stay’ and “we go”", ["we go"]),
    ],
)  # fmt: skip
def test_marks_pair(text, expected):
    assert inner(text) == expected


def test_a_line_starts_anew_after_an_odd_mark():
    assert inner('One " two\n"Three four" five')[-1] == "Three four"
