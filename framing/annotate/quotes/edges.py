"""What is cut from the ends of a content: marks, and what the outlet adds."""

from __future__ import annotations

from framing.annotate.cues import forms
from framing.annotate.quotes.parse import Tree

_PUNCT = frozenset(".,:;!?\"'“”‘’()[]—–-…")
_TIED = frozenset(("in", "on", "at", "of", "from", "for", "to", "with"))


def trimmed(tree: Tree, tokens: list[int]) -> list[int]:
    """Without marks and conjunctions at the edges."""
    low, high = 0, len(tokens)
    while low < high and (tree.words[tokens[low]] in _PUNCT or tree.tags[tokens[low]] == "_SP"):
        low += 1
    while high > low and (tree.words[tokens[high - 1]] in _PUNCT or tree.tags[tokens[high - 1]] == "_SP"):
        high -= 1
    return tokens[low:high]


def shortened(tree: Tree, tokens: list[int], frame: str = "c") -> list[int]:
    """Without what the outlet adds at the end: ", who ...", ", adding ...", a dash with an aside."""
    tokens = trimmed(tree, tokens)
    known = forms()
    if frame == "o":
        tokens = _for_oneself(tree, tokens)
    for t in tokens[1:]:
        behind_comma = tree.words[t - 1] in (",", '"', "”")
        if (
            behind_comma
            and tree.tags[t] == "VBG"
            and tree.lower[t] in known
            and tree.deps[t] in ("advcl", "acl", "conj", "xcomp", "prep")
        ):
            tokens = trimmed(tree, [x for x in tokens if x < t])
            break
    for t in tokens[1:]:
        if t <= tokens[-1] and _tail(tree, t, tokens, frame):
            low = tree.subtree(t)[0]
            tokens = trimmed(tree, [x for x in tokens if x < low])
    return tokens


def _for_oneself(tree: Tree, tokens: list[int]) -> list[int]:
    """Without "in the name of the guild", "on behalf of its members" at the end: for whom somebody speaks."""
    for t in tokens[2:]:
        if tree.lower[t : t + 2] == ["behalf", "of"] or tree.lower[t - 1 : t + 2] == ["the", "name", "of"]:
            low = t - 1 if tree.lower[t] == "behalf" else t - 2
            if tree.lower[low] in ("in", "on") and low > tokens[0]:
                return trimmed(tree, [x for x in tokens if x < low])
    return tokens


def _tail(tree: Tree, t: int, tokens: list[int], frame: str) -> bool:
    """A clause at the very end that tells the reader more but is not what was said: ", who ..."."""
    if tree.deps[t] != "relcl" and not (frame == "o" and tree.deps[t] == "appos"):
        return False
    sub = tree.subtree(t)
    # "Five inspectors, one of whom lives in a tent", "in which nobody was hurt" are rarely an afterthought.
    if tree.deps[t] == "relcl" and (tree.tags[sub[0]] in ("CD", "DT", "NN", "NNS") or tree.lower[sub[0]] in _TIED):
        return False
    # "Asked for a second reading room, where nobody smokes": the clause tells what is wanted.
    if frame == "o" and tree.lower[sub[0]] == "where":
        return False
    # "Eleven disks, a coffee machine and a cat" is a list, "the clerk, an old man" is not.
    more = ("conj", "appos") if any(tree.words[k] == "," for k in sub) else ("conj",)
    if tree.deps[t] == "appos" and tree.kid(t, *more) is not None:
        return False
    # "To sign at the hall, where a clerk helps, and to leave": the parser hung what goes on into the clause.
    if any(
        tree.tags[k] == "CC" and tree.words[k - 1] == "," and tree.tags[k + 1] == "TO" for k in sub if k + 1 < len(tree.words)
    ):
        return False
    return sub[-1] >= tokens[-1] and sub[0] > tokens[0] and tree.words[sub[0] - 1] == ","


def without_that(tree: Tree, content: list[int]) -> list[int]:
    """
    Tokens of a clause without a "that" before words which all stand in marks: "promises that “nobody will wait”".

    Parameters
    ----------
    tree : Tree
    content : list of int

    Returns
    -------
    list of int
    """
    whole = len(content) > 2 and tree.lower[content[0]] == "that" and all(tree.quoted[t] for t in content[1:])
    return content[1:] if whole else content
