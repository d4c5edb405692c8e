"""Sentences that open a quotation with a colon and have no reporting word."""

from __future__ import annotations

from framing.annotate.cues import Cue
from framing.annotate.quotes.parse import Tree
from framing.annotate.quotes.reading import Reading
from framing.annotate.quotes.subject import noun_phrase, speaker_of

COLON = Cue("", "v", "say", "neutral", True, frozenset("q"))


def before_colon(tree: Tree, hidden: list[bool], found: list[Reading]) -> Reading | None:
    """
    The subject of a sentence that opens a quotation with a colon and has no reporting word.

    Parameters
    ----------
    tree : Tree
    hidden : list of bool
        For each token, whether it belongs to quoted text.
    found : list of Reading
        What the reporting words of the sentence say.

    Returns
    -------
    Reading or None
    """
    at = next((i for i, word in enumerate(tree.words) if word == ":" and not hidden[i]), -1)
    if at < 1 or not (at + 1 >= len(hidden) or all(hidden[at + 1 :])):
        return None
    if any(not hidden[r.head] and r.head < at and r.cue.speech and r.speaker and not r.content for r in found):
        return None
    root = next((i for i, head in enumerate(tree.heads) if head == i and i < at and tree.tags[i][0] == "V"), -1)
    if root < 0:
        return None
    subject = speaker_of(tree, root, False)
    if subject < 0 or hidden[subject] or tree.lower[subject] in ("it", "this", "that", "there", "here", "what"):
        return None
    return Reading(COLON, root, [root], speaker=noun_phrase(tree, subject), speaker_head=subject)


def opened(tree: Tree, reading: Reading) -> Reading:
    """
    A reading without what stands before its cue, where the cue opens a quotation with a colon.

    "We stopped at the gate, where a notice warns: “Mind the dog”": that we stopped is no part of the notice.

    Parameters
    ----------
    tree : Tree
    reading : Reading

    Returns
    -------
    Reading
    """
    after = max(reading.head, *reading.cue_tokens) + 1
    if tree.words[after : after + 1] == [":"] and any(tree.quoted[after + 1 : after + 3]):
        reading.content = [t for t in reading.content if t > after]
    return reading
