"""Verbs of comparing and finding, which report speech where there are words in marks, or where a court or an office finds."""

from __future__ import annotations

from dataclasses import replace

from framing.annotate.cues import Cue
from framing.annotate.people.sources import word_kind
from framing.annotate.quotes.insertions import FINITE
from framing.annotate.quotes.parse import Tree
from framing.annotate.quotes.reading import Reading

# A survey finds what people think.
_FINDING = frozenset(("official", "organisation", "police"))
_POLLS = frozenset(("poll", "polls", "survey", "surveys"))


def as_spoken(tree: Tree, reading: Reading) -> Cue:
    """
    The reporting word of a reading, as speech where somebody has pronounced what is reported.

    Parameters
    ----------
    tree : Tree
    reading : Reading
        With its content and speaker.

    Returns
    -------
    Cue

    Notes
    -----
    "She compared the hall to “a drawer”", "the court found that the fine was just"; not "polls find that ...".
    """
    cue = reading.cue
    if cue.speech or cue.part != "v" or cue.kind not in ("say", "poll") or not reading.content:
        return cue
    quoted = any(tree.quoted[t] for t in reading.content)
    if cue.kind == "say":
        return replace(cue, speech=True) if quoted else cue
    if cue.lemma != "find" or not _is_finding(tree, reading):
        return cue
    head = tree.lower[reading.speaker_head] if reading.speaker_head >= 0 else ""
    spoken = (quoted and head not in _POLLS) or word_kind(head) in _FINDING
    return replace(cue, kind="say", speech=True) if spoken else cue


def _is_finding(tree: Tree, reading: Reading) -> bool:
    """ "Found that the door was shut", not "found herself quoting a poet" or "could not find anyone who had"."""
    first = reading.content[0]
    themselves = tree.lower[first].endswith(("self", "selves"))
    if reading.frame not in ("c", "a") or themselves or tree.kid(reading.head, "neg") is not None:
        return False
    return any(tree.tags[t] in FINITE for t in reading.content)
