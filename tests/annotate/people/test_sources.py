from collections import Counter

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


@pytest.mark.parametrize(
    ("description", "kind"),
    [
        ("deputy head of the harbour office", "official"), ("a procurator in the northern district", "official"),
        ("the county party secretary", "official"), ("a village head in the delta", "official"),
        ("deputies of the people's congress", "official"), ("a tax collector", "official"),
        ("the sarpanch of a hill village", "official"), ("an inspector of works", "official"),
        ("a press officer for the council", "official"), ("the court clerk", "official"), ("a prison guard", "official"),
        ("head of the Public Prosecutor's Office", "official"), ("a member of the Chamber of Deputies", "official"),
        ("the charge d'affaires", "official"), ("a deputy", "official"), ("the army's commander-in-chief", "official"),
        ("a harbour pilot", "official"), ("a public security officer", "police"), ("the cyber police", "police"),
        ("a carabinieri captain", "police"), ("a border guard", "police"), ("a sheriff's deputy", "police"),
        ("a palaeoclimatologist", "expert"), ("a state oceanographer", "expert"), ("a data scientist at the firm", "expert"),
        ("the police pathologist", "expert"), ("a human rights scholar", "expert"),
        ("the chancellor of the University of Orr", "expert"), ("a village doctor", "expert"),
        ("a public defender", "lawyer"), ("the defence team", "lawyer"), ("a legal aid solicitor", "lawyer"),
        ("the company's lawyer", "lawyer"), ("the bereaved", "victim"), ("next of kin of the crew", "victim"),
        ("a factory worker", "citizen"), ("workers at the cement plant", "citizen"), ("a head teacher", "citizen"),
        ("a night porter", "citizen"), ("the station master", "citizen"), ("a village schoolteacher", "citizen"),
        ("an account holder", "citizen"), ("a rickshaw puller", "citizen"), ("a crane operator", "citizen"),
        ("a musician", "citizen"), ("a technician", "citizen"), ("his mother-in-law", "citizen"),
        ("a police constable's wife", "citizen"), ("the owner of a noodle stall", "citizen"), ("an asylum seeker", "citizen"),
        ("a tribal elder", "citizen"), ("a police reporter", "media"), ("a court reporter", "media"),
        ("the state-run daily", "media"), ("a livestreamer", "media"), ("a photographer", "media"),
        ("the editor-in-chief", "media"), ("the general secretary of the union", "organisation"),
        ("a shop steward", "organisation"), ("the police union", "organisation"),
        ("a press officer for the hospital", "organisation"), ("a rights defender", "organisation"),
        ("the Chamber of Commerce", "organisation"), ("a parent-teacher association", "organisation"),
        ("a press officer for the airline", "company"), ("a majority shareholder", "company"),
        ("the deputy manager of the shoe factory", "company"), ("a spokesman for Orr Pay", "company"),
        ("Velotech", "company"), ("a whistle-blower", "anonymous"),
        ("a customs officer who asked not to be named", "anonymous"), ("a model farm", None), ("the weekly meeting", None),
    ],
)  # fmt: skip
def test_titles_of_the_world_press_tell_the_kind(description, kind):
    assert source_type(description) == kind


def test_no_word_stands_in_a_second_section_where_it_could_never_count():
    counted = Counter(
        word for section, known in word_list("quotes_sources_en.txt").items() if section in TYPES for word in known
    )

    assert [word for word, times in counted.items() if times > 1] == []


def test_a_family_name_that_is_a_trade_too_stays_a_name():
    (quote,) = find_quotes([("a", "Judge Ann Tanner was late. Tanner said it was cold.")]).quotes["a"]

    assert (quote.source_type, quote.speaker_resolved) == ("official", "Ann Tanner")


def test_every_section_of_the_list_is_a_type_or_documented():
    assert set(word_list("quotes_sources_en.txt")) - {""} <= set(TYPES)


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
