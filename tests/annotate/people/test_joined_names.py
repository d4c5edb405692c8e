"""Runs of capitals that are one name."""

import pytest

from framing.annotate.people.names import names


@pytest.mark.parametrize(
    "name",
    [
        "Ministry of Tides and Communications",
        "Committee on Fisheries and Ports",
        "Court of First Instance",
        "Housing Office No. 7",
        "Commission of Inquiry into the Events of 9 April",
    ],
)
def test_a_body_keeps_all_of_its_name(name):
    assert [" ".join(n.words) for n in names(f"On the quay the {name} met.")] == [name]


def test_a_street_before_a_name_is_no_part_of_it():
    assert [n.words for n in names("On Mast Street Rashan Orrova waited.")] == [("Mast", "Street"), ("Rashan", "Orrova")]
