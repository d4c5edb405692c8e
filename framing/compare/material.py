"""What every specification draws from: hits and tokens by document and voice, counted once and added up as needed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy import sparse

from framing.annotate.annotated import Annotated
from framing.annotate.counting.counts import Counts
from framing.annotate.counting.tokens import VOICE_NAMES, TokenStore, tokenise
from framing.corpus.documents import Document
from framing.errors import NeedsText
from framing.lexicons.match import match
from framing.lexicons.model import Entry, Lexicon
from framing.lexicons.patterns import Forms, split_term

Floats = NDArray[np.float64]
N_VOICES = len(VOICE_NAMES)


@dataclass(frozen=True, eq=False)
class Layer:
    """
    Tokens of D documents that are added to (or taken from) the count.

    Attributes
    ----------
    types : tuple of str
    by_type : (5 D, T) sparse matrix
        Tokens of each document and voice.
    store : TokenStore or None
        None in a bundle of counts.
    mask : (N,) bool array or None
        Tokens of the store that belong to the layer; None for all.
    """

    types: tuple[str, ...]
    by_type: sparse.csr_matrix
    store: TokenStore | None = None
    mask: NDArray[np.bool_] | None = None

    def tokens(self, of_type: Floats) -> Floats:
        """Weighted tokens of each document and voice, (D, 5)."""
        return np.asarray(self.by_type @ of_type, dtype=np.float64).reshape(-1, N_VOICES)

    def hits(self, lexicon: Lexicon) -> sparse.csr_matrix:
        """Hits of each entry by document and voice, (5 D, E); negation is respected, weights are left to the caller."""
        if self.store is None:
            return self._hits_of_types(lexicon)
        found = match(lexicon, self.store)
        keep = slice(None) if self.mask is None else self.mask[found.token]
        token, entry = found.token[keep], found.entry[keep]
        sign = np.where(found.negated[keep], -1.0, 1.0) if lexicon.negation.effect == "flip" else np.ones(len(token))
        row = self.store.document_of[token].astype(np.int64) * N_VOICES + self.store.voice[token]
        return sparse.csr_matrix((sign, (row, entry)), shape=(self.by_type.shape[0], len(lexicon)))

    def _hits_of_types(self, lexicon: Lexicon) -> sparse.csr_matrix:
        """The same from counts alone, for single words without negation."""
        words = [split_term(entry.term, wildcards=lexicon.wildcards == "glob", case="fold") for entry in lexicon.entries]
        long = sum(len(w) > 1 for w in words)
        if long or lexicon.negation.effect != "ignore" or lexicon.case == "keep":
            raise NeedsText(
                f"lexicon {lexicon.name!r}: {long} phrases, negation or case cannot be counted in a bundle without texts"
            )
        forms, taken, pairs = Forms(self.types), set(), []
        order = sorted(range(len(words)), key=lambda e: (any(c in "".join(words[e]) for c in "*?"), -len("".join(words[e]))))
        for e in order:
            for t in forms.matching(words[e][0]).tolist() if words[e] and words[e][0].strip("*?") else []:
                if (t, lexicon.entries[e].category) not in taken:
                    taken.add((t, lexicon.entries[e].category))
                    pairs.append((t, e))
        at = np.array(pairs, dtype=np.int64).reshape(-1, 2)
        chosen: Any = sparse.csr_matrix((np.ones(len(at)), (at[:, 0], at[:, 1])), shape=(len(self.types), len(lexicon)))
        return (self.by_type @ chosen).tocsr()


@dataclass(frozen=True, eq=False)
class Material:
    """
    An annotated corpus, laid out for many specifications.

    Attributes
    ----------
    annotated : Annotated
    """

    annotated: Annotated
    _memory: dict[Any, Any] = field(default_factory=dict, repr=False)

    @cached_property
    def documents(self) -> tuple[str, ...]:
        """Document ids, in corpus order."""
        return tuple(d.id for d in self.annotated.corpus)

    def layers(self, cleaning: str) -> list[tuple[float, Layer]]:
        """The body of the corpus, with what a cleaning choice adds or takes away: (sign, layer)."""
        layers = [(1.0, self._body)]
        if cleaning == "cuts-back" and self._cuts is not None:
            layers.append((1.0, self._cuts))
        if cleaning == "doubtful-out" and self._doubtful is not None:
            layers.append((-1.0, self._doubtful))
        return layers

    @cached_property
    def _body(self) -> Layer:
        counts = self.annotated.counts
        return Layer(counts.types, _by_document(counts, self.documents), self.annotated.store)

    @cached_property
    def _cuts(self) -> Layer | None:
        """Everything that cleaning cut, in the outlet's own voice; None if nothing was cut."""
        corpus = self.annotated.corpus
        texts = ["\n\n".join(cut.text for cut in d.cuts if not cut.kept) for d in corpus]
        if not any(text.strip() for text in texts):
            return None
        made = corpus.with_documents(tuple(Document(d.id, t, lang=d.lang) for d, t in zip(corpus, texts, strict=True)))
        return _of_tokens(tokenise(made, {}), None)

    @cached_property
    def _doubtful(self) -> Layer | None:
        """Lines that cleaning flagged and left in the body; None if there are none."""
        store = self.annotated.store
        if store is None:
            return None
        mask = np.zeros(len(store), dtype=bool)
        for index, document in enumerate(self.annotated.corpus):
            tokens = slice(store.offsets[index], store.offsets[index + 1])
            for cut in document.cuts:
                at = document.text.find(cut.text) if cut.kept and cut.text else -1
                if at >= 0:
                    inside = (store.start[tokens] >= at) & (store.end[tokens] <= at + len(cut.text))
                    mask[tokens] |= inside & (store.voice[tokens] != N_VOICES - 1)
        return _of_tokens(store, mask) if mask.any() else None

    def once(self, key: tuple[Any, ...], compute: Callable[[], Any]) -> Any:
        """The value of a key, computed the first time it is asked for."""
        if key not in self._memory:
            self._memory[key] = compute()
        return self._memory[key]

    def hits(self, lexicon: Lexicon, cleaning: str) -> sparse.csr_matrix:
        """Hits of each entry by document and voice, (5 D, E)."""
        key = ("hits", lexicon.sha256, lexicon.name, cleaning)

        def added() -> sparse.csr_matrix:
            parts = [sign * layer.hits(lexicon) for sign, layer in self.layers(cleaning)]
            return sum(parts[1:], parts[0]).tocsr()

        return self.once(key, added)

    def base(self, tokens: str, stop_words: str, cleaning: str) -> Floats:
        """Tokens that make up the denominator, (D, 5)."""
        key = ("base", tokens, stop_words, cleaning)

        def added() -> Floats:
            parts = [sign * layer.tokens(_counting(layer.types, tokens, stop_words)) for sign, layer in self.layers(cleaning)]
            return np.sum(parts, axis=0)

        return self.once(key, added)

    def same_stem(self, word: str) -> Lexicon:
        """All words of the corpus with the stem of a word, as a lexicon."""
        from nltk.stem.snowball import SnowballStemmer

        stem = SnowballStemmer("english").stem
        wanted = stem(word.lower())
        words = [t for t in self._body.types if t[:2] == word.lower()[:2] and stem(t) == wanted] or [word]
        return Lexicon.from_entries(f"stem of {word}", tuple(Entry(w, word) for w in words))

    @property
    def types(self) -> tuple[str, ...]:
        """Types of the body."""
        return self._body.types

    def matrix(self, voices: NDArray[np.bool_]) -> sparse.csr_matrix:
        """Tokens by document and type in some voices, (D, T)."""
        n = len(self.documents)
        rows = np.flatnonzero(np.tile(voices, n))
        adding: Any = sparse.csr_matrix((np.ones(len(rows)), (rows // N_VOICES, rows)), shape=(n, n * N_VOICES))
        return (adding @ self._body.by_type).tocsr()


def _by_document(counts: Counts, documents: tuple[str, ...]) -> sparse.csr_matrix:
    """The count matrix with five rows for each document, in corpus order."""
    place = {document: index for index, document in enumerate(documents)}
    row = counts.rows["document"].map(place).to_numpy(dtype=np.int64) * N_VOICES
    row = row + counts.rows["voice"].map({v: i for i, v in enumerate(VOICE_NAMES)}).to_numpy(dtype=np.int64)
    shape = (len(documents) * N_VOICES, len(row))
    return (sparse.csr_matrix((np.ones(len(row)), (row, np.arange(len(row)))), shape=shape) @ counts.matrix).tocsr()


def _of_tokens(store: TokenStore, mask: NDArray[np.bool_] | None) -> Layer:
    """A layer of some tokens of a store."""
    keep = np.ones(len(store), dtype=bool) if mask is None else mask
    row = store.document_of[keep].astype(np.int64) * N_VOICES + store.voice[keep]
    shape = (len(store.documents) * N_VOICES, len(store.types))
    return Layer(store.types, sparse.csr_matrix((np.ones(len(row)), (row, store.type_ids[keep])), shape=shape), store, mask)


def _counting(types: tuple[str, ...], tokens: str, stop_words: str) -> Floats:
    """1 for types that count in the denominator, 0 for others; the parts of a compound count each if it is split."""
    weight = np.ones(len(types))
    if tokens == "no-numbers":
        weight[[any(c.isdigit() for c in t) for t in types]] = 0
    elif tokens == "split-hyphens":
        weight = np.array([1.0 + t.count("-") for t in types])
    if stop_words == "dropped":
        from sklearn.feature_extraction.text import ENGLISH_STOP_WORDS

        weight[[t in ENGLISH_STOP_WORDS for t in types]] = 0
    return weight
