"""Offices whose kind hangs on the rest of the text or on two words together; holders of high office by their names."""

import pytest

from framing.annotate.people.bodies import body_kind, is_institute
from framing.annotate.people.holders import is_holder, is_known_holder
from framing.annotate.people.people import People
from framing.annotate.people.plain_offices import plain_office
from framing.annotate.people.sources import source_type
from framing.annotate.people.told_kinds import kind_told
from framing.annotate.quotations import find_quotes

SAID = "said the gate was open."


def speakers(text):
    return [q.speaker_resolved for q in find_quotes([("a", text)]).quotes["a"] if q.speech]


@pytest.mark.parametrize(
    ("phrase", "text", "kind"),
    [
        ("an usher", "The hearing began.", "official"), ("an usher", "The film began.", None),
        ("two of the clerks", "The registry opened.", "official"), ("a clerk", "The shop opened.", None),
        ("the chief inspector, late again", "The fish inspectorate met.", "official"),
        ("an inspector in Orr", "The detectives met.", None), ("a lieutenant", "The gendarmes came.", "police"),
        ("a lieutenant", "The gendarmes and the army came.", None),
        ("the federation", "The federal budget grew.", "official"), ("the federation", "The football grew.", None),
    ],
)  # fmt: skip
def test_the_text_around_tells_whose_office_it_is(phrase, text, kind):
    assert plain_office(phrase, text, 0) == kind


@pytest.mark.parametrize(
    ("phrase", "kind"),
    [
        ("Federal Vice-Chancellor", "official"), ("vice-chancellor of Orr University", "expert"),
        ("head of the municipal laboratory", "official"), ("head of the inspection branch", "official"),
        ("a deputy from the opposition benches", "official"), ("the republic", "official"),
        ("a so-called monitor", "organisation"), ("the chief clerk, explained that the operators slept", "official"),
    ],
)  # fmt: skip
def test_two_words_together_name_an_office(phrase, kind):
    assert source_type(phrase) == kind


@pytest.mark.parametrize(
    ("phrase", "kind"),
    [
        ("who appeared for the miller, wept", "lawyer"),
        ("who appeared for the national side", None),
        ("whose brigades shut the dens", "police"),
        ("who spent ten years studying tides", "expert"),
    ],
)
def test_what_somebody_does_tells_a_kind(phrase, kind):
    assert kind_told(phrase) == kind


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("Congress of Market Women", "organisation"),
        ("Congress of Deputies", "official"),
        ("Continental Council for Open Doors", "organisation"),
        ("Lawyers’ Circle of Orr", "organisation"),
        ("Fen Rights Register", "organisation"),
    ],
)
def test_whose_council_it_is_tells_its_kind(name, kind):
    assert body_kind(name) == kind
    assert is_institute("Fen Institute")


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (f"The fraud squad of the Fen Gendarmerie {SAID}", "Fen Gendarmerie"),
        (f"The Union of Bakers in Exile {SAID}", "Union of Bakers in Exile"),
        (f"The Fen Committee on Fisheries {SAID}", "Fen Committee on Fisheries"),
        (f"The banned Brotherhood of Coopers {SAID}", "Brotherhood of Coopers"),
        (f"The mill’s treasurer, Hugo Lind, {SAID}", "Hugo Lind"),
        (f"A reader calling herself Dry Socks {SAID}", "Dry Socks"),
        (f"Its spokeswoman, a Ms Orr-Lind, {SAID}", "Orr-Lind"),
        (f"The baker, a young man named Hugo Lind, {SAID}", "Hugo Lind"),
        (f"Chancellor Orr-Lind {SAID}", "Orr-Lind"),
    ],
)  # fmt: skip
def test_the_name_behind_a_phrase_is_its_speaker(text, name):
    assert speakers(text) == [name]


def test_well_known_holders_of_office_are_told_by_their_name():
    assert is_holder("Angela Merkel")
    assert not is_holder("Ann Orr")


def test_a_surname_tells_a_holder_unless_somebody_else_bears_it():
    alone, with_another = People("Merkel waited."), People("Ann Merkel waited.")
    assert is_known_holder(alone, alone.people[0])
    assert not is_known_holder(with_another, with_another.people[0])
