"""Balancing and pairing: sides made alike, nothing dropped in silence, nothing paired without a reader."""

import pytest

from framing.corpus.balance import balance_sides
from framing.corpus.documents import Corpus, Document
from framing.corpus.matching import confirm_pairs, suggest_pairs
from framing.errors import CorpusError, OptionError

STORM = "A storm closed the harbour of Norhaven on Sunday and sank two ferries, the coast guard said."
VOTE = "Parliament voted on the tariff bill after a night of debate and sent it to the president."
FIRE = "Firefighters put out a blaze in the old cotton mill; nobody was hurt, the mayor told reporters."


def document(id, side, text="One two three.", date="2020-01-01", **more):
    return Document(id, text, side=side, outlet=f"{side} paper", date=date, **more)


@pytest.fixture
def corpus():
    a = [document(f"a{i}", "a", date=f"2020-01-{1 + i:02d}") for i in range(10)]
    b = [document(f"b{i}", "b", date=f"2020-01-{6 + 3 * i:02d}") for i in range(4)]
    return Corpus((*a, *b, document("late", "b", date="2021-06-01"), document("vague", "a", date="2020")), ("a", "b"))


def test_every_stratum_keeps_as_many_of_each_side(corpus):
    balanced = balance_sides(corpus, "date", days=7)

    # Weeks from 1 January: a has 7 and 3, b has 1 (6 January) and 2 (9, 12) and one more on the 15th.
    rows = balanced.data[balanced.data["n_after"] > 0]
    assert rows["stratum"].tolist() == ["2020-01-01"] * 2 + ["2020-01-08"] * 2
    assert rows[["side", "n_before", "n_after"]].values.tolist() == [["a", 7, 1], ["b", 1, 1], ["a", 3, 2], ["b", 2, 2]]
    assert [d.side for d in balanced.corpus] == ["a"] * 3 + ["b"] * 3


def test_what_was_dropped_is_listed_with_its_reason(corpus):
    balanced = balance_sides(corpus, "date", days=7)

    dropped = balanced.tables["dropped"].set_index("document")
    assert set(dropped.index) | {d.id for d in balanced.corpus} == {d.id for d in corpus}
    assert dropped.loc["late", "reason"] == "another side has none here"
    assert dropped.loc["vague", "reason"] == "no usable date"
    assert balanced.corpus.notes[-1] == "balanced by date: 6 of 16 documents kept"


def test_the_seed_decides_which_stay_and_nothing_else(corpus):
    kept = [[d.id for d in balance_sides(corpus, "date", seed=seed).corpus] for seed in (1, 1, 2, 3, 4)]

    assert kept[0] == kept[1]
    assert len({tuple(ids) for ids in kept}) > 1
    assert len({len(ids) for ids in kept}) == 1


def test_length_and_event_can_be_crossed():
    documents = [
        document(f"{side}{n}", side, "word " * n, event="e") for side, n in [("a", 50), ("a", 150), ("b", 180), ("b", 900)]
    ]

    balanced = balance_sides(Corpus(tuple(documents), ("a", "b")), ["event", "length"])

    assert [d.id for d in balanced.corpus] == ["a150", "b180"]


def test_balancing_refuses_what_cannot_be_done(corpus):
    with pytest.raises(OptionError, match=r"`by` must be one of date, .*did you mean 'event'"):
        balance_sides(corpus, "evnt")
    with pytest.raises(OptionError, match="`by` names nothing"):
        balance_sides(corpus, [])
    with pytest.raises(CorpusError, match="balancing needs two sides, this corpus has 1"):
        balance_sides(Corpus((document("x", "a"),), ("a",)))
    with pytest.raises(CorpusError, match="no stratum of event has documents of every side"):
        balance_sides(corpus, "event")


@pytest.fixture
def events():
    return Corpus(
        (
            document("s-storm", "state", STORM, "2020-01-05", title="Storm closes harbour"),
            document("s-vote", "state", VOTE, "2020-01-06", title="Tariff bill passes"),
            document("s-old", "state", STORM, "2019-01-05", title="Storm closes harbour"),
            document("c-vote", "critical", "A tariff bill nobody read: parliament voted by night.", "2020-01-07"),
            document("c-storm", "critical", "Two ferries sank in the storm that closed Norhaven harbour.", "2020-01-06"),
            document("c-fire", "critical", FIRE, "2020-01-06"),
        ),
        ("state", "critical"),
    )


def test_articles_on_the_same_event_are_suggested_once_and_within_the_days(events):
    pairs = suggest_pairs(events, days=3).data

    found = {(row.document_a, row.document_b, row.days_apart) for row in pairs.itertuples()}
    assert found == {("s-storm", "c-storm", 1), ("s-vote", "c-vote", 1)}
    assert pairs["similarity"].is_monotonic_decreasing
    assert pairs["similarity"].between(0, 1).all()
    assert set(pairs["confirmed"]) == {""}


def test_documents_without_a_date_are_compared_with_all():
    documents = (document("a", "x", STORM, None), document("b", "y", STORM, "2020-01-01"))

    assert suggest_pairs(Corpus(documents, ("x", "y"))).data["days_apart"].tolist() == [None]


def test_only_confirmed_pairs_become_events(events):
    pairs = suggest_pairs(events).data
    pairs.loc[pairs["document_a"] == "s-storm", "confirmed"] = "Yes"
    pairs.loc[pairs["document_a"] == "s-vote", "confirmed"] = "no"

    confirmed = confirm_pairs(events, pairs)

    assert {d.id: d.event for d in confirmed if d.event} == {"s-storm": "event-1", "c-storm": "event-1"}


def test_pairs_that_share_a_document_are_one_event_and_named_events_are_kept():
    documents = tuple(document(id, id[0], STORM, event="storm" if id == "x" else None) for id in ("x", "y", "z"))
    pairs = suggest_pairs(Corpus(documents, ("x", "y", "z"))).data.assign(confirmed="yes")

    confirmed = confirm_pairs(Corpus(documents, ("x", "y", "z")), pairs)

    assert {d.event for d in confirmed} == {"storm"}


def test_two_named_events_are_never_joined_in_silence():
    documents = (document("a", "x", STORM, event="storm"), document("b", "y", STORM, event="flood"))
    corpus = Corpus(documents, ("x", "y"))

    with pytest.raises(CorpusError, match="stand in 'flood' and 'storm'; correct one"):
        confirm_pairs(corpus, suggest_pairs(corpus).data.assign(confirmed="yes"))
    with pytest.raises(CorpusError, match="the table of pairs lacks confirmed"):
        confirm_pairs(corpus, suggest_pairs(corpus).data.drop(columns="confirmed"))


def test_empty_texts_are_paired_with_nothing():
    documents = (document("a", "x", ""), document("b", "y", ""))

    assert suggest_pairs(Corpus(documents, ("x", "y"))).data.empty
