"""Reporting clauses behind what was said, at the end of their sentence or before a semicolon, by the order of the words."""

from __future__ import annotations

import re
from dataclasses import replace

from framing.annotate.cues import Cue, lexicon, sense
from framing.annotate.quotes.edges import trimmed
from framing.annotate.quotes.insertions import FINITE
from framing.annotate.quotes.late_phrases import (
    can_speak_up,
    explains_speaker,
    in_other_tense,
    is_adjunct,
    is_clause,
    is_paper,
    noun_of,
    phrase_up_to,
    without_relatives,
)
from framing.annotate.quotes.late_verbs import KINDS, NOUNS, ONLY_HERE, verbs
from framing.annotate.quotes.marked_ends import follows_marks
from framing.annotate.quotes.naming import ADDRESSED, DAYS, NAMES, OPENS, has_acting_subject, head_noun
from framing.annotate.quotes.parse import Tree
from framing.annotate.quotes.reading import Reading

# Papers and the like run, read and provide; people do other things when they do.
_OF_PAPERS = frozenset(("run", "provide", "go", "read", "begin", "close", "record"))
# Behind these stands whoever says it, whatever stands before: "Coincidence, shrugs Ann Orr."
_SAYS = frozenset(
    ("say", "answer", "reply", "shrug", "respond", "retort", "remark", "object", "counter", "insist", "argue", "complain",
     "sigh", "joke", "quip", "muse", "grumble", "mutter", "concede", "add", "state", "run", "read", "explain", "admit", "sob")
)  # fmt: skip
# With these a person right behind can be the one who is told or asked.
_TOLD = frozenset(("tell", "ask", "urge", "warn", "assure", "advise", "inform", "remind", "promise", "caution", "instruct"))
# Or the one to whom something is done.
_TO_PEOPLE = _TOLD | {"judge", "correct", "contradict", "find", "own", "record", "direct", "expect", "weep"}
_NEVER_FIRST = frozenset(("tell", "inform", "remind", "instruct"))
_HEARD = re.compile(r"it (?:is|was|has been) (?:heard|learned|learnt|found|announced|stated|explained|reported)(?: from )?")
_FROM = re.compile(rf"(?:was|is|runs|ran|came|comes|went|goes) (?:the|their|its|his|her) {NOUNS}(?: (?:from|of|at|in) )?")
_MADE_KNOWN = (("let", "it", "be", "known"), ("made", "it", "known"), ("makes", "it", "known"), ("made", "known"),
               ("has", "it"), ("had", "it"), ("would", "have", "it"))  # fmt: skip
_AUXILIARIES = frozenset(("has", "had", "have", "would", "will", "can", "could", "is", "was", "did"))
_SUBORDINATE = frozenset(
    ("after", "when", "before", "while", "as", "because", "since", "although", "though", "until", "once", "whereas", "where",
     "having")
)  # fmt: skip


def postposed(tree: Tree, found: list[Reading]) -> list[Reading]:
    """
    The readings of a sentence, and those of reporting clauses behind a comma that nothing else found.

    "It stood on a plot leased for goats, ran the warrant.", "It is late, the governor, Ann Orr, objected; it rained."

    Parameters
    ----------
    tree : Tree
    found : list of Reading
        What the parse told. A reading of the same word without content before it gives way.
    """
    for low, end in _clauses(tree):
        for comma in range(end - 2, low, -1):
            if not _parts(tree, comma):
                continue
            reading = (
                _verb_first(tree, low, comma, end) or _subject_first(tree, low, comma, end) or _word_from(tree, low, comma, end)
            )
            if reading is None:
                continue
            before = set(range(low, comma))
            taken = any(
                before & set(r.content) or (r.frame == "c" and r.head in reading.cue_tokens and before & set(r.speaker))
                for r in found
                if r.head > comma or r.head in reading.cue_tokens
            )
            if not taken and not any(
                before & {*r.cue_tokens, *r.speaker} and comma in range(min(r.content, default=0), max(r.content, default=-1))
                for r in found
            ):
                found = [r for r in found if r.head not in reading.cue_tokens]
                found.append(reading)
            break
    return found


def _clauses(tree: Tree) -> list[tuple[int, int]]:
    """First token and end of each stretch between semicolons; the end mark of the sentence is outside."""
    end = len(tree.words)
    while end and not tree.quoted[end - 1] and (tree.words[end - 1] in ".!?:" or tree.tags[end - 1] == "_SP"):
        end -= 1
    cuts = [t for t in range(end) if tree.words[t] == ";" and not tree.quoted[t]]
    return [(a + 1, b) for a, b in zip([-1, *cuts], [*cuts, end], strict=True) if b - a > 3]


def _parts(tree: Tree, t: int) -> bool:
    """A comma, or the question mark of what was asked, outside marks; marks before it belong to its sentence."""
    return tree.words[t] in (",", "?", "!") and not tree.quoted[t] and (not tree.quoted[t - 1] or follows_marks(tree, t - 1))


def _verb_first(tree: Tree, low: int, comma: int, end: int) -> Reading | None:
    """ ", ran the demolition warrant", ", warned a ferry pilot who teaches boys"."""
    v, first = comma + 1, comma + 2
    lemma = verbs().get(tree.lower[v])
    if tree.lower[v : v + 2] in (["pointed", "out"], ["points", "out"]):
        lemma, first = "point out", comma + 3
    if lemma is None or lemma in _NEVER_FIRST or first >= end or tree.quoted[v] or tree.quoted[first]:
        return None
    if tree.tags[first] not in OPENS or tree.lower[first] in DAYS:
        return None
    high = phrase_up_to(tree, first, end)
    noun = noun_of(tree, first, high)
    speaks = is_paper(tree, noun) if lemma in _OF_PAPERS else can_speak_up(tree, noun)
    if not speaks or not explains_speaker(tree, high, end):
        return None
    # "Write our colleagues": the plain form stands with many only.
    if tree.lower[v] == lemma and lemma != "read" and tree.tags[noun] not in ("NNS", "NNPS"):
        return None
    cue = _cue(lemma)
    content = _content(tree, low, comma, bare=lemma in _SAYS)
    does = lemma in _TO_PEOPLE or (tree.tags[noun] not in NAMES and ("o" in cue.frames or lemma in ONLY_HERE))
    acts = does and has_acting_subject(tree, comma) and not in_other_tense(tree, low, comma, v)
    if not content or (acts and is_clause(tree, content)):
        return None
    return Reading(cue, v, list(range(v, first)), content, list(range(first, high)), noun, frame="a")


def _subject_first(tree: Tree, low: int, comma: int, end: int) -> Reading | None:
    """ ", the governor, Colonel Mrok, objected last time", ", city hall made known towards evening"."""
    first = comma + 1
    if tree.tags[first] not in (*OPENS, "PRP") or tree.quoted[first] or tree.lower[first] in DAYS:
        return None
    at = _subject_end(tree, first, end)
    noun = first if tree.tags[first] == "PRP" else noun_of(tree, first, min(at, phrase_up_to(tree, first, at)))
    v = at
    while v < end and (tree.tags[v] == "RB" or tree.lower[v] in _AUXILIARIES) and v - at < 3:
        v += 1
    if v >= end or tree.quoted[v] or not can_speak_up(tree, noun):
        return None
    if (known := _made_known(tree, at, end)) is not None:
        tokens, cue = known, replace(lexicon()["announce", "v"])
    else:
        lemma = verbs().get(tree.lower[v])
        if lemma is None or (lemma in _OF_PAPERS and not is_paper(tree, noun)):
            return None
        taken_for_noun = tree.tags[v] == "NNS" and not any(tree.tags[t] in (*NAMES, "DT", "PRP$") for t in range(first, v))
        if taken_for_noun or (tree.lower[first] in ("a", "an") and tree.tags[at - 1] in NAMES):
            return None
        tokens, cue = [v], _cue(lemma)
    last = tokens[-1] + 1
    last += last < end and tree.lower[last] in ADDRESSED
    if not is_adjunct(tree, last, end):
        return None
    content = _content(tree, low, comma, bare=False)
    if not content or tree.lower[content[0]] in _SUBORDINATE or tree.tags[content[0]] in ("VBN", "TO"):
        return None
    return Reading(cue, tokens[0], tokens, content, list(range(first, at)), noun, frame="a")


def _subject_end(tree: Tree, first: int, end: int) -> int:
    """Behind "the governor, Colonel Zyta Mrok," or the phrase alone; a verb that looks like a noun ends it."""
    if tree.tags[first] == "PRP":
        return first + 1
    at = phrase_up_to(tree, first, end)
    while (
        at - 1 > first
        and (at == end or tree.tags[at] not in FINITE)
        and tree.lower[at - 1] in verbs()
        and tree.tags[at - 1] == "NNS"
    ):
        at -= 1
    if at < end and tree.words[at] == ",":
        close = next((t for t in range(at + 1, min(end, at + 12)) if tree.words[t] == ","), None)
        if close is not None and (phrase_up_to(tree, at + 1, close) == close or _tells_who(tree, at + 1, close)):
            return close + 1
    return at


def _tells_who(tree: Tree, low: int, close: int) -> bool:
    """ "a specialist who left the country", "who left the country": up to the next comma."""
    high = low if tree.tags[low] == "WP" else phrase_up_to(tree, low, close)
    return (
        tree.tags[high] == "WP"
        and high < close
        and not any(tree.words[t] in ",;:" or tree.quoted[t] for t in range(high, close))
    )


def _word_from(tree: Tree, low: int, comma: int, end: int) -> Reading | None:
    """ ", was the word from the Commissariat"."""
    text = " ".join(tree.lower[comma + 1 : end])
    match = _FROM.match(text) or _HEARD.match(text)
    if match is None or (match.end() < len(text) and not match.group().endswith(" ")):
        return None
    first = comma + 1 + len(match.group().split())
    content = _content(tree, low, comma, bare=True)
    speaker = list(range(first, phrase_up_to(tree, first, end))) if match.group().endswith(" ") and first < end else []
    if not content or (not speaker and first < end):
        return None
    tokens = list(range(comma + 1, first - 1 if speaker else first))
    return Reading(
        lexicon()["say", "v"],
        comma + 1,
        tokens,
        content,
        speaker,
        head_noun(tree, first, speaker[-1] + 1) if speaker else -1,
        frame="a",
    )


def _made_known(tree: Tree, at: int, end: int) -> list[int] | None:
    """ "let it be known", "made known", "let her know"."""
    rest = tuple(tree.lower[at:end])
    for phrase in _MADE_KNOWN:
        if rest[: len(phrase)] == phrase:
            return list(range(at, at + len(phrase)))
    if len(rest) > 2 and rest[0] == "let" and rest[2] == "know":
        return [at, at + 1, at + 2]
    return None


def _cue(lemma: str) -> Cue:
    """As the lists have it, or with the class and stance of the verb it stands for here."""
    known = lexicon().get((lemma, "v"))
    if known is not None and known.speech and known.kind in KINDS and "c" in known.frames:
        return sense(known, "c")
    return replace(sense(lexicon()[ONLY_HERE.get(lemma, "say"), "v"], "c"), lemma=lemma)


def _content(tree: Tree, low: int, comma: int, *, bare: bool) -> list[int]:
    """What stands before, if it is a sentence of its own, or whatever it is where only something said can stand there."""
    content = trimmed(tree, list(range(low, comma + (tree.words[comma] != ","))))
    if tree.words[comma] == "?":
        content = list(range(content[0], comma + 1)) if content else []
    if not content or all(tree.quoted[t] for t in content if tree.words[t][0].isalnum()):
        return []
    # "The man, whom we shall call Marcus, says" has no sentence before its comma.
    if is_clause(tree, content):
        return content
    # "Martha Lim, the boy's grandmother, added a word": a name is whoever does it.
    bare = bare and tree.tags[content[0]] not in (*NAMES, "PRP") and without_relatives(tree, content) == content
    return content if bare else []
