import pytest

from framing.annotate.people.shapes import NAME, handles


@pytest.mark.parametrize(
    "name",
    ["Žana Šimić", "Nguyễn Văn Ðạo", "Omar al-Masri", "Ludwig van der Moor", "Ta’ir Lind", "Jean-Luc d’Orr", "Hassan bin Omar",
     "AT&T", "N'Diaye", "de Witt", "@reed_7"],
)  # fmt: skip
def test_names_of_all_scripts_that_use_latin_letters_are_matched_whole(name):
    assert [m.group() for m in NAME.finditer(f"and {name}’s boat")] == [name]


def test_a_number_between_two_names_is_no_particle():
    assert [m.group() for m in NAME.finditer("On Monday ten Moors met")] == ["On Monday", "Moors"]


def test_a_word_in_marks_behind_called_is_no_user_name():
    assert list(handles("a game called “marbles” and a group named ‘reeds’")) == []


def test_a_name_does_not_begin_inside_a_word():
    assert [m.group() for m in NAME.finditer("write to ann@orr.example or x@Orr")] == ["Orr"]


def test_a_low_line_makes_a_handle_of_a_word_but_not_of_an_address():
    text = "Then reed_tide asked us. See www.reed_tide/x and a@reed_tide.org."

    assert [text[a:b] for a, b in handles(text)] == ["reed_tide"]


def test_a_plain_word_is_a_name_where_a_user_is_called_so_and_wherever_it_stands_again():
    text = "A member known as oldgull at the quay laughed. Then oldgull left; an oldgull is a bird."
    assert [a for a, _ in handles(text)] == [text.index("oldgull"), text.index("oldgull left")]


def test_a_user_who_called_somebody_has_no_name():
    assert list(handles("A user called yesterday, and a member named those who left. A member called angrily.")) == []
