"""The token store: every word of a corpus once, as numbers in columns."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np
from scipy import sparse

from framing.annotate.counting.token_columns import HEADLINE, VOICE_NAMES, VOICES, TokenColumns
from framing.checks import integer, one_of
from framing.corpus.documents import Corpus, Document
from framing.corpus.words import fold_all, straighten
from framing.lexicons.patterns import Forms

if TYPE_CHECKING:
    from framing.annotate.voices import VoiceSpan

__all__ = ["HEADLINE", "VOICES", "VOICE_GROUPS", "VOICE_NAMES", "TokenStore", "tokenise"]

VOICE_GROUPS: dict[str, tuple[str, ...]] = {"all": VOICES, "quoted": ("direct", "indirect", "block")}

_CHUNK = 1_000_000


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
    start : (N,) int32 array
        Character offset into `document.text`; for tokens of the headline into `document.title`.
    voice : (N,) int8 array
        0 own, 1 direct, 2 indirect, 3 block, 4 headline. A token belongs to the voice in which it begins.
    begins : (N,) bool array
        True for the first token of a sentence; a headline is one sentence of its own.
    """

    documents: tuple[str, ...]
    offsets: np.ndarray
    ids: np.ndarray
    surfaces: tuple[str, ...]
    folded: np.ndarray
    types: tuple[str, ...]
    start: np.ndarray
    voice: np.ndarray
    begins: np.ndarray

    def __len__(self) -> int:
        return len(self.ids)

    @cached_property
    def end(self) -> np.ndarray:
        """(N,) int32 array: character offset behind each token."""
        lengths = np.fromiter(map(len, self.surfaces), np.int32, len(self.surfaces))
        return self.start + lengths[self.ids]

    @cached_property
    def sentence(self) -> np.ndarray:
        """(N,) int32 array: number of the sentence, counted through the whole store, so that no two documents share one."""
        return np.cumsum(self.begins, dtype=np.int32) - np.int32(1)

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
        # A table with a row for each token and a column for each type: turning rows into columns is a counting sort.
        n = len(self.ids)
        rows = (np.zeros(n, np.int8), self.type_ids, np.arange(n + 1, dtype=np.int32))
        columns = sparse.csr_array(rows, shape=(n, len(self.types))).tocsc()
        return columns.indptr, columns.indices

    def positions(self, word: str) -> np.ndarray:
        """Indices of the tokens of one type; empty if it does not occur."""
        number = self.type_index.get(word)
        if number is None:
            return np.zeros(0, np.int32)
        begin, positions = self.postings
        return positions[begin[number] : begin[number + 1]]

    def part_at(self, token: np.ndarray) -> np.ndarray:
        """(H,) int array: the part of some tokens, twice the index of the document and one more in its body."""
        return np.searchsorted(self.part_ends, token, side="right")

    @cached_property
    def part_ends(self) -> np.ndarray:
        """(2 D,) int array: the token behind each headline and behind each body."""
        return np.stack([self.offsets[:-1] + self.headline_sizes, self.offsets[1:]], axis=1).ravel()

    @cached_property
    def headline_sizes(self) -> np.ndarray:
        """(D,) int array: tokens of each headline; they stand before those of the body."""
        return np.diff(np.searchsorted(np.flatnonzero(self.voice == HEADLINE), self.offsets))

    @cached_property
    def voices_present(self) -> np.ndarray:
        """(5,) bool array: which voice codes occur."""
        # Not `bincount`, which would make numbers of eight bytes of all codes.
        return np.array([bool((self.voice == code).any()) for code in range(len(VOICE_NAMES))])

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
        build = TokenColumns({})
        for store in stores:
            ids = np.array([build.vocabulary[word] for word in store.surfaces], np.int32)[store.ids]
            columns = {"ids": ids, "start": store.start, "voice": store.voice, "begins": store.begins}
            for name, column in columns.items():
                build.columns[name].extend(column)
            build.sizes.append(np.diff(store.offsets))
        return _store([document for store in stores for document in store.documents], build)


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
    build = TokenColumns(voices or {})
    with tqdm(total=len(corpus), disable=not progress, desc="words") as bar:
        for documents in _chunks(corpus, chunk):
            build.add(documents)
            bar.update(len(documents))
    return _store([d.id for d in corpus], build)


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


def _store(documents: Sequence[str], build: TokenColumns) -> TokenStore:
    """Pack finished columns."""
    surfaces = tuple(build.vocabulary)
    types, folded = _index(fold_all(surfaces))
    offsets = np.concatenate([np.zeros(1, np.int64), *build.sizes]).cumsum(dtype=np.int64)
    columns = {name: column.finish() for name, column in build.columns.items()}
    for array in (folded, offsets, *columns.values()):
        array.flags.writeable = False
    return TokenStore(tuple(documents), offsets, surfaces=surfaces, folded=folded, types=types, **columns)


def _index(forms: list[str]) -> tuple[tuple[str, ...], np.ndarray]:
    """The different forms, sorted, and the number of each form."""
    types = tuple(sorted(set(forms)))
    index = dict(zip(types, range(len(types)), strict=True))
    return types, np.fromiter(map(index.__getitem__, forms), np.int32, len(forms))
