"""What goes on behind a noun phrase and tells who that is: "a clerk from Merrow, Ann Orr", "a user by the name of reed_7"."""

from __future__ import annotations

from framing.annotate.quotes.parse import Tree

_NAME = ("NNP", "NNPS")
_PARTS = frozenset(("DT", "PRP$", "JJ", "NN", "NNS", "NNP", "NNPS", "POS", "CD", "HYPH"))
_NAMED = (("by", "the", "name", "of"), ("with", "the", "name", "of"), ("known", "as"), ("called",), ("named",), ("surnamed",))
_LONGEST = 14


def with_name(tree: Tree, low: int, high: int, hidden: list[bool]) -> int:
    """
    Where a noun phrase ends that begins at one token and whose first part ends before another.

    "replied the senior judge | , Ann Orr, when" ends behind Orr; "wrote a user | by the name of reed_7" behind the handle.

    Parameters
    ----------
    tree : Tree
    low, high : int
    hidden : list of bool

    Returns
    -------
    int
    """
    if high == low or tree.tags[high - 1][0] != "N":
        return high
    if (named := _named(tree, high, hidden)) > high:
        return named
    end = high
    described = tree.tags[high - 1] in ("NN", "NNS") or tree.tags[low] in ("DT", "PRP$")
    if tree.lower[end : end + 1] in (["of"], ["from"]) and described:
        of = _run(tree, end + 1, hidden, _PARTS)
        end = of if of > end + 1 and tree.tags[of - 1][0] == "N" else end
    if described and tree.words[end : end + 1] == [","]:
        name = _run(tree, end + 1, hidden, _NAME)
        closed = name >= len(tree.words) or tree.words[name] in ",.;" or hidden[name]
        if name > end + 1 and closed and name - low < _LONGEST:
            return name
    return high


def _named(tree: Tree, high: int, hidden: list[bool]) -> int:
    for words in _NAMED:
        at = high + len(words)
        if tuple(tree.lower[high:at]) == words:
            name = _run(tree, at, hidden, _NAME)
            return name if name > at else high
    return high


def _run(tree: Tree, at: int, hidden: list[bool], tags: tuple[str, ...] | frozenset[str]) -> int:
    """Behind the last token of a run of tags."""
    while at < len(tree.words) and not hidden[at] and tree.tags[at] in tags:
        at += 1
    return at
