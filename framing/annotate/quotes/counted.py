"""Figures that somebody has found: "the league has counted 88 such letters", "the association counts eleven dead"."""

from __future__ import annotations

from framing.annotate.cues import Cue
from framing.annotate.quotes.edges import shortened
from framing.annotate.quotes.late_phrases import can_speak_up
from framing.annotate.quotes.parse import Tree
from framing.annotate.quotes.reading import Reading
from framing.annotate.quotes.subject import noun_phrase, speaker_of

_COUNTS = frozenset(("counted", "counts"))
_ABOUT = frozenset(
    ("at", "least", "more", "fewer", "less", "than", "some", "about", "nearly", "almost", "over", "only", "around")
)
_CUE = Cue("count", "v", "say", "neutral", True, frozenset("o"))
_STOPS = ("conj", "cc", "advcl", "parataxis")


def counted(tree: Tree, i: int) -> Reading | None:
    """
    A number of things and all that belongs to it, behind a body or a person that has counted them.

    Parameters
    ----------
    tree : Tree
    i : int
        Any verb.

    Returns
    -------
    Reading or None
    """
    if tree.lower[i] not in _COUNTS or tree.tags[i] not in ("VBD", "VBZ", "VBN"):
        return None
    if tree.kid(i, "neg", "auxpass", "nsubjpass") is not None:
        return None
    if tree.deps[i] in ("relcl", "acl", "amod", "xcomp") or any(tree.tags[k] == "MD" for k in tree.kids[i]):
        return None
    first = i + 1
    while first < len(tree.words) and tree.lower[first] in _ABOUT and first - i < 4:
        first += 1
    speaker = speaker_of(tree, i, False)
    if first >= len(tree.words) or tree.tags[first] != "CD" or speaker < 0 or speaker > i or not can_speak_up(tree, speaker):
        return None
    if tree.tags[speaker] == "PRP" or tree.quoted[speaker] or "members" in tree.lower[first : first + 4]:  # has them
        return None
    stop = min((tree.subtree(k)[0] for k in tree.kids[i] if k > first and tree.deps[k] in _STOPS), default=len(tree.words))
    body = [t for t in tree.subtree(i) if i < t < stop]
    content = shortened(tree, body, "o")
    return Reading(_CUE, i, [i], content, noun_phrase(tree, speaker), speaker, frame="o") if len(content) > 1 else None
