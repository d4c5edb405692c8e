"""Phrases in which more than the head noun decides."""

import pytest

from framing.annotate.people.bodies import body_kind
from framing.annotate.people.phrases import kind_of_phrase


@pytest.mark.parametrize(
    ("phrase", "kind"),
    [
        ("the returning officer", "official"),
        ("a medical officer of the district", "official"),
        ("a loan officer", "company"),
        ("a union officer", "organisation"),
        ("the video network", "company"),
        ("the village head", "official"),
        ("the minister of communications", "official"),
        ("head of heart surgery at the hospital", "expert"),
        ("Quillon’s regional manager", "company"),
        ("municipal stewards", "official"),
        ("commander of the gendarmerie in Merrow", "police"),
        ("a captain of the coast guard", "police"),
        ("who commands the northern district of the coast guard", "police"),
        ("who commands the northern fleet", None),
        ("volunteers of the Blue Heron Society", "organisation"),
        ("an usher of the Ministry of Works", "official"),
        ("a colleague from Radio Merrow", "media"),
        ("a staff attorney with the Blue Heron Society", None),
        ("a tall officer", None),
        ("residents of the County of Orr", None),
    ],
)
def test_a_phrase_is_read_as_a_whole(phrase, kind):
    assert kind_of_phrase(phrase, body_kind) == kind
