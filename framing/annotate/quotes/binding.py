"""Papers that oblige somebody, read from the order of the words: taggers take "obliges" for a noun."""

from __future__ import annotations

from framing.annotate.cues import Cue
from framing.annotate.quotes.beside import NOMINAL
from framing.annotate.quotes.edges import shortened, trimmed
from framing.annotate.quotes.insertions import FINITE
from framing.annotate.quotes.papers import BINDING
from framing.annotate.quotes.parse import Tree
from framing.annotate.quotes.reading import Reading

_FARTHEST = 24


def bound(tree: Tree, i: int, lemma: str) -> Reading | None:
    """
    "The decree obliges owners of boats to paint them": a sentence that opens with a paper, its verb, and an infinitive.

    Parameters
    ----------
    tree : Tree
    i : int
        A form of a verb that papers demand with.
    lemma : str

    Returns
    -------
    Reading or None
    """
    if tree.tags[i] in ("VB", "VBG", "VBN") or any(tree.quoted[: i + 1]):
        return None
    paper = _paper(tree, i)
    to = _what_to_do(tree, i) if paper and not _has_verb(tree, paper[-1] + 1, i) else None
    if to is None:
        return None
    stop = next((t for t in range(to, len(tree.words)) if tree.words[t] in ";:" and not tree.quoted[t]), len(tree.words))
    cue = Cue(lemma, "v", "urge", "neutral", True, frozenset("cxo"))
    speaker = _whole_phrase(tree, paper[0], i)
    return Reading(cue, i, [i], shortened(tree, list(range(to, stop))), speaker, paper[-1], frame="x")


def _paper(tree: Tree, i: int) -> list[int]:
    """The noun phrase that opens the sentence, if it is a paper: "The order", "Article 2"."""
    low = next((t for t in range(i) if tree.words[t].isalnum()), i)
    high = low
    while high < i and tree.tags[high] in NOMINAL:
        high += 1
    phrase = trimmed(tree, list(range(low, high)))
    head = next((t for t in reversed(phrase) if tree.tags[t][0] == "N"), -1)
    return phrase if head >= 0 and tree.lower[head] in BINDING else []


def _whole_phrase(tree: Tree, low: int, i: int) -> list[int]:
    """With what tells whose paper it is: "A circular of the harbour office, however, instructs"."""
    phrase = trimmed(tree, list(range(low, i)))
    while tree.tags[phrase[-1]] == "RB":
        phrase = trimmed(tree, phrase[:-1])
    return phrase


def _has_verb(tree: Tree, low: int, high: int) -> bool:
    """A finite verb outside a relative clause and a participle that can be taken for one: ", signed at noon,"."""
    relative = False
    for t in range(low, high):
        signed = (tree.words[t - 1] == "," and tree.tags[t] == "VBD") or tree.lower[t] == "dated"
        relative = tree.tags[t][0] == "W" or signed or (relative and tree.words[t] != ",")
        if tree.tags[t] == "MD" or (tree.tags[t] in FINITE and not relative):
            return True
    return tree.tags[high - 1] in ("TO", "IN", "DT") or tree.lower[high - 1] == "not"


def _what_to_do(tree: Tree, i: int) -> int | None:
    """The "to" behind whoever is obliged."""
    relative = False
    for t in range(i + 1, min(len(tree.words) - 1, i + _FARTHEST)):
        if tree.words[t] in ".;:" or tree.quoted[t] or (t > i + 1 and tree.tags[t] in FINITE and not relative):
            return None
        if tree.tags[t] == "TO" and tree.tags[t + 1] in ("VB", "RB") and t > i + 1:
            return t
        relative = relative or tree.tags[t] in ("WP", "WDT")
    return None
