"""The writer's own voice; all people are invented."""

import pytest

from tests.annotate.attributions import attributions


@pytest.mark.parametrize(
    "text",
    [
        "We have asked the harbour master for comment.",
        "We recommend the return of the boats and an inquiry.",
        "I salute the gulls.",
        "We asked the baker to sit down.",
        "We estimate that nine boats are missing.",
        "We do not deny that the pier is late.",
        "Dear readers, in May I wondered who would pay for the pier.",
    ],
)
def test_what_the_writer_does_with_words_is_no_quotation(text):
    assert attributions(text) == []


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("We asked the harbour master why the pier was late.", "why the pier was late"),
        ("A year ago we wrote that the pier was late.", "that the pier was late"),
    ],
)
def test_what_the_writer_says_or_asks_is(text, said):
    assert [content for _, _, content in attributions(text)] == [said]
