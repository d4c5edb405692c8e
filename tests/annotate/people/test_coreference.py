"""How a corpus is annotated can be chosen, and a component of the user's never costs a quotation."""

import pytest

import framing as fr
from framing.annotate.annotated import CLAUSAL, COREF, annotate, as_annotated
from framing.corpus.documents import Corpus, Document
from framing.errors import OptionError

TEXTS = ('"We stay," the lady in red said.', '"We go," the man in blue said.', '"We rest," the child in green said.')
CLAUSE = "The minister said that the quay was safe. The minister accused the captain of lying."


def corpus(*texts: str) -> Corpus:
    return Corpus(tuple(Document(f"d{i}", text, side="x") for i, text in enumerate(texts)), ("x",))


def lady(text: str) -> list[tuple[int, int, str]]:
    start = text.find("the lady")
    return [(start, start + 15, "Ann Orr")] if start >= 0 else []


def test_the_users_component_names_speakers():
    found = fr.quotes(corpus(*TEXTS), coref=lady)

    assert found.data["speaker_resolved"].tolist()[0] == "Ann Orr"
    assert found.data["speaker_resolved"].isna().tolist() == [False, True, True]
    assert COREF in found.provenance.notes


@pytest.mark.parametrize(
    ("component", "why"),
    [
        (lambda text: 1 / 0, "ZeroDivisionError"),
        (lambda text: [("the lady", 0)], "ValueError"),
        (lambda text: None, "TypeError"),
    ],
)
def test_a_component_that_fails_costs_no_quotation_and_is_named_once(component, why):
    calls = []

    def counting(text):
        calls.append(text)
        return component(text)

    annotated = annotate(corpus(*TEXTS), coref=counting)

    assert [len(annotated.quotes[d.id]) for d in annotated.corpus] == [1, 1, 1]
    assert len(calls) == 1
    (said,) = [note for note in annotated.notes if "coreference component failed" in note]
    assert why in said


def test_clausal_only_leaves_out_what_is_no_clause_and_says_so():
    documents = corpus(CLAUSE)
    both, clauses = fr.quotes(documents), fr.quotes(documents, clausal_only=True)

    assert len(both.data) == 2
    assert clauses.data["text"].str.contains("quay").tolist() == [True]
    assert CLAUSAL in clauses.provenance.notes
    assert CLAUSAL not in both.provenance.notes
    assert as_annotated(documents) is as_annotated(documents)
    assert as_annotated(documents, clausal_only=True) is not as_annotated(documents)


def test_what_is_annotated_cannot_be_annotated_otherwise():
    annotated = as_annotated(corpus(*TEXTS))

    with pytest.raises(OptionError, match="give the corpus"):
        fr.quotes(annotated, clausal_only=True)
