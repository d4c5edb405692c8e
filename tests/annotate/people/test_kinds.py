"""The kind of a named source comes from everything the document says of it."""

from itertools import product

import pytest

from framing.annotate.people.kinds import Kinds
from framing.annotate.people.people import People
from framing.annotate.quotations import find_quotes
from tests.growth import assert_in_proportion

SAID = "said the pier was late."


def kinds(text):
    return [q.source_type for q in find_quotes([("a", text)]).quotes["a"] if q.speech]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        (f"Ann Orr, who runs a bakery, {SAID}", "citizen"),
        (f"A fisherman called Hugo Lind {SAID}", "citizen"),
        (f"Hugo Lind, 43, of Lower Merrow, {SAID}", "citizen"),
        (f"Hugo Lind, a net-mender in the old town, {SAID}", "citizen"),
        (f"Hugo Lind {SAID} He is a retired ferryman.", "citizen"),
        (f"Ann Orr, whose house was destroyed, {SAID}", "victim"),
        (f"Ann Orr, a survivor of the flood, {SAID}", "victim"),
        (f"Ann Orr, who heads the fisheries ministry, {SAID}", "official"),
        (f"Chief prosecutor Ann Orr {SAID}", "official"),
        (f"The ruling party {SAID}", "official"),
        (f"Sergeant Ann Orr {SAID}", "police"),
        (f"A police spokeswoman {SAID}", "police"),
        (f"Ann Orr, counsel for the crew, {SAID}", "lawyer"),
        (f"Ann Orr, who represents the crew, {SAID}", "lawyer"),
        (f"Ann Orr, a hydrologist, {SAID}", "expert"),
        (f"Ann Orr of Merrow University {SAID}", "expert"),
        (f"A spokesman for Merrow University {SAID}", "organisation"),
        (f"Ann Orr, who teaches sea law, {SAID}", "expert"),
        (f"Ann Orr, a reporter for the Tide, {SAID}", "media"),
        (f"Ann Orr, secretary of the dockers’ union, {SAID}", "organisation"),
        (f"Ann Orr, managing director of Lind Ferries, {SAID}", "company"),
        (f"Two-thirds of the villagers {SAID}", "citizen"),
        (f"A person close to the talks {SAID}", "anonymous"),
        ("The report said the pier was late.", "other"),
        (f"Harbour Authority Director Ann Orr {SAID}", "official"),
        (f"Captain Hugo Lind of the gendarmerie {SAID}", "police"),
        (f"Commander Hugo Lind, chief of the Ward Police Bureau, {SAID}", "police"),
        (f"The Criminal Inquiry Bureau met. Bureau spokesman Hugo Lind {SAID}", "police"),
        (f"The Tide Watch group met. Its chair, Ann Orr, {SAID}", "organisation"),
        (f"Lind Tramways is old. The company’s chief engineer, Ann Orr, {SAID}", "company"),
        (f"Mayor Hugo Lind left. His lawyer, Ann Orr, {SAID}", "lawyer"),
        (f"Lind Tramways, the builder of the pier, {SAID}", "company"),
        (f"Lind Hollow, which employs nine hundred people, {SAID}", "company"),
        (f"Ann Orr, who teaches the second form at Keel Lane school, {SAID}", "citizen"),
        (f"Ann Orr, director of Tide Watch, {SAID}", "organisation"),
        (f"The President of the Assembly, Ann Orr, {SAID}", "official"),
        (f"Minister of Water and Power Chen Liwei {SAID}", "official"),
        (f"Fire chief Ann Orr {SAID}", "official"),
        (f"Human rights lawyer Odo Perrin {SAID}", "lawyer"),
        (f"The Merrow University Prof Ann Orr {SAID}", "expert"),
        (f"Ann Orr, head of the Department of Genetics at Merrow University, {SAID}", "expert"),
        (f"The vast majority of public health experts {SAID}", "expert"),
        (f"Business secretary Ann Orr {SAID}", "official"),
        (f"The chief health adviser Sir Hugo Lind {SAID}", "official"),
        (f"It was a campaign promise of President Ann Orr, who {SAID}", "official"),
        (f"Ann Orr, CEO of Quillon, {SAID}", "company"),
        (f"Quillon founder Ann Orr {SAID}", "company"),
        (f"Parrot, the messaging app, was late. Parrot {SAID}", "company"),
        (f"The messaging app Parrot {SAID}", "company"),
        (f"The lawyer for the crew, Ann Orr, {SAID}", "lawyer"),
        (f"Members of the Open Quays Table {SAID}", "organisation"),
        (f"Ann Orr, convenor of Clean Quays, {SAID}", "organisation"),
        ("JONES: We stay.\n\nSMITH: We go.\n\nJONES: No.", "citizen"),
        (f"Many {SAID}", "citizen"),
        (f"In parliament nobody slept. Hugo Lind sold nets on the quay. Lind {SAID}", "citizen"),
        ("“I deliver milk and start at four.” - Ann Orr, Keel Lane", "citizen"),
    ],
)
def test_a_source_has_the_kind_the_text_gives_it(text, kind):
    assert kinds(text)[0] == kind


def test_a_description_after_the_quotation_counts_for_the_first_mention():
    assert kinds(f"Lind {SAID} Hugo Lind, a shopkeeper, left.") == ["citizen"]


def test_surnames_and_pronouns_inherit_the_kind():
    text = f"Ann Orr, an economist at the port, {SAID} Orr {SAID} She added that it was cold."

    assert kinds(text) == ["expert"] * 3


def test_a_pronoun_goes_on_with_a_nameless_speaker():
    text = f"Mayor Ann Orr {SAID} A shopkeeper said that it was cold. He added that nobody came."
    quotes = [q for q in find_quotes([("a", text)]).quotes["a"] if q.speech]

    assert [(q.speaker_resolved, q.source_type) for q in quotes] == [
        ("Ann Orr", "official"),
        (None, "citizen"),
        (None, "citizen"),
    ]


def test_a_trade_can_be_a_family_name():
    text = f"Ann Baker, a judge, left. Baker {SAID}"
    (quote,) = find_quotes([("a", text)]).quotes["a"]

    assert (quote.speaker_resolved, quote.source_type) == ("Ann Baker", "official")


def test_a_title_inside_a_run_of_capitals_is_no_part_of_the_name():
    (quote,) = find_quotes([("a", f"Harbour Authority Director Chen Liwei {SAID}")]).quotes["a"]

    assert quote.speaker_resolved == "Chen Liwei"


def test_an_acronym_is_of_the_kind_of_the_body_whose_initials_it_is():
    assert kinds(f"Merrow Port Police met. MPP {SAID}") == ["police"]


def test_what_stands_behind_the_comma_is_a_description_only_where_it_is_a_noun():
    assert kinds(f"In parliament Ann Orr, called on by doctors, rose. Mayor Ann Orr {SAID}") == ["official"]


@pytest.mark.slow
def test_the_time_for_tiny_turns_with_a_name_each_grows_with_their_number():
    syllables = [c + v for c in "bdfgklmnprst" for v in "aeiou"]
    words = ["".join(w).capitalize() for w in product(syllables, repeat=3)]
    few, many = (People("".join(f"{w}: yes.\n\n{w.upper()[::-1]}: no.\n\n" for w in words[:n])) for n in (4000, 16_000))

    def every_kind(people):
        kinds = Kinds(people, lambda: None)
        for person in people.people:
            person.kind = None
            kinds.of_person(person)

    assert len(many.people) > 20_000
    assert_in_proportion(every_kind, few, many)
