"""What holds by a paper or an order: "by order of the ministry no stall may open", "under Article 3 owners must sign"."""

from __future__ import annotations

from framing.annotate.cues import Cue
from framing.annotate.quotes.edges import trimmed
from framing.annotate.quotes.papers import BINDING
from framing.annotate.quotes.parse import Tree
from framing.annotate.quotes.reading import Reading

_BY_ORDER = Cue("by order of", "p", "urge", "neutral", True, frozenset("c"))
_UNDER = Cue("under", "p", "urge", "neutral", True, frozenset("c"))
_ORDERS = frozenset(("order", "orders", "instruction", "instructions", "decree"))
_BINDS = frozenset(("must", "may", "shall"))
_MODAL = frozenset((*_BINDS, "will", "should", "can", "is", "are"))


def ordered(tree: Tree, i: int) -> Reading | None:
    """
    The clause around "by order of somebody" or "under some article", where it says what has to be done.

    Parameters
    ----------
    tree : Tree
    i : int
        "by", "on" or "under".

    Returns
    -------
    Reading or None
    """
    thing = tree.kid(i, "pobj")
    if thing is None or tree.quoted[i] or tree.deps[i] != "prep":
        return None
    if tree.lower[i] == "under":
        return _held(tree, i, thing, _UNDER, [i], thing, _BINDS) if _binds(tree, i, thing) else None
    of = tree.kid(thing, "prep")
    if tree.lower[thing] not in _ORDERS or thing > i + 2 or of != thing + 1 or tree.lower[of] != "of":
        return None
    head = tree.kid(of, "pobj")
    return None if head is None else _held(tree, i, of, _BY_ORDER, list(range(i, of + 1)), head, _MODAL)


def _binds(tree: Tree, i: int, thing: int) -> bool:
    """A paper that has a name or a number: not "under the rules of the game"."""
    return tree.lower[thing] in BINDING and "," not in tree.words[i:thing]


def _held(tree: Tree, i: int, low: int, cue: Cue, tokens: list[int], head: int, modals: frozenset[str]) -> Reading | None:
    verb = tree.heads[i]
    while tree.tags[verb][0] != "V" or tree.deps[verb] in ("xcomp", "pcomp"):
        if tree.heads[verb] == verb:
            return None
        verb = tree.heads[verb]
    said = {tree.lower[verb], *(tree.lower[k] for k in tree.kids[verb] if tree.deps[k] == "aux")}
    if said.isdisjoint(modals) or (tree.lower[verb] in ("is", "are") and tree.kid(verb, "xcomp") is None):
        return None
    if {"is", "are"} & said and {"may", "must", "shall", "will", "should", "can"}.isdisjoint(said) and tree.kid(verb, "xcomp") is None:
        return None
    phrase = set(tree.subtree(i))
    if tree.kid(verb, "nsubj", "nsubjpass", "expl") is None:
        lost = max((t for t in phrase if t < verb), default=-1)
        if tree.tags[lost] != "NNS":
            return None
        phrase.discard(lost)
    content = trimmed(tree, [t for t in tree.subtree(verb) if t not in phrase])
    speaker = [t for t in tree.subtree(head) if t in phrase] if cue is _BY_ORDER else trimmed(tree, [t for t in sorted(phrase) if t != i])
    return Reading(cue, i, tokens, content, speaker, head, frame="c")
