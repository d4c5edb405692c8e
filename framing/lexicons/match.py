"""
Where the entries of a lexicon stand in a corpus.

The work is done once per type, not once per token: entries become types (wildcards by bisection in the sorted vocabulary),
types become positions through the postings of the store. Rules, following `tokens_lookup` of quanteda:

* an entry matches whole tokens; a phrase matches consecutive tokens of one document, across punctuation, not from the headline
  into the body;
* within a category every token counts once: the longest match wins, then the leftmost; among single words the entry that says
  most about the word (no wildcard before wildcards, more letters before fewer);
* across categories both count (`overlap="allow"`), or the longest match takes its tokens from all other categories
  (`overlap="longest"`, needed where "not good" stands in one category and "good" in another).
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Any, Protocol

import numpy as np

from framing.checks import one_of
from framing.errors import LexiconError
from framing.lexicons.model import Lexicon
from framing.lexicons.patterns import Forms, is_wild, split_term

OVERLAPS = ("allow", "longest")
HEADLINE = 4


class Tokens(Protocol):
    """What matching needs of a token store (see `framing.annotate.tokens.TokenStore`)."""

    @property
    def type_ids(self) -> np.ndarray: ...
    @property
    def types(self) -> tuple[str, ...]: ...
    @property
    def postings(self) -> tuple[np.ndarray, np.ndarray]: ...
    @property
    def document_of(self) -> np.ndarray: ...
    @property
    def voice(self) -> np.ndarray: ...
    @property
    def sentence(self) -> np.ndarray: ...
    def cased(self) -> Any: ...


@dataclass(frozen=True, eq=False)
class Hits:
    """
    Every counted match, H of them, in no particular order.

    Attributes
    ----------
    token : (H,) int array
        First token of the match.
    length : (H,) int array
        Number of tokens.
    entry : (H,) int array
        Index into `lexicon.entries`.
    negated : (H,) bool array
        True if a negator stands before it; all False where the lexicon ignores negation.
    lexicon : Lexicon
    """

    token: np.ndarray
    length: np.ndarray
    entry: np.ndarray
    negated: np.ndarray
    lexicon: Lexicon

    def __len__(self) -> int:
        return len(self.token)

    @cached_property
    def category(self) -> np.ndarray:
        """(H,) int array: index into `lexicon.categories`."""
        return entry_categories(self.lexicon)[self.entry]

    @cached_property
    def weight(self) -> np.ndarray:
        """(H,) float array: weight of the entry, with the opposite sign for a negated hit where negation flips."""
        weights = np.array([entry.weight for entry in self.lexicon.entries])[self.entry]
        return np.where(self.negated, -weights, weights) if self.lexicon.negation.effect == "flip" else weights

    def where(self, mask: np.ndarray) -> Hits:
        """The hits for which the mask is True."""
        return Hits(self.token[mask], self.length[mask], self.entry[mask], self.negated[mask], self.lexicon)

    def ordered(self) -> Hits:
        """The hits in the order of the text, then of the categories."""
        order = np.lexsort((self.category, self.token))
        return self.where(order)


def entry_categories(lexicon: Lexicon) -> np.ndarray:
    """(E,) int array: index of the category of each entry."""
    number = {name: n for n, name in enumerate(lexicon.category_names)}
    return np.fromiter((number[entry.category] for entry in lexicon.entries), np.int64, len(lexicon.entries))


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
    category = entry_categories(lexicon).tolist()
    best: dict[tuple[int, int], tuple[tuple[int, int], int]] = {}
    phrases, impossible = [], []
    index = forms.index
    for number, words in enumerate(split_entries(lexicon)):
        if len(words) == 1:
            word = words[0]
            if word in index and not is_wild(word):
                # Specific entries win over wildcards; of two spellings of one word the first counts.
                best.setdefault((category[number], index[word]), ((-1, 0), number))
                if best[category[number], index[word]][0] != (-1, 0):
                    best[category[number], index[word]] = ((-1, 0), number)
            elif is_wild(word):
                rank = (0, -len(word.replace("*", "").replace("?", "")))
                for kind in forms.matching(word).tolist():
                    key = (category[number], kind)
                    if key not in best or rank < best[key][0]:
                        best[key] = (rank, number)
        elif words:
            phrases.append((number, category[number], words))
        else:
            impossible.append(number)
    keys = sorted(best)
    pairs = np.array([(kind, best[c, kind][1], c) for c, kind in keys], np.int64).reshape(-1, 3)
    phrases.sort(key=lambda phrase: (-len(phrase[2]), phrase[0]))
    return Compiled(pairs[:, 0], pairs[:, 1], pairs[:, 2], tuple(phrases), tuple(impossible))


def split_entries(lexicon: Lexicon) -> list[tuple[str, ...]]:
    """The words of each entry; empty for an entry that can match nothing or would match every word."""
    wildcards = lexicon.wildcards == "glob"
    found = [split_term(entry.term, wildcards=wildcards, case=lexicon.case) for entry in lexicon.entries]
    return [() if all(not word.strip("*?") for word in words) else words for words in found]


def find_phrase(words: tuple[str, ...], forms: Forms, tokens: Tokens) -> np.ndarray:
    """
    First tokens of the places where words stand in a row within one part (headline or body) of a document.

    Parameters
    ----------
    words : tuple of str
        Folded, wildcards allowed; a single `*` stands for any one word.
    forms : Forms
        The vocabulary of `tokens`.
    tokens : Tokens

    Returns
    -------
    (H,) int array
        Sorted.
    """
    begin, positions = tokens.postings
    kinds = [forms.matching(word) for word in words]
    if any(len(kind) == 0 for kind in kinds):
        return np.zeros(0, np.int64)
    # Start from the rarest word and look at its neighbours.
    sizes = [int((begin[kind + 1] - begin[kind]).sum()) for kind in kinds]
    anchor = int(np.argmin(sizes))
    first = take_ranges(begin, positions, kinds[anchor]) - anchor
    first = first[(first >= 0) & (first + len(words) <= len(tokens.type_ids))]
    for offset, kind in enumerate(kinds):
        if offset == anchor or not len(first):
            continue
        here = tokens.type_ids[first + offset]
        first = first[here == kind[0] if len(kind) == 1 else np.isin(here, kind)]
    if len(first):
        last = first + len(words) - 1
        together = tokens.document_of[first] == tokens.document_of[last]
        together &= (tokens.voice[first] == HEADLINE) == (tokens.voice[last] == HEADLINE)
        first = first[together]
    first.sort()
    return first


def take_ranges(begin: np.ndarray, positions: np.ndarray, kinds: np.ndarray) -> np.ndarray:
    """The positions of several types, one after the other."""
    if len(kinds) == 1:
        return positions[begin[kinds[0]] : begin[kinds[0] + 1]]
    sizes = begin[kinds + 1] - begin[kinds]
    ends = np.cumsum(sizes)
    return positions[np.repeat(begin[kinds] - (ends - sizes), sizes) + np.arange(ends[-1] if len(ends) else 0)]


def match(lexicon: Lexicon, tokens: Tokens, *, overlap: str = "allow") -> Hits:
    """
    Every counted match of a lexicon.

    Parameters
    ----------
    lexicon : Lexicon
        Of words and phrases.
    tokens : Tokens
    overlap : str
        "allow" or "longest", see the module.

    Returns
    -------
    Hits
        With the negated ones left out where the lexicon's negation drops them.
    """
    one_of("overlap", overlap, OVERLAPS)
    tokens = tokens.cased() if lexicon.case == "keep" else tokens
    forms = Forms(tokens.types)
    bound = compile_lexicon(lexicon, forms)
    token, length, entry, category = _phrases(bound, forms, tokens)
    kept = _longest(token, length, None if overlap == "longest" else category)
    token, length, entry, category = token[kept], length[kept], entry[kept], category[kept]
    singles, single_entry = _singles(bound, tokens, (token, length, category), overlap)
    hits = Hits(
        np.concatenate([singles, token]),
        np.concatenate([np.ones(len(singles), length.dtype), length]),
        np.concatenate([single_entry, entry]),
        np.zeros(len(singles) + len(token), bool),
        lexicon,
    )
    return _negate(hits, tokens) if lexicon.negation.effect != "ignore" else hits


def _phrases(bound: Compiled, forms: Forms, tokens: Tokens) -> tuple[np.ndarray, ...]:
    """First token, length, entry and category of every match of a phrase."""
    known = forms.index
    found = [
        (find_phrase(words, forms, tokens), len(words), number, category)
        for number, category, words in bound.phrases
        if all(is_wild(word) or word in known for word in words)
    ]
    sizes = [len(first) for first, *_ in found]
    token = np.concatenate([np.zeros(0, np.int64), *(first for first, *_ in found)])
    return token, *(np.repeat(np.array([row[i] for row in found], np.int64), sizes) for i in (1, 2, 3))


def _longest(token: np.ndarray, length: np.ndarray, group: np.ndarray | None) -> np.ndarray:
    """
    Indices of the matches that stay when overlapping ones of a group compete: the longest wins, then the leftmost.

    With no groups all compete with all, and matches of the same tokens stay together.
    """
    alone = group is None
    group = np.zeros(len(token), np.int64) if group is None else group
    order = np.lexsort((-length, token, group))
    start, end, of = token[order], (token + length)[order], group[order]
    # A run of overlapping matches ends where the next one starts behind everything before it.
    key = of * (int(end.max(initial=0)) + 1)
    reach = np.maximum.accumulate(key + end) if len(end) else end
    new_run = np.concatenate([np.ones(min(1, len(end)), bool), (key + start)[1:] >= reach[:-1]])
    run = np.cumsum(new_run) - 1
    sizes = np.bincount(run) if len(run) else np.zeros(0, np.int64)
    keep = np.ones(len(order), bool)
    for which in np.flatnonzero(sizes > 1).tolist():
        members = range(np.searchsorted(run, which), np.searchsorted(run, which, side="right"))
        taken: dict[int, tuple[int, int]] = {}
        for i in sorted(members, key=lambda i: (start[i] - end[i], start[i])):
            span = (int(start[i]), int(end[i]))
            holders = {taken[t] for t in range(*span) if t in taken}
            if holders and not (alone and holders == {span}):
                keep[i] = False
            else:
                taken.update(dict.fromkeys(range(*span), span))
    return order[keep]


def _singles(
    bound: Compiled, tokens: Tokens, phrases: tuple[np.ndarray, np.ndarray, np.ndarray], overlap: str
) -> tuple[np.ndarray, np.ndarray]:
    """Token and entry of the single words that no phrase has taken."""
    begin, positions = tokens.postings
    sizes = begin[bound.type + 1] - begin[bound.type]
    found = take_ranges(begin, positions, bound.type) if len(bound.type) else np.zeros(0, np.int32)
    entry = np.repeat(bound.entry, sizes)
    first, length, category = phrases
    if not len(first):
        return found, entry
    covered = np.repeat(first, length) + _count_up(length)
    taken = np.zeros(len(tokens.type_ids), bool)
    if overlap == "longest":
        taken[covered] = True
        free = ~taken[found]
        return found[free], entry[free]
    free = np.ones(len(found), bool)
    covering = np.repeat(category, length)
    edges = np.concatenate([[0], np.cumsum(sizes)])
    for one in np.unique(category):
        # Pairs are grouped by category, so its single words stand together.
        low, high = edges[np.searchsorted(bound.category, one)], edges[np.searchsorted(bound.category, one, side="right")]
        own = covered[covering == one]
        taken[own] = True
        free[low:high] = ~taken[found[low:high]]
        taken[own] = False
    return found[free], entry[free]


def _count_up(sizes: np.ndarray) -> np.ndarray:
    """0, 1, ..., n - 1 for each size n."""
    ends = np.cumsum(sizes)
    return np.arange(ends[-1] if len(ends) else 0) - np.repeat(ends - sizes, sizes)


def _negate(hits: Hits, tokens: Tokens) -> Hits:
    """Mark hits with a negator close before them in the same sentence."""
    rule = hits.lexicon.negation
    forms = Forms(tokens.types)
    begin, positions = tokens.postings
    kinds = np.unique(np.concatenate([forms.matching(word) for word in rule.words] or [np.zeros(0, np.int64)]))
    negators = np.sort(take_ranges(begin, positions, kinds)) if len(kinds) else np.zeros(0, np.int64)
    nearest = np.searchsorted(negators, hits.token) - 1
    at = negators[np.maximum(nearest, 0)] if len(negators) else np.zeros(len(hits), np.int64)
    negated = (nearest >= 0) & (hits.token - at <= rule.window)
    negated &= tokens.sentence[at] == tokens.sentence[hits.token] if len(tokens.sentence) else False
    marked = Hits(hits.token, hits.length, hits.entry, negated, hits.lexicon)
    return marked.where(~negated) if rule.effect == "drop" else marked
