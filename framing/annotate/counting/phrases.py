"""Words and phrases looked up in a token store."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from framing.annotate.counting.tokens import TokenStore
from framing.errors import OptionError
from framing.lexicons.overlap import longest
from framing.lexicons.patterns import split_term
from framing.lexicons.phrase_search import find_phrase


def find(store: TokenStore, terms: Sequence[str]) -> tuple[np.ndarray, np.ndarray]:
    """
    Where words or phrases stand.

    Parameters
    ----------
    store : TokenStore
    terms : sequence of str
        Wildcards `*` and `?` within a word; case does not matter.

    Returns
    -------
    token, length : (H,) int64 array
        First token and number of tokens of each match, in the order of the text. Of overlapping matches the longest stays,
        then the leftmost.

    Raises
    ------
    OptionError
        For a term that holds no word.

    Examples
    --------
    >>> from framing.annotate.counting.tokens import tokenise
    >>> from framing.corpus.documents import Corpus, Document
    >>> store = tokenise(Corpus((Document("a", "The rule of law, the law itself"),)))
    >>> [place.tolist() for place in find(store, ["law", "rule of law"])]
    [[1, 5], [3, 1]]
    """
    places, lengths = [np.zeros(0, np.int64)], [np.zeros(0, np.int64)]
    for term in terms:
        words = split_term(term)
        if not any(word.strip("*?") for word in words):
            raise OptionError(f"`term` must hold a word, got {term!r}")
        found = find_phrase(words, store)
        places.append(found.astype(np.int64))
        lengths.append(np.full(len(found), len(words), np.int64))
    token, length = np.concatenate(places), np.concatenate(lengths)
    order = np.lexsort((-length, token))
    token, length = token[order], length[order]
    first = np.concatenate([np.ones(min(1, len(token)), bool), token[1:] != token[:-1]])
    token, length = token[first], length[first]
    kept = longest(token, length, None)
    return token[kept], length[kept]
