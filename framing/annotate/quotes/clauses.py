"""Passive clauses: where they stand, and whether they say by whom."""

from __future__ import annotations

import re
import weakref
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from framing.annotate.annotated import Annotated
from framing.annotate.counting.tokens import HEADLINE
from framing.annotate.quotes.models import load_model
from framing.corpus.documents import Corpus
from framing.engine import one_thread
from framing.errors import ModelMissing

# A passive has a form of "be" or "get" as its auxiliary; other sentences need no parse.
_AUXILIARY = re.compile(
    r"(?i)\b(?:am|is|are|was|were|be|been|being|get|gets|got|gotten|getting|isn|aren|wasn|weren)\b|['’](?:s|re|m)\b"
)
_LONGEST = 5_000
_FOUND: weakref.WeakKeyDictionary[Corpus, Passives] = weakref.WeakKeyDictionary()


@dataclass(frozen=True, slots=True)
class Passives:
    """
    Every passive clause of a corpus; P of them.

    Attributes
    ----------
    document : (P,) int array
        Index of the document.
    start : (P,) int array
        Character offset of the passive verb in the document's text.
    has_agent : (P,) bool array
        True if a phrase with "by" names who did it.
    parsed : (D,) bool array
        False for documents in another language.
    models : dict of str to str
        Parser to sha256.
    notes : tuple of str
    """

    document: NDArray[np.int64]
    start: NDArray[np.int64]
    has_agent: NDArray[np.bool_]
    parsed: NDArray[np.bool_]
    models: dict[str, str]
    notes: tuple[str, ...] = ()


def passives(annotated: Annotated) -> Passives:
    """
    Find the passive clauses of a corpus; parsed once for each corpus.

    A clause counts if the parser marks a passive auxiliary ("were detained", "got fined", "to be removed"). Reduced
    relatives without an auxiliary ("those detained") do not count.

    Parameters
    ----------
    annotated : Annotated

    Returns
    -------
    Passives

    Raises
    ------
    ModelMissing
        If no parser model is installed.
    NeedsText
        For a bundle without texts.
    """
    if annotated.corpus not in _FOUND:
        _FOUND[annotated.corpus] = _parse(annotated)
    return _FOUND[annotated.corpus]


def _parse(annotated: Annotated) -> Passives:
    nlp, models, notes = load_model()
    annotated.tokens  # noqa: B018  a bundle without texts is refused before a model is asked for
    if nlp is None:
        raise ModelMissing(f"agency: passives need a parser, and none was found; {notes[0]}")
    documents = annotated.corpus.documents
    parsed = np.array([d.lang is None or d.lang.lower().startswith("en") for d in documents], dtype=bool)
    too_long: list[int] = []
    rows: list[tuple[int, int, bool]] = []
    needed = [name for name in nlp.pipe_names if name in ("tok2vec", "transformer", "parser")]
    with nlp.select_pipes(enable=needed), one_thread():
        for doc, (number, offset) in nlp.pipe(_sentences(annotated, parsed, too_long), as_tuples=True, batch_size=256):
            rows += [(number, offset + start, agent) for start, agent in found_in(doc)]
    if too_long:
        notes = (*notes, f"{len(too_long)} sentences of more than {_LONGEST} characters were not parsed for passives")
    table = np.array(rows, dtype=np.int64).reshape(-1, 3)
    return Passives(table[:, 0], table[:, 1], table[:, 2].astype(bool), parsed, models, tuple(notes))


def found_in(doc: Any) -> list[tuple[int, bool]]:
    """
    Offset of each passive verb of a parsed text, and whether an agent is named.

    Parameters
    ----------
    doc : spacy.tokens.Doc
        With the dependency labels of the English models (`auxpass`, `agent`).
    """
    found: dict[int, tuple[int, bool]] = {}
    for token in doc:
        if token.dep_ == "auxpass":
            verb = token.head
            agent = any(child.dep_ == "agent" and any(True for _ in child.children) for child in verb.children)
            found[verb.i] = (verb.idx, agent)
    return [found[i] for i in sorted(found)]


def _sentences(annotated: Annotated, parsed: NDArray[np.bool_], too_long: list[int]) -> Iterator[tuple[str, tuple[int, int]]]:
    """Sentences of the bodies that can hold a passive, with document and offset."""
    store, documents = annotated.tokens, annotated.corpus.documents
    body = np.flatnonzero((store.voice != HEADLINE) & parsed[store.document_of])
    first = body[np.flatnonzero(np.diff(store.sentence[body], prepend=-1))]
    numbers, starts = store.document_of[first].tolist(), store.start[first].tolist()
    for k, (number, start) in enumerate(zip(numbers, starts, strict=True)):
        text = documents[number].text
        last = k + 1 == len(starts) or numbers[k + 1] != number
        sentence = text[start : len(text) if last else starts[k + 1]].rstrip()
        if len(sentence) > _LONGEST:
            too_long.append(number)
        elif _AUXILIARY.search(sentence):
            yield sentence, (number, start)
