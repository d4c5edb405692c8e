"""Reporting expressions of several verbs: "wants to know", "would have us believe", "let it be known"."""

from __future__ import annotations

from framing.annotate.cues import Cue, lexicon
from framing.annotate.quotes.content import content_of
from framing.annotate.quotes.parse import Tree
from framing.annotate.quotes.reading import Reading
from framing.annotate.quotes.subject import noun_phrase, speaker_of

HAVE_BELIEVE = Cue("have believe", "v", "claim", "distancing", True, frozenset("c"))
WANT_TO_KNOW = Cue("want to know", "v", "ask", "neutral", True, frozenset("c"))


def wanted_to_know(tree: Tree, i: int) -> tuple[Cue, list[int]] | None:
    """ "Readers wanted to know why ...": they asked."""
    outer = tree.heads[i]
    if tree.lower[i] != "know" or tree.lower[outer] not in ("wants", "wanted", "want", "demanded") or tree.deps[i] != "xcomp":
        return None
    return (WANT_TO_KNOW, [outer, *(k for k in tree.kids[i] if tree.lower[k] == "to"), i]) if outer < i else None


def made_believe(tree: Tree, i: int) -> Reading | None:
    """ "Ann Orr would have us believe that ...": she claims it."""
    outer, believer = tree.heads[i], tree.kid(i, "nsubj")
    if tree.lower[i] not in ("believe", "think") or tree.lower[outer] not in ("have", "has", "had") or believer is None:
        return None
    if tree.deps[i] not in ("ccomp", "xcomp") or not outer < believer < i:
        return None
    if tree.tags[believer] != "PRP" and not any(tree.lower[k] == "would" for k in tree.kids[outer]):
        return None
    reading = Reading(HAVE_BELIEVE, i, [*cue_tokens(tree, outer, [outer]), believer, i])
    reading.speaker_head = speaker_of(tree, outer, False)
    reading.speaker = noun_phrase(tree, reading.speaker_head) if reading.speaker_head >= 0 else []
    reading.content, reading.frame = content_of(tree, i, HAVE_BELIEVE, reading)
    return reading


def made_known(tree: Tree, i: int) -> Reading | None:
    """ "The registry has let it be known that ...", "let the town know that ...": it says so."""
    outer = tree.heads[i]
    if (
        tree.lower[i] not in ("know", "known", "understood")
        or tree.lower[outer] not in ("let", "lets", "letting")
        or outer >= i
    ):
        return None
    known = tree.lower[i] != "know"
    if known != (tree.lower[outer + 1 : i] == ["it", "be"]):
        return None
    cue = lexicon()["let known" if known else "let know", "v"]
    reading = Reading(cue, i, [*cue_tokens(tree, outer, [outer]), *range(outer + 1, i + 1)])
    reading.speaker_head = speaker_of(tree, outer, False)
    reading.speaker = noun_phrase(tree, reading.speaker_head) if reading.speaker_head >= 0 else []
    reading.content, reading.frame = content_of(tree, i, cue, reading)
    return reading if reading.content else None


def cue_tokens(tree: Tree, i: int, tokens: list[int]) -> list[int]:
    """The verb with its auxiliaries and negation directly before it."""
    before = [k for k in tree.kids[i] if k < i and tree.deps[k] in ("aux", "auxpass", "neg")]
    return sorted([*before, *tokens])
