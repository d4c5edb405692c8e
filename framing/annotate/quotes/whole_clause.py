"""A clause behind "said" or "told us" that the parser took for a thing: "said the maps used by the army dated from May"."""

from __future__ import annotations

from framing.annotate.cues import Cue
from framing.annotate.quotes.edges import shortened
from framing.annotate.quotes.parse import Tree

_VERBAL = frozenset(("VBD", "VBZ", "VBP", "MD", "VBN"))
# What these say is a clause or stands in marks; a thing behind them is neither ("said a prayer" is too short to be one).
_CLAUSAL = frozenset(("say", "maintain", "insist", "contend", "argue", "claim", "warn", "explain", "add", "believe", "state"))
_OPENS = frozenset(("DT", "PRP", "PRP$", "NNS", "NNP", "NNPS", "NN", "JJ", "CD", "EX", "VBG", "RB", "PDT"))
_QUESTIONS = frozenset(("who", "what", "which", "whose"))
_WHERE = frozenset(("in", "at", "on", "during", "before"))
_SHORTEST = 4


def taken_for_thing(tree: Tree, i: int, cue: Cue) -> list[int]:
    """
    The clause of a verb whose object holds a verb that the parser made a participle of, or hung a clause to.

    Parameters
    ----------
    tree : Tree
    i : int
        The verb; it has no clause of its own.
    cue : Cue

    Returns
    -------
    list of int
        Empty where there is none.
    """
    if cue.lemma not in _CLAUSAL or any(tree.quoted[i:]) or (tree.tags[i] == "VB" and tree.lower[i - 1] == "to"):
        return []
    thing = next((k for k in tree.kids[i] if k > i and tree.deps[k] in ("dobj", "xcomp", "npadvmod")), None)
    if thing is None:
        return []
    body = tree.subtree(thing)
    if body[0] != i + 1 or tree.tags[i + 1] not in _OPENS or len(body) < _SHORTEST:
        return []
    if tree.tags[thing] == "VBG":  # "Said accepting it would mean a loss"
        return shortened(tree, body) if tree.kid(thing, "ccomp") is not None else []
    # "Said a prayer written by Orr" has one participle only, and "said things nobody heard" a clause with a subject.
    relative = {t for k in body if _is_relative(tree, k) for t in tree.subtree(k)}
    verbs = [t for t in body if tree.tags[t] in _VERBAL and tree.deps[t] not in ("amod", "aux", "auxpass")]
    below = [t for t in verbs if t not in relative]
    finite = any(tree.tags[t] != "VBN" and tree.kid(t, "nsubj", "nsubjpass") is None for t in below)
    twice = len(below) > 1 and all(tree.deps[t] in ("acl", "advcl", "relcl") for t in below)
    return shortened(tree, body) if finite or twice else []


def _is_relative(tree: Tree, verb: int) -> bool:
    """ "A lie that he has told", "a plan which would have helped": it belongs to the thing."""
    return tree.deps[verb] == "relcl" and any(tree.tags[t] in ("WDT", "WP", "WP$", "WRB") for t in tree.kids[verb])


def told_of(tree: Tree, i: int, cue: Cue) -> list[int]:
    """
    The clause that somebody was told, hung to whoever was told: "told visiting diplomats that people had asked for it".

    Parameters
    ----------
    tree : Tree
    i : int
        The verb; it has no clause of its own.
    cue : Cue

    Returns
    -------
    list of int
        Empty where there is none.
    """
    if cue.kind not in ("tell", "ask"):
        return []
    for head in (k for k in tree.kids[i] if k > i and tree.deps[k] in ("dobj", "dative", "prep")):
        noun = head if tree.deps[head] != "prep" else tree.kid(head, "pobj")
        clause = tree.kid(noun, "relcl") if noun is not None else None
        if noun is None or clause is None:
            continue
        body = tree.subtree(clause)
        low = body[0]
        if low != noun + 1 or tree.words[low] == ",":
            continue
        # "Told the man that she had met to go" has nothing but its own verb behind the clause.
        subject = tree.kid(clause, "nsubj", "nsubjpass", "expl")
        that = cue.kind == "tell" and tree.lower[low] == "that" and subject is not None and subject != low
        # "Told reporters in the corridor he had lost weight"
        bare = cue.lemma == "tell" and tree.deps[head] == "prep" and tree.tags[low] == "PRP" and subject == low
        place = tree.deps[head] == "prep" and tree.lower[head] in _WHERE
        asks = cue.kind == "ask" and place and tree.lower[low] in _QUESTIONS
        if (that and _is_whole(tree, clause)) or asks or (bare and len(body) > 2):
            return shortened(tree, body)
    return []


def _is_whole(tree: Tree, clause: int) -> bool:
    """A clause that lacks no object: "that people had asked for the law"."""
    return any(tree.deps[k] in ("prep", "acomp", "attr", "ccomp", "xcomp", "advmod", "agent") for k in tree.kids[clause])
