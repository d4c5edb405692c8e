import pytest

from framing.annotate.people.people import People


def fulls(text):
    people = People(text)
    return [people.of[n].full for n in range(len(people.names))]


@pytest.mark.parametrize(
    ("text", "full"),
    [
        ("The Merrow Grain Authority met. Later the Authority left.", "Merrow Grain Authority"),
        ("The Merrow Lantern was shut. We asked the Lantern.", "Merrow Lantern"),
        ("The Merrow Grain Authority met. Then MGA left.", "Merrow Grain Authority"),
        ("The Board of Quays (BQ) met. Then BQ left.", "Board of Quays"),
        ("Quillon Motors closed. Then Quillon wept.", "Quillon Motors"),
        ("Quillon wept, the men of Quillon Motors said.", "Quillon Motors"),
        ("Ann Orr (@ann_o) left.", "Ann Orr"),
    ],
)
def test_a_short_form_stands_for_what_the_text_names_in_full(text, full):
    assert set(fulls(text)) == {full}


@pytest.mark.parametrize(
    ("text", "short"),
    [
        ("The White House spoke. Then the House voted.", "House"),
        ("Senate Democrats met. Then the Democrats left.", "Democrats"),
        ("Merrow Motors closed. It rained in Merrow. Then Merrow wept.", "Merrow"),
        ("The Merrow Messenger came. Then Merrow wept.", "Merrow"),
        ("MERROW (ABX) - It rained.", "ABX"),
        ("National Motors closed. Then National wept.", "National"),
    ],
)
def test_what_only_looks_like_a_short_form_stays_itself(text, short):
    assert short in fulls(text)


def test_of_two_bodies_the_last_one_named_is_meant():
    text = "The Merrow Council met. The Lantern Council left. We asked the Council. The Merrow Council sat, the Council said."

    assert fulls(text) == ["Merrow Council", "Lantern Council", "Lantern Council", "Merrow Council", "Merrow Council"]
