"""Quotations in Chinese texts; people are invented."""

import pytest

from framing.annotate.quotations import find_quotes


@pytest.mark.parametrize(
    ("text", "content", "speaker", "cue", "stance"),
    [
        ("李明说：“我们不走。”", "“我们不走。”", "李明", "说", "neutral"),
        ("昨天，官员王芳对记者表示：“我们不走。”", "“我们不走。”", "官员王芳", "表示", "neutral"),
        ("昨天王芳也指出: “我们不走。”", "“我们不走。”", "王芳", "指出", "endorsing"),
        ("張偉告訴記者：「沒有人來。」", "「沒有人來。」", "張偉", "告訴", "neutral"),
        ('没有人来。公告声称："码头关闭。"', '"码头关闭。"', "公告", "声称", "distancing"),
    ],
)
def test_words_behind_speaker_verb_and_colon_are_a_quotation(text, content, speaker, cue, stance):
    (quote,) = find_quotes([("a", text)], lang="zh").quotes["a"]

    assert (quote.kind, text[quote.start : quote.end]) == ("direct", content)
    assert (quote.speaker_text, quote.cue_text, quote.stance) == (speaker, cue, stance)
    assert text[slice(*quote.speaker)] == speaker


@pytest.mark.parametrize(
    "text", ["这项名为“清港”的行动", "“码头关闭。”", "时间：“五月”", "李明说，码头关闭了。", "", "说：“走”"]
)
def test_without_speaker_verb_and_colon_nothing_is_found(text):
    assert not find_quotes([("a", text)], lang="zh-CN").quotes["a"]


def test_the_note_says_what_was_not_done():
    (note,) = find_quotes([("a", "李明说：“我们不走。”")], lang="zh").notes

    assert "indirect speech were not" in note
    assert "only quotations in marks behind a speaker" in note
