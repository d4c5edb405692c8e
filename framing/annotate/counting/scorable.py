"""Whether one voice of a document can be scored by a measure made for English prose."""

from __future__ import annotations

from framing.corpus.documents import Document


def why_not(document: Document, n_words: int, least: int) -> str | None:
    """
    The reason why a score would mean nothing, or None.

    Parameters
    ----------
    document : Document
    n_words : int
        Words of the document in the voice that is scored.
    least : int
        Fewest words with which the score means something.

    Examples
    --------
    >>> why_not(Document("a", "One text."), 2, 50)
    '2 words in this voice, fewer than 50'
    """
    if document.lang and not document.lang.lower().startswith("en"):
        return f"English only, this is {document.lang!r}"
    if n_words < least:
        return f"{n_words} words in this voice, fewer than {least}"
    return None
