"""Reporting verbs that stand for something else than telling: "asked himself who lied", "dismissed the clerk"."""

from __future__ import annotations

from framing.annotate.people.sources import word_kind
from framing.annotate.quotes.deeds import is_deed
from framing.annotate.quotes.insertions import FINITE
from framing.annotate.quotes.parse import Tree
from framing.annotate.quotes.reading import Reading

_ONESELF = frozenset(("himself", "herself", "itself", "themselves", "ourselves", "myself", "yourself", "oneself", "yourselves"))
_EACH_OTHER = (["each", "other"], ["one", "another"])
_ADDRESSING = frozenset(("ask", "tell", "remind", "teach"))
# What is done to a person by these is no talk about them: staff is dismissed, travellers are questioned.
_DONE = frozenset(("dismiss", "question", "address"))
# "Declined to comment" tells of silence.
_SILENT, _NO_COMMENT = frozenset(("decline", "refuse")), (["comment"], ["answer"], ["reply"], ["respond"])
# "Accuses nobody", "lays down no term": it is the outlet that has found so.
_NOTHING = {"accuse": ("nobody", "none"), "lay down": ("no",)}


def is_untold(tree: Tree, i: int, reading: Reading) -> bool:
    """
    Whether a verb with content tells the reader nothing that somebody said.

    Parameters
    ----------
    tree : Tree
    i : int
        The reporting word.
    reading : Reading

    Returns
    -------
    bool
    """
    content, lemma = reading.content, reading.cue.lemma
    if not content or any(tree.quoted[t] for t in content):
        return False
    if lemma in _SILENT and reading.frame == "x" and tree.lower[content[0] + 1 : content[0] + 2] in _NO_COMMENT:
        return True
    if _is_hearsay_within(tree, i, reading) or _is_whom(tree, i, reading) or is_deed(tree, i, reading):
        return True
    if _is_order_behind(tree, i) or _can_be_heard(tree, i):
        return True
    if lemma in _ADDRESSING:
        return _among_themselves(tree, i, content)
    if lemma in _DONE:
        return reading.frame == "o" and _is_person(tree, i)
    return lemma in _NOTHING and tree.lower[content[0]] in _NOTHING[lemma]


def _among_themselves(tree: Tree, i: int, content: list[int]) -> bool:
    """ "Asked himself who lied", "told one another who was late", "taught us what it costs": a thought, a habit, a lesson."""
    if tree.tags[content[0]] not in ("WP", "WRB", "WDT") and tree.lower[content[0]] != "whether":
        return False
    own = tree.lower[i + 1 : i + 3]
    return (bool(own) and own[0] in _ONESELF) or own in _EACH_OTHER or tree.lower[i].startswith(("teach", "taught"))


def _is_hearsay_within(tree: Tree, i: int, reading: Reading) -> bool:
    """ "The keys it is said to have lost were found": the verb of the sentence is no part of what is said."""
    return reading.passive and tree.lower[i + 1 : i + 2] == ["to"] and tree.tags[reading.content[0]] in FINITE


def _is_order_behind(tree: Tree, i: int) -> bool:
    """ "If you come, my dears, remember that it rains": the reader is told to."""
    order = tree.tags[i] == "VB" and tree.heads[i] == i and i > 0 and tree.words[i - 1] == ","
    return order and tree.kid(i, "nsubj", "nsubjpass", "aux", "auxpass") is None


def _can_be_heard(tree: Tree, i: int) -> bool:
    """ "One can already hear the clerks explaining that ...": they have not said it."""
    head = tree.heads[i]
    heard = tree.tags[i] == "VBG" and tree.lower[head] in ("hear", "imagine", "picture")
    return heard and any(tree.lower[k] in ("can", "could") for k in tree.kids[head])


def _is_whom(tree: Tree, i: int, reading: Reading) -> bool:
    """ "The captain, asked for the keys, answered that ...": somebody asked him."""
    if tree.deps[i] != "acl" or reading.frame not in ("for", "about") or tree.words[i - 1] != "," or reading.cue.kind != "ask":
        return False
    last = reading.content[-1]
    return tree.words[last + 1 : last + 2] == [","] and tree.heads[i] == reading.speaker_head


def _is_person(tree: Tree, i: int) -> bool:
    thing = tree.kid(i, "dobj")
    return thing is not None and thing > i and word_kind(tree.lower[thing]) not in (None, "state")
