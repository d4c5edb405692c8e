"""Terms of a lexicon as patterns over words, and the words of a corpus they match."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from framing.corpus.words import fold, spans, straighten

# Letters of a dead script stand for the wildcards while a term is split into words.
_ANY, _ONE = "\u16a0", "\u16a2"
_HIDE = str.maketrans({"*": _ANY, "?": _ONE})
_SHOW = str.maketrans({_ANY: "*", _ONE: "?"})


def split_term(term: str, *, wildcards: bool = True, case: str = "fold") -> tuple[str, ...]:
    """
    The words of a term, by the rules that split the texts; empty if it can match nothing.

    Examples
    --------
    >>> split_term("Rule of Law*"), split_term("and/or"), split_term("U.S."), split_term(":)")
    (('rule', 'of', 'law*'), ('and', 'or'), ('u.s',), ())
    """
    if term.isalpha() and term.isascii():
        return (term.lower() if case == "fold" else term,)
    hidden = term.translate(_HIDE) if wildcards else term
    form = fold if case == "fold" else straighten
    found = tuple(form(hidden[start:end]) for start, end in spans(hidden))
    return tuple(word.translate(_SHOW) for word in found) if wildcards else found


def is_wild(word: str) -> bool:
    """True if a word of a term holds a wildcard."""
    return "*" in word or "?" in word


@dataclass(frozen=True, eq=False)
class Forms:
    """
    The different words of a corpus, sorted, for looking up patterns.

    Attributes
    ----------
    words : sequence of str
        Sorted.
    """

    words: Sequence[str]

    @cached_property
    def index(self) -> dict[str, int]:
        """Number of each word."""
        return dict(zip(self.words, range(len(self.words)), strict=True))

    @cached_property
    def _joined(self) -> str:
        return "\n".join(self.words)

    @cached_property
    def _line_starts(self) -> np.ndarray:
        return np.cumsum([0] + [len(word) + 1 for word in self.words])

    @cached_property
    def _begin_with(self) -> dict[str, tuple[int, int]]:
        """Where the words that share their first two letters stand; a few of them are searched faster than all."""
        starts: dict[str, int] = {}
        for n, word in enumerate(self.words):
            starts.setdefault(word[:2], n)
        ends = [*list(starts.values())[1:], len(self.words)]
        return {letters: (start, end) for (letters, start), end in zip(starts.items(), ends, strict=True)}

    def matching(self, pattern: str) -> np.ndarray:
        """
        Numbers of the words a pattern matches, sorted.

        Parameters
        ----------
        pattern : str
            `*` any characters, also none; `?` exactly one.

        Examples
        --------
        >>> forms = Forms(["clash", "clashes", "order", "reorder"])
        >>> forms.matching("clash*"), forms.matching("*order"), forms.matching("?rder")
        (array([0, 1]), array([2, 3]), array([2]))
        """
        if not is_wild(pattern):
            number = self.index.get(pattern)
            return np.array([] if number is None else [number], np.int64)
        head = pattern.partition("*")[0].partition("?")[0]
        low, high = self._begin_with.get(head[:2], (0, 0)) if len(head) > 1 else (0, len(self.words))
        low = bisect_left(self.words, head, low, high)
        high = bisect_left(self.words, head + "\U0010ffff", low, high) if head else high
        if len(pattern) == len(head) + 1 and pattern[-1] == "*":
            return np.arange(low, high)
        shape = "".join({"*": r"[^\n]*", "?": r"[^\n]"}.get(c, re.escape(c)) for c in pattern)
        if head:
            whole = re.compile(shape)
            return np.array([n for n in range(low, high) if whole.fullmatch(self.words[n])], np.int64)
        found = [match.start() for match in re.finditer(rf"^{shape}$", self._joined, re.MULTILINE)]
        return np.searchsorted(self._line_starts, found).astype(np.int64)
