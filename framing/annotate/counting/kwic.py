"""Keywords in context, with document, side, voice and speaker: the evidence behind every count."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, ClassVar

import numpy as np
import pandas as pd

from framing.annotate.annotated import Annotated, as_annotated
from framing.annotate.counting.phrases import find
from framing.annotate.counting.tokens import HEADLINE, VOICE_NAMES
from framing.checks import integer
from framing.corpus.documents import Corpus
from framing.errors import OptionError
from framing.results import Provenance, Result

COLUMNS = ("document", "side", "outlet", "voice", "speaker", "left", "keyword", "right", "start", "end")


@dataclass(frozen=True)
class KWIC(Result):
    """
    One row per line: `left`, `keyword` and `right` as they stand in the text, with runs of white space as one space.

    `start` and `end` are offsets into the document's text, or into its title where `voice` is "headline".
    """

    columns: ClassVar[tuple[str, ...]] = COLUMNS
    figure: ClassVar[str] = "kwic"


def kwic(
    corpus: Corpus | Annotated,
    term: str | Sequence[str],
    *,
    voice: str = "all",
    window: int = 8,
    n: int | None = None,
    seed: int = 0,
    headline: bool = False,
) -> KWIC:
    """
    Lines in which a word or phrase occurs.

    Parameters
    ----------
    corpus : Corpus or Annotated
    term : str or sequence of str
        Words and phrases; `*` stands for any characters within a word, `?` for one. Case does not matter.
    voice : str
        "own", "quoted", "all", or one voice.
    window : int
        Words of context on each side.
    n : int, optional
        Draw so many lines; all of them if not given.
    seed : int
        For the draw.
    headline : bool
        Look into headlines as well.

    Returns
    -------
    KWIC
        In the order of the corpus. `speaker` is the resolved speaker of the quotation a line stands in, else the mention as
        it stands, else None.

    Raises
    ------
    OptionError
        For a term without words, or an option out of range.
    NeedsText
        On a bundle that holds counts only.

    Examples
    --------
    >>> from framing.corpus.documents import Document
    >>> corpus = Corpus((Document("a", "They kept order, the old order of things."),))
    >>> kwic(corpus, "order", window=2).data[["left", "keyword", "right"]].values.tolist()
    [['They kept', 'order', ', the old'], ['the old', 'order', 'of things.']]
    """
    integer("window", window, low=0)
    if n is not None:
        integer("n", n, low=1)
    annotated = as_annotated(corpus)
    terms = [term] if isinstance(term, str) else term
    if not isinstance(terms, Sequence) or not terms or not all(isinstance(one, str) for one in terms):
        raise OptionError(f"`term` must be a word or phrase, or a list of some, got {term!r}")
    token, length = find(annotated.tokens, terms)
    store = annotated.tokens
    use = store.in_voices(voice, headline=headline)[store.voice[token]]
    token, length = token[use], length[use]
    found = len(token)
    if n is not None and n < found:
        pick = np.sort(np.random.default_rng(np.random.SeedSequence([seed, n])).choice(found, n, replace=False))
        token, length = token[pick], length[pick]
    options = {"term": terms, "window": window, "n": n, "headline": headline}
    notes = (*((f"{len(token)} of {found} lines drawn",) if len(token) < found else ()), *annotated.notes)
    data = lines_at(annotated, token, length, window=window)
    return KWIC(data, Provenance("kwic", options, annotated.corpus.fingerprint, voice, seed, notes=notes))


def lines_at(annotated: Annotated, token: np.ndarray, length: np.ndarray, *, window: int = 8) -> pd.DataFrame:
    """
    The lines around matches.

    Parameters
    ----------
    annotated : Annotated
    token, length : (H,) int array
        First token and number of tokens of each match.
    window : int

    Returns
    -------
    DataFrame
        With the columns of `KWIC`, in the order given.
    """
    store, documents = annotated.tokens, annotated.corpus.documents
    token, last = np.asarray(token, np.int64), np.asarray(token, np.int64) + length - 1
    d = store.document_of[token]
    # Headline and body are two parts: context does not run from one into the other.
    middle = (store.offsets[:-1] + store.headline_sizes)[d]
    in_title = store.voice[token] == HEADLINE
    low = np.maximum(token - window, np.where(in_title, store.offsets[d], middle))
    high = np.minimum(last + window, np.where(in_title, middle, store.offsets[d + 1]) - 1)
    ends = (store.start[low], store.start[token], store.end[last], store.end[high])
    to_end = high == np.where(in_title, middle, store.offsets[d + 1]) - 1
    rows: list[tuple[Any, ...]] = []
    speakers = _Speakers(annotated)
    places = zip(
        d.tolist(), in_title.tolist(), to_end.tolist(), store.voice[token].tolist(), *(e.tolist() for e in ends), strict=True
    )
    for number, title, at_end, code, left, start, end, right in places:
        document = documents[number]
        text = (document.title or "") if title else document.text
        speaker = speakers.at(document.id, start) if 0 < code < HEADLINE else None
        rows.append(
            (document.id, document.side, document.outlet, VOICE_NAMES[code], speaker, _line(text[left:start]),
             _line(text[start:end]), _line(text[end : len(text) if at_end else right]), start, end)
        )  # fmt: skip
    # A column of names and None must not become one of names and NaN.
    table = pd.DataFrame(rows, columns=list(COLUMNS), dtype=object)
    return table.assign(start=table["start"].astype(np.int64), end=table["end"].astype(np.int64))


def _line(text: str) -> str:
    return " ".join(text.split())


class _Speakers:
    """Who speaks at a place, looked up in the quotations."""

    def __init__(self, annotated: Annotated) -> None:
        self._quotes = annotated.quotes
        self._parts: dict[str, list[tuple[int, int, str | None]]] = {}

    def at(self, document: str, place: int) -> str | None:
        """The innermost quotation that holds the place tells the speaker."""
        if document not in self._parts:
            self._parts[document] = [
                (start, end, quote.speaker_resolved or quote.speaker_text)
                for quote in self._quotes.get(document, ())
                for start, end in quote.parts
            ]
        holding = [(end - start, name) for start, end, name in self._parts[document] if start <= place < end]
        return min(holding, key=lambda part: part[0])[1] if holding else None
