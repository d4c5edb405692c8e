import pytest

from framing.annotate.blocks import blocks
from tests.shared import shared


def taken(text):
    return [text[b.start : b.end] for b in blocks(text)]


def test_lines_with_a_sign_are_one_block():
    text = "The Tide reports:\n\n> One.\n\n> Two.\n\nOurs."

    assert taken(text) == ["> One.\n\n> Two."]


def test_two_runs_are_two_blocks():
    assert taken("> One.\n\nOurs.\n\n> Two.") == ["> One.", "> Two."]


def test_plain_text_needs_an_announcement_and_a_source():
    text = "Kai Mo at the Tide reports that the pier is shut:\n\nOne.\n\nTwo. [Source]\n\nOurs."

    assert taken(text) == ["One.\n\nTwo. [Source]"]


@pytest.mark.parametrize(
    "text",
    [
        "The Tide reports:\n\nOne.\n\nTwo.",  # no end
        "Three things matter:\n\nOne.\n\nTwo. [Source]",  # nobody is announced
        "The Tide reports one thing.\n\nTwo. [Source]",  # no colon
    ],
)
def test_without_both_ends_nothing_is_taken(text):
    assert taken(text) == []


@pytest.mark.shared
def test_a_real_commentary_has_two_blocks():
    (path,) = shared("data/seeds").glob("004*.txt")
    found = taken(path.read_text(encoding="utf-8"))

    assert [text.endswith("[Source]") for text in found] == [True, True]
