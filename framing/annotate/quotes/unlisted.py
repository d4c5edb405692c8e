"""Verbs of no list that stand where a reporting verb stands: "“It leans,” cried his mother", "“So be it,” the log records"."""

from __future__ import annotations

from dataclasses import replace

from framing.annotate.cues import Cue, lexicon
from framing.annotate.quotes.naming import ADDRESSED, DAYS, NAMES, OPENS, head_noun, is_speaker, phrase_end
from framing.annotate.quotes.parse import Tree
from framing.annotate.quotes.reading import Reading

_CLAUSE_ENDS = (",", "?", "!", "…", "—", "–")
_NO_REPORT = frozenset(
    ("is", "are", "was", "were", "has", "had", "have", "does", "did", "do", "means", "meant", "became", "becomes", "made",
     "makes", "came", "comes", "drew", "followed", "follows", "seems", "seemed", "sounds", "sounded", "appeared", "appears",
     "won", "stood")
)  # fmt: skip
_HUMAN = frozenset(("he", "she", "they", "we", "i"))


def unlisted(tree: Tree, found: list[Reading]) -> list[Reading]:
    """
    The readings of a sentence, and one for a quotation at its beginning whose verb no list has.

    The comma before the closing mark (behind it in British texts) tells that a reporting clause follows, whatever its verb.

    Parameters
    ----------
    tree : Tree
    found : list of Reading
    """
    run = _first_run(tree)
    if run is None:
        return found
    first, last = run
    s = last + 1
    comma_behind = tree.words[s : s + 1] == [","]
    s += comma_behind
    inside = next((t for t in range(last, first, -1) if tree.words[t] not in "\"”’''"), first)
    if s >= len(tree.words) - 1 or not (comma_behind or tree.words[inside] in _CLAUSE_ENDS):
        return found
    content = list(range(first + 1, inside + (tree.words[inside] not in _CLAUSE_ENDS)))
    if any(r.speaker or r.content for r in found if s <= r.head <= s + 14 or set(content) & set(r.content)):
        return found
    place = _verb_first(tree, s) or _subject_first(tree, s)
    if place is None:
        return found
    v, speaker, noun = place
    found = [r for r in found if r.head != v]
    return [*found, Reading(_cue(tree.lower[v]), v, [v], content, speaker, noun, frame="a")]


def _first_run(tree: Tree) -> tuple[int, int] | None:
    """First and last token of the words in marks with which the sentence begins."""
    first = next((t for t in range(min(2, len(tree.words))) if tree.quoted[t]), None)
    if first is None:
        return None
    last = next((t for t in range(first, len(tree.words)) if not tree.quoted[t]), len(tree.words)) - 1
    return (first, last) if last - first >= 2 else None


def _verb_first(tree: Tree, v: int) -> tuple[int, list[int], int] | None:
    """ "cried his mother", "corrects him Ann Orr"."""
    if tree.tags[v] not in ("VBD", "VBZ", "VBN") or tree.lower[v] in _NO_REPORT:
        return None
    first = v + 1
    first += tree.lower[first] in ADDRESSED and tree.tags[first + 1 : first + 2] != ["."]
    if first >= len(tree.words) or tree.tags[first] not in (*OPENS, "PRP") or tree.lower[first] in DAYS or tree.quoted[first]:
        return None
    if tree.tags[first] == "PRP":
        return (v, [first], first) if tree.lower[first] in _HUMAN else None
    high = phrase_end(tree, first, len(tree.words))
    noun = head_noun(tree, first, high)
    return (v, list(range(first, high)), noun) if is_speaker(tree, noun) or tree.tags[first] in ("DT", "PRP$") else None


def _subject_first(tree: Tree, first: int) -> tuple[int, list[int], int] | None:
    """ "the sheriff's log records", "she sniffs": no object behind it."""
    if tree.tags[first] == "PRP":
        at, noun = first + 1, first
        if tree.lower[first] not in _HUMAN:
            return None
    elif tree.tags[first] in OPENS and tree.lower[first] not in DAYS:
        at = phrase_end(tree, first, len(tree.words))
        if at < len(tree.words) and tree.tags[at] == "." and tree.tags[at - 1] == "NNS" and at - first > 1:
            at -= 1
        noun = head_noun(tree, first, at)
        if not is_speaker(tree, noun) and not any(tree.tags[t] in NAMES for t in range(first, at)):
            return None
    else:
        return None
    v = at + (tree.tags[at : at + 1] == ["RB"])
    if v >= len(tree.words) or tree.quoted[v] or tree.tags[v] not in ("VBD", "VBZ", "NNS") or tree.lower[v] in _NO_REPORT:
        return None
    behind = v + 1 + (tree.lower[v + 1 : v + 2] in [[word] for word in ADDRESSED])
    ends = (
        behind >= len(tree.words) or tree.tags[behind] in (".", ",", ":", "IN", "RB", "CC", "TO") or tree.lower[behind] in DAYS
    )
    return (v, list(range(first, at)), noun) if ends else None


def _cue(form: str) -> Cue:
    """Neutral, for a verb that says how somebody spoke."""
    return replace(lexicon()["say", "v"], lemma=form)
