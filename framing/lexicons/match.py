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

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any, Protocol

import numpy as np

from framing.checks import one_of
from framing.errors import LexiconError
from framing.lexicons.model import Lexicon
from framing.lexicons.patterns import Forms, is_wild

OVERLAPS = ("allow", "longest")


class Tokens(Protocol):
    """What matching needs of a token store (see `framing.annotate.tokens.TokenStore`)."""

    @property
    def type_ids(self) -> np.ndarray: ...
    @property
    def postings(self) -> tuple[np.ndarray, np.ndarray]: ...
    @property
    def part_of(self) -> np.ndarray: ...
    @property
    def sentence(self) -> np.ndarray: ...
    @property
    def forms(self) -> Forms: ...
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
    entry, category : (H,) int array
        Index into `lexicon.entries` and into `lexicon.categories`.
    negated : (H,) bool array
        True if a negator stands before it; all False where the lexicon ignores negation.
    lexicon : Lexicon
    """

    token: np.ndarray
    length: np.ndarray
    entry: np.ndarray
    category: np.ndarray
    negated: np.ndarray
    lexicon: Lexicon

    def __len__(self) -> int:
        return len(self.token)

    @cached_property
    def weight(self) -> np.ndarray:
        """(H,) float array: weight of the entry, with the opposite sign for a negated hit where negation flips."""
        weights = self.lexicon.entry_weights[self.entry]
        return np.where(self.negated, -weights, weights) if self.lexicon.negation.effect == "flip" else weights

    def where(self, mask: np.ndarray) -> Hits:
        """The hits for which the mask is True."""
        token, length, entry = self.token[mask], self.length[mask], self.entry[mask]
        return Hits(token, length, entry, self.category[mask], self.negated[mask], self.lexicon)

    def ordered(self) -> Hits:
        """The hits in the order of the text, then of the categories."""
        order = np.lexsort((self.category, self.token))
        return self.where(order)


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
    kinds = [np.array([get(words[number][0], -1) for number in plain], np.int64)]
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


def find_phrase(words: tuple[str, ...], tokens: Tokens) -> np.ndarray:
    """
    First tokens of the places where words stand in a row within one part (headline or body) of a document.

    Parameters
    ----------
    words : tuple of str
        Folded, wildcards allowed; a single `*` stands for any one word.
    tokens : Tokens

    Returns
    -------
    (H,) int array
        Sorted.
    """
    kinds = [tokens.forms.matching(word) for word in words]
    return np.sort(_find_kinds(kinds, tokens)) if all(map(len, kinds)) else np.zeros(0, np.int64)


def _find_kinds(kinds: Sequence[np.ndarray], tokens: Tokens) -> np.ndarray:
    """Where types stand in a row, each place of the row given as the numbers of the types that may stand there."""
    begin, positions = tokens.postings
    # Start from the rarest word and look at its neighbours.
    sizes = [int((begin[kind + 1] - begin[kind]).sum()) for kind in kinds]
    anchor = sizes.index(min(sizes))
    first = take_ranges(begin, positions, kinds[anchor]) - anchor
    first = first[(first >= 0) & (first + len(kinds) <= len(tokens.type_ids))]
    for offset, kind in enumerate(kinds):
        if offset != anchor and len(first):
            here = tokens.type_ids[first + offset]
            first = first[here == kind[0] if len(kind) == 1 else np.isin(here, kind)]
    return first[_in_one_part(first, len(kinds), tokens)]


def _in_one_part(first: np.ndarray, length: int | np.ndarray, tokens: Tokens) -> np.ndarray:
    """True for matches that begin and end in the same document, both in the headline or both in the body."""
    last = first + length - 1
    return tokens.part_of[first] == tokens.part_of[last]


def take_ranges(begin: np.ndarray, positions: np.ndarray, kinds: np.ndarray) -> np.ndarray:
    """The positions of several types, one after the other."""
    if len(kinds) == 1:
        return positions[begin[kinds[0]] : begin[kinds[0] + 1]]
    sizes = begin[kinds + 1] - begin[kinds]
    ends = np.cumsum(sizes, dtype=begin.dtype)
    index = np.repeat(begin[kinds] - (ends - sizes), sizes)
    index += np.arange(ends[-1] if len(ends) else 0, dtype=begin.dtype)
    return positions[index]


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
    bound = compile_lexicon(lexicon, tokens.forms)
    token, length, entry, category = _phrases(bound, tokens)
    kept = longest(token, length, None if overlap == "longest" else category)
    token, length, entry, category = token[kept], length[kept], entry[kept], category[kept]
    singles, single_entry, single_category = _singles(bound, tokens, (token, length, category), overlap)
    n = len(singles) + len(token)
    hits = Hits(
        np.concatenate([singles, token]),
        np.concatenate([np.ones(len(singles), np.int32), length]),
        np.concatenate([single_entry, entry]),
        np.concatenate([single_category, category]),
        np.zeros(n, bool),
        lexicon,
    )
    return _negate(hits, tokens) if lexicon.negation.effect != "ignore" else hits


def _phrases(bound: Compiled, tokens: Tokens) -> tuple[np.ndarray, ...]:
    """First token, length, entry and category of every match of a phrase."""
    index = tokens.forms.index
    found: list[tuple[np.ndarray, int, int, int]] = []
    pairs = []
    for number, category, words in bound.phrases:
        if any(word not in index and not is_wild(word) for word in words):
            continue
        if len(words) == 2 and not is_wild(words[0]) and not is_wild(words[1]):
            pairs.append((index[words[0]], index[words[1]], number, category))
        else:
            found.append((find_phrase(words, tokens), len(words), number, category))
    sizes = [len(first) for first, *_ in found]
    token = np.concatenate([np.zeros(0, np.int32), *(first for first, *_ in found)])
    rest = (np.repeat(np.array([row[i] for row in found], np.int32), sizes) for i in (1, 2, 3))
    many = _pairs(pairs, tokens)
    return tuple(np.concatenate(both) for both in zip((token, *rest), many, strict=True))


def _pairs(pairs: list[tuple[int, int, int, int]], tokens: Tokens) -> tuple[np.ndarray, ...]:
    """The same for phrases of two plain words: rows of first type, second type, entry, category."""
    begin, positions = tokens.postings
    edges = begin.tolist()
    type_at = tokens.type_ids.take
    found = []
    for one, two, _, _ in pairs:
        # Start from the rarer word and look at its neighbour; at either end of the store the look wraps round.
        if edges[one + 1] - edges[one] <= edges[two + 1] - edges[two]:
            here = positions[edges[one] : edges[one + 1]]
            found.append(here[type_at(here + 1, mode="wrap") == two])
        else:
            here = positions[edges[two] : edges[two + 1]] - 1
            found.append(here[type_at(here, mode="wrap") == one])
    sizes = [len(first) for first in found]
    first = np.concatenate([np.zeros(0, np.int32), *found])
    row = np.repeat(np.arange(len(pairs), dtype=np.int32), sizes)
    inside = (first >= 0) & (first < len(tokens.type_ids) - 1)
    first, row = first[inside], row[inside]
    together = _in_one_part(first, 2, tokens)
    first, row = first[together], row[together]
    rest = np.array(pairs, np.int32).reshape(-1, 4)[row]
    return first, np.full(len(first), 2, np.int32), rest[:, 2], rest[:, 3]


def longest(token: np.ndarray, length: np.ndarray, group: np.ndarray | None) -> np.ndarray:
    """
    True for the matches that stay when overlapping ones of a group compete: the longest wins, then the leftmost.

    With no groups all compete with all, and matches of the same tokens stay together.
    """
    keep = np.ones(len(token), bool)
    groups = [np.arange(len(token))]
    if group is not None:
        groups = [np.flatnonzero(group == one) for one in np.flatnonzero(np.bincount(group))]
    for which in groups:
        claimed = _tokens_of(token[which], length[which])
        in_order = np.sort(claimed)
        fought = in_order[1:][in_order[1:] == in_order[:-1]]
        if len(fought):
            rivals = np.unique(np.repeat(which, length[which])[np.isin(claimed, fought)])
            keep[_losers(rivals, token, length, together=group is None)] = False
    return keep


def _losers(rivals: np.ndarray, token: np.ndarray, length: np.ndarray, *, together: bool) -> list[int]:
    """Which of some overlapping matches lose."""
    taken: dict[int, tuple[int, int]] = {}
    lost = []
    for i in rivals[np.lexsort((token[rivals], -length[rivals]))].tolist():
        span = (int(token[i]), int(token[i] + length[i]))
        holders = {taken[t] for t in range(*span) if t in taken}
        if holders and not (together and holders == {span}):
            lost.append(i)
        else:
            taken.update(dict.fromkeys(range(*span), span))
    return lost


def _singles(
    bound: Compiled, tokens: Tokens, phrases: tuple[np.ndarray, np.ndarray, np.ndarray], overlap: str
) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Token, entry and category of the single words that no phrase has taken."""
    begin, positions = tokens.postings
    sizes = begin[bound.type + 1] - begin[bound.type]
    edges = begin.tolist()
    found = np.concatenate([np.zeros(0, np.int32), *(positions[edges[kind] : edges[kind + 1]] for kind in bound.type.tolist())])
    entry, of = np.repeat(bound.entry, sizes), np.repeat(bound.category, sizes)
    first, length, category = phrases
    if not len(first):
        return found, entry, of
    taken = np.zeros(len(tokens.type_ids), bool)
    if overlap == "longest":
        taken[_tokens_of(first, length)] = True
        free = ~taken[found]
        return found[free], entry[free], of[free]
    free = np.ones(len(found), bool)
    ends = np.concatenate([[0], np.cumsum(sizes)])
    for one in np.flatnonzero(np.bincount(category)):
        # Pairs are grouped by category, so its single words stand together.
        low, high = ends[np.searchsorted(bound.category, one)], ends[np.searchsorted(bound.category, one, side="right")]
        own = category == one
        covered = _tokens_of(first[own], length[own])
        taken[covered] = True
        np.logical_not(taken[found[low:high]], out=free[low:high])
        taken[covered] = False
    return found[free], entry[free], of[free]


def _tokens_of(first: np.ndarray, length: np.ndarray) -> np.ndarray:
    """Every token of each match."""
    ends = np.cumsum(length, dtype=np.int32)
    return np.repeat(first - (ends - length), length) + np.arange(ends[-1] if len(ends) else 0, dtype=np.int32)


def _negate(hits: Hits, tokens: Tokens) -> Hits:
    """Mark hits with a negator close before them in the same sentence."""
    rule = hits.lexicon.negation
    begin, positions = tokens.postings
    kinds = np.unique(np.concatenate([tokens.forms.matching(word) for word in rule.words] or [np.zeros(0, np.int64)]))
    negators = np.sort(take_ranges(begin, positions, kinds)) if len(kinds) else np.zeros(0, np.int64)
    nearest = np.searchsorted(negators, hits.token) - 1
    at = negators[np.maximum(nearest, 0)] if len(negators) else np.zeros(len(hits), np.int64)
    negated = (nearest >= 0) & (hits.token - at <= rule.window)
    negated &= tokens.sentence[at] == tokens.sentence[hits.token] if len(tokens.sentence) else False
    marked = replace(hits, negated=negated)
    return marked.where(~negated) if rule.effect == "drop" else marked
