import pytest

from framing.annotate.annotated import as_annotated
from framing.annotate.people.same_person import described, one_kind
from framing.corpus.documents import Corpus, Document
from framing.measures.quotes import quotes
from framing.measures.sources import sources

DESCRIBED = "Defence lawyer Ann Orr said the pier was shut."
BARE = 'The pier was late. "It will be shut," Ann Orr said.'


def kinds(*texts):
    corpus = Corpus(tuple(Document(str(n), text, side="x", outlet=str(n)) for n, text in enumerate(texts)), ("x",))
    found, notes = one_kind(as_annotated(corpus))
    return [found[d.id][0].source_type for d in corpus], notes


def test_a_guess_gives_way_to_a_description_elsewhere_and_is_counted():
    found, notes = kinds(DESCRIBED, BARE)

    assert found == ["lawyer", "lawyer"]
    assert notes[0].startswith("Source type of 1 quotation (1 name)")


def test_a_description_in_the_document_itself_stays():
    found, notes = kinds(DESCRIBED, DESCRIBED, "Ann Orr, a fisherman, said the pier was shut.")

    assert found == ["lawyer", "lawyer", "citizen"]
    assert notes == ()


@pytest.mark.parametrize("others", [("Ann Orr, a fisherman, said the pier was shut.",), ()])
def test_a_tie_and_silence_change_nothing(others):
    found, _ = kinds(BARE, *(DESCRIBED,) * len(others), *others)

    assert found[0] == "citizen"


def test_a_single_name_is_too_little_to_know_somebody_by():
    assert described("Defence lawyer Orr said the pier was shut.", {"Orr"}) == {}
    assert kinds("Defence lawyer Orr said the pier was shut.", 'It was late. "It will be shut," Orr said.')[1] == ()


def test_the_order_of_documents_changes_nothing():
    assert kinds(DESCRIBED, BARE)[0] == kinds(BARE, DESCRIBED)[0][::-1]


def test_quotations_and_sources_agree_and_say_so():
    corpus = Corpus(tuple(Document(str(n), t, side="x", outlet=str(n)) for n, t in enumerate((DESCRIBED, BARE))), ("x",))

    listed, counted = quotes(corpus), sources(corpus)

    assert listed.data["source_type"].tolist() == ["lawyer", "lawyer"]
    assert counted.tables["types"][["source_type", "n_quotes"]].to_numpy().tolist() == [["lawyer", 2]]
    assert listed.provenance.notes[-1] == counted.provenance.notes[-1]
