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

from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np

from framing.checks import one_of
from framing.lexicons.compiled import Compiled, compile_lexicon
from framing.lexicons.model import Lexicon
from framing.lexicons.overlap import longest, tokens_of
from framing.lexicons.phrase_search import Tokens, find_phrases, take_ranges

__all__ = ["OVERLAPS", "Compiled", "Hits", "Tokens", "compile_lexicon", "longest", "match", "match_phrases"]

OVERLAPS = ("allow", "longest")


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
    token, length, entry, category, _ = match_phrases(bound, tokens, overlap=overlap)
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


def match_phrases(bound: Compiled, tokens: Tokens, *, overlap: str = "allow") -> tuple[np.ndarray, ...]:
    """First token, length, entry, category and part (see `find_phrases`) of every phrase that counts, each an int array."""
    first, part, number = find_phrases(bound.phrases, tokens)
    length, entry, category = (column[number] for column in (bound.phrases.length, bound.phrases.entry, bound.phrases.category))
    kept = longest(first, length, None if overlap == "longest" else category)
    return first[kept], length[kept], entry[kept], category[kept], part[kept]


def _singles(
    bound: Compiled, tokens: Tokens, phrases: tuple[np.ndarray, np.ndarray, np.ndarray], overlap: str
) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Token, entry and category of the single words that no phrase has taken."""
    begin, positions = tokens.postings
    sizes = begin[bound.type + 1] - begin[bound.type]
    found = take_ranges(begin, positions, bound.type)
    entry, of = np.repeat(bound.entry, sizes), np.repeat(bound.category, sizes)
    first, length, category = phrases
    if not len(first):
        return found, entry, of
    taken = np.zeros(len(tokens.ids), bool)
    if overlap == "longest":
        taken[tokens_of(first, length)] = True
        free = ~taken[found]
        return found[free], entry[free], of[free]
    free = np.ones(len(found), bool)
    ends = np.concatenate([[0], np.cumsum(sizes)])
    for one in np.flatnonzero(np.bincount(category)):
        # Pairs are grouped by category, so its single words stand together.
        low, high = ends[np.searchsorted(bound.category, one)], ends[np.searchsorted(bound.category, one, side="right")]
        own = category == one
        covered = tokens_of(first[own], length[own])
        taken[covered] = True
        np.logical_not(taken[found[low:high]], out=free[low:high])
        taken[covered] = False
    return found[free], entry[free], of[free]


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
