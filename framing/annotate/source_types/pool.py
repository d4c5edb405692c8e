"""Source types of speakers whom several documents name: one speaker has one type in a corpus."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

import numpy as np

from framing.annotate.people.full_names import full_names
from framing.annotate.quotations import Quote
from framing.annotate.source_types.weigh import Evidence, give
from framing.annotate.source_types.weights import Weights, weights

# More documents than this tell nothing new of a speaker, and clues of chance pile up.
_DOCUMENTS = 12
_SILENT = ("untold", "unvoted")


def pooled(quotes: Mapping[str, Sequence[Quote]], found: Mapping[str, Sequence[Evidence]]) -> dict[str, tuple[Quote, ...]]:
    """
    The quotations of a corpus, the type of a named speaker being weighed over all documents that quote them.

    An article that quotes "Voss" need not say once more that she is a coroner. The clues of all documents are weighed together.
    Somebody called by a family name alone is taken for the one person of the corpus who has it.

    Parameters
    ----------
    quotes : mapping of document id to sequence of Quote
    found : mapping of document id to sequence of Evidence
        Documents may be missing.

    Returns
    -------
    dict of document id to tuple of Quote
        In the order given.

    Examples
    --------
    >>> from framing.annotate.quotations import find_quotes
    >>> told, bare = ("a", "Detective Ann Orr said the lock was whole."), ("b", "Orr said that the kettle was cold.")
    >>> [find_quotes(texts).quotes["b"][0].source_type for texts in ([bare], [told, bare])]
    ['citizen', 'police']
    """
    with_types = {id: list(of_document) for id, of_document in quotes.items()}
    for mentions in same_speakers(found):
        verdict = weighed_together([speaker for _, speaker in mentions], weights())
        for id, speaker in mentions:
            give(with_types[id], speaker.numbers, *verdict)
    return {id: tuple(of_document) for id, of_document in with_types.items()}


def weighed_together(speakers: Sequence[Evidence], model: Weights) -> tuple[str, float]:
    """Type and probability of one speaker, from the clues of several documents, the first so many of them."""
    read = speakers[:_DOCUMENTS]
    rows = np.unique(np.concatenate([speaker.rows for speaker in read]))
    # What one document is silent about another tells.
    for silent in _SILENT:
        if any(model.clues.get(silent) not in speaker.rows for speaker in read):
            rows = rows[rows != model.clues.get(silent, -1)]
    return model.verdict(rows, len(read))


def same_speakers(found: Mapping[str, Sequence[Evidence]]) -> list[list[tuple[str, Evidence]]]:
    """Who is quoted in more than one document, each with the documents and what they tell."""
    full = full_names(speaker.name for speakers in found.values() for speaker in speakers if speaker.name and speaker.is_person)
    same: dict[str, list[tuple[str, Evidence]]] = defaultdict(list)
    for id, speakers in found.items():
        for speaker in speakers:
            name = full.get(speaker.name or "", speaker.name) if speaker.is_person else speaker.name
            if name:
                same[name].append((id, speaker))
    return [mentions for mentions in same.values() if len(mentions) > 1]
