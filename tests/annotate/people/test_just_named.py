"""Bodies that the next sentence calls a company; all names are invented."""

import pytest

from tests.annotate.people.test_speakers import resolved


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Most of the pictures were shown on Quillo. The company said it was sorry.", "Quillo"),
        ("A ferry lies in Quillo. The road to Quillo is shut. The company said it was sorry.", None),
        ("The Merrow Families were founded last week. The association said it was sorry.", "Merrow Families"),
    ],
)
def test_the_company_is_the_one_body_of_the_sentence_before(text, expected):
    assert resolved(text)[-1] == expected
