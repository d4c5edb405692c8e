"""One article with its voices: labels, and what could not be read."""

import re

import pytest

from framing.annotate.annotated import as_annotated
from framing.annotate.quotes.models import NO_MODEL
from framing.corpus.documents import Corpus, Document
from framing.present.reader import article, label, read
from tests.present import factories


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ("> Minister of\n> Ports Mara Lind", "Minister of Ports Mara Lind"),
        (">> Mara Lind", "Mara Lind"),
        ("* Mara Lind", "Mara Lind"),
        ("**Mara Lind**", "Mara Lind"),
        ("## Mara Lind", "Mara Lind"),
        ("Mara Lind > Ove Brandt", "Mara Lind > Ove Brandt"),
        ("Jean-Luc O’Hara", "Jean-Luc O’Hara"),
        (None, ""),
    ],
)
def test_a_label_has_no_marks_of_the_layout(words, shown):
    assert label(words) == shown


def test_speakers_in_a_block_are_named_without_its_mark():
    text = "The Tide reports:\n\n> The pier is shut.\n> “We will see,” said\n> Minister Mara Lind.\n\nSo it goes."
    corpus = Corpus((Document("a", text, side="x", lang="en"),), ("x",))

    labels = re.findall(r'<span class="who">([^<]*)</span>', read(as_annotated(corpus), "a").markup)

    assert labels
    assert not any(">" in found or "&gt;" in found for found in labels)


def test_a_missing_parser_model_and_trouble_with_a_text_are_said_in_the_article():
    corpus = factories.corpus()
    first, second = corpus.documents[:2]
    made = factories.annotated(corpus)
    made.notes = ("spaCy is not installed; " + NO_MODEL, f"{first.id}: a sentence could not be read (ValueError: x)", "other")

    html = read(made, first.id).markup

    assert "SpaCy is not installed; no English parser model is installed" in html
    assert "a sentence could not be read" in html
    assert "other" not in html
    assert "a sentence could not be read" not in str(article(made, second))


def test_an_article_read_with_everything_says_nothing():
    made = factories.annotated(factories.corpus())

    assert str(article(made, made.corpus.documents[0])).startswith('<div class="article"')
