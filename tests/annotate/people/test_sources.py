import pytest

from framing.annotate.people.sources import TYPES, source_type
from framing.annotate.quotations import find_quotes
from framing.annotate.wordlists import word_list


@pytest.mark.parametrize(
    ("description", "kind"),
    [
        ("the deputy minister of fisheries", "official"), ("a spokeswoman for the ministry", "official"),
        ("a police officer", "police"), ("police spokesman", "police"), ("law professor at Orr University", "expert"),
        ("an analyst", "expert"), ("a lawyer for the family", "lawyer"), ("survivors of the flood", "victim"),
        ("a resident of the old town", "citizen"), ("a Weibo user", "citizen"), ("the newspaper", "media"),
        ("a reporter for the Tide", "media"), ("chief executive of the ferry company", "company"),
        ("a spokesman for the ferry company", "company"), ("the fishermen's union", "organisation"),
        ("a person familiar with the talks", "anonymous"), ("a source", "anonymous"),
        ("an official who declined to be named", "anonymous"), ("the tallest", None), ("", None),
    ],
)  # fmt: skip
def test_a_description_tells_the_kind(description, kind):
    assert source_type(description) == kind


def test_every_section_of_the_list_is_a_type_or_documented():
    assert set(word_list("quotes_sources_en.txt")) - {"", "speaker-for"} <= set(TYPES)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Mayor Ann Orr said it was late.", "official"),
        ("Ann Orr, a lawyer in the old town, said it was late.", "lawyer"),
        ("Chen Liwei, a shopkeeper, left. Chen said it was late.", "citizen"),
        ("An official said it was late, on condition of anonymity.", "anonymous"),
        ("Foreign Ministry spokesperson Chen Liwei said it was late.", "official"),
        ("The Tide Daily reported that it was late.", "media"),
        ("Police said it was late.", "police"),
    ],
)
def test_a_speaker_has_a_kind(text, kind):
    (quote,) = find_quotes([("a", text)]).quotes["a"]

    assert quote.source_type == kind
