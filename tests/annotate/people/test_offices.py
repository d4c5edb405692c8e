"""Offices, bodies of state, firms and trades that two or three words name together."""

import pytest

from framing.annotate.people.bodies import body_kind, is_faculty
from framing.annotate.people.names import names
from framing.annotate.people.people import People
from framing.annotate.quotations import find_quotes

SAID = "said the gate was open."


def kinds(text):
    return [q.source_type for q in find_quotes([("a", text)]).quotes["a"] if q.speech]


def speakers(text):
    return [q.speaker_resolved for q in find_quotes([("a", text)]).quotes["a"] if q.speech]


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("Quiet Channel Chancery", "official"), ("Salt Post Wardenry", "official"), ("Fen Stewardship", "official"),
        ("Operation Bright Quay", "official"), ("Water Leading Group", "official"), ("Wire Brigade", "police"),
        ("Harbour Flotilla", "police"), ("Harbour Watch", "police"), ("Tide Watch", "organisation"),
        ("Radio Merrow", "media"), ("Daily Merrow", "media"), ("Council of Fen Rabbis", "organisation"),
        ("Council of Ministers", "official"), ("Merrow Data", "company"), ("Orr Dyes", "company"),
        ("Sodality of Bread", "organisation"),
    ],
)  # fmt: skip
def test_the_last_word_of_a_body_decides(name, kind):
    assert body_kind(name) == kind


def test_a_school_of_a_subject_speaks_as_scholars():
    assert kinds("The Merrow School of Hydrology said the tide was late.") == ["expert"]
    assert not is_faculty("Merrow School")


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        (f"Inspector of Schools Hugo Lind {SAID}", "official"),
        (f"The Registrar of Voters, Hugo Lind, {SAID}", "official"),
        (f"Harbour Master Ann Orr {SAID}", "official"),
        (f"State Fiscal Hugo Lind {SAID}", "official"),
        (f"The registry {SAID}", "official"),
        (f"The clerk behind the glass {SAID}", "official"),
        (f"A man from the town hall {SAID}", "official"),
        (f"A man from the old town {SAID}", "citizen"),
        (f"The charge sheet {SAID}", "official"),
        (f"Detective Captain Ann Orr {SAID}", "police"),
        (f"Commodore Hugo Lind, whose Wire Brigade watches the cables, {SAID}", "police"),
        (f"Ann Orr of the Merrow bar {SAID}", "lawyer"),
        (f"Captain Hugo Lind, who sails the milk boat, {SAID}", "citizen"),
        (f"Sister Ann Orr, who runs the night ward, {SAID}", "citizen"),
        (f"Hugo Lind, a reader in the provinces, {SAID}", "citizen"),
        (f"Hugo Lind, who owns the bakery chain Fen Loaf, {SAID}", "company"),
        (f"Hugo Lind, the managing director, {SAID}", "company"),
        (f"Hugo Lind, who manages the Fen Bank in Market Lane, {SAID}", "company"),
        (f"Ann Orr, who appeared for the defence, {SAID}", "lawyer"),
        (f"The ferry sank. Ann Orr, whose husband went down with it, {SAID}", "victim"),
    ],
)
def test_a_phrase_tells_the_office_or_the_trade(text, kind):
    assert kinds(text) == [kind]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        (f"Mayor Ann Orr left. Lind Tramways has paid. Its manager, Odo Perrin, {SAID}", "company"),
        (f"Mayor Ann Orr left. The Fen Chancery has closed the pier. Its spokesman, Odo Perrin, {SAID}", "official"),
        (f"Lind Tramways is glad. The Fen Chancery met. Ann Orr, who heads the new body, {SAID}", "official"),
        (f"The bakery on the quay is shut. Its owner, Odo Perrin, {SAID}", "citizen"),
    ],
)
def test_its_people_belong_to_the_body_of_the_sentence_before(text, kind):
    assert kinds(text) == [kind]


def test_a_council_in_brackets_owns_nobody():
    text = f"MERROW (Fen Chancery) -- The Parents' League met in Merrow. Its president, Ann Orr, {SAID}"

    assert kinds(text) == ["organisation"]


def test_one_of_several_arrested_is_accused():
    assert kinds(f"Seven people have been arrested in Merrow. One of the seven, a baker, {SAID}") == ["other"]


def test_whoever_has_a_trial_before_them_is_accused():
    assert kinds(f"One of the nine, a baker, {SAID} His trial begins in May.") == ["other"]


def test_one_of_a_hidden_pair_is_hidden():
    text = f"Two nurses, who asked us not to name them, said the ward was cold. One of the pair {SAID}"

    assert kinds(text) == ["anonymous", "anonymous"]


def test_whoever_would_rather_not_see_their_name_is_hidden():
    assert kinds(f"A baker, who would rather not see his name here, {SAID}") == ["anonymous"]


def test_a_handle_that_signs_a_letter_is_a_reader():
    assert kinds("Letters came in.\n\n“The gate was open.” - FenPike\n") == ["citizen"]


def test_an_editorial_speaks_for_its_paper():
    assert speakers(f"An editorial in the Merrow Mercury {SAID}") == ["Merrow Mercury"]


def test_a_firm_that_ends_like_a_document_is_no_document():
    assert speakers(f"Merrow Data {SAID}") == ["Merrow Data"]


def test_a_platform_of_one_word_is_a_body():
    people = People("The video platform Quillon was fined.")

    assert [p.is_person for p in people.people] == [False]


def test_an_ampersand_makes_a_firm():
    assert [n.person for n in names("Clay & Daughters said so.")] == [False]


def test_a_crane_operator_is_a_person():
    assert [p.is_person for p in People("Quarlen Lind, a crane operator of 24, left.").people] == [True]


def test_the_retired_baker_is_the_one_person_the_text_is_about():
    text = "Hugo Lind heard the bell. It rang twice. Nobody came. The retired baker said the gate was open."

    assert speakers(text) == ["Hugo Lind"]


def test_the_next_sentence_can_belie_what_a_first_name_sounds_like():
    assert People("Quello Lind met the bench at noon. She left.").people[0].gender is None
    assert People("Quello Lind met the bench at noon. He left.").people[0].gender == "he"


def test_a_cruel_voice_is_no_source_without_a_name():
    assert kinds("Bakers said that the nameless voices were tired.") == ["citizen"]


def test_the_largest_of_a_group_of_firms_is_one():
    assert kinds(f"Five carriers have signed. Orrisant, the largest of them, {SAID}") == ["company"]


def test_what_somebody_did_before_a_name_is_told_of_the_name():
    assert People("The surgeon who set the arm, Quarlen Lind, left.").people[0].told == [("surgeon", 3.0, 29)]
