"""The rest of a sentence that still belongs to the content: "recalls a knock, then steps", "from two until ten"."""

from __future__ import annotations

from framing.annotate.cues import forms
from framing.annotate.quotes.insertions import FINITE
from framing.annotate.quotes.parse import Tree

_RELATIVE = frozenset(("WDT", "WP", "WP$", "WRB"))
_COMPARING = frozenset(("that", "than"))
# With such tags one more thing of a list opens, or what explains the thing.
_THINGS = frozenset(("CD", "NN", "NNS", "JJ", "DT", "PRP$"))
# ", as is her right", ", according to the list", ", after a long night" tell of the act or of somebody else.
_OF_THE_ACT = frozenset(("as", "according", "after", "before", "during", "despite", "because", "since", "by", "amid", "like"))
# ", two days after the fire" tells when it was said.
_SINCE = frozenset(("after", "before", "ago", "earlier", "later"))
_COUNTED = frozenset(("more", "fewer", "less"))
_DAY = frozenset(("morning", "afternoon", "evening"))
_TILL = frozenset(("until", "till", "to"))


def with_rest(tree: Tree, i: int, content: list[int], frame: str) -> list[int]:
    """
    The content up to the end of its sentence, where the rest is more of the same and tells of nothing that happens.

    Parameters
    ----------
    tree : Tree
    i : int
        The reporting verb.
    content : list of int
    frame : str

    Returns
    -------
    list of int
        As it came where it stands before the verb, where anybody else is reported behind it, or the rest has a verb of its own.
    """
    if not content or content[0] < i:
        return content
    end = len(tree.words)
    while end and (tree.words[end - 1] in ".!?" or tree.tags[end - 1] == "_SP"):
        end -= 1
    rest = range(content[-1] + 1, end)
    if len(rest) < 2:
        return content
    if tree.words[rest[0]] != ",":
        return [*content, *rest] if _goes_round_the_clock(tree, content, rest) else content
    known = forms()
    if {*tree.lower[rest[1] : rest[1] + 4]} & _SINCE:
        return content
    if any(tree.tags[t][0] == "V" and tree.lower[t] in known for t in rest):
        return content
    first = tree.lower[rest[1]]
    if frame == "c":  # "Said that it turned in May, when the rain came"
        return [*content, *rest] if first == "when" or _is_shared(tree, content, rest) else content
    more = first == "then" or tree.tags[rest[1]] in _THINGS or _is_phrase(tree, rest)
    whole = more and not any(tree.quoted[t] for t in content) and not _has_verb(tree, rest)
    return [*content, *rest] if whole else content


def _goes_round_the_clock(tree: Tree, content: list[int], rest: range) -> bool:
    """ "A ban from eight" goes on with "in the evening until five in the morning"."""
    words = tree.lower[rest[0] : rest[-1] + 1]
    opened = "from" in tree.lower[content[0] : content[-1]]
    return opened and words[:2] == ["in", "the"] and bool({*words[2:3]} & _DAY and {*words[3:4]} & _TILL)


def _is_shared(tree: Tree, content: list[int], rest: range) -> bool:
    """ "That the gate be shut" goes on with ", the bell sold, and the lamp replaced", "nine came" with ", two more"."""
    if any(tree.quoted[t] for t in content) or _has_verb(tree, rest):
        return False
    if tree.tags[rest[1]] == "CD" and tree.lower[rest[1] + 1] in _COUNTED:
        return True
    passive = any(tree.lower[t] in ("be", "been") for t in content) and "and" in tree.lower[rest[1] : rest[-1]]
    return passive and tree.tags[rest[1]] in _THINGS and any(tree.tags[t] in ("VBN", "VBD") for t in rest)


def _is_phrase(tree: Tree, rest: range) -> bool:
    """ ", with a bell", without any verb."""
    opens = tree.tags[rest[1]] == "IN" and tree.lower[rest[1]] not in _OF_THE_ACT
    return opens and not any(tree.tags[t] in FINITE or tree.tags[t] == "MD" for t in rest)


def _has_verb(tree: Tree, rest: range) -> bool:
    """Whether a finite verb stands there before any relative clause."""
    for t in rest:
        if tree.tags[t] in _RELATIVE or tree.lower[t] in _COMPARING:
            return False
        if tree.tags[t] in FINITE or tree.tags[t] == "MD":
            return True
    return False
