"""Quotation marks that end right before a place of a sentence: whether they are a part of it or stand beside it."""

from __future__ import annotations

from framing.annotate.quotes.insertions import FINITE
from framing.annotate.quotes.naming import is_nominal
from framing.annotate.quotes.parse import Tree

JOINTS = frozenset((",", ";", ".", "!", "?"))
ENDS = JOINTS | {"—", "–"}


def touches_marks(tree: Tree, at: int) -> bool:
    """ "“First the rooms,” its secretary, Ann Orr, told us": marks before the next comma to the left."""
    while at >= 0 and tree.words[at] not in JOINTS:
        if tree.quoted[at]:
            return True
        at -= 1
    return at >= 0 and tree.quoted[at]


def phrase_in_marks(tree: Tree, at: int) -> bool:
    """Marks around the end of a clause that began outside them: 'The board would "wait and see"'."""
    mark = next((t for t in range(at, -1, -1) if tree.quoted[t]), at)
    if mark < at and is_nominal(tree, mark + 1, at + 1):  # "“It works,” its chief, Ann Orr, says": who speaks stands behind.
        return False
    return follows_marks(tree, at) and any(tree.tags[t] in FINITE and not tree.quoted[t] for t in range(at))


def follows_marks(tree: Tree, at: int) -> bool:
    """Marks that end here belong to the sentence around them, whose words lead up to them without a stop."""
    low = at
    while low > 0 and tree.quoted[low - 1]:
        low -= 1
    first = next((t for t in range(low, at) if tree.words[t][0].isalnum()), at)
    return not (low == 0 or tree.words[low - 1] in ENDS or tree.words[low - 1] == ":" or tree.words[first][0].isupper())
