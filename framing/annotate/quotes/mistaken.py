"""Reporting verbs that the tagger took for nouns: "His sister, a teacher, retorts that ..."."""

from __future__ import annotations

from framing.annotate.cues import Cue, lexicon
from framing.annotate.quotes.behind import marks_behind
from framing.annotate.quotes.beside import NOMINAL
from framing.annotate.quotes.edges import shortened, trimmed
from framing.annotate.quotes.insertions import FINITE
from framing.annotate.quotes.parse import Tree
from framing.annotate.quotes.reading import Reading

_NOUNS = ("NN", "NNS", "NNP", "NNPS")
_BEFORE_NOUNS = ("DT", "PRP$", "POS", "JJ", "IN", "CD", "CC", "TO", "VBG", "VBN")


def verb_taken_for_noun(tree: Tree, i: int, lemma: str) -> Reading | None:
    """
    A "retorts" that heads its sentence without being seen to: nothing before it is a finite verb, a that-clause follows.

    Parameters
    ----------
    tree : Tree
    i : int
        A token with the tag of a noun.
    lemma : str

    Returns
    -------
    Reading or None
    """
    cue = lexicon().get((lemma, "v"))
    if cue is None or "c" not in cue.frames or tree.tags[i] not in _NOUNS or i == 0:
        return None
    that = _that_behind(tree, i)
    plural = tree.lower[i] == lemma and tree.tags[_root(tree, i)] in ("NNS", "NNPS") and that == i + 1 and cue.speech
    if (
        not (tree.lower[i].endswith(("s", "d")) or plural)
        or that is None
        or (tree.tags[i - 1] in _BEFORE_NOUNS and not _heads_sentence(tree, i))
    ):
        return None
    root = _root(tree, i)
    if tree.tags[root][0] != "N" or not tree.subtree(root)[0] < i:
        return None
    clause = tree.heads[that]
    while tree.deps[clause] == "xcomp" and tree.heads[clause] > that:  # "That the board has been found to disturb"
        clause = tree.heads[clause]
    speaker = trimmed(tree, list(range(tree.subtree(root)[0], i)))
    if clause <= that or not speaker or any(tree.quoted[t] for t in speaker):
        return None
    head = speaker[-1] if root == i else min(root, speaker[-1])
    return Reading(cue, i, [i], shortened(tree, [t for t in tree.subtree(clause) if t >= that]), speaker, head, frame="c")


def _that_behind(tree: Tree, i: int) -> int | None:
    """ "Certifies on its form that ...": next to the verb, or behind one phrase that tells where."""
    t = i + 1
    if tree.tags[t : t + 1] == ["IN"] and tree.lower[t] in ("in", "on", "at") and tree.lower[i].endswith("s"):
        t += 1
        while t < min(len(tree.words), i + 7) and (tree.tags[t] in NOMINAL or tree.tags[t] == "PRP"):
            t += 1
    return t if tree.lower[t : t + 1] in (["that"], ["whether"]) and t + 1 < len(tree.words) else None


def heads_its_sentence(tree: Tree, i: int) -> bool:
    """ "The mayor thanks the crew for its courage": tagged as a noun, but with a subject and what a verb has behind it."""
    subject, thing = tree.kid(i, "nsubj"), tree.kid(i, "dobj", "prep")
    if tree.deps[i] == "ROOT" and subject is not None and thing is not None and subject < i < thing:
        return True
    # "The chair boasted of “a quiet night”": nothing before it is a verb.
    lost = tree.lower[i].endswith(("s", "ed")) and i > 1 and tree.tags[i - 1] not in ("DT", "PRP$", "POS", "IN")
    return lost and not any(t in FINITE for t in tree.tags[:i]) and bool(marks_behind(tree, i))


def is_result(tree: Tree, reading: Reading) -> bool:
    """ "He said it so softly that nobody heard": the clause belongs to "so", not to what was said."""
    content = reading.content
    if reading.frame != "c" or not content or tree.lower[content[0]] != "that" or tree.quoted[content[0]]:
        return False
    so = range(max(reading.head + 1, content[0] - 6), content[0] - 1)
    return any(tree.lower[t] == "so" and tree.tags[t + 1] in ("RB", "JJ", "VBN") and not tree.quoted[t] for t in so)


def is_who_denies(tree: Tree, i: int, cue: Cue, clause: list[int]) -> bool:
    """ "The man regarded as the chief, Ann Orr, denies everything": what stands before is who, since "everything" is denied."""
    denied = tree.kid(i, "dobj", "xcomp")
    before = clause[-1] < i and not any(tree.quoted[t] for t in clause)
    return cue.kind == "deny" and before and denied is not None and denied > i


def is_called(tree: Tree, i: int, *, passive: bool) -> bool:
    """ "Called the meeting for Monday", "called her a fool on his show", "was called for the defence": it has its object."""
    if passive:  # "Who’s called for a strike" has called for it.
        return tree.lower[tree.kid(i, "auxpass") or i] not in ("’s", "'s")
    thing = tree.kid(i, "dobj", "ccomp", "oprd")
    return thing is not None and thing > i


def is_of_the_place(tree: Tree, noun: int, k: int) -> bool:
    """ "Spoke in the hall of the old school": where it was, not what it was about."""
    return tree.lower[k] == "of" and any(tree.lower[d] == "the" for d in tree.kids[noun])


def _heads_sentence(tree: Tree, i: int) -> bool:
    """ "The same weekly claims that ...": an adjective before a root that nothing but the clause behind it has a verb for."""
    clause = set(tree.subtree(tree.heads[i + 1]))
    others = (t for t in range(len(tree.words)) if t not in clause and tree.tags[t] in ("VBD", "VBZ", "VBP", "MD"))
    return tree.heads[i] == i and tree.tags[i - 1] == "JJ" and tree.tags[0] == "DT" and i > 1 and next(others, None) is None


def _root(tree: Tree, i: int) -> int:
    while tree.heads[i] != i:
        i = tree.heads[i]
    return i
