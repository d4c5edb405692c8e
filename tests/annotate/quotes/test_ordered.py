"""What holds by an order; all of them are invented."""

import pytest

from tests.annotate.attributions import attributions


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "By order of the harbour office no kite may be flown before noon.",
            [("the harbour office", "by order of", "no kite may be flown before noon")],
        ),
        (
            "Nets will be burned on Friday by order of the prefect.",
            [("the prefect", "by order of", "Nets will be burned on Friday")],
        ),
        (
            "Under the order of May every boat must carry a lamp.",
            [("the order of May", "under", "every boat must carry a lamp")],
        ),
    ],
)
def test_what_has_to_be_done_by_an_order_is_said_by_who_gives_it(text, expected):
    assert attributions(text) == expected


@pytest.mark.parametrize("text", ["The kite was cut down by order of the prefect.", "Under the bridge the boats must wait."])
def test_what_was_done_and_what_lies_below_is_no_order(text):
    assert attributions(text) == []
