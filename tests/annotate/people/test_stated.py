"""What a text states of somebody beside titles and appositions; all people are invented."""

import pytest

from framing.annotate.people.descriptions import described
from framing.annotate.people.names import names
from framing.annotate.people.stated import stated
from framing.annotate.quotations import find_quotes


def told(text: str) -> list[str]:
    name = next(name for name in names(text) if name.words[-1] == "Orr")
    return [phrase for phrase, _ in stated(text, name)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ann Orr has been harbour master for nineteen years.", "harbour master"),
        ("Ann Orr remains chief prosecutor.", "chief prosecutor"),
        ("Ann Orr is coroner of Vale.", "coroner of Vale"),
        ("Ann Orr used to be a judge.", "a judge"),
        ("Ann Orr served as a judge until May.", "a judge"),
        ("Ann Orr was appointed prosecutor in May.", "prosecutor"),
        ("Ann Orr resigned as mayor in May.", "mayor"),
        ("Ann Orr, for twenty-two years the librarian of the island, keeps bees.", "the librarian of the island"),
        ("Ann Orr, then mayor of Vale, left.", "mayor of Vale"),
        ("Ann Orr, by trade a baker, wept.", "a baker"),
        ("Ann Orr – a baker in the town – wept.", "a baker in the town"),
        ("Ann Orr (baker) wept.", "baker"),
        ("Ann Orr chairs the union.", "who chairs the union"),
        ("Ann Orr has driven the night tram for years.", "who has driven the night tram for years"),
        ("Ann Orr, speaking for the union, wept.", "speaks for the union"),
        ("Ann Orr, on behalf of the company, wept.", "speaks for the company"),
        ("Ann Orr, from the ministry, wept.", "of the ministry"),
        ("Ann Orr left the room. She is a nurse.", "a nurse"),
        ("The new mayor is Ann Orr.", "The new mayor"),
        ("The nurse, whose name is Ann Orr, wept.", "The nurse"),
        ("The judge in the case, Ann Orr, left.", "The judge"),
        ("The town elected Ann Orr mayor in May.", "mayor"),
    ],
)
def test_a_role_is_read_where_the_text_states_it(text, expected):
    assert expected in told(text)


@pytest.mark.parametrize(
    "text",
    [
        "Ann Orr was at the party too.",
        "Ann Orr had been by the river for an hour.",
        "Ann Orr wrote to the ministry.",
        "Ann Orr keeps her gloves on.",
        "A call from Ann Orr for a longer grace period was passed on.",
        "Bram Lind met Ann Orr. Then Carla Voss left. She is a nurse.",
        "They called Ann Orr a judge of character.",
    ],
)
def test_nothing_is_read_where_no_role_is_stated(text):
    assert told(text) == []


def test_a_form_of_address_does_not_hide_the_office_before_it():
    text = "Harbour master Dr Ann Orr, 58, worked there."
    name = next(name for name in names(text) if name.words[-1] == "Orr")

    assert ("Harbour master", 3.0) in described(text, name)


def test_what_is_stated_of_somebody_tells_their_source_type():
    plain, stating = "“No,” said Ann Orr.", "Ann Orr has been harbour master for nineteen years. “No,” said Ann Orr."

    types = [find_quotes([("a", text)]).quotes["a"][0].source_type for text in (plain, stating)]

    assert types == ["citizen", "official"]
