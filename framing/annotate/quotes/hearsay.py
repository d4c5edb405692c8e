"""Hearsay between commas: "the keys, we are told, were lost", "his own, it is reported, he never touched"."""

from __future__ import annotations

from framing.annotate.cues import lexicon
from framing.annotate.quotes.edges import trimmed
from framing.annotate.quotes.insertions import FINITE
from framing.annotate.quotes.parse import Tree
from framing.annotate.quotes.reading import Reading

_HEARERS = frozenset(("we", "i", "one"))
_TOLD = frozenset(("told", "assured", "informed"))
_SAID = frozenset(("said", "reported", "rumoured", "rumored", "claimed", "alleged", "whispered"))
_BE = frozenset(("is", "are", "am", "was", "were", "’m", "'m", "’re", "'re"))


def hearsay(tree: Tree, i: int, lemma: str) -> Reading | None:
    """
    A clause around "we are told" or "it is said", which stands between commas or closes the sentence.

    Parameters
    ----------
    tree : Tree
    i : int
        The participle.
    lemma : str

    Returns
    -------
    Reading or None
    """
    words = tree.lower
    low = i - 2
    if low < 2 or words[i - 1] not in _BE or words[low - 1] != "," or any(tree.quoted[low - 1 : i + 1]):
        return None
    heard = (words[i] in _TOLD and words[low] in _HEARERS) or (words[i] in _SAID and words[low] == "it")
    cue = lexicon().get((lemma, "v"))
    end, speaker = _end(tree, i) if heard else (0, [])
    if not end or cue is None:
        return None
    right = [] if tree.words[end] in ".!?" else range(end + 1, len(tree.words))
    content = trimmed(tree, [*range(low - 1), *right])
    if not any(tree.tags[t] in FINITE for t in content) or any(tree.quoted[t] for t in content):
        return None
    return Reading(cue, i, [i - 1, i], content, speaker, speaker[0] if speaker else -1, frame="a", passive=True)


def _end(tree: Tree, i: int) -> tuple[int, list[int]]:
    """The mark behind, and who has told it: "I am assured by those who sweep the hall,"."""
    if i + 1 < len(tree.words) and tree.words[i + 1] in (",", "."):
        return i + 1, []
    if tree.lower[i + 1 : i + 2] != ["by"] or tree.tags[i + 2 : i + 3] == ["VBG"]:
        return 0, []
    end = next((t for t in range(i + 2, len(tree.words)) if tree.words[t] in ",.;"), 0)
    return end, list(range(i + 2, end))
