"""What could not be done when the voices were found is said by every result that counts by voice."""

import pytest

import framing as fr
from framing.annotate.annotated import annotate, as_annotated
from framing.corpus.documents import Corpus, Document
from framing.registry import measures

NOTE = "no parser model: indirect speech was not looked for"
BY_VOICE = sorted(name for name, entry in measures().items() if entry.by_voice)
QUICK = {
    "topics": {"k": 2, "n_seeds": 2, "n_resamples": 2, "n_bootstrap": 0, "n_permutations": 0, "min_documents": 1},
    "collocations": {"nodes": ("order",), "min_count": 1},
    "keyness": {"min_count": 1},
}


@pytest.fixture
def corpus(monkeypatch) -> Corpus:
    """Twelve invented texts on two sides, and no model to parse them."""
    monkeypatch.setattr("framing.annotate.documents.load_model", lambda: (None, {}, (NOTE,)))
    words = ("order", "quay", "harbour", "court", "judge", "lawyer", "boat", "crane")
    return Corpus(
        tuple(
            Document(f"d{i}", f"The {words[i % 8]} held. " * 9 + f"They kept order at the {words[i % 3]} and {words[i % 5]}.",
                     side="xy"[i % 2], outlet=f"Outlet {i % 4}", date=f"2031-05-{i + 1:02d}")
            for i in range(12)
        ),
        ("x", "y"),
    )  # fmt: skip


@pytest.mark.filterwarnings("ignore::framing.errors.FramingWarning")
@pytest.mark.parametrize("name", BY_VOICE)
def test_every_measure_by_voice_carries_the_notes_of_the_annotation(name, corpus):
    result = measures()[name].function(corpus, voice="own", **QUICK.get(name, {}))

    assert result.provenance.notes.count(NOTE) == 1


def test_lines_in_context_carry_them_too(corpus):
    assert NOTE in fr.kwic(corpus, "order", voice="own").provenance.notes


@pytest.mark.filterwarnings("ignore::framing.errors.FramingWarning")
def test_nothing_is_added_where_nothing_is_missing(corpus, monkeypatch):
    monkeypatch.undo()
    documents = corpus.with_documents(corpus.documents)

    assert as_annotated(documents).notes == ()
    assert fr.keyness(annotate(documents), min_count=1).provenance.notes == fr.keyness(documents, min_count=1).provenance.notes
