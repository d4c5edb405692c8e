"""Sentences whose only verb the parser took for a participle: "Orr, 33, recalled walking home", "Unit 6 called it mild"."""

from __future__ import annotations

import re

from framing.annotate.cues import forms, lexicon
from framing.annotate.quotes.insertions import FINITE
from framing.annotate.quotes.parse import Tree

# "reed_7" is somebody, whatever the tagger made of it.
_HANDLE = re.compile(r"[^\W\d_]+(?:_[^\W_]+)+")
_HUNG = frozenset(("acl", "amod", "aux", "ROOT", "compound", "nmod"))
_SUBORDINATE = frozenset(("relcl", "acl", "ccomp", "advcl", "pcomp", "csubj"))
_BEFORE = ("NN", "NNS", "NNP", "NNPS", "CD", "PRP", ",", "VBN", "JJ", "RB", "VBP", "VBZ", "VBD")
_BEHIND = frozenset(("IN", "VBG", "DT", "PRP", "PRP$", "NN", "NNS", "NNP", "TO", "RB", "WRB", "CD", "JJ"))
_RECEIVED = frozenset(("by", "in", "at", "as", "on", "to"))


def mend(tree: Tree) -> None:
    """
    Make the one verb of a sentence its head again, with the subject before and what is reported behind it; in place.

    Parameters
    ----------
    tree : Tree
    """
    known = forms()
    for i, word in enumerate(tree.words):
        if "_" in word and _HANDLE.fullmatch(word):
            tree.tags[i] = "NNP"
        elif word == "writing" and tree.lower[i - 1] == "in" and tree.heads[i] == i - 1 and known.get(tree.lower[i - 2]):
            # "Has denied in writing that ..."
            for k in [k for k in tree.kids[i] if k > i and tree.deps[k] in ("ccomp", "acl", "relcl")]:
                _hang(tree, k, i - 2, "ccomp")
            tree.tags[i] = "NN"
    lost = [i for i, tag in enumerate(tree.tags) if tag == "VBN" and tree.lower[i] in known and tree.deps[i] in _HUNG]
    for i in lost:
        if _is_only_verb(tree, i, known[tree.lower[i]]):
            _lift(tree, i)
            return


def _is_only_verb(tree: Tree, i: int, lemma: str) -> bool:
    cue = lexicon().get((lemma, "v"))
    words = [w for w in tree.words if w.strip()]
    if cue is None or not cue.speech or i == 0 or i + 2 >= len(words) or words[-1] != "." or tree.quoted[i]:
        return False
    if tree.tags[i - 1] not in _BEFORE or tree.tags[i + 1] not in _BEHIND or tree.lower[i + 1] in _RECEIVED:
        return False
    # "Ann Orr, accused of theft."
    if cue.kind in ("criticise", "praise") and tree.tags[i + 1] == "IN":
        return False
    if tree.kid(i, "agent", "auxpass", "nsubjpass") is not None or tree.tags[0] in ("IN", "TO"):
        return False
    return not any(_is_main(tree, t) for t, tag in enumerate(tree.tags) if (tag in FINITE or tag == "MD") and t != i)


def _is_main(tree: Tree, t: int) -> bool:
    """A finite verb outside subordinate clauses."""
    node = t
    while tree.heads[node] != node:
        if tree.deps[node] in _SUBORDINATE:
            return False
        node = tree.heads[node]
    return True


def _lift(tree: Tree, i: int) -> None:
    """Make a token the root."""
    tree.tags[i] = "VBD"
    root = i
    while tree.heads[root] != root:
        root = tree.heads[root]
    above = tree.heads[i]
    if root == i:
        _name_parts(tree, i)
    elif root < i:
        _hang(tree, root, i, "nsubj")
    else:
        for k in [k for k in tree.kids[root] if k < i and tree.deps[k] in ("nsubj", "nsubjpass")]:
            _hang(tree, k, i, "nsubj")
        _hang(tree, root, i, "xcomp" if tree.tags[root] == "VBG" or tree.tags[root][0] == "V" else "dobj")
    if above not in (i, root) and above > i:
        _hang(tree, above, i, "dobj")
    if tree.heads[i] != i:
        tree.kids[tree.heads[i]] = [k for k in tree.kids[tree.heads[i]] if k != i]
    tree.heads[i], tree.deps[i] = i, "ROOT"


def _name_parts(tree: Tree, i: int) -> None:
    """Where the verb is the root as a noun: what is before it is its subject, a gerund behind it what is reported."""
    for k in tree.kids[i]:
        if k < i and tree.deps[k] in ("compound", "nmod") and tree.kid(i, "nsubj") is None:
            tree.deps[k] = "nsubj"
        if k > i and tree.deps[k] == "acl" and tree.tags[k] == "VBG":
            tree.deps[k] = "xcomp"


def _hang(tree: Tree, k: int, head: int, dep: str) -> None:
    """Move a token with all below it under another."""
    if tree.heads[k] != k:
        tree.kids[tree.heads[k]] = [x for x in tree.kids[tree.heads[k]] if x != k]
    tree.heads[k], tree.deps[k] = head, dep
    tree.kids[head] = sorted({*tree.kids[head], k})
