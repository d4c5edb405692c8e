"""What holds by a paper or an order: "by order of the ministry no stall may open", "under Article 3 owners must sign"."""

from __future__ import annotations

from framing.annotate.cues import Cue
from framing.annotate.quotes.edges import trimmed
from framing.annotate.quotes.papers import BINDING, BINDS
from framing.annotate.quotes.parse import Tree
from framing.annotate.quotes.reading import Reading

_BY_ORDER = Cue("by order of", "p", "urge", "neutral", True, frozenset("c"))
_UNDER = Cue("under", "p", "urge", "neutral", True, frozenset("c"))
_ORDERS = frozenset(("order", "orders", "instruction", "instructions", "decree"))
_MODAL = frozenset((*BINDS, "will", "should", "can"))


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
    if thing is None or tree.quoted[i] or tree.deps[i] not in ("prep", "agent") or (verb := _verb_around(tree, i)) is None:
        return None
    phrase = set(tree.subtree(i))
    if tree.lower[i] == "under":
        if tree.lower[thing] not in BINDING or "," in tree.words[i:thing] or not _has_to(tree, verb, BINDS):
            return None
        content = _held(tree, verb, phrase)
        return Reading(_UNDER, i, [i], content, trimmed(tree, sorted(phrase - {i})), thing, frame="c") if content else None
    of = tree.kid(thing, "prep")
    if tree.lower[thing] not in _ORDERS or thing > i + 2 or of != thing + 1 or tree.lower[of] != "of":
        return None
    head, content = tree.kid(of, "pobj"), _held(tree, verb, phrase)
    if head is None or not content or not (_has_to(tree, verb, _MODAL) or _is_to(tree, verb)):
        return None
    speaker = [t for t in tree.subtree(head) if t in phrase]
    return Reading(_BY_ORDER, i, list(range(i, of + 1)), content, speaker, head, frame="c")


def _verb_around(tree: Tree, i: int) -> int | None:
    """The verb of the clause in which the phrase stands."""
    verb = tree.heads[i]
    while tree.tags[verb][0] != "V" or tree.deps[verb] in ("xcomp", "pcomp"):
        if tree.heads[verb] == verb:
            return None
        verb = tree.heads[verb]
    return verb


def _has_to(tree: Tree, verb: int, modals: frozenset[str]) -> bool:
    return any(tree.lower[k] in modals for k in tree.kids[verb] if tree.deps[k] == "aux")


def _is_to(tree: Tree, verb: int) -> bool:
    """ "The firm is to pay"."""
    return tree.lower[verb] in ("is", "are") and tree.kid(verb, "xcomp") is not None


def _held(tree: Tree, verb: int, phrase: set[int]) -> list[int]:
    """The clause without the phrase; takes out of the phrase, in place, a subject that the parser hung into it."""
    if tree.kid(verb, "nsubj", "nsubjpass", "expl") is None:
        # "Under Article 9 of the harbour code skippers must sign"
        lost = max((t for t in phrase if t < verb), default=-1)
        if tree.tags[lost] != "NNS":
            return []
        phrase.discard(lost)
    return trimmed(tree, [t for t in tree.subtree(verb) if t not in phrase])
