"""Cues that open a quotation with a colon; all people are invented."""

from tests.annotate.attributions import attributions


def test_what_stands_before_the_cue_is_no_part_of_what_the_colon_opens():
    text = (
        "On the way we stopped at the inn, where a board put up by Hugo Lind, the landlord, warns: “Beer is sold at this "
        "window or not at all.”"
    )

    assert attributions(text) == [("Hugo Lind", "warn", "“Beer is sold at this window or not at all.”")]
