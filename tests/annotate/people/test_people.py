import pytest

from framing.annotate.people.people import People
from tests.growth import assert_in_proportion


def full(text, at=-1):
    people = People(text)
    return people.of[range(len(people.names))[at]].full


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Omar al-Masri left. Then Masri wept.", "Omar al-Masri"),
        ("Ann Lind-Moor left. Then Ms Lind wept.", "Ann Lind-Moor"),
        ("Pedro Lind left. Then Pedro Lind Moro wept.", "Pedro Lind Moro"),
        ("Pedro Lind Moro left. Then Pedro Lind wept.", "Pedro Lind Moro"),
        ("Bui: It rained. Then Bui Sy Quan left.", "Bui Sy Quan"),
        ("Nguyen Van Lam left. Then Mr Lam wept.", "Nguyen Van Lam"),
        ("Kim Min-ji left. Then Min-ji Kim wept.", "Kim Min-ji"),
    ],
)
def test_two_forms_of_one_name_are_one_person(text, expected):
    assert full(text) == full(text, 0) == expected


def test_a_title_tells_which_of_two_people_of_one_name_is_meant():
    assert full("Ann Orr married Ben Orr. Then Ms Orr left.") == "Ann Orr"


def test_a_family_name_comes_before_a_first_name():
    assert full("Ann Martin met Martin Lind. Then Martin left.") == "Ann Martin"


def test_two_people_whose_names_run_together_stay_two():
    assert full("Ann Orr left. ANN ORR AND Ann Orr Ben Lind.", 0) == "Ann Orr"


@pytest.mark.slow
def test_the_time_for_names_that_share_words_grows_with_their_number():
    line = "The Orr {0}x Council met Ann {0}y Orr. The Council and Orr left in Merrow.\n"
    short, long = ("".join(line.format(f"{c}{i}") for i in range(n) for c in "BD") for n in (500, 2000))

    assert_in_proportion(People, short, long)
