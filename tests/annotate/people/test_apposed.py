"""Names behind their description; all names are invented."""

import pytest

from tests.annotate.people.test_speakers import resolved


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The operator, Merrow Coal Union, said it was late.", "Merrow Coal Union"),
        ("The suspected leader, Hugo Lind, said it was late.", "Hugo Lind"),
        ("Its first guest, a certain Hugo Lind, said it was late.", "Hugo Lind"),
        ("The ringleader, a former cook by the name of Hugo Lind, said it was late.", "Hugo Lind"),
    ],
)
def test_a_name_behind_its_description_is_the_speaker(text, expected):
    assert resolved(text) == [expected]
