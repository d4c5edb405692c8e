"""A word in marks before whoever or whatever says it: "“Sold”, read the tag", "“Maybe”, came the answer from the board"."""

from __future__ import annotations

from framing.annotate.cues import Cue, lexicon
from framing.annotate.quotes.beside import phrase_behind
from framing.annotate.quotes.edges import trimmed
from framing.annotate.quotes.naming import phrase_end
from framing.annotate.quotes.papers import PAPERS
from framing.annotate.quotes.parse import Tree
from framing.annotate.quotes.reading import Reading

_READS = frozenset(("read", "reads", "ran", "runs"))
_SAYS = frozenset(("says", "say"))
_COMES = frozenset(("came", "comes", "was", "is"))
VERBS = _READS | _COMES | _SAYS
_ANSWERS = frozenset(("answer", "reply", "response", "retort", "verdict", "message", "explanation", "advice", "cry", "order"))
_THINGS = PAPERS | {
    "stamp",
    "label",
    "tag",
    "banner",
    "banners",
    "placards",
    "signs",
    "screen",
    "board",
    "headline",
    "writing",
    "note",
}


def word_first(tree: Tree, i: int) -> Reading | None:
    """
    A sentence that opens with words in marks, then has a verb and behind it a paper, or an answer and whose it is.

    Parameters
    ----------
    tree : Tree
    i : int
        One of `VERBS`.

    Returns
    -------
    Reading or None
    """
    end = i - 1 if i and tree.words[i - 1] == "," and not tree.quoted[i - 1] else i
    if end < 1 or not all(tree.quoted[:end]):
        return None
    phrase = phrase_behind(tree, i + 1, tree.quoted)
    if not phrase or tree.tags[phrase[0]] not in ("DT", "PRP$"):
        return None
    noun = phrase[-1]
    content = trimmed(tree, list(range(end)))
    if tree.lower[i] in _READS or tree.lower[i] in _SAYS:
        if tree.lower[noun] not in _THINGS:
            return None
        cue = lexicon()["read" if tree.lower[i] in _READS else "say", "v"]
        return Reading(cue, i, [i], content, list(range(i + 1, phrase_end(tree, i + 1, len(tree.words)))), noun, frame="c")
    if tree.lower[noun] not in _ANSWERS or tree.lower[noun + 1 : noun + 2] not in (["from"], ["of"]):
        return None
    head = phrase_behind(tree, noun + 2, tree.quoted)
    if not head:
        return None
    who = list(range(noun + 2, phrase_end(tree, noun + 2, len(tree.words))))
    cue = Cue(tree.lower[noun], "n", "say", "neutral", True, frozenset("c"))
    return Reading(cue, i, list(range(i, noun + 1)), content, who, head[-1], frame="c")
