"""What stands behind a colon, where the clause before it reports: "She remembers it differently: the gate was shut"."""

from __future__ import annotations

from framing.annotate.quotes.edges import trimmed
from framing.annotate.quotes.insertions import FINITE
from framing.annotate.quotes.naming import is_speaker
from framing.annotate.quotes.parse import Tree
from framing.annotate.quotes.reading import Reading

_HUNG = frozenset(("relcl", "acl", "amod", "compound", "xcomp", "advcl", "pcomp"))


def headed(tree: Tree, reading: Reading) -> Reading | None:
    """
    A reading whose content the parser lost behind a colon, or took only the words in marks of it.

    Parameters
    ----------
    tree : Tree
    reading : Reading

    Returns
    -------
    Reading or None
        With all that stands behind the colon, if that is a clause, as content.
    """
    at = next((t for t in range(reading.head + 1, len(tree.words)) if tree.words[t] == ":" and not tree.quoted[t]), -1)
    if at < 0 or not _heads(tree, reading, at):
        return None
    behind = trimmed(tree, list(range(at + 1, len(tree.words))))
    if not behind or tree.quoted[at + 1] or not any(tree.tags[t] in FINITE for t in behind):
        return None
    if reading.content and not (reading.content[0] > at and all(tree.quoted[t] for t in reading.content)):
        return None
    reading.content, reading.frame = behind, "c"
    return reading


def _heads(tree: Tree, reading: Reading, colon: int) -> bool:
    """The finite verb of the clause before the colon, somebody its subject."""
    i = reading.head
    if reading.cue.part != "v" or not reading.cue.speech or reading.passive or tree.deps[i] in _HUNG:
        return False
    if not reading.speaker or reading.speaker_head > i or not is_speaker(tree, reading.speaker_head):
        return False
    # What goes on with another verb before the colon tells of that.
    return tree.tags[i] in FINITE and not any(tree.tags[t] in FINITE or tree.words[t] == ";" for t in range(i + 1, colon))
