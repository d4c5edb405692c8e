"""Papers that speak in verbs of their own; all of them are invented."""

import pytest

from tests.annotate.attributions import attributions


@pytest.mark.parametrize(
    ("text", "speaker", "content"),
    [
        (
            "The second sheet requires tenants to keep a bucket and to name a neighbour.",
            "The second sheet",
            "to keep a bucket and to name a neighbour",
        ),
        ("The manual requires two nails in every plank.", "The manual", "two nails in every plank"),
        (
            "A receipt, seen by this paper, records that the lid was missing.",
            "A receipt",
            "that the lid was missing",
        ),
        ("The certificate gives the cause of the fire as “straw”.", "The certificate", "“straw”"),
        (
            "The report records 300 doors opened, 12 left shut and 4 lost.",
            "The report",
            "300 doors opened, 12 left shut and 4 lost",
        ),
    ],
)
def test_a_paper_says_what_it_requires_and_records(text, speaker, content):
    assert [(who, what) for who, _, what in attributions(text)] == [(speaker, content)]


@pytest.mark.parametrize(
    "text",
    [
        "The baker gives his daughter two loaves.",
        "The manual does not require two nails in every plank.",
        "The list would name the owners of the boats.",
    ],
)
def test_nobody_says_what_is_given_or_not_required(text):
    assert attributions(text) == []
