"""Content read from the order of the words, where the parser lost the clause: "assured a visitor that ..."."""

from __future__ import annotations

from framing.annotate.cues import Cue
from framing.annotate.quotes.edges import shortened, trimmed
from framing.annotate.quotes.parse import Tree

_NAMING = frozenset(("DT", "JJ", "NN", "NNS", "NNP", "NNPS", "PRP", "PRP$", "POS", "CD", "HYPH", "RB", "JJS", "JJR"))
_ASKING = frozenset(("whether", "if", "where", "why", "how", "what"))
_PASSING_TO = frozenset(("of", "against", "on", "for", "with", "over", "about", "as"))
_ADDRESSING = frozenset(("tell", "ask", "urge"))
# From a reporting word nobody looks further for its clause.
_FARTHEST, _FARTHEST_WHO = 14, 24


def behind(tree: Tree, i: int, cue: Cue, last: int) -> tuple[list[int], str]:
    """
    The clause or infinitive behind a verb and whoever is told.

    Parameters
    ----------
    tree : Tree
    i : int
        The verb.
    cue : Cue
    last : int
        The last word of the cue: "word" in "gave her word that ...".

    Returns
    -------
    content : list of int
        Empty where neither follows.
    frame : str
    """
    addressed, in_phrase = cue.kind in _ADDRESSING, False
    for t in range(last + 1, min(len(tree.words) - 1, last + _FARTHEST)):
        word, tag = tree.lower[t], tree.tags[t]
        if tree.quoted[t]:
            break
        if word == "that" and tag in ("IN", "WDT") and "c" in cue.frames and _is_clause(tree, t):
            return _from(tree, t), "c"
        if word in _ASKING and cue.kind == "ask" and t > i + 1 and tree.tags[t - 1] != "IN" and "c" in cue.frames:
            return _from(tree, t), "c"
        if tag == "TO" and addressed and "x" in cue.frames and t > i + 1 and tree.tags[t + 1] in ("VB", "RB"):
            return _from(tree, t), "x"
        if addressed and "x" in cue.frames and tag in ("WP", "WP$") and t > i + 1:
            return _told_whom(tree, t)
        in_phrase = in_phrase or tag == "IN"
        named = tag in _NAMING and (addressed or in_phrase or tag == "RB")
        if not (named or (tag == "IN" and word != "that")):
            break
    return [], ""


def marks_behind(tree: Tree, i: int) -> list[int]:
    """
    Words in marks behind a preposition: "boasted of “a quiet night”", "thanked the crew for “a warm hand”".

    Parameters
    ----------
    tree : Tree
    i : int
        The verb; between it and the preposition stands only whom or what it concerns.

    Returns
    -------
    list of int
        Empty where there are none, and for a title, which begins with a capital.
    """
    for t in range(i + 1, min(len(tree.words) - 2, i + _FARTHEST)):
        if tree.lower[t] in _PASSING_TO and tree.quoted[t + 1] and not tree.quoted[t]:
            high = next((k for k in range(t + 1, len(tree.words)) if not tree.quoted[k]), len(tree.words))
            run = trimmed(tree, list(range(t + 1, high)))
            return run if len(run) > 1 and not tree.words[run[0]][0].isupper() else []
        if tree.quoted[t] or not (tree.tags[t] in _NAMING or tree.tags[t] == "CC" or tree.lower[t] in ("of", ",")):
            break
    return []


def _told_whom(tree: Tree, who: int) -> tuple[list[int], str]:
    """ "Urges those who lost a wage to come": the infinitive behind the clause that tells who is urged."""
    for t in range(who + 2, min(len(tree.words) - 1, who + _FARTHEST_WHO)):
        if tree.words[t] in ".,;:" or tree.quoted[t]:
            break
        # Not the "to" of "who wish to come".
        if tree.tags[t] == "TO" and tree.tags[t + 1] in ("VB", "RB") and tree.tags[t - 1][0] not in "VM":
            return _from(tree, t), "x"
    return [], ""


def _is_clause(tree: Tree, t: int) -> bool:
    """Not "a man that left": a subject stands behind "that"."""
    return tree.tags[t + 1][0] != "V" and tree.tags[t + 1] != "MD" and tree.words[t + 1] not in ".,;:"


def _from(tree: Tree, t: int) -> list[int]:
    """From a token to the end of the clause whose verb comes next."""
    verb = next((v for v in range(t + 1, len(tree.words)) if tree.tags[v][0] == "V" or tree.tags[v] == "MD"), None)
    if verb is None:
        return []
    while tree.deps[verb] in ("aux", "auxpass") and tree.heads[verb] > t:
        verb = tree.heads[verb]
    return shortened(tree, [k for k in tree.subtree(verb) if k >= t])
