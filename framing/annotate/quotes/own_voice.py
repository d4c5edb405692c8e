"""What the writer says in the first person, outside quotation marks: the outlet's own voice, not a quotation."""

from __future__ import annotations

from framing.annotate.cues import sense
from framing.annotate.quotes.parse import Tree
from framing.annotate.quotes.reading import Reading

_WRITER = frozenset(("i", "we"))
# "I wonder who pays", "we estimate that ...", "we recall how ...": the text itself is the act.
_PONDERED = frozenset(("wonder", "estimate", "recall", "recommend", "reckon"))


def is_own_voice(tree: Tree, i: int, reading: Reading) -> bool:
    """
    Whether the writer does something with words instead of reporting them.

    "We have asked the office for comment", "I salute the nose", "we do not deny that ..." report nobody. What the writer says,
    tells or asks in so many words ("we asked him who paid") is a quotation like that of others.

    Parameters
    ----------
    tree : Tree
    i : int
        The reporting word.
    reading : Reading

    Returns
    -------
    bool
    """
    # In "dear readers, in May I wondered" the parser takes both for subjects.
    subject = next((k for k in reversed(tree.kids[i]) if tree.deps[k] == "nsubj" and k < i), None)
    own = [tree.lower[t] for t in reading.speaker] if subject is None else [tree.lower[subject]]
    if len(own) != 1 or own[0] not in _WRITER or any(tree.quoted[t] for t in reading.content):
        return False
    if reading.frame not in ("c", "a", ""):
        return True
    denied = tree.kid(i, "neg") is not None and sense(reading.cue, reading.frame).kind == "deny"
    return reading.frame == "c" and (denied or reading.cue.lemma in _PONDERED)
