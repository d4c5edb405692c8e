"""Phrases that attribute without a verb: "according to", "in her view", "in the words of"."""

from __future__ import annotations

from framing.annotate.cues import Cue
from framing.annotate.quotes.edges import trimmed
from framing.annotate.quotes.parse import Tree
from framing.annotate.quotes.reading import Reading
from framing.annotate.quotes.subject import noun_phrase, possessor

ACCORDING = Cue("according to", "p", "say", "neutral", True, frozenset("c"))
POLLED = Cue("according to", "p", "poll", "neutral", False, frozenset("c"))
IN_WORDS = Cue("in words", "p", "say", "neutral", True, frozenset("c"))


def in_words(tree: Tree, i: int) -> Reading | None:
    """ "In the words of Ann Orr" a quotation stands beside; "in her view" belongs to the clause around it."""
    owner = possessor(tree, i)
    if owner < 0:
        return None
    speaker = trimmed(tree, [t for t in noun_phrase(tree, owner) if not tree.quoted[t]])
    body = _quoted_beside(tree, speaker[-1]) if tree.lower[i] == "words" else _around_phrase(tree, tree.heads[i])
    return Reading(IN_WORDS, i, [tree.heads[i], i], body, speaker, owner, frame="c")


def _quoted_beside(tree: Tree, last: int) -> list[int]:
    """Quoted text right behind a token and a comma."""
    low = next((t for t in range(last + 1, min(last + 4, len(tree.words))) if tree.quoted[t]), len(tree.words))
    high = next((t for t in range(low, len(tree.words)) if not tree.quoted[t]), len(tree.words))
    return list(range(low, high))


def _around_phrase(tree: Tree, i: int) -> list[int]:
    """The clause in which a phrase stands, without the phrase."""
    phrase = set(tree.subtree(i))
    head = tree.heads[i]
    # "Ought not to have left, according to ...": the whole clause, not the infinitive.
    while (tree.tags[head][0] != "V" or tree.deps[head] == "xcomp") and tree.heads[head] != head:
        head = tree.heads[head]
    return trimmed(tree, [t for t in tree.subtree(head) if t not in phrase])


def according(tree: Tree, i: int) -> Reading | None:
    """ "According to Ann Orr": the clause around it is what she says."""
    to = next((k for k in tree.kids[i] if tree.lower[k] == "to"), None)
    named = tree.kid(to, "pobj", "pcomp") if to is not None else None
    if to is None or named is None:
        return None
    speaker = noun_phrase(tree, named)
    # A poll that somebody has taken tells what people think.
    taken = tree.lower[named] in ("poll", "survey") and "by" in tree.lower[named : tree.subtree(named)[-1] + 1]
    return Reading(POLLED if taken else ACCORDING, i, [i, to], _around_phrase(tree, i), speaker, named, frame="c")
