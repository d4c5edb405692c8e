"""Verbs of thought and polls that make something known: "the court found that ...", "the office has shown that ..."."""

from __future__ import annotations

from dataclasses import replace

from framing.annotate.cues import Cue, lexicon, sense
from framing.annotate.quotes.insertions import FINITE
from framing.annotate.quotes.parse import Tree
from framing.annotate.quotes.reading import Reading

_FINDING = frozenset(("find", "show"))
# Whoever answers a poll has not spoken to the reader; what nobody has is a figure of the outlet.
_COUNTED = frozenset(("poll", "polls", "survey", "surveys", "study", "studies", "percent", "voters", "respondents", "i", "we"))
_PUBLIC = {"find": Cue("find", "v", "say", "neutral", True, frozenset("c"))}
_PORTRAYING = frozenset(("compare", "portray", "depict", "term"))


def made_public(tree: Tree, reading: Reading) -> Reading:
    """
    The same reading, as speech where somebody tells of a finding, or draws a comparison in words of their own.

    Parameters
    ----------
    tree : Tree
    reading : Reading

    Returns
    -------
    Reading
    """
    cue = reading.cue
    if cue.speech or not reading.content or reading.speaker_head < 0:
        return reading
    said = cue.lemma in _PORTRAYING and any(tree.quoted[t] for t in reading.content)
    if said or (cue.lemma in _FINDING and _tells(tree, reading)):
        reading.cue = replace(cue, kind="say", speech=True)
    return reading


def inserted_cue(lemma: str, kinds: frozenset[str]) -> Cue | None:
    """The cue of a verb between commas if it is speech of one of these kinds: "the office found" tells as "said" does."""
    if lemma in _PUBLIC:
        return _PUBLIC[lemma]
    cue = lexicon().get((lemma, "v"))
    return cue if cue is not None and cue.speech and sense(cue, "c").kind in kinds else None


def _tells(tree: Tree, reading: Reading) -> bool:
    """A whole clause, and somebody who is no poll: not "found the door locked"."""
    if reading.frame not in ("c", "a") or tree.lower[reading.speaker_head] in _COUNTED:
        return False
    if tree.tags[reading.head] not in (*FINITE, "VBN") or tree.kid(reading.head, "neg") is not None:
        return False
    finite = any(tree.tags[t] in FINITE or tree.tags[t] == "MD" for t in reading.content)
    return finite and (reading.frame == "a" or tree.lower[reading.content[0]] == "that")
