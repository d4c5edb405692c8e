import pytest

from framing.annotate.sentences import sentences


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Mr. Orr left. She stayed.", ["Mr. Orr left.", "She stayed."]),
        ('"Are they lying?" asked Rep. Lind. No.', ['"Are they lying?" asked Rep. Lind.', "No."]),
        ("It was on Sept. 1 in No. 5. Then it ended.", ["It was on Sept. 1 in No. 5.", "Then it ended."]),
        ("One line\nanother line", ["One line", "another line"]),
        ("The U.S. plan failed. It rained.", ["The U.S. plan failed.", "It rained."]),
        ("", []),
        (" \n ", []),
    ],
)
def test_sentences_are_split(text, expected):
    assert [text[a:b] for a, b in sentences(text)] == expected


def test_a_megabyte_without_a_stop_is_cut():
    spans = sentences("word " * 200_000)

    assert max(b - a for a, b in spans) <= 3000
    assert sum(b - a for a, b in spans) > 900_000
