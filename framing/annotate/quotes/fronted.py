"""What opens a sentence before whoever speaks and is not said: "In a brief talk on Monday, Orr said, “It is late.”"""

from __future__ import annotations

from framing.annotate.quotes.edges import trimmed
from framing.annotate.quotes.insertions import FINITE
from framing.annotate.quotes.parse import Tree
from framing.annotate.quotes.reading import Reading
from framing.annotate.wordlists import word_list

_OCCASIONS = word_list("quotes_words_en.txt")["occasions"]
_DAYS = frozenset(("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "earlier", "later", "last"))
_TIMES = frozenset(("since", "after", "as", "until"))
_OPENERS = frozenset(("IN", "VBG", "VBN", "WRB"))


def without_fronted(tree: Tree, reading: Reading, content: list[int]) -> list[int]:
    """
    Content without a time, a place or an occasion before the speaker, where all that was said comes behind the cue.

    In "In 2008, he said, the gate was shut" the time belongs to what he said, and stays.

    Parameters
    ----------
    tree : Tree
    reading : Reading
    content : list of int

    Returns
    -------
    list of int
        Empty where nothing else was there.
    """
    first = min([reading.head, *reading.cue_tokens, *reading.speaker])
    last = max([reading.head, *reading.cue_tokens, *(t for t in reading.speaker if t < first + 30)])
    before, rest = [t for t in content if t < first], [t for t in content if t > last]
    if not before or tree.words[first - 1] != "," or any(tree.quoted[t] for t in before) or before[0] > 1:
        return content
    if rest and not _is_whole_quotation(tree, rest):
        return content
    return trimmed(tree, rest) if _is_adverbial(tree, before, said_behind=bool(rest)) else content


def _is_whole_quotation(tree: Tree, rest: list[int]) -> bool:
    """All words in marks: the stand-in of a long quotation."""
    return all(tree.quoted[t] for t in rest if tree.words[t][0].isalnum())


def _is_adverbial(tree: Tree, before: list[int], *, said_behind: bool) -> bool:
    """A phrase, or a clause of time where nothing was said behind the cue; "if it rains" belongs to what is said."""
    low = before[0]
    if tree.tags[low] not in _OPENERS and not (said_behind and tree.lower[low] in _DAYS):
        return False
    finite = [t for t in before if tree.tags[t] in FINITE]
    if not finite:
        return said_behind and tree.lower[low : low + 2] != ["as", "for"]
    if said_behind:  # "In a statement released after the clerk had left"
        return tree.lower[low] in ("in", "during", "at") and not _OCCASIONS.isdisjoint(tree.lower[low : low + 4])
    if tree.lower[low] not in _TIMES or tree.deps[low] != "mark":
        return False
    below = set(tree.subtree(tree.heads[low]))
    return all(t in below for t in finite) and before[-1] in below
