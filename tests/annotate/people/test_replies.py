"""A reply is that of the body that was asked."""

import pytest

from framing.annotate.quotations import find_quotes


def resolved(text):
    return find_quotes([("a", text)]).quotes["a"][-1].speaker_resolved


@pytest.mark.parametrize("asked", ["wrote to the Harbour Inspectorate", "has asked the inspectorate for a reason"])
def test_a_reply_is_that_of_the_body_that_was_asked(asked):
    text = f"The Harbour Inspectorate closed the pier. Ann Orr {asked}. The reply, two lines long, says that the pier is old."

    assert resolved(text) == "Harbour Inspectorate"


def test_a_reply_of_a_body_is_that_body_s_own():
    text = "Ann Orr wrote to the Harbour Inspectorate. The reply of the Fen Bank says that the pier is old."

    assert resolved(text) == "Fen Bank"
