"""Noun phrases that name who speaks, read from tags alone."""

from __future__ import annotations

from framing.annotate.people.sources import word_kind
from framing.annotate.quotes.insertions import FINITE
from framing.annotate.quotes.papers import PAPERS
from framing.annotate.quotes.parse import Tree

NOMINAL = frozenset(("DT", "PDT", "JJ", "JJR", "JJS", "NN", "NNS", "NNP", "NNPS", "PRP$", "POS", "CD", "HYPH", "AFX", "FW"))
OPENS = frozenset(("DT", "PRP$", "NNP", "NNPS", "CD", "NN", "NNS", "JJ", "PDT"))
LINKS = frozenset(("of", "from", "at", "in", "for", "with", "on", "to"))
DAYS = frozenset(
    ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "yesterday", "today", "last", "this")
)
NAMES = ("NNP", "NNPS")
# To whom something is said.
ADDRESSED = frozenset(("me", "us", "him", "her", "them", "you"))
_HUMAN = frozenset(("he", "she", "they", "we", "i", "who", "you"))
_LONGEST = 24


def in_phrase(tree: Tree, t: int) -> bool:
    """A word of a noun phrase; "and" only between names."""
    if tree.quoted[t]:
        return False
    if tree.lower[t] == "and" and 0 < t < len(tree.words) - 1:
        return tree.tags[t - 1] in NAMES and tree.tags[t + 1] in NAMES
    if tree.tags[t] == "VBG" and t:
        return tree.tags[t - 1] in ("DT", "PRP$")
    return tree.tags[t] in NOMINAL or tree.lower[t] in LINKS


def phrase_end(tree: Tree, low: int, end: int) -> int:
    """Behind the last word of the phrase that begins at a token."""
    high = low
    while high < end and in_phrase(tree, high) and high - low < _LONGEST:
        high += 1
    return high


def head_noun(tree: Tree, low: int, high: int) -> int:
    """The last word before a preposition."""
    return next((t for t in range(low + 1, high) if tree.lower[t] in LINKS), high) - 1


def is_speaker(tree: Tree, t: int) -> bool:
    """A name, a word for people or bodies, or a paper."""
    word = tree.lower[t]
    return tree.tags[t] in (*NAMES, "PRP") or word in PAPERS or word_kind(word) not in (None, "state")


def has_acting_subject(tree: Tree, end: int) -> bool:
    """ "She came in, warned the guard": somebody before is the subject of the verb as well."""
    first = next((t for t in range(end) if tree.deps[t] in ("nsubj", "nsubjpass", "expl")), None)
    if first is None or tree.lower[first] in _HUMAN:
        return True
    return is_speaker(tree, first) and tree.tags[first] not in ("PRP", "CD")


def explains(tree: Tree, comma: int) -> bool:
    """A comma and a relative clause that tells more of the speaker: ", who left early."."""
    if tree.words[comma] != "," or tree.tags[comma + 1 : comma + 2] not in (["WP"], ["WP$"], ["WDT"]):
        return False
    # "..., says Ann Orr, who left early, was a mistake" goes on behind it.
    return all(tree.words[t] not in ",;" for t in range(comma + 1, len(tree.words)))


def explained_within(tree: Tree, comma: int) -> int | None:
    """The second comma of ", who left early, it was late": a relative clause, and a clause with its own subject behind."""
    if tree.words[comma] != "," or tree.tags[comma + 1 : comma + 2] not in (["WP"], ["WP$"]):
        return None
    end = next((t for t in range(comma + 2, len(tree.words)) if tree.words[t] in ",;"), None)
    if end is None or end + 2 >= len(tree.words) or any(tree.quoted[comma:]) or "," in tree.words[end + 1 :]:
        return None
    verb = next((t for t in range(end + 1, len(tree.words)) if tree.tags[t] in FINITE), None)
    begins = tree.tags[end + 1] in ("PRP", "DT", "PRP$", "EX", "NNP", "NN", "NNS")
    return end if verb is not None and (verb == end + 1 or begins) else None


def is_nominal(tree: Tree, low: int, high: int) -> bool:
    """A noun phrase; "and" joins its nouns: "member of the board and head of the office"."""
    return tree.tags[low] in OPENS and all(
        tree.tags[t] in NOMINAL
        or tree.lower[t] in LINKS
        or (tree.lower[t] == "and" and tree.tags[t - 1][:2] == "NN" and tree.tags[t + 1][:2] in ("NN", "JJ"))
        for t in range(low, high)
    )
