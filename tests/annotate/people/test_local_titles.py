"""Titles that only some names show; all people are invented."""

import pytest

from framing.annotate.people.names import names


def _words(text):
    return [" ".join(n.words) for n in names(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("U Hla Min Oo spoke. Then Daw Khin Aye Mon left.", ["Hla Min Oo", "Khin Aye Mon"]),
        ("Governor U Hla Min Oo spoke.", ["Hla Min Oo"]),
        ("Police Major Ann Orr spoke.", ["Ann Orr"]),
        ("Old Ann Orr and Old Mrs Lind spoke.", ["Ann Orr", "Lind"]),
        ("We met my wife's Aunt Tibalda there.", ["Tibalda"]),
        ("We met Collector Sunita Varne there.", ["Sunita Varne"]),
        ("We met Portreeve Anna Imhof. The Portreeve left.", ["Anna Imhof", "Portreeve"]),
    ],
)
def test_what_a_text_shows_to_be_a_title_is_no_part_of_the_name(text, expected):
    assert _words(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("We crossed Old Mill Street.", "Old Mill Street"),
        ("The Green is shut. Green Lanes Market opened.", "Green Lanes Market"),
        ("The Harbour is shut. They met Harbour Table Company people.", "Harbour Table Company"),
    ],
)
def test_streets_and_bodies_keep_their_first_word(text, expected):
    assert any(expected.endswith(name) and " " in name for name in _words(text))


def test_a_family_name_that_is_a_word_stays_before_a_vietnamese_middle_name():
    assert _words("They met Colonel Be Xuan Lam. Do Van Kien left.") == ["Be Xuan Lam", "Do Van Kien"]
