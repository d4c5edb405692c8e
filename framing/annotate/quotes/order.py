"""Cues between commas that the parser took for nouns or for the main verb, read from the order of the words."""

from __future__ import annotations

from framing.annotate.cues import forms, lexicon, reports
from framing.annotate.people.sources import word_kind
from framing.annotate.quotes.edges import trimmed
from framing.annotate.quotes.parse import Tree
from framing.annotate.quotes.reading import Reading
from framing.annotate.quotes.subject import noun_phrase

_NAMING = frozenset(("DT", "JJ", "NN", "NNS", "NNP", "NNPS", "PRP$", "POS", "CD", "HYPH"))
_FINITE = ("VBD", "VBZ", "VBP", "MD")
_KINDS = ("say", "note", "admit", "claim", "object", "deny", "promise", "ask")
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
    place = _before(tree, i) or _behind(tree, i) or _closing(tree, i)
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


def _closing(tree: Tree, i: int) -> tuple[int, int, list[int]] | None:
    """ "It is late, replied two of the aldermen who came.": the speaker, somebody, ends the sentence."""
    thing = tree.kid(i, "dobj", "nsubj", "attr", "npadvmod", "dep")
    own = tree.deps[i] in ("conj", "dep", "ccomp", "parataxis", "ROOT", "advcl", "appos")
    behind = tree.words[i - 1] == "," or (tree.words[i - 1] == "?" and lexicon()[forms()[tree.lower[i]], "v"].kind == "ask")
    if i < 3 or not behind or tree.tags[i] not in ("VBD", "VBZ") or thing is None or thing < i or not own:
        return None
    below = tree.subtree(thing)
    if below[0] != i + 1 or not _is_somebody(tree, thing):
        return None
    if second_clause(tree, i, below[-1] + 1):
        return i, below[-1], noun_phrase(tree, thing)
    ends = all(tree.words[t] in ".!?" or tree.tags[t] == "_SP" for t in range(below[-1] + 1, len(tree.words)))
    return (i, len(tree.words) - 1, noun_phrase(tree, thing)) if ends else None


def second_clause(tree: Tree, i: int, comma: int) -> bool:
    """
    "It is late, says a man we met, and nobody should wait": what was said goes on behind its speaker.

    It has a subject of its own and the tense of the first part; "and the hall fell silent" or "and then he left" is told.
    """
    if tree.words[comma : comma + 1] != [","] or tree.lower[comma + 1 : comma + 2] not in (["and"], ["but"]):
        return False
    verb = next((t for t in range(comma + 2, len(tree.words)) if tree.tags[t] in _FINITE), None)
    first = next((t for t in range(i) if tree.tags[t] in _FINITE), None)
    if verb is None or first is None or tree.lower[comma + 2] in ("then", "now") or reports(tree.lower[verb]):
        return False
    own = any(tree.deps[t] in ("nsubj", "nsubjpass", "expl") for t in range(comma + 2, verb))
    return own and (tree.tags[verb] == "VBD") == (tree.tags[first] == "VBD")


def _is_somebody(tree: Tree, thing: int) -> bool:
    """A name, a noun for people, or whoever "who" goes on with; for "two of the aldermen" the aldermen."""
    if tree.tags[thing] == "CD" and (of := tree.kid(thing, "prep")) is not None:
        thing = tree.kid(of, "pobj") or thing
    who = any(
        tree.lower[t] == "who" and tree.heads[tree.heads[t]] == thing for t in tree.subtree(thing) if tree.tags[t] == "WP"
    )
    return who or tree.tags[thing] in ("NNP", "NNPS") or word_kind(tree.lower[thing]) not in (None, "state")


def _behind(tree: Tree, i: int) -> tuple[int, int, list[int]] | None:
    """ ", testified the doctor Ann Orr,": the speaker stands behind the cue."""
    if i < 2 or tree.words[i - 1] != "," or tree.tags[i] not in ("VBD", "VBZ"):
        return None
    high = i
    while high + 1 < len(tree.words) and tree.tags[high + 1] in _NAMING and high - i < _LONGEST:
        high += 1
    named = high > i and tree.tags[high] in ("NN", "NNP") and tree.tags[i + 1] in ("DT", "NNP", "PRP$")
    return (i, high, list(range(i + 1, high + 1))) if named and _goes_on(tree, high + 1) else None
