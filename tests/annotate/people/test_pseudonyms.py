"""Names that speakers give themselves."""

import pytest

from framing.annotate.quotations import find_quotes


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("“It rained,” wrote a reader who signs herself reed_7.", "reed_7"),
        ("tidecat88, who feeds the strays, said the pier was late.", "tidecat88"),
        ("“It rained,” answered reefwalker, a reader since May.", "reefwalker"),
        ("The author, a user by the name of bom_vizinho, said the pier was late.", "bom_vizinho"),
    ],
)
def test_a_handle_in_small_letters_is_a_name(text, name):
    assert [q.speaker_resolved for q in find_quotes([("a", text)]).quotes["a"]] == [name]
