"""Nouns that report and open their sentence: "A plea by the choir for coal has arrived", "Her request to stay was refused"."""

from __future__ import annotations

from framing.annotate.cues import Cue
from framing.annotate.quotes.beside import NOMINAL
from framing.annotate.quotes.edges import trimmed
from framing.annotate.quotes.insertions import FINITE
from framing.annotate.quotes.parse import Tree
from framing.annotate.quotes.reading import Reading

_COMING = frozenset(("come", "came", "comes", "arrived"))
_ISSUED = frozenset(
    ("heard", "submitted", "made", "issued", "raised", "voiced", "filed", "lodged", "repeated", "sent", "brought")
)
_LINKS = frozenset(("of", "from", "at", "in"))


def opening_claim(tree: Tree, i: int, cue: Cue) -> Reading | None:
    """
    What a noun at the head of a sentence reports, up to the verb of that sentence, and who has said it.

    Parsers hang that verb, or who has spoken, into what is said.

    Parameters
    ----------
    tree : Tree
    i : int
        The noun.
    cue : Cue

    Returns
    -------
    Reading or None
    """
    if not 0 < i <= 2 or tree.tags[0] not in ("DT", "PRP$"):
        return None
    low, speaker = i + 1, [0] if tree.tags[0] == "PRP$" else []
    if tree.lower[low : low + 1] == ["by"]:
        low = _phrase_end(tree, low + 1)
        speaker = list(range(i + 2, low))
    frame = {"to": "x", "that": "c", "for": "for"}.get(tree.lower[low] if low < len(tree.words) else "", "")
    if frame not in cue.frames or (frame == "x" and tree.tags[low + 1] != "VB"):
        return None
    verb = _predicate(tree, low, needs_verb=frame == "c")
    if verb is None:
        return None
    if not speaker and tree.lower[verb : verb + 2] == ["came", "from"]:
        speaker = list(range(verb + 2, _phrase_end(tree, verb + 2)))
    content = trimmed(tree, list(range(low + (frame == "for"), verb)))
    if not speaker or not content:
        return None
    return Reading(cue, i, [i], content, speaker, speaker[-1], frame=frame)


def claim_of(tree: Tree, i: int, cue: Cue) -> Reading | None:
    """
    "As for the claim by the harbour union that the pier is unsafe, ...": whose it is, and a clause the parser hung elsewhere.

    Parameters
    ----------
    tree : Tree
    i : int
        The noun.
    cue : Cue

    Returns
    -------
    Reading or None
    """
    if (
        "c" not in cue.frames
        or i == 0
        or tree.tags[i - 1] not in ("DT", "JJ")
        or tree.lower[i + 1 : i + 2] not in (["by"], ["of"])
    ):
        return None
    that = _phrase_end(tree, i + 2)
    speaker = list(range(i + 2, that))
    opens = tree.lower[that : that + 1] == ["that"] and tree.tags[that] == "IN" and tree.tags[that + 1][0] not in "VM"
    if not opens or not speaker or any(tree.quoted[i:that]) or tree.tags[speaker[-1]] not in ("NN", "NNS", "NNP", "NNPS"):
        return None
    verb = next((t for t in range(that + 1, len(tree.words)) if tree.tags[t] in FINITE), None)
    if verb is None or tree.lower[i - 1] == "no":
        return None
    head = tree.heads[verb] if tree.deps[verb] in ("aux", "auxpass") and tree.heads[verb] > that else verb
    body = [t for t in tree.subtree(head) if t >= that]
    first = next((t for t in speaker if tree.lower[t] in _LINKS), speaker[-1] + 1) - 1
    content = trimmed(tree, list(range(that, body[-1] + 1))) if body else []
    return Reading(cue, i, [i], content, speaker, first, frame="c") if content else None


def _phrase_end(tree: Tree, low: int) -> int:
    high = low
    while high < len(tree.words) and (
        tree.tags[high] in NOMINAL
        or tree.lower[high] in _LINKS
        or tree.words[high] in "’'"
        or "HYPH" in (tree.tags[high - 1], *tree.tags[high + 1 : high + 2])  # "the so-called office"
    ):
        high += 1
    return high


def _predicate(tree: Tree, low: int, *, needs_verb: bool) -> int | None:
    """The verb behind the content: the first, or behind a that-clause the second; None where anything else is in between."""
    seen, within = not needs_verb, False
    for t in range(low + 1, len(tree.words)):
        if tree.words[t] in ".;:" or tree.tags[t] in ("WP", "WRB", "CC") or tree.quoted[t]:
            return None
        if tree.tags[t] == "WDT":
            if tree.lower[t - 1] != "in":  # "The yard in which boats are kept": that verb is passed over
                return None
            within = True
        if tree.tags[t] in FINITE:
            if within:
                within = False
                continue
            if seen:
                return t
            seen = True
    return None


def issuer(tree: Tree, i: int) -> int:
    """
    Whoever "a request to stay was submitted by", or "praise for the crew has come from".

    Parameters
    ----------
    tree : Tree
    i : int
        A noun that reports.

    Returns
    -------
    int
        The token that heads the phrase, or -1.
    """
    verb = tree.heads[i]
    if tree.deps[i] not in ("nsubj", "nsubjpass") or verb < i:
        return -1
    if tree.deps[i] == "nsubj":
        link = next((k for k in tree.kids[verb] if k > verb and tree.lower[k] == "from"), None)
        link = link if tree.lower[verb] in _COMING else None
    else:
        issued = tree.lower[verb] in _ISSUED
        link = next((k for k in tree.kids[verb] if k > verb and tree.lower[k] in ("by", "from")), None) if issued else None
    named = tree.kid(link, "pobj") if link is not None else None
    return -1 if named is None else named
