"""How a source wants to be told of: that is said to the reporter, not to the reader."""

from __future__ import annotations

from framing.annotate.quotes.parse import Tree
from framing.annotate.quotes.reading import Reading

_UNNAMED = frozenset(("named", "unnamed", "identified", "unidentified", "anonymous", "anonymity", "nameless"))
_ASKED_OF_US = frozenset(("me", "us"))
_TOLD_APART = frozenset(("name", "names", "face", "faces", "identity", "identify", "named", "employer"))
_LEFT_OUT = ("leave out", "say nothing", "forget", "withhold", "omit")
_NAMES = frozenset(("name", "names", "nickname", "identity", "initials"))
_PRINTED = frozenset(("used", "given", "printed", "published", "mentioned", "disclosed", "withheld", "omitted"))
_KEPT_OUT = (["left", "out"], ["kept", "out"], ["kept", "back"], ["kept", "from"], ["kept", "secret"])
_NAMING = frozenset(("name", "named", "identify", "print", "appear"))


def hides_source(tree: Tree, reading: Reading) -> bool:
    """
    Whether somebody only asks not to be known, or to be known by another name.

    "Asked not to be named", "begged us not to print her name", "asked me to forget the shop", "asked that only his nickname be
    used".

    Parameters
    ----------
    tree : Tree
    reading : Reading

    Returns
    -------
    bool
    """
    words = [tree.lower[t] for t in reading.content]
    if reading.frame in ("c", "for") or words[:1] == ["for"]:
        kept = not _PRINTED.isdisjoint(words) or any(words[n : n + 2] in _KEPT_OUT for n in range(len(words)))
        opens = words[:1] in (["that"], ["for"], ["her"], ["his"], ["their"])
        named = opens and not _NAMES.isdisjoint(words) and "be" in words and kept
        # "On condition that we not name him"
        ours = words[:2] in (["that", "we"], ["that", "i"], ["that", "she"], ["that", "he"], ["that", "they"])
        return named or (ours and "not" in words[2:4] and not _NAMING.isdisjoint(words[2:6]))
    if reading.frame != "x":
        return False
    if not _UNNAMED.isdisjoint(words[:5]) or " ".join(words[:5]) == "not to appear by name":
        return True
    if _ASKED_OF_US.isdisjoint(tree.lower[reading.head + 1 : reading.content[0]]):
        return False
    said = " ".join(words[:5])
    # "Asked us to print the list" is about the matter.
    kept = not {"not", "never"}.isdisjoint(tree.lower[reading.head + 1 : reading.content[-1]])
    if not kept and words[:2] in (["to", "print"], ["to", "publish"]):
        return False
    printed = "print" in words and kept
    return printed or not _TOLD_APART.isdisjoint(words) or any(phrase in said for phrase in _LEFT_OUT)
