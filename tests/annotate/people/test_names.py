import pytest

from framing.annotate.people.names import names


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The Brotherhood of Quay Hands met.", ["Brotherhood of Quay Hands"]),
        ("the Ministry of Water and Power", ["Ministry of Water and Power"]),
        ("The Provincial Prosecutor’s Office met.", ["Provincial Prosecutor’s Office"]),
        ("The Prosecutor General’s Office met.", ["Prosecutor General’s Office"]),
        ("The Kind Society of Porters’ Wives met.", ["Kind Society of Porters’ Wives"]),
        ("The Sisters of the Lamps met.", ["Sisters of the Lamps"]),
        ("The Maritime and Signals Police met.", ["Maritime and Signals Police"]),
        ("They feared the State Mine Rescue Service.", ["State Mine Rescue Service"]),
        ("They met Steering Committee 12 on Channel 6.", ["Steering Committee 12", "Channel 6"]),
        ("The Commission 12 years later", ["Commission"]),
        ("Ann Bishop met a priest. Bishop wept.", ["Ann Bishop", "Bishop"]),
        ("Ann Bishop met a priest. The Bishop wept.", ["Ann Bishop"]),
        ("A leaflet of the Terrace Residents’ Union hung there.", ["Terrace Residents’ Union"]),
        ("1. Arrests. The Ward Police Bureau met.", ["Arrests", "Ward Police Bureau"]),
        ("Minister of Water and Power Chen Liwei left.", ["Water", "Chen Liwei"]),
        ("Shopkeeper Tan Meiling left.", ["Tan Meiling"]),
        ("Porter Goss left.", ["Porter Goss"]),
        ("Chipmaker Quillon left.", ["Quillon"]),
        ("The Ministry of Justice met.", ["Ministry of Justice"]),
        ("Director of the Office of Networks Shen Daolin left.", ["Office", "Shen Daolin"]),
        ("SHUT AGAIN Peder Holm left.", ["Peder Holm"]),
        ("A boat. Reuters/Ann Orr", ["Reuters"]),
        ("> Police left.", []),
        ("Then House Speaker Ann Orr left.", ["Ann Orr"]),
        ("The Foreign Ministry and the U.S. Supreme Court", ["Foreign Ministry", "U.S. Supreme Court"]),
        ("Chinese officials met Ann\xa0Orr.", ["Ann Orr"]),
    ],
)
def test_a_name_is_found_whole_and_without_what_is_no_part_of_it(text, expected):
    assert [" ".join(n.words) for n in names(text)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The Union of Carters and Porters met.", ["Union of Carters and Porters"]),
        ("The Union of Carters and Ann Orr met.", ["Union of Carters", "Ann Orr"]),
        ("the Food and Parks Office", ["Food and Parks Office"]),
        ("the Senate and Justice Department", ["Senate", "Justice Department"]),
        ("the State Milk Commission", ["State Milk Commission"]),
        ("a school of the Sisters of Quay Hill", ["Sisters of Quay Hill"]),
        ("a word with the CEOs of Quillon", ["CEOs", "Quillon"]),
        ("the Seamen’s Mission", ["Seamen’s Mission"]),
        ("the Quay Porters’ Ring", ["Quay Porters’ Ring"]),
        ("Orr & Lind Lines lost a boat.", ["Orr & Lind Lines"]),
    ],
)
def test_the_parts_of_one_body_are_one_name(text, expected):
    assert [" ".join(n.words) for n in names(text)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("In Willow Lane Ann Orr told us.", ["Willow Lane", "Ann Orr"]),
        ("Near Merrow Pyo Min-su waited.", ["Merrow", "Pyo Min-su"]),
        ("They met at Port Mary Hall.", ["Port Mary Hall"]),
    ],
)
def test_a_person_behind_a_place_is_a_name_of_its_own(text, expected):
    assert [" ".join(n.words) for n in names(text)] == expected


@pytest.mark.parametrize(
    "text",
    [
        "Fifty-one of them left.",
        "Eleven boats sank.",
        "Perhaps it sank.",
        "Gutters broke: a gutter is a gutter.",
        "Mediators met.",
        "Then Grandmother slept.",
        "On Jan. 5 it rained.",
        "They close on Saturdays.",
    ],
)
def test_a_capital_that_begins_a_sentence_or_a_date_is_no_name(text):
    assert names(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Gutter left the gutter. Then Gutter wept.", ["Gutter", "Gutter"]),
        ("Then Third Lantern said no.", ["Third Lantern"]),
        ("Jan Orr left.", ["Jan Orr"]),
        ("Ruby left. It was a ruby.", ["Ruby"]),
    ],
)
def test_a_word_that_has_its_capital_inside_a_sentence_too_stays_a_name(text, expected):
    assert [" ".join(n.words) for n in names(text)] == expected


def test_a_handle_is_a_name_and_an_address_is_none():
    assert [n.words for n in names("We asked @reed7 at ann@orr.example now.")] == [("@reed7",)]


def test_a_user_name_in_small_letters_is_a_name():
    assert [n.words for n in names("The user reed_7 met a blogger known as ‘nightjar’.")] == [("reed_7",), ("nightjar",)]


def test_a_trade_before_a_name_is_its_title():
    (name,) = names("Shopkeeper Tan Meiling left.")

    assert name.titles == ("shopkeeper",)


def test_bill_is_a_first_name_and_tramways_are_none():
    bill, tramways = names("Then Bill Orr took Lind Tramways.")

    assert (bill.person, tramways.person) == (True, False)
