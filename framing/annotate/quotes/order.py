"""Cues between commas that the parser took for nouns or for the main verb, read from the order of the words."""

from __future__ import annotations

from framing.annotate.cues import lexicon
from framing.annotate.quotes.edges import trimmed
from framing.annotate.quotes.parse import Tree
from framing.annotate.quotes.reading import Reading

_NAMING = frozenset(("DT", "JJ", "NN", "NNS", "NNP", "NNPS", "PRP$", "POS", "CD", "HYPH"))
_FINITE = ("VBD", "VBZ", "VBP", "MD")
_KINDS = ("say", "note", "admit", "claim", "object", "deny", "promise")
# A speaker between commas is no longer than this, in tokens.
_LONGEST = 12


def inserted_by_order(tree: Tree, i: int, lemma: str) -> Reading | None:
    """
    "The pier, the agency estimates, may close"; "the pier, testified Ann Orr, was shut"; "it is late, the Tide reports."

    Parameters
    ----------
    tree : Tree
    i : int
        A word that can report.
    lemma : str

    Returns
    -------
    Reading or None
        With everything around the cue and its speaker as content.
    """
    cue = lexicon().get((lemma, "v"))
    if cue is None or "c" not in cue.frames or cue.kind not in _KINDS or not cue.speech or any(tree.quoted):
        return None
    if not tree.lower[i].endswith(("s", "d")):
        return None
    place = _before(tree, i) or _behind(tree, i)
    if place is None:
        return None
    low, high, speaker = place
    content = [t for t in range(len(tree.words)) if not low - 1 <= t <= high + 1]
    if not content or not any(tree.tags[t] in _FINITE for t in content) or tree.tags[content[0]] == "IN":
        return None
    return Reading(cue, i, [i], trimmed(tree, content), speaker, speaker[-1], frame="a")


def _goes_on(tree: Tree, comma: int) -> bool:
    """The sentence goes on with its verb behind a comma."""
    return tree.words[comma : comma + 1] == [","] and tree.tags[comma + 1 : comma + 2] in [[t] for t in _FINITE]


def _before(tree: Tree, i: int) -> tuple[int, int, list[int]] | None:
    """ ", the agency estimates," and ", his lawyer, Ben Lau, countered,": the speaker stands before the cue."""
    tags = ("NNS", "VBZ", "VBD", "VBN") if tree.words[i - 1] == "," else ("NNS", "VBZ")
    ends = tree.words[i + 1 : i + 2] == ["."] and tree.tags[i] in tags
    if not (_goes_on(tree, i + 1) or ends):
        return None
    low = high = i - 1 if tree.words[i - 1] == "," else i
    while low > 0 and tree.tags[low - 1] in _NAMING and high - low < _LONGEST:
        low -= 1
    if high < i:  # a name between commas, and what it explains before it
        first = low - 1
        while first > 0 and tree.words[low - 1] == "," and tree.tags[first - 1] in _NAMING and high - first < _LONGEST:
            first -= 1
        low = first if tree.words[low - 1] == "," else low
    named = low < high and low > 1 and tree.words[low - 1] == "," and tree.tags[low] in ("DT", "PRP$", "NNP")
    single = high < i or (tree.tags[i - 1] in ("NN", "NNP") and (tree.tags[i] in ("NNS", "VBZ", "VBD")))
    return (low, i, list(range(low, high))) if named and single and not _is_list(tree, low, i) else None


def _is_list(tree: Tree, low: int, i: int) -> bool:
    """ "The Tide, the Echo, reports": no more than one comma between."""
    return sum(tree.words[t] == "," for t in range(low, i)) > 2


def _behind(tree: Tree, i: int) -> tuple[int, int, list[int]] | None:
    """ ", testified the doctor Ann Orr,": the speaker stands behind the cue."""
    if i < 2 or tree.words[i - 1] != "," or tree.tags[i] not in ("VBD", "VBZ"):
        return None
    high = i
    while high + 1 < len(tree.words) and tree.tags[high + 1] in _NAMING and high - i < _LONGEST:
        high += 1
    named = high > i and tree.tags[high] in ("NN", "NNP") and tree.tags[i + 1] in ("DT", "NNP", "PRP$")
    return (i, high, list(range(i + 1, high + 1))) if named and _goes_on(tree, high + 1) else None
