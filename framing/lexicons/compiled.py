"""A lexicon bound to the words of a corpus: which entry counts which type."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import repeat

import numpy as np

from framing.errors import LexiconError
from framing.lexicons.model import Lexicon
from framing.lexicons.patterns import Forms


@dataclass(frozen=True, eq=False)
class Compiled:
    """
    A lexicon bound to a vocabulary.

    Attributes
    ----------
    type, entry, category : (P,) int array
        Single words: each pair of a type and the entry that counts it, grouped by category.
    phrases : tuple
        (entry, category, words), longest first.
    impossible : tuple of int
        Entries that can match no token (no word in them, or nothing but a wildcard).
    """

    type: np.ndarray
    entry: np.ndarray
    category: np.ndarray
    phrases: tuple[tuple[int, int, tuple[str, ...]], ...]
    impossible: tuple[int, ...]


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
    plain, wild, phrases, impossible = lexicon.sorted_out
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
    category = lexicon.entry_categories.tolist()
    return Compiled(*pairs, tuple((n, category[n], words[n]) for n in phrases), tuple(impossible))
