"""A lexicon bound to the words of a corpus: which entry counts which type."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import repeat

import numpy as np

from framing.errors import LexiconError
from framing.lexicons.model import Lexicon
from framing.lexicons.patterns import Forms, is_wild

# Stands for a type: none (behind the end of a phrase), and one of several (a word with wildcards).
NONE, SEVERAL = -1, -2


@dataclass(frozen=True, eq=False)
class Phrases:
    """
    The phrases of a lexicon of which every word occurs in the vocabulary; P of them, longest first.

    Attributes
    ----------
    entry, category, length : (P,) int32 array
        Length in words.
    kind : (P, W) int64 array
        The type of each word, SEVERAL if it may be one of several, NONE behind the end.
    several : dict of (int, int) to int array
        By phrase and place of the word, the types of which it may be one.
    """

    entry: np.ndarray
    category: np.ndarray
    length: np.ndarray
    kind: np.ndarray
    several: dict[tuple[int, int], np.ndarray]

    def __len__(self) -> int:
        return len(self.entry)

    def kinds(self, number: int) -> list[np.ndarray]:
        """For each word of a phrase the types it may be."""
        own = enumerate(self.kind[number, : self.length[number]])
        return [self.several[number, place] if kind == SEVERAL else np.array([kind]) for place, kind in own]


@dataclass(frozen=True, eq=False)
class Compiled:
    """
    A lexicon bound to a vocabulary.

    Attributes
    ----------
    type, entry, category : (P,) int array
        Single words: each pair of a type and the entry that counts it, grouped by category.
    phrases : Phrases
    """

    type: np.ndarray
    entry: np.ndarray
    category: np.ndarray
    phrases: Phrases


def compile_lexicon(lexicon: Lexicon, forms: Forms) -> Compiled:
    """
    Bind a lexicon to the words of a corpus.

    Raises
    ------
    LexiconError
        For a lexicon of regular expressions, which are searched in the text.
    """
    if lexicon.unit == "regex":
        raise LexiconError(f"lexicon {lexicon.name!r}: regular expressions are searched in the text, not among tokens")
    plain, wild, phrases, _ = lexicon.sorted_out
    get, words = forms.index.get, lexicon.words
    kinds = [np.fromiter(map(get, lexicon.plain_words, repeat(-1)), np.int64, len(plain))]
    kinds += [forms.matching(words[number][0]) for number in wild]
    sizes = [1] * len(plain) + [len(kind) for kind in kinds[1:]]
    entry = np.repeat(np.array(plain + wild, np.int32), sizes)
    kind = np.concatenate(kinds)
    entry, kind = entry[kind >= 0], kind[kind >= 0]
    # A word without wildcards says most about a type, then the wildcard with most letters, then the earlier entry: the first
    # in this order counts. Sorting by category and type groups the pairs by category.
    key = lexicon.entry_categories[entry] * np.int64(len(forms.words) + 1) + kind
    _, first = np.unique(key, return_index=True)
    pairs = kind[first].astype(np.int32), entry[first], lexicon.entry_categories[entry[first]]
    return Compiled(*pairs, _phrases(lexicon, phrases, forms))


def _phrases(lexicon: Lexicon, numbers: list[int], forms: Forms) -> Phrases:
    """Bind the phrases of a lexicon to the words of a corpus."""
    words = lexicon.words
    distinct = {word for n in numbers for word in words[n]}
    single = {word: number for word in distinct if (number := forms.index.get(word)) is not None}
    meant = {word: kinds for word in distinct if is_wild(word) and len(kinds := forms.matching(word))}
    single |= {word: int(kinds[0]) if len(kinds) == 1 else SEVERAL for word, kinds in meant.items()}
    possible = [n for n in numbers if all(word in single for word in words[n])]
    width = max((len(words[n]) for n in possible), default=2)
    rows = [[single[word] for word in words[n]] + [NONE] * (width - len(words[n])) for n in possible]
    kind = np.array(rows, np.int64).reshape(-1, width)
    several = {(p, k): meant[words[possible[p]][k]] for p, k in np.argwhere(kind == SEVERAL).tolist()}
    entry = np.array(possible, np.int32)
    return Phrases(entry, lexicon.entry_categories[entry], (kind != NONE).sum(axis=1, dtype=np.int32), kind, several)
