"""One speaker, one type in a corpus; all people are invented."""

import pytest

from framing.annotate.quotations import Quote, find_quotes
from framing.annotate.source_types.pool import pooled, same_speakers
from framing.annotate.source_types.weigh import Evidence
from framing.annotate.source_types.weights import weights

TOLD = "Detective Mara Voss of the harbour police said the lock was whole."
QUOTE = [Quote(0, 1, ((0, 1),), "indirect", source_type="other")]


def told(*clues, name="Mara Voss", is_person=True):
    return Evidence((0,), name, is_person, weights().rows(clues))


POLICE = ("rule=police", "head=detective", "plain:police", "vote:police")
LAWYER = ("rule=lawyer", "head=lawyer", "plain:lawyer", "vote:lawyer")
BARE = ("untold", "unvoted")


def kinds(found):
    return {id: quote.source_type for id, (quote,) in pooled(dict.fromkeys(found, QUOTE), found).items()}


def test_a_type_told_in_one_document_holds_in_the_others():
    quotes = find_quotes([("a", TOLD), ("b", "Mara Voss said that the kettle was cold.")]).quotes

    assert [quotes[id][0].source_type for id in ("a", "b")] == ["police", "police"]


def test_what_one_document_is_silent_about_another_tells():
    silent, told_once = told(*BARE), told(*POLICE)
    together = pooled({"a": QUOTE, "b": QUOTE}, {"a": [silent], "b": [told_once]})["a"][0]
    kind, alone = weights().verdict(told_once.rows)

    assert together.source_type == kind == "police"
    # The log-odds of one and the same clues, divided by the root of two documents.
    assert together.type_confidence == weights().verdict(told_once.rows, 2)[1] < alone


def test_different_clues_of_two_documents_add_up():
    first, second = told(*POLICE[:2]), told(*POLICE[2:])
    together = pooled({"a": QUOTE, "b": QUOTE}, {"a": [first], "b": [second]})["a"][0]

    assert together.type_confidence == weights().verdict(weights().rows(POLICE), 2)[1]


def test_a_family_name_alone_is_the_one_person_who_has_it():
    assert kinds({"a": [told(*POLICE)], "b": [told(*BARE, name="Voss")]}) == {"a": "police", "b": "police"}


def test_a_family_name_that_two_have_is_nobody_in_particular():
    found = {"a": [told(*POLICE)], "b": [told(*LAWYER, name="Ann Voss")], "c": [told(*BARE, name="Voss")]}

    assert same_speakers(found) == []


def test_a_body_is_not_taken_for_a_person_of_its_last_word():
    found = {"a": [told(*POLICE, name="Mara Dock")], "b": [told(*BARE, name="Dock", is_person=False)]}

    assert same_speakers(found) == []


def test_sources_without_a_name_are_never_pooled():
    assert same_speakers({"a": [told(*POLICE, name=None)], "b": [told(*LAWYER, name=None)]}) == []


def test_documents_beyond_the_first_twelve_change_nothing():
    twelve = {f"d{n}": [told(*POLICE)] for n in range(12)}
    more = twelve | {"later": [told(*LAWYER)]}

    first, last = (pooled(dict.fromkeys(found, QUOTE), found)["d0"][0] for found in (twelve, more))

    assert first.type_confidence == last.type_confidence
    assert kinds(more)["later"] == "police"


@pytest.mark.parametrize("order", [("a", "b", "c"), ("c", "a", "b")])
def test_the_order_of_documents_moves_nothing(order):
    found = {"a": [told(*POLICE)], "b": [told(*BARE, name="Voss")], "c": [told(*POLICE[:1])]}

    assert kinds({id: found[id] for id in order}) == {"a": "police", "b": "police", "c": "police"}


def test_documents_without_evidence_keep_their_quotations():
    quote = Quote(0, 1, ((0, 1),), "direct", source_type="media")

    assert pooled({"a": [quote]}, {}) == {"a": (quote,)}
