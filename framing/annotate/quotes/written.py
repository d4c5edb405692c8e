"""Papers that say things in verbs of their own: a notice forbids, a manual requires, a list names, a receipt records."""

from __future__ import annotations

from framing.annotate.cues import Cue
from framing.annotate.quotes.binding import bound
from framing.annotate.quotes.edges import shortened
from framing.annotate.quotes.papers import BINDING, DEMANDING, PAPERS, RULING, VERBS
from framing.annotate.quotes.parse import Tree
from framing.annotate.quotes.reading import Reading
from framing.annotate.quotes.subject import noun_phrase, speaker_of

_FINITE = ("VBD", "VBZ", "VBP")
# "Gives the cause as heat", "charges the firm with delay": what is said comes behind these.
_FORBIDDING = frozenset(("forbid", "prohibit"))
_SAID_BEHIND = {"give": "as", "charge": "with", "define": "as"}


def written(tree: Tree, i: int) -> Reading | None:
    """
    What a paper says in a verb that reports nothing where somebody else is its subject.

    Parameters
    ----------
    tree : Tree
    i : int
        One of `VERBS`.

    Returns
    -------
    Reading or None
    """
    lemma = VERBS[tree.lower[i]]
    read = _parsed(tree, i, lemma)
    # "Requires every person who writes to sign": the parser hung the infinitive to the clause.
    return bound(tree, i, lemma) or read if lemma in DEMANDING and (read is None or read.frame == "o") else read


def _parsed(tree: Tree, i: int, lemma: str) -> Reading | None:
    does = tree.tags[i] == "VB" and any(tree.lower[k] in ("does", "do", "did") for k in tree.kids[i])
    if not (tree.tags[i] in _FINITE or does) or tree.kid(i, "neg", "auxpass", "nsubjpass") is not None:
        return None
    if any(tree.tags[k] == "MD" for k in tree.kids[i]):
        return None
    speaker = speaker_of(tree, i, False)
    papers = BINDING if lemma in DEMANDING or lemma in RULING else PAPERS
    itself = speaker >= 0 and tree.lower[speaker] == "it" and lemma in RULING
    if speaker < 0 or speaker > i or tree.quoted[speaker] or not (itself or tree.lower[speaker] in papers):
        return None
    content, frame = _content(tree, i, lemma)
    if itself and frame == "o" and lemma not in _FORBIDDING:
        return None
    if frame == "o" and not itself and lemma not in DEMANDING and tree.lower[speaker] not in PAPERS:
        return None  # "The law provides no means"
    if len(content) < 2 and not any(tree.quoted[t] for t in content):
        return None
    phrase = noun_phrase(tree, speaker)
    if tree.lower[phrase[0]] == "no":  # "No law mentions such a plate"
        return None
    kind = "urge" if lemma in DEMANDING else "say"
    cue = Cue(lemma, "v", kind, "neutral", True, frozenset("cxo"))
    return Reading(cue, i, [i], content, phrase, speaker, frame=frame)


def _content(tree: Tree, i: int, lemma: str) -> tuple[list[int], str]:
    """A clause, what somebody has to do, or a thing with all that stands behind it."""
    if (clause := tree.kid(i, "ccomp", "xcomp")) is not None and clause > i:
        body = tree.subtree(clause)
        opens = [t for t in body if t > i and tree.lower[t] in ("that", "to")]
        if opens:
            return shortened(tree, [t for t in body if t >= opens[0]]), "c" if tree.lower[opens[0]] == "that" else "x"
        # "Records 300 doors shut" can look like a clause.
        return (shortened(tree, body), "o") if body[0] == i + 1 else ([], "")
    provided = next((k for k in tree.kids[i] if lemma == "provide" and tree.lower[k] == "for" and k > i), None)
    thing = tree.kid(i, "dobj") if provided is None else tree.kid(provided, "pobj")
    if thing is None or thing < i:
        return [], ""
    low = tree.subtree(thing)[0]
    if lemma in _SAID_BEHIND:
        behind = next((t for t in range(thing + 1, len(tree.words)) if tree.lower[t] == _SAID_BEHIND[lemma]), None)
        # "Gives 612 names"
        if behind is None and tree.tags[low] != "CD":
            return [], ""
        low = low if behind is None else behind + 1
    # What is done next has a verb of its own; a participle goes on with the list.
    after = [k for k in tree.kids[i] if k > thing and tree.deps[k] in ("conj", "cc", "advcl", "parataxis")]
    stop = next((k for k in after if tree.deps[k] != "conj" or tree.tags[k] != "VBN"), None)
    high = tree.subtree(i)[-1] if stop is None else tree.subtree(stop)[0] - 1
    # A list is kept whole: "records 300 permits issued, 12 refused".
    return shortened(tree, list(range(low, high + 1))), "o"
