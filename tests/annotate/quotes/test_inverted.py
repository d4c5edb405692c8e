"""The speaker right behind the cue of quoted words; all people are invented."""

import pytest

from framing.annotate.quotes.inverted import behind_cue


@pytest.mark.parametrize(
    ("behind", "speaker"),
    [
        (" the harbour master.", "the harbour master"),
        (" Ann Orr, who filed forty complaints.", "Ann Orr"),
        (" the presiding judge, Ann Orr, when it rained.", "the presiding judge, Ann Orr"),
        (" a user known as heron towards evening.", "a user known as heron"),
        (" a mother from Tall Rock, Mrs Orr, to our paper.", "a mother from Tall Rock, Mrs Orr"),
        (" plum_77 in the group.", "plum_77"),
        (" as if it rained.", None),
    ],
)
def test_who_stands_behind_a_cue_that_follows_quoted_words(behind, speaker):
    text = f"“It leans,” replied{behind}"
    found = behind_cue(text, (12, 19))

    assert (found and text[slice(*found)]) == speaker


def test_a_cue_that_follows_no_words_has_its_speaker_before_it():
    text = "The keeper replied the same day."

    assert behind_cue(text, (11, 18)) is None
