"""The token store: every word of a corpus once, as numbers in columns."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np
from scipy import sparse

from framing.annotate.interning import Stretches, Vocabulary, sentence_begins, unpack
from framing.annotate.segment import needs_segmenter, segmenter
from framing.checks import integer, one_of
from framing.corpus.documents import Corpus, Document
from framing.corpus.words import DOT, flags_before, flags_behind, flags_of_word, fold_all, straighten
from framing.lexicons.patterns import Forms

if TYPE_CHECKING:
    from framing.annotate.voices import VoiceSpan

VOICES = ("own", "direct", "indirect", "block")
HEADLINE = 4
VOICE_NAMES = (*VOICES, "headline")
VOICE_GROUPS: dict[str, tuple[str, ...]] = {"all": VOICES, "quoted": ("direct", "indirect", "block")}

# Surfaces, start, end and sentence flags of some tokens, and the number of tokens of each text.
Read = tuple[np.ndarray, np.ndarray, np.ndarray, np.ndarray, np.ndarray]

_CHUNK = 500_000
_MOST_STRETCHES = 400_000


@dataclass(frozen=True, eq=False)
class TokenStore:
    """
    All tokens of a corpus in columns; N tokens, D documents, V surfaces.

    The tokens of a document stand together: first those of its headline (voice code 4), then those of its body.

    Attributes
    ----------
    documents : tuple of str
        Document ids, in corpus order.
    offsets : (D + 1,) int64 array
        The tokens of document `d` are `offsets[d]:offsets[d + 1]`.
    ids : (N,) int32 array
        Index into `surfaces`.
    surfaces : tuple of str
        Tokens as they stand in the text, in order of first occurrence.
    folded : (V,) int32 array
        Index of the type of each surface.
    types : tuple of str
        Folded forms (lower case, straight apostrophes, plain hyphens), sorted.
    start, end : (N,) int32 array
        Character offsets into `document.text`; for tokens of the headline into `document.title`.
    voice : (N,) int8 array
        0 own, 1 direct, 2 indirect, 3 block, 4 headline. A token belongs to the voice in which it begins.
    sentence : (N,) int32 array
        Number of the sentence, counted through the whole store: it never repeats and never spans two documents; a headline
        is one sentence of its own.
    """

    documents: tuple[str, ...]
    offsets: np.ndarray
    ids: np.ndarray
    surfaces: tuple[str, ...]
    folded: np.ndarray
    types: tuple[str, ...]
    start: np.ndarray
    end: np.ndarray
    voice: np.ndarray
    sentence: np.ndarray

    def __len__(self) -> int:
        return len(self.ids)

    @cached_property
    def type_ids(self) -> np.ndarray:
        """(N,) int32 array: the type of each token."""
        return self.folded[self.ids]

    @cached_property
    def forms(self) -> Forms:
        """The types, for looking up patterns with wildcards."""
        return Forms(self.types)

    @cached_property
    def type_index(self) -> dict[str, int]:
        """Number of each type."""
        return self.forms.index

    @cached_property
    def postings(self) -> tuple[np.ndarray, np.ndarray]:
        """
        Where each type stands: `positions[begin[t]:begin[t + 1]]` are the tokens of type `t`, in order.

        Returns
        -------
        begin : (T + 1,) int32 array
        positions : (N,) int32 array
        """
        # One row, a column per token type: turning rows into columns is a counting sort.
        n = len(self.ids)
        row = (np.arange(n, dtype=np.int32), self.type_ids, np.array([0, n], np.int32))
        columns = sparse.csr_array(row, shape=(1, len(self.types))).tocsc()
        return columns.indptr, columns.data

    def positions(self, word: str) -> np.ndarray:
        """Indices of the tokens of one type; empty if it does not occur."""
        number = self.type_index.get(word)
        if number is None:
            return np.zeros(0, np.int32)
        begin, positions = self.postings
        return positions[begin[number] : begin[number + 1]]

    @cached_property
    def document_of(self) -> np.ndarray:
        """(N,) int32 array: index of the document of each token."""
        return np.repeat(np.arange(len(self.documents), dtype=np.int32), np.diff(self.offsets))

    def cased(self) -> TokenStore:
        """The same tokens with types that keep their case (straight apostrophes and plain hyphens all the same)."""
        return self._cased

    @cached_property
    def _cased(self) -> TokenStore:
        forms = [straighten(surface) for surface in self.surfaces]
        types, folded = _index(forms)
        return replace(self, types=types, folded=folded)

    def in_voice(self, voice: str, *, headline: bool = False) -> np.ndarray:
        """(N,) bool array: True for tokens of a voice or group of voices ("own", "quoted", "all" ...)."""
        return self.in_voices(voice, headline=headline)[self.voice]

    @staticmethod
    def in_voices(voice: str, *, headline: bool = False) -> np.ndarray:
        """(5,) bool array: which voice codes a voice or group of voices means."""
        one_of("voice", voice, [*VOICE_GROUPS, *VOICE_NAMES])
        wanted = VOICE_GROUPS.get(voice, (voice,)) + (("headline",) if headline else ())
        return np.array([name in wanted for name in VOICE_NAMES])

    def words(self, document: str) -> list[str]:
        """The types of one document in order, headline first."""
        d = self.documents.index(document)
        return [self.types[t] for t in self.type_ids[self.offsets[d] : self.offsets[d + 1]]]

    @classmethod
    def merge(cls, stores: Sequence[TokenStore]) -> TokenStore:
        """
        Stores of consecutive shards as one, equal to the store of one pass.

        Examples
        --------
        >>> from framing.corpus.documents import Corpus, Document
        >>> shards = [tokenise(Corpus((Document(x, "Same words"),)), {}) for x in "ab"]
        >>> TokenStore.merge(shards).types
        ('same', 'words')
        """
        vocabulary = Vocabulary()
        ids = [np.array([vocabulary[word] for word in store.surfaces], np.int32)[store.ids] for store in stores]
        n_sentences = np.cumsum([0] + [int(store.sentence[-1]) + 1 if len(store) else 0 for store in stores])
        columns = {
            "ids": ids,
            "sentence": [store.sentence + np.int32(n) for store, n in zip(stores, n_sentences, strict=False)],
            **{name: [getattr(store, name) for store in stores] for name in ("start", "end", "voice")},
        }
        sizes = [np.diff(store.offsets) for store in stores]
        return _store([d for store in stores for d in store.documents], sizes, columns, vocabulary)


def tokenise(
    corpus: Corpus, voices: Mapping[str, Sequence[VoiceSpan]] | None = None, *, chunk: int = _CHUNK, progress: bool = False
) -> TokenStore:
    """
    Find the tokens of a corpus. The rules are those of `framing.corpus.words`.

    Parameters
    ----------
    corpus : Corpus
    voices : dict of str to sequence of VoiceSpan
        By document id, a partition of the body; a document that is not in it speaks in its own voice throughout.
    chunk : int
        Characters worked on at a time. The result does not depend on it, the memory does.
    progress : bool
        Show a progress bar.

    Returns
    -------
    TokenStore

    Raises
    ------
    ModelMissing
        For a language that is written without spaces, if no segmenter is installed.

    Examples
    --------
    >>> from framing.corpus.documents import Corpus, Document
    >>> store = tokenise(Corpus((Document("a", "Don’t e-mail 1,000 people.", title="Order"),)), {})
    >>> [store.surfaces[i] for i in store.ids]
    ['Order', 'Don’t', 'e-mail', '1,000', 'people']
    >>> store.types[store.type_ids[1]], store.voice.tolist()
    ("don't", [4, 0, 0, 0, 0])
    """
    from tqdm.auto import tqdm

    integer("chunk", chunk, low=1)
    build = _Build(voices or {})
    with tqdm(total=len(corpus), disable=not progress, desc="words") as bar:
        for documents in _chunks(corpus, chunk):
            build.add(documents)
            bar.update(len(documents))
    return _store([d.id for d in corpus], build.sizes, build.columns, build.vocabulary)


def _chunks(corpus: Corpus, chunk: int) -> Iterator[list[Document]]:
    """Consecutive documents, about `chunk` characters at a time."""
    held: list[Document] = []
    size = 0
    for document in corpus:
        held.append(document)
        size += len(document.text)
        if size >= chunk:
            yield held
            held, size = [], 0
    if held:
        yield held


def _store(
    documents: list[str], sizes: list[np.ndarray], columns: dict[str, list[np.ndarray]], vocabulary: Vocabulary
) -> TokenStore:
    """Join the columns, dropping each list as soon as it is joined."""
    kinds = {"ids": np.int32, "start": np.int32, "end": np.int32, "voice": np.int8, "sentence": np.int32}
    joined = {}
    for name, dtype in kinds.items():
        joined[name] = np.concatenate([np.zeros(0, dtype), *columns.pop(name)])
    surfaces = tuple(vocabulary)
    types, folded = _index(fold_all(surfaces))
    offsets = np.concatenate(
        [np.zeros(1, np.int64), np.cumsum(np.concatenate([np.zeros(0, np.int64), *sizes]), dtype=np.int64)]
    )
    for array in (*joined.values(), folded, offsets):
        array.flags.writeable = False
    return TokenStore(tuple(documents), offsets, surfaces=surfaces, folded=folded, types=types, **joined)


def _index(forms: list[str]) -> tuple[tuple[str, ...], np.ndarray]:
    """The different forms, sorted, and the number of each form."""
    types = tuple(sorted(set(forms)))
    index = dict(zip(types, range(len(types)), strict=True))
    return types, np.fromiter(map(index.__getitem__, forms), np.int32, len(forms))


class _Build:
    """Columns that grow chunk by chunk."""

    def __init__(self, voices: Mapping[str, Sequence[VoiceSpan]]) -> None:
        self.voices = voices
        self.vocabulary = Vocabulary()
        self.stretches = Stretches(self.vocabulary)
        self.columns: dict[str, list[np.ndarray]] = {name: [] for name in ("ids", "start", "end", "voice", "sentence")}
        self.sizes: list[np.ndarray] = []
        self._n_sentences = 0

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
        columns: list[list[int]] = [[], [], [], []]
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
                for column, value in zip(columns, (self.vocabulary[word], start, end, flags), strict=True):
                    column.append(value)
        ids, starts, ends, marks = (np.array(c, np.int32) for c in columns)
        self._append([document], (ids, starts, ends, marks.astype(np.uint8), np.array(sizes)))

    def _append(self, documents: list[Document], found: Read) -> None:
        """Append what was read in title and body of each document in turn."""
        ids, start, end, flags, sizes = found
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
        sentence = np.cumsum(begins, dtype=np.int32)
        sentence += self._n_sentences - 1
        self._n_sentences = int(sentence[-1]) + 1 if len(sentence) else self._n_sentences
        for name, column in (("ids", ids), ("start", start), ("end", end), ("voice", voice), ("sentence", sentence)):
            self.columns[name].append(column)
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
    ids, start, end : (N,) int32 array
        Surface and offsets within its text.
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
    spans = unpack(stretches.span[token])
    return stretches.surface[token], spans[:, 0] + base, spans[:, 1] + base, flags, sizes
