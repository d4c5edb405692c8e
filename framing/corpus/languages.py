"""Which language a text is in, where the optional detector is installed."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Any

from framing.corpus.documents import Document

MIN_WORDS = 20
MIN_PROBABILITY = 0.98
LETTERS = 1500  # from the start of a text; more does not change the answer
MAX_DOCUMENTS = 2000


@cache
def _identifier() -> Any | None:
    """The detector, or None if it is not installed."""
    try:
        from py3langid import langid
    except ImportError:
        return None
    model = Path(langid.__file__).parent / langid.MODEL_FILE
    return langid.LanguageIdentifier.from_modelpath(model, norm_probs=True)


def foreign(documents: Sequence[Document]) -> dict[str, str] | None:
    """
    Documents that are surely not in the language their metadata say.

    Parameters
    ----------
    documents : sequence of Document
        Of more than 2,000, evenly spaced ones are looked at.

    Returns
    -------
    dict of str to str, or None
        Document id to the language found (ISO 639-1); texts under 20 words and unsure answers are left out. None if
        no detector is installed.
    """
    identifier = _identifier()
    if identifier is None:
        return None
    step = max(1, -(-len(documents) // MAX_DOCUMENTS))
    found = {}
    for document in documents[::step]:
        start = document.text[:LETTERS]
        if not document.lang or (len(start.split()) < MIN_WORDS and start.isascii()) or len(start) < MIN_WORDS:
            continue
        language, probability = identifier.classify(start)
        if language != document.lang.split("-")[0].lower() and probability >= MIN_PROBABILITY:
            found[document.id] = str(language)
    return found
