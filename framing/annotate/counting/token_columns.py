"""From documents to the columns of a token store, some documents at a time."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

import numpy as np

from framing.annotate.counting.columns import LongColumn
from framing.annotate.counting.interning import Stretches, Vocabulary, sentence_begins
from framing.annotate.counting.segment import needs_segmenter, segmenter
from framing.corpus.documents import Document
from framing.corpus.words import DOT, flags_before, flags_behind, flags_of_word

if TYPE_CHECKING:
    from framing.annotate.voices import VoiceSpan

VOICES = ("own", "direct", "indirect", "block")
HEADLINE = 4
VOICE_NAMES = (*VOICES, "headline")

# Surfaces, start and sentence flags of some tokens, and the number of tokens of each text.
Read = tuple[np.ndarray, np.ndarray, np.ndarray, np.ndarray]

_MOST_STRETCHES = 400_000


class TokenColumns:
    """
    The columns of a token store while it is built, chunk by chunk.

    Attributes
    ----------
    columns : dict of str to LongColumn
        ids, start, voice, begins.
    sizes : list of int arrays
        Tokens of each document.
    vocabulary : Vocabulary
    """

    def __init__(self, voices: Mapping[str, Sequence[VoiceSpan]]) -> None:
        self.voices = voices
        self.vocabulary = Vocabulary()
        self.stretches = Stretches(self.vocabulary)
        kinds = {"ids": np.int32, "start": np.int32, "voice": np.int8, "begins": np.bool_}
        self.columns = {name: LongColumn(kind) for name, kind in kinds.items()}
        self.sizes: list[np.ndarray] = []

    def add(self, documents: list[Document]) -> None:
        """Find the tokens of some documents and append them."""
        if len(self.stretches) > _MOST_STRETCHES:
            # Forgetting costs a second look at frequent stretches; keeping would let memory grow with the corpus.
            self.stretches = Stretches(self.vocabulary)
        run: list[Document] = []
        for document in documents:
            if needs_segmenter(document.lang):
                self._add_spaced(run)
                run = []
                self._add_segmented(document)
            else:
                run.append(document)
        self._add_spaced(run)

    def _add_spaced(self, documents: list[Document]) -> None:
        if not documents:
            return
        parts = [part for d in documents for part in (d.title or "", d.text)]
        self._append(documents, _read(parts, self.stretches))

    def _add_segmented(self, document: Document) -> None:
        _, function = segmenter(document.lang or "")
        columns: list[list[int]] = [[], [], []]
        sizes = []
        for part in (document.title or "", document.text):
            found = function(part)
            sizes.append(len(found))
            borders = [0, *(end for _, end in found)], [*(start for start, _ in found[1:]), len(part)]
            for (start, end), before, after in zip(found, *borders, strict=False):
                word, inside = part[start:end], " " not in part[end:after] and after < len(part)
                own, dot = flags_of_word(word)
                behind = flags_behind(part[end:after], inside=inside)
                flags = (dot if behind == DOT else behind) | own | flags_before(part[before:start])
                for column, value in zip(columns, (self.vocabulary[word], start, flags), strict=True):
                    column.append(value)
        ids, starts, marks = (np.array(c, np.int32) for c in columns)
        self._append([document], (ids, starts, marks.astype(np.uint8), np.array(sizes)))

    def _append(self, documents: list[Document], found: Read) -> None:
        """Append what was read in title and body of each document in turn."""
        ids, start, flags, sizes = found
        borders = np.concatenate([[0], np.cumsum(sizes)])
        begins = sentence_begins(flags)
        begins[borders[:-1][sizes > 0]] = True
        # A headline is one sentence, whatever stands in it.
        voice = np.zeros(len(ids), np.int8)
        for i, document in enumerate(documents):
            a, b, c = borders[2 * i], borders[2 * i + 1], borders[2 * i + 2]
            if b > a:
                voice[a:b] = HEADLINE
                begins[a + 1 : b] = False
            spans = self.voices.get(document.id, ())
            if c > b and len(spans):
                voice[b:c] = _voice_of(start[b:c], spans)
        for name, column in (("ids", ids), ("start", start), ("voice", voice), ("begins", begins)):
            self.columns[name].extend(column)
        self.sizes.append(sizes.reshape(-1, 2).sum(axis=1))


def _voice_of(start: np.ndarray, spans: Sequence[VoiceSpan]) -> np.ndarray:
    """The voice code of tokens of one body from where they begin."""
    codes = np.array([VOICES.index(span.voice) for span in spans], np.int8)
    edges = np.searchsorted(start, [span.start for span in spans])
    edges[0] = 0
    return np.repeat(codes, np.diff(np.append(edges, len(start))))


def _read(parts: list[str], stretches: Stretches) -> Read:
    """
    The tokens of several texts, one after the other.

    Returns
    -------
    ids, start : (N,) int32 array
        Surface, and offset within its text.
    flags : (N,) uint8 array
    sizes : (P,) int array
        Tokens of each text.
    """
    numbers = stretches.numbers(" ".join(parts))
    n = stretches.n[numbers]
    after = np.cumsum(stretches.length[numbers] + np.int32(1), dtype=np.int32)
    lengths = np.fromiter(map(len, parts), np.int64, len(parts))
    bases = np.cumsum(lengths + 1) - (lengths + 1)
    before = np.zeros(len(n) + 1, np.int32)
    np.cumsum(n, out=before[1:])
    # The first stretch of a text is the one behind which more than its base is covered.
    first_stretch = np.searchsorted(after, bases, side="right")
    sizes = np.diff(np.append(before[first_stretch], before[-1]))
    # A token of a stretch follows the one before it in the table, so counting up from the first gives them all.
    token = np.repeat(stretches.first[numbers] - before[:-1], n)
    token += np.arange(before[-1], dtype=np.int32)
    flags = stretches.flags[token]
    loose = np.flatnonzero(stretches.loose[numbers])
    if len(loose):
        at = before[loose] - 1
        np.bitwise_or.at(flags, at[at >= 0], stretches.loose[numbers[loose]][at >= 0])
    place = after - stretches.length[numbers]
    place -= np.int32(1)
    base = np.repeat(place, n)
    base -= np.repeat(bases.astype(np.int32), sizes)
    base += stretches.start[token]
    return stretches.surface[token], base, flags, sizes
