"""Documents speak for whoever issued them."""

import pytest

from framing.annotate.quotations import find_quotes

SAID = "said the pier was late."


def speakers(text):
    return [(q.speaker_resolved, q.source_type) for q in find_quotes([("a", text)]).quotes["a"] if q.speech]


@pytest.mark.parametrize(
    ("mention", "expected"),
    [
        ("A notice from the Merrow Health Bureau", ("Merrow Health Bureau", "official")),
        ("A proclamation signed by Governor Ann Orr", ("Ann Orr", "official")),
        ("An internal memo of Lind Tramways", ("Lind Tramways", "company")),
        ("Lind Tramways’ last request", ("Lind Tramways", "company")),
        ("A standing instruction of the Harbour Constabulary", ("Harbour Constabulary", "police")),
        ("A letter signed by forty residents", (None, "citizen")),
        ("A police record", (None, "police")),
        ("A survey by Merrow University", ("Merrow University", "expert")),
        ("A poll by the Tide Institute", ("Tide Institute", "organisation")),
        ("The verdict", (None, "official")),
        ("Circular 9 of the Merrow Health Bureau", ("Merrow Health Bureau", "official")),
        ("A sheet with the stamp of the Merrow Health Bureau", ("Merrow Health Bureau", "official")),
        ("A loudspeaker van of the Ward Police Bureau", ("Ward Police Bureau", "police")),
    ],
)
def test_a_document_has_the_name_and_kind_of_its_issuer(mention, expected):
    assert speakers(f"{mention} {SAID}") == [expected]


def test_a_document_is_known_again():
    text = f"A report of the Port Authority {SAID} The report added that it was cold."

    assert speakers(text) == [("Port Authority", "official")] * 2


def test_the_paper_is_a_newspaper_where_no_study_came_before():
    assert speakers(f"The Merrow Herald is old. The paper {SAID}") == [("Merrow Herald", "media")]


def test_the_statement_is_that_of_whoever_spoke_before():
    assert speakers(f"Lind Tramways {SAID} The statement added that it was cold.") == [("Lind Tramways", "company")] * 2


def test_a_report_keeps_the_issuer_it_was_introduced_with():
    text = f"All read a report by the Port Authority. It rained. Ann Orr, a docker, {SAID} The report added that it was cold."

    assert speakers(text)[-1] == ("Port Authority", "official")


def test_whoever_signed_a_document_is_named_in_the_sentence_behind():
    text = (
        "A memo to the managers warned that the seals were old. It was signed by Ann Orr, the chief engineer of Lind Tramways."
    )

    assert speakers(text) == [("Ann Orr", "company")]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("State television was merry. The late bulletin said the gate was open.", "media"),
        ("Article 12 states that the gate must be open.", "official"),
        (
            "The Blue Heron Society has a door. The sheet which the society has put up says that the gate is open.",
            "organisation",
        ),
        ("According to a bulletin issued by the force, the gate was open.", "police"),
        ("The same weekly said the gate was open.", "media"),
    ],
)
def test_bulletins_articles_of_law_and_sheets_on_doors_speak_for_their_issuer(text, kind):
    (quote,) = find_quotes([("a", text)]).quotes["a"]

    assert quote.source_type == kind


def test_a_clause_tells_who_sends_a_document_out():
    assert speakers(f"A slip which the Fen Bank hands out {SAID}") == [("Fen Bank", "company")]


def test_a_verdict_is_that_of_the_court_named_before():
    assert speakers(f"The Merrow Court sat all day. The verdict {SAID}") == [("Merrow Court", "official")]


def test_a_ministry_statement_is_that_of_the_ministry_named_before():
    text = f"The Ministry of Works was late. A ministry statement {SAID}"

    assert speakers(text) == [("Ministry of Works", "official")]


@pytest.mark.parametrize(
    "text",
    [
        "The Merrow Health Bureau met on Monday. A circular to customers said the pier was late.",
        "The Merrow Health Bureau met on Monday. A notice to its members said the pier was late.",
        "The Merrow Health Bureau met on Monday. Nobody came.\n\nThe decision said the pier was late.",
        "The Merrow Health Bureau met on Monday. Ann Orr left. A letter from the bureau said the pier was late.",
    ],
)
def test_a_document_without_a_name_is_of_the_body_spoken_of(text):
    assert [name for name, _ in speakers(text)] == ["Merrow Health Bureau"]


def test_a_verdict_is_of_the_chamber_that_was_named():
    assert (
        speakers(f"On Monday the Third Criminal Chamber sat. It rained.\n\nThe written verdict {SAID}")[0][0]
        == "Third Criminal Chamber"
    )
