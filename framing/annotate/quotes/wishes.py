"""What is to be done with a thing: "asked for the gate to be opened", "prescribes one warden a lane, to be sworn in by May"."""

from __future__ import annotations

from framing.annotate.cues import Cue
from framing.annotate.quotes.parse import Tree


def whole_wish(tree: Tree, i: int, verb: int, cue: Cue) -> list[int]:
    """
    A passive infinitive with the thing before it, which nobody could be told to do.

    Parameters
    ----------
    tree : Tree
    i : int
        The reporting verb.
    verb : int
        The verb of the infinitive.
    cue : Cue

    Returns
    -------
    list of int
        Without "for" before the thing; empty for any other infinitive.
    """
    if tree.kid(verb, "auxpass") is None:
        return []
    thing = tree.kid(i, "dobj") if "o" in cue.frames else None
    if thing is None:
        phrase = next((k for k in tree.kids[i] if k == i + 1 and tree.lower[k] == "for" and "for" in cue.frames), None)
        thing = tree.kid(phrase, "pobj") if phrase is not None else None
    if thing is None or not i < thing < verb:
        return []
    low, first = tree.subtree(thing)[0], tree.subtree(verb)[0]
    last = tree.subtree(thing)[-1]
    if not all(tree.words[t] == "," for t in range(last + 1, first)):
        return []
    return list(range(low, tree.subtree(verb)[-1] + 1))
