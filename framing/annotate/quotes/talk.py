"""What is going round: "a rumour has been spreading that ...", "there is a grumble among the drivers that ..."."""

from __future__ import annotations

from framing.annotate.cues import Cue
from framing.annotate.quotes.beside import NOMINAL
from framing.annotate.quotes.edges import shortened
from framing.annotate.quotes.insertions import FINITE
from framing.annotate.quotes.papers import TALK
from framing.annotate.quotes.parse import Tree
from framing.annotate.quotes.reading import Reading

_CUE = {word: Cue(word, "n", "say", "neutral", True, frozenset("c")) for word in TALK}
# Between the noun and its clause stands at most how it spreads.
_SPREADING = frozenset(("VBZ", "VBD", "VBP", "VBN", "VBG", "RB", "RP", "IN", "MD", "VB"))
_FARTHEST = 10


def talk(tree: Tree, i: int) -> Reading | None:
    """
    A that-clause that belongs to a word for what people say, next to it or behind the verb that tells how it spreads.

    Parameters
    ----------
    tree : Tree
    i : int
        One of `TALK`.

    Returns
    -------
    Reading or None
    """
    if tree.quoted[i] or not (tree.tags[i] in ("NN", "NNS") or tree.deps[i] == "attr"):
        return None
    that = next((t for t in range(i + 1, min(len(tree.words) - 2, i + _FARTHEST)) if tree.lower[t] == "that"), None)
    if that is None or (tree.tags[that] == "WDT" and that == i + 1) or not _leads_to(tree, i, that):
        return None
    # "The talk that was heard" is no clause of its own.
    if tree.tags[that + 1][0] == "V" or tree.tags[that + 1] == "MD" or tree.quoted[that + 1]:
        return None
    content = _clause(tree, that)
    if not content:
        return None
    among = next((t for t in range(i + 1, that) if tree.lower[t] in ("among", "amongst", "by", "from")), None)
    speaker = [] if among is None else [t for t in range(among + 1, that) if tree.tags[t] in NOMINAL]
    return Reading(_CUE[tree.lower[i]], i, [i], content, speaker, speaker[-1] if speaker else -1, frame="c")


def _leads_to(tree: Tree, i: int, that: int) -> bool:
    """Nothing between but verbs of spreading and one phrase of place."""
    between = range(i + 1, that)
    return all(tree.tags[t] in _SPREADING or tree.tags[t] in NOMINAL for t in between)


def _clause(tree: Tree, that: int) -> list[int]:
    """From "that" to the end of its clause, which has a finite verb."""
    verb = next((t for t in range(that + 1, len(tree.words)) if tree.tags[t] in (*FINITE, "MD")), None)
    if verb is None:
        return []
    head = tree.heads[verb] if tree.deps[verb] in ("aux", "auxpass") and tree.heads[verb] > that else verb
    body = [t for t in tree.subtree(head) if t >= that]
    return shortened(tree, list(range(that, body[-1] + 1)))
