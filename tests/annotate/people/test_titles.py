import pytest

from framing.annotate.people.names import names
from framing.annotate.people.titles import is_title, without_letters


@pytest.mark.parametrize(
    "titles",
    ["Rear Admiral", "Deputy Prosecutor-General", "Senior Sergeant", "Subprefect", "Monsignor", "Nurse", "Postmistress-General",
     "Lance Corporal", "Crown Prince", "Professor Emeritus", "Surgeon General", "Wing Commander", "Governor-elect", "Frau"],
)  # fmt: skip
def test_titles_of_all_trades_and_ranks_are_no_part_of_a_name(titles):
    (name,) = names(f"Then {titles} Ivo Lind left.")

    assert name.words == ("Ivo", "Lind")


@pytest.mark.parametrize("name", ["Earl Lind", "Dean Orr", "Baron Moor"])
def test_a_title_that_is_a_first_name_too_stays_before_a_single_word(name):
    assert [" ".join(n.words) for n in names(f"Then {name} left.")] == [name]


def test_a_title_that_is_a_first_name_too_goes_before_a_whole_name():
    assert [n.words for n in names("Then Earl Jonas Lind left.")] == [("Jonas", "Lind")]


def test_the_first_word_of_a_body_is_no_title():
    assert [" ".join(n.words) for n in names("the Nurse Aid Society")] == ["Nurse Aid Society"]


def test_a_family_name_that_is_a_word_for_a_body_is_no_trade():
    assert [n.words for n in names("Ngo Thien Phuc left.")] == [("Ngo", "Thien", "Phuc")]


def test_a_first_name_with_a_hyphen_is_no_title():
    assert not is_title("Anne-Marie")


def test_letters_for_a_seat_or_a_degree_are_no_part_of_a_name():
    assert [n.words for n in names("Then Ivo Lind MP met Ann Orr QC.")] == [("Ivo", "Lind"), ("Ann", "Orr")]


def test_two_words_keep_their_letters():
    assert len(without_letters([("Lind", 0, 4), ("MP", 5, 7)])) == 2
