import pytest

from framing.annotate.people.people import People


@pytest.mark.parametrize(
    "text",
    [
        "Open Larder, a small relief charity, met.",
        "The daily Merrow Morning asked.",
        "They fed Willow Quay, a village of eels.",
        "They live at Willow Gardens.",
        "A movement called Reed Bed met.",
    ],
)
def test_a_name_that_the_text_explains_as_a_body_or_a_place_is_no_person(text):
    assert not People(text).people[0].is_person


@pytest.mark.parametrize(
    "text",
    [
        "Ivo Lind, the inspector for the district, left.",
        "Sorro Lind, a director of the company, left.",
        "Sorro Lind, who owns a newspaper, left.",
        "The company director Sorro Lind left.",
    ],
)
def test_whoever_works_for_a_body_stays_a_person(text):
    assert People(text).people[0].is_person
