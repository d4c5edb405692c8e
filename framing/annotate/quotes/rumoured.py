"""What is said by nobody in particular: "it is rumoured in the town that ...", "rumour has it that ..."."""

from __future__ import annotations

from framing.annotate.cues import Cue
from framing.annotate.quotes.beside import NOMINAL
from framing.annotate.quotes.edges import shortened
from framing.annotate.quotes.insertions import FINITE
from framing.annotate.quotes.parse import Tree
from framing.annotate.quotes.reading import Reading

_BE = frozenset(("is", "was", "’s", "'s", "been"))
_SAYINGS = frozenset(("rumour", "rumor", "word", "gossip", "legend"))
_HAS = frozenset(("has", "had"))
RUMOURED = _HAS | {"rumoured", "rumored", "whispered"}
_FARTHEST = 9


def rumoured(tree: Tree, i: int) -> Reading | None:
    """
    The clause behind "it is rumoured" or "rumour has it".

    Parameters
    ----------
    tree : Tree
    i : int
        One of `RUMOURED`.

    Returns
    -------
    Reading or None
        Without a speaker.
    """
    words = tree.lower
    if words[i] in _HAS:
        if i < 1 or words[i - 1] not in _SAYINGS or words[i + 1 : i + 3] != ["it", "that"]:
            return None
        cue, tokens, that = Cue(words[i - 1], "n", "say", "neutral", True, frozenset("c")), [i - 1, i, i + 1], i + 2
    else:
        low = next((t for t in range(i - 1, max(-1, i - 4), -1) if words[t] in _BE), 0)
        if not low or words[low - 1] not in ("it", "been", "has") or "it" not in words[max(0, low - 2) : low]:
            return None
        end = min(len(words) - 2, i + _FARTHEST)
        found = next((t for t in range(i + 1, end) if words[t] == "that" and tree.tags[t] in ("IN", "WDT", "DT")), None)
        if found is None or not all(tree.tags[t] in NOMINAL or tree.tags[t] == "IN" for t in range(i + 1, found)):
            return None
        cue, tokens, that = Cue("rumour", "v", "say", "neutral", True, frozenset("c")), [i], found
    stop = next((t for t in range(that, len(words)) if words[t] == ";" or tree.quoted[t]), len(words))
    content = shortened(tree, list(range(that, stop)))
    if not any(tree.tags[t] in FINITE for t in content):
        return None
    return Reading(cue, i, tokens, content, frame="c", passive=True)
