import pytest

from framing.annotate.layout.unclosed import before_cue, is_cue


@pytest.mark.parametrize("text", ["said Ann Orr", " the mayor said", ", she added quietly", "asked a tall man"])
def test_a_reporting_word_beside_somebody_is_a_cue(text):
    assert is_cue(text, 0, len(text))


@pytest.mark.parametrize("text", ["", "said", "and Ann Orr left", "the mayor left", "said on Friday"])
def test_anything_else_is_none(text):
    assert not is_cue(text, 0, len(text))


def test_words_without_a_comma_before_the_cue_go_on():
    assert before_cue("The man Ann Orr said was late", 0, 29) is None
