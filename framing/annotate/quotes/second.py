"""A second reporting clause that the parser hung into what the first one reports: "said it was late, while Orr said ..."."""

from __future__ import annotations

from framing.annotate.cues import forms, lexicon, reports
from framing.annotate.quotes.parse import Tree
from framing.annotate.quotes.subject import same_level


def second_verb(tree: Tree, i: int, clause: int) -> set[int]:
    """A second reporting clause that the parser hung into the content, with its conjunction: "while Orr said ..."."""
    cut: set[int] = set()
    queue = [clause]
    while queue:
        node = queue.pop()
        for k in tree.kids[node]:
            while_ = tree.deps[k] == "advcl" and any(tree.lower[m] in ("while", "whereas") for m in tree.kids[k])
            if tree.deps[k] != "conj" and not while_:
                continue
            own = tree.kid(k, "nsubj") is not None
            if (
                (reports(tree.lower[k]) if while_ else _tells(tree, k))
                and own == while_
                and same_level(tree, k, i)
                and not _modal(tree, k, while_)
                and not _same_clause(tree, node, k)
            ) or (not own and not while_ and _deals_with(tree, node, k, i)):
                cut |= set(tree.subtree(k))
                cut |= {c for c in tree.kids[node] if tree.deps[c] in ("cc", "punct") and c < k and c > node and k - c <= 4}
            else:
                queue.append(k)
    return cut


def _deals_with(tree: Tree, node: int, k: int, i: int) -> bool:
    """ "Found that Orr had lied, and sent him home": behind a comma, in the tense of the cue, done to whom it was said of."""
    whom = tree.kid(k, "dobj", "dative")
    if whom is None or tree.lower[whom] not in ("him", "her", "them") or {tree.tags[k], tree.tags[i]} != {"VBD"}:
        return False
    joined = any(tree.deps[c] == "cc" and node < c < k and tree.words[c - 1] == "," for c in tree.kids[node])
    return joined and any(tree.lower[a] == "had" for a in tree.kids[node]) and tree.tags[node] == "VBN"


def _tells(tree: Tree, k: int) -> bool:
    """Not "and found a clerk", "but planned to stay": a second verb that speaks of something, in a frame of its own."""
    cue = lexicon().get((forms().get(tree.lower[k], ""), "v"))
    if cue is None or not cue.speech:
        return False
    if cue.frames - {"c", "x", "g", "q"}:
        return True
    return tree.kid(k, "ccomp", "xcomp", "advcl") is not None or any(tree.quoted[t] for t in tree.subtree(k))


def _same_clause(tree: Tree, node: int, k: int) -> bool:
    """ "Says that she writes cards and puts the news between the names": nothing that is reported stands behind the second."""
    reported = tree.kid(k, "ccomp", "xcomp") is not None or any(tree.quoted[t] for t in tree.subtree(k))
    alike = tree.tags[node] == tree.tags[k]
    while tree.deps[node] == "conj" and not any(tree.deps[m] == "mark" for m in tree.kids[node]):
        alike = alike and tree.tags[tree.heads[node]] == tree.tags[node]
        node = tree.heads[node]
    begun = any(tree.lower[m] == "that" and tree.deps[m] == "mark" for m in tree.kids[node])
    return begun and not reported and alike


def _modal(tree: Tree, i: int, while_: bool) -> bool:
    return tree.kid(i, "aux") is not None or (not while_ and tree.kid(i, "mark") is not None)
