import pytest

from framing.annotate.layout.sentences import sentences


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Mr. Orr left. She stayed.", ["Mr. Orr left.", "She stayed."]),
        ('"Are they lying?" asked Rep. Lind. No.', ['"Are they lying?" asked Rep. Lind.', "No."]),
        ("It was on Sept. 1 in No. 5. Then it ended.", ["It was on Sept. 1 in No. 5.", "Then it ended."]),
        ("One line\nanother line", ["One line", "another line"]),
        ("The U.S. plan failed. It rained.", ["The U.S. plan failed.", "It rained."]),
        ("The ferry had sunk at 6.52 p.m. Ann Orr saw it.", ["The ferry had sunk at 6.52 p.m.", "Ann Orr saw it."]),
        ("The ferry had left at 8 p.m. Monday in fog.", ["The ferry had left at 8 p.m. Monday in fog."]),
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


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He wrote 我们不走。The shop closed.", ["He wrote 我们不走。", "The shop closed."]),
        ("“我们不走。” The mayor left.", ["“我们不走。”", "The mayor left."]),
        ("“我们不走。” he said. Nobody came.", ["“我们不走。” he said.", "Nobody came."]),
        ("“我们不走。” Chen Li said. Nobody came.", ["“我们不走。” Chen Li said.", "Nobody came."]),
        ("你好！我们走？走。", ["你好！", "我们走？", "走。"]),
    ],
)
def test_a_chinese_stop_ends_a_sentence_unless_a_cue_follows(text, expected):
    assert [text[a:b] for a, b in sentences(text)] == expected
