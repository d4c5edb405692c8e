"""Nouns for what is said, before a colon: "The advice of the union: pay nothing", "Their answer was short: nobody had come"."""

from __future__ import annotations

from framing.annotate.cues import lexicon, nouns, sense
from framing.annotate.quotes.beside import NOMINAL
from framing.annotate.quotes.edges import trimmed
from framing.annotate.quotes.parse import Tree
from framing.annotate.quotes.reading import Reading
from framing.annotate.quotes.subject import noun_phrase, possessor

_LINKS = frozenset(("of", "from", "by", "to"))
_BE = frozenset(("is", "was", "are", "were", "comes", "came"))
_LONGEST = 16


def advice(tree: Tree, i: int) -> Reading | None:
    """
    All that stands behind the colon of a sentence that opens with a noun for what is said and names whose it is.

    Parameters
    ----------
    tree : Tree
    i : int
        The noun.

    Returns
    -------
    Reading or None
    """
    cue = lexicon().get((nouns().get(tree.lower[i], ""), "n"))
    if cue is None or not cue.speech or not cue.frames & {"c", "is"} or tree.quoted[i]:
        return None
    colon = next((t for t in range(i + 1, min(len(tree.words) - 2, i + _LONGEST)) if tree.words[t] == ":"), -1)
    if colon < 0 or i > 8 or any(tree.quoted[: colon + 2]) or not _is_opening(tree, i, colon):
        return None
    owner = possessor(tree, i)
    content = trimmed(tree, list(range(colon + 1, len(tree.words))))
    if owner < 0 or owner > colon or tree.lower[owner] == "this" or not any(tree.tags[t][0] == "V" for t in content):
        return None
    return Reading(sense(cue, "is"), i, [i], content, noun_phrase(tree, owner), owner, frame="c")


def _is_opening(tree: Tree, i: int, colon: int) -> bool:
    """Up to the colon stand the noun, whose it is, and at most what it was like: "was short", "is simple"."""
    be = next((t for t in range(i, colon) if tree.lower[t] in _BE), colon)
    named = all(tree.tags[t] in NOMINAL or tree.lower[t] in _LINKS or tree.tags[t] == "CC" for t in range(be))
    like = range(be + 1, colon)
    return named and len(like) <= 5 and all(tree.tags[t] in ("JJ", "RB", "CC", ",", "DT") for t in like)
