"""Tags that describe whoever spoke last; all people are invented."""

import pytest

from tests.annotate.people.test_speakers import resolved


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Commodore Dora Lim said the crews were brave. Without them it was dark, the head of the Lamp Office noted.",
            "Dora Lim",
        ),
        ("Dora Lim said the crews were brave. “Sit down,” the judge said.", None),
        ("“A drawer was open,” says Hugo Lind. It was raining. No key was lost, the Notary-General says.", "Hugo Lind"),
    ],
)
def test_a_tag_describes_whoever_spoke_last_unless_others_bear_the_office(text, expected):
    assert resolved(text)[-1] == expected
