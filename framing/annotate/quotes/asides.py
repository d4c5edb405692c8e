"""Reporting clauses between commas, "..., she said, ...", read from tags and order alone: parsers often lose them."""

from __future__ import annotations

from framing.annotate.cues import Cue, reports
from framing.annotate.people.sources import word_kind
from framing.annotate.quotes.edges import trimmed
from framing.annotate.quotes.findings import inserted_cue
from framing.annotate.quotes.insertions import FINITE, clause_start, trails
from framing.annotate.quotes.marked_ends import ENDS, JOINTS, phrase_in_marks, touches_marks
from framing.annotate.quotes.naming import (
    ADDRESSED,
    DAYS,
    LINKS,
    NOMINAL,
    OPENS,
    explained_within,
    explains,
    has_acting_subject,
    is_nominal,
)
from framing.annotate.quotes.order import second_clause
from framing.annotate.quotes.parse import Tree
from framing.annotate.quotes.reading import Reading

_KINDS = frozenset(("say", "note", "admit", "claim", "object", "deny", "promise", "ask", "tell"))
# Who is told is a part of the cue's clause: "told us", "assured its readers", "wrote to the court".
_TOLD = frozenset(("tell", "assure", "inform", "remind", "warn", "advise", "ask"))
# These need nobody who is told: "..., warns Ann Orr."
_TOLD_BARE = frozenset(("warn", "caution", "advise"))
_WHERE = frozenset(
    ("on", "in", "at", "to", "through", "by", "from", "during", "after", "before", "over", "with", "under", "via", "for")
)
_HAVE = frozenset(("has", "had", "have"))
_ENDING = frozenset(("NN", "NNS", "NNP", "NNPS", "CD", "PRP"))
_LONGEST, _BEHIND = 24, 9

Place = tuple[int, int, list[int]]


def aside(tree: Tree, i: int, lemma: str) -> Reading | None:
    """
    A reporting clause that stands between commas, or at the end of its sentence behind one, with everything around it.

    "It was late, she said; nobody came", "Whoever shouts, writes a piano tuner from the Limekilns, ought to pay".

    Parameters
    ----------
    tree : Tree
    i : int
        A word that can report.
    lemma : str

    Returns
    -------
    Reading or None
    """
    cue = inserted_cue(lemma, _KINDS)
    # "It was over, it read, and ...": papers read, people who laugh say it in words of their own.
    if cue is None or not cue.frames & _reporting(tree, i):
        return None
    taken_for_noun = tree.tags[i] == "NNS" and tree.tags[i - 1] in ("NN", "NNP") and _goes_on(tree, i + 1)
    had = tree.tags[i] == "VBN" and tree.lower[i - 1] in _HAVE
    taken_for_participle = tree.tags[i] == "VBN" and not had and tree.lower[i].endswith("ed")
    if tree.tags[i] not in ("VBD", "VBZ", "VBP") and not had and not taken_for_noun and not taken_for_participle:
        return None
    place = _speaker_first(tree, i, cue) or _verb_first(tree, i, cue)
    if place is None:
        return None
    low, high, speaker = place
    if tree.lower[speaker[0]] == "no":  # "..., no questions asked, ..."
        return None
    if taken_for_participle and not _ends_as_report(tree, i, low, high):
        return None
    # "Orr, the warden, confirms a call, but": a call is nobody.
    if low == i and "o" in cue.frames and not _is_somebody(tree, _head(tree, speaker)):
        return None
    content = earlier(tree, low - 1) + _right(tree, i, high + 1)
    bare = tree.tags[low] == "PRP" and tree.words[high + 1 : high + 2] == [","]  # "Into the air, he says, at first."
    if not (bare or any(tree.tags[t] in FINITE for t in content)) or tree.tags[content[0]] == "VBN":
        return None
    return Reading(cue, i, [i], trimmed(tree, content), speaker, _head(tree, speaker), frame="a")


def _reporting(tree: Tree, i: int) -> frozenset[str]:
    """The frames a verb needs; with "it" as subject "read" reports as "say" does."""
    return frozenset(("c", "q")) if tree.lower[i - 1 : i + 1] == ["it", "read"] else frozenset(("c",))


def _is_somebody(tree: Tree, head: int) -> bool:
    return tree.tags[head] in ("NNP", "NNPS", "PRP") or word_kind(tree.lower[head]) not in (None, "state")


def _ends_as_report(tree: Tree, i: int, low: int, high: int) -> bool:
    """ "..., Captain Orr of the guard announced on Friday.", not "..., a plan announced on Friday.": somebody, at the end."""
    if low == i:  # "..., observed Professor Orr of the Academy, who ..."
        return tree.tags[i + 1] == "NNP" and (tree.words[high + 1 : high + 2] != [","] or explains(tree, high + 1))
    named = tree.tags[low] == "NNP" or tree.lower[low] == "the"
    whole = tree.words[i - 1] != "," and all(tree.words[t] in ".!?" for t in range(high + 1, len(tree.words)))
    first = next((t for t in range(low, i) if tree.lower[t] in LINKS), i) - 1
    return whole and ((named and tree.tags[first] in ("NNP", "NNPS")) or (_is_somebody(tree, first) and high > i))


def _head(tree: Tree, speaker: list[int]) -> int:
    """The last noun before a comma or a preposition."""
    end = next((n for n, t in enumerate(speaker) if n and (tree.words[t] == "," or tree.lower[t] in LINKS)), len(speaker))
    return speaker[end - 1]


def earlier(tree: Tree, comma: int) -> list[int]:
    """What stands before, from the last full stop of sense on: a semicolon, or "and" before words without a verb."""
    low = max((t + 1 for t in range(comma) if tree.words[t] in (";", ":") and not tree.quoted[t]), default=0)
    return list(range(clause_start(tree, low, comma), comma))


def _right(tree: Tree, i: int, end: int) -> list[int]:
    """What goes on behind."""
    if end >= len(tree.words) or tree.words[end] in ".!?":
        return []
    right = list(range(end + 1, len(tree.words)))
    # "She promised from the steps, with soot on both sleeves": how it was said, as "from the steps" is.
    if end > i + 1 and tree.words[end] == "," and not any(tree.tags[t][0] in "VM" or tree.quoted[t] for t in right):
        return []
    if not right or (tree.words[end] == "," and trails(tree, end + 1, right) and not second_clause(tree, i, end)):
        return []
    if tree.words[end] == ";":
        verb = next((t for t in right if tree.tags[t] in FINITE), None)
        # "..., said Orr; the guild demands that it be shut": the tagger can take that for demands of the guild.
        more = any(reports(tree.lower[t]) and tree.lower[t + 1 : t + 2] == ["that"] for t in right)
        return [] if more or (verb is not None and reports(tree.lower[verb]) and tree.lower[verb] != "read") else right
    return [] if tree.words[end] in ("—", "–") else right


def _speaker_first(tree: Tree, i: int, cue: Cue) -> Place | None:
    """ ", she said,", ", the agency estimates,", ", Ann Orr, 67, who founded the house, told us;"."""
    high = _behind_cue(tree, i, cue)
    if high is None:
        return None
    end = i
    while end > 0 and (tree.tags[end - 1] == "RB" or tree.lower[end - 1] in _HAVE):
        end -= 1
    if end < 3:
        return None
    if tree.tags[end - 1] == "PRP" and tree.words[end - 2] == ",":
        return end - 1, high, [end - 1]
    low = _phrase_start(tree, end)
    if low is None or (tree.words[end - 1] == "," and touches_marks(tree, low - 2) and not phrase_in_marks(tree, low - 2)):
        return None
    # "The first author, a 29-year-old rider, had confessed": who did it stands before what explains it.
    subject = tree.kid(i, "nsubj")
    if tree.words[end - 1] == "," and subject is not None and subject < low - 1 and tree.deps[i] == "ccomp":
        return None
    return low, high, list(range(low, end - (tree.words[end - 1] == ",")))


def _phrase_start(tree: Tree, end: int) -> int | None:
    """Where the noun phrase before the cue begins, right behind a comma; what explains it may stand between commas."""
    at = end - (tree.words[end - 1] == ",")
    explained = at < end
    for _ in range(3):
        low = _segment(tree, at)
        if low is None or tree.words[low - 1] != ",":
            return None
        clause = tree.tags[low] in ("WP", "WP$", "WDT")
        if not clause and not is_nominal(tree, low, at):
            return None
        before = _segment(tree, low - 1) if explained else None
        lead = before is not None and is_nominal(tree, before, low - 1) and (tree.words[before - 1] == "," or before < 2)
        # "Ann Orr, 67,", "Ann Orr, who founded it,", "Commodore Orr, head of the flotilla,", "our editor, Ann Orr,"
        further = clause or (tree.tags[low] == "CD" and low + 1 == at) or lead
        if not further or not explained:
            return low if _is_speaker(tree, low, at, explained=explained) else None
        at = low - 1
    return None


def _is_speaker(tree: Tree, low: int, at: int, *, explained: bool) -> bool:
    """Not the "Mass." behind a town, nor "a word Orr used"."""
    if tree.tags[low] not in OPENS or tree.tags[at - 1] not in _ENDING:
        return False
    named = tree.tags[at - 1] in ("NNP", "NNPS")
    if explained and low + 1 == at and named:
        return False
    return not (named and tree.lower[low] in ("a", "an"))


def _segment(tree: Tree, at: int) -> int | None:
    """Where the stretch between commas that ends before a token begins."""
    low = at
    while low > 0 and tree.words[low - 1] not in JOINTS and at - low < _LONGEST:
        if tree.quoted[low - 1]:
            return None
        low -= 1
    return low if 0 < low < at else None


def _behind_cue(tree: Tree, i: int, cue: Cue) -> int | None:
    """The last token of the cue's clause: whom it tells, where; None where something else follows."""
    high, n = i + 1, len(tree.words)
    if high < n and tree.tags[high] in ("RB", "RP"):
        high += 1
    if high < n and (tree.lower[high] in ADDRESSED or (cue.lemma in _TOLD and tree.tags[high] in NOMINAL)):
        start = high
        while high < n and (tree.tags[high] in NOMINAL or tree.lower[high] in ADDRESSED) and high - start < 6:
            high += 1
    if tree.lower[high : high + 3] == ["on", "condition", "that"]:
        return next((t for t in range(high, n) if tree.words[t] in ENDS), n) - 1
    if high < n and tree.lower[high] in _WHERE and tree.lower[high] not in cue.frames - {"to"}:  # not "complained of it"
        start = high
        while high < n and (tree.tags[high] in NOMINAL or tree.tags[high] in ("IN", "TO", "PRP", "RB", "VBG")):
            high += 1
        if high - start > _BEHIND:
            return None
    if high >= n or (tree.words[high] in ENDS and not tree.quoted[min(high + 1, n - 1)]):
        return high - 1
    return None


def _verb_first(tree: Tree, i: int, cue: Cue) -> Place | None:
    """ ", writes a piano tuner from the Limekilns," and ", says Ann Orr; "."""
    if i < 2 or tree.words[i - 1] != "," or tree.tags[i] not in ("VBD", "VBZ", "VBN") or i + 1 >= len(tree.words):
        return None
    # "..., told the Tide.", "..., said Monday."
    told = cue.kind == "tell" and cue.lemma not in _TOLD_BARE
    if (told and (cue.lemma in ("tell", "inform") or has_acting_subject(tree, i - 1))) or tree.lower[i + 1] in DAYS:
        return None
    if tree.tags[i + 1] not in OPENS and tree.lower[i + 1] not in ("one", "some"):
        return None
    high = _phrase_end(tree, i + 1)
    if high < len(tree.words) and tree.words[high] == ",":
        high = _explained(tree, i + 1, high)
    if high >= len(tree.words) or tree.words[high] not in ENDS or tree.tags[high - 1] not in _ENDING:
        return None
    named = list(range(i + 1, high))
    # "A letter, a week before the storm, grants Orr “a right”", "the mayor, Ann Orr, said Bela Voss, a clerk, had left"
    if any(tree.quoted[t] for t in named) or _names_somebody(tree, i - 1):
        return None
    ends = tree.words[high] not in ",;" and tree.tags[i + 1] in ("NNP", "NNPS")
    if (
        not ends
        and not _goes_on(tree, high)
        and explained_within(tree, high) is None
        and not (explains(tree, high) and _is_somebody(tree, _head(tree, named)))
    ):
        return None
    if tree.quoted[min(high + 1, len(tree.words) - 1)] or (tree.quoted[i - 2] and not phrase_in_marks(tree, i - 2)):
        return None
    if (second := explained_within(tree, high)) is not None:
        return i, second - 1, named
    return i, high - 1, named


def _names_somebody(tree: Tree, comma: int) -> bool:
    """ "The mayor, Ann Orr": nothing stands before but who somebody is and a name."""
    parts = next((t for t in range(comma - 1, 0, -1) if tree.words[t] == ","), 0)
    if not parts or not is_nominal(tree, 0, parts) or not is_nominal(tree, parts + 1, comma):
        return False
    return all(_is_name(tree, t) for t in range(parts + 1, comma)) and not _is_name(tree, parts - 1)


def _phrase_end(tree: Tree, low: int) -> int:
    """Behind the last word of the noun phrase that begins at a token."""
    high = low
    while high < len(tree.words) and (tree.tags[high] in NOMINAL or tree.lower[high] in LINKS) and high - low < _LONGEST - 1:
        high += 1
    return high


def _explained(tree: Tree, low: int, comma: int) -> int:
    """The end of "Ann Orr, the harbour master," or "the duty engineer, Ann Orr."; else the comma."""
    high = _phrase_end(tree, comma + 1)
    if high - comma < 2 or high >= len(tree.words) or tree.words[high] not in ENDS or tree.tags[high - 1] not in _ENDING:
        return comma
    names = [all(_is_name(tree, t) for t in run) for run in (range(low, comma), range(comma + 1, high))]
    return high if names[0] != names[1] else comma


def _is_name(tree: Tree, t: int) -> bool:
    return tree.tags[t] in ("NNP", "NNPS", "HYPH") or "_" in tree.words[t]


def _goes_on(tree: Tree, end: int) -> bool:
    """The sentence goes on with its verb, or with a clause of its own."""
    if tree.words[end] == ";":
        return True
    if tree.words[end] != "," or end + 1 >= len(tree.words):
        return False
    return tree.tags[end + 1] in FINITE or tree.lower[end + 1] in ("and", "but", "as")
