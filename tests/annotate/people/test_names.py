import pytest

from framing.annotate.people.names import names


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The Brotherhood of Quay Hands met.", ["Brotherhood of Quay Hands"]),
        ("the Ministry of Water and Power", ["Ministry of Water and Power"]),
        ("The Provincial Prosecutor’s Office met.", ["Provincial Prosecutor’s Office"]),
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


def test_a_trade_before_a_name_is_its_title():
    (name,) = names("Shopkeeper Tan Meiling left.")

    assert name.titles == ("shopkeeper",)


def test_bill_is_a_first_name_and_tramways_are_none():
    bill, tramways = names("Then Bill Orr took Lind Tramways.")

    assert (bill.person, tramways.person) == (True, False)
