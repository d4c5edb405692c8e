"""Reporting verbs that name a deed here: clubs offer rooms, a hand points to a door, a candidate challenges a senator."""

from __future__ import annotations

from framing.annotate.quotes.parse import Tree
from framing.annotate.quotes.reading import Reading

# "Claimed the prize", "claiming some victories in the north"
_WON = frozenset(("prize", "victory", "victories", "win", "wins", "seat", "seats", "title", "crown", "benefits"))
_KINDS = frozenset(
    (("offer", "o"), ("point", "to"), ("challenge", "o"), ("continue", "a"), ("claim", "o"), ("argue", "o"), ("report", "o"),
     ("defend", "o"))
)  # fmt: skip
# "Argued the case", "reported a man to the police", "defends three of the men": in court or at a desk, not to the reader.
_IN_COURT = frozenset(("case", "cases", "appeal", "motion", "petition"))
_DESKS = frozenset(("police", "authorities", "prosecutor", "prosecutors", "inspectorate", "station", "guard"))
_NAMES = ("NNP", "NNPS")
_NOUNS = ("NN", "NNS")


def is_deed(tree: Tree, i: int, reading: Reading) -> bool:
    """
    Whether a verb that can report tells what somebody did, not what they said.

    Parameters
    ----------
    tree : Tree
    i : int
        The reporting word.
    reading : Reading

    Returns
    -------
    bool
        False wherever words in marks belong to the content.
    """
    content, kind = reading.content, (reading.cue.lemma, reading.frame)
    if kind not in _KINDS or not content or any(tree.quoted[t] for t in content):
        return False
    if kind == ("continue", "a"):
        return _is_going_on(tree, i)
    if kind == ("point", "to"):
        return _is_shown(tree, content)
    thing = tree.kid(i, "dobj")
    if thing is None or thing < i:
        return False
    if kind == ("argue", "o"):
        return tree.lower[thing] in _IN_COURT
    if kind == ("report", "o"):
        return any(
            tree.lower[t] == "to" and not _DESKS.isdisjoint(tree.lower[t + 1 : t + 4]) for t in range(i, len(tree.words) - 1)
        )
    if kind == ("defend", "o"):
        return tree.tags[thing] == "CD" and tree.lower[thing + 1 : thing + 2] == ["of"]
    if kind == ("challenge", "o"):  # "The lawyer who is challenging Senator Orr": for a seat
        return tree.deps[i] == "relcl" and tree.tags[thing] in _NAMES
    return _is_goods(tree, thing, content) if kind == ("offer", "o") else tree.lower[thing] in _WON


def _is_goods(tree: Tree, thing: int, content: list[int]) -> bool:
    """ "The bank offers online services", "had offered free rooms": bare goods that somebody has, on no terms."""
    if tree.tags[thing] not in _NOUNS or thing not in content:
        return False
    for k in tree.kids[thing]:
        if tree.tags[k] in ("DT", "PRP$", "CD", "POS", "JJR", "RBR") or tree.deps[k] in ("poss", "acl", "relcl"):
            return False
        if tree.deps[k] == "prep" and tree.lower[k] != "of":
            return False
    # "Offers flexible hours to parents"
    return not any(tree.lower[t] in ("to", "for") for t in content)


def _is_shown(tree: Tree, content: list[int]) -> bool:
    """ "He pointed to the coats", "tests point to a salad": a thing and no more, which can be seen or is a cause."""
    bare = all(tree.tags[t] in ("JJ", *_NOUNS) for t in content[1:])
    return len(content) <= 4 and tree.lower[content[0]] in ("a", "an", "the") and bare


def _is_going_on(tree: Tree, i: int) -> bool:
    """ "As the strike continued", "as he continues to insist": no words, unless who goes on stands beside the verb."""
    return tree.words[i + 1 : i + 2] not in ([","], ["."], [";"]) or tree.tags[i - 1] not in ("PRP", *_NAMES)
