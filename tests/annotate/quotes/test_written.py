"""Papers that speak in verbs of their own; all of them are invented."""

import pytest

from tests.annotate.attributions import attributions


@pytest.mark.parametrize(
    ("text", "speaker", "content"),
    [
        (
            "The second sheet requires tenants to keep a bucket and to name a neighbour.",
            "The second sheet",
            "to keep a bucket and to name a neighbour",
        ),
        ("The manual requires two nails in every plank.", "The manual", "two nails in every plank"),
        (
            "A receipt, seen by this paper, records that the lid was missing.",
            "A receipt",
            "that the lid was missing",
        ),
        ("The certificate gives the cause of the fire as “straw”.", "The certificate", "“straw”"),
        (
            "The report records 300 doors opened, 12 left shut and 4 lost.",
            "The report",
            "300 doors opened, 12 left shut and 4 lost",
        ),
    ],
)
def test_a_paper_says_what_it_requires_and_records(text, speaker, content):
    assert [(who, what) for who, _, what in attributions(text)] == [(speaker, content)]


@pytest.mark.parametrize(
    "text",
    [
        "The baker gives his daughter two loaves.",
        "The manual does not require two nails in every plank.",
        "The list would name the owners of the boats.",
    ],
)
def test_nobody_says_what_is_given_or_not_required(text):
    assert attributions(text) == []


@pytest.mark.parametrize(
    ("text", "speaker", "content"),
    [
        ("The ordinance of May 2 obliges larger shops to register a cat.", "The ordinance of May 2", "to register a cat"),
        ("Article 4 obliges every goose to be counted before noon.", "Article 4", "to be counted before noon"),
        ("The order also requires owners to hang a lamp beside the door.", "The order", "to hang a lamp beside the door"),
        (
            "The Lamp Act, signed that same night, obliges every keeper of lamps to sweep the stairs.",
            "The Lamp Act, signed that same night",
            "to sweep the stairs",
        ),
        (
            "The decree, which hung in the hall, empowers them to close any street.",
            "The decree, which hung in the hall",
            "to close any street",
        ),
    ],
)
def test_a_paper_obliges_somebody_to_do_something(text, speaker, content):
    found = attributions(text)
    assert [what for _, _, what in found] == [content]
    assert found[0][0] in (speaker, speaker.split(",")[0])


@pytest.mark.parametrize(
    "text",
    ["The weather obliges larger boats to wait.", "The order that Mara Voss tore up would require owners to wait."],
)
def test_weather_obliges_without_a_word(text):
    assert attributions(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The decree provides for a new office with nine clerks.",
            ("The decree", "provide", "a new office with nine clerks"),
        ),
        ("The list gives 41 names of skippers.", ("The list", "give", "41 names of skippers")),
        ("The ferry log does record nine passengers.", ("The ferry log", "record", "nine passengers")),
        ("The logs show that the lamp was lit.", ("The logs", "show", "that the lamp was lit")),
        ("It provides that the porter keeps the key.", ("It", "provide", "that the porter keeps the key")),
    ],
)
def test_papers_provide_for_things_and_list_them(text, expected):
    assert attributions(text) == [expected]


def test_what_no_paper_mentions_is_no_quotation():
    assert attributions("No statute mentions such a plate.") == []


def test_an_agreement_provides_that_something_is_done():
    found = attributions("The agreement provides that 160 families will be settled within a year.")

    assert found == [("The agreement", "provide", "that 160 families will be settled within a year")]


def test_a_law_that_provides_no_means_says_nothing():
    assert attributions("The law provides no dedicated means for founders.") == []
