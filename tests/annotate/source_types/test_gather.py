"""Clues of one speaker, gathered over all quotations of a text; all people are invented."""

from framing.annotate.people.people import People
from framing.annotate.quotations import Quote
from framing.annotate.source_types.weigh import evidence, gather, typed

TEXT = "Mara Voss said the oven was cold.\n\nVoss, a baker, sneered at the judge.\n\nHugo Lind waited."


def spoken(phrase, cue, kind):
    start = TEXT.index(phrase)
    return Quote(
        0, 5, ((0, 5),), "indirect", cue_lemma=cue, speaker=(start, start + len(phrase)), speaker_text=phrase,
        speaker_resolved="Mara Voss", source_type=kind,
    )  # fmt: skip


def gathered():
    people = People(TEXT)
    voss = people.people[0]
    return gather(TEXT, [spoken("Mara Voss", "say", "citizen"), spoken("Voss,", "sneer", "official")], [voss, voss], people)


def test_quotations_of_one_name_are_one_group_with_the_clues_of_all():
    ((numbers, clues),) = gathered()

    assert numbers == [0, 1]
    assert {"cue=say", "cue=sneer", "rule=citizen", "rule=official", "told=baker"} <= clues


def test_speakers_without_a_name_are_weighed_one_by_one():
    people = People(TEXT)
    quotes = [Quote(0, 5, ((0, 5),), "indirect", speaker_text="he"), Quote(0, 5, ((0, 5),), "indirect", speaker_text="she")]

    assert [numbers for numbers, _ in gather(TEXT, quotes, [None, None], people)] == [[0], [1]]


def test_the_weighed_kind_replaces_two_verdicts_of_the_rules_by_one():
    people = People(TEXT)
    voss = people.people[0]
    rules = [spoken("Mara Voss", "say", "citizen"), spoken("Voss,", "sneer", "official")]
    first, second = typed(rules, evidence(TEXT, rules, [voss, voss], people))

    assert first.source_type == second.source_type
    assert first.type_confidence == second.type_confidence is not None
